"""The sides of a contradiction, each with what would follow from it, for the person who has to choose."""

from dataclasses import dataclass, replace
from datetime import UTC
from zoneinfo import ZoneInfo

from triage.policy.completions import Leaf
from triage.policy.decision import Decision
from triage.policy.evaluate import agree, decide, decide_in, settled
from triage.policy.facts import Case, Known
from triage.policy.pack import PolicyPack, Rule, Topic
from triage.policy.schema import SideForm
from triage.policy.view import View, view_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SideReading:
    """One way to read the shop's document. clause: what it rests on; decision: as if that clause alone held."""

    clause: str
    decision: Decision


def readings_of(pack: PolicyPack, case: Case) -> tuple[SideReading, ...]:
    """Each way of reading the pack that leads somewhere, where its decision is for a person; else none.

    Two calendars that disagree are two readings; so are the sides of a contradiction for the first article concerned.
    """
    zone = case.history.get("time_zone")
    if isinstance(zone, ZoneInfo):
        counted, local = decide_in(pack, case, UTC), decide_in(pack, case, zone)
        if not agree(counted, local):
            return _leading(("counted in UTC", counted), ("counted by the customer's local dates", local))
    decision = decide(pack, case)
    if decision.decision != "review":
        return ()
    return next((found for item in case.items or ({},) if (found := _of_view(pack, case, item, decision))), ())


def _leading(*read: tuple[str, Decision]) -> tuple[SideReading, ...]:
    """Only what settles the matter: a reading that itself is for a person settles nothing."""
    return tuple(
        SideReading(clause=clause, decision=decision) for clause, decision in read if decision.decision != "review"
    )


def _of_view(pack: PolicyPack, case: Case, item: Known, decision: Decision) -> tuple[SideReading, ...]:
    view = view_of(case, item, pack.presumed, UTC)
    for topic in pack.topics:
        for rule in topic.rules:
            if rule.id == decision.rule_id:
                sides = ((side, _of_side(pack, topic, rule, side, view)) for side in rule.form.between)
                return _leading(*((side.clause, read) for side, read in sides if read is not None))
    return ()


def _of_side(pack: PolicyPack, topic: Topic, rule: Rule, side: SideForm, view: View) -> Decision | None:
    """The decision as if this side alone held; None when nothing follows from it by itself."""
    own = tuple(pack.windows[name] for name in side.deadline)
    if side.like:
        meant = [other for other in topic.rules if other.id in side.like]
        held = meant if len(meant) == 1 else [other for other in meant if other.holds(view) is True]
        if not held:
            return None
        meant_so = replace(held[0], deadline=own or held[0].deadline)
        return settled(pack, Leaf(view, None, (meant_so,)), view)
    if side.decide is None:
        return None
    spelled = rule.form.model_copy(
        update={
            "decide": side.decide,
            "remedies": side.remedies,
            "says": side.says,
            "because": side.clause,
            "between": (),
            "requires": (),
        }
    )
    return settled(pack, Leaf(view, None, (replace(rule, form=spelled, deadline=own or rule.deadline),)), view)
