"""Faults on purpose: how much of them, from which seed, and the line that plays a failure again."""

import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from triage.store.engine import open_engine
from triage.store.migrate import upgrade

pytest.register_assert_rewrite("tests.faults.world")

from tests.faults.world import World  # noqa: E402  # what it asserts is explained only if it is imported after that
from tests.servers.dovecot import Dovecot  # noqa: E402  # the same

FULL = os.environ.get("TRIAGE_FAULTS") == "full"
SEED = int(os.environ.get("TRIAGE_SEED", "20261122"))
QUICK = pytest.mark.parametrize("url", ["sqlite", "postgresql"] if FULL else ["sqlite"], indirect=True)
"""For a slow test whose statements others ask PostgreSQL too: both kinds of database under `make faults` alone."""


@pytest.fixture
def volume() -> Callable[[int], int]:
    """How many of `whole` to do: all of them under `make faults`, a tenth in every other run."""
    return lambda whole: whole if FULL else max(1, whole // 10)


@pytest.fixture
def chance() -> random.Random:
    """The chance of this test, the same at every run with the same seed."""
    return random.Random(SEED)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all tables, to be copied."""
    path = tmp_path_factory.mktemp("template") / "triage.db"
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture
def world(url: str, tmp_path: Path, dovecot: Dovecot, server_home: Path) -> World:
    """A fresh mailbox on the real server, and an empty database; in memory, for SIGKILL takes nothing from a disk."""
    folder = Path(tempfile.mkdtemp(dir=server_home))
    if url.startswith("sqlite"):
        shutil.copy(tmp_path / "triage.db", folder)
        url = f"sqlite:///{folder}/triage.db"
    return World(
        url=url,
        folder=folder,
        account=dovecot.account(since=timedelta(days=9), from_address="help@shop.example"),
    )


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Under every failure: the command that plays it again."""
    outcome = yield
    report = outcome.get_result()
    if report.failed:
        words = f"TRIAGE_SEED={SEED} {'TRIAGE_FAULTS=full ' if FULL else ''}python -m pytest '{item.nodeid}'"
        report.sections.append(("play it again", words))
