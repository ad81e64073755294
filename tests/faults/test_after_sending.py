"""What follows an accepted reply may fail for ever, and workers may overtake one another: the reply left once."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.fakes.sender import FakeSender
from tests.faults.conftest import FULL
from tests.faults.desk import Desk, a_desk, on_memory
from tests.web.console import ROOT, Console, words_of
from triage.errors import RetryLater
from triage.mail.outgoing import Outcome, SendResult
from triage.store import effects
from triage.store.engine import open_engine, reading, writing
from triage.usecases import replied
from triage.usecases.effects import drain
from triage.usecases.outbox import LEASE
from triage.usecases.sending import send_due
from triage.web.site import make_site


@pytest.fixture
def sender() -> FakeSender:
    """A way out that takes everything."""
    return FakeSender()


@pytest.fixture
def desk(sender: FakeSender) -> Iterator[Desk]:
    """A shop that can send."""
    with on_memory() as (url, folder):
        desk = a_desk(url, folder, sender)
        yield desk
        desk.shop.app.engine.dispose()


def page(desk: Desk) -> str:
    """What an agent reads on the first ticket."""
    app = replace(desk.shop.app, settings=replace(desk.shop.app.settings, root=ROOT))
    client = TestClient(make_site(app), base_url="http://console.example", follow_redirects=False)
    console = Console(shop=replace(desk.shop, app=app), client=client).become("agent")
    return words_of(console.get(f"/tickets/{desk.shop.rows('tickets')[0]['public_id']}").text)


class StepError(Exception):
    """A step of ours that never works."""


def broken(*_: object, **__: object) -> None:
    """The step that never works."""
    raise StepError


def keep_working(desk: Desk, days: int) -> None:
    """The worker every hour (under full) or every six, for so many days, whatever it meets."""
    hours = 1 if FULL else 6
    for _ in range(days * 24 // hours):
        try:
            desk.work()
        except (StepError, RetryLater):
            desk.shop.reconnect()
        desk.shop.later(hours=hours)


@pytest.mark.row(33)
@pytest.mark.parametrize("step", ["confirm_as_shown", "remove_draft", "follow_up row"])
def test_a_ticket_that_cannot_be_brought_up_to_date_never_sends_again_and_says_what_is_left(
    desk: Desk, sender: FakeSender, monkeypatch: pytest.MonkeyPatch, step: str
):
    place = {"confirm_as_shown": "confirm_as_shown", "remove_draft": "remove_draft", "follow_up row": "note_replied"}
    desk.mails(1)
    desk.approve_all()
    with monkeypatch.context() as trouble:
        trouble.setattr(replied, place[step], broken)
        keep_working(desk, 3)
        assert len(sender.accepted) == 1
        assert desk.states() == {"DONE": 1}
        assert "The reply was sent, once. Left to do after it:" in page(desk)
        assert "noting in this ticket that the reply was sent: tried" in page(desk)
    keep_working(desk, 1)
    assert len(sender.accepted) == 1
    assert desk.shop.rows("tickets")[0]["status"] == "answered"
    assert "Left to do" not in page(desk)


@pytest.mark.row(33)
@pytest.mark.parametrize("method", ["append_sent", "find_message_ids", "remove", "add_keywords", "select"])
def test_a_mailbox_that_never_takes_what_follows_does_not_make_the_reply_leave_again(
    desk: Desk, sender: FakeSender, method: str
):
    desk.mails(1)
    desk.work()
    desk.approve_all()
    for _ in range(200):
        desk.shop.server.cut(method)
    keep_working(desk, 3)
    assert len(sender.accepted) == 1
    assert desk.states() == {"DONE": 1}
    assert desk.shop.rows("tickets")[0]["status"] == "answered"


@pytest.mark.row(33)
def test_a_copy_that_sent_never_takes_is_given_up_where_the_agent_sees_it(desk: Desk, sender: FakeSender):
    desk.mails(2)
    desk.approve_all()
    for _ in range(200):
        desk.shop.server.cut("append_sent")
    keep_working(desk, 6)
    copies = [row for row in desk.shop.rows("effects") if row["kind"] == "sent_copy"]
    assert [(row["state"], row["tries"]) for row in copies] == [("FAILED", 8)] * 2
    assert len(sender.accepted) == 2
    assert "a copy of the reply in the Sent folder: tried 8 times in vain; given up" in page(desk)


class Slow:
    """A server that answers the last line when it is told to, by the clock of the shop."""

    def __init__(self) -> None:
        self.dots = 0
        self.left, self.answers = threading.Event(), threading.Event()

    def send(self, sender: str, recipient: str, mail: bytes, *, before_dot: Callable[[], None]) -> SendResult:
        before_dot()
        self.dots += 1
        self.left.set()
        assert self.answers.wait(60)
        return SendResult(outcome=Outcome.ACCEPTED, phase="dot", reply="250")


@pytest.mark.row(34)
@pytest.mark.parametrize("minutes", [10, 20])
def test_a_server_that_answers_late_gets_one_mail_from_three_workers(url: str, tmp_path: Path, minutes: int):
    slow = Slow()
    desk = a_desk(url, tmp_path, slow)
    desk.mails(1)
    desk.approve_all()
    first = threading.Thread(target=send_due, args=(desk.shop.app, desk.shop.account))
    first.start()
    assert slow.left.wait(60)
    desk.shop.later(minutes=minutes)
    others = [replace(desk.shop.app, engine=open_engine(url)) for _ in range(2)]
    for other in others:
        assert send_due(other, desk.shop.account) == 0
        other.engine.dispose()
    assert desk.states() == {"ATTEMPTED" if minutes == 10 else "UNKNOWN": 1}
    slow.answers.set()
    first.join(60)
    assert slow.dots == 1
    assert desk.states() == {"DONE": 1}
    assert desk.shop.rows("tickets")[0]["status"] == "answered"
    desk.work()
    assert slow.dots == 1
    desk.shop.app.engine.dispose()


@pytest.mark.row(34)
def test_a_reply_whose_last_line_left_is_never_claimed_to_be_sent_again(desk: Desk, sender: FakeSender):
    desk.mails(1)
    desk.approve_all()
    now = desk.shop.clock[0]
    with writing(desk.shop.app.engine) as conn:
        taken = effects.claim(conn, "main", ["send"], now=now, lease_until=now + LEASE, limit=1)
        effects.attempt(conn, taken, {"dot": True}, now=now)
    for _ in range(30):
        desk.shop.later(hours=1)
        desk.work()
    assert desk.states() == {"UNKNOWN": 1}
    assert sender.calls == 0


@pytest.mark.row(34)
def test_a_worker_that_was_overtaken_before_the_last_line_sends_nothing(url: str, tmp_path: Path):
    overtaken: list[int] = []

    class Overtaken(FakeSender):
        def send(self, sender: str, recipient: str, mail: bytes, *, before_dot: Callable[[], None]) -> SendResult:
            if not overtaken:
                overtaken.append(1)
                desk.shop.later(minutes=11)
                assert send_due(desk.shop.app, desk.shop.account) == 1
            return super().send(sender, recipient, mail, before_dot=before_dot)

    way_out = Overtaken()
    desk = a_desk(url, tmp_path, way_out)
    desk.mails(1)
    desk.approve_all()
    assert send_due(desk.shop.app, desk.shop.account) == 0
    assert len(way_out.accepted) == 1
    assert desk.states() == {"DONE": 1}
    with reading(desk.shop.app.engine) as conn:
        assert effects.count(conn, "main")["send", "DONE"] == 1
    drain(desk.shop.app, desk.shop.account, desk.shop.mailbox)
    assert len(way_out.accepted) == 1
    assert desk.shop.clock[0] - timedelta(minutes=11) <= desk.shop.rows("tickets")[0]["answered_at"]
    desk.shop.app.engine.dispose()
