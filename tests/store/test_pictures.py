"""The same picture in another ticket is found by its hash, on every database."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, delete, func, select

from tests.builders import File, a_ticket
from tests.fakes.shop import a_shop
from triage.store import pictures, review
from triage.store.engine import reading, writing
from triage.store.schema import attachments, picture_keys, tickets

HASH = "a4739b9e9e213165"
FIVE_BITS_OFF = "a4739b9e9e21317a"
FAR = "5b8c64616ddece9a"


@pytest.fixture
def app(engine: Engine, tmp_path):
    return a_shop(engine, tmp_path).app


def with_picture(app, picture_hash: str, *, account: str | None = None) -> tuple[int, str, int]:
    """A ticket with a photo of this hash: its row, public id and the photo's row."""
    public_id = a_ticket(app, files=[File(content=picture_hash.encode())])
    with writing(app.engine) as conn:
        ticket = review.ticket(conn, public_id)
        assert ticket is not None
        (photo,) = review.attachments_of(conn, ticket.id)
        pictures.remember(conn, account or ticket.account, [(photo.id, picture_hash)])
    return ticket.id, public_id, photo.id


def met(app, ticket: int, photo: int, *hashes: str) -> list[str]:
    with reading(app.engine) as conn:
        account = conn.execute(select(tickets.c.account).where(tickets.c.id == ticket)).scalar_one()
        found = pictures.met_elsewhere(conn, account, ticket, {photo: hashes})
    return [one.public_id for one in found.get(photo, [])]


def test_a_nearly_equal_picture_of_another_ticket_is_found(app):
    _, first, _ = with_picture(app, HASH)
    ticket, _, photo = with_picture(app, FIVE_BITS_OFF)
    assert pictures.different_bits(HASH, FIVE_BITS_OFF) == 5
    assert met(app, ticket, photo, FIVE_BITS_OFF) == [first]


def test_its_mirror_image_is_found_too(app):
    _, first, _ = with_picture(app, HASH)
    ticket, _, photo = with_picture(app, FAR)
    assert met(app, ticket, photo, FAR, HASH) == [first]


def test_another_picture_is_not(app):
    with_picture(app, FAR)
    ticket, _, photo = with_picture(app, HASH)
    assert met(app, ticket, photo, HASH) == []


def test_the_same_ticket_is_no_other_ticket(app):
    ticket, _, photo = with_picture(app, HASH)
    assert met(app, ticket, photo, HASH) == []


def test_another_mailbox_is_not_looked_into(app):
    with_picture(app, HASH, account="elsewhere")
    ticket, _, photo = with_picture(app, HASH)
    assert met(app, ticket, photo, HASH) == []


def test_at_most_three_tickets_are_named_the_oldest_first(app):
    known = [with_picture(app, HASH)[1] for _ in range(5)]
    with writing(app.engine) as conn:
        for age, public_id in enumerate(known):
            _set_age(conn, public_id, datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=age))
    ticket, _, photo = with_picture(app, HASH)
    assert met(app, ticket, photo, HASH) == known[:3]


def test_a_picture_that_is_gone_is_not_found_any_more(app):
    _, _, gone = with_picture(app, HASH)
    ticket, _, photo = with_picture(app, HASH)
    with writing(app.engine) as conn:
        conn.execute(delete(attachments).where(attachments.c.id == gone))
        assert conn.execute(select(func.count()).where(picture_keys.c.attachment_id == gone)).scalar_one() == 0
    assert met(app, ticket, photo, HASH) == []


def _set_age(conn, public_id: str, at: datetime) -> None:
    from sqlalchemy import update

    from triage.store.schema import messages

    row = conn.execute(select(tickets.c.id).where(tickets.c.public_id == public_id)).scalar_one()
    conn.execute(update(messages).where(messages.c.ticket_id == row).values(received_at=at))
