"""The database as one file, taken while others write; and a file of that kind put back and looked into."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, func, make_url, select, text, union

from triage.errors import OperatorError, RetryLater
from triage.store.engine import open_engine, reading
from triage.store.persons import ERASED
from triage.store.schema import attachments, effects, ledger, messages
from triage.store.tables import EVERY_TABLE

DUMP_SECONDS = 3600


def dump(engine: Engine, url: str, to: Path) -> None:
    """One moment of the database in a file: SQLite by its backup interface, PostgreSQL by pg_dump.

    Raises `RetryLater` when it cannot be had, `OperatorError` without pg_dump.
    """
    os.close(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    if engine.dialect.name == "sqlite":
        _dump_sqlite(engine, to)
    else:
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={to}", engine=engine, url=url)


def look_into(engine: Engine, copy: Path) -> tuple[set[str], dict[str, int]]:
    """Octets that the rows of a copy need, and how many rows each table has.

    Of PostgreSQL the running database is asked, while the caller lets nobody remove octets.
    """
    if engine.dialect.name == "sqlite":
        other = create_engine(f"sqlite:///file:{copy}?mode=ro&uri=true")
        try:
            with other.connect() as conn:
                return _needed(conn), _counts(conn)
        finally:
            other.dispose()
    with reading(engine) as conn:
        return _needed(conn), _counts(conn)


def check(copy: Path, kind: str, counts: dict[str, int], scratch: Path) -> list[str]:
    """What is wrong with a copy when it is put back into a scratch place; an empty list when nothing is.

    A dump of PostgreSQL is read through to its end; a server to put it into is not needed for that.
    """
    if kind != "sqlite":
        listed = _pg("pg_restore", f"--file={scratch / 'all.sql'}", str(copy))
        return [] if listed.returncode == 0 else ["pg_restore cannot read the dump"]
    shutil.copyfile(copy, scratch / "triage.db")
    with closing(sqlite3.connect(scratch / "triage.db")) as conn:
        said = [str(row[0]) for row in conn.execute("PRAGMA integrity_check")]
        loose = len(conn.execute("PRAGMA foreign_key_check").fetchall())
        there = {name: conn.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in counts}  # noqa: S608
    faults = [line for line in said if line != "ok"]
    faults += [f"{loose} rows point nowhere"] if loose else []
    return faults + [
        f"{name}: {there[name]} rows, not {counts[name]}" for name in counts if there[name] != counts[name]
    ]


def put_back(copy: Path, kind: str, url: str) -> None:
    """Fill the empty database at `url` from a copy. Raises `OperatorError` when it is not empty or of another kind."""
    engine = open_engine(url)
    try:
        if engine.dialect.name != kind:
            raise OperatorError(
                f"the backup is of {kind}, TRIAGE_DATABASE_URL is not", fix="name a database of that kind"
            )
        with reading(engine) as conn:
            if conn.dialect.has_table(conn, "tickets"):
                raise OperatorError("the database holds tables already", fix="restore into an empty database")
        if kind == "postgresql":
            _run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", str(copy), engine=engine, url=url)
    finally:
        engine.dispose()
    if kind == "sqlite":
        target = Path(make_url(url).database or "")
        for path in (target, *(target.with_name(target.name + end) for end in ("-wal", "-shm"))):
            path.unlink(missing_ok=True)
        shutil.copyfile(copy, target)
        target.chmod(0o600)


def _dump_sqlite(engine: Engine, to: Path) -> None:
    held = engine.raw_connection()
    try:
        source = held.driver_connection
        if source is None:
            raise RetryLater("the database is closed", fix="run it again")
        with closing(sqlite3.connect(to)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE").close()
    except sqlite3.Error as fault:
        raise RetryLater(
            f"the database cannot be copied ({fault})", fix="look at the disk, then run it again"
        ) from fault
    finally:
        held.close()


def _needed(conn: Connection) -> set[str]:
    kept = messages.c.purged_at.is_(None)
    query = union(
        select(messages.c.sha256).where(kept),
        select(attachments.c.sha256).join(messages, messages.c.id == attachments.c.message_id).where(kept),
        select(ledger.c.sha256).where(
            ledger.c.outcome.in_(("landed", "refused")), ledger.c.outcome != ERASED, ledger.c.sha256.is_not(None)
        ),
    )
    payloads = conn.execute(select(effects.c.payload).where(effects.c.kind == "sent_copy", effects.c.state != "DONE"))
    copies = {payload["sha256"] for payload in payloads.scalars() if "sha256" in payload}
    return {digest for digest in conn.execute(query).scalars() if digest is not None} | copies


def _counts(conn: Connection) -> dict[str, int]:
    return {
        table.name: conn.execute(select(func.count()).select_from(table)).scalar_one()
        for table in EVERY_TABLE.sorted_tables
    }


def _run(program: str, *words: str, engine: Engine, url: str) -> None:
    address = make_url(url) if url else engine.url
    plain = address.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    secret = {"PGPASSWORD": str(address.password)} if address.password is not None else {}
    ran = _pg(program, f"--dbname={plain}", *words, secret=secret)
    if ran.returncode != 0:
        lines = ran.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RetryLater(
            f"{program} failed: {lines[-1][:200] if lines else ran.returncode}", fix="mend that, run it again"
        )


def _pg(program: str, *words: str, secret: dict[str, str] | None = None) -> "subprocess.CompletedProcess[bytes]":
    path = shutil.which(program)
    if path is None:
        raise OperatorError(
            f"{program} is not installed, and a PostgreSQL database is copied by it",
            fix="install the PostgreSQL client programs of your server's version",
        )
    return subprocess.run(  # noqa: S603  # a program of the system, told by name
        [path, *words], env=os.environ | (secret or {}), capture_output=True, timeout=DUMP_SECONDS, check=False
    )


def is_empty(conn: Connection) -> bool:
    """Whether there is not one ticket and not one known mail."""
    return all(
        conn.execute(text(f'SELECT 1 FROM "{name}" LIMIT 1')).first() is None  # noqa: S608  # our own tables
        for name in ("tickets", "ledger")
    )
