"""One mailbox on a real server, one database, and workers in forks of this process that can be killed anywhere."""

import email
import os
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.fakes.shop import Shop, a_shop
from triage.loaders.settings import Account
from triage.mail.imap import ImapMailbox, connect
from triage.mail.outgoing import Outcome, SendResult
from triage.store.engine import open_engine
from triage.usecases.effects import drain
from triage.usecases.filing import SECOND_LOOK
from triage.usecases.ingest import poll
from triage.usecases.watch_sent import watch


@dataclass
class Outbox:
    """A way out that notes each accepted mail in a file, so that it outlives the process that is killed."""

    path: Path

    def send(self, sender: str, recipient: str, mail: bytes, *, before_dot: Callable[[], None]) -> SendResult:
        before_dot()
        with self.path.open("ab") as file:
            file.write(b"%s\n" % email.message_from_bytes(mail)["Message-ID"].encode())
        return SendResult(outcome=Outcome.ACCEPTED, phase="dot", reply="250")

    def accepted(self) -> list[str]:
        return self.path.read_text().split() if self.path.exists() else []


@dataclass
class World:
    """One mailbox on a real server, one database, and workers that can be killed."""

    url: str
    folder: Path
    account: Account

    @property
    def outbox(self) -> Outbox:
        return Outbox(self.folder / "accepted")

    def shop(self) -> Shop:
        """The shop as a process sees it that just started."""
        shop = a_shop(open_engine(self.url), self.folder, sender=lambda _: self.outbox)
        settings = replace(shop.app.settings, accounts=(self.account,))
        shop.app = replace(shop.app, settings=settings, connect=connect, now=lambda: datetime.now(UTC))
        shop.account = self.account
        return shop

    def work(self) -> None:
        """One pass, as the worker makes it, and another when drafts in doubt are looked for again."""
        shop = self.shop()
        mailbox = connect(self.account)
        for later in (timedelta(0), SECOND_LOOK + timedelta(seconds=1)):
            app = replace(shop.app, now=lambda later=later: datetime.now(UTC) + later)
            poll(app, self.account, mailbox)
            drain(app, self.account, mailbox)
            watch(app, self.account, mailbox)

    def run(self, crash: str = "", *, kill_after: float | None = None) -> int:
        """One pass in a process of its own; its exit status, negative for a signal."""
        child = os.fork()
        if child == 0:
            os.environ["TRIAGE_CRASH"] = crash
            try:
                self.work()
            except BaseException:  # noqa: BLE001  # the fork must not come back as a test
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)

    def deliver(self, mails: list[bytes]) -> None:
        with _open(self.account) as mailbox:
            mailbox.append_drafts("INBOX", mails)

    def drafts(self) -> list[str]:
        """Message-IDs in Drafts."""
        return self._ids("Drafts")

    def _ids(self, folder: str) -> list[str]:
        with _open(self.account) as mailbox:
            mailbox.select(folder)
            headers = mailbox.fetch_headers(mailbox.uids_above(0), ["Message-ID"])
            return [str(email.message_from_bytes(block)["Message-ID"]) for block in headers.values()]

    def check(self, mails: int) -> None:
        """Nothing lost, nothing doubled, nothing half done."""
        shop = self.shop()
        met = Counter(row["message_id"] for row in shop.rows("messages") if row["direction"] == "in")
        assert met == Counter(f"<m{number}@mail.example>" for number in range(mails))
        assert len(shop.rows("tickets")) == mails
        assert {row["outcome"] for row in shop.rows("ledger") if row["folder"] == "INBOX"} == {"triaged"}
        live = {row["message_id"] for row in shop.rows("drafts") if row["state"] == "filed"}
        assert Counter(self.drafts()) == Counter(live)
        assert all(count == 1 for count in Counter(self.outbox.accepted()).values())
        claims, drafts = Counter(row["ticket_id"] for row in shop.rows("claims")), shop.rows("drafts")
        assert len(claims) == len({row["ticket_id"] for row in drafts}) == mails
        for row in shop.rows("ledger"):
            assert row["sha256"] is None or shop.app.blobs.get(row["sha256"])
        shop.app.engine.dispose()


class _open:  # noqa: N801
    """A session for the test's own look into the mailbox."""

    def __init__(self, account: Account) -> None:
        self.mailbox = connect(account)

    def __enter__(self) -> ImapMailbox:
        return self.mailbox

    def __exit__(self, *_: object) -> None:
        self.mailbox.close()
