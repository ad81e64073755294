"""Work that is due once a period: who can write its row does it, whoever has a timer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from triage.store.schema_service import jobs


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One piece of work for one period. fence: counts claims; done_at: None while it is not done."""

    kind: str
    period: str
    fence: int
    lease_until: datetime
    done_at: datetime | None
    detail: Mapping[str, Any]


def claim(conn: Connection, kind: str, period: str, *, now: datetime, lease_until: datetime) -> Job | None:
    """Take work that nobody did in this period, or that somebody began who is gone; None when there is none to take."""
    statement = postgresql_insert if conn.dialect.name == "postgresql" else sqlite_insert
    values = {"kind": kind, "period": period, "fence": 0, "lease_until": now, "done_at": None, "detail": {}}
    conn.execute(statement(jobs).values(**values).on_conflict_do_nothing())
    taken = conn.execute(
        update(jobs)
        .where(jobs.c.kind == kind, jobs.c.period == period, jobs.c.done_at.is_(None), jobs.c.lease_until <= now)
        .values(fence=jobs.c.fence + 1, lease_until=lease_until)
        .returning(*(jobs.c[name] for name in Job.__slots__))
    )
    row = taken.mappings().one_or_none()
    return Job(**row) if row is not None else None


def finish(conn: Connection, job: Job, detail: Mapping[str, Any], now: datetime) -> bool:
    """Say what came of it; False when somebody else took it over meanwhile: then theirs counts."""
    done = conn.execute(
        update(jobs)
        .where(
            jobs.c.kind == job.kind,
            jobs.c.period == job.period,
            jobs.c.fence == job.fence,
            jobs.c.done_at.is_(None),
        )
        .values(done_at=now, detail=dict(detail))
    )
    return done.rowcount == 1


def give_back(conn: Connection, job: Job, due_at: datetime) -> None:
    """It failed: anybody may try again from `due_at` on."""
    conn.execute(
        update(jobs)
        .where(jobs.c.kind == job.kind, jobs.c.period == job.period, jobs.c.fence == job.fence)
        .values(lease_until=due_at)
    )


def count_from(conn: Connection, *, now: datetime, lease_until: datetime) -> None:
    """The clock had shown times to come: what was done then counts as done now, no lease ends after `lease_until`."""
    conn.execute(update(jobs).where(jobs.c.done_at > now).values(done_at=now))
    held = jobs.c.done_at.is_(None) & (jobs.c.lease_until > lease_until)
    conn.execute(update(jobs).where(held).values(lease_until=lease_until))


def note(conn: Connection, kind: str, period: str, detail: Mapping[str, Any], now: datetime) -> None:
    """Remember work that a person had done."""
    statement = postgresql_insert if conn.dialect.name == "postgresql" else sqlite_insert
    values = {
        "kind": kind,
        "period": period,
        "fence": 1,
        "lease_until": now,
        "done_at": now,
        "detail": dict(detail),
    }
    conn.execute(statement(jobs).values(**values).on_conflict_do_nothing())


def done(conn: Connection, kind: str, period: str) -> bool:
    """Whether this work was done in this period."""
    query = select(jobs.c.done_at).where(jobs.c.kind == kind, jobs.c.period == period)
    return conn.execute(query).scalar_one_or_none() is not None


def last(conn: Connection, kind: str) -> Job | None:
    """The newest piece of work of a kind that was done."""
    query = select(jobs).where(jobs.c.kind == kind, jobs.c.done_at.is_not(None)).order_by(jobs.c.done_at.desc())
    row = conn.execute(query.limit(1)).mappings().one_or_none()
    return Job(**row) if row is not None else None
