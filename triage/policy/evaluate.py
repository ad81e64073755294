"""Decide a case: what holds in every way of filling in its unknown facts."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from triage.policy.asides import with_asides
from triage.policy.completions import Leaf, TooManyError, explore, leaf_of
from triage.policy.decision import MET, NOT_MET, OVERRIDDEN, UNKNOWN, Decision, TraceStep
from triage.policy.facts import Case
from triage.policy.pack import PolicyPack, Rule
from triage.policy.schema import RuleForm
from triage.policy.view import View, view_of
from triage.policy.vocabulary import ORDER
from triage.policy.windows import Standing, Window, end_in_words, next_or_last

_T = TypeVar("_T", bound=Hashable)

COLLEAGUE, EITHER_DATE, SEVERAL_RULES = "colleague", "either_date", "several_rules"
"""Statements that a pack keeps for handing a matter to a person, and for two of the reasons to do so: a day that
calendars disagree on, and articles that do not fall under the same rules."""


def decide(pack: PolicyPack, case: Case) -> Decision:
    """The decision of `pack` on `case`. Pure, and the same for the same input; never raises for a valid case.

    Days are counted in UTC and, when it is known, in the customer's time zone; if they disagree, a person decides.
    """
    return with_asides(pack, case, partial(_by_both_calendars, pack))


def _by_both_calendars(pack: PolicyPack, case: Case) -> Decision:
    counted = decide_in(pack, case, UTC)
    zone = case.history.get("time_zone")
    if not isinstance(zone, ZoneInfo):
        return counted
    local = decide_in(pack, case, zone)
    return counted if agree(counted, local) else _by_either_date(pack, counted, local)


def agree(counted: Decision, local: Decision) -> bool:
    """The same decision; of two answers to a question also the same answer, as in time and too late are both told."""
    same = local.decision == counted.decision
    return same and (counted.decision != "inform" or local.rule_id == counted.rule_id)


def decide_in(pack: PolicyPack, case: Case, zone: tzinfo) -> Decision:
    items = case.items or ({},)
    decisions: list[Decision] = []
    for index, item in enumerate(items):
        if item not in items[:index]:
            view = view_of(case, item, pack.presumed, zone)
            decisions.append(_decide_one(pack, view, whole=bool(case.items)))
    return decisions[0] if len(decisions) == 1 else _together(pack, decisions, case.as_of)


def _by_either_date(pack: PolicyPack, counted: Decision, local: Decision) -> Decision:
    """In or out of a window depends on whose calendar is read; the later end is the one that is still open."""
    return replace(
        counted,
        decision="review",
        remedies=counted.remedies or local.remedies,
        missing=(),
        deadline=max((end for end in (counted.deadline, local.deadline) if end), default=None),
        cites=min(counted.cites, local.cites, key=len),
        conflicts=(f"counted in UTC: {_outcome(counted)}", f"counted by the customer's local dates: {_outcome(local)}"),
        statements=_handed_over(pack, EITHER_DATE),
        rule_id="",
    )


def _outcome(decision: Decision) -> str:
    return f"{decision.decision}, {decision.trace[0].because}" if decision.trace else decision.decision


def _decide_one(pack: PolicyPack, view: View, *, whole: bool) -> Decision:
    first = leaf_of(pack, view)
    if isinstance(first, Leaf):
        return settled(pack, first, view)
    needed: list[str] = []
    try:
        leaves = explore(pack, view, first, needed, [0])
    except TooManyError:
        return Decision(decision="review", conflicts=("too much is unknown to decide",), statements=_handed_over(pack))
    return _open(pack, view, leaves, needed, whole=whole)


def settled(pack: PolicyPack, leaf: Leaf, view: View) -> Decision:
    """The decision of a leaf on which everything that matters is known."""
    if not leaf.winners:
        return Decision(
            decision="review",
            conflicts=("no rule of the pack speaks of this",),
            trace=_trace(leaf, view),
            statements=_handed_over(pack),
        )
    decision = leaf.decision
    if leaf.clashes:
        return _clash(pack, leaf, view)
    # Of several questions one may be for a person: that one leads.
    leading = [winner for winner in leaf.winners if winner.form.decide == decision] or [leaf.winners[0]]
    missing = _unique(name for one in leading for name in _absent(pack, one, view)) if decision == "approve" else ()
    cites = _unique(cite for winner in leaf.winners for cite in winner.form.cites)
    if missing:
        cites = _unique(cite for one in leading for cite in one.form.requires_cites) or cites
    deadline = _deadline(leaf.winners, view)
    told = _Told(deadline, _days(pack, leaf.winners, view))
    return Decision(
        decision="needs_info" if missing else decision,
        remedies=() if missing else _unique(remedy for one in leading for remedy in _remedies(one, view)),
        missing=missing,
        deadline=deadline,
        cites=cites,
        conflicts=_conflicts(leaf.winners),
        trace=_trace(leaf, view),
        rule_id=leading[0].id,
        statements=_asking(pack, leaf.winners, missing, told) if missing else _saying(pack, leaf.winners, told),
        days=told.days,
        cautions=_unique(pack.cautions[key] for winner in leaf.winners for key in winner.form.avoids),
    )


def _remedies(rule: Rule, view: View) -> tuple[str, ...]:
    if not rule.form.as_wanted:
        return rule.form.remedies
    wanted = view.known.get("wants")
    named = tuple(remedy for remedy in rule.form.remedies if isinstance(wanted, tuple) and remedy in wanted)
    return named or rule.form.remedies[:1]


def _clash(pack: PolicyPack, leaf: Leaf, view: View) -> Decision:
    """Two rules point different ways and none gives way: a person decides."""
    return Decision(
        decision="review",
        deadline=_deadline(leaf.winners, view),
        cites=_unique(cite for rule in leaf.winners for cite in rule.form.cites),
        conflicts=tuple(f"{rule.id}: {rule.form.because}" for rule in leaf.winners),
        trace=_trace(leaf, view),
        rule_id=leaf.winners[0].id,
        statements=_handed_over(pack),
    )


def _open(pack: PolicyPack, view: View, leaves: Sequence[Leaf], needed: Sequence[str], *, whole: bool) -> Decision:
    """The decision when facts are unknown: the one common to all completions, else what has to be asked for."""
    told = next((leaf for leaf in leaves if leaf.decision == "approve"), leaves[0])
    decisions = {leaf.decision for leaf in leaves}
    if len(decisions) == 1:
        return _agreed(pack, view, leaves)
    asked = _unique(_name(pack, view, fact, whole=whole) for fact in needed)
    if not asked or "" in asked:
        return replace(
            settled(pack, replace(told, view=view), view),
            decision="review",
            remedies=(),
            missing=(),
            conflicts=tuple(f"hangs on {fact}, which is not known" for fact in needed),
            statements=_handed_over(pack),
        )
    evidence = _absent(pack, told.winners[0], view) if told.decision == "approve" else ()
    as_told = settled(pack, replace(told, view=view), view)
    rule = told.winners[0].form if told.winners else None
    return replace(
        as_told,
        decision="needs_info",
        remedies=(),
        missing=_in_order((*asked, *evidence), rule.requires if rule else ()),
        cites=_turning_on(pack, rule, (*asked, *evidence)) if rule else (),
        conflicts=(),
        statements=_asking(pack, told.winners, (*asked, *evidence), _Told(as_told.deadline, as_told.days)),
        trace=(
            *as_told.trace,
            *(TraceStep(rule=fact, outcome="unknown", because="the outcome turns on it") for fact in needed),
        ),
    )


def _agreed(pack: PolicyPack, view: View, leaves: Sequence[Leaf]) -> Decision:
    """One decision by several ways: only what all of them state and grant is stated and granted.

    An answer to a question keeps to the last completion, in which what is unknown has not come about.
    """
    told = leaves[-1] if leaves[0].decision == "inform" else leaves[0]
    decision = settled(pack, replace(told, view=view), view)
    if decision.missing or all(leaf.winners == told.winners for leaf in leaves) or decision.decision == "inform":
        return decision
    said = [{key for rule in leaf.winners for key in rule.form.says} for leaf in leaves]
    granted = [set(_remedies(rule, view)) for leaf in leaves for rule in leaf.winners[:1]]
    common = tuple(key for key in decision.statements if all(key in keys for keys in said))
    return replace(
        decision,
        remedies=tuple(remedy for remedy in decision.remedies if all(remedy in remedies for remedies in granted)),
        statements=common or (_handed_over(pack) if decision.decision == "review" else ()),
    )


def _turning_on(pack: PolicyPack, rule: RuleForm, missing: Sequence[str]) -> tuple[str, ...]:
    """Where the document asks for what is missing; for a fact of the order the clause that it bears on."""
    asked_for = rule.requires_cites if any(name in pack.evidence for name in missing) else ()
    return asked_for or rule.cites[:1]


def _in_order(missing: Sequence[str], required: Sequence[str]) -> tuple[str, ...]:
    """First what the document asks for, in its order, then facts of the order."""
    listed = [name for name in required if name in missing]
    if "order_number" in missing and "order_number" not in listed:
        listed.insert(0, "order_number")
    return _unique([*listed, *missing])


def _name(pack: PolicyPack, view: View, fact: str, *, whole: bool) -> str:
    """What to ask for to learn `fact`; "" when nobody can be asked."""
    if fact in pack.ask_for:
        return pack.ask_for[fact]
    of_item = fact.startswith("item.")
    if not of_item and fact not in ORDER:
        return ""
    if "number" not in view.known:
        return "order_number"
    if of_item:
        return fact.removeprefix("item.") if whole else "items"
    return fact


def _absent(pack: PolicyPack, rule: Rule, view: View) -> tuple[str, ...]:
    return tuple(name for name in rule.form.requires if pack.evidence[name](view) is not True)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a statement may name: the end of a time, and the days on which things took place."""

    deadline: str | None
    days: tuple[tuple[str, date], ...]


def _saying(pack: PolicyPack, winners: Sequence[Rule], told: _Told) -> tuple[str, ...]:
    """What a reply states."""
    return _dated(pack, (key for rule in winners for key in rule.form.says), told)


def _asking(pack: PolicyPack, winners: Sequence[Rule], missing: Sequence[str], told: _Told) -> tuple[str, ...]:
    """What is said when something is missing; `ask.<name>` of the pack says more on one missing thing."""
    said = [key for rule in winners for key in rule.form.requires_says]
    more = [f"ask.{name}" for name in missing if f"ask.{name}" in pack.statements]
    return _dated(pack, (*said, *more), told)


def _dated(pack: PolicyPack, keys: Iterable[str], told: _Told) -> tuple[str, ...]:
    """Each statement once; one that names the end of a time or a day needs to know it."""
    known = {name for name, _ in told.days} | ({"deadline"} if told.deadline else set())
    return tuple(key for key in _unique(keys) if known.issuperset(pack.slots[key]))


def _days(pack: PolicyPack, winners: Sequence[Rule], view: View) -> tuple[tuple[str, date], ...]:
    """The days, in UTC, that the statements of these rules name, as far as they are known."""
    keys = (key for rule in winners for key in (*rule.form.says, *rule.form.requires_says))
    named = _unique(name for key in keys for name in pack.slots[key])
    found = ((name, at) for name in named if isinstance(at := view.known.get(name), datetime))
    return tuple((name, at.astimezone(UTC).date()) for name, at in found)


def _handed_over(pack: PolicyPack, *reasons: str) -> tuple[str, ...]:
    """What a reply states when no rule of the pack leads: why, and that a person decides."""
    return tuple(key for key in (*reasons, COLLEAGUE) if key in pack.statements)


def _deadline(rules: Sequence[Rule], view: View) -> str | None:
    windows = {window.id: window for rule in rules for window in rule.deadline}
    if not windows:
        return None
    found = [standing for window in windows.values() if isinstance(standing := view.standing(window), Standing)]
    last = next_or_last([(standing.state, standing.last) for standing in found if standing.last is not None])
    return None if last is None else end_in_words(last)


def _conflicts(rules: Sequence[Rule]) -> tuple[str, ...]:
    named = [side for rule in rules for side in (*(one.clause for one in rule.form.between), rule.form.silent) if side]
    if named or not any(rule.form.decide == "review" for rule in rules):
        return _unique(named)
    return tuple(rule.form.because for rule in rules if rule.form.decide == "review")


def _trace(leaf: Leaf, view: View) -> tuple[TraceStep, ...]:
    """What decided first, as that is what people look for; then every other rule of the topic."""
    if leaf.topic is None:
        return ()
    met = [_met(rule, view) for rule in leaf.winners]
    winning = set(map(id, leaf.winners))
    others = [
        rule.steps[OVERRIDDEN if truth is True else NOT_MET if truth is False else UNKNOWN]
        for rule, truth in zip(leaf.topic.rules, leaf.truths, strict=True)
        if id(rule) not in winning
    ]
    return (*met, *others)


def _met(rule: Rule, view: View) -> TraceStep:
    if not rule.deadline:
        return rule.steps[MET]
    told = [rule.form.because, *(_told(window, view) for window in rule.deadline)]
    return TraceStep(rule=rule.id, outcome=MET, because="; ".join(part for part in told if part))


def _told(window: Window, view: View) -> str:
    found = view.standing(window)
    return f"{window.id} {found.state}: {found.because}" if isinstance(found, Standing) else ""


def _together(pack: PolicyPack, decisions: Sequence[Decision], as_of: datetime) -> Decision:
    """One decision for several articles: theirs if they agree, else a person's."""
    kinds = {decision.decision for decision in decisions}
    first = decisions[0]
    merged = replace(
        first,
        deadline=_of_all([decision.deadline for decision in decisions if decision.deadline], as_of),
        remedies=_unique(remedy for decision in decisions for remedy in decision.remedies),
        missing=_unique(name for decision in decisions for name in decision.missing),
        cites=_unique(cite for decision in decisions for cite in decision.cites),
        conflicts=_unique(side for decision in decisions for side in decision.conflicts),
        trace=_unique(step for decision in decisions for step in decision.trace),
        statements=_unique(key for decision in decisions for key in decision.statements),
        days=_unique(day for decision in decisions for day in decision.days),
        cautions=_unique(words for decision in decisions for words in decision.cautions),
    )
    if len(kinds) == 1:
        return merged
    if kinds == {"approve", "needs_info"}:
        asking = next(decision for decision in decisions if decision.decision == "needs_info")
        return replace(
            merged, decision="needs_info", remedies=(), deadline=asking.deadline, statements=asking.statements
        )
    return replace(
        merged,
        decision="review",
        missing=(),
        conflicts=(*merged.conflicts, "the articles of this order fall under different rules"),
        statements=_handed_over(pack, SEVERAL_RULES),
    )


def _of_all(ends: Sequence[str], as_of: datetime) -> str | None:
    """Of the ends of several articles the next to come, else the last."""
    now = end_in_words(as_of)
    return min((end for end in ends if end >= now[: len(end)]), default=max(ends, default=None))


def _unique(values: Iterable[_T]) -> tuple[_T, ...]:
    """Each once, in the order of first appearance."""
    return tuple(dict.fromkeys(values))
