"""Connections that break at any byte, fall silent or trickle: `RetryLater`, never a hang, never a wrong mail."""

import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.mail.test_mailbox_contract import a_mail
from tests.servers.dovecot import Dovecot, make_certificate
from tests.servers.proxy import FaultProxy
from triage.errors import OperatorError, RetryLater
from triage.loaders.settings import Account
from triage.mail.imap import connect
from triage.mail.patience import PATIENCE, Patience

MAILS = [a_mail(1), a_mail(2, "b" * 300)]


@pytest.fixture
def proxy(dovecot: Dovecot) -> Iterator[FaultProxy]:
    made = FaultProxy(target=dovecot.port)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def account(dovecot: Dovecot) -> Account:
    plain = dovecot.account()
    mailbox = connect(plain)
    mailbox.append_drafts("Drafts", MAILS)
    mailbox.close()
    return plain


def session(account: Account, patience: Patience = PATIENCE) -> list[bytes | None]:
    """Everything a round asks, once; the mails it saw."""
    mailbox = connect(account, patience)
    try:
        mailbox.drafts()
        mailbox.select("Drafts")
        uids = mailbox.uids_above(0)
        mailbox.envelopes(uids)
        mails = [mail.raw for mail in mailbox.fetch(uids)]
        mailbox.find_message_ids("Drafts", ["<m1@mail.example>"])
        mailbox.add_keywords(uids, ["$Triaged"])
        mailbox.idle(0.0)
        return mails
    finally:
        mailbox.close()


def test_a_cut_at_any_byte_is_for_later_and_shows_no_wrong_mail(account: Account, proxy: FaultProxy) -> None:
    through = replace(account, port=proxy.port)
    assert session(through) == MAILS
    whole = proxy.told
    outcomes = set()
    for proxy.cut_at in range(0, whole - 60, 4):
        try:
            assert session(through) == MAILS
            outcomes.add("whole")
        except RetryLater:
            outcomes.add("later")
    assert "later" in outcomes
    assert whole > 1000


def test_a_trickle_of_single_bytes_is_read_like_any_other(account: Account, proxy: FaultProxy) -> None:
    proxy.segment = 1
    assert session(replace(account, port=proxy.port)) == MAILS


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9])
def test_silence_in_the_middle_ends_with_the_read_limit(account: Account, proxy: FaultProxy, share: float) -> None:
    through = replace(account, port=proxy.port)
    assert session(through) == MAILS
    proxy.cut_at, proxy.stall = int(proxy.told * share), True
    started = time.monotonic()
    with pytest.raises(RetryLater, match="timed out"):
        session(through, PATIENCE.shortened(50))
    assert time.monotonic() - started < 5


def test_silence_instead_of_a_greeting_ends_with_the_connect_limit(account: Account, proxy: FaultProxy) -> None:
    proxy.cut_at, proxy.stall = 0, True
    with pytest.raises(RetryLater, match="no answer"):
        connect(replace(account, port=proxy.port), Patience(connect=0.5))


def test_silence_while_waiting_is_noticed_long_before_the_waiting_ends(account: Account, proxy: FaultProxy) -> None:
    mailbox = connect(replace(account, port=proxy.port), PATIENCE.shortened(50))
    mailbox.select("INBOX")
    mailbox.uids_above(0)
    proxy.cut_at, proxy.stall = proxy.told + 20, True
    with pytest.raises(RetryLater):
        mailbox.idle(30.0)


def test_a_lost_answer_to_an_append_leaves_the_mail_to_be_found(account: Account, proxy: FaultProxy) -> None:
    """L5: the OK is lost, the mail is stored; a search by our own id tells."""
    mailbox = connect(replace(account, port=proxy.port))
    mailbox.select("Drafts")
    proxy.cut_at = proxy.told + 5
    with pytest.raises(RetryLater):
        mailbox.append_drafts("Drafts", [a_mail(77)])
    again = connect(account)
    assert len(again.find_message_ids("Drafts", ["<m77@mail.example>"])["<m77@mail.example>"]) == 1
    again.close()


def test_over_tls_a_trickle_is_read_and_a_silence_is_noticed(
    account: Account, dovecot: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "server.pem", tmp_path / "server.key")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "server.pem"))
    secure = FaultProxy(target=dovecot.port, tls=context, segment=1)
    secure.start()
    through = replace(account, port=secure.port, security="tls")
    assert session(through) == MAILS
    secure.segment = 65_536
    mailbox = connect(through, PATIENCE.shortened(50))
    mailbox.select("Drafts")
    secure.black_hole()
    with pytest.raises(RetryLater, match="timed out"):
        mailbox.uids_above(0)
    secure.stop()


def test_a_connection_that_is_reset_while_waiting_is_noticed_at_once(account: Account, proxy: FaultProxy) -> None:
    mailbox = connect(replace(account, port=proxy.port))
    mailbox.select("Drafts")
    mailbox.uids_above(0)
    threading.Timer(0.2, proxy.reset).start()
    started = time.monotonic()
    with pytest.raises(RetryLater, match="broke"):
        mailbox.idle(30)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("way", ["up", "down"])
def test_a_cut_right_after_some_words_is_for_later(account: Account, proxy: FaultProxy, way: str) -> None:
    mailbox = connect(replace(account, port=proxy.port))
    mailbox.select("Drafts")
    getattr(proxy, way).cut_after = b"SEARCH"
    with pytest.raises(RetryLater, match="SEARCH"):
        mailbox.uids_above(0)


def test_a_slow_line_is_waited_for(account: Account, proxy: FaultProxy) -> None:
    proxy.down.delay = proxy.up.delay = 0.02
    assert session(replace(account, port=proxy.port)) == MAILS


def test_another_server_takes_over_with_the_next_connection(
    account: Account, proxy: FaultProxy, bare_dovecot: Dovecot
) -> None:
    through = replace(account, port=proxy.port)
    first = connect(through)
    proxy.target = bare_dovecot.port
    second = connect(through)
    assert (first.select("Drafts").exists, second.select("INBOX").exists) == (2, 0)
    first.close()
    second.close()


def test_no_log_in_answer_is_taken_for_a_wrong_password(account: Account, proxy: FaultProxy) -> None:
    through = replace(account, port=proxy.port)
    connect(through).close()
    greeting = 150
    for proxy.cut_at in range(greeting, greeting + 200, 10):
        with pytest.raises(RetryLater) as caught:
            connect(through)
        assert not isinstance(caught.value, OperatorError)
