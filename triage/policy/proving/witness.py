"""A case that shows a fault: confirmed by the engine, and with no fact in it that the fault does not need."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TypeAlias

from triage.policy.completions import Leaf, leaf_of
from triage.policy.decision import Decision
from triage.policy.evaluate import decide
from triage.policy.facts import Fact, read_case
from triage.policy.pack import PolicyPack
from triage.policy.view import View
from triage.policy.witness import as_case

Shows: TypeAlias = Callable[[Leaf], bool]
"""Whether a leaf has the fault."""


class UnconfirmedError(Exception):
    """The solver found a case that the engine does not confirm: the formulas are wrong."""


def leaf_at(pack: PolicyPack, known: Mapping[str, Fact]) -> Leaf | None:
    """What the engine makes of these facts; None while something unknown matters."""
    found = leaf_of(pack, View({**pack.presumed, **known}))
    return found if isinstance(found, Leaf) else None


def smallest(pack: PolicyPack, known: Mapping[str, Fact], shows: Shows) -> dict[str, Fact]:
    """`known` with every fact dropped that the fault does not need. Raises UnconfirmedError when it has no fault."""
    if not _has(pack, known, shows):
        raise UnconfirmedError(f"not confirmed: {dict(known)}")
    kept = dict(known)
    changed = True
    while changed:
        changed = False
        for fewer in _fewer(kept):
            if _has(pack, fewer, shows):
                kept, changed = fewer, True
                break
    return _at_noon(pack, kept, shows)


def _has(pack: PolicyPack, known: Mapping[str, Fact], shows: Shows) -> bool:
    leaf = leaf_at(pack, known)
    return leaf is not None and shows(leaf)


def _fewer(known: Mapping[str, Fact]) -> Iterator[dict[str, Fact]]:
    """Each way of leaving one fact out, or one entry of a list; `other` for the category counts as little as it can."""
    for name, value in known.items():
        if name in ("as_of", "category"):
            continue
        yield {other: kept for other, kept in known.items() if other != name}
        if isinstance(value, tuple) and len(value) > 1:
            yield from ({**known, name: tuple(one for one in value if one != entry)} for entry in value)
    if known["category"] != "other":
        yield {**known, "category": "other"}


def _at_noon(pack: PolicyPack, known: dict[str, Fact], shows: Shows) -> dict[str, Fact]:
    """Times that are easier to read, where the fault stands with them and their order stays."""
    noon: dict[str, Fact] = {
        name: at.replace(hour=12, minute=0) for name, at in known.items() if isinstance(at, datetime)
    }
    if _has(pack, {**known, **noon}, shows):
        return {**known, **noon}
    for name in noon:
        at = known[name]
        for hour in (12, 9, 15):
            if isinstance(at, datetime):
                moved = {**known, name: at.replace(hour=hour, minute=0)}
                if _order(moved) == _order(known) and _has(pack, moved, shows):
                    known = moved
                    break
    return known


def _order(known: Mapping[str, Fact]) -> list[str]:
    times = [(value, name) for name, value in known.items() if isinstance(value, datetime)]
    return [name for _, name in sorted(times)]


def decided(pack: PolicyPack, known: Mapping[str, Fact]) -> Decision:
    """What the engine decides on the case as a customer of the command line would hand it in."""
    return decide(pack, read_case(as_case(pack.store, known)))


def shifted(known: Mapping[str, Fact], name: str, by: timedelta) -> dict[str, Fact]:
    """The same facts with one event earlier or later."""
    at = known[name]
    return {**known, name: at + by} if isinstance(at, datetime) else dict(known)
