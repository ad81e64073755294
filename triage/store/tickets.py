"""Tickets: one matter with one customer."""

import base64
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from triage.store.schema import effects, events, messages, tickets


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One ticket as stored; see the comment of its table."""

    id: int
    public_id: str
    account: str
    store: str
    subject: str
    customer_name: str
    customer_address: str
    status: str
    auto: str | None
    language: str
    primary_label: str
    abstained: bool
    received_at: datetime
    due_at: datetime
    answered_at: datetime | None
    assignee: str | None
    version: int
    related: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTicket:
    """A ticket about to be written."""

    public_id: str
    account: str
    store: str
    subject: str
    customer_name: str
    customer_address: str
    status: str
    auto: str | None
    language: str
    primary_label: str
    abstained: bool
    received_at: datetime
    due_at: datetime
    related: str | None = None


def new_public_id() -> str:
    """A random name for a ticket, ten letters and digits that cannot be guessed."""
    return base64.b32encode(secrets.token_bytes(7)).decode("ascii")[:10].lower()


def add(conn: Connection, new: Sequence[NewTicket]) -> list[int]:
    """Write tickets; returns their ids in order."""
    if not new:
        return []
    rows = [{name: getattr(one, name) for name in NewTicket.__slots__} | {"version": 1} for one in new]
    query = insert(tickets).returning(tickets.c.id, sort_by_parameter_order=True)
    return list(conn.execute(query, rows).scalars())


def locked(conn: Connection, public_id: str) -> Ticket | None:
    """One ticket, kept from others for the rest of the transaction; None when there is none."""
    query = select(tickets).where(tickets.c.public_id == public_id).with_for_update()
    row = conn.execute(query).mappings().one_or_none()
    return Ticket(**row) if row is not None else None


def by_ids(conn: Connection, ids: Sequence[int], *, lock: bool = False) -> dict[int, Ticket]:
    """Tickets by id; those that are gone are left out. lock: keep them from others for this transaction."""
    return _several(conn, tickets.c.id.in_(ids), lock=lock)


def by_public_ids(conn: Connection, account: str, public_ids: Sequence[str]) -> dict[int, Ticket]:
    """Tickets of one account, by id; of an erased one only numbers are left: it is left out."""
    return _several(
        conn, tickets.c.account == account, tickets.c.public_id.in_(public_ids), tickets.c.status != "erased"
    )


def open_of(conn: Connection, account: str, customer_address: str) -> list[Ticket]:
    """Unanswered tickets of one customer (address in lower case), newest first."""
    query = (
        select(tickets)
        .where(
            tickets.c.account == account,
            tickets.c.customer_address == customer_address,
            tickets.c.status.in_(("open", "waiting")),
            tickets.c.answered_at.is_(None),
        )
        .order_by(tickets.c.received_at.desc(), tickets.c.id.desc())
        .with_for_update()
    )
    return [Ticket(**row) for row in conn.execute(query).mappings()]


def change(conn: Connection, ticket: Ticket, values: Mapping[str, Any]) -> bool:
    """Change a ticket if nobody did since it was read; counts its version up. False: somebody did."""
    done = conn.execute(
        update(tickets)
        .where(tickets.c.id == ticket.id, tickets.c.version == ticket.version)
        .values(**values, version=ticket.version + 1)
    )
    return done.rowcount == 1


def drop(conn: Connection, ticket_id: int) -> None:
    """Remove a ticket with its messages and events; only for one that a mail was merely parked in."""
    for table in (events, effects, messages):
        conn.execute(delete(table).where(table.c.ticket_id == ticket_id))
    conn.execute(delete(tickets).where(tickets.c.id == ticket_id))


def _several(conn: Connection, *conditions: ColumnElement[bool], lock: bool = False) -> dict[int, Ticket]:
    query = select(tickets).where(*conditions).order_by(tickets.c.id)
    rows = conn.execute(query.with_for_update() if lock else query).mappings()
    return {row["id"]: Ticket(**row) for row in rows}
