"""Faults on purpose: how much of them, from which seed, and the line that plays a failure again."""

import os
import random
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.world import World
from tests.servers.dovecot import Dovecot

FULL = os.environ.get("TRIAGE_FAULTS") == "full"
SEED = int(os.environ.get("TRIAGE_SEED", "20261122"))


@pytest.fixture
def volume() -> Callable[[int], int]:
    """How many of `whole` to do: all of them under `make faults`, a tenth in every other run."""
    return lambda whole: whole if FULL else max(1, whole // 10)


@pytest.fixture
def chance() -> random.Random:
    """The chance of this test, the same at every run with the same seed."""
    return random.Random(SEED)


@pytest.fixture
def world(url: str, tmp_path: Path, dovecot: Dovecot) -> World:
    """A fresh mailbox on the real server, and an empty database."""
    sys.stderr.flush()
    return World(
        url=url,
        folder=tmp_path,
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
