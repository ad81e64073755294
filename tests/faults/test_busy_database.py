"""The database under everybody at once: writers, a report, a backup. Nobody is told that it is locked."""

import json
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.builders import a_ticket
from tests.fakes.shop import a_shop
from tests.faults import forks
from tests.faults.conftest import FULL
from triage.store import events
from triage.store.engine import open_engine, reading, writing
from triage.store.events import NewEvent
from triage.usecases.report import make_report

WRITERS = 8
SECONDS = 60
PAUSE_SECONDS = 0.1
"""Between two writes of a writer: 80 writes a second in all, as eight busy people and workers make them."""
SLOWEST_P99_SECONDS = 0.25 if FULL else 10.0
"""The promise is for a machine of one's own; short runs share theirs with other tests, and only say what it was."""
EVENTS_A_WRITE = 4


def _write_on(url: str, number: int, until: float, notes: Path) -> None:
    """A writer: short transactions, each timed; the times go to a file."""
    engine = open_engine(url)
    times: list[float] = []
    while time.monotonic() < until:
        began = time.monotonic()
        with writing(engine) as conn:
            at = datetime.now(UTC)
            conn.execute(text("UPDATE tickets SET status = status WHERE id = 1"))
            new = [NewEvent(ticket_id=1, kind=events.APPROVED, at=at, actor=f"w{number}", data={"n": len(times)})]
            events.add(conn, new * EVENTS_A_WRITE)
        times.append(time.monotonic() - began)
        time.sleep(PAUSE_SECONDS)
    engine.dispose()
    (notes / f"writer{number}").write_text(json.dumps(times))


def _read_on(url: str, folder: Path, until: float) -> None:
    """A manager who looks at the report again and again."""
    shop = a_shop(open_engine(url), folder)
    while time.monotonic() < until:
        with reading(shop.app.engine) as conn:
            counted = conn.execute(text("SELECT count(*), min(ticket_id) FROM events")).one()
            assert counted[0] == conn.execute(text("SELECT count(*) FROM events")).scalar_one()
        make_report(shop.app, first=date(2026, 3, 1), last=date(2026, 3, 31))
        time.sleep(PAUSE_SECONDS)
    shop.app.engine.dispose()


def _back_up(url: str, folder: Path, until: float) -> None:
    """Backups, one after the other, page by page."""
    while time.monotonic() < until:
        source = url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(folder / "copy.db")) as copy:
            live.backup(copy, pages=200, sleep=0.01)
            assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        time.sleep(PAUSE_SECONDS)


@pytest.mark.row(59)
@pytest.mark.timeout(900)
def test_eight_writers_a_report_and_a_backup_get_along(tmp_path: Path, url: str, volume: Callable[[int], int]):
    engine = open_engine(url)
    a_ticket(a_shop(engine, tmp_path).app)
    engine.dispose()
    until = time.monotonic() + volume(SECONDS)
    works: list[Callable[[], None]] = [
        lambda number=number: _write_on(url, number, until, tmp_path) for number in range(WRITERS)
    ]
    works.append(lambda: _read_on(url, tmp_path, until))
    if url.startswith("sqlite"):
        works.append(lambda: _back_up(url, tmp_path, until))
    children = [forks.start(work) for work in works]
    assert [forks.ended(child) for child in children] == [0] * len(works)
    times = sorted(one for path in tmp_path.glob("writer*") for one in json.loads(path.read_text()))
    p99 = times[int(len(times) * 0.99)]
    sys.stderr.write(f"\n{len(times)} writes, p50 {times[len(times) // 2]:.3f} s, p99 {p99:.3f} s\n")
    with reading(engine) as conn:
        assert conn.execute(text("SELECT count(*) FROM events WHERE actor LIKE 'w%'")).scalar_one() == (
            len(times) * EVENTS_A_WRITE
        )
    engine.dispose()
    assert p99 <= SLOWEST_P99_SECONDS
