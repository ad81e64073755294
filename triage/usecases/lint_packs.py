"""Check packs as `policy lint` prints it."""

import json
from pathlib import Path

from triage.errors import OperatorError
from triage.loaders.kit import load_packs
from triage.loaders.proven import record_proven
from triage.policy.lint import Finding, lint


def lint_packs(root: Path, stores: tuple[str, ...]) -> list[str]:
    """One line a fault with its witness, of these stores' packs or of all; empty when all are sound."""
    packs = load_packs(root)
    for store in stores:
        if store not in packs:
            raise OperatorError(f"no store '{store}'", fix=f"known: {', '.join(sorted(packs))}")
    return [
        _line(store, finding) for store in stores or sorted(packs) for pack in packs[store] for finding in lint(pack)
    ]


def lint_and_record(root: Path) -> list[str]:
    """Check every pack and, when all are sound, write down that they are proven."""
    found = lint_packs(root, ())
    if not found:
        record_proven(root)
    return found


def _line(store: str, finding: Finding) -> str:
    words = f"{store}: {finding.kind}: {finding.rule}: {finding.what}"
    return words if finding.witness is None else f"{words}; for example {json.dumps(finding.witness, default=str)}"
