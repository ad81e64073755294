"""A shop's mailbox on real Dovecot, the App on real parts, and the worker as a process of its own."""

import email
import email.policy
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from functools import lru_cache
from pathlib import Path

import pytest
from imapclient import IMAPClient
from sqlalchemy import func, select

from tests.e2e.letters import octets
from tests.servers.dovecot import PASSWORD, Dovecot
from triage.app import App, build_app
from triage.kit import Kit
from triage.loaders.kit import load_kit
from triage.loaders.settings import Settings, SmtpSettings
from triage.store.engine import reading
from triage.store.schema import drafts, ledger, messages, tickets

ROOT = Path(__file__).resolve().parents[2]


@lru_cache(maxsize=1)
def the_kit() -> Kit:
    """Packs, replies and the served classifier, loaded once for all tests."""
    return load_kit(ROOT)


@dataclass
class Shop:
    """One mailbox on a server, with a database of its own."""

    server: Dovecot
    user: str
    home: Path
    smtp: SmtpSettings | None = None

    @contextmanager
    def box(self) -> Iterator[IMAPClient]:
        """A session as any mail program has one."""
        client = IMAPClient("127.0.0.1", self.server.port, ssl=False, timeout=30)
        client.login(self.user, PASSWORD)
        yield client
        client.logout()

    def environment(self) -> dict[str, str]:
        """The settings as a shop would give them."""
        settings = {
            "TRIAGE_STORE": "mila_mvmt",
            "TRIAGE_IMAP_HOST": "127.0.0.1",
            "TRIAGE_IMAP_PORT": str(self.server.port),
            "TRIAGE_IMAP_USER": self.user,
            "TRIAGE_IMAP_PASSWORD": PASSWORD,
            "TRIAGE_IMAP_SECURITY": "none",
            "TRIAGE_FROM_ADDRESS": "support@shop.example",
            "TRIAGE_DATABASE_URL": f"sqlite:///{self.home}/triage.db",
            "TRIAGE_DATA_DIR": str(self.home),
            "TRIAGE_SINCE": "all",
            "TRIAGE_POLL_SECONDS": "2",
        }
        if self.smtp is not None:
            settings |= {
                "TRIAGE_SMTP_HOST": self.smtp.host,
                "TRIAGE_SMTP_PORT": str(self.smtp.port),
                "TRIAGE_SMTP_SECURITY": "none",
            }
        return settings

    def settings(self) -> Settings:
        """The same, read."""
        from triage.loaders.settings import load_settings

        return replace(load_settings(self.home, self.environment()), root=ROOT)

    def app(self) -> App:
        """The App in this process."""
        return replace(build_app(self.settings(), with_kit=False), kit=the_kit())

    def start(self, *arguments: str, crash: str = "") -> "subprocess.Popen[bytes]":
        """A command of the product as a process; what it says goes to a file. crash: the place where it dies."""
        with (self.home / f"{arguments[0]}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, str(ROOT / "run.py"), *arguments],
                env=self._process_environment() | ({"TRIAGE_CRASH": crash} if crash else {}),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.home,
            )

    def command(self, *arguments: str, stdin: str = "") -> str:
        """What a command prints that ends well."""
        ended = subprocess.run(
            [sys.executable, str(ROOT / "run.py"), *arguments],
            env=self._process_environment(),
            input=stdin,
            capture_output=True,
            text=True,
            cwd=self.home,
            timeout=100,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def _process_environment(self) -> dict[str, str]:
        return {key: value for key, value in os.environ.items() if not key.startswith("TRIAGE_")} | self.environment()

    def deliver(self, mail: EmailMessage, *, folder: str = "INBOX", hours_ago: float = 0.0) -> EmailMessage:
        """Lay a mail into a folder as of some hours ago; gives it back."""
        with self.box() as box:
            box.append(folder, octets(mail), msg_time=datetime.now(UTC) - timedelta(hours=hours_ago))
        return mail

    def mails(self, folder: str) -> dict[int, EmailMessage]:
        """What lies in a folder, by UID."""
        with self.box() as box:
            box.select_folder(folder, readonly=True)
            found = box.fetch(box.search("ALL"), ["BODY.PEEK[]"])
            return {
                uid: email.message_from_bytes(data[b"BODY[]"], policy=email.policy.default)
                for uid, data in sorted(found.items())
            }

    def answers_in(self, folder: str, mail: EmailMessage) -> list[EmailMessage]:
        """What lies in a folder as an answer to that mail."""
        return [one for one in self.mails(folder).values() if one["In-Reply-To"] == mail["Message-ID"]]

    def said(self, command: str) -> str:
        """What a command printed so far."""
        path = self.home / f"{command}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def drafts(self) -> list[str]:
        """In-Reply-To of every draft in the Drafts folder, sorted."""
        with self.box() as box:
            box.select_folder("Drafts", readonly=True)
            key = b"BODY[HEADER.FIELDS (IN-REPLY-TO)]"
            found = box.fetch(box.search("ALL"), ["BODY.PEEK[HEADER.FIELDS (IN-REPLY-TO)]"])
            return sorted(data[key].decode().partition(":")[2].strip() for data in found.values())


@dataclass(frozen=True)
class Counts:
    """What the database holds."""

    tickets: int
    messages: int
    drafts: int
    waiting: int


def counts(app: App) -> Counts:
    """Counted in one transaction."""
    with reading(app.engine) as conn:

        def count(table: object, *conditions: object) -> int:
            return int(conn.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())

        return Counts(
            tickets=count(tickets),
            messages=count(messages, messages.c.direction == "in"),
            drafts=count(drafts, drafts.c.state == "filed"),
            waiting=count(ledger, ledger.c.outcome == "landed"),
        )


@pytest.fixture
def shop(dovecot: Dovecot, tmp_path: Path) -> Shop:
    """A fresh mailbox and an empty data folder."""
    return Shop(server=dovecot, user=dovecot.add_user(), home=tmp_path)


@pytest.fixture(scope="module")
def module_home(server_home: Path) -> Path:
    """A folder for the data of a whole module."""
    return Path(tempfile.mkdtemp(dir=server_home))


Register = Callable[["subprocess.Popen[bytes]"], "subprocess.Popen[bytes]"]


@contextmanager
def ended_with() -> Iterator[Register]:
    """Registers processes and ends them afterwards, however that comes about."""
    started: list[subprocess.Popen[bytes]] = []

    def register(process: "subprocess.Popen[bytes]") -> "subprocess.Popen[bytes]":
        started.append(process)
        return process

    try:
        yield register
    finally:
        for process in started:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.wait()


@pytest.fixture
def ended() -> Iterator[Register]:
    """Registers a process to be ended with the test."""
    with ended_with() as register:
        yield register


def eventually(what: Callable[[], bool], *, seconds: float = 30.0, every: float = 0.1) -> bool:
    """Whether it came true in time."""
    deadline = time.monotonic() + seconds
    while not what():
        if time.monotonic() > deadline:
            return False
        time.sleep(every)
    return True
