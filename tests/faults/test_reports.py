"""Rows 41 and 42: reports about our replies belong to them, our own mail coming back is nobody's, nothing is sent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.sender import FakeSender
from tests.fakes.shop import SHOP, Shop
from tests.faults.reports import HUMAN, Mail, all_forms, standard
from tests.faults.shops import deliver, letter, real_shop, reply
from triage.errors import Refused
from triage.sla.tally import waits_of
from triage.store import events
from triage.store.engine import reading
from triage.usecases.diverting import answer_to
from triage.usecases.review import look
from triage.web.sheet import make_sheet

ANN = "ann@mail.example"


def first(number: int, *more: str, sender: str = f"Ann <{ANN}>", text: str = "My cup arrived broken.") -> bytes:
    words = f"{text} The handle was off when I opened the box, number {number}."
    head = [f"From: {sender}", f"Subject: broken cup {number}", f"Message-ID: <c{number}@mail.example>", *more]
    if not any(line.startswith("To:") for line in more):
        head.append(f"To: {SHOP}")
    return letter(*head, text=words)


def answered(shop: Shop, number: int) -> tuple[str, str]:
    """A customer wrote and was answered: the ticket and the id of the reply."""
    deliver(shop, first(number))
    ticket = str(shop.rows("tickets")[-1]["public_id"])
    return ticket, reply(shop, ticket)


@pytest.mark.row(41)
def test_a_report_belongs_to_the_reply_that_it_is_about(tmp_path: Path, volume: Callable[[int], int]):
    sender = FakeSender()
    shop = real_shop(tmp_path, sender=sender)
    whole = len(all_forms(Mail(message_id="<x>", sender=SHOP, recipient=ANN)))
    assert whole == 50
    chosen = range(whole) if volume(10) == 10 else range(0, whole, 5)
    for number in chosen:
        ticket, sent = answered(shop, number)
        before = len(shop.rows("tickets"))
        shop.later(minutes=1)
        report = all_forms(Mail(message_id=sent, sender=SHOP, recipient=ANN))[number]
        deliver(shop, report)
        view = look(shop.app, ticket)
        told = make_sheet(shop.app, view, text=None, key="k")
        assert (len(shop.rows("tickets")), view.ticket.status, view.ticket.answered_at) == (before, "open", None), (
            number
        )
        assert told.undelivered is not None, number
        assert view.newest is not None
        assert view.newest.message_id == f"<c{number}@mail.example>"
        assert [mail.direction for mail in view.earlier].count("report") == 1
    assert len(sender.accepted) == len(chosen)
    assert len(shop.rows("drafts")) == len(chosen)


@pytest.mark.row(41)
def test_a_reply_that_came_back_kept_no_promise(tmp_path: Path):
    shop = real_shop(tmp_path, sender=FakeSender())
    ticket, sent = answered(shop, 1)
    row = shop.rows("tickets")[0]
    shop.later(hours=2)
    deliver(shop, standard(Mail(message_id=sent, sender=SHOP, recipient=ANN), "en", "whole"))
    with reading(shop.app.engine) as conn:
        (wait,) = waits_of(events.of_tickets(conn, [row["id"]]))
    assert (wait.ended_at, wait.due_at) == (None, row["due_at"])
    assert wait.kept(row["due_at"] + timedelta(seconds=1)) is False
    assert "550 5.1.1" in str(make_sheet(shop.app, look(shop.app, ticket), text=None, key="k").undelivered)


@pytest.mark.row(41)
@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_a_report_that_nothing_failed_is_kept_and_changes_nothing(tmp_path: Path, action: str):
    shop = real_shop(tmp_path, sender=FakeSender())
    ticket, sent = answered(shop, 1)
    deliver(shop, standard(Mail(message_id=sent, sender=SHOP, recipient=ANN), "en", "whole", action=action))
    view = look(shop.app, ticket)
    assert (view.ticket.status, len(shop.rows("tickets"))) == ("answered", 1)
    assert [mail.direction for mail in view.earlier].count("report") == 1


@pytest.mark.row(41)
def test_the_same_report_twice_is_told_once(tmp_path: Path):
    shop = real_shop(tmp_path, sender=FakeSender())
    _, sent = answered(shop, 1)
    report = standard(Mail(message_id=sent, sender=SHOP, recipient=ANN), "en", "whole")
    deliver(shop, report, report)
    deliver(shop, report)
    assert [row["kind"] for row in shop.rows("events")].count("undelivered") == 1
    assert [row["direction"] for row in shop.rows("messages")].count("report") == 1


@pytest.mark.row(41)
def test_a_report_and_the_customers_next_mail_in_one_batch_both_reach_the_ticket(tmp_path: Path):
    shop = real_shop(tmp_path, sender=FakeSender())
    _, sent = answered(shop, 1)
    report = standard(Mail(message_id=sent, sender=SHOP, recipient=ANN), "en", "whole")
    deliver(shop, report, first(2, f"In-Reply-To: {sent}"))
    assert len(shop.rows("tickets")) == 1
    assert [row["direction"] for row in shop.rows("messages")].count("in") == 2
    assert {row["outcome"] for row in shop.rows("ledger") if row["folder"] == "INBOX"} == {"triaged"}


@pytest.mark.row(41)
@pytest.mark.parametrize("language", HUMAN)
def test_a_report_about_anything_else_is_an_automatic_ticket_of_its_own(tmp_path: Path, language: str):
    shop = real_shop(tmp_path, sender=FakeSender())
    ticket, sent = answered(shop, 1)
    forged = sent.replace(".d1.", ".d2.")
    for wrong in (forged, sent[:-20] + ">", "<other@elsewhere.example>"):
        deliver(shop, standard(Mail(message_id=wrong, sender=SHOP, recipient=ANN), language, "headers"))
    assert look(shop.app, ticket).ticket.status == "answered"
    assert [row["status"] for row in shop.rows("tickets")] == ["answered", "automatic", "automatic", "automatic"]
    assert len(shop.rows("drafts")) == 1


@pytest.mark.row(42)
@pytest.mark.parametrize(
    "lines",
    [
        [f"To: {SHOP}"],
        ["To: friend@mail.example", f"Cc: {SHOP}"],
        [f"To: {SHOP}, {SHOP}", f"Cc: {SHOP}", f"Reply-To: {SHOP}"],
        ["To: alias@shop.example", f"Delivered-To: {SHOP}", "X-Original-To: alias@shop.example"],
        ["To: info@elsewhere.example", f"X-Forwarded-To: {SHOP}", "X-Forwarded-For: info@elsewhere.example"],
        [f"To: {SHOP}", f"Sender: {SHOP}"],
    ],
)
def test_however_a_mail_came_to_us_it_is_one_ticket_and_nothing_is_sent(tmp_path: Path, lines: list[str]):
    sender = FakeSender()
    shop = real_shop(tmp_path, sender=sender)
    deliver(shop, first(1, *lines))
    assert (len(shop.rows("tickets")), sender.accepted) == (1, [])
    (draft,) = shop.rows("drafts")
    assert draft["to_address"] == ANN


@pytest.mark.row(42)
def test_our_reply_come_back_is_no_new_ticket_however_often(tmp_path: Path):
    sender = FakeSender()
    shop = real_shop(tmp_path, sender=sender)
    ticket, _ = answered(shop, 1)
    for hop in range(20):
        deliver(shop, f"Received: from a{hop}.example by b.example\r\n".encode() + sender.accepted[0])
    assert [row["public_id"] for row in shop.rows("tickets")] == [ticket]
    assert (len(sender.accepted), len(shop.rows("drafts"))) == (1, 1)
    assert look(shop.app, ticket).ticket.status == "answered"


@pytest.mark.row(42, 45)
def test_a_mail_in_our_name_with_our_id_and_other_words_is_not_taken_for_our_reply(tmp_path: Path):
    sender = FakeSender()
    shop = real_shop(tmp_path, sender=sender)
    ticket, _ = answered(shop, 1)
    forged = sender.accepted[0].replace(b"photo", b"bank account number")
    deliver(shop, forged.replace(b"Dear", b"Dearest", 1))
    assert [row["status"] for row in shop.rows("tickets")] == ["answered", "automatic"]
    assert len(look(shop.app, ticket).earlier) == 1


@pytest.mark.row(42)
def test_nothing_is_ever_addressed_to_a_mailbox_of_the_shop(tmp_path: Path):
    sender = FakeSender()
    shop = real_shop(tmp_path, sender=sender)
    second = replace(shop.account, name="second", user="sales@shop.example")
    shop.app = replace(shop.app, settings=replace(shop.app.settings, accounts=(shop.account, second)))
    deliver(shop, first(1, sender="Sales <Sales@shop.example>"))
    deliver(shop, first(2, "Reply-To: sales@SHOP.example"))
    one, two = (str(row["public_id"]) for row in shop.rows("tickets"))
    with pytest.raises(Refused, match="own mailbox"):
        reply(shop, one)
    with pytest.raises(Refused, match="own mailbox"):
        answer_to(shop.app, two, draft_revision=1, elsewhere=True, user="mia")
    assert sender.accepted == []
