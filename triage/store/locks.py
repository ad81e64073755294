"""Who is at work on a mailbox: locks that die with their process, so that a crash never leaves one behind."""

import fcntl
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, text

Shared = Callable[[], None]
"""Lets others in: call it when what had to be done alone is done."""


@contextmanager
def serving_lock(engine: Engine, folder: Path, account: str) -> Iterator[tuple[bool, Shared]]:
    """Note that we work on a mailbox; True when nobody else did at that moment.

    Held alone until the second value is called, then shared. Never waits for those who share.
    """
    name = hashlib.sha256(f"serving {account}".encode()).hexdigest()
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
            yield from _by_server(conn, int(name[:15], 16))
    else:
        yield from _by_file(folder / "locks" / f"{name[:16]}.lock")


def _by_file(path: Path) -> Iterator[tuple[bool, Shared]]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            alone = True
        except BlockingIOError:
            fcntl.flock(file, fcntl.LOCK_SH)
            alone = False
        yield alone, lambda: fcntl.flock(file, fcntl.LOCK_SH)


def _by_server(conn: Connection, key: int) -> Iterator[tuple[bool, Shared]]:
    def call(function: str) -> bool:
        return bool(conn.execute(text(f"SELECT {function}(:key)"), {"key": key}).scalar())

    alone = call("pg_try_advisory_lock")
    if not alone:
        call("pg_advisory_lock_shared")
    held = {"pg_advisory_unlock" if alone else "pg_advisory_unlock_shared"}

    def share() -> None:
        if "pg_advisory_unlock" in held:
            call("pg_advisory_lock_shared")
            call("pg_advisory_unlock")
            held.clear()
            held.add("pg_advisory_unlock_shared")

    try:
        yield alone, share
    finally:
        for unlock in held:
            call(unlock)
