"""Training beside the worker: only when due, in a process of its own, ended with it."""

import os
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.shop import Shop
from tests.usecases.test_confirming import a_ticket
from triage.loaders.schedule import Retraining
from triage.records import Label
from triage.usecases import retrain_apart
from triage.usecases.rejudge import relabel


def due(shop: Shop, *, rows: int) -> Any:
    """The shop's App, trained for from so many rows on; its database has an address that a child can open."""
    url = shop.app.engine.url.render_as_string(hide_password=False)
    settings = replace(shop.app.settings, retraining=Retraining(rows=rows), database_url=url)
    return replace(shop.app, settings=settings)


@pytest.fixture
def confirmed_once(shop: Shop) -> Shop:
    relabel(shop.app, a_ticket(shop), 0, Label.OTHER, "mia")
    return shop


def test_too_little_starts_no_process(confirmed_once: Shop, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(retrain_apart.multiprocessing, "get_context", None)
    assert not retrain_apart.retrain_when_due(due(confirmed_once, rows=2), threading.Event())


def test_a_shop_that_wants_no_schedule_is_never_trained_for(confirmed_once: Shop, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(retrain_apart.multiprocessing, "get_context", None)
    assert not retrain_apart.retrain_when_due(confirmed_once.app, threading.Event())


def test_the_child_says_why_it_could_not_train(confirmed_once: Shop, caplog: pytest.LogCaptureFixture):
    (confirmed_once.app.settings.root / "data" / "training").mkdir(parents=True)
    assert not retrain_apart.retrain_when_due(due(confirmed_once, rows=1), threading.Event())
    assert [record.fault for record in caplog.records if record.message == "trained"] == [
        "0 confirmed mails to learn from"
    ]


def _sleeps(settings: Any, pipe: Any) -> None:
    (settings.root / "pid").write_text(str(os.getpid()))
    time.sleep(60)


def test_a_worker_that_stops_ends_the_training(confirmed_once: Shop, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(retrain_apart, "train_here", _sleeps)
    app, stop = due(confirmed_once, rows=1), threading.Event()
    pid: Path = app.settings.root / "pid"
    keeper = threading.Thread(target=retrain_apart.retrain_when_due, args=(app, stop))
    keeper.start()
    deadline = time.monotonic() + 30
    while not pid.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    started = time.monotonic()
    stop.set()
    keeper.join(10)
    assert not keeper.is_alive()
    assert time.monotonic() - started < 2.5
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)
