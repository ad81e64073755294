"""Logging in and out of the console, and who is there."""

import hashlib
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection

from triage.app import App
from triage.errors import RetryLater
from triage.store import sessions, users
from triage.store.engine import reading, writing
from triage.store.sessions import Session
from triage.usecases.accounts import LONGEST, LONGEST_NAME, hash_password, outdated, password_fits

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
TOUCH = timedelta(minutes=1)

NAME_WINDOW, NAME_FREE, NAME_PAUSE = timedelta(minutes=15), 5, timedelta(minutes=1)
ADDRESS_WINDOW, ADDRESS_FREE = timedelta(minutes=1), 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LogIn:
    """How an attempt ended. token: the cookie, once and never again; None when refused. throttled: not even tried."""

    token: str | None = field(repr=False)
    throttled: bool = False


def log_in(app: App, *, name: str, password: str, address: str) -> LogIn:
    """Check name and password and begin a new session.

    A failure is noted before the password is looked at and forgiven after, so that many guesses at once count as
    many. An unknown name takes as long as a wrong password and counts the same.
    """
    now = app.now()
    key = name.strip()[:LONGEST_NAME]
    with writing(app.engine) as conn:
        if _throttled(conn, key, address, now):
            return LogIn(token=None, throttled=True)
        sessions.note_failure(conn, key, address[:64], now)
        user = users.by_name(conn, key)
    usable = user is not None and user.active and len(password) <= LONGEST
    fits = password_fits(user.password_hash if user is not None and usable else None, password[:LONGEST])
    if user is None or not fits:
        return LogIn(token=None)
    renewed = hash_password(password) if outdated(user.password_hash) else None
    token = secrets.token_urlsafe(32)
    with writing(app.engine) as conn:
        sessions.forget_failures(conn, key)
        sessions.forget_old(
            conn, begun_before=now - ABSOLUTE, seen_before=now - IDLE, failed_before=now - 2 * NAME_WINDOW
        )
        if renewed is not None:
            users.rehash(conn, user.id, renewed)
        sessions.add(conn, token_sha256=digest(token), user_id=user.id, csrf=secrets.token_urlsafe(32), now=now)
    return LogIn(token=token)


def who(app: App, token: str | None) -> Session | None:
    """The running session of a cookie; None when there is none, or it idled or lasted too long."""
    if not token or len(token) > 100:
        return None
    now = app.now()
    with reading(app.engine) as conn:
        session = sessions.get(conn, digest(token))
    if session is None or now - session.last_seen_at > IDLE or now - session.created_at > ABSOLUTE:
        return None
    if now - session.last_seen_at > TOUCH:
        # A page must not fail because the database was busy writing: the note can wait for the next one.
        with suppress(RetryLater), writing(app.engine) as conn:
            sessions.touch(conn, session.id, now)
    return session


def log_out(app: App, session: Session) -> None:
    """End every session of this user."""
    with writing(app.engine) as conn:
        sessions.end_of_user(conn, session.user_id)


def _throttled(conn: Connection, name: str, address: str, now: datetime) -> bool:
    of_name = sessions.failures_of_name(conn, name, now - NAME_WINDOW)
    if of_name.count >= NAME_FREE and of_name.last_at is not None and now - of_name.last_at < NAME_PAUSE:
        return True
    return sessions.failures_of_address(conn, address[:64], now - ADDRESS_WINDOW).count >= ADDRESS_FREE


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
