"""Log-ins of the console, and the failed ones."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from triage.store.schema_service import login_failures, sessions, users


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One log-in with its user. csrf: what every form of this session carries."""

    id: int
    user_id: int
    name: str
    role: str
    csrf: str
    created_at: datetime
    last_seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """Failed log-ins in a window: how many, and when the last was."""

    count: int
    last_at: datetime | None


def add(conn: Connection, *, token_sha256: str, user_id: int, csrf: str, now: datetime) -> None:
    """Begin a session; only the hash of its token is kept."""
    conn.execute(
        insert(sessions).values(token_sha256=token_sha256, user_id=user_id, csrf=csrf, created_at=now, last_seen_at=now)
    )


def get(conn: Connection, token_sha256: str) -> Session | None:
    """The session of a token, when its user may still log in."""
    query = (
        select(
            sessions.c.id,
            sessions.c.user_id,
            users.c.name,
            users.c.role,
            sessions.c.csrf,
            sessions.c.created_at,
            sessions.c.last_seen_at,
        )
        .join(users, users.c.id == sessions.c.user_id)
        .where(sessions.c.token_sha256 == token_sha256, users.c.active.is_(True))
    )
    row = conn.execute(query).mappings().one_or_none()
    return Session(**row) if row is not None else None


def touch(conn: Connection, session_id: int, now: datetime) -> None:
    """Note that the user is still there."""
    conn.execute(update(sessions).where(sessions.c.id == session_id).values(last_seen_at=now))


def end_of_user(conn: Connection, user_id: int) -> None:
    """End every session of a user."""
    conn.execute(delete(sessions).where(sessions.c.user_id == user_id))


def forget_old(conn: Connection, *, begun_before: datetime, seen_before: datetime, failed_before: datetime) -> None:
    """Drop sessions and failures that count no more."""
    conn.execute(
        delete(sessions).where((sessions.c.created_at < begun_before) | (sessions.c.last_seen_at < seen_before))
    )
    conn.execute(delete(login_failures).where(login_failures.c.at < failed_before))


def failures_of_name(conn: Connection, name: str, since: datetime) -> Failures:
    """Failed log-ins to one account name, existing or not."""
    return _failures(conn, login_failures.c.name == name, since)


def failures_of_address(conn: Connection, address: str, since: datetime) -> Failures:
    """Failed log-ins from one network address."""
    return _failures(conn, login_failures.c.address == address, since)


def note_failure(conn: Connection, name: str, address: str, now: datetime) -> int:
    """Remember a failed log-in; returns its row."""
    query = insert(login_failures).values(name=name, address=address, at=now).returning(login_failures.c.id)
    return int(conn.execute(query).scalar_one())


def forget_failures(conn: Connection, name: str) -> None:
    """The person got in: what failed before is forgiven."""
    conn.execute(delete(login_failures).where(login_failures.c.name == name))


def _failures(conn: Connection, condition: object, since: datetime) -> Failures:
    query = select(func.count(), func.max(login_failures.c.at)).where(condition, login_failures.c.at > since)  # type: ignore[arg-type]
    count, last = conn.execute(query).one()
    return Failures(count=count, last_at=last)
