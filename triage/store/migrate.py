"""Bringing a database to the tables of this version; never back, never past what this version knows."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from triage.crashpoints import crashpoint
from triage.errors import OperatorError
from triage.store.copies import keep_copy
from triage.store.engine import reading, writing

HEAD = "0011"
LOCK = 7_420_260


def upgrade(engine: Engine) -> None:
    """Create or upgrade every table, in one transaction; at once done when there is nothing to do.

    A SQLite database that holds anything is copied before. Raises `OperatorError` when it was written by a newer
    version, and `RetryLater` when there is no room for the copy.
    """
    with reading(engine) as conn:
        if version(conn) == HEAD:
            return
    with writing(engine) as conn:
        if engine.dialect.name == "postgresql":
            conn.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        found = version(conn)
        if found != HEAD:
            _run(conn, found)
    crashpoint("K18")


def version(conn: Connection) -> str | None:
    """The revision that the database is at, None for one without our tables."""
    if not inspect(conn).has_table("alembic_version"):
        return None
    return conn.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _run(conn: Connection, found: str | None, wanted: str = "head") -> None:
    # Alembic takes about a second to import: only who migrates pays for it.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = conn
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise OperatorError(
            f"the database was written by a newer version of this program (schema {found}, this one knows {HEAD})",
            fix="start the newer version, or restore the backup made before the upgrade",
        )
    if found is not None:
        keep_copy(conn.engine, found)
    command.upgrade(config, wanted)
    crashpoint("K18")
