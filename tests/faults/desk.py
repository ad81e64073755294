"""A shop with many approved replies and a real SMTP client, for campaigns against its way out."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.shop import Shop, a_mail, a_shop
from tests.servers.faulty_smtp import FaultySmtp
from triage.loaders.caps import Caps
from triage.loaders.settings import SmtpSettings
from triage.mail import smtp
from triage.mail.outgoing import SendResult
from triage.store import effects
from triage.store.engine import open_engine, reading
from triage.store.migrate import upgrade
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.send import approve

NO_CAPS = Caps(per_recipient_hour=99_999, per_hour=99_999, per_minute=99_999)
STALL_SECONDS = 0.12


@contextmanager
def on_memory(name: str = "sending") -> Iterator[tuple[str, Path]]:
    """Address of a database with all tables and a folder, on memory where there is some: disks may be slow."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix=f"triage-{name}-", dir=memory if memory.is_dir() else None))
    engine = open_engine(f"sqlite:///{folder}/triage.db")
    upgrade(engine)
    engine.dispose()
    try:
        yield f"sqlite:///{folder}/triage.db", folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Desk:
    """A shop, agents who approve everything, and a worker that drains."""

    shop: Shop
    first: int = 0

    def mails(self, count: int, **kind: str) -> None:
        """So many customers write, and their mails become tickets with drafts."""
        for number in range(self.first, self.first + count):
            mail = a_mail(number, sender=f"C{number} <c{number}@mail.example>", **kind)
            self.shop.server.deliver(mail, self.shop.clock[0])
        self.first += count
        poll(self.shop.app, self.shop.account, self.shop.mailbox)

    def approve_all(self) -> None:
        """An agent approves every draft that lies ready."""
        names = {row["id"]: row["public_id"] for row in self.shop.rows("tickets")}
        for row in self.shop.rows("drafts"):
            if row["state"] in ("planned", "filed"):
                self.approve(names[row["ticket_id"]], row)

    def approve(self, public_id: str, row: dict[str, Any], *, key: str = "") -> None:
        """An agent approves one draft as it stands."""
        approve(
            self.shop.app,
            public_id,
            draft_revision=row["revision"],
            text=row["text"],
            last_message_id=row["answers_id"],
            user="mia",
            idempotency_key=key or f"form {row['id']}",
        )

    def work(self) -> int:
        """One pass of the worker over what is due; how many replies were accepted."""
        return drain(self.shop.app, self.shop.account, self.shop.mailbox).sent

    def sends(self) -> list[dict[str, Any]]:
        """Every wish to send."""
        return [row for row in self.shop.rows("effects") if row["kind"] == "send"]

    def states(self) -> Counter[str]:
        """How they stand."""
        with reading(self.shop.app.engine) as conn:
            counts = effects.count(conn, self.shop.account.name)
        return Counter({state: number for (kind, state), number in counts.items() if kind == "send"})

    def until_settled(self, *, minutes: float, rounds: int) -> None:
        """Passes with pauses between them until no reply waits any more."""
        for _ in range(rounds):
            self.work()
            if not self.states().keys() & {"READY", "CLAIMED", "ATTEMPTED"}:
                return
            self.shop.later(minutes=minutes)
        raise AssertionError(f"replies still wait: {self.states()}")


class Wary:
    """The real client, with little patience where its server is about to fall silent."""

    def __init__(self, server: FaultySmtp, settings: SmtpSettings, patience: pytest.MonkeyPatch) -> None:
        self._server, self._settings, self._patience = server, settings, patience

    def send(self, sender: str, recipient: str, mail: bytes, *, before_dot: Callable[[], None]) -> SendResult:
        fault = self._server.next_fault()
        seconds = STALL_SECONDS if fault is not None and fault.kind == "stall" else 20.0
        for name in ("CONNECT_SECONDS", "COMMAND_SECONDS", "DOT_SECONDS"):
            self._patience.setattr(smtp, name, seconds)
        return smtp.SmtpSender(self._settings).send(sender, recipient, mail, before_dot=before_dot)


def a_desk(url: str, folder: Path, sender: Any, *, caps: Caps = NO_CAPS, **kind: Any) -> Desk:
    """A desk on this database. sender: its way out. kind: fields of the App, or `since`."""
    shop = a_shop(open_engine(url), folder, sender=lambda _: sender, **kind)
    shop.app = replace(shop.app, settings=replace(shop.app.settings, caps=caps))
    return Desk(shop=shop)
