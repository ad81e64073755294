"""Answers sent from elsewhere stop the clock, and nothing else does."""

from datetime import timedelta

import pytest

from tests.fakes.sender import FakeSender
from tests.fakes.shop import NOON, SHOP, Shop, a_mail
from triage.errors import Refused
from triage.mail.outgoing import Outcome, SendResult
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.send import approve
from triage.usecases.watch_sent import watch


def _a_ticket(shop: Shop, number: int = 1, **mail: str) -> None:
    shop.server.deliver(a_mail(number, **mail), shop.clock[0])
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)


def _answer(*headers: str, to: str = "Ada <ada@mail.example>", subject: str = "Re: damaged cup") -> bytes:
    lines = [f"From: {SHOP}", f"To: {to}", f"Subject: {subject}", *headers, "", "We are sorry.", ""]
    return "\r\n".join(lines).encode()


def _sent(shop: Shop, raw: bytes, **later: float) -> int:
    shop.server.deliver(raw, shop.later(**later) if later else shop.clock[0], folder="Sent")
    return watch(shop.app, shop.account, shop.mailbox)


def test_an_answer_by_reference_stops_the_clock_at_its_date_and_retires_the_draft(shop: Shop):
    _a_ticket(shop)
    assert _sent(shop, _answer("In-Reply-To: <m1@mail.example>", "Message-ID: <a1@shop.example>"), hours=4) == 1
    (ticket,) = shop.rows("tickets")
    assert (ticket["status"], ticket["answered_at"]) == ("answered", NOON + timedelta(hours=4))
    event = shop.rows("events")[-1]
    assert (event["kind"], event["actor"]) == ("replied", "mail program")
    drain(shop.app, shop.account, shop.mailbox)
    assert shop.drafts() == []


def test_a_draft_sent_as_it_is_from_the_mail_program_stops_the_clock(shop: Shop):
    _a_ticket(shop)
    (mail,) = shop.server.folders["Drafts"].mails.values()
    shop.server.folders["Drafts"].mails.clear()
    assert _sent(shop, mail.raw, hours=1) == 1
    assert [row["state"] for row in shop.rows("drafts")] == ["sent"]


def test_an_answer_from_a_phone_without_references_is_known_by_customer_and_subject(shop: Shop):
    _a_ticket(shop)
    assert _sent(shop, _answer(), hours=1) == 1


def test_a_mail_to_somebody_else_is_no_answer(shop: Shop):
    _a_ticket(shop)
    forwarded = _answer("References: <m1@mail.example>", to="supplier@parts.example")
    assert _sent(shop, forwarded, hours=1) == 0
    assert shop.rows("tickets")[0]["answered_at"] is None


def test_a_mail_to_the_customer_on_another_matter_is_no_answer(shop: Shop):
    _a_ticket(shop)
    assert _sent(shop, _answer(subject="Your newsletter"), hours=1) == 0


def test_a_sent_mail_is_counted_once(shop: Shop):
    _a_ticket(shop)
    _sent(shop, _answer(), hours=1)
    assert watch(shop.app, shop.account, shop.mailbox) == 0
    assert [row["kind"] for row in shop.rows("events")].count("replied") == 1


def test_a_persons_draft_stays_when_another_answer_was_sent(shop: Shop):
    _a_ticket(shop)
    shop.server.folders["Drafts"].mails[1].raw += b"My words\r\n"
    _sent(shop, _answer(), hours=1)
    drain(shop.app, shop.account, shop.mailbox)
    assert len(shop.drafts()) == 1
    assert [row["state"] for row in shop.rows("drafts")] == ["human"]


def test_approving_after_an_answer_from_elsewhere_is_refused(sending_shop: Shop, sender: FakeSender):
    _a_ticket(sending_shop)
    (ticket,) = sending_shop.rows("tickets")
    (draft,) = sending_shop.rows("drafts")
    _sent(sending_shop, _answer(), hours=1)
    with pytest.raises(Refused, match="answered"):
        approve(
            sending_shop.app,
            ticket["public_id"],
            draft_revision=1,
            text=draft["text"],
            last_message_id=draft["answers_id"],
            user="mia",
            idempotency_key="k",
        )


def test_an_approved_reply_that_waits_is_not_sent_after_an_answer_from_elsewhere(
    sending_shop: Shop, sender: FakeSender
):
    _a_ticket(sending_shop)
    (ticket,) = sending_shop.rows("tickets")
    (draft,) = sending_shop.rows("drafts")
    approve(
        sending_shop.app,
        ticket["public_id"],
        draft_revision=1,
        text=draft["text"],
        last_message_id=draft["answers_id"],
        user="mia",
        idempotency_key="k",
    )
    _sent(sending_shop, _answer(), hours=1)
    drain(sending_shop.app, sending_shop.account, sending_shop.mailbox)
    assert sender.accepted == []


def test_a_reply_in_doubt_that_lies_in_sent_was_sent(sending_shop: Shop, sender: FakeSender):
    _a_ticket(sending_shop)
    (ticket,) = sending_shop.rows("tickets")
    (draft,) = sending_shop.rows("drafts")
    approve(
        sending_shop.app,
        ticket["public_id"],
        draft_revision=1,
        text=draft["text"],
        last_message_id=draft["answers_id"],
        user="mia",
        idempotency_key="k",
    )
    sender.plan = [SendResult(outcome=Outcome.UNKNOWN, phase="dot", reply="TimeoutError")]
    drain(sending_shop.app, sending_shop.account, sending_shop.mailbox)
    (mail,) = sending_shop.server.folders["Drafts"].mails.values()
    assert _sent(sending_shop, mail.raw, minutes=1) == 1
    assert [row["state"] for row in sending_shop.rows("effects") if row["kind"] == "send"] == ["DONE"]
    assert sending_shop.rows("tickets")[0]["status"] == "answered"


def test_our_own_sent_copies_are_not_counted_again(sending_shop: Shop):
    _a_ticket(sending_shop)
    (ticket,) = sending_shop.rows("tickets")
    (draft,) = sending_shop.rows("drafts")
    approve(
        sending_shop.app,
        ticket["public_id"],
        draft_revision=1,
        text=draft["text"],
        last_message_id=draft["answers_id"],
        user="mia",
        idempotency_key="k",
    )
    drain(sending_shop.app, sending_shop.account, sending_shop.mailbox)
    assert watch(sending_shop.app, sending_shop.account, sending_shop.mailbox) == 0
    assert [row["kind"] for row in sending_shop.rows("events")].count("replied") == 1


def test_an_answer_older_than_the_customers_newest_mail_leaves_the_ticket_open(shop: Shop):
    _a_ticket(shop)
    early = shop.later(hours=1)
    shop.later(hours=1)
    _a_ticket(shop, 2, in_reply_to="<m1@mail.example>")
    shop.server.deliver(_answer(), early, folder="Sent")
    assert watch(shop.app, shop.account, shop.mailbox) == 1
    assert shop.rows("tickets")[0]["status"] == "open"


def test_a_customers_answer_to_an_agents_own_mail_joins_the_ticket(shop: Shop):
    _a_ticket(shop)
    _sent(shop, _answer("In-Reply-To: <m1@mail.example>", "Message-ID: <a1@shop.example>"), hours=1)
    _a_ticket(shop, 2, in_reply_to="<a1@shop.example>")
    assert len(shop.rows("tickets")) == 1


def test_a_mailbox_without_a_sent_folder_is_no_fault(shop: Shop):
    del shop.server.folders["Sent"]
    assert watch(shop.app, shop.account, shop.mailbox) == 0
