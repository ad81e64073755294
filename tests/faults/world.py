"""One mailbox on a real server, one database, and workers in forks of this process that can be killed anywhere."""

import email
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, text

from tests.fakes.shop import Shop, a_shop
from tests.faults import forks
from tests.faults.deaths import NEVER, Death
from triage.app import App, utc_now
from triage.crashpoints import crashpoint
from triage.errors import Refused
from triage.loaders.caps import Caps
from triage.loaders.settings import Account, SmtpSettings
from triage.mail.imap import ImapMailbox, connect
from triage.mail.mailbox import Mailbox
from triage.mail.outgoing import Outcome, SendResult
from triage.mail.smtp import SmtpSender
from triage.store.engine import open_engine, reading
from triage.usecases.effects import drain
from triage.usecases.filing import SECOND_LOOK
from triage.usecases.ingest import poll
from triage.usecases.send import approve
from triage.usecases.watch_sent import watch

STATES = ("planned", "filed", "approved")
NO_CAPS = Caps(per_recipient_hour=10**9, per_hour=10**9, per_minute=10**9)


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
    """One mailbox on a real server, one database, and workers that can be killed.

    smtp: a real way out instead of the outbox. clock: what time it is for the workers. looks: how many passes a worker
    makes, each half a minute after the one before. foreign: how many mails that are none of our business the inbox
    holds.
    """

    url: str
    folder: Path
    account: Account
    smtp: SmtpSettings | None = None
    clock: Callable[[], datetime] = utc_now
    looks: int = 2
    foreign: int = 0
    engine: Engine = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # One for all forks, each of which opens connections of its own: what it compiled is compiled.
        self.engine = open_engine(self.url)

    @property
    def outbox(self) -> Outbox:
        return Outbox(self.folder / "accepted")

    def shop(self) -> Shop:
        """The shop as a process sees it that just started."""
        way_out = SmtpSender(self.smtp, after_rcpt=partial(crashpoint, "K12")) if self.smtp else self.outbox
        shop = a_shop(self.engine, self.folder, sender=lambda _: way_out)
        settings = replace(shop.app.settings, accounts=(self.account,), caps=NO_CAPS)
        shop.app = replace(shop.app, settings=settings, connect=connect, now=self.clock)
        shop.account = self.account
        return shop

    def work(self) -> None:
        """One pass, as the worker makes it, and another when drafts in doubt are looked for again."""
        shop = self.shop()
        mailbox = connect(self.account)
        for look in range(self.looks):
            later = look * (SECOND_LOOK + timedelta(seconds=1))
            self.look(replace(shop.app, now=lambda later=later: self.clock() + later), mailbox)
        mailbox.close()
        shop.app.engine.dispose()

    def look(self, app: App, mailbox: Mailbox) -> None:
        """What a worker does in one pass."""
        poll(app, self.account, mailbox)
        drain(app, self.account, mailbox)
        watch(app, self.account, mailbox)

    def click(self, most: int, *, user: str = "mia") -> None:
        """An agent approves the oldest waiting replies as they stand, all with real forms."""
        shop = self.shop()
        for public_id, draft in _waiting(shop, most):
            try:
                approve(
                    shop.app,
                    public_id,
                    draft_revision=draft["revision"],
                    text=draft["text"],
                    last_message_id=draft["answers_id"],
                    user=user,
                    idempotency_key=f"{public_id}.{draft['id']}",
                )
            except Refused:
                continue  # the worker did something to it since it was shown: an agent would look again
        shop.app.engine.dispose()

    def run(self, crash: str = "", *, kill_after: float | None = None, death: Death = NEVER) -> int:
        """One pass in a process of its own; its exit status, negative for a signal."""
        if crash:
            death = Death(crash.partition(":")[0], int(crash.partition(":")[2].rstrip("ndrsth") or 1))
        if kill_after is not None:
            death = Death("moment", round(kill_after * 1000))
        return forks.ended(self.start(self.work, death=death), death)

    def start(self, work: Callable[[], None], *, death: Death = NEVER) -> int:
        """Do something in a fork; its process id."""
        return forks.start(work, death=death)

    def deliver(self, mails: list[bytes]) -> None:
        with _open(self.account) as mailbox:
            mailbox.append_drafts("INBOX", mails)

    def drafts(self) -> list[str]:
        """Message-IDs in Drafts."""
        return self.ids("Drafts")

    def ids(self, folder: str) -> list[str]:
        """Message-IDs of a folder, without those of mails that have none."""
        with _open(self.account) as mailbox:
            mailbox.select(folder)
            headers = mailbox.fetch_headers(mailbox.uids_above(0), ["Message-ID"])
        found = [email.message_from_bytes(block)["Message-ID"] for block in headers.values()]
        return [str(one) for one in found if one is not None]

    def check(self, mails: int, accepted: Iterable[str] | None = None) -> None:
        """Nothing lost, nothing doubled, nothing half done. accepted: Message-IDs that the mail server took."""
        shop = self.shop()
        met = Counter(row["message_id"] for row in shop.rows("messages") if row["direction"] == "in")
        assert met == Counter(f"<m{number}@mail.example>" for number in range(mails))
        assert len(shop.rows("tickets")) == mails
        outcomes = Counter(row["outcome"] for row in shop.rows("ledger") if row["folder"] == "INBOX")
        assert outcomes == Counter({"triaged": mails, "before": self.foreign} if self.foreign else {"triaged": mails})
        self._check_drafts(shop)
        claims, drafts = Counter(row["ticket_id"] for row in shop.rows("claims")), shop.rows("drafts")
        assert len(claims) == len({row["ticket_id"] for row in drafts}) == mails
        for digest in {row["sha256"] for row in shop.rows("ledger")} - {None}:
            assert shop.app.blobs.get(digest)
        self._check_sends(shop, Counter(self.outbox.accepted() if accepted is None else accepted))
        assert integrity(shop) == []
        shop.app.engine.dispose()

    def _check_drafts(self, shop: Shop) -> None:
        """Each filed draft lies there once; nothing else of ours does, but for a reply of unknown fate."""
        named = {state: {row["message_id"] for row in shop.rows("drafts") if row["state"] == state} for state in STATES}
        there = Counter(self.drafts())
        assert [one for one, count in there.items() if count > 1] == []
        assert named["filed"] - set(there) == set()
        assert set(there) - named["filed"] - named["approved"] == set()
        assert named["planned"] == set()

    def _check_sends(self, shop: Shop, accepted: "Counter[str]") -> None:
        """Each reply left at most once, and what the database says of it is so."""
        named = {row["id"]: row["message_id"] for row in shop.rows("drafts")}
        sends = [row for row in shop.rows("effects") if row["kind"] == "send"]
        assert {row["state"] for row in sends} <= {"DONE", "UNKNOWN"}
        assert all(count == 1 for count in accepted.values())
        done = {named[row["draft_id"]] for row in sends if row["state"] == "DONE"}
        assert done <= set(accepted)
        assert set(accepted) <= {named[row["draft_id"]] for row in sends}
        replied = Counter(row["ticket_id"] for row in shop.rows("events") if row["kind"] == "replied")
        assert replied == Counter(row["ticket_id"] for row in sends if row["state"] == "DONE")


def integrity(shop: Shop) -> list[str]:
    """What the database itself finds wrong with its file; PostgreSQL checks its constraints at every commit."""
    if shop.app.engine.dialect.name != "sqlite":
        return []
    with reading(shop.app.engine) as conn:
        words = [str(row[0]) for row in conn.execute(text("PRAGMA integrity_check"))]
        return [word for word in words if word != "ok"] + [
            str(row) for row in conn.execute(text("PRAGMA foreign_key_check"))
        ]


def _waiting(shop: Shop, most: int) -> Sequence[tuple[str, dict[str, object]]]:
    """Open tickets with the draft that an agent is shown."""
    query = text(
        "SELECT t.public_id, d.id, d.revision, d.text, d.answers_id FROM drafts d JOIN tickets t ON t.id = d.ticket_id"
        " WHERE d.state IN ('planned', 'filed') AND t.answered_at IS NULL ORDER BY d.id LIMIT :most"
    )
    with reading(shop.app.engine) as conn:
        return [(row["public_id"], dict(row)) for row in conn.execute(query, {"most": most}).mappings()]


class _open:  # noqa: N801  # reads as the function that it stands in for
    """A session for the test's own look into the mailbox."""

    def __init__(self, account: Account) -> None:
        self.mailbox = connect(account)

    def __enter__(self) -> ImapMailbox:
        return self.mailbox

    def __exit__(self, *_: object) -> None:
        self.mailbox.close()
