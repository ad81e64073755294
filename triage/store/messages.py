"""Messages of tickets, their attachments and claims."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from triage.records import address_key
from triage.store.schema import attachments, claims, messages, tickets

VOUCHED, UNVOUCHED, UNCLEAR = "vouched", "unvouched", "unclear"
"""What is known of a sender: the mail server vouches for them; it does not; the mail names no one plain author."""
CAME = ("in", "report")
"""Directions of mails that were taken in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One stored message without its bodies. direction: in, out, report."""

    id: int
    ticket_id: int
    account: str
    sha256: str
    direction: str
    message_id: str | None
    in_reply_to: str | None
    references: list[str]
    subject: str
    sender_name: str
    sender_address: str
    reply_to: str | None
    received_at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredClaim:
    """One claim as stored, with the policy case as decided and the decision."""

    id: int
    message_id: int
    ticket_id: int
    position: int
    label: str
    label_by: str | None
    probability: float
    order_number: str | None
    facts: Mapping[str, Any]
    owned: bool
    pack_version: str
    case: Mapping[str, Any]
    decision: Mapping[str, Any]


def key_of(message_id: str) -> str:
    """What a Message-ID is looked up by: a stranger's id may be of any length."""
    return hashlib.sha256(message_id.encode("utf-8", "surrogatepass")).hexdigest()


def add(conn: Connection, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Write messages; returns their ids in order. The rows hold every column but `id` and `message_key`."""
    if not rows:
        return []
    keyed = [dict(row, message_key=key_of(row["message_id"]) if row["message_id"] else None) for row in rows]
    query = insert(messages).returning(messages.c.id, sort_by_parameter_order=True)
    return list(conn.execute(query, keyed).scalars())


def outgoing(
    *,
    ticket_id: int,
    account: str,
    sha256: str,
    message_id: str | None,
    subject: str,
    text: str,
    html: str,
    language: str,
    at: datetime,
) -> dict[str, Any]:
    """The row of a mail that went out."""
    return {
        "ticket_id": ticket_id,
        "account": account,
        "sha256": sha256,
        "direction": "out",
        "message_id": message_id,
        "subject": subject,
        "text": text,
        "full_text": text,
        "html": html,
        "language": language,
        "sent_at": at,
        "received_at": at,
        **NOTHING_READ,
    }


NOTHING_READ: Mapping[str, Any] = {
    "in_reply_to": None,
    "references": [],
    "sender_name": "",
    "sender_address": "",
    "reply_to": None,
    "auto": None,
    "problems": [],
    "categories": [],
    "evidence": [],
    "abstained": False,
    "order_numbers": [],
    "model_version": "",
}
"""What a message that no stage read says about itself."""


def add_attachments(conn: Connection, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Write attachments; their octets are in the blob store by then. Returns their ids in order."""
    if not rows:
        return []
    query = insert(attachments).returning(attachments.c.id, sort_by_parameter_order=True)
    return list(conn.execute(query, list(rows)).scalars())


def add_claims(conn: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write claims with their decisions."""
    if rows:
        conn.execute(insert(claims), list(rows))


def known_digests(conn: Connection, account: str, digests: Sequence[str], direction: str = "in") -> dict[str, int]:
    """Messages that came in (or went out) with these bytes: row id by sha256."""
    directions = CAME if direction == "in" else (direction,)
    query = select(messages.c.sha256, messages.c.id).where(
        messages.c.account == account, messages.c.direction.in_(directions), messages.c.sha256.in_(digests)
    )
    return dict(conn.execute(query).all())


def tickets_of(conn: Connection, account: str, message_ids: Sequence[str]) -> dict[str, set[int]]:
    """Ticket rows in which each Message-ID was met; ids that were never met are left out."""
    wanted = {key_of(one): one for one in message_ids}
    query = select(messages.c.message_key, messages.c.ticket_id).where(
        messages.c.account == account, messages.c.message_key.in_(list(wanted))
    )
    found: dict[str, set[int]] = {}
    for key, ticket_id in conn.execute(query):
        found.setdefault(wanted[key or ""], set()).add(ticket_id)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A mail of ours that went out."""

    id: int
    ticket_id: int
    text: str


def sent(conn: Connection, account: str, message_ids: Sequence[str]) -> dict[str, Sent]:
    """Mails that went out with these Message-IDs; ids that never did are left out."""
    wanted = {key_of(one): one for one in message_ids}
    query = select(messages.c.message_key, messages.c.id, messages.c.ticket_id, messages.c.text).where(
        messages.c.account == account, messages.c.direction == "out", messages.c.message_key.in_(list(wanted))
    )
    return {
        wanted[key]: Sent(id=row, ticket_id=ticket_id, text=text) for key, row, ticket_id, text in conn.execute(query)
    }


def participants(conn: Connection, ticket_ids: Sequence[int]) -> dict[int, dict[str, bool]]:
    """Who wrote to us in each ticket, by `address_key`, and whether anyone ever vouched for them there."""
    query = select(messages.c.ticket_id, messages.c.sender_address, messages.c.trust).where(
        messages.c.ticket_id.in_(ticket_ids), messages.c.direction == "in"
    )
    found: dict[int, dict[str, bool]] = {}
    for ticket_id, address, trust in conn.execute(query):
        people, key = found.setdefault(ticket_id, {}), address_key(address)
        people[key] = people.get(key, False) or trust == VOUCHED
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Astray:
    """An order number that was given by somebody who is not known to own it. customer: their `address_key`."""

    customer: str
    number: str
    at: datetime
    trust: str | None


def astray_since(conn: Connection, account: str, customers: Sequence[str], since: datetime) -> list[Astray]:
    """Numbers given astray by these customers from `since` on."""
    query = (
        select(tickets.c.customer_address, claims.c.order_number, messages.c.received_at, messages.c.trust)
        .join(messages, messages.c.ticket_id == tickets.c.id)
        .join(claims, claims.c.message_id == messages.c.id)
        .where(
            tickets.c.account == account,
            tickets.c.customer_address.in_(customers),
            messages.c.direction == "in",
            messages.c.received_at >= since,
            claims.c.owned.is_(False),
            claims.c.order_number.is_not(None),
        )
    )
    return [Astray(customer=who, number=number, at=at, trust=trust) for who, number, at, trust in conn.execute(query)]


def times(
    conn: Connection, ticket_ids: Sequence[int], *, before: datetime | None = None
) -> dict[int, tuple[datetime, datetime]]:
    """First and last moment at which the customer wrote in each ticket, of all or of those before a moment."""
    query = (
        select(messages.c.ticket_id, func.min(messages.c.received_at), func.max(messages.c.received_at))
        .where(messages.c.ticket_id.in_(ticket_ids), messages.c.direction == "in")
        .group_by(messages.c.ticket_id)
    )
    if before is not None:
        query = query.where(messages.c.received_at < before)
    return {ticket_id: (first, last) for ticket_id, first, last in conn.execute(query)}


def by_ids(conn: Connection, ids: Sequence[int]) -> dict[int, Message]:
    """Messages by row."""
    return {row["id"]: Message(**row) for row in conn.execute(_plain().where(messages.c.id.in_(ids))).mappings()}


def last_in(conn: Connection, ticket_id: int) -> Message | None:
    """The customer's newest message."""
    query = (
        _plain()
        .where(messages.c.ticket_id == ticket_id, messages.c.direction == "in")
        .order_by(messages.c.received_at.desc(), messages.c.id.desc())
        .limit(1)
    )
    row = conn.execute(query).mappings().one_or_none()
    return Message(**row) if row is not None else None


def newer(conn: Connection, ticket_id: int, message_row: int) -> list[int]:
    """Rows of the customer's mails that are newer than this one, as `last_in` counts."""
    query = _plain().where(messages.c.ticket_id == ticket_id, messages.c.direction == "in")
    rows = conn.execute(query.order_by(messages.c.received_at, messages.c.id)).mappings().all()
    numbers = [int(row["id"]) for row in rows]
    return numbers[numbers.index(message_row) + 1 :] if message_row in numbers else []


def claims_of(conn: Connection, message_row: int) -> list[StoredClaim]:
    """Claims of one message, primary first."""
    query = select(claims).where(claims.c.message_id == message_row).order_by(claims.c.position)
    return [StoredClaim(**row) for row in conn.execute(query).mappings()]


def last_claims(conn: Connection, ticket_ids: Sequence[int]) -> dict[int, list[StoredClaim]]:
    """Claims of the customer's newest message in each ticket, primary first; tickets without claims are left out."""
    newest = (
        select(func.max(claims.c.message_id)).where(claims.c.ticket_id.in_(ticket_ids)).group_by(claims.c.ticket_id)
    )
    query = select(claims).where(claims.c.message_id.in_(newest)).order_by(claims.c.ticket_id, claims.c.position)
    found: dict[int, list[StoredClaim]] = {}
    for row in conn.execute(query).mappings():
        found.setdefault(row["ticket_id"], []).append(StoredClaim(**row))
    return found


def cases_since(conn: Connection, store: str, since: datetime) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Ticket and policy case of every claim of a store's mails from `since` on, oldest first; read as taken."""
    query = (
        select(tickets.c.public_id, claims.c.case)
        .join(tickets, tickets.c.id == claims.c.ticket_id)
        .where(tickets.c.store == store, tickets.c.received_at >= since)
        .order_by(claims.c.id)
    )
    for row in conn.execution_options(yield_per=1000).execute(query):
        yield row.public_id, row.case


def change_claim(conn: Connection, claim_id: int, values: Mapping[str, Any]) -> None:
    """Write another label or decision into a claim."""
    conn.execute(update(claims).where(claims.c.id == claim_id).values(**values))


def _plain() -> Any:
    return select(*(messages.c[name] for name in Message.__slots__))
