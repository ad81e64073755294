"""Stage 4: whose order it is, which pack is in force, and what the case is made of."""

from collections.abc import Mapping
from datetime import UTC, datetime

from triage.policy.pack import PolicyPack, parse_pack
from triage.policy.verdict import JudgedClaim
from triage.records import Address, Claim, History, Label, OrderRecord, ParsedMail
from triage.stages.decide import decide_claim

AS_OF = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)
PACK = """
store: shop
name: Shop
contact: help@shop.example
in_force_from: {since}
languages: [en]
order_number: ['\\d{{4}}']
headings: [Returns]
windows:
  back: {{start: delivered_at, length: {days}, unit: days}}
topics:
  - id: returns
    rules:
      - {{id: back, when: {{window.back: open}}, decide: approve, because: in time, cites: [Returns], deadline: [back]}}
      - {{id: late, when: {{window.back: closed}}, decide: deny, because: late, cites: [Returns], deadline: [back]}}
      - {{id: early, when: {{window.back: not_started}}, decide: inform, because: not here, cites: [Returns]}}
"""


def a_pack(since: str = "2026-01-01T00:00:00Z", days: int = 14) -> PolicyPack:
    return parse_pack(PACK.format(since=since, days=days), "shop/pack.yaml")


def an_order(owner: str = "ann@inbox.example", **facts: str | None) -> OrderRecord:
    known = {"placed_at": "2026-05-01T10:00:00Z", "delivered_at": "2026-05-10T10:00:00Z", **facts}
    return OrderRecord(store="shop", number="1234", customer_email=owner, facts=known)


def a_mail(reply_to: str | None = None) -> ParsedMail:
    sender = Address(name="Ann", address="ann@inbox.example")
    return ParsedMail(
        message_id=None,
        subject="",
        sender=sender,
        reply_to=Address(name="", address=reply_to) if reply_to else None,
        to=(),
        cc=(),
        date=None,
        in_reply_to=None,
        references=(),
        text="",
        full_text="",
        html="",
        attachments=(),
        headers={},
        auto=None,
        problems=(),
    )


def judged(
    orders: Mapping[str, OrderRecord] | None,
    *,
    mail: ParsedMail | None = None,
    packs: tuple[PolicyPack, ...] = (),
    history: History | None = None,
) -> JudgedClaim:
    return decide_claim(
        Claim(label=Label.OTHER, order_number="1234", facts={"wants": ["refund"]}),
        mail or a_mail(),
        packs=packs or (a_pack(),),
        orders=orders,
        history=history or History(),
        as_of=AS_OF,
    )


def test_the_owner_is_answered_by_the_facts_of_the_order() -> None:
    claim = judged({"1234": an_order()})
    assert (claim.decision.decision, claim.decision.deadline) == ("approve", "2026-05-24")
    assert claim.owned
    assert claim.pack_version == a_pack().pack_version


def test_a_foreign_order_and_an_unknown_one_are_decided_alike() -> None:
    foreign = judged({"1234": an_order(owner="bob@inbox.example")})
    unknown = judged({})
    assert foreign.decision == unknown.decision
    assert foreign.order is None
    assert not foreign.owned


def test_an_answer_that_would_go_elsewhere_uses_no_order_facts() -> None:
    assert judged({"1234": an_order()}, mail=a_mail(reply_to="eve@inbox.example")).order is None


def test_the_pack_in_force_on_the_day_of_the_order_decides() -> None:
    newer, older = a_pack("2026-05-05T00:00:00Z", days=5), a_pack("2026-01-01T00:00:00Z", days=30)
    claim = judged({"1234": an_order()}, packs=(newer, older))
    assert claim.decision.decision == "approve"
    assert claim.pack_version == older.pack_version


def test_the_first_report_counts_not_the_reminder() -> None:
    first = datetime(2026, 5, 12, tzinfo=UTC)
    order = an_order(delivered_at="2026-05-02T10:00:00Z")
    assert judged({"1234": order}).decision.decision == "deny"
    assert judged({"1234": order}, history=History(first_reported_at=first)).decision.decision == "approve"


def test_the_case_is_kept_in_the_form_of_the_contract() -> None:
    case = judged({"1234": an_order()}).case
    assert case["store"] == "shop"
    assert case["category"] == "other"
    assert case["message"] == {"wants": ["refund"]}
