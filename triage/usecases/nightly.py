"""Once a night, whoever is awake: what is due is asked of the database, and the first to write its row does it."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from triage.app import App
from triage.crashpoints import crashpoint
from triage.store import jobs
from triage.store.engine import reading, writing
from triage.store.jobs import Job
from triage.usecases.reconcile import reconcile
from triage.usecases.retention import Retained, keep_in_time

log = logging.getLogger(__name__)

NIGHT_BEGINS = timedelta(hours=3, minutes=17)
"""After midnight UTC; what a machine that slept has missed is made up for once."""
LEASE = timedelta(hours=2)
AGAIN = timedelta(hours=1)
LEAP = timedelta(days=7)
"""Between two nights that cleared old data: longer, and the clock may be wrong."""

Work: TypeAlias = Callable[[App], object]
"""Returns what it did: a record of counts, a mapping, or nothing."""

RECONCILE, RETENTION = "reconcile", "retention"


def run_due(app: App, works: Sequence[tuple[str, Work]]) -> int:
    """Do what nobody did yet this night; how many pieces. One that fails stops no other and is tried in an hour."""
    done = 0
    fault: Exception | None = None
    for kind, work in works:
        try:
            done += once(app, kind, work)
        except Exception as found:  # noqa: BLE001  # around one piece of work: the others come too
            fault = found
    if fault is not None:
        raise fault
    return done


def once(app: App, kind: str, work: Work) -> bool:
    """Do one piece of work unless it was or is being done this night; True when it was done here and now."""
    now = app.now()
    with reading(app.engine) as conn:
        if jobs.done(conn, kind, night_of(now)):
            return False
    with writing(app.engine) as conn:
        # Where no reply is sent nobody watches the clock: one that was years ahead must not stall this for years.
        jobs.count_from(conn, now=now, lease_until=now + LEASE)
        job = jobs.claim(conn, kind, night_of(now), now=now, lease_until=now + LEASE)
    if job is None:
        return False
    crashpoint("K18night")
    try:
        found = _told(work(app))
    except Exception:
        with writing(app.engine) as conn:
            jobs.give_back(conn, job, app.now() + AGAIN)
        raise
    crashpoint("K18told")
    with writing(app.engine) as conn:
        return jobs.finish(conn, job, found, app.now())


def night_of(now: datetime) -> str:
    """The night that a moment belongs to: from 03:17 UTC to the next."""
    return f"{now - NIGHT_BEGINS:%Y-%m-%d}"


def reconcile_all(app: App) -> Mapping[str, Any]:
    """Every mailbox compared with the ledger; what is missing lands, an alarm is a warning and on the health page."""
    told: dict[str, Any] = {}
    for account in app.settings.accounts:
        mailbox = app.connect(account)
        try:
            found = reconcile(app, account, mailbox)
        finally:
            mailbox.close()
        told[account.name] = asdict(found) | {"alarm": found.alarm}
        counts = {name: value for name, value in asdict(found).items() if isinstance(value, int)}
        log.log(
            logging.WARNING if found.alarm else logging.INFO, "reconciled", extra={"account": account.name, **counts}
        )
    return told


def retain_when_sure(app: App) -> Retained:
    """Clear what is old, but wait a night after a gap: a clock that leapt years ahead must not have everything go."""
    with reading(app.engine) as conn:
        last = jobs.last(conn, RETENTION)
    if last is not None and last.done_at is not None and app.now() - last.done_at > LEAP:
        log.warning("old data is kept for another night: the time leapt, or this was switched off for days")
        return Retained()
    return keep_in_time(app)


def standing(app: App) -> dict[str, Job | None]:
    """The last of each kind, for the health page."""
    with reading(app.engine) as conn:
        return {kind: jobs.last(conn, kind) for kind in (RECONCILE, RETENTION, "backup")}


def _told(found: object) -> Mapping[str, Any]:
    if is_dataclass(found) and not isinstance(found, type):
        return asdict(found)
    return found if isinstance(found, Mapping) else {}


NIGHTLY: tuple[tuple[str, Work], ...] = ((RECONCILE, reconcile_all), (RETENTION, retain_when_sure))
