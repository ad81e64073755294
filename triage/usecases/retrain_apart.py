"""Training in a process of its own, so that the worker goes on triaging; and only when there is enough to learn."""

import logging
import multiprocessing
import os
import threading
from multiprocessing.connection import Connection

from triage.app import App, build_app
from triage.errors import TriageError
from triage.loaders.settings import Settings
from triage.usecases.learnt import waiting

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.5
NICE = 15


def retrain_when_due(app: App, stop: threading.Event) -> bool:
    """Challenge the serving model if enough was confirmed since the last time; whether another one serves now.

    Returns when the child is done, or ends it at once when `stop` is set. What failed is logged and tried again the
    next night.
    """
    schedule = app.settings.retraining
    count = waiting(app)
    if schedule is None or count < schedule.rows:
        log.info("nothing to learn yet", extra={"confirmed": count})
        return False
    fresh = multiprocessing.get_context("spawn")
    ours, theirs = fresh.Pipe(duplex=False)
    process = fresh.Process(target=train_here, args=(app.settings, theirs), name="training", daemon=True)
    process.start()
    theirs.close()
    try:
        while not ours.poll(LOOK_SECONDS):
            if stop.is_set():
                return False
        answer = ours.recv()
    except (EOFError, OSError):
        answer = {"fault": "the training ended without a word"}
    finally:
        ours.close()
        process.join(0 if stop.is_set() else 10 * LOOK_SECONDS)
        process.kill()
        process.join()
    log.log(logging.WARNING if "fault" in answer or not answer["promoted"] else logging.INFO, "trained", extra=answer)
    return bool(answer.get("promoted"))


def train_here(settings: Settings, pipe: Connection) -> None:
    """The child: train, and say in counts what came of it."""
    os.nice(NICE)
    try:
        from triage.usecases.retrain import challenge

        verdict = challenge(build_app(settings, with_kit=False), by="schedule")
        counts = {"rows": verdict.rows, "set_aside": verdict.set_aside, "contradicted": verdict.contradicted}
        pipe.send({"model": verdict.name, "promoted": verdict.promoted, "why": verdict.why, **counts})
    except TriageError as fault:
        pipe.send({"fault": fault.what})
    except Exception as fault:  # noqa: BLE001  # a door: the worker is told, without the values
        pipe.send({"fault": f"unexpected {type(fault).__name__}"})
