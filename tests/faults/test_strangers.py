"""Rows 45, 46, 47, 63: no mail speaks for the shop, no stranger reads along, no answer goes astray."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.sender import FakeSender
from tests.fakes.shop import SHOP, Shop
from tests.faults.shops import deliver, give_orders, letter, real_shop, reply
from triage.records import OrderRecord, Voucher
from triage.usecases.diverting import answer_to
from triage.usecases.own import new_message_id
from triage.usecases.review import look
from triage.web.sheet import make_sheet

ANN, EVE = "ann@mail.example", "eve@evil.example"
SECRET = "My neighbour at Elm Road seven took the parcel MR2911 in, the cup with the blue heron is broken in two."
WORDS = ("elm road", "heron", "mr2911", "neighbour")
ORDER = OrderRecord(
    store="shop",
    number="MR2911",
    customer_email=ANN,
    facts={
        "placed_at": "2026-02-10T09:00:00+00:00",
        "fulfilled_at": "2026-02-12T09:00:00+00:00",
        "shipped_at": "2026-02-12T10:00:00+00:00",
        "delivered_at": "2026-02-27T09:00:00+00:00",
        "payment": "card",
        "country": "DE",
        "items": [{"kind": "homeware", "personalized": False, "discount_percent": 0, "sale": False, "gift": False}],
    },
)
WANTS = "My order MR2911 never arrived, it was due a week ago. Where is my parcel?"


def mail(number: int, *more: str, sender: str, text: str, subject: str = "Re: broken cup") -> bytes:
    head = [f"From: {sender}", f"To: {SHOP}", f"Subject: {subject}", f"Message-ID: <e{number}@evil.example>", *more]
    return letter(*head, text=f"{text} ({number})")


def anns_ticket(shop: Shop) -> tuple[str, str, str]:
    """Ann wrote and was answered: her ticket, the id of her mail and that of our reply."""
    deliver(shop, letter(f"From: Ann <{ANN}>", f"To: {SHOP}", "Subject: broken cup", "Message-ID: <a1@mail.example>",
                         text=SECRET))  # fmt: skip
    ticket = str(shop.rows("tickets")[0]["public_id"])
    return ticket, "<a1@mail.example>", reply(shop, ticket)


def bent(own: str, chance: random.Random, shop: Shop, ticket: str) -> str:
    """An id like ours, or ours as it stands in somebody else's hands."""
    body = own[1:].partition("@")[0]
    name, revision, seal = body.split(".")
    place = chance.randrange(len(seal))
    flipped = seal[:place] + ("0" if seal[place] != "0" else "1") + seal[place + 1 :]
    return chance.choice([
        own,
        f"<{name}.{revision}.{flipped}@shop.example>",
        f"<{name}.{revision}.{seal[: chance.randrange(32)]}@shop.example>",
        f"<{name}.d{chance.randrange(2, 99)}.{seal}@shop.example>",
        f"<{name}.{revision}.{seal}.{seal}@shop.example>",
        f"<tabcdefghij.{revision}.{seal}@shop.example>",
        f"<{name}.{revision}@shop.example>",
        f"<{name.upper()}.{revision}.{seal}@shop.example>",
        f"<{ticket}@shop.example>",
        own.replace("@", "@evil."),
        new_message_id(shop.app, shop.account, "zzzzzzzzzz", 1),
        "<a1@mail.example>",
    ])  # fmt: skip


@pytest.mark.row(45, 46)
def test_no_id_opens_a_conversation_to_somebody_else(
    tmp_path: Path, chance: random.Random, volume: Callable[[int], int]
):
    sender = FakeSender()
    shop = real_shop(tmp_path, sender=sender)
    ticket, theirs, own = anns_ticket(shop)
    before = look(shop.app, ticket)
    senders = [
        f"Eve <{EVE}>", f'"{ANN}" <{EVE}>', f"The Shop <{SHOP}>", f'"Mia, The Shop" <{EVE}>', f"<{SHOP}>, <{ANN}>",
        f"Ann <{ANN}>, Eve <{EVE}>", f"Ann <{ANN}.evil.example>", f"Ann <x.{ANN}>", "Ann", f"<{EVE}>:<{ANN}>",
    ]  # fmt: skip
    mails = []
    for number in range(volume(500)):
        ids = [bent(own, chance, shop, ticket) for _ in range(3)]
        more = [f"In-Reply-To: {ids[0]}", f"References: {theirs} {ids[1]} {ids[2]}"]
        more += chance.choice([[], [f"Reply-To: {SHOP}"], [f"Sender: {SHOP}"], [f"Cc: {ANN}, {EVE}"]])
        subject = chance.choice(["Re: broken cup", f"[{ticket}] broken cup", f"Re: ticket {ticket}", f"#{ticket}"])
        text = f"Please send everything to me. Ticket {ticket}, {own}."
        mails.append(mail(number, *more, sender=chance.choice(senders), text=text, subject=subject))
    deliver(shop, *mails)
    after = look(shop.app, ticket)
    assert after.newest is not None
    assert (len(after.earlier), after.newest, after.ticket) == (len(before.earlier), before.newest, before.ticket)
    assert len(shop.rows("tickets")) == 1 + len(mails)
    assert len(sender.accepted) == 1
    for row in shop.rows("messages"):
        assert row["direction"] != "out" or row["ticket_id"] == before.ticket.id
    for row in shop.rows("drafts")[1:]:
        said = f"{row['subject']} {row['text']} {row['html']}".lower()
        assert not any(word in said for word in WORDS), row
    assert {row["related"] for row in shop.rows("tickets")[1:] if row["auto"] is None} <= {ticket, None}


@pytest.mark.row(46)
def test_who_quotes_another_ticket_gets_one_of_their_own_that_says_so(tmp_path: Path):
    shop = real_shop(tmp_path, sender=FakeSender())
    ticket, theirs, own = anns_ticket(shop)
    for number, line in enumerate(
        (f"In-Reply-To: {own}", f"References: {theirs}", f"In-Reply-To: {own.replace('@', '0@')}")
    ):
        deliver(shop, mail(number, line, sender=f"Bob <{EVE}>", text=f"I am writing about ticket {ticket}."))
    assert [row["related"] for row in shop.rows("tickets")] == [None, ticket, ticket, None]


@pytest.mark.row(46)
def test_the_customer_is_known_by_our_id_and_by_the_id_of_their_own_mail(tmp_path: Path):
    shop = real_shop(tmp_path, sender=FakeSender())
    ticket, theirs, own = anns_ticket(shop)
    for number, line in enumerate((f"In-Reply-To: {own}", f"References: {theirs}", f"In-Reply-To: {theirs}")):
        deliver(shop, mail(number, line, sender=f"A. <{ANN.upper()}>", text="Any news of my cup?"))
    assert [row["public_id"] for row in shop.rows("tickets")] == [ticket]


@pytest.mark.row(45, 49)
def test_a_customer_who_was_vouched_for_once_is_not_joined_by_a_mail_that_nobody_vouches_for(tmp_path: Path):
    shop = real_shop(tmp_path, sender=FakeSender(), voucher=Voucher(authserv_id="mx.shop.example"))
    word = "Authentication-Results: mx.shop.example; dmarc=pass header.from=mail.example\n"
    hop = "Received: from a by mx.shop.example with ESMTP\n"
    deliver(shop, (word + hop).encode() + mail(1, sender=f"Ann <{ANN}>", text=SECRET))
    ticket = str(shop.rows("tickets")[0]["public_id"])
    ours = reply(shop, ticket)
    deliver(shop, hop.encode() + mail(2, f"In-Reply-To: {ours}", sender=f"Ann <{ANN}>", text="Where is my cup?"))
    deliver(shop, (word + hop).encode() + mail(3, f"In-Reply-To: {ours}", sender=f"Ann <{ANN}>", text="And mine?"))
    assert [(row["public_id"] == ticket, row["related"]) for row in shop.rows("tickets")] == [
        (True, None),
        (False, ticket),
    ]
    assert [row["trust"] for row in shop.rows("messages") if row["direction"] == "in"] == [
        "vouched",
        "unvouched",
        "vouched",
    ]


@pytest.mark.row(47)
def test_a_copy_to_a_stranger_makes_them_neither_reader_nor_recipient(
    tmp_path: Path, chance: random.Random, volume: Callable[[int], int]
):
    sender = FakeSender()
    shop = real_shop(tmp_path, sender=sender)
    ticket, theirs, own = anns_ticket(shop)
    for number in range(volume(50)):
        copies = chance.choice([f"Cc: {EVE}", f"Cc: Eve <{EVE}>, {SHOP}", f"To: {SHOP}, {EVE}", f"Resent-To: {EVE}"])
        line = chance.choice([f"In-Reply-To: {own}", f"References: {theirs}"])
        deliver(shop, mail(number, line, copies, sender=f"Ann <{ANN}>", text="Please answer to all of us."))
        ours = reply(shop, ticket)
        deliver(shop, mail(1000 + number, f"In-Reply-To: {ours}", sender=EVE, text="Send me what was said so far."))
    for raw in sender.accepted:
        head, _, body = raw.partition(b"\r\n\r\n")
        assert EVE.encode() not in raw
        assert b"To: Ann" in head or ANN.encode() in head
        assert b"\r\nCc:" not in head
        assert b"\r\n> " not in body
    strangers = [row for row in shop.rows("tickets") if row["customer_address"] == EVE]
    assert len(strangers) == volume(50)
    for row in shop.rows("drafts"):
        if row["to_address"] == EVE:
            assert not any(word in row["text"].lower() for word in WORDS)


@pytest.mark.row(63)
def test_an_address_that_answers_are_diverted_to_is_never_written_to_together_with_order_data(
    tmp_path: Path, chance: random.Random, volume: Callable[[int], int]
):
    shop = real_shop(tmp_path, sender=FakeSender())
    give_orders(shop.app, [ORDER])
    deliver(shop, mail(0, sender=f"Ann <{ANN}>", text=WANTS, subject="my order"))
    assert "MR2911" in shop.rows("drafts")[0]["text"]
    ways = [EVE, f"Ann <{EVE}>", f'"{ANN}" <{EVE}>', f"{ANN}, {EVE}", f"{EVE}, {ANN}", f"Ann <{ANN}.evil.example>",
            f"Team: {EVE};", f"<{EVE}>", f"=?utf-8?q?ann=40mail=2Eexample?= <{EVE}>", "ann@other.example",
            f"{ANN}\nReply-To: {EVE}", f"{EVE}\nReply-To: {ANN}"]  # fmt: skip
    mails = []
    for number in range(1, volume(300) + 1):
        frm, to = chance.choice([(ANN, chance.choice(ways)), (EVE, chance.choice([ANN, *ways])), (ANN, EVE)])
        by = chance.choice([[], [f"Sender: {EVE}"], [f"Sender: {ANN}"], [f"Return-Path: <{EVE}>"]])
        lines = [f"Reply-To: {to}", *by]
        mails.append(mail(number, *lines, sender=frm, text=WANTS, subject="my order"))
    deliver(shop, *mails)
    rows = shop.rows("drafts")[1:]
    assert len(rows) > 0
    for row in rows:
        assert "MR2911" not in row["text"], row
        assert row["to_address"] in (ANN, EVE)
    assert len({row["text"].split("\n", 1)[1] for row in rows if row["language"] == "en"}) == 1


@pytest.mark.row(63)
def test_an_answer_goes_elsewhere_only_by_an_agents_choice_and_stays_where_it_was_put(tmp_path: Path):
    sender = FakeSender()
    shop = real_shop(tmp_path, sender=sender)
    deliver(shop, mail(1, "Reply-To: ann@work.example", sender=f"Ann <{ANN}>", text=WANTS, subject="my order"))
    ticket = str(shop.rows("tickets")[0]["public_id"])
    sheet = make_sheet(shop.app, look(shop.app, ticket), text=None, key="k")
    assert sheet.editor is not None
    assert (sheet.diverts, sheet.editor.to_address) == ("ann@work.example", ANN)
    answer_to(shop.app, ticket, draft_revision=1, elsewhere=True, user="mia")
    reply(shop, ticket, text="We look into it.")
    assert b"To: ann@work.example" in sender.accepted[0]
    assert ANN.encode() not in sender.accepted[0]


@pytest.mark.row(63)
def test_the_choice_can_be_taken_back(tmp_path: Path):
    shop = real_shop(tmp_path, sender=FakeSender())
    deliver(shop, mail(1, "Reply-To: ann@work.example", sender=f"Ann <{ANN}>", text=WANTS, subject="my order"))
    ticket = str(shop.rows("tickets")[0]["public_id"])
    answer_to(shop.app, ticket, draft_revision=1, elsewhere=True, user="mia")
    answer_to(shop.app, ticket, draft_revision=2, elsewhere=False, user="mia")
    draft = look(shop.app, ticket).draft
    assert draft is not None
    assert draft.to_address == ANN
