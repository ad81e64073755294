"""Providers that give our replies other Message-IDs: what customers answer to them stays in its conversation."""

import email
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from tests.fakes.shop import Shop, a_mail, a_shop
from tests.faults.desk import NO_CAPS
from tests.servers.smtp_sink import SmtpSink
from triage.mail.outgoing import Outcome, SendResult
from triage.mail.smtp import SmtpSender, given_id
from triage.store.engine import open_engine
from triage.store.migrate import upgrade
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.send import approve
from triage.usecases.watch_sent import watch


@pytest.fixture
def rewriting(tmp_path: Path, smtp_sink: SmtpSink) -> Iterator[Shop]:
    """A shop whose provider renames every mail."""
    smtp_sink.new_ids = (f"<real{number}@provider.example>" for number in count(1))
    made = a_shop(
        open_engine(f"sqlite:///{tmp_path}/triage.db"), tmp_path, sender=lambda _: SmtpSender(smtp_sink.settings)
    )
    upgrade(made.app.engine)
    made.app = replace(made.app, settings=replace(made.app.settings, caps=NO_CAPS))
    yield made
    made.app.engine.dispose()


def _answer_all(shop: Shop, customers: int) -> None:
    """Customers write, an agent approves every draft, the worker sends them."""
    for number in range(customers):
        shop.server.deliver(a_mail(number, sender=f"c{number}@mail.example"), shop.clock[0])
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    for ticket, draft in zip(shop.rows("tickets"), shop.rows("drafts"), strict=True):
        approve(
            shop.app,
            ticket["public_id"],
            draft_revision=1,
            text=draft["text"],
            last_message_id=draft["answers_id"],
            user="mia",
            idempotency_key=ticket["public_id"],
        )
    shop.later(minutes=1)
    drain(shop.app, shop.account, shop.mailbox)


def _reply_all(shop: Shop, sink: SmtpSink, *, with_references: bool) -> None:
    """Every customer answers what they got."""
    for number, got in enumerate(sink.delivered):
        mail = email.message_from_bytes(got.content)
        shop.server.deliver(
            a_mail(
                1_000 + number,
                sender=got.recipients[0],
                subject=str(mail["Subject"]),
                in_reply_to=str(mail["Message-ID"]),
                references=f"{' '.join(str(mail['References']).split())} {mail['Message-ID']}"
                if with_references
                else "",
            ),
            shop.later(minutes=1),
        )
    poll(shop.app, shop.account, shop.mailbox)


def _check_threads(shop: Shop, customers: int) -> None:
    assert len(shop.rows("tickets")) == customers
    asked = Counter(row["ticket_id"] for row in shop.rows("messages") if row["direction"] == "in")
    assert set(asked.values()) == {2}
    replied = Counter(row["ticket_id"] for row in shop.rows("events") if row["kind"] == "replied")
    assert set(replied.values()) == {1}
    assert [row["message_id"] for row in shop.rows("messages") if row["direction"] == "out"].count(None) == 0


@pytest.mark.row(39)
@pytest.mark.parametrize("learns", ["from the answer to DATA", "from the copy in Sent", "from References"])
def test_a_reply_to_a_renamed_mail_joins_its_ticket(
    rewriting: Shop, smtp_sink: SmtpSink, learns: str, volume: Callable[[int], int]
):
    shop, customers = rewriting, volume(100)
    smtp_sink.tells = learns == "from the answer to DATA"
    _answer_all(shop, customers)
    assert all(b"@provider.example>" in one.content for one in smtp_sink.delivered)
    if learns == "from the copy in Sent":
        for one in smtp_sink.delivered:
            shop.server.deliver(one.content, shop.clock[0], folder="Sent")
    assert watch(shop.app, shop.account, shop.mailbox) == 0
    _reply_all(shop, smtp_sink, with_references=learns == "from References")
    _check_threads(shop, customers)


@pytest.mark.row(39)
def test_a_provider_that_files_the_renamed_mail_gets_no_second_copy_when_it_told_the_name(
    rewriting: Shop, smtp_sink: SmtpSink
):
    smtp_sink.tells = True
    files = rewriting.app.sender

    class Filing(SmtpSender):
        def send(self, *args, **kwargs) -> SendResult:
            result = super().send(*args, **kwargs)
            rewriting.server.deliver(smtp_sink.delivered[-1].content, rewriting.clock[0], folder="Sent")
            return result

    assert files is not None
    object.__setattr__(rewriting.app, "sender", lambda _: Filing(smtp_sink.settings))
    _answer_all(rewriting, 3)
    assert len(rewriting.server.folders["Sent"].mails) == 3


@pytest.mark.row(39, 32)
def test_a_reply_in_doubt_is_known_by_its_renamed_copy_in_sent(rewriting: Shop, smtp_sink: SmtpSink):
    class Doubtful(SmtpSender):
        def send(self, *args, **kwargs) -> SendResult:
            super().send(*args, **kwargs)
            return SendResult(outcome=Outcome.UNKNOWN, phase="dot", reply="TimeoutError")

    object.__setattr__(rewriting.app, "sender", lambda _: Doubtful(smtp_sink.settings))
    _answer_all(rewriting, 1)
    assert [row["state"] for row in rewriting.rows("effects") if row["kind"] == "send"] == ["UNKNOWN"]
    rewriting.server.deliver(smtp_sink.delivered[0].content, rewriting.clock[0], folder="Sent")
    assert watch(rewriting.app, rewriting.account, rewriting.mailbox) == 1
    assert [row["state"] for row in rewriting.rows("effects") if row["kind"] == "send"] == ["DONE"]
    _reply_all(rewriting, smtp_sink, with_references=False)
    _check_threads(rewriting, 1)


@pytest.mark.row(39)
def test_a_stranger_who_names_a_renamed_mail_opens_a_ticket_of_their_own(rewriting: Shop, smtp_sink: SmtpSink):
    smtp_sink.tells = True
    _answer_all(rewriting, 1)
    mail = email.message_from_bytes(smtp_sink.delivered[0].content)
    ids = f"{mail['Message-ID']} {' '.join(str(mail['References']).split())}"
    rewriting.server.deliver(
        a_mail(50, sender="eve@mail.example", in_reply_to=str(mail["Message-ID"]), references=ids), rewriting.clock[0]
    )
    poll(rewriting.app, rewriting.account, rewriting.mailbox)
    assert len(rewriting.rows("tickets")) == 2


def test_an_agents_own_mail_in_the_same_thread_is_not_taken_for_our_copy(rewriting: Shop, smtp_sink: SmtpSink):
    _answer_all(rewriting, 1)
    _reply_all(rewriting, smtp_sink, with_references=True)
    mail = email.message_from_bytes(smtp_sink.delivered[0].content)
    answer = (
        f"From: help@shop.example\r\nTo: {mail['To']}\r\nSubject: {mail['Subject']}\r\n"
        "Message-ID: <own@shop.example>\r\n"
        f"In-Reply-To: <m1000@mail.example>\r\nReferences: {mail['References']} <m1000@mail.example>\r\n"
        "Date: Mon, 02 Mar 2026 13:00:00 +0000\r\n\r\nOne more word.\r\n"
    )
    rewriting.server.deliver(answer.encode(), rewriting.later(minutes=1), folder="Sent")
    assert watch(rewriting.app, rewriting.account, rewriting.mailbox) == 1
    assert rewriting.rows("tickets")[0]["status"] == "answered"


def test_what_a_customer_gets_bears_nothing_of_our_inner_life(rewriting: Shop, smtp_sink: SmtpSink):
    smtp_sink.new_ids = None
    _answer_all(rewriting, 1)
    (raw,) = rewriting.drafts() or [b""]
    mail = email.message_from_bytes(smtp_sink.delivered[0].content)
    assert raw == b""
    assert [name for name in mail.keys() if name.lower().startswith("x-")] == []  # noqa: SIM118  # a mail names a header more than once
    mark, *chain = str(mail["References"]).split()
    assert chain == ["<m0@mail.example>"]
    assert ".d0." in mark
    assert mark != mail["Message-ID"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (b"2.0.0 Ok: queued as <a.b-1@provider.example>", "<a.b-1@provider.example>"),
        (b"OK Message-ID: <x@y.example> accepted", "<x@y.example>"),
        (b"2.0.0 ok id=<x@y.example>", "<x@y.example>"),
        (b"2.0.0 Ok: queued as 4F3A1B", None),
        (b"2.1.5 recipient <kim@customer.example> ok", None),
        (b"accepted for delivery to kim <kim@customer.example>", None),
        (b"queued as <" + b"x" * 5_000, None),
        (b"\xff\x00", None),
    ],
)
def test_the_given_name_is_read_where_the_server_says_so_and_nowhere_else(words: bytes, name: str | None):
    assert given_id(words) == name
