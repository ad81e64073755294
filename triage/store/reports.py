"""What a report says about tickets; its figures come from their events."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from triage.store.schema import tickets


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
