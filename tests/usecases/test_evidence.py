"""What was seen in an attachment is kept with it, and the same picture in another ticket is noted to the agent only."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.shop import NOON, Shop, a_mail, read
from triage.kit import Kit
from triage.records import Clarity, Finding, RawMail, Reading
from triage.store.engine import reading
from triage.store.review import attachments_of
from triage.usecases import review
from triage.usecases.ingest import poll

HASHES = {"ring": "a4739b9e9e213165", "ring again": "a4739b9e9e213164", "cup": "5b8c64616ddece9a"}
MIRRORED = "0123456789abcdef"


def seeing(mails: Sequence[RawMail], store: str, kit: Kit, own_addresses: frozenset[str]) -> list[Reading]:
    """Reads as the fake shop does; a photo named in X-Photo has that thing's hash."""
    return [_seen(view) for view in read(mails, store, kit, own_addresses)]


def _seen(view: Reading) -> Reading:
    files = tuple(
        replace(
            file,
            finding=Finding(
                width=1200,
                height=900,
                clarity=Clarity.CLEAR,
                taken="2026-03-01T10:00:00",
                picture_hash=HASHES[file.content.decode()],
                mirrored_hash=MIRRORED,
                text="words of the customer",
            ),
        )
        for file in view.mail.attachments
    )
    extraction = replace(view.extraction, seen=tuple(("A123",) for _ in files))
    return replace(view, mail=replace(view.mail, attachments=files), extraction=extraction)


@pytest.fixture
def seeing_shop(shop: Shop) -> Shop:
    shop.app = replace(shop.app, read=seeing)
    return shop


def _deliver(shop: Shop, number: int, photo: str, **more: Any) -> None:
    shop.server.deliver(a_mail(number, extra=f"X-Photo: {photo}", **more), NOON)
    poll(shop.app, shop.account, shop.mailbox)


def _views(shop: Shop) -> list[review.TicketView]:
    return [review.look(shop.app, row["public_id"]) for row in shop.rows("tickets")]


def _met(view: review.TicketView) -> list[list[str]]:
    return [[one.public_id for one in found] for found in view.met.values()]


def test_what_was_seen_is_kept_without_the_words(seeing_shop: Shop):
    _deliver(seeing_shop, 1, "ring")
    (ticket,) = seeing_shop.rows("tickets")
    with reading(seeing_shop.app.engine) as conn:
        (file,) = attachments_of(conn, ticket["id"])
    assert file.evidence == {
        "width": 1200,
        "height": 900,
        "clarity": "clear",
        "taken": "2026-03-01T10:00:00",
        "picture_hash": HASHES["ring"],
        "mirrored_hash": MIRRORED,
        "numbers": ["A123"],
    }


def test_the_same_picture_in_another_ticket_is_noted_in_both(seeing_shop: Shop):
    _deliver(seeing_shop, 1, "ring")
    _deliver(seeing_shop, 2, "ring again", sender="Bo <bo@mail.example>")
    first, second = _views(seeing_shop)
    assert _met(first) == [[second.ticket.public_id]]
    assert _met(second) == [[first.ticket.public_id]]


def test_two_mails_of_one_batch_with_the_same_picture_are_noted_too(seeing_shop: Shop):
    seeing_shop.server.deliver(a_mail(1, extra="X-Photo: ring"), NOON)
    _deliver(seeing_shop, 2, "ring", sender="Bo <bo@mail.example>")
    assert [len(_met(view)) for view in _views(seeing_shop)] == [1, 1]


def test_a_picture_sent_again_in_the_same_conversation_is_no_note(seeing_shop: Shop):
    _deliver(seeing_shop, 1, "ring")
    _deliver(seeing_shop, 2, "ring", in_reply_to="<m1@mail.example>")
    (view,) = _views(seeing_shop)
    assert len(view.attachments) == 2
    assert _met(view) == []


def test_another_picture_is_no_note(seeing_shop: Shop):
    _deliver(seeing_shop, 1, "ring")
    _deliver(seeing_shop, 2, "cup", sender="Bo <bo@mail.example>")
    assert [_met(view) for view in _views(seeing_shop)] == [[], []]


def test_no_reply_speaks_of_another_ticket(seeing_shop: Shop):
    _deliver(seeing_shop, 1, "ring")
    _deliver(seeing_shop, 2, "ring", sender="Bo <bo@mail.example>")
    ids = {row["public_id"] for row in seeing_shop.rows("tickets")}
    assert not any(public_id in row["text"] for row in seeing_shop.rows("drafts") for public_id in ids)
