"""Several workers at once on one real mailbox, killed and stopped: what each wrote down fits one order of events."""

import os
import random
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.fakes.shop import a_mail
from tests.faults.model import history
from tests.faults.model.faulty import message_id
from tests.faults.model.history import Diary, Line, NotedSender
from tests.faults.world import World
from triage.errors import RetryLater
from triage.mail.imap import connect
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.send import approve

WORKERS = 3


def test_the_checker_finds_a_reply_that_left_twice_and_one_that_two_workers_held_at_once():
    fine = [Line(1, "a", "invoke", "send", "x"), Line(2, "a", "dot", "send", "x"), Line(3, "a", "ok", "send", "x")]
    twice = [*fine, Line(4, "b", "dot", "send", "x")]
    at_once = [Line(1, "a", "dot", "send", "x"), Line(2, "b", "dot", "send", "x"), Line(3, "a", "ok", "send", "x")]
    assert (history.doubles(fine), history.overlapping(fine)) == ([], [])
    assert history.doubles(twice) == ["x"]
    assert history.overlapping(at_once) == ["x"]


@pytest.mark.row(15, 32, 34)
@pytest.mark.timeout(600)
def test_workers_that_are_killed_and_stopped_leave_a_history_in_which_every_reply_left_at_most_once(
    world: World, chance: random.Random, volume: Callable[[int], int]
):
    count = max(20, volume(200))
    mails = [a_mail(number, subject="damaged cup", sender=f"c{number}@mail.example") for number in range(count)]
    world.deliver(mails)
    assert world.run() == 0
    _approve_everything(world)
    for _ in range(max(2, volume(20))):
        _disturb([_start(world) for _ in range(WORKERS)], chance)
    for _ in range(2):
        _wait(_start(world))
    lines = history.read(world.folder)
    assert history.doubles(lines) == []
    assert history.overlapping(lines) == []
    _fits(world, lines, count)


def _approve_everything(world: World) -> None:
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


def _fits(world: World, lines: list[Line], count: int) -> None:
    """The diaries, the world's own record and the database tell one story."""
    shop = world.shop()
    accepted = world.outbox.accepted()
    assert len(accepted) == len(set(accepted))
    assert {line.key for line in lines if line.what == "ok"} <= set(accepted)
    assert set(accepted) <= {line.key for line in lines if line.what == "dot"}
    ids = {row["id"]: row["message_id"] for row in shop.rows("drafts")}
    ends = {ids[row["draft_id"]]: row["state"] for row in shop.rows("effects") if row["kind"] == "send"}
    assert len(ends) == count
    assert set(ends.values()) <= {"DONE", "UNKNOWN", "READY", "ATTEMPTED", "CLAIMED"}
    assert {key for key, state in ends.items() if state == "DONE"} <= set(accepted)
    assert not {key for key, state in ends.items() if state == "READY"} & set(accepted)
    assert len(accepted) >= count // 2
    shop.app.engine.dispose()


def _start(world: World) -> int:
    """A worker in a process of its own, with a diary."""
    child = os.fork()
    if child:
        return child
    try:
        diary = Diary(world.folder / f"{os.getpid()}.diary")
        outbox = world.outbox
        sender = NotedSender(diary, lambda mail: str(outbox.send("", "", mail, before_dot=lambda: None)), message_id)
        shop = world.shop()
        app = replace(shop.app, sender=lambda _: sender)
        mailbox = connect(world.account)
        for _ in range(3):
            try:
                poll(app, world.account, mailbox)
                drain(app, world.account, mailbox)
            except RetryLater:
                mailbox = connect(world.account)
    except BaseException:  # noqa: BLE001  # the fork must not come back as a test
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _disturb(workers: list[int], chance: random.Random) -> None:
    """Stop one and let it go on, kill another, let the third end."""
    stopped, killed, *others = chance.sample(workers, len(workers))
    time.sleep(chance.uniform(0.1, 0.4))
    os.kill(stopped, signal.SIGSTOP)
    time.sleep(chance.uniform(0.0, 0.2))
    os.kill(killed, signal.SIGKILL)
    time.sleep(chance.uniform(0.0, 0.3))
    os.kill(stopped, signal.SIGCONT)
    for worker in (stopped, killed, *others):
        _wait(worker)


def _wait(worker: int) -> None:
    os.waitpid(worker, 0)
