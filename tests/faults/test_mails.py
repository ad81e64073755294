"""Rows 24, 44 and 50: people's mail is never lost for its headers, its id, or what it passes on."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.fakes.shop import SHOP
from tests.faults.shops import deliver, give_orders, letter, real_shop
from tests.faults.test_guessing import an_order
from tests.stages.parsing.mails import NOON
from tests.usecases.conversation import the_kit
from triage.pipeline import read
from triage.records import RawMail
from triage.usecases.effects import drain
from triage.usecases.ingest import poll

WORDS = [
    "My cup arrived broken, the handle was off when I opened the box. Please send a new one.",
    "Die Tasse kam mit abgebrochenem Henkel an. Ich bitte um Ersatz.",
    "Mon colis n'est jamais arrivé, il devait être là il y a une semaine. Pouvez-vous vérifier ?",
    "Quiero cancelar mi pedido MR2911, todavía no ha salido.",
    "Il mio pacco non è mai arrivato. Potete controllare?",
    "You sent me the wrong ring, I ordered silver and got gold.",
    "Where is my refund? I sent the parcel back three weeks ago.",
    "Which size should I take for a wrist of 17 cm?",
    "Please cancel order MR2911, I ordered it by mistake.",
    "Ich warte seit drei Wochen auf meine Rückerstattung für MR2911.",
    "Hi",
    "I am still waiting for an answer to my last mail.",
    "Can you tell me whether the blue one comes back into stock?",
    "One of the two prints was missing from the box.",
    "The parcel says delivered but nothing is here, and nobody at home saw a courier.",
]
MARKS = [
    "List-Unsubscribe: <mailto:leave@mail.example>",
    "List-Unsubscribe: <https://mail.example/u>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click",
    "X-Auto-Response-Suppress: All",
    "X-Auto-Response-Suppress: OOF, AutoReply",
    "Precedence: bulk",
    "Precedence: list",
    "Precedence: junk",
    "List-Id: Family <family.mail.example>",
    "List-Post: <mailto:family@mail.example>",
    "Feedback-ID: 1:mail:example",
    "Auto-Submitted: no",
    "X-Loop: family@mail.example",
    "X-MS-Exchange-Inbox-Rules-Loop: ann@mail.example",
    "X-Spam-Flag: YES",
    "X-Mailer: BulkMailer 3",
    "X-Campaign: none",
    "X-Autoreply: no",
    "Return-Path: <>",
    "Importance: low",
    "X-Original-To: info@shop.example",
]


@pytest.mark.row(44)
def test_no_mark_of_programs_makes_a_persons_mail_automatic(
    tmp_path: Path, chance: random.Random, volume: Callable[[int], int]
):
    shop = real_shop(tmp_path)
    whole = volume(200)
    mails = []
    for number in range(whole):
        marks = [MARKS[number % len(MARKS)], *chance.sample(MARKS, chance.randrange(3))]
        names = Counter(line.split(":")[0] for mark in marks for line in mark.split("\n"))
        marks = [mark for mark in dict.fromkeys(marks) if names[mark.split(":")[0]] == 1] or marks[:1]
        lines = [f"From: Ann {number} <ann{number}@mail.example>", f"To: {SHOP}", "Subject: my order", *marks]
        mails.append(letter(*lines, f"Message-ID: <{number}@mail.example>", text=WORDS[number % len(WORDS)]))
    deliver(shop, *mails)
    rows = shop.rows("tickets")
    assert [row["subject"] for row in rows if row["auto"] is not None] == []
    assert (len(rows), len(shop.rows("drafts"))) == (whole, whole)


FOREIGN = ("MR7001", "MR7002", "MR7003")
BELOW = [
    "---------- Forwarded message ---------\nFrom: Bob <bob@mail.example>\nDate: Sun, 1 Mar 2026 at 10:00\n"
    "Subject: my orders\nTo: Ann <ann@mail.example>\n\n{words}\n",
    "-----Original Message-----\nFrom: Bob <bob@mail.example>\nSent: Sunday, 1 March 2026 10:00\nTo: Ann\n"
    "Subject: my orders\n\n{words}\n",
    "Begin forwarded message:\n\nFrom: Bob <bob@mail.example>\nSubject: my orders\nDate: 1 March 2026 at 10:00:00\n"
    "To: ann@mail.example\n\n{words}\n",
    "Von: Bob <bob@mail.example>\nGesendet: Sonntag, 1. März 2026 10:00\nAn: Ann\nBetreff: my orders\n\n{words}\n",
]


BOBS = f"My orders {FOREIGN[0]}, {FOREIGN[1]} and {FOREIGN[2]} never arrived."
OWN = "Hello, please see what my friend wrote to me about the parcels. Can you help him?"


def passed_on(form: str | int) -> bytes:
    """Ann passes on a mail of Bob: attached, or below her own words."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Ann <ann@mail.example>", SHOP, "Fwd: a friend's mail"
    if form == "attached":
        mail.set_content(OWN)
        other = EmailMessage()
        other["From"], other["Subject"] = "Bob <bob@mail.example>", "my orders"
        other.set_content(BOBS)
        mail.add_attachment(other)
    else:
        mail.set_content(f"{OWN}\n\n{BELOW[int(form)].format(words=BOBS)}")
    return mail.as_bytes()


@pytest.mark.row(24)
def test_an_attached_mail_names_no_order_of_the_sender():
    raw = RawMail(raw=passed_on("attached"), received_at=NOON, source="test")
    (view,) = read([raw], "milliretro", the_kit(), frozenset())
    assert view.extraction.order_numbers == ()
    assert {claim.order_number for claim in view.extraction.claims} == {None}


@pytest.mark.row(24)
@pytest.mark.parametrize("form", ["attached", *range(len(BELOW))])
def test_orders_of_a_mail_that_is_passed_on_are_never_told_to_who_passes_it_on(tmp_path: Path, form: str | int):
    shop = real_shop(tmp_path)
    give_orders(shop.app, [an_order(number, "bob@mail.example") for number in FOREIGN])
    deliver(shop, passed_on(form))
    (draft,) = shop.rows("drafts")
    assert not any(number in draft["text"] for number in FOREIGN)
    assert all(row["order_number"] is None or not row["owned"] for row in shop.rows("claims"))
    assert "placed_at" not in str([row["case"] for row in shop.rows("claims")])


LONG_ID = f"<{'x' * 1990}@mail.example>"


@pytest.mark.row(50)
@pytest.mark.parametrize(
    ("first", "second", "tickets"),
    [
        ("Message-ID: <same@mail.example>", "Message-ID: <same@mail.example>", 2),
        ("X-None: 1", "X-None: 2", 2),
        ("Message-ID:", "Message-ID: ", 2),
        (f"Message-ID: {LONG_ID}", f"Message-ID: {LONG_ID}", 2),
        ("Message-ID:\n <folded@mail.example>", "Message-ID:\n\t<folded\n @mail.example>", 2),
        ("Message-ID: not an id at all", "Message-ID: not an id at all", 2),
        ("Message-ID: <a@b.example>\nMessage-ID: <c@d.example>", "Message-ID: <a@b.example>", 2),
        ("Message-ID: <\u00fc@mail.example>", "Message-ID: <>", 2),
    ],
)
def test_an_id_is_only_a_hint_so_no_mail_is_lost_for_it(tmp_path: Path, first: str, second: str, tickets: int):
    shop = real_shop(tmp_path)
    head = [f"To: {SHOP}", "Subject: my cup"]
    one = letter("From: Ann <ann@mail.example>", *head, first, text=WORDS[0])
    two = letter("From: Bob <bob@mail.example>", *head, second, text=WORDS[6])
    deliver(shop, one, two)
    deliver(shop, one, two, one)
    assert [row["customer_address"] for row in shop.rows("tickets")] == ["ann@mail.example", "bob@mail.example"]
    assert len(shop.rows("tickets")) == tickets
    assert len(shop.drafts()) == 2
    assert Counter(row["outcome"] for row in shop.rows("ledger") if row["folder"] == "INBOX") == {
        "triaged": 2,
        "moved": 3,
    }


@pytest.mark.row(50)
def test_the_same_mail_in_two_mailboxes_is_a_ticket_in_each(tmp_path: Path):
    shop = real_shop(tmp_path)
    second = replace(shop.account, name="second", user="sales@shop.example")
    shop.app = replace(shop.app, settings=replace(shop.app.settings, accounts=(shop.account, second)))
    deliver(shop, letter("From: Ann <ann@mail.example>", "Message-ID: <1@mail.example>", text=WORDS[0]))
    poll(shop.app, second, shop.reconnect())
    drain(shop.app, second, shop.mailbox)
    assert [row["account"] for row in shop.rows("tickets")] == ["main", "second"]
    assert len(shop.rows("drafts")) == 2
