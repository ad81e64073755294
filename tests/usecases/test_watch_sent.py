"""Answers sent from elsewhere stop the clock, and nothing else does."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.sender import FakeSender
from tests.fakes.shop import NOON, SHOP, Shop, a_mail, a_shop
from triage.errors import Refused
from triage.mail.outgoing import Outcome, SendResult
from triage.store.engine import open_engine
from triage.store.migrate import upgrade
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.send import approve
from triage.usecases.watch_sent import watch


def _a_ticket(shop: Shop, number: int = 1, **mail: str) -> None:
    shop.server.deliver(a_mail(number, **mail), shop.clock[0])
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)


def _answer(*headers: str, to: str = "Ada <ada@mail.example>", subject: str = "Re: damaged cup") -> bytes:
    lines = [f"From: {SHOP}", *([f"To: {to}"] if to else []), f"Subject: {subject}", *headers, "", "We are sorry.", ""]
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


ADA = "Ada <ada@mail.example>"
BEN = "ben@mail.example"
WAITING = {
    "cup": a_mail(1, subject="damaged cup", sender=ADA),
    "coat": a_mail(2, subject="where is my coat", sender=ADA, extra="Reply-To: Ada at work <ada@work.example>"),
    "bens cup": a_mail(3, subject="damaged cup", sender=BEN),
    "twice 1": a_mail(4, subject="my order", sender="Cleo <cleo@mail.example>"),
    "twice 2": a_mail(5, subject="AW: my order", sender="cleo@mail.example"),
    "without subject": a_mail(6, subject="", sender="dan@mail.example"),
    "shipping": a_mail(7, subject="Re: Your order has shipped", sender="eve@mail.example"),
}
"""Tickets that wait, by name; their mails are m1 to m7."""

ANSWERS = [
    # What it is, headers, To, Subject, whose clocks stop.
    ("a desktop's reply", ("In-Reply-To: <m1@mail.example>",), ADA, "Re: damaged cup", {"cup"}),
    ("a reply under another subject", ("In-Reply-To: <m1@mail.example>",), ADA, "Your new cup", {"cup"}),
    ("References alone", ("References: <x@old.example> <m2@mail.example>",), ADA, "Re: coat", {"coat"}),
    ("to the Reply-To", ("In-Reply-To: <m2@mail.example>",), "ada@work.example", "Re: where is my coat", {"coat"}),
    ("to the customer in Bcc", ("Bcc: ada@mail.example", "In-Reply-To: <m1@mail.example>"), "", "Re: x", {"cup"}),
    ("to the customer in Cc", ("Cc: Ada <ADA@mail.example>", "In-Reply-To: <m1@mail.example>"), BEN, "Re: x", {"cup"}),
    ("a phone's reply", (), ADA, "Re: damaged cup", {"cup"}),
    ("a phone's reply in German", (), ADA, "AW: damaged cup", {"cup"}),
    ("a phone's reply in encoded words", (), ADA, "=?utf-8?q?Re=3A_damaged_cup?=", {"cup"}),
    ("a phone's reply to two customers", ("Bcc: ben@mail.example",), ADA, "Re: damaged cup", {"cup", "bens cup"}),
    ("a phone's reply without a subject", (), "dan@mail.example", "Re:", {"without subject"}),
    ("two tickets under one subject", (), "cleo@mail.example", "Re: my order", set()),
    ("one of two under one subject, named", ("In-Reply-To: <m5@mail.example>",), "cleo@mail.example", "Re: my order",
     {"twice 2"}),
    ("a newsletter", ("List-Unsubscribe: <https://shop.example/u>",), ADA, "Twenty per cent off", set()),
    ("a newsletter that pretends to answer", ("List-Id: news.shop.example",), ADA, "Re: damaged cup", set()),
    ("bulk mail in the thread", ("Precedence: bulk", "In-Reply-To: <m1@mail.example>"), ADA, "Re: damaged cup", set()),
    ("a vacation notice", ("Auto-Submitted: auto-replied", "In-Reply-To: <m1@mail.example>"), ADA, "Re: damaged cup",
     set()),
    ("an old vacation notice", ("X-Autoreply: yes", "In-Reply-To: <m1@mail.example>"), ADA, "Re: damaged cup", set()),
    ("a read receipt", ("Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
                        "In-Reply-To: <m1@mail.example>"), ADA, "Read: damaged cup", set()),
    ("a human who says so", ("Auto-Submitted: no", "In-Reply-To: <m1@mail.example>"), ADA, "Re: damaged cup", {"cup"}),
    ("a first mail under the same words", (), ADA, "damaged cup", set()),
    ("a shipping notice sent again", (), "eve@mail.example", "Your order has shipped", set()),
    ("a reply to a mail that we do not know", ("In-Reply-To: <old@mail.example>",), ADA, "Re: damaged cup", set()),
    ("a reply to the other ticket", ("In-Reply-To: <m2@mail.example>",), ADA, "Re: damaged cup", {"coat"}),
    ("a reply to both, the nearest", ("References: <m2@mail.example> <m1@mail.example>",), ADA, "Re: cup", {"cup"}),
    ("a forward to a supplier", ("References: <m1@mail.example>",), "parts@trade.example", "Fwd: damaged cup", set()),
    ("a forward to another customer", ("In-Reply-To: <m1@mail.example>",), BEN, "Fwd: damaged cup", set()),
    ("a question to a colleague", ("In-Reply-To: <m1@mail.example>",), "lee@shop.example", "Re: damaged cup", set()),
    ("a reply under words that only begin alike", (), ADA, "Re: damaged cup and saucer", set()),
    ("a customer's name without an address", (), "Ada", "Re: damaged cup", set()),
    ("broken headers", ("In-Reply-To: <<m1@mail", "Date: yesterday"), '"<@,:', "Re: =?x?b?", set()),
]  # fmt: skip


@pytest.mark.row(30)
@pytest.mark.parametrize(
    ("headers", "to", "subject", "stopped"), [row[1:] for row in ANSWERS], ids=[r[0] for r in ANSWERS]
)
def test_a_sent_mail_stops_the_clocks_that_it_should_and_no_other(
    tmp_path: Path, headers: tuple[str, ...], to: str, subject: str, stopped: set[str]
):
    shop = a_shop(open_engine(f"sqlite:///{tmp_path}/triage.db"), tmp_path)
    upgrade(shop.app.engine)
    for mail in WAITING.values():
        shop.server.deliver(mail, shop.clock[0])
    poll(shop.app, shop.account, shop.mailbox)
    assert len(shop.rows("tickets")) == len(WAITING)
    assert _sent(shop, _answer("Message-ID: <a1@shop.example>", *headers, to=to, subject=subject), hours=1) == len(
        stopped
    )
    answered = {name for name, row in zip(WAITING, shop.rows("tickets"), strict=True) if row["answered_at"] is not None}
    assert answered == stopped
    drain(shop.app, shop.account, shop.mailbox)
    assert len(shop.drafts()) == len(WAITING) - len(stopped)
    shop.app.engine.dispose()
