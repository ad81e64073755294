"""The packs that serve: only proven ones. A pack that fails its proof stays out, and the last good one goes on.

A pack is proven once, by `policy lint`; what was proven is known by the sha256 of its text, in
`data/policies/proven.json` for the packs that are shipped and in the data folder for the shop's own. The data folder
also keeps the text of every pack that ever served, so that a decision of years ago can be made again from its version.
"""

import hashlib
import json
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from triage.errors import OperatorError
from triage.policy.lint import lint
from triage.policy.pack import PolicyPack, parse_pack

log = logging.getLogger(__name__)

PROVEN = "data/policies/proven.json"
_SERVING = "serving.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFault:
    """A pack file that does not serve. version: of the one that goes on in its place."""

    file: str
    what: str
    version: str

    def __str__(self) -> str:
        return f"{self.file} is not in use: {self.what}; version {self.version} goes on"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServingPacks:
    """packs: by store key, every version, newest first."""

    packs: dict[str, tuple[PolicyPack, ...]]
    faults: tuple[PackFault, ...]


def load_proven(root: Path, kept: Path) -> ServingPacks:
    """The packs of `root` that are proven, each unproven one replaced by the last good version from `kept`.

    Proving a new pack takes a few seconds. Raises OperatorError when a store has no good version at all.
    """
    packs: dict[str, list[PolicyPack]] = {}
    faults: list[PackFault] = []
    shipped = frozenset(_proven_in(root / PROVEN))
    serving = _serving(kept)
    for path in sorted((root / "data" / "policies").glob("*/pack*.yaml")):
        shown = str(path.relative_to(root))
        try:
            pack, text = _read(path, shown)
            _prove(pack, shipped, kept)
        except OperatorError as fault:
            pack, text = _last_good(kept, serving.get(shown), fault)
            faults.append(PackFault(file=shown, what=fault.what, version=pack.pack_version))
        _keep(kept, pack, text)
        serving[shown] = pack.pack_version
        packs.setdefault(path.parent.name, []).append(pack)
    if not packs:
        raise OperatorError("no policy pack under data/policies/", fix="restore the folder from the checkout")
    _write(kept / _SERVING, json.dumps(serving, indent=1, sort_keys=True))
    for one in faults:
        log.error("a pack is not in use", extra={"file": one.file, "version": one.version})
    return ServingPacks(
        packs={
            store: tuple(sorted(versions, key=lambda pack: pack.in_force_from, reverse=True))
            for store, versions in packs.items()
        },
        faults=tuple(faults),
    )


def kept_pack(kept: Path, version: str) -> PolicyPack | None:
    """The pack of that version as it once served; None when it never served here."""
    path = kept / f"{version}.yaml"
    if not path.exists():
        return None
    return parse_pack(path.read_text(encoding="utf-8"), source=f"policy version {version}")


def record_proven(root: Path) -> None:
    """Write down that every pack of the checkout is proven; only after they were."""
    versions = {str(path.relative_to(root)): _version(path) for path in (root / "data/policies").glob("*/pack*.yaml")}
    _write(root / PROVEN, json.dumps(versions, indent=1, sort_keys=True) + "\n")


def _version(path: Path) -> str:
    return hashlib.sha256(path.read_text(encoding="utf-8").encode()).hexdigest()[:12]


def _proven_in(path: Path) -> Iterator[str]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    yield from (str(version) for version in found.values()) if isinstance(found, dict) else ()


def _read(path: Path, shown: str) -> tuple[PolicyPack, str]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise OperatorError(f"cannot read {shown}: {fault}", fix="make it a readable UTF-8 file") from fault
    pack = parse_pack(text, source=shown)
    if pack.store != path.parent.name:
        raise OperatorError(f"{shown}: the pack is for store '{pack.store}'", fix="move it or correct `store`")
    return pack, text


def _prove(pack: PolicyPack, shipped: frozenset[str], kept: Path) -> None:
    if pack.pack_version in shipped or (kept / f"{pack.pack_version}.yaml").exists():
        return
    findings = lint(pack)
    if findings:
        more = f" and {len(findings) - 1} more" if len(findings) > 1 else ""
        raise OperatorError(
            f"{findings[0].kind.replace('_', ' ')}, {findings[0].rule}: {findings[0].what}{more}",
            fix=f"run `run.py policy lint {pack.store}`, mend it, start again",
        )


def _last_good(kept: Path, version: str | None, fault: OperatorError) -> tuple[PolicyPack, str]:
    path = kept / f"{version}.yaml"
    if version is None or not path.exists():
        raise fault
    text = path.read_text(encoding="utf-8")
    return parse_pack(text, source=f"policy version {version}"), text


def _keep(kept: Path, pack: PolicyPack, text: str) -> None:
    path = kept / f"{pack.pack_version}.yaml"
    if not path.exists():
        _write(path, text)


def _serving(kept: Path) -> dict[str, str]:
    try:
        found = json.loads((kept / _SERVING).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(file): str(version) for file, version in found.items()} if isinstance(found, dict) else {}


def _write(path: Path, text: str) -> None:
    """The whole file or none of it, whoever else writes it now."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as fault:
        raise OperatorError(f"cannot write {path}: {fault.strerror}", fix="make the folder writable") from fault
