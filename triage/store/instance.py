"""Whose installation this database is: one row, written once and changed only by a person or a restore."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from triage.store.schema import effects, events
from triage.store.schema_service import instance, jobs

ONLY = 1
UNFINISHED = ("READY", "CLAIMED", "ATTEMPTED")
RECOVERY = "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """name: random, also in the data folder. place: where the folder was when it was bound. generation: from 1 on."""

    name: str
    generation: int
    place: Mapping[str, Any]
    bound_at: datetime


def get(conn: Connection) -> Instance | None:
    """The row; None in a database that nobody used yet."""
    query = select(*(instance.c[name] for name in Instance.__slots__))
    row = conn.execute(query.where(instance.c.id == ONLY)).mappings().one_or_none()
    return Instance(**row) if row is not None else None


def bind_first(conn: Connection, name: str, place: Mapping[str, Any], now: datetime) -> None:
    """Say whose it is, unless somebody did meanwhile."""
    statement = postgresql_insert if conn.dialect.name == "postgresql" else sqlite_insert
    values = {"id": ONLY, "name": name, "generation": 1, "place": dict(place), "bound_at": now}
    conn.execute(statement(instance).values(**values).on_conflict_do_nothing())


def move(conn: Connection, name: str, place: Mapping[str, Any], now: datetime) -> None:
    """It lives elsewhere now."""
    values = {"name": name, "place": dict(place), "bound_at": now}
    conn.execute(update(instance).where(instance.c.id == ONLY).values(**values))


def begin_generation(conn: Connection, now: datetime) -> int:
    """The past may hold more than this database knows: nothing that was about to leave leaves on its own.

    Replies that were to be sent become UNKNOWN, which the Sent folder or a person settles; drafts that were to be
    filed are looked for first. Mails are looked at again once per account. Returns how many replies are held.
    """
    conn.execute(update(instance).where(instance.c.id == ONLY).values(generation=instance.c.generation + 1))
    unfinished = effects.c.state.in_(UNFINISHED)
    query = select(effects.c.id, effects.c.ticket_id, effects.c.evidence).where(effects.c.kind == "send", unfinished)
    held = list(conn.execute(query.with_for_update()))
    why = "it is not known whether it was sent before the restore"
    for row, ticket, evidence in held:
        values = {"state": "UNKNOWN", "evidence": {**evidence, "why": why}, "lease_until": None, "changed_at": now}
        conn.execute(update(effects).where(effects.c.id == row).values(**values))
        conn.execute(
            insert(events).values(ticket_id=ticket, kind="send_unknown", at=now, actor="bot", data={"why": why})
        )
    waiting = update(effects).where(effects.c.kind == "file_draft", unfinished)
    conn.execute(
        waiting.values(state="READY", lease_until=None, evidence={"restored": True}, due_at=now, changed_at=now)
    )
    return len(held)


def recovered(conn: Connection, account: str, generation: int) -> bool:
    """Whether the mailbox was looked through since the last restore."""
    query = select(func.count()).where(
        jobs.c.kind == f"{RECOVERY}:{account}"[:60], jobs.c.period == str(generation), jobs.c.done_at.is_not(None)
    )
    return bool(conn.execute(query).scalar_one())
