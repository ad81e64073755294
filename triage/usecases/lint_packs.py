"""Check packs as `policy lint` prints it."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from triage.errors import OperatorError
from triage.loaders.proven import record_proven
from triage.policy.lint import Finding, linted
from triage.policy.pack import PackError, PolicyPack, parse_pack
from triage.policy.pack_schema import pack_schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """faults: one text a fault, with its case in words and in JSON. notes: what was only sampled, and why."""

    faults: tuple[str, ...]
    notes: tuple[str, ...]


def lint_packs(root: Path, stores: tuple[str, ...]) -> Checked:
    """The faults of these stores' packs, or of all. Raises OperatorError for a store that has none."""
    files = sorted((root / "data" / "policies").glob("*/pack*.yaml"))
    known = sorted({path.parent.name for path in files})
    if not known:
        raise OperatorError("no policy pack under data/policies/", fix="restore the folder from the checkout")
    for store in stores:
        if store not in known:
            raise OperatorError(f"no store '{store}'", fix=f"known: {', '.join(known)}")
    checked = [_checked(root, path) for path in files if path.parent.name in (stores or known)]
    return Checked(
        faults=tuple(fault for one in checked for fault in one.faults),
        notes=tuple(dict.fromkeys(note for one in checked for note in one.notes)),
    )


def _checked(root: Path, path: Path) -> Checked:
    """One file; one that cannot be loaded is a fault like any other, and does not keep the rest from being checked."""
    store, shown = path.parent.name, str(path.relative_to(root))
    try:
        pack = parse_pack(path.read_text(encoding="utf-8"), source=shown)
    except PackError as fault:
        return Checked(faults=(f"{store}: not_loaded: {fault.what}; {fault.fix}",), notes=())
    except (OSError, UnicodeDecodeError) as fault:
        raise OperatorError(f"cannot read {shown}: {fault}", fix="make it a readable UTF-8 file") from fault
    if pack.store != store:
        return Checked(faults=(f"{store}: not_loaded: {shown}: the pack is for store '{pack.store}'",), notes=())
    found = linted(pack)
    return Checked(
        faults=tuple(_told(pack, finding) for finding in found.findings),
        notes=(found.unproven,) if found.unproven else (),
    )


def lint_and_record(root: Path) -> Checked:
    """Check every pack and, when all are proven to be sound, write that down. Samples are no proof."""
    checked = lint_packs(root, ())
    if checked.notes:
        return replace(checked, notes=(*checked.notes, "not written down as proven"))
    if not checked.faults:
        record_proven(root)
    return checked


def write_schema(path: Path) -> None:
    """The form of packs as JSON Schema, for editors. Raises OperatorError when the file cannot be written."""
    try:
        path.write_text(schema_text(), encoding="utf-8")
    except OSError as fault:
        raise OperatorError(f"cannot write {path}: {fault.strerror}", fix="name a file you may write") from fault


def schema_text() -> str:
    return json.dumps(pack_schema(), indent=1, ensure_ascii=False) + "\n"


def _told(pack: PolicyPack, finding: Finding) -> str:
    lines = [f"{pack.store}: {finding.kind}: {finding.rule}: {finding.what} ({_place(pack, finding)})"]
    lines += [f"  {finding.words}"] if finding.words else []
    lines += [f"  {json.dumps(case, default=str)}" for case in (finding.witness, finding.beside) if case is not None]
    return "\n".join(lines)


def _place(pack: PolicyPack, finding: Finding) -> str:
    """The file and, where the part has a line of its own, the line."""
    window = finding.rule.removeprefix("window ")
    names = (f"rule `{finding.rule}`", f"topic `{finding.rule}`", f"window `{window}`", f"figure `{finding.rule}`")
    line = next((pack.lines[name] for name in names if name in pack.lines), None)
    return pack.source if line is None else f"{pack.source}, line {line}"
