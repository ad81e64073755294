"""What happened to tickets, in the order in which it was written; nothing here is ever changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from triage.sla import tally
from triage.store.schema import events, tickets

RECEIVED, DRAFTED, REPLIED, CLOSED, REOPENED, RELABELLED = (
    tally.RECEIVED,
    tally.DRAFTED,
    tally.REPLIED,
    tally.CLOSED,
    tally.REOPENED,
    tally.RELABELLED,
)
EDITED, APPROVED, QUARANTINED, RETIRED, CHOSEN = "edited", "approved", "quarantined", "retired", "chosen"
SEND_FAILED, SEND_UNKNOWN = "send_failed", "send_unknown"
SAID_SENT, SAID_UNSENT = "said_sent", "said_unsent"
UNDELIVERED, ERASED, GUESSING = tally.UNDELIVERED, tally.ERASED, "guessing"
BOT, CUSTOMER, MAIL_PROGRAM = "bot", "customer", "mail program"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """One thing that happened. actor: bot, customer, mail program, or the name of a user."""

    ticket_id: int
    kind: str
    at: datetime
    actor: str
    data: Mapping[str, Any] = field(default_factory=dict)


def add(conn: Connection, new: Sequence[NewEvent]) -> None:
    """Append events."""
    if new:
        conn.execute(insert(events), [{name: getattr(one, name) for name in NewEvent.__slots__} for one in new])


def received(ticket_id: int, at: datetime, due_at: datetime | None, message_id: int) -> NewEvent:
    """A mail came, and with it the promise to answer by `due_at`; None: automatic mail, which is promised nothing."""
    return NewEvent(
        ticket_id=ticket_id,
        kind=RECEIVED,
        at=at,
        actor=CUSTOMER,
        data={"due_at": due_at.isoformat() if due_at is not None else None, "message": message_id},
    )


def of_tickets(conn: Connection, ticket_ids: Sequence[int] | None = None) -> list[tally.Event]:
    """The events that the promise is counted from, of these tickets or of all, by ticket, as they were written."""
    query = select(events.c.id, events.c.ticket_id, events.c.kind, events.c.at, events.c.data).order_by(
        events.c.ticket_id, events.c.id
    )
    if ticket_ids is not None:
        query = query.where(events.c.ticket_id.in_(ticket_ids))
    return [_for_tally(*row) for row in conn.execute(query)]


def last_reply(conn: Connection, ticket_ids: Sequence[int]) -> dict[int, datetime]:
    """When each of these tickets was last answered."""
    query = select(events.c.ticket_id, events.c.at).where(events.c.ticket_id.in_(ticket_ids), events.c.kind == REPLIED)
    return dict(conn.execute(query.order_by(events.c.at)).all())


def since(conn: Connection, kind: str, at: datetime) -> list[tuple[str, datetime]]:
    """Tickets (public ids) to which this happened from `at` on, and when it last did; newest first."""
    last = func.max(events.c.at).label("last")
    query = (
        select(tickets.c.public_id, last)
        .join(tickets, tickets.c.id == events.c.ticket_id)
        .where(events.c.kind == kind, events.c.at >= at)
        .group_by(tickets.c.public_id)
        .order_by(last.desc())
    )
    return [(public_id, when) for public_id, when in conn.execute(query)]


def _for_tally(number: int, ticket_id: int, kind: str, at: datetime, data: Mapping[str, Any]) -> tally.Event:
    due = data.get("due_at")
    return tally.Event(
        ticket_id=ticket_id,
        kind=kind,
        at=at,
        due_at=datetime.fromisoformat(due) if due else None,
        number=number,
        message=data.get("message"),
        leaves=frozenset(data["leaves"]) if "leaves" in data else None,
    )
