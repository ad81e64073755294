"""What UIDs mean: numbered anew, full of gaps, taken away meanwhile, or of another mailbox altogether."""

import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from imapclient import IMAPClient
from sqlalchemy import update

from tests.faults.service import Service, letter
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.folders import Folder
from tests.servers.lying import LyingServer
from tests.servers.providers import DOVECOT
from tests.servers.proxy import FaultProxy
from triage.errors import OperatorError, RetryLater
from triage.loaders.settings import Account
from triage.store.engine import writing
from triage.store.schema import folders
from triage.usecases.ingest import poll

NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def server() -> Iterator[LyingServer]:
    made = LyingServer()
    made.start()
    yield made
    made.stop()


def _fill(folder: Folder, numbers: range) -> None:
    for number in numbers:
        folder.add(letter(number), NOW - timedelta(minutes=1000 - number))


def _tickets(service: Service) -> int:
    tickets = service.shop.rows("tickets")
    assert len({row["public_id"] for row in tickets}) == len(tickets)
    assert max(service.message_ids().values(), default=1) == 1
    return len(tickets)


@pytest.mark.row(6)
@pytest.mark.parametrize("how", ["greater", "smaller"])
def test_a_folder_that_is_made_anew_with_old_mails_brings_only_the_new_ones(
    server: LyingServer, tmp_path: Path, volume: Callable[[int], int], how: str, chance: random.Random
):
    account, old, new = server.account(), volume(500), volume(50)
    box = server.box(account.user)
    _fill(box["INBOX"], range(old))
    service = Service(tmp_path, (account,))
    service.look()
    assert _tickets(service) == old
    validity = box["INBOX"].uidvalidity + (1 if how == "greater" else -500)
    box["INBOX"] = Folder(uidvalidity=validity)
    numbers = list(range(old + new))
    chance.shuffle(numbers)
    for number in numbers:
        box["INBOX"].add(letter(number), NOW - timedelta(minutes=1000 - number))
    service.look()
    assert _tickets(service) == old + new
    service.look()
    assert _tickets(service) == old + new


@pytest.mark.row(6)
@pytest.mark.parametrize("said", [0, None])
def test_without_a_validity_nothing_is_taken_in_and_a_person_is_told(
    server: LyingServer, tmp_path: Path, volume: Callable[[int], int], said: int | None
):
    account, old, new = server.account(), volume(500), volume(50)
    box = server.box(account.user)
    _fill(box["INBOX"], range(old))
    service = Service(tmp_path, (account,))
    service.look()
    box["INBOX"] = Folder()
    _fill(box["INBOX"], range(old + new))
    server.lies.uidvalidity = said
    with pytest.raises(OperatorError, match="UIDVALIDITY"):
        service.look()
    assert _tickets(service) == old
    server.lies.uidvalidity = "truth"
    service.look()
    assert _tickets(service) == old + new


@pytest.mark.row(6)
def test_a_real_folder_that_is_deleted_and_filled_again_brings_only_the_new_mails(
    dovecot: Dovecot, tmp_path: Path, volume: Callable[[int], int]
):
    account = dovecot.account(inbox="Support")
    service, old, new = Service(tmp_path, (account,)), volume(500), volume(50)
    with IMAPClient("127.0.0.1", dovecot.port, ssl=False, timeout=30) as box:
        box.login(account.user, PASSWORD)
        for count, tickets in ((old, old), (old + new, old + new)):
            if box.folder_exists("Support"):
                box.delete_folder("Support")
            box.create_folder("Support")
            for number in range(count):
                box.append("Support", letter(number), msg_time=NOW - timedelta(minutes=1000 - number))
            service.look()
            assert _tickets(service) == tickets


@pytest.mark.row(7)
def test_gaps_of_every_size_cost_no_second_fetch_and_lose_no_mail(
    server: LyingServer, tmp_path: Path, volume: Callable[[int], int], chance: random.Random
):
    account, starts = server.account(), volume(50)
    inbox = server.box(account.user)["INBOX"]
    service, number, expected = Service(tmp_path, (account,)), 0, set()
    for _ in range(starts):
        for _ in range(volume(10_000) // starts):
            # UIDs may jump by any amount.
            inbox.add(letter(number), NOW, uid=inbox.uidnext + chance.choice([0, 0, 0, 1, 70, 5_000]))
            number += 1
        there = list(inbox.uids())
        for uid in chance.sample(there, len(there) * 9 // 10):
            inbox.remove(uid)
        expected |= {mail.raw for mail in inbox.mails.values()}
        service.look()
    assert set(service.message_ids()) == {_id(raw) for raw in expected}
    assert _tickets(service) == len(expected)
    assert set(server.fetched.values()) == {1}


def _id(raw: bytes) -> str:
    return raw.partition(b"Message-ID: ")[2].partition(b"\r\n")[0].decode()


@pytest.mark.row(8)
def test_mails_that_others_move_and_delete_while_they_are_fetched_stop_nothing(
    dovecot: Dovecot, tmp_path: Path, volume: Callable[[int], int], chance: random.Random
):
    account, mails = dovecot.account(), volume(2_000)
    service = Service(tmp_path, (account,))
    mailbox = service.connect(account)
    mailbox.append_drafts("INBOX", [letter(number) for number in range(mails)])
    mailbox.close()
    done = threading.Event()
    taking = threading.Thread(target=_take_away, args=(account, chance, done))
    taking.start()
    try:
        service.look()
    finally:
        done.set()
        taking.join(60)
    service.look()
    outcomes = Counter(row["outcome"] for row in service.shop.rows("ledger") if row["folder"] == "INBOX")
    assert set(outcomes) <= {"triaged", "vanished"}
    assert outcomes["triaged"] == _tickets(service)
    with IMAPClient("127.0.0.1", dovecot.port, ssl=False, timeout=30) as box:
        box.login(account.user, PASSWORD)
        box.select_folder("INBOX")
        left = box.fetch(box.search("ALL"), ["BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"])
    ids = {_id(one[b"BODY[HEADER.FIELDS (MESSAGE-ID)]"]) for one in left.values()}
    assert ids <= set(service.message_ids())


def _take_away(account: Account, chance: random.Random, done: threading.Event) -> None:
    """Another client that deletes and moves mails at random until told to stop."""
    with IMAPClient(account.host, account.port, ssl=False, timeout=30) as box:
        box.login(account.user, PASSWORD)
        box.select_folder("INBOX")
        uids = box.search("ALL")
        chance.shuffle(uids)
        for uid in uids[: len(uids) // 2]:
            if done.is_set():
                return
            if chance.random() < 0.5:
                box.move([uid], "Trash")
            else:
                box.delete_messages([uid], silent=True)
                box.expunge([uid])


@pytest.mark.row(66)
@pytest.mark.parametrize("bigger", [False, True])
def test_another_mailbox_behind_the_same_settings_is_noticed_and_read_from_its_start(
    server: LyingServer, tmp_path: Path, volume: Callable[[int], int], bigger: bool
):
    other, mails = LyingServer(), volume(100)
    other.start()
    proxy = FaultProxy(target=server.port)
    proxy.start()
    account = server.account(port=proxy.port)
    first, second = server.box(account.user)["INBOX"], other.box(account.user)["INBOX"]
    second.uidvalidity = first.uidvalidity
    _fill(first, range(mails if bigger else mails * 2))
    service = Service(tmp_path, (account,))
    service.look()
    assert _tickets(service) == first.exists
    proxy.target = other.port
    _fill(second, range(5_000, 5_000 + mails))
    service.look()
    assert _tickets(service) == first.exists + mails
    service.look()
    assert _tickets(service) == first.exists + mails
    proxy.stop()
    other.stop()


@pytest.mark.row(66)
@pytest.mark.parametrize("lost", ["the newest mails", "every mail", "the dates"])
def test_a_mailbox_that_came_back_from_a_backup_doubles_nothing_and_loses_nothing(
    server: LyingServer, tmp_path: Path, lost: str
):
    account = server.account()
    box = server.box(account.user)
    _fill(box["INBOX"], range(30))
    service = Service(tmp_path, (account,))
    service.look()
    again = Folder(uidvalidity=box["INBOX"].uidvalidity)
    for number in range({"the newest mails": 20, "every mail": 0, "the dates": 30}[lost]):
        again.add(letter(number), NOW if lost == "the dates" else NOW - timedelta(minutes=1000 - number))
    _fill(again, range(100, 110))
    box["INBOX"] = again
    service.look()
    assert _tickets(service) == 40


@pytest.mark.row(66)
def test_a_mailbox_that_is_the_same_costs_one_small_look_a_session_and_starts_nothing_anew(
    server: LyingServer, tmp_path: Path
):
    account = server.account()
    inbox = server.box(account.user)["INBOX"]
    _fill(inbox, range(30))
    service = Service(tmp_path, (account,))
    service.look()
    for uid in (1, 2, 3, 28, 29, 30):
        inbox.remove(uid)
    server.heard.clear()
    mailbox = service.connect(account)
    for _ in range(3):
        poll(service.app, account, mailbox)
    mailbox.close()
    assert server.heard.count("FETCH") == 1
    assert set(server.fetched.values()) == {1}
    with writing(service.app.engine) as conn:
        assert conn.execute(update(folders).values(epoch=folders.c.epoch).where(folders.c.epoch > 1)).rowcount == 0


@pytest.mark.row(66)
def test_a_mailbox_that_is_swapped_while_the_worker_runs_is_noticed_with_the_new_connection(tmp_path: Path):
    one, two = LyingServer(habits=DOVECOT), LyingServer(habits=replace(DOVECOT, name="two"))
    for server in (one, two):
        server.start()
    proxy = FaultProxy(target=one.port)
    proxy.start()
    account = one.account(port=proxy.port)
    two.box(account.user)["INBOX"].uidvalidity = one.box(account.user)["INBOX"].uidvalidity
    _fill(one.box(account.user)["INBOX"], range(20))
    _fill(two.box(account.user)["INBOX"], range(40, 60))
    service = Service(tmp_path, (account,))
    service.look()
    mailbox = service.connect(account)
    proxy.target = two.port
    one.hang_up()
    with pytest.raises(RetryLater):
        mailbox.select("INBOX")
    service.look()
    assert _tickets(service) == 40
    for server in (one, two):
        server.stop()
    proxy.stop()
