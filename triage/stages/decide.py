"""Stage 4, decide: one claim, the shop's facts and its pack -> a decision. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from triage.policy.evaluate import decide
from triage.policy.facts import read_case
from triage.policy.pack import PolicyPack
from triage.policy.verdict import JudgedClaim
from triage.records import (
    Claim,
    Extraction,
    Facts,
    FactValue,
    History,
    OrderRecord,
    ParsedMail,
    Reading,
    address_key,
)


def decide_claim(
    claim: Claim,
    mail: ParsedMail,
    *,
    packs: Sequence[PolicyPack],
    orders: Mapping[str, OrderRecord] | None,
    history: History,
    as_of: datetime,
) -> JudgedClaim:
    """Decide one claim by the pack in force on the day of its order, or of the mail when that is not known.

    orders: by number, whoever owns them; None when there is no order system to ask. Facts of an order are used
    only for its owner: to anyone else a foreign order and an unknown one look the same.
    """
    order = orders.get(claim.order_number) if orders is not None and claim.order_number is not None else None
    owned = _is_owner(mail, order) if orders is not None else True
    if not owned:
        order = None
    unlisted = claim.order_number is None or orders is None
    case = _case(claim, order, history, as_of, store=packs[0].store, told=claim.told if unlisted else {})
    pack = _in_force(packs, order, as_of)
    return JudgedClaim(
        claim=claim,
        order=order,
        owned=owned or claim.order_number is None,
        case=case,
        decision=decide(pack, read_case(case)),
        pack_version=pack.pack_version,
    )


def owned_first(reading: Reading, orders: Mapping[str, OrderRecord]) -> Reading:
    """The reading with the sender's own orders before numbers that are not known to be theirs.

    A claim that names an order which is not known to be the sender's is about the one of theirs that the mail names
    too, if that is the only one and no other claim has it.
    """
    named = reading.extraction.order_numbers
    owned = [number for number in named if _is_owner(reading.mail, orders.get(number))]
    if not owned or len(named) < 2:
        return reading
    ranked = (*owned, *(number for number in named if number not in owned))
    free = [one for one in owned if all(claim.order_number != one for claim in reading.extraction.claims)]
    claims = reading.extraction.claims
    if len(free) == 1:
        strays = [claim for claim in claims if claim.order_number is not None and claim.order_number not in owned]
        moved = {id(strays[0])} if len(strays) == 1 else set()
        claims = tuple(replace(one, order_number=free[0]) if id(one) in moved else one for one in claims)
    return replace(reading, extraction=Extraction(order_numbers=ranked, claims=claims))


def _is_owner(mail: ParsedMail, order: OrderRecord | None) -> bool:
    """True when the order is the sender's, the sender is who they say, and the answer would go nowhere else."""
    if order is None or not mail.trusted or mail.diverted:
        return False
    return address_key(order.customer_email) == mail.sender.key


def _in_force(packs: Sequence[PolicyPack], order: OrderRecord | None, as_of: datetime) -> PolicyPack:
    placed = order.facts.get("placed_at") if order is not None else None
    day = datetime.fromisoformat(placed) if isinstance(placed, str) else as_of
    return next((pack for pack in packs if pack.in_force_from <= day), packs[-1])


def _case(
    claim: Claim, order: OrderRecord | None, history: History, as_of: datetime, *, store: str, told: Facts
) -> Facts:
    """told: facts of the order by the customer's words, where no order system could know better."""
    known: dict[str, FactValue] = dict(told)
    if order is not None:
        known = dict(order.facts) | {"number": order.number}
    elif claim.order_number is not None:
        known |= {"number": claim.order_number}
    past = {
        "first_reported_at": history.first_reported_at,
        "last_customer_mail_at": history.last_customer_mail_at,
        "last_store_reply_at": history.last_store_reply_at,
    }
    return {
        "store": store,
        "category": claim.label.value,
        "as_of": as_of.isoformat(),
        "order": known,
        "message": dict(claim.facts),
        "case": {name: at.isoformat() for name, at in past.items() if at is not None},
    }
