"""Servers that lie, refuse, throttle or leave: what each kind of misbehaviour becomes."""

import re
import time
from collections.abc import Iterator

import pytest

from tests.servers.scripted import ScriptedServer
from triage.errors import OperatorError, RetryLater
from triage.mail.imap import ImapMailbox, connect
from triage.mail.mailbox import Throttled

DATE = b'INTERNALDATE "02-Mar-2026 10:00:00 +0000"'


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    made = ScriptedServer()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def mailbox(server: ScriptedServer) -> Iterator[ImapMailbox]:
    session = connect(server.account)
    session.select("INBOX")
    yield session
    session.close()


def mail(number: int, uid: int, raw: bytes) -> bytes:
    return b"* %d FETCH (UID %d %s BODY[] {%d}\r\n%s)\r\n" % (number, uid, DATE, len(raw), raw)


def test_a_throttled_log_in_tells_how_long_to_wait(server: ScriptedServer) -> None:
    server.script["LOGIN"] = b"TAG NO Request is throttled. Suggested Backoff Time: 92415 milliseconds\r\n"
    with pytest.raises(Throttled) as caught:
        connect(server.account)
    assert caught.value.wait_seconds == 92.415


@pytest.mark.parametrize("code", [b"UNAVAILABLE", b"INUSE", b"LIMIT"])
def test_a_log_in_refused_for_now_is_for_later(server: ScriptedServer, code: bytes) -> None:
    server.script["LOGIN"] = b"TAG NO [" + code + b"] not now\r\n"
    with pytest.raises(RetryLater):
        connect(server.account)


def test_leaving_at_the_log_in_is_for_later(server: ScriptedServer) -> None:
    server.script["LOGIN"] = None
    with pytest.raises(RetryLater):
        connect(server.account)


def test_a_plain_no_to_the_log_in_is_an_operators_matter(server: ScriptedServer) -> None:
    server.script["LOGIN"] = b"TAG NO LOGIN failed\r\n"
    with pytest.raises(OperatorError, match="TRIAGE_IMAP_PASSWORD"):
        connect(server.account)


def test_one_mail_that_cannot_be_handed_out_stops_no_other(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    def fetch(arguments: bytes) -> bytes:
        wanted = arguments.split()[0]
        if wanted == b"1:3":
            return mail(1, 1, b"one") + b"TAG NO [UNAVAILABLE] trouble\r\n"
        if wanted == b"2":
            return b"TAG NO [UNAVAILABLE] trouble\r\n"
        return mail(3, 3, b"three") + b"TAG OK done\r\n"

    server.script |= {"UID FETCH": fetch, "UID SEARCH": b"* SEARCH 1 2 3\r\nTAG OK done\r\n"}
    assert [(one.uid, one.raw) for one in mailbox.fetch([1, 2, 3])] == [(1, b"one"), (3, b"three")]


def test_nil_for_a_mail_that_is_gone_is_vanished(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    server.script |= {
        "UID FETCH": b"* 1 FETCH (UID 1 " + DATE + b" BODY[] NIL)\r\nTAG OK done\r\n",
        "UID SEARCH": b"* SEARCH\r\nTAG OK done\r\n",
    }
    assert [(one.uid, one.raw) for one in mailbox.fetch([1])] == [(1, None)]


def test_mails_nobody_asked_for_are_ignored(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    unasked = b"* 9 FETCH (UID 99 FLAGS (\\Seen))\r\n" + mail(8, 98, b"other")
    server.script["UID FETCH"] = unasked + mail(1, 1, b"one") + mail(1, 1, b"one") + b"TAG OK done\r\n"
    assert [(one.uid, one.raw) for one in mailbox.fetch([1])] == [(1, b"one")]


def test_a_date_without_sense_leaves_the_mail_to_be_tried_again(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    server.script |= {
        "UID FETCH": mail(1, 1, b"one").replace(b"02-Mar", b"32-Mar") + b"TAG OK done\r\n",
        "UID SEARCH": b"* SEARCH 1\r\nTAG OK done\r\n",
    }
    assert list(mailbox.fetch([1])) == []


@pytest.mark.parametrize("garbage", [b"garbage\r\n", b"\r\n", b"TAG2 OK\r\n", b"* 1 FETCH (UID 1\n"])
def test_garbage_breaks_the_session(server: ScriptedServer, mailbox: ImapMailbox, garbage: bytes) -> None:
    server.script["UID FETCH"] = garbage
    with pytest.raises(RetryLater):
        list(mailbox.fetch([1]))


def test_a_bye_while_waiting_ends_the_session(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    """L2: a BYE in IDLE shows as one quiet line and then nothing for ever."""
    server.script["IDLE"] = b"+ idling\r\n* BYE shutting down\r\n"
    started = time.monotonic()
    with pytest.raises(RetryLater):
        mailbox.idle(30)
    assert time.monotonic() - started < 5


def test_news_in_the_packet_that_begins_the_waiting_is_not_missed(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    server.script["IDLE"] = b"+ idling\r\n* 4 EXISTS\r\nTAG OK done\r\n"
    mailbox.uids_above(0)
    assert mailbox.idle(5)


def test_a_server_that_offers_idle_and_declines_it_is_asked_from_time_to_time(
    server: ScriptedServer, mailbox: ImapMailbox
) -> None:
    server.script |= {"IDLE": b"TAG NO not today\r\n", "NOOP": b"* 4 EXISTS\r\nTAG OK done\r\n"}
    mailbox.uids_above(0)
    assert mailbox.idle(0.2)
    mailbox.uids_above(0)
    assert mailbox.idle(0.2)
    assert server.heard.count("IDLE") == 1


def test_still_here_is_no_news(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    server.script["IDLE"] = b"+ idling\r\n* OK Still here\r\nTAG OK done\r\n"
    mailbox.uids_above(0)
    assert not mailbox.idle(0.3)


def test_a_hundred_thousand_uids_over_imaplibs_limit_are_read(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    count = 300_000
    server.script["UID SEARCH"] = (
        b"* SEARCH " + b" ".join(b"%d" % uid for uid in range(1, count + 1)) + b"\r\nTAG OK done\r\n"
    )
    assert len(mailbox.uids_above(0)) == count


def test_a_range_that_names_the_last_mail_again_is_filtered(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    """L4: `100:*` in a folder whose last UID is 2 names 2."""
    server.script["UID SEARCH"] = b"* SEARCH 2\r\nTAG OK done\r\n"
    assert mailbox.uids_above(99) == []


def test_where_header_search_is_broken_the_headers_are_read(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    def search(arguments: bytes) -> bytes:
        return b"TAG NO [SERVERBUG] sorry\r\n" if b"HEADER" in arguments else b"* SEARCH 5 6\r\nTAG OK done\r\n"

    def fetch(arguments: bytes) -> bytes:
        blocks = {5: b"Message-ID: <a@x.example>\r\n\r\n", 6: b"Message-ID: <b@x.example>\r\n\r\n"}
        items = b"BODY[HEADER.FIELDS (MESSAGE-ID)]"
        lines = [b"* 1 FETCH (UID %d %s {%d}\r\n%s)\r\n" % (uid, items, len(raw), raw) for uid, raw in blocks.items()]
        return b"".join(lines) + b"TAG OK done\r\n"

    server.script |= {"UID SEARCH": search, "UID FETCH": fetch}
    assert mailbox.find_message_ids("Drafts", ["<b@x.example>", "<c@x.example>"]) == {
        "<b@x.example>": [6],
        "<c@x.example>": [],
    }


def test_keywords_are_not_sent_where_the_folder_would_drop_them(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    mailbox.add_keywords([1], ["$Triaged"])
    assert "UID STORE" not in server.heard


def test_a_folder_without_uidvalidity_says_zero(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    server.script["SELECT"] = b"* 0 EXISTS\r\nTAG OK [READ-WRITE]\r\n"
    state = mailbox.select("INBOX")
    assert (state.uidvalidity, state.uidnext) == (0, 0)


def test_a_refused_append_is_for_later(server: ScriptedServer, mailbox: ImapMailbox) -> None:
    server.script["APPEND"] = b"TAG NO [OVERQUOTA] full\r\n"
    with pytest.raises(RetryLater, match="OVERQUOTA"):
        mailbox.append_sent("Sent", b"Subject: x\r\n\r\n")


def test_an_exchange_that_is_not_connected_is_for_later(server: ScriptedServer) -> None:
    session = connect(server.account)
    server.script["SELECT"] = b"TAG BAD User is authenticated but not connected.\r\n"
    with pytest.raises(RetryLater):
        session.select("INBOX")


def test_stripped_starttls_lets_no_password_out(server: ScriptedServer) -> None:
    account = server.account
    stripped = type(account)(**{name: getattr(account, name) for name in account.__slots__} | {"security": "starttls"})
    with pytest.raises(OperatorError, match="STARTTLS"):
        connect(stripped)
    assert not [name for name in server.heard if re.match("LOGIN|AUTHENTICATE", name)]
