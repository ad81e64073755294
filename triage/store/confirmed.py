"""What people said that customers' mails are about: one row a mail, the last word standing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from triage.store.ledger import Folder
from triage.store.schema import confirmed, ledger, messages, tickets

CONSOLE, KEYWORD, SENT = "console", "keyword", "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed:
    """A customer's mail with what the model made of it. text: without history and signature."""

    message_id: int
    ticket_id: int
    sender_address: str
    subject: str
    text: str
    auto: str | None
    categories: Sequence[Mapping[str, Any]]
    abstained: bool
    model_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewConfirmed:
    """A person's word about one mail; see the comment of the table."""

    ticket_id: int
    message_id: int
    sender: str
    text_sha256: str
    labels: Sequence[str]
    guess: Sequence[Mapping[str, Any]]
    guess_abstained: bool
    model_version: str
    who: str
    how: str
    keywords: Sequence[str] | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """A stored row with the words that it is about, read from our mail store, and where they stand."""

    id: int
    message_id: int
    public_id: str
    store: str
    sender: str
    text_sha256: str
    subject: str
    text: str
    language: str
    labels: Sequence[str]
    guess: Sequence[Mapping[str, Any]]
    guess_abstained: bool
    model_version: str
    who: str
    how: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What stands already about one mail. keywords: see the comment of the table."""

    labels: Sequence[str]
    how: str
    keywords: Sequence[str] | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A mail in the mailbox that carries our keywords; seen: the labels last seen on it there."""

    uid: int
    message_id: int
    seen: Sequence[str]


def guessed(conn: Connection, message_row: int) -> Guessed | None:
    """A mail and the model's guess at it; None when there is no such mail of a customer."""
    names = [name for name in Guessed.__slots__ if name != "message_id"]
    query = select(messages.c.id.label("message_id"), *(messages.c[name] for name in names)).where(
        messages.c.id == message_row, messages.c.direction == "in"
    )
    row = conn.execute(query).mappings().one_or_none()
    return Guessed(**row) if row is not None else None


def said_of(conn: Connection, message_row: int) -> Said | None:
    """What a person said about this mail so far."""
    query = select(*(confirmed.c[name] for name in Said.__slots__)).where(confirmed.c.message_id == message_row)
    row = conn.execute(query).mappings().one_or_none()
    return Said(**row) if row is not None else None


def count_between(conn: Connection, sender: str, first: datetime, before: datetime, *, but: int) -> int:
    """Rows of one sender in a span of time, but for those of one message."""
    query = select(func.count()).where(
        confirmed.c.sender == sender,
        confirmed.c.at >= first,
        confirmed.c.at < before,
        confirmed.c.message_id != but,
    )
    return conn.execute(query).scalar_one()


def add(conn: Connection, new: NewConfirmed) -> None:
    """Write a row for a mail that has none."""
    conn.execute(insert(confirmed).values({name: getattr(new, name) for name in NewConfirmed.__slots__}))


def change(conn: Connection, message_row: int, values: Mapping[str, Any]) -> None:
    """Write the newer word about a mail."""
    conn.execute(update(confirmed).where(confirmed.c.message_id == message_row).values(**values))


def everything(conn: Connection, store: str | None = None, since: datetime | None = None) -> list[Confirmed]:
    """Every row, oldest first, of one store or of all, confirmed from `since` on or ever."""
    own = ("id", "message_id", "sender", "text_sha256", "labels", "guess", "guess_abstained", "who", "how", "at")
    query = (
        select(
            *(confirmed.c[name] for name in (*own, "model_version")),
            *(messages.c[name] for name in ("subject", "text", "language")),
            *(tickets.c[name] for name in ("public_id", "store")),
        )
        .join(messages, messages.c.id == confirmed.c.message_id)
        .join(tickets, tickets.c.id == confirmed.c.ticket_id)
        .order_by(confirmed.c.at, confirmed.c.id)
    )
    if store is not None:
        query = query.where(tickets.c.store == store)
    if since is not None:
        query = query.where(confirmed.c.at >= since)
    return [Confirmed(**row) for row in conn.execute(query).mappings()]


def count_since(conn: Connection, at: datetime | None) -> int:
    """Rows written after a moment, or all."""
    query = select(func.count()).select_from(confirmed)
    return conn.execute(query if at is None else query.where(confirmed.c.at > at)).scalar_one()


def marked(conn: Connection, known: Folder, limit: int) -> list[Marked]:
    """The newest triaged mails of a folder, by UID, newest first; of copies of one mail only the newest."""
    query = (
        select(ledger.c.uid, ledger.c.message_id, messages.c.categories, confirmed.c.keywords)
        .join(messages, messages.c.id == ledger.c.message_id)
        .outerjoin(confirmed, confirmed.c.message_id == messages.c.id)
        .where(
            ledger.c.account == known.account,
            ledger.c.folder == known.folder,
            ledger.c.epoch == known.epoch,
            ledger.c.outcome.in_(("triaged", "moved")),
            messages.c.auto.is_(None),
        )
        .order_by(ledger.c.uid.desc())
        .limit(limit)
    )
    found: dict[int, Marked] = {}
    for uid, message, guess, seen in conn.execute(query):
        labels = seen if seen is not None else [one["label"] for one in guess]
        found.setdefault(message, Marked(uid=uid, message_id=message, seen=labels))
    return list(found.values())


def guesses_between(
    conn: Connection, first: datetime, before: datetime, model: str | None = None
) -> dict[tuple[bool, str], int]:
    """How many customers' mails received in a span were (handed over, given this main label).

    model: only those that it read.
    """
    label = messages.c.categories[(0, "label")].as_string()
    query = (
        select(messages.c.abstained, label, func.count())
        .where(
            messages.c.direction == "in",
            messages.c.auto.is_(None),
            messages.c.received_at >= first,
            messages.c.received_at < before,
        )
        .group_by(messages.c.abstained, label)
    )
    if model is not None:
        query = query.where(messages.c.model_version == model)
    return {(abstained, name): count for abstained, name, count in conn.execute(query) if name is not None}
