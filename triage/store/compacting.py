"""Taking what was deleted out of the database's files too: a deleted row lies in them until it is written over."""

import sqlite3

from sqlalchemy import Engine

from triage.errors import RetryLater
from triage.store.tables import EVERY_TABLE


def compact(engine: Engine) -> None:
    """Write the database anew without its deleted rows, its log included.

    Raises `RetryLater` while others hold it. What PostgreSQL keeps in its own log and archives is its keeper's matter.
    """
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
            for table in EVERY_TABLE.sorted_tables:
                conn.exec_driver_sql(f'VACUUM FULL "{table.name}"')
        return
    held = engine.raw_connection()
    try:
        cursor = held.cursor()
        try:
            cursor.execute("PRAGMA secure_delete=ON")
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = (cursor.fetchone() or (0,))[0]
        except sqlite3.OperationalError as fault:
            raise _held(str(fault)) from fault
        finally:
            cursor.close()
    finally:
        held.close()
    if busy:
        raise _held("another program reads it")


def _held(why: str) -> RetryLater:
    return RetryLater(
        f"the erased rows are out of reach, but their remains could not be cleared from the database's file ({why})",
        fix="run the command again, with the worker stopped if need be",
    )
