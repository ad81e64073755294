"""The closed list of facts that a policy case may hold, with the type and the allowed values of each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

_PARTS = re.compile(r"[a-z]+")

CATEGORIES = ("wrong_item", "damaged", "missing", "late_refund", "cancellation", "size_question", "other")
REMEDIES = ("refund", "exchange", "store_credit", "replacement", "cancel", "change", "compensation")
DECISIONS = ("approve", "deny", "needs_info", "inform", "review")


@dataclass(frozen=True, slots=True)
class FactType:
    """What a fact may hold. kind: text, flag, number, time, zone, choice or choices (a list)."""

    kind: str
    values: tuple[str, ...] = field(default=())


TEXT, FLAG, NUMBER, TIME, ZONE = (FactType(kind) for kind in ("text", "flag", "number", "time", "zone"))


def _one_of(words: str) -> FactType:
    return FactType("choice", tuple(words.split()))


def _some_of(words: str) -> FactType:
    return FactType("choices", tuple(words.split()))


ORDER: Mapping[str, FactType] = {
    "number": TEXT,
    "status": _one_of("processing partial shipped delivered cancelled returned"),
    "placed_at": TIME,
    "fulfilled_at": TIME,
    "shipped_at": TIME,
    "production_started_at": TIME,
    "delivered_at": TIME,
    "tracking_status": _one_of("in_transit stalled delivery_failed returned_to_sender delivered lost"),
    "cancelled_at": TIME,
    "cancelled_by": _one_of("customer store"),
    "return_approved_at": TIME,
    "return_code_issued_at": TIME,
    "return_sent_at": TIME,
    "return_received_at": TIME,
    "return_inspected_at": TIME,
    "refund_approved_at": TIME,
    "refund_issued_at": TIME,
    "refund_destination": _one_of("original_payment store_credit account_balance"),
    "amount_paid": NUMBER,
    "amount_refunded": NUMBER,
    "currency": TEXT,
    "payment": _one_of("card paypal bank_transfer gift_card other"),
    "channel": _one_of("direct retailer"),
    "country": TEXT,
}

ITEM: Mapping[str, FactType] = {
    "kind": _one_of(
        "apparel accessory print card homeware electronics appliance ring earrings bracelet necklace other"
    ),
    "size": TEXT,
    "personalized": FLAG,
    "made_to_order": FLAG,
    "preorder": FLAG,
    "limited_edition": FLAG,
    "set": FLAG,
    "discount_percent": NUMBER,
    "sale": FLAG,
    "final_sale": FLAG,
    "gift": FLAG,
    "exchanged_before": FLAG,
    "affected": FLAG,
}

MESSAGE: Mapping[str, FactType] = {
    "wants": _some_of(" ".join(REMEDIES)),
    "change_of": _some_of("size quantity personalization shipping_address contact_details product"),
    "reason": _one_of(
        "changed_mind poor_fit ordered_by_mistake wrong_order_data wrong_item_sent wrong_quantity colour_variation"
        " arrived_damaged functional_fault wear_and_tear customer_damage not_in_parcel not_arrived lost_in_transit"
        " marked_delivered delivery_failed_customer store_error other"
    ),
    "fault_since": _one_of("arrival later"),
    "condition": _some_of(
        "unused used unworn worn tried_on unwashed washed tags_intact tags_missing hygiene_seal_intact"
        " hygiene_seal_missing original_packaging packaging_missing sealed seal_broken stained creased altered"
    ),
    "asks": _some_of(
        "refund_status refund_amount refund_of_shipping return_eligibility return_form return_shipping_cost"
        " return_code_validity policy_contradiction reply_time ticket_closed size_choice size_method delivery_time"
        " shipping_destination shipping_cost order_status invoice"
    ),
    "whole_set": FLAG,
    "received": FLAG,
    "has_photo": FLAG,
    "has_video": FLAG,
    "photo_shows_label": FLAG,
    "label_found": FLAG,
    "package_searched": FLAG,
    "states_description": FLAG,
    "states_address": FLAG,
    "states_phone": FLAG,
    "has_proof_of_purchase": FLAG,
    "steps_done": _some_of("bank_account_checked card_issuer_asked bank_asked carrier_asked neighbours_asked"),
}

HISTORY: Mapping[str, FactType] = {
    "first_reported_at": TIME,
    "last_customer_mail_at": TIME,
    "last_store_reply_at": TIME,
    "time_zone": ZONE,
}

# For people only; no rule reads them.
FOR_PEOPLE: Mapping[str, frozenset[str]] = {
    "case": frozenset({"id", "expected"}),
    "order.items[]": frozenset({"title", "sku"}),
    "message": frozenset({"summary", "opened_condition"}),
}

FACTS: Mapping[str, FactType] = {
    "category": _one_of(" ".join(CATEGORIES)),
    "as_of": TIME,
    **ORDER,
    **MESSAGE,
    **HISTORY,
    **{f"item.{name}": kind for name, kind in ITEM.items()},
}
"""Every fact by the name that packs use: plain for order, message and history, `item.` before those of an item."""


def nearest(word: str, known: Sequence[str]) -> str:
    """How to mend a misspelt word: the closest known one, or all of them, as one phrase."""
    close = get_close_matches(word, known, n=1, cutoff=0.7) or _by_part(word, known)
    close = close or get_close_matches(word, known, n=1, cutoff=0.5)
    if close:
        return f"did you mean `{close[0]}`?"
    return "known: " + ", ".join(sorted(known))


def _by_part(word: str, known: Sequence[str]) -> list[str]:
    """The shortest name of which one part is close to the word, as `foto` is to `has_photo`."""
    shortest_last = sorted(known, key=len, reverse=True)
    parts = {part: name for name in shortest_last for part in _PARTS.findall(name) if len(part) > 3}
    return [parts[part] for part in get_close_matches(word, parts, n=1, cutoff=0.6)]
