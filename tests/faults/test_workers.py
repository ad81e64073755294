"""Several workers on one mailbox, one of which sleeps longer than its lease and wakes up: everything happens once."""

import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from multiprocessing import Value
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.shop import a_mail
from tests.faults import forks
from tests.faults.conftest import FULL
from tests.faults.deaths import Death
from tests.faults.mailroom import flags_of
from tests.faults.world import World
from tests.servers.smtp_sink import SmtpSink, message_id
from triage import crashpoints
from triage.errors import RetryLater
from triage.usecases.outbox import LEASE

MAILS, WORKERS = 5_000, 4
POINTS = [f"K{number}" for number in range(1, 18) if number != 11]
EACH = 6
PATIENCE_SECONDS = 90


@dataclass
class Crew:
    """Workers on one mailbox, with one clock that can be moved for all of them."""

    world: World
    sink: SmtpSink
    ahead: Any = field(default_factory=lambda: Value("d", 0.0))

    def __post_init__(self) -> None:
        self.world = replace(
            self.world,
            smtp=self.sink.settings,
            looks=1,
            clock=lambda: datetime.now(UTC) + timedelta(seconds=self.ahead.value),
        )

    def sleeper(self, point: Death) -> int:
        """A worker that falls asleep at a point; its process id, once it sleeps."""

        def work() -> None:
            crashpoints.SIGNAL = signal.SIGSTOP
            self.world.work()

        child = self.world.start(work, death=point)
        _, status = os.waitpid(child, os.WUNTRACED)
        assert os.WIFSTOPPED(status), f"{point} was not met"
        return child

    def oversleep(self) -> None:
        """Two leases pass for everybody."""
        self.ahead.value += 2 * LEASE.total_seconds()

    def until_done(self, over: Path) -> int:
        """A worker that does pass after pass until told; its process id."""

        def work() -> None:
            while True:
                last = over.exists()
                try:
                    self.world.work()
                except RetryLater:
                    time.sleep(0.05)  # as the keeper of a mailbox does: it comes back
                    continue
                if last:
                    return

        return self.world.start(work)

    def accepted(self) -> list[str]:
        return [message_id(one.content) for one in self.sink.delivered]

    def filed(self) -> int:
        """How many drafts lie in the mailbox by the database's word."""
        shop = self.world.shop()
        count = sum(row["state"] == "filed" for row in shop.rows("drafts"))
        shop.app.engine.dispose()
        return count


def _mails(first: int, count: int) -> list[bytes]:
    return [
        a_mail(number, subject="damaged cup", sender=f"c{number}@mail.example")
        for number in range(first, first + count)
    ]


def _wake(child: int) -> int:
    os.kill(child, signal.SIGCONT)
    return forks.ended(child)


@pytest.mark.row(15, 34)
@pytest.mark.parametrize("place", POINTS if FULL else ["K3", "K6", "K8", "K10", "K14"])
def test_a_worker_that_slept_beyond_its_lease_changes_nothing_that_another_did(
    world: World, smtp_sink: SmtpSink, place: str
):
    crew = Crew(world, smtp_sink)
    crew.world.deliver(_mails(0, EACH))
    assert crew.world.run() == 0
    assert forks.run(lambda: crew.world.click(EACH // 2)) == 0
    crew.world.deliver(_mails(EACH, EACH))
    sleeper = crew.sleeper(Death(place))
    for _ in range(3):
        crew.oversleep()
        assert crew.world.run() == 0
    assert _wake(sleeper) in (0, forks.LATER)
    crew.oversleep()
    for _ in range(2):
        assert crew.world.run() == 0
    crew.world.check(2 * EACH, crew.accepted())
    assert len(crew.accepted()) >= EACH // 2 - (place == "K14")


@pytest.mark.row(15)
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_four_workers_on_one_mailbox_one_asleep_for_two_leases_make_one_of_everything(
    world: World, smtp_sink: SmtpSink, volume: Callable[[int], int], chance: random.Random
):
    crew, count = Crew(world, smtp_sink), volume(MAILS) if FULL else MAILS // 25
    over = crew.world.folder / "over"
    first = count // 5
    crew.world.deliver(_mails(0, first))
    sleeper = crew.sleeper(Death(chance.choice(["K3", "K4", "K6", "K7", "K8", "K9", "K10"])))
    crew.oversleep()
    others = [crew.until_done(over) for _ in range(WORKERS - 1)]
    crew.world.deliver(_mails(first, count - first))
    _wait(lambda: crew.filed() >= count // 2)
    assert forks.run(lambda: crew.world.click(count // 20)) == 0
    assert _wake(sleeper) in (0, forks.LATER)
    _wait(lambda: crew.filed() + len(crew.accepted()) >= count)
    over.touch()
    assert [forks.ended(other) for other in others] == [0] * (WORKERS - 1)
    crew.oversleep()
    assert crew.world.run() == 0
    crew.world.check(count, crew.accepted())
    assert len(crew.accepted()) == count // 20
    assert len(flags_of(world.account, "INBOX")) == count


def _wait(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS * 5
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.3)
