"""What agents confirm becomes a row to learn from; what nobody confirmed never does."""

from typing import Any

import pytest
from sqlalchemy import delete

from tests.fakes.sender import FakeSender
from tests.fakes.shop import SHOP, Shop, a_mail
from triage.records import Label
from triage.store import confirmed, tickets
from triage.store.engine import reading, writing
from triage.store.schema import messages
from triage.usecases.confirming import MOST_A_DAY, confirm, sender_key, text_hash
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.rejudge import relabel
from triage.usecases.send import approve
from triage.usecases.watch_sent import watch


def a_ticket(shop: Shop, number: int = 1, **mail: str) -> str:
    shop.server.deliver(a_mail(number, **mail), shop.clock[0])
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    public_id: str = shop.rows("tickets")[-1]["public_id"]
    return public_id


def send(shop: Shop, ticket: str, **changes: Any) -> None:
    draft = [row for row in shop.rows("drafts") if row["state"] != "retired"][-1]
    shown: dict[str, Any] = {
        "draft_revision": draft["revision"],
        "text": draft["text"],
        "last_message_id": [row for row in shop.rows("messages") if row["direction"] == "in"][-1]["id"],
        "user": "mia",
        "idempotency_key": ticket,
    }
    approve(shop.app, ticket, **(shown | changes))
    drain(shop.app, shop.account, shop.mailbox)


def test_a_guess_that_nobody_confirmed_is_no_row(sending_shop: Shop):
    a_ticket(sending_shop)
    assert sending_shop.rows("confirmed") == []


def test_a_label_changed_in_the_console_is_a_row_with_its_source(shop: Shop):
    ticket = a_ticket(shop, subject="damaged", text="The zip is gone")
    at = shop.later(hours=1)
    relabel(shop.app, ticket, 0, Label.MISSING, "mia")
    (row,) = shop.rows("confirmed")
    assert (row["labels"], row["who"], row["how"], row["at"]) == (["missing"], "mia", "console", at)
    assert row["guess"] == [{"label": "damaged", "probability": 0.9}]
    assert (row["guess_abstained"], row["model_version"], row["sender"]) == (False, "test", "ada@mail.example")
    assert row["text_sha256"] == text_hash("damaged", "The zip is gone")


def test_a_draft_approved_and_sent_confirms_the_labels_as_shown(sending_shop: Shop, sender: FakeSender):
    ticket = a_ticket(sending_shop, subject="damaged missing")
    send(sending_shop, ticket)
    assert len(sender.accepted) == 1
    (row,) = sending_shop.rows("confirmed")
    assert (row["labels"], row["who"], row["how"]) == (["damaged", "missing"], "mia", "sent")


def test_approved_but_not_sent_confirms_nothing(shop: Shop):
    send(shop, a_ticket(shop))
    assert shop.rows("confirmed") == []


def test_our_draft_sent_from_the_mail_program_confirms_its_labels(shop: Shop):
    a_ticket(shop)
    (draft,) = shop.drafts()
    shop.server.deliver(draft, shop.later(hours=1), folder="Sent")
    watch(shop.app, shop.account, shop.mailbox)
    (row,) = shop.rows("confirmed")
    assert (row["labels"], row["who"], row["how"]) == (["damaged"], "mail program", "sent")


def test_an_answer_of_the_agents_own_confirms_nothing(shop: Shop):
    a_ticket(shop)
    answer = a_mail(9, sender=f"Shop <{SHOP}>", in_reply_to="<m1@mail.example>").replace(
        f"To: {SHOP}".encode(), b"To: ada@mail.example"
    )
    shop.server.deliver(answer, shop.later(hours=1), folder="Sent")
    assert watch(shop.app, shop.account, shop.mailbox) == 1
    assert shop.rows("confirmed") == []


def test_a_draft_on_a_mail_that_the_model_handed_over_confirms_nothing(sending_shop: Shop):
    send(sending_shop, a_ticket(sending_shop, subject="damaged unsure"))
    assert sending_shop.rows("confirmed") == []


def test_what_is_sent_after_a_correction_leaves_the_correction(sending_shop: Shop):
    ticket = a_ticket(sending_shop)
    relabel(sending_shop.app, ticket, 0, Label.MISSING, "ben")
    drain(sending_shop.app, sending_shop.account, sending_shop.mailbox)
    send(sending_shop, ticket)
    (row,) = sending_shop.rows("confirmed")
    assert (row["labels"], row["who"], row["how"]) == (["missing"], "ben", "console")


def test_the_last_correction_stands(shop: Shop):
    ticket = a_ticket(shop)
    for label in (Label.MISSING, Label.OTHER):
        relabel(shop.app, ticket, 0, label, "mia")
    assert [row["labels"] for row in shop.rows("confirmed")] == [["other"]]


@pytest.mark.row(52)
def test_one_sender_gives_five_rows_a_day_and_five_more_the_next(shop: Shop):
    for number in range(1, 9):
        sender = f"Eve <eve+{number}@mail.example>"
        relabel(shop.app, a_ticket(shop, number, sender=sender), 0, Label.OTHER, "mia")
    assert len(shop.rows("confirmed")) == MOST_A_DAY
    relabel(shop.app, a_ticket(shop, 20, sender="Bob <bob@mail.example>"), 0, Label.OTHER, "mia")
    assert len(shop.rows("confirmed")) == MOST_A_DAY + 1
    shop.later(days=1)
    relabel(shop.app, a_ticket(shop, 30, sender="Eve <eve@mail.example>"), 0, Label.OTHER, "mia")
    assert len(shop.rows("confirmed")) == MOST_A_DAY + 2


def test_automatic_mail_is_never_learnt_from(shop: Shop):
    a_ticket(shop, extra="X-Auto: newsletter")
    (mail,) = shop.rows("messages")
    with writing(shop.app.engine) as conn:
        assert not confirm(conn, mail["id"], ["other"], who="mia", how="console", now=shop.clock[0])


def test_the_row_leaves_with_the_mail_and_with_the_ticket(shop: Shop):
    for number in (1, 2):
        relabel(shop.app, a_ticket(shop, number), 0, Label.OTHER, "mia")
    (one, two) = shop.rows("messages")
    with writing(shop.app.engine) as conn:
        for table in ("ledger", "claims", "drafts", "effects"):
            clear(conn, table)
        conn.execute(delete(messages).where(messages.c.id == one["id"]))
    assert [row["message_id"] for row in shop.rows("confirmed")] == [two["id"]]
    with writing(shop.app.engine) as conn:
        tickets.drop(conn, two["ticket_id"])
    assert shop.rows("confirmed") == []


def clear(conn: Any, table: str) -> None:
    from tests.fakes.shop import TABLES

    if table == "claims":
        conn.execute(delete(TABLES["effects"]))
        conn.execute(delete(TABLES["drafts"]))
    conn.execute(delete(TABLES[table]))


def test_rows_come_back_with_the_words_they_are_about(shop: Shop):
    ticket = a_ticket(shop, subject="damaged", text="The zip is gone")
    relabel(shop.app, ticket, 0, Label.MISSING, "mia")
    with reading(shop.app.engine) as conn:
        (row,) = confirmed.everything(conn, "shop")
        assert confirmed.everything(conn, "another") == []
        assert confirmed.count_since(conn, None) == 1
        assert confirmed.count_since(conn, shop.clock[0]) == 0
    assert (row.public_id, row.subject, row.text, row.store) == (ticket, "damaged", "The zip is gone", "shop")


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("Kim+Shop@Mail.Example", "kim@mail.example"),
        ("kim@mail.example", "kim@mail.example"),
        ("+odd@mail.example", "+odd@mail.example"),
        ("", ""),
        ("not an address", "not an address"),
    ],
)
def test_tags_do_not_make_another_sender(address: str, key: str):
    assert sender_key(address) == key
