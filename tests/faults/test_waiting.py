"""Replies that may not leave yet: a server that is busy or away, the caps, the hold on old mail, the stop."""

import email
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.fakes.sender import FakeSender
from tests.fakes.shop import a_mail
from tests.faults.desk import NO_CAPS, Desk, Wary, a_desk, on_memory
from tests.servers.faulty_smtp import Fault, FaultySmtp
from tests.web.console import ROOT, Console, words_of
from triage.errors import Refused
from triage.loaders.caps import Caps
from triage.loaders.settings import SmtpSettings
from triage.mail.outgoing import Outcome, SendResult
from triage.store.engine import open_engine
from triage.usecases import way_out
from triage.usecases.ingest import poll
from triage.web.site import make_site


@pytest.fixture
def server() -> Iterator[FaultySmtp]:
    """A mail server that fails as planned."""
    server = FaultySmtp()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def real(server: FaultySmtp, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A shop with a real SMTP client."""
    settings = SmtpSettings(host="127.0.0.1", port=server.port, security="none")
    with on_memory() as (url, folder):
        desk = a_desk(url, folder, Wary(server, settings, monkeypatch))
        yield desk
        desk.shop.app.engine.dispose()


@pytest.fixture
def sender() -> FakeSender:
    """A way out that takes everything."""
    return FakeSender()


@pytest.fixture
def desk(sender: FakeSender) -> Iterator[Desk]:
    """A shop that can send, under the caps that everyone has who sets none."""
    with on_memory() as (url, folder):
        desk = a_desk(url, folder, sender, caps=Caps())
        yield desk
        desk.shop.app.engine.dispose()


def page(desk: Desk, path: str, role: str = "agent") -> str:
    """What somebody reads there."""
    return words_of(console(desk, role).get(path).text)


def console(desk: Desk, role: str) -> Console:
    """Somebody at the console."""
    app = replace(desk.shop.app, settings=replace(desk.shop.app.settings, root=ROOT))
    client = TestClient(make_site(app), base_url="http://console.example", follow_redirects=False)
    who = f"{role} of {desk.shop.clock[0]:%d %H:%M}"  # sessions end, and clocks here leap
    return Console(shop=replace(desk.shop, app=app), client=client).become(role, who)


def ticket_page(desk: Desk, number: int = 0) -> str:
    """What an agent reads on a ticket."""
    return page(desk, f"/tickets/{desk.shop.rows('tickets')[number]['public_id']}")


@pytest.mark.row(35)
@pytest.mark.parametrize("fault", [Fault("data", "drop-after"), Fault("rcpt", "4xx"), Fault("dot", "4xx")], ids=str)
def test_a_server_that_never_takes_it_is_asked_eight_times_in_two_days_and_everyone_is_told(
    real: Desk, server: FaultySmtp, fault: Fault
):
    server.plan.extend([fault] * 5000)
    real.mails(1)
    real.approve_all()
    tried: list[datetime] = []
    for _ in range(48 * 4):
        before = server.connections
        real.work()
        tried += [real.shop.clock[0]] * (server.connections - before)
        real.shop.later(minutes=15)
    assert len(tried) == 8
    gaps = [later - earlier for earlier, later in pairwise(tried)]
    assert gaps == sorted(gaps)
    assert timedelta(minutes=1) <= gaps[0]
    assert gaps[-1] <= timedelta(hours=24, minutes=15)
    assert real.states() == {"FAILED": 1}
    assert not server.taken
    assert "1 reply could not be sent" in page(real, "/health")
    assert "it was tried 8 times in vain" in ticket_page(real)


@pytest.mark.row(36)
def test_after_an_hour_without_the_mail_server_every_reply_leaves_in_order_and_meanwhile_everyone_knew(
    real: Desk, server: FaultySmtp
):
    server.stop()
    began = real.shop.clock[0]
    for minute in range(60):
        if minute % 5 == 0:
            real.mails(2)
            real.approve_all()
        real.work()
        if minute % 5 == 0 or minute == 14:
            assert ("waited for the mail server since" in page(real, "/")) is (minute >= 15)
        real.shop.later(minutes=1)
    assert "24 replies have waited for the mail server since 2 Mar 2026, 12:00 UTC" in page(real, "/")
    assert "24 replies of “main” wait for the mail server" in page(real, "/health")
    assert "Approved, but waiting. The mail server cannot be reached. It goes by itself: next at" in ticket_page(real)
    assert real.shop.clock[0] - began == timedelta(hours=1)
    server.start()
    for _ in range(6):
        real.work()
        real.shop.later(minutes=1)
    assert real.states() == {"DONE": 24}
    assert {row["tries"] for row in real.sends()} == {1}
    ids = {row["id"]: row["message_id"] for row in real.shop.rows("drafts")}
    assert server.order == [ids[row["draft_id"]] for row in real.sends()]
    assert "waited for" not in page(real, "/")


@pytest.mark.row(36)
def test_replies_that_nobody_even_tries_are_told_of_too(desk: Desk):
    desk.mails(1)
    desk.approve_all()
    desk.shop.later(minutes=16)
    assert "1 reply has waited to be sent; look whether the worker runs since" in page(desk, "/")


def leaving(sender: FakeSender) -> Counter[str]:
    """How many replies each address got."""
    return Counter(str(email.message_from_bytes(raw)["To"]) for raw in sender.accepted)


def many_from_one(desk: Desk, count: int) -> None:
    """One customer writes on many matters."""
    for number in range(count):
        mail = a_mail(1000 + number, sender="Kim <kim@mail.example>", subject=f"damaged {number}", text=f"It {number}")
        desk.shop.server.deliver(mail, desk.shop.clock[0])
    poll(desk.shop.app, desk.shop.account, desk.shop.mailbox)


@pytest.mark.row(35)
def test_no_address_gets_more_than_three_replies_an_hour_and_the_rest_wait_visibly_and_then_go(
    desk: Desk, sender: FakeSender
):
    many_from_one(desk, 7)
    desk.mails(2)
    desk.approve_all()
    for hour in range(3):
        for _ in range(4):
            desk.work()
            desk.shop.later(minutes=1)
        assert sum(number for who, number in leaving(sender).items() if "kim" in who) == min(7, 3 * hour + 3)
        if hour == 0:
            assert len(sender.accepted) == 5
            said = ticket_page(desk, 6)
            assert "Approved, but waiting. This address got as many replies within the last hour as" in said
            assert "next at 2 Mar 2026, 13:00 UTC" in said
            assert "4 replies of “main” wait because their recipients got as many replies" in page(desk, "/health")
        desk.shop.later(minutes=57)
        if hour == 0:
            assert "replies have waited because their recipients got" in page(desk, "/")
    assert desk.states() == {"DONE": 9}
    assert "Nothing waits" in page(desk, "/health")


@pytest.mark.row(35)
def test_a_mailbox_sends_no_more_an_hour_and_all_together_no_more_a_minute_than_set(desk: Desk, sender: FakeSender):
    desk.shop.app = replace(
        desk.shop.app,
        settings=replace(desk.shop.app.settings, caps=Caps(per_recipient_hour=3, per_hour=20, per_minute=6)),
    )
    desk.mails(45)
    desk.approve_all()
    counts: list[int] = []
    for _ in range(130):
        counts.append(desk.work())
        desk.shop.later(minutes=1)
    assert max(counts) == 6
    assert max(sum(counts[at : at + 60]) for at in range(len(counts))) == 20
    assert len(sender.accepted) == 45
    assert desk.states() == {"DONE": 45}


@pytest.mark.row(35)
def test_a_server_that_delivers_and_says_busy_cannot_make_us_flood_anyone(desk: Desk, sender: FakeSender):
    busy = SendResult(outcome=Outcome.RETRY, phase="dot", reply="451")
    many_from_one(desk, 3)
    desk.approve_all()
    sender.plan = [busy] * 500
    for _ in range(60):
        desk.work()
        desk.shop.later(seconds=60)
    assert sender.calls <= 3


@pytest.mark.row(35)
def test_several_workers_share_one_cap(url: str, tmp_path: Path, sender: FakeSender):
    desk = a_desk(url, tmp_path, sender, caps=Caps(per_hour=5))
    desk.mails(12)
    desk.approve_all()
    others = [replace(desk.shop.app, engine=open_engine(url)) for _ in range(4)]
    from concurrent.futures import ThreadPoolExecutor

    from triage.usecases.sending import send_due

    with ThreadPoolExecutor(4) as pool:
        sent = sum(pool.map(lambda app: send_due(app, desk.shop.account), others))
    for other in others:
        other.engine.dispose()
    assert sent == len(sender.accepted) == 5
    assert desk.states() == {"DONE": 5, "READY": 7}
    desk.shop.app.engine.dispose()


@pytest.mark.row(35)
def test_an_old_mailbox_that_is_switched_on_sends_nothing_until_one_confirmation(
    sender: FakeSender, volume: Callable[[int], int]
):
    count = volume(500)
    with on_memory() as (url, folder):
        desk = a_desk(url, folder, sender, since=None)
        for number in range(count):
            at = desk.shop.clock[0] - timedelta(days=8 + number % 700)
            desk.shop.server.deliver(a_mail(number, sender=f"C{number} <c{number}@mail.example>"), at)
        for hour in range(24):
            poll(desk.shop.app, desk.shop.account, desk.shop.mailbox)
            desk.work()
            if hour == 12:
                desk.approve_all()
            desk.shop.later(hours=1)
        assert sender.calls == 0
        assert desk.states() == {"READY": count}
        words = f"{count} replies have waited because they answer mails that came more than a week before"
        assert words in page(desk, "/")
        assert f"Let these {count} replies go" in page(desk, "/health")
        assert f"Let these {count} replies go" in ticket_page(desk)
        answer = console(desk, "agent").post("/sending/release", {"account": "main"})
        assert answer.status_code == 303
        desk.work()
        assert len(sender.accepted) == count
        assert "agent of 03 12:00 let replies to old mails go, mailbox “main”" in page(desk, "/health")
        desk.shop.app.engine.dispose()


@pytest.mark.row(35)
def test_mails_of_the_last_week_and_all_that_come_later_are_not_held(desk: Desk, sender: FakeSender):
    desk.shop.server.deliver(a_mail(1), desk.shop.clock[0] - timedelta(days=6))
    desk.shop.app = replace(desk.shop.app, settings=replace(desk.shop.app.settings, caps=NO_CAPS))
    desk.shop.account = replace(desk.shop.account, since=None)
    desk.work()
    poll(desk.shop.app, desk.shop.account, desk.shop.mailbox)
    desk.shop.later(days=30)
    desk.mails(2)
    desk.approve_all()
    assert desk.work() == 3


def test_only_a_mailbox_that_there_is_can_be_released(desk: Desk):
    with pytest.raises(Refused, match="no such mailbox"):
        way_out.release_old(desk.shop.app, "elsewhere", user="mia")


def test_stopped_sending_lets_nothing_out_until_it_goes_on_and_both_are_written_down(desk: Desk, sender: FakeSender):
    desk.mails(3)
    desk.approve_all()
    assert console(desk, "agent").post("/sending/stop").status_code == 403
    assert console(desk, "admin").post("/sending/stop").status_code == 303
    for _ in range(50):
        desk.work()
        desk.shop.later(minutes=30)
    assert sender.calls == 0
    assert "Sending is stopped: no reply leaves" in page(desk, "/")
    assert "3 replies of “main” wait because sending was stopped" in page(desk, "/health")
    assert "Sending was stopped." in ticket_page(desk)
    assert console(desk, "admin").post("/sending/go-on").status_code == 303
    assert desk.work() == 3
    said = page(desk, "/health")
    assert "admin of 02 12:00 stopped all sending" in said
    assert "admin of 03 13:00 let sending go on" in said
    assert "Sending is stopped" not in page(desk, "/")
