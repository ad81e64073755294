"""The worker's own service of some mailboxes, in threads of this process, on whatever server a test put there."""

import email
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.fakes.shop import Shop, a_mail, a_shop
from triage.app import App
from triage.loaders.settings import Account
from triage.mail.imap import ImapMailbox, connect
from triage.mail.mailbox import Mailbox
from triage.mail.patience import PATIENCE, Patience
from triage.mail.rest import Gate
from triage.store.engine import open_engine
from triage.store.migrate import upgrade
from triage.worker import Duties, look_and_act, pause_seconds, serve

A_MAIL_EVERY = 0.02


@dataclass
class Service:
    """accounts: those served. words: (account, state) as the worker noted them. rounds: how many ended well."""

    folder: Path
    accounts: tuple[Account, ...]
    patience: Patience = PATIENCE
    pause: Callable[[int], float] = pause_seconds
    gate: Gate = field(default_factory=Gate)
    parts: dict[str, Any] = field(default_factory=dict)
    words: list[tuple[str, str]] = field(default_factory=list)
    rounds: "Counter[str]" = field(default_factory=Counter)
    shop: Shop = field(init=False)
    _stop: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def __post_init__(self) -> None:
        engine = open_engine(f"sqlite:///{self.folder}/triage.db")
        upgrade(engine)
        self.shop = a_shop(engine, self.folder, **self.parts)
        settings = replace(self.shop.app.settings, accounts=self.accounts, retraining=None)
        self.shop.app = replace(
            self.shop.app, settings=settings, connect=self.connect, now=lambda: datetime.now(UTC).replace(microsecond=0)
        )
        self.shop.account = self.accounts[0]

    @property
    def app(self) -> App:
        return self.shop.app

    def connect(self, account: Account) -> ImapMailbox:
        return connect(account, self.patience, self.gate)

    def _round(self, app: App, account: Account, mailbox: Mailbox) -> None:
        look_and_act(app, account, mailbox)
        self.rounds[account.name] += 1

    def _health(self, app: App, account: Account, state: str, words: str) -> None:
        self.words.append((account.name, state))

    def __enter__(self) -> "Service":
        duties = Duties(round=self._round, health=self._health, pause=self.pause, nightly=())
        self._thread = threading.Thread(target=serve, args=(self.app, duties, self._stop))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        assert self._thread is not None
        self._thread.join(30)
        self.app.engine.dispose()

    def look(self, account: Account | None = None) -> None:
        """One whole round on a connection of its own, in this thread."""
        mailbox = self.connect(account or self.accounts[0])
        try:
            look_and_act(self.app, account or self.accounts[0], mailbox)
        finally:
            mailbox.close()

    def round(self, mailbox: Mailbox) -> None:
        """One more on a connection that stands."""
        look_and_act(self.app, self.accounts[0], mailbox)

    def app_waits(self) -> bool:
        """Whether something waits to be filed or sent."""
        return any(row["state"] not in {"DONE", "FAILED"} for row in self.shop.rows("effects"))

    def message_ids(self) -> "Counter[str]":
        """Message-IDs of mails that became tickets or joined one."""
        return Counter(row["message_id"] for row in self.shop.rows("messages") if row["direction"] == "in")

    def has(self, *numbers: int) -> bool:
        """Whether the mails of these numbers, made by `a_mail`, are tickets."""
        return {f"<m{number}@mail.example>" for number in numbers} <= set(self.message_ids())

    def check(self, mails: int, drafts: list[bytes]) -> None:
        """The mails 0 to `mails` have one ticket each, and each draft in the folder is one that the store knows."""
        assert self.message_ids() == Counter(f"<m{number}@mail.example>" for number in range(mails))
        assert len(self.shop.rows("tickets")) == mails
        inbox = {row["outcome"] for row in self.shop.rows("ledger") if row["folder"] == self.accounts[0].inbox}
        assert inbox == {"triaged"}
        filed = Counter(row["message_id"] for row in self.shop.rows("drafts") if row["state"] == "filed")
        assert Counter(str(email.message_from_bytes(raw)["Message-ID"]) for raw in drafts) == filed


def letter(number: int) -> bytes:
    """A mail of its own customer."""
    return a_mail(number, sender=f"c{number}@mail.example")


def until(seen: Callable[[], bool], seconds: float) -> float:
    """Wait for it; the seconds that it took. Fails when it does not come."""
    started = time.monotonic()
    while not seen():
        assert time.monotonic() - started < seconds, f"not within {seconds} seconds"
        time.sleep(A_MAIL_EVERY)
    return time.monotonic() - started
