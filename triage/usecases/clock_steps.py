"""A clock that steps back: replies wait and people are told, until it has gone on evenly for a while.

A lease is not what keeps a reply from leaving twice, the fence is; but a wrong clock dates mails and counts promises
wrongly, and what is worth sending can wait for ten minutes.
"""

import logging
from datetime import datetime, timedelta

from sqlalchemy import Connection

from triage.app import App
from triage.store import departures, effects, health, ways_out
from triage.store.engine import reading, writing
from triage.store.health import CLOCK, Health
from triage.usecases.outbox import LEASE

log = logging.getLogger(__name__)

MARK_EVERY = timedelta(seconds=30)
TOLERANCE = timedelta(minutes=1)
"""What clocks of several machines may differ by, and what a time server may correct."""
FREEZE = timedelta(minutes=10)


def steady(app: App) -> bool:
    """Whether the clock goes on as it did; False for ten minutes after it stepped back by more than a minute.

    Keeps the newest time that was seen, so that a step is noticed across a restart too.
    """
    now = app.now()
    with reading(app.engine) as conn:
        known = health.get(conn, CLOCK)
    if known is not None and known.state == "ok" and -TOLERANCE <= now - _newest(known) < MARK_EVERY:
        return True
    with writing(app.engine) as conn:
        return _look(conn, health.get(conn, CLOCK), now)


def _look(conn: Connection, known: Health | None, now: datetime) -> bool:
    if known is not None and now < _newest(known) - TOLERANCE:
        _freeze(conn, now, _newest(known) - now)
        return False
    if known is not None and known.state != "ok" and now < known.changed_at + FREEZE:
        return False
    health.note(conn, CLOCK, "ok", "", now)
    return True


def _newest(known: Health) -> datetime:
    """The newest time seen: while replies wait, the time at which the clock began anew."""
    return known.last_ok_at if known.state == "ok" and known.last_ok_at is not None else known.changed_at


def _freeze(conn: Connection, now: datetime, step: timedelta) -> None:
    log.warning("the clock stepped back: replies wait", extra={"seconds": int(step.total_seconds())})
    until = now + FREEZE
    detail = (
        f"it went back by {_in_words(step)} at {now:%Y-%m-%d %H:%M} UTC. "
        f"Approved replies wait until {until:%H:%M} UTC; see that its time is right, for promises are counted by it."
    )
    health.note(conn, CLOCK, "waiting", detail, now)
    effects.count_from(conn, now=now, lease_until=now + LEASE)
    departures.count_from(conn, now)
    ways_out.count_from(conn, now)


def _in_words(step: timedelta) -> str:
    if step >= timedelta(days=2):
        return f"{step.days} days"
    minutes = round(step.total_seconds() / 60)
    return f"{minutes} minutes" if minutes != 1 else "a minute"
