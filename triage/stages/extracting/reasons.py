"""Why the customer writes: the cause, as the words bear it out, and what follows from it."""

from collections.abc import Callable, Iterable

from triage.records import Label
from triage.stages.extracting.lexicon import Sighting

Topics = frozenset[str]
CAUSES = ("changed_mind", "poor_fit", "by_mistake")


def affirmed(sightings: Iterable[Sighting]) -> Topics:
    """Topics that at least one phrase speaks of without a negation before it; "if I do not like it" is no reason."""
    seen = list(sightings)
    supposed = {s.sentence for s in seen if s.topic == "supposed"}
    return frozenset(s.topic for s in seen if not s.denied and not (s.topic in CAUSES and s.sentence in supposed))


def on_arrival(sightings: Iterable[Sighting]) -> Topics:
    """The topic of a fault there on unpacking, if one sentence tells both that the goods came and what is wrong."""
    seen = [s for s in sightings if not s.denied]
    came = {s.sentence for s in seen if s.topic == "received"}
    faulty = any(s.sentence in came for s in seen if s.topic in ("fault.specific", "fault.generic"))
    used = any(s.topic == "fault.later" for s in seen)
    return frozenset({"fault.arrival"}) if faulty and not used else frozenset()


def reason(label: Label, topics: Topics) -> str | None:
    """The cause for this label; None when the words do not settle it."""
    judge = _REASONS.get(label)
    return judge(topics) if judge is not None else None


def fault_since(topics: Topics) -> str | None:
    """`later` when it came up in use, `arrival` when it was there on unpacking; None when not told or both."""
    arrival, later = "fault.arrival" in topics, "fault.later" in topics
    if arrival == later:
        return None
    return "arrival" if arrival else "later"


def received(label: Label, topics: Topics) -> bool | None:
    """Whether the customer has the parcel, as far as the words tell."""
    if label in (Label.SIZE_QUESTION, Label.CANCELLATION, Label.LATE_REFUND):
        return None
    if label is Label.MISSING:
        return _received_in_part(topics)
    return True if "received" in topics or "fault.arrival" in topics else None


def _received_in_part(topics: Topics) -> bool | None:
    cause = _missing(topics)
    if cause == "not_in_parcel":
        return True
    return False if cause is not None else None


def _wrong_item(topics: Topics) -> str | None:
    if "quantity" in topics:
        return "wrong_quantity"
    if "fault.shade" in topics:
        return "colour_variation"
    return "wrong_item_sent"


def _damaged(topics: Topics) -> str | None:
    if topics & {"fault.customer", "fault.own"}:
        return "customer_damage"
    if "fault.function" in topics:
        return "functional_fault"
    if fault_since(topics) == "arrival" and topics & {"fault.specific", "fault.generic"}:
        return "arrived_damaged"
    return None


def _missing(topics: Topics) -> str | None:
    if "marked_delivered" in topics:
        return "marked_delivered"
    if "lost.carrier" in topics:
        return "lost_in_transit"
    overdue = bool(topics & {"not_arrived", "lost"})
    if "absent" in topics and ("received" in topics or not overdue):
        return "not_in_parcel"
    return "not_arrived" if overdue else None


def _other(topics: Topics) -> str | None:
    for topic, cause in (
        ("fault.customer", "customer_damage"),
        ("by_mistake", "ordered_by_mistake"),
        ("changed_mind", "changed_mind"),
        ("poor_fit", "poor_fit"),
        ("fault.shade", "colour_variation"),
    ):
        if topic in topics:
            return cause
    return "customer_damage" if "fault.own" in topics and topics & {"fault.specific", "fault.generic"} else None


def _cancellation(topics: Topics) -> str | None:
    if "wrong_data" in topics:
        return "wrong_order_data"
    if "by_mistake" in topics:
        return "ordered_by_mistake"
    return "changed_mind" if "changed_mind" in topics else None


_REASONS: dict[Label, Callable[[Topics], str | None]] = {
    Label.WRONG_ITEM: _wrong_item,
    Label.DAMAGED: _damaged,
    Label.MISSING: _missing,
    Label.OTHER: _other,
    Label.CANCELLATION: _cancellation,
}
