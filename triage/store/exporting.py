"""The rows of one person's tickets, as they are handed out."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select

from triage.store.persons import PAGE
from triage.store.schema import attachments, claims, confirmed, drafts, events, messages, orders, tickets

TICKET = (
    "id", "public_id", "account", "store", "subject", "customer_name", "customer_address", "status", "auto", "language",
    "primary_label", "received_at", "due_at", "answered_at",
)  # fmt: skip
MAIL = (
    "id", "ticket_id", "account", "direction", "message_id", "subject", "sender_name", "sender_address", "reply_to",
    "sent_at", "received_at", "text", "auto", "language", "categories", "order_numbers", "sha256", "purged_at",
)  # fmt: skip
FILE = ("message_id", "position", "filename", "content_type", "size_bytes", "sha256", "kind", "evidence")
CLAIM = ("message_id", "label", "probability", "order_number", "facts", "decision")
DRAFT = ("ticket_id", "revision", "state", "to_name", "to_address", "subject", "text", "created_at")
EVENT = ("ticket_id", "kind", "at", "actor")


def tickets_with(conn: Connection, ids: Sequence[int]) -> list[dict[str, Any]]:
    """Tickets, oldest first."""
    return _rows(conn, tickets, TICKET, "id", ids)


def mails_of(conn: Connection, ids: Sequence[int]) -> list[dict[str, Any]]:
    """Mails, oldest first."""
    return _rows(conn, messages, MAIL, "id", ids)


def ticket_parts(conn: Connection, ids: Sequence[int]) -> dict[str, list[dict[str, Any]]]:
    """Drafts and events of tickets."""
    return {
        "drafts": _rows(conn, drafts, DRAFT, "ticket_id", ids),
        "events": _rows(conn, events, EVENT, "ticket_id", ids),
    }


def mail_parts(conn: Connection, ids: Sequence[int]) -> dict[str, list[dict[str, Any]]]:
    """Attachments, claims and confirmed labels of mails."""
    return {
        "attachments": _rows(conn, attachments, FILE, "message_id", ids),
        "claims": _rows(conn, claims, CLAIM, "message_id", ids),
        "confirmed": _rows(conn, confirmed, ("message_id", "labels", "at"), "message_id", ids),
    }


def orders_of(conn: Connection, address: str) -> list[dict[str, Any]]:
    """Order facts of a customer (address in lower case)."""
    names = ("store", "number", "customer_email", "facts", "imported_at")
    query = select(*(orders.c[name] for name in names)).where(func.lower(orders.c.customer_email) == address)
    return [dict(row) for row in conn.execute(query.order_by(orders.c.id)).mappings()]


def pages(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Rows in pieces that a query takes."""
    return (ids[start : start + PAGE] for start in range(0, len(ids), PAGE))


def _rows(conn: Connection, table: Table, names: Sequence[str], key: str, ids: Sequence[int]) -> list[dict[str, Any]]:
    query = select(*(table.c[name] for name in names)).where(table.c[key].in_(ids)).order_by(table.c.id)
    return [dict(row) for row in conn.execute(query).mappings()]
