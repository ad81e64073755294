"""A folder of a million mails: the first look takes numbers only and little memory, and can be killed at any time."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.servers.dovecot import PASSWORD
from tests.servers.lying import LyingServer
from triage.store.engine import open_engine, reading
from triage.store.schema import folders, ledger

ROOT = Path(__file__).resolve().parents[2]
MOST_MEGABYTES = 256


def _start(server: LyingServer, user: str, home: Path) -> "subprocess.Popen[bytes]":
    settings = {
        "TRIAGE_STORE": "mila_mvmt",
        "TRIAGE_IMAP_HOST": "127.0.0.1",
        "TRIAGE_IMAP_PORT": str(server.port),
        "TRIAGE_IMAP_USER": user,
        "TRIAGE_IMAP_PASSWORD": PASSWORD,
        "TRIAGE_IMAP_SECURITY": "none",
        "TRIAGE_FROM_ADDRESS": "support@shop.example",
        "TRIAGE_DATABASE_URL": f"sqlite:///{home}/triage.db",
        "TRIAGE_DATA_DIR": str(home),
        "TRIAGE_SINCE": "1h",
    }
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TRIAGE_")}
    with (home / "worker.log").open("ab") as log:
        command = [sys.executable, str(ROOT / "run.py"), "worker", "--once"]
        return subprocess.Popen(
            command, env=kept | settings, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=home
        )


def _peak(pid: int) -> int:
    """Megabytes that a process has used at most so far; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


def _noted(home: Path) -> int:
    if not (home / "triage.db").exists():
        return 0
    engine = open_engine(f"sqlite:///{home}/triage.db")
    try:
        with reading(engine) as conn:
            return int(conn.execute(select(func.max(folders.c.last_uid))).scalar() or 0)
    except Exception:  # noqa: BLE001  # the worker is making the tables just now
        return 0
    finally:
        engine.dispose()


@pytest.mark.row(13)
@pytest.mark.timeout(1800)
def test_a_million_mails_are_noted_in_little_memory_however_often_the_worker_is_killed(
    tmp_path: Path, volume: Callable[[int], int], chance: random.Random
):
    mails, kills = volume(1_000_000), volume(20)
    server = LyingServer()
    server.start()
    account = server.account()
    server.box(account.user)["INBOX"].made_up = mails
    peak, started = 0, time.monotonic()
    for number in range(kills):
        process = _start(server, account.user, tmp_path)
        goal = _noted(tmp_path) + mails // (kills + 2)
        while process.poll() is None and _noted(tmp_path) < goal:
            peak = max(peak, _peak(process.pid))
            time.sleep(chance.uniform(0.05, 0.3))
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL, f"it ended by itself before kill {number}"
    process = _start(server, account.user, tmp_path)
    while process.poll() is None:
        peak = max(peak, _peak(process.pid))
        time.sleep(0.05)
    print(f"{mails} mails, {kills} kills: {time.monotonic() - started:.0f} s, {peak} MB")  # noqa: T201  # shown with -s
    assert process.returncode == 0, (tmp_path / "worker.log").read_text()
    server.stop()
    engine = open_engine(f"sqlite:///{tmp_path}/triage.db")
    with reading(engine) as conn:
        inbox = ledger.c.folder == "INBOX"
        rows = conn.execute(select(ledger.c.outcome, func.count()).where(inbox).group_by(ledger.c.outcome)).all()
        highest = conn.execute(select(func.max(ledger.c.uid)).where(inbox)).scalar_one()
    engine.dispose()
    assert [tuple(row) for row in rows] == [("before", mails)]
    assert highest == mails
    assert sum(server.fetched.values()) == 0
    assert peak <= MOST_MEGABYTES
