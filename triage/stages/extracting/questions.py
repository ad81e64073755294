"""Which questions are to be answered, and what the customer has done already."""

from collections.abc import Iterable

from triage.records import Label
from triage.stages.extracting.lexicon import Sighting
from triage.stages.extracting.reasons import Topics

ASKED_BESIDE = ("return_shipping_cost", "return_form", "policy_contradiction", "reply_time", "ticket_closed")
ASKED_OF_OTHER = (
    "return_eligibility",
    *ASKED_BESIDE,
    "return_code_validity",
    "delivery_time",
    "shipping_destination",
    "shipping_cost",
    "order_status",
    "invoice",
)
TOLD_IS_ASKED = ("ask.return_code_validity", "ask.policy_contradiction", "ask.ticket_closed")
"""Matters that need no question mark: who tells them wants them solved."""
STEPS = ("bank_account_checked", "card_issuer_asked", "bank_asked", "carrier_asked", "neighbours_asked")


def asks(
    label: Label, sightings: Iterable[Sighting], topics: Topics, wished: set[int], asked: frozenset[int]
) -> list[str]:
    """Questions that the label brings with it, and those put in so many words; `asked` and `wished` are sentences."""
    if label is Label.LATE_REFUND:
        return _money(topics)
    if label is Label.SIZE_QUESTION:
        return ["size_method"] if "ask.size_method" in topics and "size.choice" not in topics else ["size_choice"]
    allowed = ASKED_OF_OTHER if label is Label.OTHER else ASKED_BESIDE
    put = {
        s.topic.removeprefix("ask.")
        for s in sightings
        if s.topic.startswith("ask.") and (s.sentence in asked or s.sentence in wished or s.topic in TOLD_IS_ASKED)
    }
    if "ask.how" in topics and topics & {"return", "changed_mind", "poor_fit"}:
        put.add("return_form")
    if "place" in put and not put & {"delivery_time", "shipping_cost"}:
        put.add("shipping_destination")
    if "return_form" in put:
        put.discard("return_eligibility")
    return [question for question in allowed if question in put]


def steps_done(label: Label, topics: Topics) -> list[str]:
    """What was tried since the matter fell due; only a matter that is overdue has such steps."""
    if label not in (Label.LATE_REFUND, Label.MISSING):
        return []
    return [step for step in STEPS if f"step.{step}" in topics]


def _money(topics: Topics) -> list[str]:
    if "money.shipping" in topics:
        return ["refund_of_shipping"]
    return ["refund_amount"] if "money.part" in topics else ["refund_status"]
