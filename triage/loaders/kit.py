"""The kit from disk, checked at start: a broken pack, template or model stops the program with one clear line."""

from dataclasses import replace
from pathlib import Path

from triage.errors import OperatorError
from triage.kit import Kit, NotLoaded
from triage.loaders.proven import load_proven
from triage.loaders.replies import ReplyTemplates
from triage.policy.pack import PolicyPack, parse_pack


def load_kit(root: Path, kept: Path | None = None) -> Kit:
    """Everything under `root` that stays loaded. Raises OperatorError naming file and mend.

    kept: where packs are kept that served; with it only proven packs serve, see `loaders.proven`.
    """
    from triage.loaders.classifier import load_classifier  # heavy; some processes need only packs and replies

    classifier = load_classifier(root)
    return replace(load_kit_unread(root, kept), classifier=classifier)


def load_kit_unread(root: Path, kept: Path | None = None) -> Kit:
    """The same without a classifier, for a process that reads no mail."""
    if kept is None:
        return Kit(packs=load_packs(root), replies=load_replies(root), classifier=NotLoaded())
    serving = load_proven(root, kept)
    return Kit(
        packs=serving.packs,
        replies=load_replies(root),
        classifier=NotLoaded(),
        faults=tuple(str(fault) for fault in serving.faults),
    )


def load_packs(root: Path) -> dict[str, tuple[PolicyPack, ...]]:
    """Every version of every store's pack (`data/policies/<store>/pack*.yaml`), newest first, by store key."""
    folder = root / "data" / "policies"
    packs: dict[str, list[PolicyPack]] = {}
    for path in sorted(folder.glob("*/pack*.yaml")):
        pack = _load_pack(path, path.relative_to(root))
        if pack.store != path.parent.name:
            raise OperatorError(
                f"{path.relative_to(root)}: the pack is for store '{pack.store}'", fix="move it or correct `store`"
            )
        packs.setdefault(pack.store, []).append(pack)
    if not packs:
        raise OperatorError("no policy pack under data/policies/", fix="restore the folder from the checkout")
    return {
        store: tuple(sorted(versions, key=lambda pack: pack.in_force_from, reverse=True))
        for store, versions in packs.items()
    }


def _load_pack(path: Path, shown: Path) -> PolicyPack:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise OperatorError(f"cannot read {shown}: {fault}", fix="make it a readable UTF-8 file") from fault
    return parse_pack(text, source=str(shown))


def read_pack_file(path: Path) -> PolicyPack:
    """A pack from any file. Raises OperatorError with the mend."""
    return _load_pack(path, path)


def load_replies(root: Path) -> ReplyTemplates:
    """The reply templates, compiled."""
    folder = root / "templates" / "replies"
    if not folder.is_dir():
        raise OperatorError("no templates/replies/ folder", fix="restore it from the checkout")
    return ReplyTemplates(folder)
