"""What people switched, and who did: append-only, the last word of a name counts."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from triage.store.schema_service import switches

STOP = "stop"
"""While on, no reply leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """One movement of a switch."""

    name: str
    is_on: bool
    who: str
    at: datetime


def old_replies(account: str) -> str:
    """Name of the switch that lets replies go to mails from long before a mailbox was connected."""
    return f"old:{account}"


def flip(conn: Connection, name: str, *, on: bool, who: str, now: datetime) -> bool:
    """Move a switch; False when it stands like that already."""
    if is_on(conn, name) is on:
        return False
    conn.execute(insert(switches).values(name=name, is_on=on, who=who, at=now))
    return True


def is_on(conn: Connection, name: str) -> bool:
    """How a switch stands; one that nobody ever touched is off."""
    found = last(conn, name)
    return found is not None and found.is_on


def last(conn: Connection, name: str) -> Switch | None:
    """Who moved a switch last."""
    return next(iter(_moved(conn, name=name, limit=1)), None)


def history(conn: Connection, *, limit: int) -> list[Switch]:
    """The last movements of all switches, newest first."""
    return _moved(conn, name=None, limit=limit)


def _moved(conn: Connection, *, name: str | None, limit: int) -> list[Switch]:
    query = select(*(switches.c[field] for field in Switch.__slots__)).order_by(switches.c.id.desc()).limit(limit)
    if name is not None:
        query = query.where(switches.c.name == name)
    return [Switch(**row) for row in conn.execute(query).mappings()]
