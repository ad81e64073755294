"""What the SLA report counts from: tickets and their events, nothing cached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from triage.sla.tally import CLOSED, DRAFTED, RECEIVED, REPLIED, Event
from triage.store.schema import events, tickets

COUNTED = (RECEIVED, DRAFTED, REPLIED, CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketFace:
    """What a report says about a ticket: no words of people."""

    id: int
    public_id: str
    store: str
    label: str
    status: str


def faces(conn: Connection) -> dict[int, TicketFace]:
    """Every ticket that a customer waits or waited on, by id; automatic mail makes nobody wait."""
    query = select(
        tickets.c.id, tickets.c.public_id, tickets.c.store, tickets.c.primary_label.label("label"), tickets.c.status
    ).where(tickets.c.auto.is_(None))
    return {row["id"]: TicketFace(**row) for row in conn.execute(query).mappings()}


def counted_events(conn: Connection, *, until: datetime) -> Sequence[Event]:
    """The events that start and stop clocks, up to and including `until` (aware UTC), by ticket and time."""
    query = (
        select(events.c.ticket_id, events.c.kind, events.c.at, events.c.data)
        .where(events.c.kind.in_(COUNTED), events.c.at <= until)
        .order_by(events.c.ticket_id, events.c.at, events.c.id)
    )
    return [
        Event(ticket_id=row.ticket_id, kind=row.kind, at=row.at, due_at=_due(row.data)) for row in conn.execute(query)
    ]


def _due(data: dict[str, object]) -> datetime | None:
    due = data.get("due_at")
    return datetime.fromisoformat(due) if isinstance(due, str) else None
