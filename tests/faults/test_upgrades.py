"""An upgrade killed anywhere: the database is as before or as after, and the next start finishes it."""

import random
import shutil
import signal
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Connection, Engine, MetaData, Table, event, insert, inspect, select
from sqlalchemy.types import TypeEngine

from tests.faults import forks
from tests.faults.conftest import FULL
from tests.faults.deaths import NEVER, Death
from triage.errors import OperatorError, RetryLater
from triage.store import copies, migrate
from triage.store.copies import KEPT
from triage.store.engine import open_engine, reading, writing
from triage.store.tables import EVERY_TABLE

SCRIPTS = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations"))
REVISIONS = [one.revision for one in SCRIPTS.walk_revisions()]
OLDER = [None, *sorted(REVISIONS)[:-1]]
OTHERS = [Death("commit", 1), *[Death("K18", number) for number in (1, 2, 3, 4)], Death("fsync", 1), Death("rename", 1)]
Rows = dict[str, list[tuple[object, ...]]]


def _at(engine: Engine, revision: str | None) -> Rows:
    """Bring an empty database to an old version, with a row in every table; those rows."""
    if revision is None:
        return {}
    with writing(engine) as conn:
        migrate._run(conn, None, revision)
        tables = _tables(conn)
        for table in tables:
            if table.name != "alembic_version":
                conn.execute(insert(table), {column.name: _value(column.type) for column in table.columns})
        return {table.name: _rows(conn, table) for table in tables if table.name != "alembic_version"}


def _tables(conn: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(conn)
    return found.sorted_tables


def _value(kind: TypeEngine[object]) -> object:
    if isinstance(kind, JSON):
        return {}
    if kind.python_type is datetime:
        return datetime(2026, 3, 2, tzinfo=UTC if getattr(kind, "timezone", False) else None)
    return {bool: True, int: 1, float: 1.0}.get(kind.python_type, "{}")


def _rows(conn: Connection, table: Table) -> list[tuple[object, ...]]:
    return [tuple(row) for row in conn.execute(select(table))]


def _kept(engine: Engine, before: Rows) -> bool:
    """Whether the old rows are all there, in the columns that they had."""
    with reading(engine) as conn:
        for table in _tables(conn):
            if table.name in before:
                width = len(before[table.name][0])
                names = [column["name"] for column in inspect(conn).get_columns(table.name)][:width]
                now = [tuple(row) for row in conn.execute(select(*[table.c[name] for name in names]))]
                if now != before[table.name]:
                    return False
    return True


def _is_of_this_version(engine: Engine) -> bool:
    with reading(engine) as conn:
        context = MigrationContext.configure(conn)
        steps = [step for step in compare_metadata(context, EVERY_TABLE) if "comment" not in str(step[0])]
        return steps == [] and migrate.version(conn) == migrate.HEAD


def _version(engine: Engine) -> str | None:
    with reading(engine) as conn:
        return migrate.version(conn)


def _upgrade(engine: Engine, death: Death) -> int:
    """In a fork; connections do not cross it."""
    engine.dispose()
    return forks.run(lambda: migrate.upgrade(engine), death=death)


class Patient:
    """An old database that can be had again and again as it was."""

    def __init__(self, url: str, revision: str | None) -> None:
        self.engine = open_engine(url)
        self.revision = revision
        self.rows = _at(self.engine, revision)
        self.engine.dispose()
        self._file = Path(self.engine.url.database or "") if self.engine.dialect.name == "sqlite" else None
        if self._file is not None and self._file.exists():
            shutil.copy(self._file, f"{self._file}.fresh")

    def dies_and_recovers(self, death: Death) -> bool:
        """Killed and upgraded again; False when the upgrade was over before the kill."""
        status = _upgrade(self.engine, death)
        assert status in (0, -signal.SIGKILL), death
        assert _version(self.engine) in (self.revision, migrate.HEAD), death
        assert _upgrade(self.engine, NEVER) == 0, death
        assert _is_of_this_version(self.engine), death
        assert _kept(self.engine, self.rows), death
        self._heal()
        return status != 0

    def close(self) -> None:
        """No connection outlives the test."""
        self.engine.dispose()

    def statements(self) -> int:
        """How many statements the whole upgrade takes."""
        said: list[str] = []
        event.listen(self.engine, "before_cursor_execute", lambda *args: said.append(args[2]))
        migrate.upgrade(self.engine)
        count = len(said)
        self._heal()
        return count

    def _heal(self) -> None:
        self.engine.dispose()
        if self._file is None:
            with writing(self.engine) as conn:
                conn.exec_driver_sql("DROP SCHEMA public CASCADE")
                conn.exec_driver_sql("CREATE SCHEMA public")
            _at(self.engine, self.revision)
            return
        for leftover in self._file.parent.glob(f"*{self._file.name}*"):
            if not leftover.name.endswith(".fresh"):
                leftover.unlink()
        if self.revision is not None:
            shutil.copy(f"{self._file}.fresh", self._file)


@pytest.mark.row(67)
@pytest.mark.timeout(900)
@pytest.mark.parametrize("revision", OLDER)
def test_killed_at_every_statement_of_an_upgrade_the_next_start_finishes_it(
    empty_url: str, revision: str | None, chance: random.Random
):
    with closing(Patient(empty_url, revision)) as patient:
        numbers = range(1, patient.statements() + 1)
        for number in numbers if FULL else chance.sample(numbers, max(3, len(numbers) // 10)):
            assert patient.dies_and_recovers(Death("statement", number))


@pytest.mark.row(67)
@pytest.mark.parametrize("death", OTHERS, ids=str)
def test_killed_around_the_copy_or_the_commit_of_an_upgrade_the_next_start_finishes_it(empty_url: str, death: Death):
    with closing(Patient(empty_url, sorted(REVISIONS)[-2])) as patient:
        died = patient.dies_and_recovers(death)
    copied = empty_url.startswith("sqlite")
    assert died == (copied or death in (Death("commit", 1), Death("K18", 1), Death("K18", 2)))


@pytest.mark.row(67)
def test_before_an_upgrade_a_sqlite_database_is_copied_whole_beside_itself(tmp_path: Path):
    engine = open_engine(f"sqlite:///{tmp_path}/triage.db")
    rows = _at(engine, "0002")
    migrate.upgrade(engine)
    (copy,) = copies.copies(engine)
    assert copy.name == "triage.db.before-upgrade-from-0002"
    assert copy.stat().st_mode & 0o077 == 0
    engine.dispose()
    old = open_engine(f"sqlite:///{copy}")
    assert (_version(old), _kept(old, rows)) == ("0002", True)
    migrate.upgrade(old)
    assert _is_of_this_version(old)
    old.dispose()


@pytest.mark.row(67)
def test_of_the_copies_before_upgrades_the_last_two_are_kept(tmp_path: Path):
    engine = open_engine(f"sqlite:///{tmp_path}/triage.db")
    migrate.upgrade(engine)
    for number in range(KEPT + 2):
        copies.keep_copy(engine, f"old{number}")
    assert [copy.name[-4:] for copy in copies.copies(engine)] == ["old3", "old2"]
    engine.dispose()


@pytest.mark.row(67)
def test_a_new_database_needs_no_copy(tmp_path: Path):
    engine = open_engine(f"sqlite:///{tmp_path}/triage.db")
    migrate.upgrade(engine)
    assert copies.copies(engine) == []
    engine.dispose()


@pytest.mark.row(67)
def test_without_room_for_the_copy_nothing_is_upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    engine = open_engine(f"sqlite:///{tmp_path}/triage.db")
    rows = _at(engine, "0003")

    def full(path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copies, "_sync", full)
    with pytest.raises(RetryLater, match="copied before its upgrade"):
        migrate.upgrade(engine)
    assert (_version(engine), _kept(engine, rows)) == ("0003", True)
    assert [path.name for path in tmp_path.iterdir() if "copying" in path.name] == []
    engine.dispose()


@pytest.mark.row(67)
def test_a_database_of_a_newer_version_is_refused_without_a_copy(tmp_path: Path):
    engine = open_engine(f"sqlite:///{tmp_path}/triage.db")
    migrate.upgrade(engine)
    with closing(sqlite3.connect(tmp_path / "triage.db")) as conn, conn:
        conn.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(OperatorError, match="newer version"):
        migrate.upgrade(engine)
    assert copies.copies(engine) == []
    engine.dispose()
