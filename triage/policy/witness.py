"""A case made up to show something: as the contract writes it, and in words."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from triage.policy.facts import Fact
from triage.policy.findings import Finding
from triage.policy.pack import PolicyPack
from triage.policy.vocabulary import FACTS, HISTORY, MESSAGE, ORDER
from triage.policy.windows import end_in_words


def as_case(store: str, known: Mapping[str, Fact]) -> Mapping[str, object]:
    """The facts as a case that `policy decide` takes."""
    order: dict[str, object] = {}
    sections: dict[str, dict[str, object]] = {"message": {}, "case": {}}
    item: dict[str, object] = {}
    for name, value in known.items():
        if name.startswith("item."):
            item[name.removeprefix("item.")] = _plain(value)
        elif name in ORDER:
            order[name] = _plain(value)
        elif name in MESSAGE or name in HISTORY:
            sections["message" if name in MESSAGE else "case"][name] = _plain(value)
    if item:
        order["items"] = [item]
    return {
        "id": "witness",
        "store": store,
        "category": known["category"],
        "as_of": _plain(known["as_of"]),
        "order": order,
        **sections,
    }


def _plain(value: Fact) -> object:
    if isinstance(value, datetime):
        return end_in_words(value)
    if isinstance(value, tuple):
        return list(value)
    return value.key if isinstance(value, ZoneInfo) else value


def fault_at(pack: PolicyPack, known: Mapping[str, Fact], *, kind: str, rule: str, what: str) -> Finding:
    """A finding with the case that shows it, without what the pack presumes anyway."""
    told = {name: value for name, value in known.items() if name not in pack.presumed or pack.presumed[name] != value}
    return Finding(kind=kind, rule=rule, what=what, words=in_words(told), witness=as_case(pack.store, told))


_EVENTS: Mapping[str, str] = {
    "placed_at": "ordered",
    "fulfilled_at": "marked fulfilled",
    "shipped_at": "shipped",
    "production_started_at": "production started",
    "delivered_at": "received",
    "cancelled_at": "cancelled",
    "return_approved_at": "the return approved",
    "return_code_issued_at": "the return code issued",
    "return_sent_at": "sent back",
    "return_received_at": "the return arrived",
    "return_inspected_at": "the return inspected",
    "refund_approved_at": "the refund approved",
    "refund_issued_at": "the refund paid",
    "first_reported_at": "first reported",
    "last_customer_mail_at": "the customer's last mail before",
    "last_store_reply_at": "the store's last reply",
}
_FLAGS: Mapping[str, tuple[str, str]] = {
    "item.personalized": ("the article is personalised", "the article is not personalised"),
    "item.made_to_order": ("it is made to order", "it is not made to order"),
    "item.preorder": ("it is a pre-order", "it is not a pre-order"),
    "item.limited_edition": ("it is a limited edition", "it is not a limited edition"),
    "item.set": ("it is a set", "it is not a set"),
    "item.sale": ("it was on sale", "it was sold at the full price"),
    "item.final_sale": ("it was labelled final sale", "it was not labelled final sale"),
    "item.gift": ("it was a free gift", "it was no free gift"),
    "item.exchanged_before": ("it came out of an earlier exchange", "it was not exchanged before"),
    "whole_set": ("the whole set would come back", "only a part of the set would come back"),
    "received": ("the customer has the parcel", "the customer does not have the parcel"),
    "has_photo": ("a photo is attached", "no photo is attached"),
    "has_video": ("a video is attached", "no video is attached"),
    "photo_shows_label": ("a photo shows the order number", "no photo shows the order number"),
    "label_found": ("the label was in the parcel", "the label was not in the parcel"),
    "package_searched": ("all packaging was searched", "the packaging was not searched"),
    "states_description": ("what is wrong is described", "what is wrong is not described"),
    "states_address": ("the address is given", "the address is not given"),
    "states_phone": ("the phone number is given", "the phone number is not given"),
    "has_proof_of_purchase": ("a proof of purchase is attached", "no proof of purchase is attached"),
}
_PHRASES: Mapping[str, str] = {
    "number": "order {}",
    "status": "its status is {}",
    "tracking_status": "the carrier says {}",
    "cancelled_by": "cancelled by the {}",
    "refund_destination": "the refund goes to the {}",
    "amount_paid": "{} was paid",
    "amount_refunded": "{} came back",
    "payment": "paid by {}",
    "channel": "bought from a {}",
    "country": "sent to {}",
    "wants": "the customer wants {}",
    "change_of": "a change of {} is wanted",
    "reason": "the cause is {}",
    "fault_since": "the fault is there since {}",
    "condition": "the goods are {}",
    "asks": "the customer asks about {}",
    "steps_done": "done by the customer: {}",
    "item.kind": "the article is of kind {}",
    "item.discount_percent": "{} percent off",
}


def in_words(known: Mapping[str, Fact]) -> str:
    """The facts as a person would say them; what is not said is not known."""
    as_of = known["as_of"]
    at = f"{as_of:%A %Y-%m-%d %H:%M} UTC" if isinstance(as_of, datetime) else str(as_of)
    told = [f"a mail of {at}, label {_said(known['category'])}"]
    events = [(value, name) for name, value in known.items() if name in _EVENTS and isinstance(value, datetime)]
    told += [f"{_EVENTS[name]} {_ago(value, as_of)}" for value, name in sorted(events)]
    told += [f"{_EVENTS[name]}: not yet" for name, value in known.items() if name in _EVENTS and value is None]
    return "; ".join((*told, *_others(known)))


def _others(known: Mapping[str, Fact]) -> Iterator[str]:
    for name, value in known.items():
        if name in ("as_of", "category") or name in _EVENTS:
            continue
        if FACTS[name].kind == "flag":
            yield _FLAGS.get(name, (name, f"not {name}"))[0 if value else 1]
        elif value == ():
            yield f"none given: {_said(name)}"
        else:
            words = ", ".join(map(_said, value)) if isinstance(value, tuple) else _said(value)
            yield _PHRASES.get(name, f"{_said(name)}: {{}}").format(words)


def _ago(at: datetime, as_of: Fact) -> str:
    day = f"on {at:%Y-%m-%d} at {at:%H:%M}"
    if not isinstance(as_of, datetime):
        return day
    days = (as_of.date() - at.date()).days
    return f"{day} ({'the same day' if days == 0 else '1 day before' if days == 1 else f'{days} days before'})"


def _said(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value).replace("_", " ")
