"""Why a ticket or a case was decided as it was, in plain words."""

import json
from collections.abc import Mapping
from pathlib import Path

from triage.app import App
from triage.errors import InputError
from triage.loaders.kit import load_packs
from triage.policy.evaluate import decide
from triage.policy.facts import CaseError, read_case
from triage.policy.tell import told
from triage.usecases import review
from triage.usecases.worked_cases import cases_in


def explain_ticket(app: App, public_id: str) -> str:
    """The decisions on the newest mail of a ticket, as they were stored. Raises `NoSuchThing`."""
    view = review.look(app, public_id)
    parts = [
        told(view.ticket.store, claim.label, claim.order_number, claim.decision)
        + f"\n  Decided by policy version {claim.pack_version}."
        for claim in view.claims
    ]
    return "\n\n".join(parts) or f"{public_id} holds no matter to decide."


def explain_cases(root: Path, path: Path) -> str:
    """The decisions on a file of neutral cases, one a line or one JSON object. Raises CaseError, InputError."""
    packs = load_packs(root)
    parts = []
    for number, line in _objects(path):
        try:
            case = read_case(line)
        except CaseError as fault:
            raise InputError(f"{path}, case {number}: {fault.what}", fix=fault.fix) from fault
        if case.store not in packs:
            raise InputError(f"{path}, case {number}: unknown store '{case.store}'", fix=f"known: {', '.join(packs)}")
        decision = decide(packs[case.store][0], case).to_json()
        number_of = case.order.get("number")
        shown = told(case.store, case.category, number_of if isinstance(number_of, str) else None, decision)
        parts.append(f"{case.id}: {shown}")
    return "\n\n".join(parts)


def _objects(path: Path) -> list[tuple[int, Mapping[str, object]]]:
    if path.suffix in (".yaml", ".yml"):
        return list(enumerate(cases_in(path), 1))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(f"cannot read {path}: {fault}", fix="give a UTF-8 file with one case a line") from fault
    try:
        whole = json.loads(text)
        found = whole if isinstance(whole, list) else [whole]
    except ValueError:
        try:
            found = [json.loads(line) for line in text.splitlines() if line.strip()]
        except ValueError as fault:
            raise InputError(f"{path} is not JSON ({fault})", fix="write one JSON object a line") from fault
    for number, one in enumerate(found, 1):
        if not isinstance(one, dict):
            raise InputError(f"{path}, case {number}: not a JSON object", fix="write one policy case a line")
    return list(enumerate(found, 1))
