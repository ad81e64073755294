"""What every mailbox does: the same tests for Dovecot, for a bare IMAP4rev1 server, for pymap, for each of the great
providers as our lying server acts them, and for the fake."""

import email
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from imapclient import IMAPClient

from tests.fakes.mailbox import FakeServer
from tests.servers.dovecot import Dovecot
from tests.servers.lying import LyingServer
from tests.servers.providers import DOVECOT, PROFILES, Habits
from triage.errors import OperatorError, RetryLater
from triage.loaders.settings import Account
from triage.mail.imap import connect
from triage.mail.mailbox import Fetched, Mailbox

DAY = datetime(2024, 2, 29, 21, 52, 25, tzinfo=UTC)


@dataclass(frozen=True)
class World:
    """One mailbox, a way to deliver into it and a way to look at flags, past the code under test."""

    kind: str
    offers: Habits
    connect: Callable[[], Mailbox]
    deliver: Callable[[str, bytes, datetime], None]
    flags: Callable[[str, int], set[str]]
    expunge: Callable[[str, int], None]


def imap_world(kind: str, account: Account, offers: Habits = DOVECOT) -> World:
    def other() -> IMAPClient:
        client = IMAPClient(account.host, account.port, ssl=False, timeout=10)
        client.login(account.user, account.password)
        return client

    def deliver(folder: str, raw: bytes, at: datetime) -> None:
        with other() as client:
            client.append(folder, raw, msg_time=at)

    def flags(folder: str, uid: int) -> set[str]:
        with other() as client:
            client.select_folder(folder, readonly=True)
            return {flag.decode() for flag in client.get_flags([uid])[uid]} - {"\\Recent"}

    def expunge(folder: str, uid: int) -> None:
        with other() as client:
            client.select_folder(folder)
            client.delete_messages([uid])
            client.expunge()

    return World(
        kind=kind, offers=offers, connect=lambda: connect(account), deliver=deliver, flags=flags, expunge=expunge
    )


def fake_world() -> World:
    server = FakeServer()

    def deliver(folder: str, raw: bytes, at: datetime) -> None:
        server.deliver(raw, at, folder)

    return World(
        kind="fake",
        offers=DOVECOT,
        connect=server.connect,
        deliver=deliver,
        flags=lambda folder, uid: server.folders[folder].mails[uid].flags,
        expunge=lambda folder, uid: server.folders[folder].mails.__delitem__(uid),
    )


REAL = ("dovecot", "bare_dovecot", "pymap")
ACTED = tuple(f"acted {name}" for name in PROFILES)


def a_world(request: pytest.FixtureRequest, kind: str) -> World:
    if kind == "fake":
        return fake_world()
    if kind in REAL:
        return imap_world(kind, request.getfixturevalue(kind).account())
    server = LyingServer(habits=PROFILES[kind.removeprefix("acted ")])
    server.start()
    request.addfinalizer(server.stop)
    return imap_world(kind, server.account(), server.habits)


@pytest.fixture(params=[*REAL, "fake", *ACTED])
def world(request: pytest.FixtureRequest) -> World:
    return a_world(request, request.param)


@pytest.fixture
def mailbox(world: World) -> Iterator[Mailbox]:
    session = world.connect()
    yield session
    session.close()


def a_mail(number: int = 1, body: str = "hello") -> bytes:
    head = f"Message-ID: <m{number}@mail.example>\r\nSubject: no {number}\r\nFrom: kim@mail.example\r\n"
    return f"{head}\r\n{body}\r\n".encode()


def fill(world: World, count: int) -> None:
    for number in range(1, count + 1):
        world.deliver("INBOX", a_mail(number), DAY)


def test_a_new_mailbox_is_empty(mailbox: Mailbox) -> None:
    state = mailbox.select(mailbox.inbox())
    assert (state.exists, mailbox.uids_above(0)) == (0, [])


def test_an_empty_folder_names_its_validity_and_next_uid(mailbox: Mailbox) -> None:
    state = mailbox.select("INBOX")
    assert state.uidvalidity > 0
    assert state.uidnext > 0


def test_octets_come_back_as_they_were_stored(world: World, mailbox: Mailbox) -> None:
    raw = (
        b"Subject: =?x?= \xff\r\n\r\n"
        + bytes(range(1, 256)).replace(b"\r", b"").replace(b"\n", b"")
        + b"\r\n)\r\n{5}\r\n"
    )
    world.deliver("INBOX", raw, DAY)
    mailbox.select("INBOX")
    assert [mail.raw for mail in mailbox.fetch(mailbox.uids_above(0))] == [raw]


def test_the_internal_date_is_aware_utc(world: World, mailbox: Mailbox) -> None:
    world.deliver("INBOX", a_mail(), DAY.astimezone())
    mailbox.select("INBOX")
    (mail,) = mailbox.fetch(mailbox.uids_above(0))
    assert mail.internal_date == DAY
    assert mail.internal_date.utcoffset() == timedelta(0)


def test_fetching_marks_nothing_as_read(world: World, mailbox: Mailbox) -> None:
    fill(world, 1)
    mailbox.select("INBOX")
    (uid,) = mailbox.uids_above(0)
    assert len(list(mailbox.fetch([uid]))) == 1
    assert world.flags("INBOX", uid) == set()


def test_uids_above_the_last_one_are_none(world: World, mailbox: Mailbox) -> None:
    fill(world, 3)
    mailbox.select("INBOX")
    last = mailbox.uids_above(0)[-1]
    assert mailbox.uids_above(last) == []
    assert mailbox.uids_above(last + 1000) == []


def test_uids_are_ascending_and_strictly_above(world: World, mailbox: Mailbox) -> None:
    fill(world, 4)
    mailbox.select("INBOX")
    uids = mailbox.uids_above(0)
    assert uids == sorted(uids)
    assert mailbox.uids_above(uids[1]) == uids[2:]


def test_every_mail_of_several_pages_is_fetched_once(world: World, mailbox: Mailbox) -> None:
    mailbox.append_drafts(mailbox.drafts(), [a_mail(number) for number in range(230)])
    mailbox.select(mailbox.drafts())
    uids = mailbox.uids_above(0)
    assert sorted(mail.uid for mail in mailbox.fetch(uids)) == uids
    assert len(uids) == 230


def test_a_vanished_mail_is_said_to_have_vanished(world: World, mailbox: Mailbox) -> None:
    fill(world, 3)
    mailbox.select("INBOX")
    uids = mailbox.uids_above(0)
    world.expunge("INBOX", uids[1])
    mailbox.select("INBOX")
    fetched = {mail.uid: mail.raw is None for mail in mailbox.fetch(uids)}
    assert fetched == {uids[0]: False, uids[1]: True, uids[2]: False}


def test_a_fetch_that_is_left_early_leaves_the_session_usable(world: World, mailbox: Mailbox) -> None:
    fill(world, 5)
    mailbox.select("INBOX")
    uids = mailbox.uids_above(0)
    first = next(iter(mailbox.fetch(uids)))
    assert isinstance(first, Fetched)
    assert mailbox.uids_above(0) == uids


def test_envelopes_tell_date_and_size_and_leave_out_what_is_gone(world: World, mailbox: Mailbox) -> None:
    fill(world, 2)
    mailbox.select("INBOX")
    uids = mailbox.uids_above(0)
    found = mailbox.envelopes([*uids, uids[-1] + 50])
    assert [(entry.uid, entry.internal_date, entry.size_bytes) for entry in found] == [
        (uids[0], DAY, len(a_mail(1))),
        (uids[1], DAY, len(a_mail(2))),
    ]


def test_headers_come_without_the_rest(world: World, mailbox: Mailbox) -> None:
    fill(world, 1)
    mailbox.select("INBOX")
    (uid,) = mailbox.uids_above(0)
    block = mailbox.fetch_headers([uid, uid + 9], ["Subject", "Message-ID"])
    parsed = email.message_from_bytes(block[uid])
    assert set(block) == {uid}
    assert {name.lower(): value for name, value in parsed.items()} == {
        "subject": "no 1",
        "message-id": "<m1@mail.example>",
    }


def test_keywords_are_stored_where_the_folder_keeps_them(world: World, mailbox: Mailbox) -> None:
    fill(world, 1)
    state = mailbox.select("INBOX")
    (uid,) = mailbox.uids_above(0)
    mailbox.add_keywords([uid], ["$Triaged"])
    assert state.keywords is world.offers.keeps_keywords
    assert ("$Triaged" in world.flags("INBOX", uid)) is world.offers.keeps_keywords


def test_drafts_are_appended_in_order_and_marked(world: World, mailbox: Mailbox) -> None:
    folder = mailbox.drafts()
    places = mailbox.append_drafts(folder, [a_mail(number) for number in range(60)])
    mailbox.select(folder)
    uids = mailbox.uids_above(0)
    assert [place.uid for place in places] == (uids if world.offers.offers("UIDPLUS") else [None] * 60)
    assert [mail.raw for mail in mailbox.fetch(uids)] == [a_mail(number) for number in range(60)]
    assert world.flags(folder, uids[0]) == {"\\Draft"}


def test_appending_names_the_validity_of_the_folder_if_the_server_tells(world: World, mailbox: Mailbox) -> None:
    (place,) = mailbox.append_drafts(mailbox.drafts(), [a_mail()])
    validity = mailbox.select(mailbox.drafts()).uidvalidity
    assert place.uidvalidity == (validity if world.offers.offers("UIDPLUS") else 0)


def test_a_sent_copy_is_marked_as_read(world: World, mailbox: Mailbox) -> None:
    place = mailbox.append_sent(mailbox.drafts(), a_mail())
    mailbox.select(place.folder)
    (uid,) = mailbox.uids_above(0)
    assert place.uid == (uid if world.offers.offers("UIDPLUS") else None)
    assert world.flags(place.folder, uid) == {"\\Seen"}


@pytest.mark.parametrize("from_uid", [None, 2, 99])
def test_mails_are_found_by_message_id(world: World, mailbox: Mailbox, from_uid: int | None) -> None:
    folder = mailbox.drafts()
    mailbox.append_drafts(folder, [a_mail(number) for number in (1, 2, 11, 2)])
    mailbox.select(folder)
    uids = mailbox.uids_above(0)
    wanted = [f"<m{number}@mail.example>" for number in (1, 2, 3)]
    there = [uid for uid in uids if world.offers.searches_headers or uid >= (from_uid or 0)]
    twins = [uids[1]] if world.offers.matches_ids else [uids[1], uids[3]]
    assert mailbox.find_message_ids(folder, wanted, from_uid=from_uid) == {
        wanted[0]: [uid for uid in uids[:1] if uid in there],
        wanted[1]: [uid for uid in twins if uid in there],
        wanted[2]: [],
    }


def test_fifty_message_ids_are_asked_for_at_once(mailbox: Mailbox) -> None:
    folder = mailbox.drafts()
    mailbox.append_drafts(folder, [a_mail(number) for number in range(50)])
    found = mailbox.find_message_ids(folder, [f"<m{number}@mail.example>" for number in range(50)])
    assert sorted(len(uids) for uids in found.values()) == [1] * 50


@pytest.mark.parametrize(
    "hostile", ['<a"b@x>', "<a\\b@x>", "<a\r\nA1 DELETE INBOX\r\n@x>", "<ü@x>", "", "<" + "a" * 5000]
)
def test_a_hostile_message_id_is_simply_not_found(mailbox: Mailbox, hostile: str) -> None:
    mailbox.append_drafts(mailbox.drafts(), [a_mail()])
    assert mailbox.find_message_ids(mailbox.drafts(), [hostile]) == {hostile: []}


def test_removing_takes_one_mail_and_no_other(world: World, mailbox: Mailbox) -> None:
    folder = mailbox.drafts()
    mailbox.append_drafts(folder, [a_mail(number) for number in range(3)])
    mailbox.select(folder)
    uids = mailbox.uids_above(0)
    removed = mailbox.remove(folder, uids[1])
    mailbox.select(folder)
    # Without UIDPLUS a bare EXPUNGE would take foreign mails with it.
    if world.kind == "bare_dovecot" or not world.offers.offers("UIDPLUS"):
        assert not removed
        assert mailbox.uids_above(0) == uids
        assert "\\Deleted" in world.flags(folder, uids[1])
    else:
        assert removed
        assert mailbox.uids_above(0) == [uids[0], uids[2]]


def test_a_missing_folder_is_an_operators_matter(mailbox: Mailbox) -> None:
    with pytest.raises(OperatorError, match="no folder"):
        mailbox.select("No such folder")


def test_drafts_names_the_same_folder_in_every_session(world: World) -> None:
    first, second = world.connect(), world.connect()
    assert first.drafts() == second.drafts()
    first.close()
    second.close()


def test_mail_that_came_between_looking_and_waiting_is_news(world: World, mailbox: Mailbox) -> None:
    mailbox.select("INBOX")
    mailbox.uids_above(0)
    mailbox.find_message_ids(mailbox.drafts(), ["<x@y>"])
    world.deliver("INBOX", a_mail(), DAY)
    mailbox.select("INBOX")
    assert mailbox.idle(0.1)


def test_waiting_without_news_ends_with_the_time(world: World, mailbox: Mailbox) -> None:
    fill(world, 2)
    mailbox.select("INBOX")
    mailbox.uids_above(0)
    assert not mailbox.idle(0.1)


def test_a_closed_session_says_so(mailbox: Mailbox) -> None:
    mailbox.close()
    with pytest.raises(RetryLater, match="closed"):
        mailbox.select("INBOX")


def test_closing_twice_is_harmless(mailbox: Mailbox) -> None:
    mailbox.close()
    mailbox.close()
    with pytest.raises(RetryLater):
        mailbox.select("INBOX")


@pytest.fixture(params=[*REAL, *ACTED])
def live(request: pytest.FixtureRequest) -> World:
    return a_world(request, request.param)


def test_waiting_ends_when_a_mail_comes(live: World) -> None:
    mailbox = live.connect()
    mailbox.select("INBOX")
    mailbox.uids_above(0)
    threading.Timer(0.2, live.deliver, ("INBOX", a_mail(), DAY)).start()
    started = time.monotonic()
    # A server without IDLE is asked again when the time is over.
    patient = live.kind != "bare_dovecot" and live.offers.offers("IDLE")
    news = mailbox.idle(20.0 if patient else 2.0)
    assert news
    assert time.monotonic() - started < 5
    assert len(mailbox.uids_above(0)) == 1
    mailbox.close()


def test_waiting_ends_when_it_is_told_to(live: World) -> None:
    mailbox = live.connect()
    mailbox.select("INBOX")
    mailbox.uids_above(0)
    told = threading.Event()
    threading.Timer(0.2, told.set).start()
    started = time.monotonic()
    assert not mailbox.idle(30.0, told.is_set)
    assert time.monotonic() - started < 2
    mailbox.close()


@pytest.mark.parametrize("kind", [*REAL, "fake", "acted dovecot"])
def test_keywords_that_somebody_changed_are_told(request: pytest.FixtureRequest, kind: str) -> None:
    world = a_world(request, kind)
    mailbox = world.connect()
    fill(world, 3)
    mailbox.select("INBOX")
    one, two, three = mailbox.uids_above(0)
    mailbox.add_keywords([one, two], ["$Triaged", "triage_damaged"])
    mailbox.select("INBOX")
    assert mailbox.keywords([one, two, three])[one] == {"$triaged", "triage_damaged"}
    other = world.connect()
    other.select("INBOX")
    other.add_keywords([two], ["triage_missing"])
    other.close()
    mailbox.select("INBOX")
    assert mailbox.keywords([one, two, three])[two] == {"$triaged", "triage_damaged", "triage_missing"}
    mailbox.close()


def test_uids_of_a_stretch_end_where_it_ends(world: World, mailbox: Mailbox) -> None:
    fill(world, 5)
    mailbox.select("INBOX")
    uids = mailbox.uids_above(0)
    assert mailbox.uids_above(uids[0], uids[2]) == uids[1:3]
    assert mailbox.uids_above(uids[4], uids[4] + 100) == []


def test_the_oldest_mails_are_told_and_the_folder_remembers_that_they_were(world: World, mailbox: Mailbox) -> None:
    assert not mailbox.select("INBOX").compared
    assert mailbox.oldest(3) == []
    fill(world, 5)
    mailbox.select("INBOX")
    first = mailbox.uids_above(0)[:3]
    assert [(one.uid, one.internal_date, one.size_bytes) for one in mailbox.oldest(3)] == [
        (uid, DAY, len(a_mail(1))) for uid in first
    ]
    assert mailbox.select("INBOX").compared


def test_a_server_that_counts_changes_is_not_asked_for_flags_again(dovecot: Dovecot) -> None:
    world = imap_world("dovecot", dovecot.account())
    fill(world, 3)
    mailbox = world.connect()
    mailbox.select("INBOX")
    assert set(mailbox.keywords([1, 2, 3])) == {1, 2, 3}
    mailbox.select("INBOX")
    assert mailbox.keywords([1, 2, 3]) == {}
    mailbox.close()


def test_the_trash_is_found_where_there_is_one(world: World, mailbox: Mailbox) -> None:
    name = mailbox.trash()
    assert name is None or mailbox.select(name).exists == 0
    if world.kind in ("dovecot", "fake"):
        assert name == "Trash"


def test_a_mail_marked_as_deleted_is_told_from_the_others(world: World, mailbox: Mailbox) -> None:
    fill(world, 3)
    mailbox.select("INBOX")
    first, second, _ = mailbox.uids_above(0)
    assert mailbox.marked_deleted() == []
    gone = mailbox.remove("INBOX", second)
    assert mailbox.marked_deleted() == ([] if gone else [second])
    assert first in mailbox.uids_above(0)


def test_nothing_is_removed_under_another_numbering(world: World, mailbox: Mailbox) -> None:
    fill(world, 1)
    state = mailbox.select("INBOX")
    (uid,) = mailbox.uids_above(0)
    assert mailbox.remove("INBOX", uid, uidvalidity=state.uidvalidity + 1) is False
    assert mailbox.uids_above(0) == [uid]
    assert mailbox.marked_deleted() == []
    mailbox.remove("INBOX", uid, uidvalidity=state.uidvalidity)
    assert set(mailbox.uids_above(0)) <= set(mailbox.marked_deleted())
