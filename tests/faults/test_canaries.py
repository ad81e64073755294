"""Secrets and people's words stand in no log line, no error and no file that they do not belong in."""

import io
import logging
import os
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.fakes.shop import NOON, Shop, a_mail, a_shop
from tests.servers.dovecot import PASSWORD, Dovecot, free_port
from triage import logs
from triage.errors import TriageError
from triage.loaders.settings import SmtpSettings
from triage.mail.imap import connect
from triage.mail.smtp import SmtpSender
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.reconcile import reconcile
from triage.usecases.retention import keep_in_time
from triage.worker import pause_after, unexpected

ROOT = Path(__file__).resolve().parents[2]
CANARY = "canary"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], str]:
    """Everything that was logged, on the screen and into the file, at the finest level that there is."""
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    logs.configure(tmp_path / "logs", json_lines=True, screen_level=logging.DEBUG)
    logging.getLogger("triage").setLevel(logging.DEBUG)
    return lambda: screen.getvalue() + "".join(path.read_text() for path in (tmp_path / "logs").iterdir())


def _mails() -> list[bytes]:
    words = {
        "text": "canarybody \x1b[31m came broken\nFrom canary",
        "sender": "Canary Name <canaryaddress@mail.example>",
        "extra": "X-Photo: canaryfile",
    }
    subjects = ("canary damaged", "canary poison", "canary \x00 missing", "canary " * 30_000)
    return [a_mail(number, subject=subject, **words) for number, subject in enumerate(subjects)]


@pytest.mark.row(61)
def test_no_log_line_holds_a_word_of_a_mail_whatever_the_mail_does(
    engine: Engine, tmp_path: Path, lines: Callable[[], str]
):
    shop = a_shop(engine, tmp_path, since=None)
    for raw in _mails():
        shop.server.deliver(raw, NOON)
    shop.server.cut("append_drafts", after=True)
    faults = _patiently(shop)
    reconcile(shop.app, shop.account, shop.reconnect())
    shop.later(days=400)
    keep_in_time(shop.app)
    said = lines()
    assert '"event": "mail"' in said
    assert CANARY not in (said + faults).casefold()


def _patiently(shop: Shop) -> str:
    """What the faults said that were met on the way."""
    said: list[str] = []
    for _ in range(3):
        try:
            poll(shop.app, shop.account, shop.mailbox)
            drain(shop.app, shop.account, shop.mailbox)
        except TriageError as fault:
            said.append(str(fault))
            shop.reconnect()
    return "".join(said)


@pytest.mark.row(61)
@pytest.mark.parametrize("auth", ["password", "oauth2"])
def test_a_refused_log_in_says_neither_password_nor_token(dovecot: Dovecot, lines: Callable[[], str], auth: str):
    account = replace(dovecot.account(), password="canarysecret", auth=auth)
    with pytest.raises(TriageError) as told:
        connect(account).close()
    words = "".join(traceback.format_exception(told.value)) + str(told.value) + repr(account) + lines()
    assert "canarysecret" not in words
    assert PASSWORD != "canarysecret"
    assert pause_after(told.value, 1) >= 1


@pytest.mark.row(61)
def test_a_refused_smtp_log_in_says_no_password(lines: Callable[[], str]):
    settings = SmtpSettings(host="127.0.0.1", port=free_port(), security="none", user="u", password="canarysecret")
    result = ""
    try:
        result = repr(SmtpSender(settings).send("a@shop.example", "b@mail.example", b"x", before_dot=lambda: None))
    except TriageError as fault:
        result = "".join(traceback.format_exception(fault))
    assert "canarysecret" not in result + repr(settings) + lines()


@pytest.mark.row(61)
@pytest.mark.parametrize("command", [("worker", "--once"), ("backup",)])
def test_the_program_prints_no_secret_when_the_world_is_broken(tmp_path: Path, command: tuple[str, ...]):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TRIAGE_")} | {
        "TRIAGE_STORE": "migems",
        "TRIAGE_IMAP_HOST": "127.0.0.1",
        "TRIAGE_IMAP_PORT": str(free_port()),
        "TRIAGE_IMAP_USER": "help@shop.example",
        "TRIAGE_IMAP_PASSWORD": "canarysecret",
        "TRIAGE_IMAP_SECURITY": "none",
        "TRIAGE_SECRET_KEY": "canarykey-canarykey-canarykey",
        "TRIAGE_DATABASE_URL": "postgresql://u:canarysecret@127.0.0.1:1/none",
        "TRIAGE_DATA_DIR": str(tmp_path),
    }
    ran = subprocess.run(
        [sys.executable, ROOT / "run.py", "--debug", *command], env=environment, capture_output=True, check=False
    )
    said = (ran.stdout + ran.stderr).decode()
    assert ran.returncode != 0
    assert CANARY not in said.casefold()


@pytest.mark.row(61)
def test_a_fault_of_our_own_is_told_by_its_kind_and_place_alone():
    with pytest.raises(ValueError, match="canary") as found:
        int("canary words of a customer")
    assert CANARY not in unexpected(found.value)
