"""What was kept long enough goes: first the octets of mails, later tickets but for their numbers, and log files."""

import logging
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from triage import logs
from triage.app import App
from triage.store import copies, persons
from triage.store.compacting import compact
from triage.store.engine import reading, writing
from triage.usecases.erase import erase_tickets, remove_unneeded, sweep

log = logging.getLogger(__name__)

PAGE = 500


@dataclass(slots=True, kw_only=True)
class Retained:
    """What went, counted. mails: whose octets and files were thrown away; files: octets gone from the disk.

    copies: of the database, made before upgrades: they hold what mails said.
    """

    mails: int = 0
    tickets: int = 0
    files: int = 0
    log_files: int = 0
    copies: int = 0


def keep_in_time(app: App) -> Retained:
    """Throw away what is older than the settings let us keep; tickets that are open stay whole, however old.

    The ledger stays: a mail that lies in the mailbox for years does not come back.
    """
    done, keep, now = Retained(), app.settings.keeping, app.now()
    if keep.ticket_days:
        _tickets(app, now - timedelta(days=keep.ticket_days), now, done)
    if keep.raw_days:
        _raw(app, now - timedelta(days=keep.raw_days), now, done)
    if days := keep.raw_days or keep.ticket_days:
        with writing(app.engine):
            done.copies = copies.forget(app.engine, now - timedelta(days=days))
    if keep.log_days:
        done.log_files = logs.forget_before(app.settings.data_dir / "logs", now - timedelta(days=keep.log_days))
    with app.blobs.alone():
        done.files += sweep(app)
    if done.mails or done.tickets:
        compact(app.engine)
    log.info("kept in time", extra=asdict(done))
    return done


def _tickets(app: App, before: datetime, now: datetime, done: Retained) -> None:
    while True:
        with reading(app.engine) as conn:
            old = persons.ended_before(conn, before, PAGE)
        if not old:
            return
        done.files += erase_tickets(app, old, now)
        done.tickets += len(old)


def _raw(app: App, before: datetime, now: datetime, done: Retained) -> None:
    while True:
        with app.blobs.alone():
            with writing(app.engine) as conn:
                old = persons.raw_before(conn, before, PAGE)
                digests = persons.purge_raw(conn, old, now) if old else set()
            done.files += remove_unneeded(app, digests)
        if not old:
            return
        done.mails += len(old)
