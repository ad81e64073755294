"""The demo's servers, in a process of their own as the demo runs them."""

import json
import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.servers.dovecot import free_port
from triage.demo.servers import run_servers
from triage.loaders.settings import Account, SmtpSettings
from triage.mail.imap import connect
from triage.mail.outgoing import Outcome
from triage.mail.smtp import SmtpSender


@dataclass(frozen=True)
class Running:
    imap_port: int
    smtp_port: int
    folder: Path
    process: multiprocessing.process.BaseProcess


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("demo")
    imap_port, smtp_port, ready = free_port(), free_port(), folder / "ready.json"
    wishes = {"imap_port": imap_port, "smtp_port": smtp_port, "users": {"migems": "demo", "lakeside": "demo2"}}
    process = multiprocessing.get_context("spawn").Process(
        target=run_servers, kwargs={**wishes, "folder": folder / "sent", "ready": ready}
    )
    process.start()
    deadline = time.monotonic() + 20
    while not ready.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    told = json.loads(ready.read_text())
    yield Running(imap_port=told["imap_port"], smtp_port=told["smtp_port"], folder=folder / "sent", process=process)
    if process.is_alive() and process.pid is not None:
        os.kill(process.pid, signal.SIGTERM)
    process.join(10)


def an_account(servers: Running, user: str, password: str) -> Account:
    return Account(
        name=user, store=user, host="127.0.0.1", port=servers.imap_port, user=user, password=password, security="none"
    )


def test_each_user_has_folders_of_their_own(servers: Running) -> None:
    first, second = connect(an_account(servers, "migems", "demo")), connect(an_account(servers, "lakeside", "demo2"))
    first.append_sent("INBOX", b"Subject: hi\r\n\r\nhi\r\n")
    assert (first.select("INBOX").exists, second.select("INBOX").exists) == (1, 0)
    assert (first.drafts(), first.sent()) == ("Drafts", "Sent")
    first.close()
    second.close()


def test_sent_mail_is_kept_whole_in_files(servers: Running) -> None:
    sender = SmtpSender(SmtpSettings(host="127.0.0.1", port=servers.smtp_port, security="none"))
    for number in range(2):
        mail = b"Subject: reply %d\r\n\r\nhi\r\n" % number
        result = sender.send("shop@shop.example", "kim@mail.example", mail, before_dot=lambda: None)
        assert result.outcome is Outcome.ACCEPTED
    kept = sorted((servers.folder / "new").glob("*.eml"))
    assert [path.read_bytes() for path in kept] == [
        b"Subject: reply 0\r\n\r\nhi\r\n",
        b"Subject: reply 1\r\n\r\nhi\r\n",
    ]
    assert list((servers.folder / "tmp").iterdir()) == []


def test_a_signal_ends_the_process_in_good_order(servers: Running) -> None:
    assert servers.process.pid is not None
    os.kill(servers.process.pid, signal.SIGTERM)
    servers.process.join(10)
    assert servers.process.exitcode == 0
