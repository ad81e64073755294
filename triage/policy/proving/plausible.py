"""What no record of an order contradicts: events in their order, a status that fits them, goods in one condition."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from triage.policy.facts import Fact
from triage.policy.proving.cases import CaseFacts, not_after
from triage.policy.proving.logic import YES, Formula, all_of, any_of, at_most, at_most_one, below, implies, not_

_COURSE = (
    "placed_at",
    "fulfilled_at",
    "shipped_at",
    "delivered_at",
    "return_sent_at",
    "return_received_at",
    "return_inspected_at",
)
"""Each follows those before it, and cannot have come where one of those is known not to have."""

_ORDERED = (
    *combinations(_COURSE, 2),
    ("production_started_at", "fulfilled_at"),
    ("production_started_at", "shipped_at"),
    ("production_started_at", "delivered_at"),
    ("return_approved_at", "return_code_issued_at"),
    ("refund_approved_at", "refund_issued_at"),
)
_AFTER_PLACING = (
    "production_started_at",
    "cancelled_at",
    "return_approved_at",
    "return_code_issued_at",
    "refund_approved_at",
    "refund_issued_at",
    "first_reported_at",
)
_OPPOSITES = (
    ("unused", "used"),
    ("unworn", "worn", "tried_on"),
    ("unwashed", "washed"),
    ("tags_intact", "tags_missing"),
    ("hygiene_seal_intact", "hygiene_seal_missing"),
    ("original_packaging", "packaging_missing"),
    ("sealed", "seal_broken"),
)
_STATUS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "processing": ((), ("fulfilled_at", "shipped_at", "delivered_at", "return_sent_at", "return_received_at")),
    "shipped": (("fulfilled_at", "shipped_at"), ("delivered_at", "return_sent_at", "return_received_at")),
    "delivered": (("fulfilled_at", "shipped_at", "delivered_at"), ()),
    "cancelled": (("cancelled_at",), ("shipped_at", "delivered_at")),
    "returned": (("fulfilled_at", "shipped_at", "delivered_at"), ()),
}
"""By status: events that it implies, and events that it rules out."""
_ON_ITS_WAY = ("in_transit", "stalled", "delivery_failed", "returned_to_sender", "lost")


def possible(facts: CaseFacts, presumed: Mapping[str, Fact]) -> list[Formula]:
    """What every case fulfils: events in their order, goods in one condition; only on facts that the pack reads."""
    return [*_events(facts), *_goods(facts), *(facts.known(name) for name in presumed if name in facts)]


def agreeing(facts: CaseFacts) -> list[Formula]:
    """What holds where the sources of a case agree: the store's events with its status, the carrier, the customer."""
    return [*_receipt(facts), *_status(facts), *_tracking(facts)]


def _come(facts: CaseFacts, name: str) -> Formula:
    return facts.time(name).come if name in facts else not_(YES)


def _not_yet(facts: CaseFacts, name: str) -> Formula:
    return facts.time(name).not_yet if name in facts else not_(YES)


def _events(facts: CaseFacts) -> Iterator[Formula]:
    for earlier, later in (*_ORDERED, *(("placed_at", name) for name in _AFTER_PLACING)):
        if earlier in facts and later in facts:
            one, other = facts.time(earlier), facts.time(later)
            yield implies(all_of(one.come, other.come), not_after(one, other))
    for earlier, later in (*combinations(_COURSE, 2), ("refund_approved_at", "refund_issued_at")):
        yield not_(all_of(_come(facts, later), _not_yet(facts, earlier)))
    yield not_(_not_yet(facts, "placed_at"))
    if "cancelled_by" in facts:
        yield not_(all_of(facts.known("cancelled_by"), _not_yet(facts, "cancelled_at")))


def _receipt(facts: CaseFacts) -> Iterator[Formula]:
    if "received" in facts:
        for name in ("fulfilled_at", "shipped_at", "delivered_at"):
            yield not_(all_of(facts.true("received"), _not_yet(facts, name)))
        yield not_(all_of(facts.false("received"), _come(facts, "return_sent_at")))


def _status(facts: CaseFacts) -> Iterator[Formula]:
    if "status" not in facts:
        return
    for status, (implied, ruled_out) in _STATUS.items():
        has = facts.is_("status", status)
        yield from (not_(all_of(has, _not_yet(facts, name))) for name in implied)
        yield from (not_(all_of(has, _come(facts, name))) for name in ruled_out)
    if "received" in facts:
        yield not_(all_of(facts.is_("status", "processing", "cancelled"), facts.true("received")))


def _tracking(facts: CaseFacts) -> Iterator[Formula]:
    if "tracking_status" not in facts:
        return
    under_way = facts.is_("tracking_status", *_ON_ITS_WAY)
    for name in ("fulfilled_at", "shipped_at"):
        yield not_(all_of(facts.known("tracking_status"), _not_yet(facts, name)))
    yield not_(all_of(facts.is_("tracking_status", "delivered"), _not_yet(facts, "delivered_at")))
    yield not_(all_of(under_way, _come(facts, "delivered_at")))
    if "received" in facts:
        yield not_(all_of(under_way, facts.true("received")))
    if "status" in facts:
        yield not_(all_of(facts.known("tracking_status"), facts.is_("status", "processing", "cancelled")))
        yield not_(all_of(under_way, facts.is_("status", "delivered")))


def _goods(facts: CaseFacts) -> Iterator[Formula]:
    if "condition" in facts:
        yield from (at_most_one([facts.lists("condition", value) for value in values]) for values in _OPPOSITES)
    if "item.discount_percent" in facts:
        yield at_most(facts.number("item.discount_percent"), 100)
        if "item.sale" in facts:
            reduced = all_of(facts.known("item.discount_percent"), below(0, facts.number("item.discount_percent")))
            full = all_of(facts.known("item.discount_percent"), not_(reduced))
            yield not_(any_of(all_of(facts.true("item.sale"), full), all_of(facts.false("item.sale"), reduced)))
    if "item.exchanged_before" in facts:
        # What came out of an exchange was sent for something that had arrived.
        yield not_(all_of(facts.true("item.exchanged_before"), _not_yet(facts, "delivered_at")))
