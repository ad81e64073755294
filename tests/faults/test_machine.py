"""Everything at once and in any order: a state machine plays customers, agents, workers, network and clock."""

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from tests.faults.conftest import FULL
from tests.faults.model import oracle
from tests.faults.model.desk import ACCIDENTS, KINDS, POINTS, STEPS, Desk
from tests.faults.model.faulty import WAYS
from tests.faults.model.play import play
from triage.records import Label
from triage.usecases import review

PICK = st.integers(0, 5)
FEW = st.integers(0, 3)
THEN = st.booleans()
RARELY = st.sampled_from((False, False, False, True))
SHM = Path("/dev/shm")
ROOM = SHM if SHM.is_dir() else None


def has_draft(machine: "DeskMachine") -> bool:
    return bool(machine.desk.server.folders["Drafts"].mails)


class DeskMachine(RuleBasedStateMachine):
    """See `Desk`. The rules choose what happens; the invariants say what has to hold."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=ROOM))
        self.mend = pytest.MonkeyPatch()
        self.desk = Desk(self.folder, self.template, self.mend)

    def teardown(self) -> None:
        try:
            self.desk.settle()
            oracle.at_rest(self.desk)
        finally:
            self.mend.undo()
            self.desk.close()
            shutil.rmtree(self.folder)

    def _go_on(self, then: bool) -> None:
        if then:
            self.desk.work()

    @initialize(kinds=st.lists(st.sampled_from(KINDS), min_size=1, max_size=3))
    def some_mail_is_there(self, kinds: list[str]) -> None:
        for number, kind in enumerate(kinds):
            self.desk.deliver(kind, customer=number % 2)
        self.desk.work()

    @invariant()
    def holds(self) -> None:
        oracle.always(self.desk)

    # --- workers

    @rule(which=st.sampled_from([0, 0, 0, 1]))
    def work(self, which: int) -> None:
        self.desk.work(which)

    @rule(which=st.integers(0, 1))
    def poll(self, which: int) -> None:
        self.desk.poll(which)

    @rule(which=st.integers(0, 1))
    def drain(self, which: int) -> None:
        self.desk.drain(which)

    @rule(which=st.integers(0, 1))
    def restart(self, which: int) -> None:
        self.desk.restart(which)

    @rule(point=st.sampled_from(POINTS), time=st.integers(1, 2))
    def dies_at(self, point: str, time: int) -> None:
        self.desk.dies_at(point, time)

    @rule(command=st.integers(1, 25), what=st.sampled_from(ACCIDENTS), pick=FEW)
    def in_the_middle(self, command: int, what: str, pick: int) -> None:
        self.desk.happens_at(command, what, pick)
        self.desk.work()

    @rule(times=st.integers(1, 2))
    def disk_is_full(self, times: int) -> None:
        self.desk.disk_is_full(times)

    # --- customers; `then`: a worker goes on at once

    @rule(kind=st.sampled_from(("plain", "plain", *KINDS)), customer=FEW, then=THEN)
    def deliver(self, kind: str, customer: int, then: bool) -> None:
        self.desk.deliver(kind, customer=customer)
        self._go_on(then)

    @precondition(lambda self: self.desk.expected)
    @rule(pick=PICK, to=st.sampled_from(("own mail", "draft")), stranger=RARELY, then=THEN)
    def reply(self, pick: int, to: str, stranger: bool, then: bool) -> None:
        self.desk.reply(pick, to=to, stranger=stranger)
        self._go_on(then)

    @precondition(lambda self: self.desk.expected)
    @rule(pick=PICK, then=THEN)
    def deliver_again(self, pick: int, then: bool) -> None:
        self.desk.deliver_again(pick)
        self._go_on(then)

    @precondition(lambda self: self.desk.expected)
    @rule(pick=PICK, then=THEN)
    def move_mail(self, pick: int, then: bool) -> None:
        self.desk.move_mail(pick)
        self._go_on(then)

    # --- agents in the mail program

    @precondition(has_draft)
    @rule(pick=PICK, how=st.sampled_from(("same id", "own id", "no ids")), then=THEN)
    def edit_draft(self, pick: int, how: str, then: bool) -> None:
        self.desk.edit_draft(pick, how=how)
        self._go_on(then)

    @precondition(has_draft)
    @rule(pick=PICK, to_trash=st.booleans(), then=THEN)
    def delete_draft(self, pick: int, to_trash: bool, then: bool) -> None:
        self.desk.delete_draft(pick, to_trash=to_trash)
        self._go_on(then)

    @precondition(has_draft)
    @rule(pick=PICK, back=st.booleans(), then=THEN)
    def move_draft(self, pick: int, back: bool, then: bool) -> None:
        self.desk.move_draft(pick, back=back)
        self._go_on(then)

    @precondition(has_draft)
    @rule(pick=PICK, how=st.sampled_from(("same id", "own id", "no ids")), then=THEN)
    def send_draft(self, pick: int, how: str, then: bool) -> None:
        self.desk.send_draft(pick, how=how)
        self._go_on(then)

    @precondition(lambda self: self.desk.expected)
    @rule(pick=PICK, threaded=st.booleans(), then=THEN)
    def send_own(self, pick: int, threaded: bool, then: bool) -> None:
        self.desk.send_own(pick, threaded=threaded)
        self._go_on(then)

    # --- agents in the console

    @precondition(lambda self: self.desk.expected)
    @rule(pick=PICK, own_words=st.booleans(), stale=RARELY, again=st.booleans(), then=THEN)
    def approve(self, pick: int, own_words: bool, stale: bool, again: bool, then: bool) -> None:
        self.desk.approve(pick, own_words=own_words, stale=stale, again=again)
        self._go_on(then)

    @precondition(has_draft)
    @rule(pick=PICK, way=st.sampled_from(WAYS))
    def approve_and_send(self, pick: int, way: str) -> None:
        self.desk.approve(pick)
        self.desk.way.plan = [way]
        self.desk.drain()

    @precondition(has_draft)
    @rule(pick=PICK, moment=st.sampled_from(("before the dot", "after the dot")))
    def overtaken_while_sending(self, pick: int, moment: str) -> None:
        self.desk.approve(pick)
        self.desk.overtaken_while_sending(moment)
        self.desk.drain()

    @precondition(lambda self: self.desk.expected)
    @rule(pick=PICK, then=THEN)
    def edit(self, pick: int, then: bool) -> None:
        self.desk.edit(pick)
        self._go_on(then)

    @precondition(lambda self: self.desk.expected)
    @rule(pick=PICK, label=st.sampled_from((Label.MISSING, Label.OTHER, Label.DAMAGED)), then=THEN)
    def relabel(self, pick: int, label: Label, then: bool) -> None:
        self.desk.relabel(pick, label)
        self._go_on(then)

    @precondition(lambda self: self.desk.expected)
    @rule(
        pick=PICK,
        what=st.sampled_from(("close_ticket", "reopen_ticket", "retry_ticket", "resolve")),
        then=THEN,
    )
    def click(self, pick: int, what: str, then: bool) -> None:
        getattr(self.desk, what)(pick)
        self._go_on(then)

    # --- the world around

    @rule(step=st.sampled_from(STEPS))
    def clock_steps(self, step: timedelta) -> None:
        self.desk.clock_steps(step)

    @rule()
    def clock_is_mended(self) -> None:
        self.desk.clock_is_mended()

    @rule(minutes=st.sampled_from((1, 11, 61, 3000)))
    def time_passes(self, minutes: int) -> None:
        self.desk.time_passes(minutes=minutes)

    @rule(folder=st.sampled_from(("INBOX", "Drafts", "Sent")))
    def numbered_anew(self, folder: str) -> None:
        self.desk.numbered_anew(folder)

    @precondition(lambda self: self.desk.swaps < 2 and abs(self.desk.skew.total_seconds()) < 7200)
    @rule(with_old_mail=st.booleans())
    def mailbox_is_swapped(self, with_old_mail: bool) -> None:
        self.desk.mailbox_is_swapped(with_old_mail=with_old_mail)

    @rule()
    def comes_to_rest(self) -> None:
        self.desk.settle()
        oracle.at_rest(self.desk)


@pytest.mark.row(12, 15, 27, 28, 56)
@pytest.mark.timeout(3000)
def test_whatever_happens_in_whatever_order_nothing_is_lost_doubled_or_sent_unasked(
    template: Path, volume: Callable[[int], int]
):
    DeskMachine.template = template
    play(DeskMachine, examples=volume(80), steps=80 if FULL else 40)


@pytest.fixture
def desk(tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk with one customer's mail, triaged."""
    made = Desk(tmp_path, template, monkeypatch)
    made.deliver()
    made.work()
    yield made
    made.close()


def _comes_to_rest(desk: Desk) -> None:
    desk.settle()
    oracle.at_rest(desk)


def test_a_mail_that_comes_while_the_reply_is_sent_leaves_the_ticket_open(desk: Desk):
    desk.approve(0)

    def customer_writes() -> None:
        desk.reply(0)
        desk.poll(1)

    desk.way.overtaken, desk.way.meanwhile = "after the dot", customer_writes
    desk.work()
    _comes_to_rest(desk)
    (ticket,) = desk.rows("tickets")
    assert len(desk.way.accepted) == 1
    assert ticket["status"] == "open"
    assert [row["state"] for row in desk.rows("drafts")] == ["sent", "filed"]


def test_an_answer_from_elsewhere_takes_no_draft_away_that_is_for_a_newer_mail(desk: Desk):
    desk.send_own(0)
    desk.time_passes(minutes=1)
    desk.reply(0)
    desk.work()
    _comes_to_rest(desk)
    assert [row["state"] for row in desk.rows("drafts")] == ["retired", "filed"]


def test_sent_mail_that_is_numbered_anew_answers_nothing_a_second_time(desk: Desk):
    desk.send_own(0)
    desk.work()
    desk.time_passes(minutes=1)
    desk.reply(0)
    desk.work()
    desk.numbered_anew("Sent")
    _comes_to_rest(desk)
    assert [row["kind"] for row in desk.rows("events")].count("replied") == 1
    assert desk.rows("drafts")[-1]["state"] == "filed"


def test_a_mail_that_cannot_be_read_can_still_be_tried_again_after_it_was_closed_and_opened(desk: Desk):
    desk.deliver("poison")
    desk.work()
    desk.close_ticket(1)
    desk.reopen_ticket(1)
    assert desk.rows("tickets")[1]["status"] == "quarantined"
    desk.retry_ticket(1)
    _comes_to_rest(desk)


@pytest.mark.row(56)
def test_a_reply_under_a_clock_that_went_back_still_ends_the_wait(desk: Desk):
    desk.clock_steps(timedelta(hours=-1))
    desk.approve(0)
    desk.work()
    _comes_to_rest(desk)
    assert desk.rows("tickets")[0]["status"] == "answered"


@pytest.mark.row(56)
def test_an_answer_from_elsewhere_counts_under_a_clock_that_went_back(desk: Desk):
    desk.clock_steps(timedelta(hours=-1))
    desk.send_own(0)
    desk.work()
    _comes_to_rest(desk)
    assert desk.rows("tickets")[0]["status"] == "answered"


@pytest.mark.row(56)
def test_a_mail_after_a_reply_that_was_dated_ten_years_ahead_waits_for_its_answer(desk: Desk):
    desk.clock_steps(timedelta(days=3653))
    desk.approve(0)
    desk.work()
    desk.clock_is_mended()
    desk.reply(0)
    desk.work()
    _comes_to_rest(desk)
    assert desk.rows("tickets")[0]["status"] == "open"


@pytest.mark.row(56)
def test_when_the_clock_steps_back_replies_wait_for_ten_minutes_and_everybody_is_told(desk: Desk):
    desk.clock_steps(timedelta(hours=-1))
    desk.approve(0)
    desk.work()
    assert desk.way.accepted == []
    (alarm,) = [one for one in review.mailboxes(desk.shop.app) if one.state != "ok"]
    assert alarm.title == "The clock of this machine"
    assert alarm.detail.startswith("it went back by 59 minutes at 2026-03-02 11:0")
    desk.time_passes(minutes=11)
    desk.work()
    assert len(desk.way.accepted) == 1
    assert [one.account for one in review.mailboxes(desk.shop.app) if one.state != "ok"] == []


@pytest.mark.row(56)
@pytest.mark.parametrize("seconds", [-1, 1, -59])
def test_a_step_as_small_as_time_servers_make_holds_nothing_up(desk: Desk, seconds: int):
    desk.clock_steps(timedelta(seconds=seconds))
    desk.approve(0)
    desk.work()
    assert len(desk.way.accepted) == 1


@pytest.mark.row(56)
def test_what_was_to_be_done_at_a_time_ten_years_ahead_is_done_once_the_clock_is_right_again(desk: Desk):
    desk.clock_steps(timedelta(days=3653))
    desk.deliver(customer=1)
    desk.poll()
    desk.approve(0)
    desk.way.plan = ["later"]
    desk.drain()
    desk.deliver(customer=2)
    desk.poll()
    desk.clock_is_mended()
    desk.work()
    desk.time_passes(minutes=11)
    desk.work()
    assert len(desk.drafts()) == 2
    assert len(desk.way.accepted) == 1
    _comes_to_rest(desk)


@pytest.mark.row(56, 34)
@pytest.mark.parametrize("moment", ["before the dot", "after the dot"])
@pytest.mark.parametrize("step", [timedelta(hours=1), timedelta(days=3653)])
def test_a_worker_that_lost_its_lease_to_the_clock_in_the_middle_of_a_reply_sends_it_once(
    desk: Desk, moment: str, step: timedelta
):
    desk.approve(0)
    desk.overtaken_while_sending(moment, step)
    desk.work()
    _comes_to_rest(desk)
    assert len(desk.way.accepted) == 1
    assert [row["state"] for row in desk.rows("effects") if row["kind"] == "send"] == ["DONE"]


@pytest.mark.row(56)
def test_clock_steps_at_random_send_nothing_twice_and_leave_nothing_lying(
    desk: Desk, chance: random.Random, volume: Callable[[int], int]
):
    for number in range(volume(200)):
        desk.deliver(customer=number)
        desk.clock_steps(chance.choice(STEPS))
        if desk.skew > timedelta(days=1):
            desk.happens_at(chance.randint(1, 20), "other worker")
        desk.work(number % 2)
        desk.approve(chance.randrange(number + 1))
        desk.clock_steps(chance.choice(STEPS))
        desk.overtaken_while_sending(chance.choice(("before the dot", "after the dot")))
        desk.work(number % 2)
        if chance.random() < 0.5:
            desk.clock_is_mended()
        oracle.always(desk)
    _comes_to_rest(desk)
    assert len(desk.way.accepted) > 0
