"""A shop's mailbox on real Dovecot, the App on real parts, and the worker as a process of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from imapclient import IMAPClient
from sqlalchemy import func, select

from tests.servers.dovecot import PASSWORD, Dovecot
from triage.app import App, build_app
from triage.loaders.settings import Settings, SmtpSettings
from triage.store.engine import reading
from triage.store.schema import drafts, ledger, messages, tickets

ROOT = Path(__file__).resolve().parents[2]


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
        return build_app(self.settings())

    def start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """A command of the product as a process; what it says goes to a file."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith("TRIAGE_")}
        with (self.home / f"{arguments[0]}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, str(ROOT / "run.py"), *arguments],
                env=environment | self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.home,
            )

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
            return int(conn.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())  # type: ignore[arg-type]

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


@pytest.fixture
def ended() -> Iterator[Callable[["subprocess.Popen[bytes]"], "subprocess.Popen[bytes]"]]:
    """Registers a process to be ended with the test, however the test ends."""
    started: list[subprocess.Popen[bytes]] = []

    def register(process: "subprocess.Popen[bytes]") -> "subprocess.Popen[bytes]":
        started.append(process)
        return process

    yield register
    for process in started:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.wait()


def eventually(what: Callable[[], bool], *, seconds: float = 30.0, every: float = 0.1) -> bool:
    """Whether it came true in time."""
    deadline = time.monotonic() + seconds
    while not what():
        if time.monotonic() > deadline:
            return False
        time.sleep(every)
    return True
