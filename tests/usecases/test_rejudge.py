"""A person corrects a label: decision and draft follow, their own words stay."""

import pytest

from tests.fakes.shop import NOON, Shop, a_mail
from triage.errors import Refused
from triage.records import Label
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.rejudge import relabel
from triage.usecases.revising import save_edit


@pytest.fixture
def ticket(shop: Shop) -> str:
    shop.server.deliver(a_mail(1, subject="damaged missing unsure", text="Order A123"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    public_id: str = shop.rows("tickets")[0]["public_id"]
    return public_id


def test_the_claim_the_ticket_and_the_draft_follow_the_label(shop: Shop, ticket: str):
    relabel(shop.app, ticket, 0, Label.LATE_REFUND, "mia")
    drain(shop.app, shop.account, shop.mailbox)
    assert [(row["label"], row["label_by"]) for row in shop.rows("claims")] == [
        ("late_refund", "mia"),
        ("missing", None),
    ]
    (row,) = shop.rows("tickets")
    assert (row["primary_label"], row["abstained"]) == ("late_refund", False)
    (raw,) = shop.drafts()
    assert b"late_refund" in raw
    assert shop.rows("claims")[0]["case"]["category"] == "late_refund"


def test_relabelling_is_an_event_by_its_user(shop: Shop, ticket: str):
    relabel(shop.app, ticket, 1, Label.OTHER, "mia")
    (event,) = [row for row in shop.rows("events") if row["kind"] == "relabelled"]
    assert (event["actor"], event["data"]) == ("mia", {"position": 1, "from": "missing", "to": "other"})


def test_a_draft_that_a_person_worded_is_left_as_it_is(shop: Shop, ticket: str):
    save_edit(shop.app, ticket, draft_revision=1, text="My words", user="ben")
    relabel(shop.app, ticket, 0, Label.OTHER, "mia")
    assert shop.rows("drafts")[-1]["text"] == "My words"


def test_a_claim_that_is_not_there_is_refused(shop: Shop, ticket: str):
    with pytest.raises(Refused, match="no such claim"):
        relabel(shop.app, ticket, 2, Label.OTHER, "mia")


def test_a_ticket_that_is_not_there_is_refused(shop: Shop):
    with pytest.raises(Refused, match="no such ticket"):
        relabel(shop.app, "nothing", 0, Label.OTHER, "mia")
