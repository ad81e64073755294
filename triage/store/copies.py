"""A copy of the database as it was, before an upgrade changes it: beside the database, for its owner to go back to."""

import glob
import logging
import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from triage.crashpoints import crashpoint
from triage.errors import OperatorError, RetryLater

log = logging.getLogger(__name__)

KEPT = 2
SUFFIX = ".before-upgrade-from-"


def keep_copy(engine: Engine, revision: str) -> Path | None:
    """Copy a SQLite database durably, named after the schema that it has; the last two copies stay.

    The caller holds the write lock. None for PostgreSQL, whose upgrade is one transaction and whose copies are its
    owner's matter. Raises `RetryLater` when there is no room: without a copy nothing is upgraded.
    """
    database = engine.url.database
    if engine.dialect.name != "sqlite" or not database or database == ":memory:":
        return None
    source = Path(database)
    copy = source.with_name(f"{source.name}{SUFFIX}{revision}")
    try:
        _copy(source, copy)
        for old in copies(engine)[KEPT:]:
            old.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as fault:
        raise RetryLater(
            f"the database cannot be copied before its upgrade ({fault})",
            fix=f"make room for a second {source.name} on its disk; nothing was changed",
        ) from fault
    log.warning("the database was copied before its upgrade", extra={"copy": copy.name})
    return copy


def copies(engine: Engine) -> list[Path]:
    """Copies that lie beside a SQLite database, newest first: they hold people's words, as it does."""
    database = engine.url.database
    if engine.dialect.name != "sqlite" or not database or database == ":memory:":
        return []
    found = Path(database).parent.glob(f"{glob.escape(Path(database).name)}{SUFFIX}*")
    return sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)


def forget(engine: Engine, before: datetime | None = None) -> int:
    """Remove copies made before a moment (aware UTC), all without one, and what a killed upgrade left; how many.

    The caller holds the write lock, so that none is being made. Raises `OperatorError` when one cannot be removed.
    """
    found = [path for path in copies(engine) if before is None or _made_at(path) < before]
    try:
        for path in (*found, *_leftovers(engine)):
            path.unlink(missing_ok=True)
    except OSError as fault:
        raise OperatorError(
            f"a copy of the database made before an upgrade cannot be removed ({fault.strerror})",
            fix=f"remove the files *{SUFFIX}* beside the database, then run it again",
        ) from fault
    return len(found)


def _made_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _leftovers(engine: Engine) -> list[Path]:
    """Unfinished copies."""
    database = engine.url.database
    if engine.dialect.name != "sqlite" or not database or database == ":memory:":
        return []
    spool = _spool(Path(database))
    return [spool, spool.with_name(f"{spool.name}-journal")]


def _spool(source: Path) -> Path:
    return source.with_name(f".{source.name}.copying")


def _copy(source: Path, copy: Path) -> None:
    """All of it or nothing under the final name."""
    spool = _spool(source)
    for leftover in (spool, spool.with_name(f"{spool.name}-journal")):
        leftover.unlink(missing_ok=True)
    try:
        spool.touch(mode=0o600)
        with closing(sqlite3.connect(source)) as reader, closing(sqlite3.connect(spool)) as writer:
            reader.backup(writer)
        _sync(spool)
        crashpoint("K18")
        spool.replace(copy)
        _sync(source.parent)
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            spool.unlink(missing_ok=True)
        raise
    crashpoint("K18")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
