"""A shop's worked cases beside its pack: what the owner expects, and what the pack decides."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from triage.errors import InputError, OperatorError
from triage.loaders.kit import load_packs
from triage.policy.evaluate import decide
from triage.policy.facts import CaseError, read_case
from triage.policy.pack import PolicyPack

COMPARED = ("decision", "remedies", "missing", "deadline", "cites")


def worked_cases(root: Path, store: str) -> list[Mapping[str, Any]]:
    """The cases of a shop as they are written. Raises OperatorError when there are none."""
    path = root / "data" / "policies" / store / "cases.yaml"
    if not path.exists():
        raise OperatorError(f"no worked cases of {store}", fix=f"write data/policies/{store}/cases.yaml")
    return cases_in(path)


def cases_in(path: Path) -> list[Mapping[str, Any]]:
    """The cases of a YAML file. Raises InputError."""
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(f"cannot read {path}: {fault}", fix="give a UTF-8 file with a list of cases") from fault
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        place = f", line {mark.line + 1}" if mark is not None else ""
        raise InputError(f"{path}{place}: not YAML", fix="mend the indentation or quotes there") from None
    cases = found if isinstance(found, list) else [found]
    for number, case in enumerate(cases, 1):
        if not isinstance(case, dict):
            raise InputError(f"{path}, case {number}: not a case", fix="begin each case with `- id:`")
    return cases


def check_cases(root: Path, store: str) -> tuple[int, list[str]]:
    """How many cases there are, and one line for each that its pack decides otherwise than is expected."""
    packs = load_packs(root)
    if store not in packs:
        raise OperatorError(f"no store '{store}'", fix=f"known: {', '.join(sorted(packs))}")
    cases = worked_cases(root, store)
    return len(cases), [line for case in cases for line in _differences(packs[store][0], case)]


def _differences(pack: PolicyPack, data: Mapping[str, Any]) -> Iterator[str]:
    name = data.get("id", "a case without id")
    expected = data.get("expected")
    try:
        decision = decide(pack, read_case(data))
    except CaseError as fault:
        yield f"{name}: {fault.what}; {fault.fix}"
        return
    if not isinstance(expected, dict):
        yield f"{name}: says not what is expected; write `expected: {{decision: {decision.decision}}}` or what is right"
        return
    told = decision.to_json()
    for part in COMPARED:
        if part in expected and _plain(expected[part]) != _plain(told[part]):
            given = _shown(told[part])
            yield f"{name}: {part}: you expect {_shown(expected[part])}, rule {decision.rule_id} gives {given}"


def _plain(value: object) -> object:
    """Lists are compared without regard to their order, dates as they are written."""
    return sorted(map(str, value)) if isinstance(value, (list, tuple)) else None if value is None else str(value)


def _shown(value: object) -> str:
    listed = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else value
    return str(listed or "nothing")
