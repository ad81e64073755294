"""The tables of a database and those that the code knows are the same."""

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from triage.errors import OperatorError
from triage.store import migrate
from triage.store.engine import open_engine, reading, writing
from triage.store.tables import EVERY_TABLE


def test_migrations_make_exactly_the_tables_that_the_code_knows(engine: Engine):
    with reading(engine) as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True})
        differences = [step for step in compare_metadata(context, EVERY_TABLE) if "comment" not in str(step[0])]
    assert differences == []


def test_the_newest_migration_is_the_one_that_the_fast_path_looks_for():
    scripts = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations"))
    assert scripts.get_current_head() == migrate.HEAD


def test_upgrading_twice_changes_nothing(engine: Engine):
    migrate.upgrade(engine)
    with reading(engine) as conn:
        assert migrate.version(conn) == migrate.HEAD


def test_a_database_of_a_newer_version_is_refused_and_left_alone(engine: Engine):
    with writing(engine) as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(OperatorError, match="newer version"):
        migrate.upgrade(engine)
    with reading(engine) as conn:
        assert migrate.version(conn) == "9999"


def test_a_migration_that_fails_leaves_no_table_behind(empty_url: str, monkeypatch: pytest.MonkeyPatch):
    engine = open_engine(empty_url)
    run = migrate._run

    def half(conn, found):
        run(conn, found)
        raise OSError("the power went")

    monkeypatch.setattr(migrate, "_run", half)
    with pytest.raises(OSError, match="power"):
        migrate.upgrade(engine)
    with reading(engine) as conn:
        assert migrate.version(conn) is None
    monkeypatch.setattr(migrate, "_run", run)
    migrate.upgrade(engine)
    engine.dispose()


def test_starting_on_an_upgraded_database_does_not_import_alembic(tmp_path: Path):
    url = f"sqlite:///{tmp_path}/triage.db"
    engine = open_engine(url)
    migrate.upgrade(engine)
    engine.dispose()
    program = (
        "import sys\n"
        "from triage.store.engine import open_engine\n"
        "from triage.store.migrate import upgrade\n"
        f"upgrade(open_engine({url!r}))\n"
        "sys.exit('alembic' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=Path(migrate.__file__).parents[2]).returncode == 0
