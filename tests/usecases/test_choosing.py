"""Where the shop's page can be read in two ways, a person chooses one; decision and draft follow."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.builders import ClaimOf, a_ticket
from tests.fakes.shop import Shop
from triage.errors import Refused
from triage.loaders.kit import load_packs, load_replies
from triage.usecases import review
from triage.usecases.choosing import choose, offered, sentences
from triage.usecases.revising import save_edit

ROOT = Path(__file__).resolve().parents[2]
PACK = load_packs(ROOT)["migems"][0]
LENIENT = "FAQ: within 30 days of delivery"
STRICT = "Damaged or Defective Items: within 7 days of receiving"
CASE = {
    "id": "t",
    "store": "migems",
    "category": "damaged",
    "as_of": "2026-03-15T10:00:00Z",
    "order": {
        "number": "20655",
        "delivered_at": "2026-03-01T16:00:00Z",
        "country": "US",
        "items": [{"kind": "necklace", "sale": False, "discount_percent": 0, "personalized": False}],
    },
    "message": {
        "wants": ["replacement"],
        "reason": "arrived_damaged",
        "fault_since": "arrival",
        "has_photo": True,
        "states_description": True,
    },
}


@pytest.fixture
def real(shop: Shop) -> Shop:
    """A shop with the true packs and replies of MIGEMS."""
    account = replace(shop.account, store="migems")
    settings = replace(shop.app.settings, accounts=(account,))
    kit = SimpleNamespace(packs={"migems": (PACK,)}, replies=load_replies(ROOT), pack=lambda *_: PACK)
    return replace(shop, app=replace(shop.app, settings=settings, kit=kit), account=account)


@pytest.fixture
def ticket(real: Shop) -> str:
    claim = ClaimOf(
        order_number="20655",
        decision="review",
        case=CASE,
        pack_version=PACK.pack_version,
        more={"conflicts": [STRICT, LENIENT]},
    )
    return a_ticket(real.app, store="migems", claims=[claim])


def claim_of(shop: Shop, ticket: str):
    return review.look(shop.app, ticket).claims[0]


def test_both_readings_are_offered_with_what_the_reply_would_say(real: Shop, ticket: str):
    claim = claim_of(real, ticket)
    strict, lenient = offered(real.app, "migems", claim)
    assert (strict.clause, strict.decision.decision) == (STRICT, "deny")
    assert (lenient.clause, lenient.decision.decision) == (LENIENT, "approve")
    assert "arrange a replacement or a refund" in sentences(real.app, "migems", claim, lenient)[0]


def test_the_decision_and_the_draft_follow_the_reading_that_was_chosen(real: Shop, ticket: str):
    choose(real.app, ticket, 0, LENIENT, "mara")
    (claim,) = real.rows("claims")
    assert claim["decision"]["decision"] == "approve"
    assert (claim["decision"]["reading"], claim["decision"]["reading_by"]) == (LENIENT, "mara")
    draft = real.rows("drafts")[-1]
    assert "arrange a replacement or a refund" in draft["text"]
    assert draft["spans"]
    (event,) = [row for row in real.rows("events") if row["kind"] == "chosen"]
    assert (event["actor"], event["data"]["why"]) == ("mara", LENIENT)
    assert offered(real.app, "migems", claim_of(real, ticket)) == ()


def test_words_that_a_person_wrote_stay_when_a_reading_is_chosen(real: Shop, ticket: str):
    save_edit(real.app, ticket, draft_revision=1, text="My own words\n", user="mara")
    choose(real.app, ticket, 0, STRICT, "mara")
    assert real.rows("claims")[0]["decision"]["decision"] == "deny"
    assert real.rows("drafts")[-1]["text"] == "My own words\n"


def test_a_reading_that_is_not_open_is_refused(real: Shop, ticket: str):
    with pytest.raises(Refused, match="not open any more"):
        choose(real.app, ticket, 0, "Somewhere: anything", "mara")
    with pytest.raises(Refused, match="not open any more"):
        choose(real.app, ticket, 5, LENIENT, "mara")


def test_nothing_is_offered_once_the_pack_that_decided_is_gone(real: Shop, ticket: str):
    real.app.kit.packs["migems"] = (replace(PACK, pack_version="another"),)
    assert offered(real.app, "migems", claim_of(real, ticket)) == ()
