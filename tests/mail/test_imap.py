"""What only a real IMAP server shows: log-in, TLS, folders, dead connections."""

import dataclasses
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from imapclient import IMAPClient

from tests.mail.test_mailbox_contract import DAY, World, a_mail, imap_world
from tests.servers.dovecot import OTHER_PASSWORDS, Dovecot, free_port
from triage.errors import OperatorError, RetryLater
from triage.mail.imap import connect


def raw_client(server: Dovecot, user: str) -> IMAPClient:
    client = IMAPClient("127.0.0.1", server.port, ssl=False, timeout=10)
    client.login(user, "secret")
    return client


@pytest.fixture
def home(dovecot: Dovecot) -> World:
    return imap_world("dovecot", dovecot.account())


def test_a_wrong_password_names_the_settings(dovecot: Dovecot) -> None:
    with pytest.raises(OperatorError, match="TRIAGE_IMAP_PASSWORD") as caught:
        connect(dovecot.account(password="wrong"))
    assert "wrong" not in str(caught.value)


@pytest.mark.parametrize(("user", "password"), OTHER_PASSWORDS.items())
def test_users_and_passwords_may_be_any_words(dovecot: Dovecot, user: str, password: str) -> None:
    mailbox = connect(dovecot.account(user=user, password=password))
    assert mailbox.select("INBOX").exists == 0
    mailbox.close()


def test_a_closed_port_is_for_later(dovecot: Dovecot) -> None:
    with pytest.raises(RetryLater, match="refused"):
        connect(dovecot.account(port=free_port()))


def test_an_unknown_host_is_for_later(dovecot: Dovecot) -> None:
    with pytest.raises(RetryLater, match="not known"):
        connect(dovecot.account(host="nowhere.invalid", security="tls"))


def test_plain_text_to_another_machine_is_refused(dovecot: Dovecot) -> None:
    with pytest.raises(OperatorError, match="unencrypted"):
        connect(dovecot.account(host="mail.shop.example"))


def test_an_unknown_kind_of_security_is_refused(dovecot: Dovecot) -> None:
    with pytest.raises(OperatorError, match="TRIAGE_IMAP_SECURITY"):
        connect(dovecot.account(security="ssl"))


def test_a_refused_access_token_says_so(dovecot: Dovecot) -> None:
    with pytest.raises((OperatorError, RetryLater)) as caught:
        connect(dovecot.account(auth="oauth2"))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_trusted_certificate_lets_us_in(tls_dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch, security: str) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tls_dovecot.ca_file))
    port = tls_dovecot.tls_port if security == "tls" else tls_dovecot.port
    mailbox = connect(tls_dovecot.account(security=security, port=port))
    mailbox.append_drafts(mailbox.drafts(), [a_mail()])
    mailbox.select(mailbox.drafts())
    assert [mail.raw for mail in mailbox.fetch(mailbox.uids_above(0))] == [a_mail()]
    mailbox.close()


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_that_nobody_vouches_for_is_refused(tls_dovecot: Dovecot, security: str) -> None:
    port = tls_dovecot.tls_port if security == "tls" else tls_dovecot.port
    with pytest.raises(OperatorError, match="certificate"):
        connect(tls_dovecot.account(security=security, port=port))


def test_tls_on_a_plain_port_names_the_setting(dovecot: Dovecot) -> None:
    with pytest.raises(OperatorError, match="TRIAGE_IMAP_SECURITY"):
        connect(dovecot.account(security="tls"))


def test_a_server_without_starttls_is_refused(dovecot: Dovecot) -> None:
    with pytest.raises(OperatorError, match="STARTTLS"):
        connect(dovecot.account(security="starttls"))


def test_waiting_over_tls_ends_when_a_mail_comes(tls_dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tls_dovecot.ca_file))
    plain = tls_dovecot.account()
    secure = dataclasses.replace(plain, security="tls", port=tls_dovecot.tls_port)
    mailbox = connect(secure)
    mailbox.select("INBOX")
    mailbox.uids_above(0)
    threading.Timer(0.2, imap_world("dovecot", plain).deliver, ("INBOX", a_mail(), DAY)).start()
    assert mailbox.idle(20)
    mailbox.close()


def test_drafts_is_found_by_special_use(dovecot: Dovecot) -> None:
    mailbox = connect(dovecot.account())
    assert (mailbox.drafts(), mailbox.sent()) == ("Drafts", "Sent")
    mailbox.close()


def test_a_german_drafts_folder_is_found_by_its_name(bare_dovecot: Dovecot) -> None:
    account = bare_dovecot.account()
    with raw_client(bare_dovecot, account.user) as client:
        client.create_folder("Entwürfe")
    mailbox = connect(account)
    assert mailbox.drafts() == "Entwürfe"
    assert mailbox.append_drafts("Entwürfe", [a_mail()])[0].uid == 1
    mailbox.close()


def test_a_missing_drafts_folder_is_created_and_subscribed(bare_dovecot: Dovecot) -> None:
    account = bare_dovecot.account()
    mailbox = connect(account)
    assert mailbox.drafts() == "Drafts"
    with raw_client(bare_dovecot, account.user) as client:
        assert "Drafts" in {name for _, _, name in client.list_sub_folders()}
    mailbox.close()


def test_a_configured_drafts_folder_is_created_when_it_is_missing(dovecot: Dovecot) -> None:
    mailbox = connect(dovecot.account(drafts="Für Mia & Co"))
    name = mailbox.drafts()
    assert name == "Für Mia & Co"
    assert mailbox.select(name).exists == 0
    mailbox.close()


def test_a_configured_sent_folder_that_is_missing_is_an_error(dovecot: Dovecot) -> None:
    mailbox = connect(dovecot.account(sent="Nowhere"))
    with pytest.raises(OperatorError, match="TRIAGE_IMAP_SENT"):
        mailbox.sent()
    mailbox.close()


def test_no_sent_folder_is_no_error(bare_dovecot: Dovecot) -> None:
    mailbox = connect(bare_dovecot.account())
    assert mailbox.sent() is None
    mailbox.close()


def test_a_foreign_mail_marked_as_deleted_survives_the_removal_of_ours(dovecot: Dovecot) -> None:
    account = dovecot.account()
    mailbox = connect(account)
    folder = mailbox.drafts()
    places = mailbox.append_drafts(folder, [a_mail(number) for number in range(3)])
    with raw_client(dovecot, account.user) as client:
        client.select_folder(folder)
        client.delete_messages([places[0].uid])
    assert places[1].uid is not None
    assert mailbox.remove(folder, places[1].uid)
    mailbox.select(folder)
    assert mailbox.uids_above(0) == [places[0].uid, places[2].uid]
    mailbox.close()


def test_mail_expunged_while_it_is_fetched_has_vanished(home: World) -> None:
    """L3: Dovecot answers `BODY[] NIL`, or leaves the mail out, when another session took it away."""
    for number in range(4):
        home.deliver("INBOX", a_mail(number), DAY)
    mailbox = home.connect()
    mailbox.select("INBOX")
    uids = mailbox.uids_above(0)
    home.expunge("INBOX", uids[1])
    fetched = {mail.uid: mail.raw is None for mail in mailbox.fetch(uids)}
    assert fetched == {uid: uid == uids[1] for uid in uids}
    mailbox.close()


def test_a_mail_of_25_megabytes_comes_whole(home: World) -> None:
    raw = a_mail(1, "x" * 70 + "\r\n" * 1) + b"0123456789abcdef0123456789abcdef\r\n" * 780_000
    mailbox = home.connect()
    mailbox.append_drafts("Drafts", [raw])
    mailbox.select("Drafts")
    assert [mail.raw == raw for mail in mailbox.fetch(mailbox.uids_above(0))] == [True]
    mailbox.close()


def test_being_kicked_while_waiting_is_noticed_at_once(dovecot: Dovecot) -> None:
    account = dovecot.account()
    mailbox = connect(account)
    mailbox.select("INBOX")
    mailbox.uids_above(0)
    threading.Timer(0.3, dovecot.kill, (account.user,)).start()
    started = time.monotonic()
    with pytest.raises(RetryLater):
        mailbox.idle(30)
    assert time.monotonic() - started < 5
    with pytest.raises(RetryLater, match="closed"):
        mailbox.uids_above(0)


@pytest.fixture
def own_dovecot(dovecot: Dovecot, tmp_path_factory: pytest.TempPathFactory, server_home: Path) -> Iterator[Dovecot]:
    """A server for one test that breaks it."""
    server = Dovecot(home=server_home / f"own-{time.monotonic_ns()}")
    server.prepare()
    server.start()
    yield server
    server.kill()


def test_a_killed_server_breaks_the_session_and_a_new_one_finds_everything(own_dovecot: Dovecot) -> None:
    account = own_dovecot.account()
    mailbox = connect(account)
    (place,) = mailbox.append_drafts(mailbox.drafts(), [a_mail()])
    before = mailbox.select(mailbox.drafts())
    own_dovecot.kill()
    with pytest.raises(RetryLater):
        mailbox.uids_above(0)
    own_dovecot.start()
    again = connect(account)
    assert again.select(again.drafts()).uidvalidity == before.uidvalidity
    assert again.uids_above(0) == [place.uid]
    again.close()


def test_errors_carry_no_traceback_of_words(dovecot: Dovecot) -> None:
    with pytest.raises(OperatorError) as caught:
        connect(dovecot.account(password="wrong"))
    assert str(caught.value).count("\n") == 0
