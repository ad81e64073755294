"""The worker: one thread a mailbox that looks, waits and looks again, and one clock that says when something is due."""

import gc
import logging
import secrets
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from triage import logs
from triage.errors import OperatorError, RetryLater, TriageError
from triage.loaders.settings import Account
from triage.mail.mailbox import Mailbox, Throttled
from triage.reader.walls import give_back
from triage.store import effects as effect_store
from triage.store import health, ledger
from triage.store.engine import reading, writing

if TYPE_CHECKING:
    from triage.app import App

log = logging.getLogger(__name__)

SHORTEST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 300.0
IDLE_SECONDS = 540.0
EFFECTS_SECONDS = 2.0
STOP_SECONDS = 2.5
NIGHT_SECONDS = 600
"""How often it is asked what the night left undone."""


def look_and_act(app: "App", account: Account, mailbox: Mailbox) -> None:
    """One round: new mail to tickets, what agents sent from elsewhere, then what is due into the world.

    What was answered elsewhere is known before drafts are filed, so that none is laid beside an answer and
    no approved reply follows one.
    """
    from triage.usecases import corrections, effects, ingest, instance, recover, watch_drafts, watch_sent

    done = effects.DrainReport()
    acts = instance.acts(app)
    restored = acts and recover.look_through(app, account, mailbox)
    meanwhile = (lambda: effects.file_waiting(app, account, mailbox, done)) if acts else ingest.nothing
    report = ingest.poll(app, account, mailbox, meanwhile)
    sent = watch_sent.watch(app, account, mailbox)
    if restored:
        recover.adopt_strays(app, account, mailbox)
    edited = watch_drafts.watch_drafts(app, account, mailbox)
    corrected = corrections.watch_keywords(app, account, mailbox)
    effects.drain(app, account, mailbox, done)
    if report.landed or report.triaged or report.quarantined or done or sent or edited or corrected:
        counts = {"landed": report.landed, "triaged": report.triaged, "quarantined": report.quarantined}
        counts |= {"sent_elsewhere": sent, "edited_elsewhere": edited, "corrected": corrected, **asdict(done)}
        log.info("round", extra={"account": account.name, **counts})


def work_the_night(app: "App") -> None:
    """What is due once a night, by whichever worker comes first: reconcile, retention, the figures of the week."""
    from triage.usecases import drift, nightly

    nightly.run_due(app, (*nightly.NIGHTLY, ("drift", drift.note_drift)))


def learn(app: "App", stop: threading.Event) -> None:
    """Train a challenger in a process of its own when agents confirmed enough since the last one."""
    from triage.usecases import nightly, retrain_apart

    nightly.once(app, "learning", lambda one: retrain_apart.retrain_when_due(one, stop))


def note_health(app: "App", account: Account, state: str, detail: str) -> None:
    """Say how a mailbox is doing, for the console and for reports."""
    with writing(app.engine) as conn:
        health.note(conn, account.name, state, detail, app.now())


def has_due_effects(app: "App", account: Account) -> bool:
    """Whether something waits to be filed or sent, or a mail that the server did not hand out is to be asked for."""
    from triage.usecases.landing import RETRY_AFTER

    now = app.now()
    with reading(app.engine) as conn:
        return effect_store.any_due(conn, account.name, now) or ledger.any_unfetched(
            conn, account.name, account.inbox, before=now - RETRY_AFTER
        )


def pause_seconds(failures: int, roll: float | None = None) -> float:
    """Seconds to wait after the n-th failure in a row: doubling, 1 to 300, spread by `roll` (0.0 to 1.0)."""
    chance = secrets.SystemRandom().random() if roll is None else roll
    full = min(LONGEST_PAUSE_SECONDS, SHORTEST_PAUSE_SECONDS * 2.0 ** min(failures, 12))
    return max(SHORTEST_PAUSE_SECONDS, full * (0.5 + chance / 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """What the worker does when something is due. nightly: asked every ten minutes, it does what is due once a night.

    learning: at the hour that the settings name; ends early when the event that it is given is set.
    pause: seconds to wait after the n-th failure in a row.
    health states: ok, waiting (heals by itself), broken (a person must act).
    """

    round: "Callable[[App, Account, Mailbox], None]" = look_and_act
    health: "Callable[[App, Account, str, str], None]" = note_health
    effects_due: "Callable[[App, Account], bool]" = has_due_effects
    nightly: "tuple[Callable[[App], object], ...]" = (work_the_night,)
    learning: "Callable[[App, threading.Event], object]" = learn
    pause: Callable[[int], float] = pause_seconds


def run(app: "App", *, once: bool, duties: Duties | None = None, stop: threading.Event | None = None) -> int:
    """Serve every mailbox until SIGTERM or SIGINT (or `stop`), then return 0 within three seconds.

    once: one full pass over all mailboxes instead; 1 when any failed, with one line each on stderr.
    """
    logs.configure(app.settings.data_dir / "logs", screen_level=logging.WARNING if once else logging.INFO)
    duties = duties or Duties()
    app.ready()
    # What the App holds stays for good: the collector need not look through it again and again.
    gc.collect()
    give_back()
    gc.freeze()
    return pass_once(app, duties) if once else serve(app, duties, stop or threading.Event())


def pass_once(app: "App", duties: Duties) -> int:
    """One full pass over every mailbox; one that fails stops no other."""
    passed = [_passes(app, account, duties) for account in app.settings.accounts]
    return 0 if all(passed) else 1


def _passes(app: "App", account: Account, duties: Duties) -> bool:
    try:
        mailbox = app.connect(account)
        try:
            duties.round(app, account, mailbox)
        finally:
            mailbox.close()
        duties.health(app, account, "ok", "")
    except TriageError as fault:
        _say_failed(app, account, duties, state_of(fault), str(fault))
    except Exception as fault:  # noqa: BLE001  # a door: the other mailboxes come first
        _say_failed(app, account, duties, "broken", unexpected(fault))
    else:
        return True
    return False


def _say_failed(app: "App", account: Account, duties: Duties, state: str, words: str) -> None:
    sys.stderr.write(f"mailbox '{account.name}': {words}\n")
    with suppress(TriageError):  # said already; that the database fails too adds nothing
        duties.health(app, account, state, words)


def serve(app: "App", duties: Duties, stop: threading.Event) -> int:
    """A thread for each mailbox, and the clock that calls them, until `stop`."""
    keepers = [Keeper(app, account, duties, stop) for account in app.settings.accounts]
    clock = make_clock(app, keepers, duties, stop)
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
    for keeper in keepers:
        keeper.start()
    clock.start()
    log.info("worker started", extra={"mailboxes": len(keepers)})
    stop.wait()
    clock.shutdown(wait=False)
    deadline = time.monotonic() + STOP_SECONDS
    for keeper in keepers:
        # One that hangs in the network dies with the process; whatever it was at is finished at the next start.
        keeper.join(max(0.0, deadline - time.monotonic()))
    log.info("worker stopped", extra={"unfinished": sum(keeper.is_alive() for keeper in keepers)})
    return 0


def make_clock(
    app: "App", keepers: "list[Keeper]", duties: Duties, stop: threading.Event | None = None
) -> BackgroundScheduler:
    """The clock: it only says that something is due, and a run that it missed is made up for once."""
    clock = BackgroundScheduler(
        timezone=UTC, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    )
    for keeper in keepers:
        name, seconds = keeper.account.name, max(SHORTEST_PAUSE_SECONDS, keeper.account.poll_seconds)
        clock.add_job(keeper.call, IntervalTrigger(seconds=seconds, timezone=UTC), id=f"poll {name}")
        every = IntervalTrigger(seconds=EFFECTS_SECONDS, timezone=UTC)
        clock.add_job(keeper.call_for_effects, every, id=f"effects {name}")
    for number, duty in enumerate(duties.nightly):
        every = IntervalTrigger(seconds=NIGHT_SECONDS, timezone=UTC)
        clock.add_job(_guarded(duty, app), every, id=f"nightly {number}")
    when = app.settings.retraining
    if when is not None:
        told_to_stop = stop or threading.Event()
        hour = CronTrigger(hour=when.hour, minute=when.minute, timezone=UTC)
        clock.add_job(_guarded(lambda one: duties.learning(one, told_to_stop), app), hour, id="learning")
    return clock


def _guarded(duty: "Callable[[App], object]", app: "App") -> Callable[[], None]:
    def job() -> None:
        try:
            duty(app)
        except TriageError as fault:
            log.warning("nightly work failed", extra={"what": fault.what})
        except Exception as fault:  # noqa: BLE001  # a door: the clock goes on
            log.error("nightly work failed", extra={"what": unexpected(fault)})

    return job


class Keeper(threading.Thread):
    """Keeps one mailbox served: connects, does rounds, waits for news, and comes back after every failure."""

    def __init__(self, app: "App", account: Account, duties: Duties, stop: threading.Event) -> None:
        super().__init__(name=f"mailbox {account.name}", daemon=True)
        self.account = account
        self._app, self._duties, self._told_to_stop = app, duties, stop
        self._due = threading.Event()
        self._failures = 0

    def call(self) -> None:
        """Something is due: end the waiting, if it waits."""
        self._due.set()

    def call_for_effects(self) -> None:
        """The same, if anything waits to be filed or sent."""
        try:
            if self._duties.effects_due(self._app, self.account):
                self.call()
        except TriageError as fault:
            log.warning("cannot look for due work", extra={"account": self.account.name, "what": fault.what})
        except Exception as fault:  # noqa: BLE001  # a door: the clock goes on
            log.warning("cannot look for due work", extra={"account": self.account.name, "what": unexpected(fault)})

    def run(self) -> None:
        """Until told to stop."""
        while not self._told_to_stop.is_set():
            try:
                self._serve()
            except TriageError as fault:
                self._rest(state_of(fault), str(fault), self._pause(fault))
            except Exception as fault:  # noqa: BLE001  # a door: no fault may end the service of a mailbox
                self._rest("broken", unexpected(fault), self._duties.pause(self._failures + 1))

    def _serve(self) -> None:
        mailbox = self._app.connect(self.account)
        try:
            while not self._told_to_stop.is_set():
                self._due.clear()
                self._duties.round(self._app, self.account, mailbox)
                self._failures = 0
                self._duties.health(self._app, self.account, "ok", "")
                mailbox.select(mailbox.inbox())
                mailbox.idle(IDLE_SECONDS, self._is_called)
        finally:
            mailbox.close()

    def _is_called(self) -> bool:
        return self._due.is_set() or self._told_to_stop.is_set()

    def _pause(self, fault: TriageError) -> float:
        return pause_after(fault, self._failures + 1, self._duties.pause)

    def _rest(self, state: str, words: str, seconds: float) -> None:
        self._failures += 1
        extra = {"account": self.account.name, "state": state, "what": words, "again_in": round(seconds, 1)}
        log.warning("mailbox not served", extra=extra)
        _note(self._app, self.account, self._duties, state, words)
        self._told_to_stop.wait(seconds)


def _note(app: "App", account: Account, duties: Duties, state: str, words: str) -> None:
    try:
        duties.health(app, account, state, words)
    except TriageError as fault:
        log.warning("cannot note how a mailbox is doing", extra={"account": account.name, "what": fault.what})


def state_of(fault: TriageError) -> str:
    """Who must act: `waiting` heals by itself, `broken` needs a person."""
    return "waiting" if isinstance(fault, RetryLater) else "broken"


def pause_after(fault: TriageError, failures: int, pause: Callable[[int], float] = pause_seconds) -> float:
    """Seconds to wait after a fault: long where only a person can help, and never less than a server asked for."""
    if isinstance(fault, OperatorError):
        return LONGEST_PAUSE_SECONDS
    asked = fault.wait_seconds if isinstance(fault, Throttled) else 0.0
    return max(asked, pause(failures))


def unexpected(fault: Exception) -> str:
    """A fault of our own, without the values it met: they may be people's words."""
    trace, place = fault.__traceback__, ""
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"an unexpected fault ({type(fault).__name__} at {place}); please report it with this line"
