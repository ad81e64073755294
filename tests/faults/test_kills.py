"""Killed anywhere, started again: every mail has one ticket and one draft, every reply left at most once.

The worker runs in forks of this process, against a real IMAP server; a kill is SIGKILL.
"""

import random
import re
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import triage
from tests.fakes.shop import a_mail
from tests.faults import forks
from tests.faults.deaths import Death
from tests.faults.world import World
from tests.servers.smtp_sink import SmtpSink, message_id
from triage.store.engine import open_engine
from triage.store.migrate import upgrade
from triage.usecases.send import approve

LANDING = ("K1", "K2", "K3", "K4", "K5", "K6", "K7")
FILING = ("K8", "K9", "K10", "K17")
SENDING = ("K12", "K13", "K14", "K15", "K16")
POINTS = [f"K{number}" for number in range(1, 19)]
MAILS = 230
ROUNDS = 20
KILLS, EACH = 50, 10


def _mails(first: int, count: int) -> list[bytes]:
    return [
        a_mail(number, subject="damaged cup", sender=f"c{number}@mail.example")
        for number in range(first, first + count)
    ]


@pytest.mark.row(12, 27)
@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("point", [*LANDING, *FILING[:3]])
def test_killed_again_and_again_at_a_named_point_it_is_as_if_nothing_happened(
    world: World, volume: Callable[[int], int], point: str
):
    kills = volume(KILLS)
    for number in range(kills):
        world.deliver(_mails(number * EACH, EACH))
        assert world.run(point) == -signal.SIGKILL
    assert world.run() == 0
    world.check(kills * EACH)


@pytest.mark.row(12)
@pytest.mark.parametrize("point", ["K2", "K3", "K6", "K8"])
def test_killed_at_the_second_batch_it_is_as_if_nothing_happened(world: World, point: str):
    world.deliver(_mails(0, MAILS))
    world.run(f"{point}:2nd")
    assert world.run() == 0
    world.check(MAILS)


@pytest.mark.row(12)
@pytest.mark.slow
def test_killed_at_random_moments_until_it_is_done_it_is_as_if_nothing_happened(world: World, chance: random.Random):
    mails, kills = _mails(0, ROUNDS * 8), 0
    for number in range(ROUNDS):
        world.deliver(mails[number * 8 : number * 8 + 8])
        kills += world.run(kill_after=chance.uniform(0.005, 0.12)) == -signal.SIGKILL
    assert kills >= ROUNDS // 4
    assert world.run() == 0
    world.check(len(mails))


@pytest.mark.row(32)
@pytest.mark.parametrize("point", [*SENDING, "K17"])
def test_killed_while_sending_no_reply_leaves_twice(world: World, point: str):
    world.deliver(_mails(0, 3))
    assert world.run() == 0
    shop = world.shop()
    for ticket, draft in zip(shop.rows("tickets"), shop.rows("drafts"), strict=True):
        approve(
            shop.app,
            ticket["public_id"],
            draft_revision=1,
            text=draft["text"],
            last_message_id=draft["answers_id"],
            user="mia",
            idempotency_key=ticket["public_id"],
        )
    shop.app.engine.dispose()
    assert world.run(point) == -signal.SIGKILL
    for _ in range(3):
        assert world.run() == 0
    accepted = Counter(world.outbox.accepted())
    assert all(count == 1 for count in accepted.values())
    states = Counter(row["state"] for row in shop.rows("effects") if row["kind"] == "send")
    assert states == ({"DONE": 2, "UNKNOWN": 1} if point in ("K14", "K15") else {"DONE": 3})
    replied = [row for row in shop.rows("events") if row["kind"] == "replied"]
    assert len(replied) == states["DONE"]
    shop.app.engine.dispose()


def _named() -> set[str]:
    """The points that the code names."""
    sources = [path.read_text() for path in Path(triage.__file__).parent.rglob("*.py")]
    return {point for source in sources for point in re.findall(r'crashpoint(?:\(|, )"(K[0-9]+)"', source)}


@pytest.mark.row(12, 27, 32, 67)
def test_every_point_of_the_code_is_met_by_a_day_of_the_shop(world: World, smtp_sink: SmtpSink, tmp_path: Path):
    assert _named() == set(POINTS)
    world = replace(world, smtp=smtp_sink.settings)
    mails = 0
    for point in POINTS:
        assert world.run() == 0
        if point == "K18":
            fresh = open_engine(f"sqlite:///{tmp_path}/fresh.db")
            assert forks.run(lambda fresh=fresh: upgrade(fresh), death=Death(point)) == -signal.SIGKILL
            continue
        if point == "K11":
            assert forks.run(lambda: world.click(1), death=Death(point)) == -signal.SIGKILL
            continue
        assert forks.run(lambda: world.click(1)) == 0
        world.deliver(_mails(mails, 2))
        mails += 2
        assert world.run(point) == -signal.SIGKILL, point
    assert world.run() == 0
    world.check(mails, [message_id(one.content) for one in smtp_sink.delivered])
