"""The worker: rounds, back-off, one bad mailbox among good ones, a clean stop."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.mailbox import FakeServer
from tests.servers.dovecot import Dovecot
from triage.errors import OperatorError, RetryLater
from triage.loaders.schedule import Retraining
from triage.loaders.settings import Account
from triage.mail.imap import connect
from triage.mail.mailbox import Mailbox, Throttled
from triage.worker import (
    LONGEST_PAUSE_SECONDS,
    Duties,
    make_clock,
    pause_after,
    pause_seconds,
    run,
    state_of,
    unexpected,
)

LONG = 3600.0


def an_account(name: str, **changes: Any) -> Account:
    plain = Account(name=name, store="shop", host="127.0.0.1", port=1, user=name, password="secret", security="none")
    return replace(plain, poll_seconds=LONG, **changes)


@dataclass
class Shift:
    """A worker with fake rounds. rounds: (account, UIDs seen in the inbox) as they happened."""

    folder: Path
    servers: dict[str, FakeServer]
    rounds: list[tuple[str, list[int]]] = field(default_factory=list)
    words: list[tuple[str, str]] = field(default_factory=list)
    faults: dict[str, list[Exception]] = field(default_factory=dict)
    effects: set[str] = field(default_factory=set)
    stop: threading.Event = field(default_factory=threading.Event)
    connect: Callable[[Account], Mailbox] | None = None
    thread: threading.Thread | None = None
    code: int | None = None

    def app(self) -> Any:
        return SimpleNamespace(
            ready=lambda: None,
            settings=SimpleNamespace(
                data_dir=self.folder, accounts=tuple(an_account(name) for name in self.servers), retraining=None
            ),
            connect=self.connect or (lambda account: self.servers[account.name].connect()),
            now=lambda: datetime(2026, 3, 2, tzinfo=UTC),
        )

    def duties(self) -> Duties:
        return Duties(round=self.round, health=self.health, effects_due=lambda _, account: account.name in self.effects)

    def round(self, app: Any, account: Account, mailbox: Mailbox) -> None:
        if self.faults.get(account.name):
            raise self.faults[account.name].pop(0)
        mailbox.select(mailbox.inbox())
        self.rounds.append((account.name, mailbox.uids_above(0)))
        self.effects.discard(account.name)

    def health(self, app: Any, account: Account, state: str, words: str) -> None:
        self.words.append((account.name, state))

    def once(self) -> int:
        return run(self.app(), once=True, duties=self.duties())

    def start(self) -> None:
        def work() -> None:
            self.code = run(self.app(), once=False, duties=self.duties(), stop=self.stop)

        self.thread = threading.Thread(target=work)
        self.thread.start()

    def until(self, seen: Callable[[], bool], seconds: float = 8.0) -> bool:
        deadline = time.monotonic() + seconds
        while not seen() and time.monotonic() < deadline:
            time.sleep(0.01)
        return seen()

    def names(self) -> list[str]:
        return [name for name, _ in self.rounds]


@pytest.fixture
def shift(tmp_path: Path) -> Iterator[Shift]:
    made = Shift(folder=tmp_path, servers={"a": FakeServer(), "b": FakeServer()})
    yield made
    made.stop.set()
    if made.thread is not None:
        made.thread.join(10)


def later(words: str = "the connection broke") -> RetryLater:
    return RetryLater(words, fix="try again")


def test_once_does_one_round_for_each_mailbox(shift: Shift) -> None:
    assert shift.once() == 0
    assert shift.names() == ["a", "b"]


def test_once_fails_when_a_mailbox_fails_and_still_serves_the_others(
    shift: Shift, capsys: pytest.CaptureFixture[str]
) -> None:
    shift.faults["a"] = [later()]
    assert shift.once() == 1
    assert shift.names() == ["b"]
    assert capsys.readouterr().err == "mailbox 'a': the connection broke; try again\n"


def test_once_survives_a_fault_of_our_own(shift: Shift, capsys: pytest.CaptureFixture[str]) -> None:
    shift.faults["a"] = [KeyError("Mrs Smith, 5 High Street")]
    assert shift.once() == 1
    words = capsys.readouterr().err
    assert "KeyError at test_worker.py" in words
    assert "Smith" not in words
    assert words.count("\n") == 1


def test_once_notes_how_each_mailbox_is(shift: Shift) -> None:
    shift.faults["b"] = [OperatorError("wrong password", fix="correct it")]
    shift.once()
    assert shift.words == [("a", "ok"), ("b", "broken")]


def test_new_mail_starts_a_round_at_once(shift: Shift) -> None:
    shift.start()
    assert shift.until(lambda: len(shift.rounds) == 2)
    uid = shift.servers["b"].deliver(b"Subject: hi\r\n\r\nhi\r\n")
    assert shift.until(lambda: ("b", [uid]) in shift.rounds)


def test_without_news_there_is_no_second_round(shift: Shift) -> None:
    shift.start()
    assert shift.until(lambda: len(shift.rounds) == 2)
    time.sleep(0.3)
    assert sorted(shift.names()) == ["a", "b"]


def test_due_effects_start_a_round_of_their_own_mailbox(shift: Shift) -> None:
    shift.start()
    assert shift.until(lambda: len(shift.rounds) == 2)
    shift.effects.add("a")
    assert shift.until(lambda: len(shift.rounds) == 3)
    assert shift.names()[2] == "a"


def test_a_broken_connection_is_made_anew(shift: Shift) -> None:
    shift.faults["a"] = [later()]
    shift.start()
    assert shift.until(lambda: "a" in shift.names())
    assert [state for name, state in shift.words if name == "a"] == ["waiting", "ok"]


def test_a_connection_that_breaks_while_waiting_is_made_anew(shift: Shift) -> None:
    shift.servers["a"].cut("idle", after=False)
    shift.start()
    assert shift.until(lambda: shift.names().count("a") == 2)


def test_a_fault_of_our_own_ends_no_service(shift: Shift) -> None:
    shift.faults["a"] = [ValueError("a bug")]
    shift.start()
    assert shift.until(lambda: "a" in shift.names())
    assert ("a", "broken") in shift.words


def test_a_failing_mailbox_stops_no_other(shift: Shift) -> None:
    shift.faults["a"] = [OperatorError("wrong password", fix="correct it")]
    shift.start()
    assert shift.until(lambda: ("a", "broken") in shift.words and "b" in shift.names())
    uid = shift.servers["b"].deliver(b"Subject: hi\r\n\r\nhi\r\n")
    assert shift.until(lambda: ("b", [uid]) in shift.rounds)
    assert "a" not in shift.names()


def test_health_that_cannot_be_noted_ends_no_service(shift: Shift) -> None:
    def broken_at_first(app: Any, account: Account, state: str, words: str) -> None:
        shift.words.append((account.name, state))
        if shift.words.count((account.name, "ok")) == 1 and state == "ok":
            raise later("the database is locked")

    shift.health = broken_at_first
    shift.start()
    assert shift.until(lambda: shift.names().count("a") == 2 and shift.words[-1][1] == "ok")


def test_stopping_takes_less_than_three_seconds(shift: Shift) -> None:
    shift.start()
    assert shift.until(lambda: len(shift.rounds) == 2)
    started = time.monotonic()
    shift.stop.set()
    assert shift.thread is not None
    shift.thread.join(10)
    assert shift.code == 0
    assert time.monotonic() - started < 3


def test_a_round_in_progress_is_finished_before_the_end(shift: Shift) -> None:
    entered, finished = threading.Barrier(3), []

    def slow(app: Any, account: Account, mailbox: Mailbox) -> None:
        entered.wait(5)
        time.sleep(0.5)
        finished.append(account.name)

    shift.round = slow
    shift.start()
    entered.wait(5)
    shift.stop.set()
    assert shift.thread is not None
    shift.thread.join(10)
    assert sorted(finished) == ["a", "b"]


def test_the_clock_makes_up_for_missed_runs_once(shift: Shift) -> None:
    clock = make_clock(shift.app(), [], Duties(nightly=(lambda _: None,)))
    clock.start(paused=True)
    (job,) = clock.get_jobs()
    assert (job.coalesce, job.misfire_grace_time, job.max_instances) == (True, None, 1)
    assert job.next_run_time.utcoffset().total_seconds() == 0
    clock.shutdown()


def test_learning_has_an_hour_of_its_own_and_is_told_when_to_stop(shift: Shift) -> None:
    app, told = shift.app(), threading.Event()
    app.settings.retraining = Retraining(hour=4, minute=5)
    seen: list[object] = []
    clock = make_clock(app, [], Duties(nightly=(), learning=lambda _, stop: seen.append(stop)), told)
    clock.start(paused=True)
    (job,) = clock.get_jobs()
    assert (job.id, job.next_run_time.hour, job.next_run_time.minute) == ("learning", 4, 5)
    job.func()
    assert seen == [told]
    clock.shutdown()


def test_a_shop_that_switched_learning_off_has_no_such_job(shift: Shift) -> None:
    assert make_clock(shift.app(), [], Duties(nightly=())).get_jobs() == []


@given(failures=st.integers(min_value=1, max_value=10**6), roll=st.floats(min_value=0, max_value=1))
def test_pauses_stay_between_one_second_and_five_minutes(failures: int, roll: float) -> None:
    assert 1.0 <= pause_seconds(failures, roll) <= LONGEST_PAUSE_SECONDS


@given(failures=st.integers(min_value=1, max_value=50), roll=st.floats(min_value=0, max_value=1))
def test_pauses_never_shrink_while_failures_go_on(failures: int, roll: float) -> None:
    assert pause_seconds(failures, roll) <= pause_seconds(failures + 1, roll)


def test_a_server_that_asks_for_rest_gets_it() -> None:
    throttled = Throttled("busy", fix="wait", wait_seconds=1234.0)
    assert pause_after(throttled, 1) == 1234.0


def test_what_only_a_person_can_mend_is_tried_rarely() -> None:
    assert pause_after(OperatorError("wrong password", fix="correct it"), 1) == LONGEST_PAUSE_SECONDS


def test_who_must_act_is_told_by_the_family_of_the_fault() -> None:
    assert state_of(later()) == "waiting"
    assert state_of(OperatorError("x", fix="y")) == "broken"


def test_an_unexpected_fault_is_told_without_its_words() -> None:
    assert "secret" not in unexpected(ValueError("secret"))


def test_a_mail_on_dovecot_starts_a_round_within_two_seconds(shift: Shift, dovecot: Dovecot) -> None:
    account = dovecot.account()
    shift.servers = {account.name: FakeServer()}
    shift.connect = lambda _: connect(account)
    shift.start()
    assert shift.until(lambda: len(shift.rounds) == 1)
    sender = connect(account)
    sender.append_sent("INBOX", b"Subject: hi\r\n\r\nhi\r\n")
    sender.close()
    assert shift.until(lambda: (account.name, [1]) in shift.rounds, 2.0)


def test_being_kicked_by_dovecot_is_healed_within_five_seconds(shift: Shift, dovecot: Dovecot) -> None:
    account = dovecot.account()
    shift.servers = {account.name: FakeServer()}
    shift.connect = lambda _: connect(account)
    shift.start()
    assert shift.until(lambda: len(shift.rounds) == 1)
    time.sleep(0.2)
    dovecot.kill(account.user)
    assert shift.until(lambda: len(shift.rounds) == 2, 5.0)


PROGRAM = dedent("""\
    import sys, threading
    from pathlib import Path
    from tests.fakes.mailbox import FakeServer
    from tests.test_worker import Shift
    from triage.worker import run

    shift = Shift(folder=Path(sys.argv[1]), servers={"a": FakeServer()})
    threading.Thread(target=lambda: (shift.until(lambda: bool(shift.rounds)), print("ready", flush=True))).start()
    sys.exit(run(shift.app(), once=False, duties=shift.duties()))
""")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_process_with_zero_within_three_seconds(tmp_path: Path, number: int) -> None:
    root = Path(__file__).resolve().parents[1]
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=root
    )
    assert program.stdout is not None
    assert program.stdout.readline() == b"ready\n"
    started = time.monotonic()
    os.kill(program.pid, number)
    assert program.wait(10) == 0
    assert time.monotonic() - started < 3
    program.stdout.close()
