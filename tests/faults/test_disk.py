"""Disks that fail: killed at single system calls, calls that end in an error, and no room left."""

import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.e2e.agents import a_session
from tests.fakes.shop import a_mail
from tests.faults.forks import LATER, PLEASE_FIX
from tests.faults.mailroom import plant
from tests.faults.traced import counted, require_strace, run_traced
from tests.faults.world import World
from tests.servers.dovecot import Dovecot
from tests.web.console import ROOT
from triage.app import App, utc_now
from triage.store import blobs
from triage.store.engine import open_engine
from triage.store.migrate import upgrade
from triage.usecases.outbox import LEASE
from triage.web.site import make_site

KILLED = ("fsync", "fdatasync", "syncfs", "rename", "pwrite64", "sendto")
FAILING = {
    "EIO": ("fsync", "fdatasync", "syncfs", "pread64", "rename"),
    "ENOSPC": ("pwrite64", "write", "rename", "ftruncate"),
}
ROUNDS = 60
EACH = 8
DISK_MB = 160


def _mails(first: int, count: int) -> list[bytes]:
    photo = "X-Photo: 1"
    return [
        a_mail(number, subject="damaged cup", sender=f"c{number}@mail.example", extra=photo if number % 3 == 0 else "")
        for number in range(first, first + count)
    ]


@pytest.fixture
def sqlite_world(tmp_path: Path, dovecot: Dovecot) -> Iterator[World]:
    """A world whose database is a file."""
    made = _a_world(tmp_path, dovecot)
    yield made
    made.engine.dispose()


def _a_world(folder: Path, dovecot: Dovecot) -> World:
    url = f"sqlite:///{folder}/triage.db"
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()
    account = dovecot.account(since=timedelta(days=9), from_address="help@shop.example")
    return World(url=url, folder=folder, account=account)


def _calls_of_a_pass(world: World, calls: str) -> dict[str, int]:
    """How often a pass with as many mails makes each call."""
    log = world.folder / "calls"
    assert run_traced(world.work, calls, "", log) == 0
    return counted(log)


def _complete(world: World, mails: int) -> None:
    """Work that goes on when the leases of the dead are over leaves nothing undone."""
    world.clock = lambda: utc_now() + LEASE + timedelta(seconds=1)
    assert world.run() == 0
    world.check(mails)


@pytest.mark.row(12, 27, 60)
@pytest.mark.timeout(900)
def test_killed_at_single_system_calls_it_is_as_if_nothing_happened(
    sqlite_world: World, volume: Callable[[int], int], chance: random.Random
):
    require_strace()
    world, mails, killed = sqlite_world, EACH, 0
    world.deliver(_mails(0, EACH))
    met = _calls_of_a_pass(world, ",".join(KILLED))
    for _ in range(volume(ROUNDS)):
        world.deliver(_mails(mails, EACH))
        mails += EACH
        call = chance.choice([call for call in KILLED if met[call]])
        fault = f"signal=KILL:when={chance.randint(1, met[call])}"
        killed += run_traced(world.work, call, fault, world.folder / "log") == -9
    assert killed >= volume(ROUNDS) // 2
    _complete(world, mails)


@pytest.mark.row(60)
@pytest.mark.timeout(900)
@pytest.mark.parametrize("error", sorted(FAILING))
def test_a_call_that_fails_ends_the_pass_in_plain_words_and_the_next_completes_it(
    sqlite_world: World, volume: Callable[[int], int], chance: random.Random, error: str
):
    require_strace()
    world, mails, failed = sqlite_world, EACH, 0
    foreign, world.foreign = plant(world.account, 5), 5
    world.deliver(_mails(0, EACH))
    met = _calls_of_a_pass(world, ",".join(FAILING[error]))
    for _ in range(volume(ROUNDS)):
        world.deliver(_mails(mails, EACH))
        mails += EACH
        call = chance.choice([call for call in FAILING[error] if met[call]])
        fault = f"error={error}:when={chance.randint(1, met[call])}"
        status = run_traced(world.work, call, fault, world.folder / "log")
        assert status in (0, LATER, PLEASE_FIX), (call, fault)
        failed += status != 0
    assert failed >= 1
    _complete(world, mails)
    assert foreign.changed() == []


@pytest.fixture
def small_disk(server_home: Path) -> Iterator[Path]:
    """A disk of its own, which can be filled."""
    folder = Path(tempfile.mkdtemp(dir=server_home))
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_MB}m", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        words = "a small disk cannot be mounted here: a full disk is left out"
        (pytest.fail if os.environ.get("CI") == "true" and os.geteuid() == 0 else pytest.skip)(words)
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def _fill(folder: Path, left: int) -> Path:
    """Leave that many bytes, counted in whole pages."""
    filler = folder / "filler"
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, shutil.disk_usage(folder).free - left))
    return filler


@pytest.mark.row(60)
@pytest.mark.parametrize("reserve", [True, False], ids=["reserve", "no-reserve"])
@pytest.mark.parametrize("left", [0, 1_000, 50_000, 1_000_000])
def test_while_the_disk_is_full_mail_waits_and_the_console_reads_and_then_everything_arrives(
    small_disk: Path, dovecot: Dovecot, left: int, reserve: bool, monkeypatch: pytest.MonkeyPatch
):
    if not reserve:
        monkeypatch.setattr(blobs, "RESERVE_BYTES", 0)
    world = _a_world(small_disk, dovecot)
    foreign, world.foreign = plant(world.account, 5), 5
    world.deliver(_mails(0, EACH))
    assert world.run() == 0
    world.deliver(_mails(EACH, EACH))
    assert world.run("K5") == -9
    world.deliver(_mails(2 * EACH, EACH))
    site = world.shop().app
    with TestClient(make_site(_at_home(site)), base_url="http://console.example") as client:
        a_session(site, client)
        filler = _fill(small_disk, left)
        for point in ("", "K2", "K6", "K8"):
            assert world.run(point) in ((LATER, -9) if reserve else (0, LATER, -9))
            assert client.get("/").status_code == 200
            world.engine.dispose()
    filler.unlink()
    assert world.run() == 0
    world.check(3 * EACH)
    assert foreign.changed() == []


def _at_home(app: App) -> App:
    return replace(app, settings=replace(app.settings, root=ROOT))
