"""Nothing leaves without a click, one click sends one reply, and what changed since it was read is read again."""

import email
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.fakes.sender import FakeSender
from tests.fakes.shop import SHOP, Shop, a_mail
from tests.faults.desk import Desk, a_desk, on_memory
from triage.errors import Refused
from triage.loaders.caps import Caps
from triage.usecases.ingest import poll

CLICKS = 50


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


def clicks_at_once(desk: Desk, clicks: int) -> tuple[int, int]:
    """So many agents approve the newest ticket at the same moment: how many could, how many were refused."""
    row, name = desk.shop.rows("drafts")[-1], desk.shop.rows("tickets")[-1]["public_id"]

    def click(number: int) -> bool:
        try:
            desk.approve(name, row, key=f"form {number}")
        except Refused:
            return False
        return True

    assert Refused.http_status == 409
    with ThreadPoolExecutor(clicks) as pool:
        done = Counter(pool.map(click, range(clicks)))
    return done[True], done[False]


@pytest.mark.timeout(1200)
@pytest.mark.row(37)
def test_of_fifty_approvals_at_once_one_sends_and_the_others_are_refused(
    desk: Desk, sender: FakeSender, volume: Callable[[int], int]
):
    for number in range(1, volume(200) + 1):
        desk.mails(1)
        assert clicks_at_once(desk, CLICKS) == (1, CLICKS - 1)
        desk.work()
        assert len(sender.accepted) == number


@pytest.mark.row(37)
def test_the_same_holds_on_each_kind_of_database(url: str, tmp_path: Path, sender: FakeSender):
    desk = a_desk(url, tmp_path, sender)
    desk.mails(1)
    assert clicks_at_once(desk, 10) == (1, 9)
    desk.work()
    assert len(sender.accepted) == 1
    desk.shop.app.engine.dispose()


@pytest.mark.row(37)
def test_fifty_clicks_on_one_form_send_one_reply_and_all_get_the_same_answer(desk: Desk, sender: FakeSender):
    desk.mails(1)
    row, name = desk.shop.rows("drafts")[-1], desk.shop.rows("tickets")[-1]["public_id"]
    with ThreadPoolExecutor(CLICKS) as pool:
        list(pool.map(lambda _: desk.approve(name, row, key="the form"), range(CLICKS)))
    desk.work()
    assert len(sender.accepted) == 1


def writes_again(desk: Desk, number: int, text: str) -> None:
    """The last customer writes once more on the same matter."""
    last = desk.first - 1
    mail = a_mail(number, sender=f"C{last} <c{last}@mail.example>", in_reply_to=f"<m{last}@mail.example>", text=text)
    desk.shop.server.deliver(mail, desk.shop.later(minutes=1))
    poll(desk.shop.app, desk.shop.account, desk.shop.mailbox)


@pytest.mark.timeout(1200)
@pytest.mark.row(38)
def test_a_mail_that_comes_between_reading_and_clicking_stops_the_reply(
    desk: Desk, sender: FakeSender, volume: Callable[[int], int]
):
    for number in range(volume(200)):
        desk.mails(1)
        row, name = desk.shop.rows("drafts")[-1], desk.shop.rows("tickets")[-1]["public_id"]
        writes_again(desk, 100_000 + number, "Never mind, it came.")
        with pytest.raises(Refused):
            desk.approve(name, row)
        desk.work()
    assert sender.calls == 0


@pytest.mark.timeout(1200)
@pytest.mark.row(38)
def test_a_mail_that_comes_between_the_click_and_the_sending_stops_it_too(
    desk: Desk, sender: FakeSender, volume: Callable[[int], int]
):
    count = volume(200)
    for number in range(count):
        desk.mails(1)
        row, name = desk.shop.rows("drafts")[-1], desk.shop.rows("tickets")[-1]["public_id"]
        desk.approve(name, row)
        writes_again(desk, 100_000 + number, "Never mind, it came.")
        desk.work()
    assert sender.calls == 0
    assert desk.states() == {"FAILED": count}
    live = [row for row in desk.shop.rows("drafts") if row["state"] in ("planned", "filed", "approved")]
    assert Counter(row["ticket_id"] for row in live) == {row["id"]: 1 for row in desk.shop.rows("tickets")}
    desk.approve_all()
    desk.work()
    assert len(sender.accepted) == count


def deliver_all(came: FakeSender, to: Shop, seen: int, *, sender: str) -> int:
    """What one side sent arrives at the other; how much was delivered so far."""
    for raw in came.accepted[seen:]:
        mail = email.message_from_bytes(raw)
        assert mail["Auto-Submitted"] is None
        body = raw.replace(SHOP.encode(), sender.encode(), 1)
        to.server.deliver(body, to.clock[0])
    return len(came.accepted)


@pytest.mark.row(40)
@pytest.mark.parametrize("approving", [False, True])
def test_two_of_ours_that_write_to_each_other_send_only_what_agents_approve(approving: bool):
    with ExitStack() as stack:
        sides: list[tuple[Desk, FakeSender]] = []
        for name in ("left", "right"):
            url, folder = stack.enter_context(on_memory(name))
            way_out = FakeSender()
            sides.append((a_desk(url, folder, way_out, caps=Caps()), way_out))
            stack.callback(sides[-1][0].shop.app.engine.dispose)
        (left, from_left), (right, from_right) = sides
        left.shop.server.deliver(a_mail(1, sender="Right <right@other.example>"), left.shop.clock[0])
        seen_left = seen_right = clicks = 0
        for _ in range(60):
            for desk in (left, right):
                poll(desk.shop.app, desk.shop.account, desk.shop.mailbox)
                before = len(desk.sends())
                if approving:
                    desk.approve_all()
                clicks += len(desk.sends()) - before
                desk.work()
                desk.shop.later(minutes=1)
            seen_left = deliver_all(from_left, right.shop, seen_left, sender="left@other.example")
            seen_right = deliver_all(from_right, left.shop, seen_right, sender="right@other.example")
        if approving:
            assert 1 <= len(from_left.accepted) <= 3
            assert len(from_right.accepted) <= 3
            assert len(from_left.accepted) + len(from_right.accepted) <= clicks
        else:
            assert from_left.calls == from_right.calls == 0


@pytest.mark.row(40)
@pytest.mark.parametrize("approving", [False, True])
def test_a_responder_without_headers_gets_only_what_agents_approve_and_no_flood(sender: FakeSender, *, approving: bool):
    with on_memory() as (url, folder):
        desk = a_desk(url, folder, sender, caps=Caps())
        desk.mails(1)
        answered = 0
        for minute in range(60):
            desk.work()
            if approving:
                desk.approve_all()
            desk.work()
            for raw in sender.accepted[answered:]:
                ours = str(email.message_from_bytes(raw)["Message-ID"])
                reply = a_mail(5000 + minute, sender="C0 <c0@mail.example>", in_reply_to=ours, text="We got your mail.")
                desk.shop.server.deliver(reply, desk.shop.clock[0])
            answered = len(sender.accepted)
            poll(desk.shop.app, desk.shop.account, desk.shop.mailbox)
            desk.shop.later(minutes=1)
        assert len(sender.accepted) == (3 if approving else 0)
        assert len(sender.accepted) <= len(desk.sends())
        desk.shop.app.engine.dispose()


@pytest.mark.row(43)
@pytest.mark.timeout(1200)
def test_forged_senders_make_drafts_and_nothing_else(desk: Desk, sender: FakeSender, volume: Callable[[int], int]):
    count = volume(10_000)
    desk.mails(count)
    for _ in range(3):
        desk.work()
        desk.shop.later(hours=1)
    assert sender.calls == 0
    assert desk.sends() == []
    assert len(desk.shop.drafts()) == len(desk.shop.rows("tickets")) == count
    assert desk.shop.server.folders["Sent"].mails == {}
