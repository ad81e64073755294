"""A sign-on that rotates, revokes, stalls and lies: no mailbox is lost to it in silence, and no token is told."""

import base64
import io
import json
import logging
import os
import re
import signal
import socket
import stat
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.shop import a_shop
from tests.faults import forks
from tests.servers.dovecot import make_certificate
from tests.servers.identity import IdentityProvider, say
from tests.servers.scripted import ScriptedServer
from triage import logs
from triage.errors import OperatorError, RetryLater, TriageError
from triage.loaders.settings import Account, SmtpSettings
from triage.loaders.sign_on import SignOn
from triage.mail import sign_on as asking
from triage.mail.imap import connect
from triage.mail.mailbox import Throttled
from triage.mail.sign_on import RevokedError
from triage.mail.smtp import SmtpSender
from triage.mail.tokens import MARGIN_SECONDS, REFUSED_SECONDS, TokenRefusedError, Tokens
from triage.store import health
from triage.store.engine import open_engine, reading
from triage.store.migrate import upgrade
from triage.worker import LONGEST_PAUSE_SECONDS, Duties, pass_once, pause_after

pytestmark = pytest.mark.row(58)

WHERE = "mailbox 'shop'"


@dataclass
class Clock:
    """Seconds that pass when a test says so."""

    seconds: float = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    one = IdentityProvider()
    one.start()
    yield one
    one.stop()


@pytest.fixture
def imap(provider: IdentityProvider) -> Iterator[ScriptedServer]:
    """A mail server that opens to the tokens of the provider alone."""

    def judge(line: bytes) -> bytes:
        found = re.fullmatch(rb"user=u\x01auth=Bearer (\S+)\x01\x01", base64.b64decode(line))
        if found is not None and found[1].decode() in provider.good:
            return b"TAG OK welcome\r\n"
        return b"TAG NO [AUTHENTICATIONFAILED] no\r\n"

    server = ScriptedServer(script={"AUTHENTICATE": b"+ \r\n", "CONTINUED": judge})
    server.start()
    yield server
    server.stop()


def the_account(imap: ScriptedServer, sign_on: SignOn) -> Account:
    return replace(imap.account, password="", auth="oauth2", sign_on=sign_on)


def newest(sign_on: SignOn) -> str:
    (token,) = json.loads(sign_on.kept.read_text()).values()
    return str(token)


def test_a_mailbox_opens_with_a_token_and_no_password(provider, imap, tmp_path):
    connect(the_account(imap, provider.sign_on(tmp_path)), tokens=Tokens()).close()
    assert provider.asked == [
        {
            "grant_type": "refresh_token",
            "refresh_token": "canaryfirst",
            "client_id": "shop-bot",
            "client_secret": "canarysecret",
            "scope": "mail offline",
        }
    ]


def test_rotated_for_ninety_days_and_restarted_daily_the_mailbox_still_opens(provider, tmp_path, volume):
    clock, sign_on, days = Clock(), provider.sign_on(tmp_path), volume(90)
    for _ in range(days):
        tokens = Tokens(clock)
        tokens.access(sign_on, WHERE)
        clock.seconds += 86_400
        assert tokens.access(sign_on, WHERE) in provider.good
    assert len(provider.asked) == 2 * days
    assert provider.alive == {newest(sign_on)}


def test_the_newest_refresh_token_is_for_this_user_alone(provider, tmp_path):
    sign_on = provider.sign_on(tmp_path)
    Tokens().access(sign_on, WHERE)
    assert stat.S_IMODE(sign_on.kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(sign_on.kept.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("strict", [False, True], ids=["lenient", "strict"])
def test_killed_between_answer_and_store_only_what_the_provider_forces_is_lost(provider, tmp_path, strict):
    """A lenient provider keeps the old token until the new one is used; a strict one has killed it: told at once."""
    provider.strict, sign_on = strict, provider.sign_on(tmp_path)
    Tokens().access(sign_on, WHERE)
    before = newest(sign_on)
    died = forks.run(lambda: Tokens(answered=lambda: os.kill(os.getpid(), signal.SIGKILL)).access(sign_on, WHERE))
    assert (died, newest(sign_on)) == (-signal.SIGKILL, before)
    if strict:
        with pytest.raises(RevokedError, match="TRIAGE_OAUTH_REFRESH_TOKEN"):
            Tokens().access(sign_on, WHERE)
        return
    assert Tokens().access(sign_on, WHERE) in provider.good
    assert newest(sign_on) in provider.alive - {before}


@pytest.mark.parametrize(("moment", "strict"), [(1, False), (2, True)], ids=["half written", "renamed"])
def test_killed_while_it_is_stored_the_file_is_whole(provider, tmp_path, monkeypatch, moment, strict):
    provider.strict, sign_on, calls = strict, provider.sign_on(tmp_path), []
    Tokens().access(sign_on, WHERE)

    def dying(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(os, "fsync", dying)
    assert forks.run(lambda: Tokens().access(sign_on, WHERE)) == -signal.SIGKILL
    monkeypatch.undo()
    assert Tokens().access(sign_on, WHERE) in provider.good
    assert newest(sign_on) in provider.alive
    assert sorted(path.name for path in sign_on.kept.parent.iterdir()) == ["shop.json", "shop.lock"]


def test_the_new_refresh_token_is_kept_before_its_access_token_is_used(provider, imap, tmp_path):
    sign_on, seen = provider.sign_on(tmp_path), []
    imap.script["AUTHENTICATE"] = lambda _: seen.append(newest(sign_on)) or b"+ \r\n"
    connect(the_account(imap, sign_on), tokens=Tokens()).close()
    assert seen == ["canaryrefresh1"]


def test_a_disk_that_takes_no_token_for_a_while_costs_no_mailbox(provider, tmp_path, monkeypatch):
    sign_on, tokens, real = provider.sign_on(tmp_path), Tokens(), os.fsync

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    for _ in range(3):
        with pytest.raises(RetryLater, match="make room"):
            tokens.access(sign_on, WHERE)
    assert len(provider.asked) == 1
    monkeypatch.setattr(os, "fsync", real)
    assert tokens.access(sign_on, WHERE) in provider.good
    assert newest(sign_on) in provider.alive


def test_a_fresh_token_in_the_settings_wins_over_the_kept_one(provider, tmp_path):
    old = provider.sign_on(tmp_path)
    Tokens().access(old, WHERE)
    provider.alive = {"canaryagain"}
    fresh = replace(old, refresh_token="canaryagain")
    assert Tokens().access(fresh, WHERE) in provider.good
    assert Tokens().access(fresh, WHERE) in provider.good
    assert [form["refresh_token"] for form in provider.asked] == ["canaryfirst", "canaryagain", "canaryrefresh2"]


def test_a_damaged_file_leaves_the_token_of_the_settings(provider, tmp_path):
    provider.rotates, sign_on = False, provider.sign_on(tmp_path)
    sign_on.kept.parent.mkdir()
    sign_on.kept.write_bytes(b"[" * 9_000)
    assert Tokens().access(sign_on, WHERE) in provider.good


def test_a_dead_refresh_token_is_told_at_once_and_shown_once_an_hour(provider, imap, tmp_path):
    clock, account = Clock(), the_account(imap, provider.sign_on(tmp_path))
    tokens = Tokens(clock)
    provider.alive.clear()
    for _ in range(11):  # a worker comes back every five minutes
        with pytest.raises(RevokedError) as told:
            connect(account, tokens=tokens)
        assert pause_after(told.value, 1) == LONGEST_PAUSE_SECONDS
        clock.seconds += LONGEST_PAUSE_SECONDS
    assert len(provider.asked) == 1
    assert "\n" not in str(told.value)
    clock.seconds += REFUSED_SECONDS
    provider.alive.add("canaryfirst")
    connect(account, tokens=tokens).close()


def test_a_dead_refresh_token_makes_the_mailbox_broken_in_the_console(provider, imap, tmp_path, capsys):
    engine = open_engine(f"sqlite:///{tmp_path}/triage.db")
    upgrade(engine)
    shop = a_shop(engine, tmp_path, since=None)
    account = replace(the_account(imap, provider.sign_on(tmp_path)), name=shop.account.name)
    provider.alive.clear()
    app = replace(
        shop.app,
        settings=replace(shop.app.settings, accounts=(account,)),
        connect=lambda one: connect(one, tokens=Tokens()),
    )
    assert pass_once(app, Duties()) == 1
    with reading(engine) as conn:
        said = health.get(conn, account.name)
    assert said is not None
    assert said.state == "broken"
    assert "sign in at your provider again" in said.detail
    assert "canary" not in said.detail + capsys.readouterr().err
    engine.dispose()


def test_a_refused_access_token_is_renewed_once(provider, imap, tmp_path):
    account, tokens = the_account(imap, provider.sign_on(tmp_path)), Tokens()
    connect(account, tokens=tokens).close()
    provider.good.clear()
    connect(account, tokens=tokens).close()
    assert len(provider.asked) == 2
    imap.script["CONTINUED"] = b"TAG NO [AUTHENTICATIONFAILED] no\r\n"
    with pytest.raises(TokenRefusedError, match="TRIAGE_OAUTH_SCOPE"):
        connect(account, tokens=tokens)
    assert len(provider.asked) == 3


@pytest.mark.parametrize("expires_in", [0, -5, "0"])
def test_a_token_that_is_said_to_be_over_is_used_for_one_log_in(provider, imap, tmp_path, expires_in):
    provider.expires_in = expires_in
    account, tokens = the_account(imap, provider.sign_on(tmp_path)), Tokens(Clock())
    for times in (1, 2):
        connect(account, tokens=tokens).close()
        assert len(provider.asked) == times


@pytest.mark.parametrize(
    ("expires_in", "life"),
    [
        (3600, 3600), ("3600", 3600), (60, 60), (10**400, 600), (10**12, 86_400), (float("inf"), 86_400),
        (float("nan"), 600), ("soon", 600), (None, 600), (True, 600), ([], 600),
    ],
)  # fmt: skip
def test_a_token_is_renewed_shortly_before_its_end_whatever_clock_the_provider_has(
    provider, tmp_path, expires_in, life
):
    provider.expires_in, clock, sign_on = expires_in, Clock(), provider.sign_on(tmp_path)
    tokens = Tokens(clock)
    first = tokens.access(sign_on, WHERE)
    clock.seconds += life - min(MARGIN_SECONDS, life / 5) - 1
    assert tokens.access(sign_on, WHERE) == first
    clock.seconds += 2
    assert tokens.access(sign_on, WHERE) != first


def drip(handler: Any) -> None:
    """A byte now and then, for ever."""
    try:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            handler.wfile.write(b" ")
            time.sleep(0.02)
    except OSError:
        return


SICK: dict[str, Callable[[Any], None]] = {
    "500": lambda one: say(one, 500, b'{"error": "invalid_grant"}'),
    "503": lambda one: say(one, 503, b"", Retry_After="77"),
    "429": lambda one: say(one, 429, b"", Retry_After="77"),
    "silent": lambda one: time.sleep(0.5),
    "drip": drip,
    "huge": lambda one: say(one, 200, b'{"access_token": "x"' + b" " * 4_000_000 + b"}"),
    "no json": lambda one: say(one, 200, b"<html>be back soon"),
    "deep json": lambda one: say(one, 200, b"[" * 60_000),
    "list": lambda one: say(one, 200, b'["access_token"]'),
    "cut": lambda one: say(one, 200, b'{"access_token": "x"', Content_Length="999"),
    "no token": lambda one: say(one, 200, b"{}"),
    "evil token": lambda one: say(one, 200, b'{"access_token": "a\\u0001\\r\\nb"}'),
    "number": lambda one: say(one, 200, b'{"access_token": 7}'),
    "not a bearer": lambda one: say(one, 200, b'{"access_token": "x", "token_type": "mac"}'),
    "busy": lambda one: say(one, 400, b'{"error": "temporarily_unavailable"}'),
    "not http": lambda one: one.wfile.write(b"220 hello\r\n"),
    "nothing": lambda one: None,
}


@pytest.mark.parametrize("fault", SICK)
def test_a_sick_provider_is_for_later_and_costs_nothing(provider, tmp_path, monkeypatch, fault):
    monkeypatch.setattr(asking, "READ_SECONDS", 0.15)
    monkeypatch.setattr(asking, "WHOLE_SECONDS", 0.3)
    sign_on, tokens, clock = provider.sign_on(tmp_path), Tokens(), Clock()
    tokens = Tokens(clock)
    tokens.access(sign_on, WHERE)
    before, provider.fault = newest(sign_on), SICK[fault]
    clock.seconds += 4_000
    started = time.monotonic()
    with pytest.raises(RetryLater) as told:
        tokens.access(sign_on, WHERE)
    assert time.monotonic() - started < 2
    assert not isinstance(told.value, Throttled) or told.value.wait_seconds == 77
    assert newest(sign_on) == before
    provider.fault = None
    assert tokens.access(sign_on, WHERE) in provider.good


@pytest.mark.parametrize(
    ("status", "octets", "words"),
    [
        (401, b'{"error": "invalid_client"}', "TRIAGE_OAUTH_CLIENT_SECRET"),
        (400, b'{"error": "invalid_scope"}', "TRIAGE_OAUTH_SCOPE"),
        (400, b'{"error": "canary\\n"}', "TRIAGE_OAUTH_TOKEN_URL"),
        (404, b"<html>canary", "TRIAGE_OAUTH_TOKEN_URL"),
        (302, b"", "TRIAGE_OAUTH_TOKEN_URL"),
    ],
)
def test_a_wrong_setting_is_named(provider, tmp_path, status, octets, words):
    provider.fault = lambda one: say(one, status, octets, Location="http://127.0.0.1:1/elsewhere")
    with pytest.raises(OperatorError, match=words) as told:
        Tokens().access(provider.sign_on(tmp_path), WHERE)
    assert "canary" not in str(told.value)
    assert "\n" not in str(told.value)


def test_nobody_listening_is_for_later(provider, tmp_path):
    with pytest.raises(RetryLater, match="could not be asked"):
        Tokens().access(provider.sign_on(tmp_path, token_url="http://127.0.0.1:1/token"), WHERE)


def test_proxies_of_the_environment_are_not_asked(provider, tmp_path, monkeypatch):
    for name in ("http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert Tokens().access(provider.sign_on(tmp_path), WHERE) in provider.good


def test_secrets_do_not_travel_in_plain_text(provider, tmp_path):
    with pytest.raises(OperatorError, match="https"):
        Tokens().access(provider.sign_on(tmp_path, token_url="http://login.example/token"), WHERE)


@pytest.fixture
def certified(tmp_path: Path) -> Iterator[IdentityProvider]:
    """A provider over TLS, with a certificate of its own."""
    make_certificate(tmp_path)
    one = IdentityProvider()
    one.start(tmp_path)
    yield one
    one.stop()


def test_only_a_provider_whose_certificate_is_vouched_for_gets_secrets(certified, tmp_path, monkeypatch):
    sign_on = certified.sign_on(tmp_path)
    with pytest.raises(OperatorError, match="certificate"):
        Tokens().access(sign_on, WHERE)
    assert certified.asked == []
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "server.pem"))
    assert Tokens().access(sign_on, WHERE) in certified.good


def test_without_a_refresh_token_the_program_asks_in_its_own_name(provider, imap, tmp_path):
    sign_on = provider.sign_on(tmp_path, refresh_token="", scope="https://mail.example/.default")
    connect(the_account(imap, sign_on), tokens=Tokens()).close()
    assert provider.asked == [
        {
            "grant_type": "client_credentials",
            "client_id": "shop-bot",
            "client_secret": "canarysecret",
            "scope": "https://mail.example/.default",
        }
    ]
    assert not sign_on.kept.parent.exists()


def test_two_programs_and_many_threads_never_show_a_spent_token(provider, tmp_path):
    provider.expires_in, sign_on = 0, provider.sign_on(tmp_path)
    children = [forks.start(lambda: [Tokens().access(sign_on, WHERE) for _ in range(5)] and None) for _ in range(2)]
    tokens, faults = Tokens(), []

    def renew() -> None:
        try:
            tokens.access(sign_on, WHERE)
        except TriageError as fault:
            faults.append(fault)

    threads = [threading.Thread(target=renew) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [forks.ended(child) for child in children] == [0, 0]
    assert faults == []
    assert len(provider.asked) == 15
    assert provider.alive == {newest(sign_on)}


def test_no_error_and_no_log_line_holds_a_token(provider, imap, tmp_path, monkeypatch):
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    logs.configure(tmp_path / "logs", json_lines=True, screen_level=logging.DEBUG)
    logging.getLogger("triage").setLevel(logging.DEBUG)
    account, tokens = the_account(imap, provider.sign_on(tmp_path)), Tokens()
    said = [repr(account), tokens.in_words(provider.sign_on(tmp_path), WHERE)]
    imap.script["CONTINUED"] = b"TAG NO [AUTHENTICATIONFAILED] no\r\n"
    for fault in (None, *SICK.values()):
        provider.fault = fault if fault not in (SICK["silent"], SICK["drip"]) else None
        with pytest.raises(TriageError) as told:
            connect(account, tokens=Tokens())
        said += traceback.format_exception(told.value)
    provider.fault = None
    provider.alive.clear()
    with pytest.raises(RevokedError) as told:
        connect(account, tokens=Tokens())
    said += traceback.format_exception(told.value)
    words = "".join(said) + screen.getvalue() + "".join(path.read_text() for path in (tmp_path / "logs").iterdir())
    assert "canary" not in words


@dataclass
class Post:
    """What a mail server heard at its log-in."""

    port: int
    heard: list[str]


@pytest.fixture
def post(provider: IdentityProvider) -> Iterator[Post]:
    """A mail server that knows XOAUTH2 alone."""
    listener, found = socket.create_server(("127.0.0.1", 0)), Post(0, [])
    found.port = listener.getsockname()[1]

    def talk(end: socket.socket) -> None:
        with end, end.makefile("rb") as lines:
            end.sendall(b"220 hello\r\n")
            for line in lines:
                words = line.decode().strip()
                if words.upper().startswith("EHLO"):
                    end.sendall(b"250-localhost\r\n250 AUTH LOGIN XOAUTH2\r\n")
                elif words.startswith("AUTH XOAUTH2 "):
                    found.heard.append(base64.b64decode(words.split()[2]).decode())
                    token = found.heard[-1].partition("Bearer ")[2].strip("\x01")
                    end.sendall(b"235 in\r\n" if token in provider.good else b"334 eyJzdGF0dXMiOiI0MDEifQ==\r\n")
                elif words == "":
                    end.sendall(b"535 5.7.8 no\r\n")
                else:
                    end.sendall(b"221 bye\r\n")
                    return

    def accept() -> None:
        while True:
            try:
                end, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=talk, args=(end,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield found
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()


def test_sending_logs_in_with_the_same_token_and_renews_it_once(provider, post, tmp_path):
    sign_on, tokens = provider.sign_on(tmp_path), Tokens()
    way = SmtpSettings(host="127.0.0.1", port=post.port, security="none", user="u@shop.example", sign_on=sign_on)
    assert tokens.access(sign_on, WHERE) == "canaryaccess1"
    SmtpSender(way, tokens=tokens).check()
    provider.good.clear()
    SmtpSender(way, tokens=tokens).check()
    users = [f"user=u@shop.example\x01auth=Bearer canaryaccess{number}\x01\x01" for number in (1, 1, 2)]
    assert post.heard == users


def test_sending_waits_when_the_provider_is_sick_and_says_when_a_person_must_act(provider, post, tmp_path):
    sign_on = provider.sign_on(tmp_path)
    way = SmtpSettings(host="127.0.0.1", port=post.port, security="none", user="u", sign_on=sign_on)
    sender = SmtpSender(way, tokens=Tokens())
    provider.fault = SICK["500"]
    result = sender.send("a@shop.example", "b@mail.example", b"x", before_dot=lambda: None)
    assert (result.outcome, result.phase) == ("retry", "connect")
    provider.fault = None
    provider.alive.clear()
    with pytest.raises(RevokedError):
        sender.send("a@shop.example", "b@mail.example", b"x", before_dot=lambda: None)


def test_the_state_of_a_sign_on_is_told_without_its_tokens(provider, tmp_path: Path):
    sign_on, tokens = provider.sign_on(tmp_path), Tokens()
    assert re.search(
        r"58 minutes; the newest refresh token is kept in shop\.json, since 2", tokens.in_words(sign_on, "")
    )
    sign_on.kept.chmod(0o644)
    with pytest.raises(OperatorError, match="chmod 600"):
        tokens.in_words(sign_on, WHERE)
