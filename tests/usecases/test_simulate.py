"""A changed policy, replayed over what was decided: which decisions and which letters would have been others."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import ClaimOf, a_ticket
from tests.fakes.shop import NOON, Shop
from triage.errors import InputError
from triage.loaders.kit import load_packs, load_replies
from triage.policy.evaluate import decide
from triage.policy.facts import read_case
from triage.policy.pack import parse_pack
from triage.usecases.simulate import Replayed, as_html, as_text, read_pack, simulate, stored_cases, worked_cases

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "data/policies/migems/pack.yaml").read_text(encoding="utf-8")
PACKS = load_packs(ROOT)["migems"]
REPLIES = load_replies(ROOT)
SHORTER = parse_pack(
    TEXT.replace("return: {start: delivered_at, length: 30", "return: {start: delivered_at, length: 14").replace(
        "return_days: {value: 30", "return_days: {value: 14"
    ),
    "shorter",
)
CASE = {
    "id": "c",
    "store": "migems",
    "category": "other",
    "as_of": "2026-03-20T10:00:00Z",
    "order": {
        "number": "20655",
        "delivered_at": "2026-03-01T16:00:00Z",
        "items": [
            {"kind": "necklace", "sale": False, "discount_percent": 0, "personalized": False, "made_to_order": False}
        ],
    },
    "message": {
        "wants": ["refund"],
        "reason": "changed_mind",
        "condition": ["unused", "unworn", "original_packaging"],
        "states_description": True,
    },
}


def test_a_shorter_time_turns_an_approval_into_a_refusal_and_shows_both_letters():
    found = simulate([Replayed(name="ticket a", case=CASE)], PACKS, SHORTER, REPLIES)
    (flip,) = found.flips
    assert (flip.before.decision, flip.after.decision) == ("approve", "deny")
    assert found.counts == {"approve -> deny": 1}
    assert flip.drafts is not None
    assert "31 March 2026" in flip.drafts[0].text
    assert "14 days" in flip.drafts[1].text
    assert "ticket a (other): approve" in as_text(found)
    page = as_html(ROOT, found)
    assert "approve -&gt; deny" in page
    assert "figure `return_days`: 30 days" in page


def test_the_same_pack_changes_nothing():
    found = simulate(worked_cases(ROOT, "migems"), PACKS, parse_pack(TEXT + "# a remark\n", "same"), REPLIES)
    assert found.flips == ()
    assert found.replayed > 50
    assert found.changes == ()


def test_a_sentence_worded_otherwise_is_counted_apart():
    reworded = parse_pack(TEXT.replace("Earrings are non-returnable.", "Earrings cannot come back."), "reworded")
    found = simulate(worked_cases(ROOT, "migems"), PACKS, reworded, REPLIES)
    assert found.words_only == len(found.flips) > 0
    assert found.counts == {}


def test_an_order_is_judged_by_the_version_in_force_when_it_was_placed():
    older = replace(SHORTER, in_force_from=PACKS[0].in_force_from)
    newer = replace(PACKS[0], in_force_from=read_case(CASE).as_of)
    placed = {**CASE, "order": {**CASE["order"], "placed_at": "2026-02-20T10:00:00Z"}}
    found = simulate([Replayed(name="ticket a", case=placed)], (newer, older), PACKS[0], REPLIES)
    assert [(flip.before.decision, flip.after.decision) for flip in found.flips] == [("deny", "approve")]


def test_a_case_of_an_older_form_is_counted_and_left_out():
    found = simulate([Replayed(name="ticket a", case={"store": "migems"})], PACKS, SHORTER, REPLIES)
    assert (found.replayed, found.unreadable) == (0, 1)
    assert "older form" in as_text(found)


def test_stored_tickets_are_replayed_from_the_day_on(shop: Shop):
    a_ticket(shop.app, store="migems", claims=[ClaimOf(case=CASE)], received_at=NOON)
    a_ticket(shop.app, store="mila_mvmt", claims=[ClaimOf()], received_at=NOON)
    (one,) = stored_cases(shop.app, "migems", NOON)
    assert one.case == CASE
    assert list(stored_cases(shop.app, "migems", shop.later(hours=1))) == []


def test_a_stored_decision_is_made_again_to_the_byte_from_its_case_and_its_pack(shop: Shop):
    decision = decide(PACKS[0], read_case(CASE)).to_json()
    a_ticket(shop.app, store="migems", claims=[ClaimOf(case=CASE, more=dict(decision))], received_at=NOON)
    (row,) = shop.rows("claims")
    again = decide(parse_pack(TEXT, "again"), read_case(row["case"])).to_json()
    stored = {name: row["decision"][name] for name in decision}
    assert _octets(again) == _octets(decision) == _octets(stored)


def _octets(decision):
    return json.dumps(decision, sort_keys=True).encode()  # PostgreSQL keeps no order of keys


def test_a_pack_of_another_store_is_refused():
    with pytest.raises(InputError, match="a pack of 'migems', not of 'milisima'"):
        read_pack(ROOT / "data/policies/migems/pack.yaml", "milisima")
