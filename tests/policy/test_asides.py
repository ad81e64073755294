"""A question beside the main matter of a mail is answered with it, or passed on; it is not dropped."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from triage.policy.asides import OPEN_QUESTION
from triage.policy.decision import Decision
from triage.policy.evaluate import decide
from triage.policy.facts import read_case
from triage.policy.pack import parse_pack

POLICIES = Path(__file__).parents[2] / "data" / "policies"
PACKS = {
    path.parent.name: parse_pack(path.read_text(encoding="utf-8"), str(path)) for path in POLICIES.glob("*/pack.yaml")
}


def the_decision(store: str, order: Mapping[str, object], message: Mapping[str, object]) -> Decision:
    case = {"store": store, "category": "other", "as_of": "2026-04-20T12:00:00Z", "order": order, "message": message}
    return decide(PACKS[store], read_case(case))


LEGGINGS = {
    "number": "10482",
    "delivered_at": "2026-04-10T10:00:00Z",
    "payment": "card",
    "items": [{"kind": "apparel", "discount_percent": 0, "final_sale": False, "set": False, "exchanged_before": False}],
}
EXCHANGE = {"wants": ["exchange"], "reason": "poor_fit", "condition": ["unworn", "unwashed", "tags_intact"]}
PENDANT = {
    "number": "20482",
    "delivered_at": "2026-04-10T10:00:00Z",
    "country": "US",
    "items": [{"kind": "necklace", "sale": False, "personalized": False, "made_to_order": False}],
}
UNWORN = {"reason": "changed_mind", "condition": ["unused", "unworn", "original_packaging"], "states_description": True}


def test_an_exchange_and_a_question_on_sizes_are_both_answered() -> None:
    decision = the_decision("mila_mvmt", LEGGINGS, {**EXCHANGE, "asks": ["size_choice"]})
    assert (decision.decision, decision.deadline) == ("approve", "2026-05-10")
    assert {"return.send_by", "size.guide"} <= set(decision.statements)
    assert "What size should I buy?" in decision.cites


def test_who_pays_the_postage_is_said_to_be_open_beside_an_exchange() -> None:
    decision = the_decision("mila_mvmt", LEGGINGS, {**EXCHANGE, "asks": ["return_shipping_cost"]})
    assert (decision.decision, decision.statements[-1]) == ("approve", "return.postage_open")


def test_a_question_that_the_page_leaves_open_goes_to_a_person_beside_the_answer() -> None:
    decision = the_decision("mila_mvmt", LEGGINGS, {**EXCHANGE, "asks": ["invoice"]})
    assert (decision.decision, decision.statements[-1]) == ("approve", OPEN_QUESTION)
    assert "page.silent" not in decision.statements


def test_a_question_alone_is_no_question_beside_another_matter() -> None:
    assert the_decision("mila_mvmt", LEGGINGS, {"asks": ["invoice"]}).statements == ("page.silent", "colleague")


def test_two_questions_that_the_page_is_silent_on_are_passed_on_once() -> None:
    decision = the_decision("mila_mvmt", LEGGINGS, {"asks": ["invoice", "ticket_closed"]})
    assert decision.statements == ("page.silent", "colleague")


def test_a_wish_to_exchange_is_not_lost_over_a_question_on_shipping_costs() -> None:
    decision = the_decision("mila_mvmt", LEGGINGS, {**EXCHANGE, "asks": ["refund_of_shipping"]})
    assert decision.decision == "approve"
    assert "shipping.not_refunded_exceptions" in decision.statements


def test_a_claim_is_not_lost_over_a_question_on_shipping_costs() -> None:
    rack = {"number": "203418877", "delivered_at": "2026-04-17T04:00:00Z", "items": [{"kind": "homeware"}]}
    told = {"reason": "wrong_item_sent", "has_photo": True, "photo_shows_label": True, "states_description": True}
    message = {**told, "wants": ["replacement"], "asks": ["refund_of_shipping"]}
    decision = the_decision("marketplace", rack, message)
    assert (decision.decision, decision.deadline) == ("approve", "2026-05-01")
    assert {"claim.checked", "refund.shipping_open", OPEN_QUESTION} <= set(decision.statements)


def test_a_refusal_does_not_explain_how_to_send_the_goods_back() -> None:
    earrings = {**PENDANT, "items": [{"kind": "earrings", "sale": False}]}
    message = {**UNWORN, "wants": ["refund"], "asks": ["return_shipping_cost", "return_form"]}
    assert the_decision("migems", earrings, message).statements == ("earrings.no",)


def test_a_time_of_the_question_is_not_told_as_the_time_of_the_matter() -> None:
    decision = the_decision("migems", PENDANT, {**UNWORN, "wants": ["refund"], "asks": ["order_status"]})
    assert decision.deadline == "2026-05-10"
    assert not {"status.by", "ship.by"} & set(decision.statements)


@pytest.mark.parametrize("question", ["shipping_destination", "return_shipping_cost", "size_method", "invoice"])
def test_a_question_changes_neither_what_is_decided_nor_what_is_asked_for(question: str) -> None:
    message = {**UNWORN, "wants": ["refund"], "states_description": False}
    alone = the_decision("migems", PENDANT, message)
    both = the_decision("migems", PENDANT, {**message, "asks": [question]})
    assert (both.decision, both.remedies, both.missing, both.deadline) == (
        alone.decision,
        alone.remedies,
        alone.missing,
        alone.deadline,
    )
