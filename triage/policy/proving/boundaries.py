"""The ends of windows: the last day or minute is in, the next is out, and something hangs on it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from triage.policy.facts import Fact
from triage.policy.findings import Finding
from triage.policy.pack import PolicyPack
from triage.policy.proving.course import States
from triage.policy.proving.logic import Formula, all_of, any_of, not_, replaced, same
from triage.policy.proving.proof import Proof
from triage.policy.proving.rules import Clause, Place
from triage.policy.proving.witness import UnconfirmedError, decided, leaf_at
from triage.policy.windows import CLOSED, OPEN, Standing, Window, standing
from triage.policy.witness import as_case, fault_at, in_words

TRIES = 4
"""Cases on the last day that are compared with the day after, before the window is held to be idle."""


def idle_windows(proof: Proof) -> Iterator[Finding]:
    """Windows that conditions name and at whose end nothing changes."""
    for name, found in proof.encoder.windows.items():
        window = proof.pack.windows[name]
        if not any(_changes(proof, window, place, found) for place in proof.places):
            yield _idle(proof, window, found)


def _changes(proof: Proof, window: Window, place: Place, found: States) -> bool:
    """In this topic, or by the way into it, some rule wins on the last day that does not a day or minute later."""
    over = {found.open: False, found.closed: True}
    differs = any_of(*(_differs(clause, over) for clause in place.clauses))
    seen: list[Formula] = []
    for _ in range(TRIES):
        known = proof.find_at_all(found.open, found.last, differs, *seen)
        if known is None:
            return False
        after = _a_step_later(proof.pack, window, known)
        if _winners(proof.pack, known) != _winners(proof.pack, after):
            return True
        # Another window from the same start turns the outcome back; look elsewhere.
        ids = _winners(proof.pack, known)
        seen.append(not_(all_of(*(one.wins for one in place.clauses if one.rule.id in ids))))
    return False


def _differs(clause: Clause, over: Mapping[Formula, bool]) -> Formula:
    later = replaced(clause.wins, over)
    return not_(same(clause.wins, later))


def _winners(pack: PolicyPack, known: Mapping[str, Fact]) -> frozenset[str]:
    leaf = leaf_at(pack, known)
    return frozenset(rule.id for rule in leaf.winners) if leaf else frozenset()


def _a_step_later(pack: PolicyPack, window: Window, known: Mapping[str, Fact]) -> dict[str, Fact]:
    """The case as it would be had the window begun a day (of hours: a minute) earlier, so that it is just over.

    Raises UnconfirmedError when the engine does not call the one open and the other closed.
    """
    everything = {**pack.presumed, **known}
    before = standing(window, everything, UTC)
    start = _start(window, everything)
    if not isinstance(before, Standing) or before.state != OPEN or start is None:
        raise UnconfirmedError(f"window {window.id} is not open: {everything}")
    step = timedelta(minutes=1) if window.unit == "hours" else timedelta(days=1)
    moved = dict(known)
    for _ in range(1 if window.unit != "business_days" else 10 + len(window.holidays)):
        for name in start:
            at = moved[name]
            moved[name] = at - step if isinstance(at, datetime) else at
        after = standing(window, {**pack.presumed, **moved}, UTC)
        if isinstance(after, Standing) and after.state == CLOSED:
            return moved
    raise UnconfirmedError(f"window {window.id} is not over a step later: {everything}")


def _start(window: Window, known: Mapping[str, Fact]) -> list[str] | None:
    """The events that the window begins with; of the latest also those as late."""
    come = [name for name in window.start if name != "as_of" and isinstance(known.get(name), datetime)]
    if not come:
        return None
    return come if window.latest else come[:1]


def _idle(proof: Proof, window: Window, found: States) -> Finding:
    citing = [clause for place in proof.places for clause in place.clauses if _reads(proof.pack, clause, window)]
    names = ", ".join(clause.rule.id for clause in citing) or "no rule by itself"
    known = proof.find_at_all(found.open, found.last, any_of(*(clause.wins for clause in citing)))
    if known is None:
        what = f"its last day is never reached, though {names} names it; expected a case on it"
        return Finding(kind="idle_window", rule=f"window {window.id}", what=what)
    after = _a_step_later(proof.pack, window, known)
    if decided(proof.pack, known).rule_id != decided(proof.pack, after).rule_id:
        raise UnconfirmedError(f"window {window.id} matters after all: {known}")
    unit = "minute" if window.unit == "hours" else "day"
    what = f"nothing changes when its last {unit} is over, though {names} names it; expected another rule from then on"
    shown = fault_at(proof.pack, known, kind="idle_window", rule=f"window {window.id}", what=what)
    return replace(
        shown,
        words=f"{shown.words}. A {unit} later: {in_words(after)}",
        beside=as_case(proof.pack.store, after),
    )


def _reads(pack: PolicyPack, clause: Clause, window: Window) -> bool:
    return f"window.{window.id}" in _names(pack, clause.rule.form.when)


def _names(pack: PolicyPack, tree: object) -> Iterator[str]:
    for name, value in tree.items() if isinstance(tree, dict) else ():
        parts = value if isinstance(value, list) else [value]
        if name in ("all", "any", "not"):
            for part in parts:
                yield from _names(pack, part)
        elif name == "is":
            for part in parts:
                yield from _names(pack, pack.definitions[str(part)])
        else:
            yield name
