"""Opening the database, and the two kinds of transaction: reading and writing."""

import errno
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, InterfaceError, OperationalError

from triage.errors import OperatorError, RetryLater

BUSY_SECONDS = 10


def open_engine(url: str) -> Engine:
    """Engine of a SQLite or PostgreSQL database; a SQLite file and its folder are created when missing.

    Raises `OperatorError` for an address that is neither.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(address)
    return create_engine(
        address,
        json_serializer=to_json,
        hide_parameters=True,  # they are people's words
        pool_pre_ping=True,
        connect_args={"connect_timeout": BUSY_SECONDS, "options": "-c timezone=utc"},
    )


@contextmanager
def reading(engine: Engine, *, one_moment: bool = False) -> Iterator[Connection]:
    """One transaction that only reads.

    one_moment: all its statements see the same moment of the database, for figures that have to agree. SQLite always
    does; PostgreSQL else shows each statement the newest, and may refuse a row lock within one moment.
    """
    with _broken_world(engine), engine.connect() as conn:
        if one_moment and engine.dialect.name == "postgresql":
            conn.execution_options(isolation_level="REPEATABLE READ")
        with conn.begin():
            yield conn


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it is kept, durably, or nothing.

    SQLite takes its write lock at once, so that nobody can slip in between our reads and our writes. Raises
    `RetryLater` when the database is locked for too long, full or away, `OperatorError` when it is damaged.
    """
    with _broken_world(engine), engine.connect() as conn:
        writer = conn.execution_options(triage_writes=True)
        with writer.begin():
            yield writer


def to_json(value: object) -> str:
    """JSON as the database keeps it: compact, Unicode as it is; times in ISO 8601, records refused."""
    return _ENCODER.encode(value)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} cannot be kept as JSON")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise OperatorError("TRIAGE_DATABASE_URL cannot be read", fix="write sqlite:///data/triage.db") from None
    if address.drivername in ("postgresql", "postgres"):
        address = address.set(drivername="postgresql+psycopg")
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise OperatorError(
            f"TRIAGE_DATABASE_URL names '{address.drivername}', which is neither SQLite nor PostgreSQL",
            fix="write sqlite:///data/triage.db or postgresql://user@host/name",
        )
    return address


def _open_sqlite(address: URL) -> Engine:
    if address.database and address.database != ":memory:":
        folder = Path(address.database).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise OperatorError(
                f"the folder of the database, {folder}, cannot be made ({errno.errorcode.get(fault.errno or 0)})",
                fix="correct TRIAGE_DATABASE_URL or the folder's rights",
            ) from None
    engine = create_engine(
        address, json_serializer=to_json, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS}
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Durable writes, readers that never wait; and the driver no longer begins transactions by itself."""
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(conn: Connection) -> None:
    immediate = conn.get_execution_options().get("triage_writes", False)
    conn.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


@contextmanager
def _broken_world(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError) as fault:
        raise RetryLater(f"the database does not work: {_words(fault)}", fix=_fix(engine, fault)) from fault
    except DatabaseError as fault:
        if type(fault) is not DatabaseError:
            raise  # of its kinds the others are faults of ours
        raise OperatorError(
            f"the database cannot be read: {_words(fault)}",
            fix="check the disk that holds it; if it says so again, `run.py restore` the last backup",
        ) from fault


def _words(fault: DBAPIError) -> str:
    """The driver's first line; neither the statement nor its values, which hold people's words."""
    lines = str(fault.orig).strip().splitlines()
    return lines[0][:200] if lines else type(fault.orig).__name__


def _fix(engine: Engine, fault: DBAPIError) -> str:
    words = str(fault.orig)
    if "full" in words or "No space" in words:
        return "make room on the disk that holds it; nothing was lost"
    if "locked" in words:
        return "another program holds it; it is tried again"
    if engine.dialect.name == "sqlite":
        return "check that its file and folder can be written"
    return "check that the server runs and that TRIAGE_DATABASE_URL is right; it is tried again"
