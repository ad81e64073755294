"""Transactions: durable, one writer at a time, and errors that say what to do."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text

from triage.errors import OperatorError, RetryLater
from triage.store import engine as opening
from triage.store.engine import open_engine, reading, writing
from triage.store.schema_service import health


def _count(engine: Engine) -> int:
    with reading(engine) as conn:
        return len(conn.execute(select(health)).all())


def _insert(conn, name: str) -> None:
    conn.execute(
        text("INSERT INTO health (account, state, detail, changed_at) VALUES (:name, 'ok', '', CURRENT_TIMESTAMP)"),
        {"name": name},
    )


def test_what_a_failed_transaction_wrote_is_gone(engine: Engine):
    def fail_halfway() -> None:
        with writing(engine) as conn:
            _insert(conn, "one")
            raise ValueError("halfway")

    with pytest.raises(ValueError, match="halfway"):
        fail_halfway()
    assert _count(engine) == 0


def test_what_was_committed_is_there_for_the_next_engine(engine: Engine, url: str):
    with writing(engine) as conn:
        _insert(conn, "one")
    other = open_engine(url)
    assert _count(other) == 1
    other.dispose()


def test_sqlite_is_opened_for_durability(tmp_path: Path):
    engine = open_engine(f"sqlite:///{tmp_path}/deep/down/triage.db")
    with reading(engine) as conn:
        found = {
            name: conn.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


def test_a_database_locked_for_too_long_says_to_try_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0)
    engine = open_engine(f"sqlite:///{tmp_path}/triage.db")
    with writing(engine), pytest.raises(RetryLater, match="tried again"), writing(engine):
        pass
    engine.dispose()


def test_a_damaged_database_says_what_a_person_can_do(tmp_path: Path):
    (tmp_path / "triage.db").write_bytes(b"this was a database once" * 1000)
    engine = open_engine(f"sqlite:///{tmp_path}/triage.db")
    with pytest.raises(OperatorError, match="not a database") as told, reading(engine):
        pass
    assert "restore" in told.value.fix
    engine.dispose()


def test_many_writers_at_once_lose_nothing(engine: Engine):
    def write(worker: int) -> None:
        for number in range(20):
            with writing(engine) as conn:
                _insert(conn, f"{worker}-{number}")

    threads = [threading.Thread(target=write, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _count(engine) == 80


def test_a_reader_is_not_held_up_by_a_writer(engine: Engine):
    with writing(engine) as conn:
        _insert(conn, "one")
        assert _count(engine) == 0


@pytest.mark.parametrize("url", ["mysql://u@h/db", "nonsense"])
def test_another_kind_of_database_is_refused_with_the_two_that_work(url: str):
    with pytest.raises(OperatorError, match="sqlite:///"):
        open_engine(url)


def test_a_postgresql_that_is_away_says_to_try_again():
    engine = open_engine("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(RetryLater, match="TRIAGE_DATABASE_URL"), reading(engine):
        pass
    engine.dispose()
