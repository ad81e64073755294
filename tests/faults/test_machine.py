"""Everything at once and in any order: a state machine plays customers, agents, workers, network and clock."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.faults.conftest import FULL, SEED
from tests.faults.model import oracle
from tests.faults.model.desk import ACCIDENTS, KINDS, POINTS, STEPS, Desk
from tests.faults.model.faulty import WAYS
from triage.records import Label
from triage.store.engine import open_engine
from triage.store.migrate import upgrade

PICK = st.integers(0, 5)
FEW = st.integers(0, 3)
THEN = st.booleans()
RARELY = st.sampled_from((False, False, False, True))
SHM = Path("/dev/shm")
ROOM = SHM if SHM.is_dir() else None


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all tables, to be copied."""
    path = tmp_path_factory.mktemp("template") / "triage.db"
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


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
    @rule(pick=PICK, then=THEN)
    def delete_draft(self, pick: int, then: bool) -> None:
        self.desk.delete_draft(pick)
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


def _play(machine: type[DeskMachine], template: Path, examples: int, steps: int) -> None:
    machine.template = template
    seed(SEED)(machine)
    profile = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
    )
    run_state_machine_as_test(machine, settings=profile)


@pytest.mark.row(12, 15, 27, 28, 56)
@pytest.mark.timeout(3000)
def test_whatever_happens_in_whatever_order_nothing_is_lost_doubled_or_sent_unasked(
    template: Path, volume: Callable[[int], int]
):
    _play(DeskMachine, template, examples=volume(200), steps=80 if FULL else 50)
