"""A support desk to which everything may happen: customers, agents, two workers, a bad network and a bad clock.

Each method is one thing that happens; the state machine calls them in any order, a regression test in one.
"""

import os
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.fakes.shop import NOON, Shop, a_mail, a_shop
from tests.faults.model.clicks import Clicks
from tests.faults.model.faulty import Accident, Crash, Server, Session, WayOut, message_id, raws
from tests.faults.model.mail_program import MailProgram
from triage import crashpoints, worker
from triage.errors import TriageError
from triage.store import blobs
from triage.store.engine import open_engine

KINDS = ("plain", "two matters", "unsure", "automatic", "poison", "our own address")
POINTS = ("K1", "K2", "K3", "K4", "K5", "K6", "K7", "K10", "K11", "K13", "K14", "K15", "K16", "K17")
ACCIDENTS = (
    "cut", "cut late", "crash", "crash late", "other worker", "other worker, clock jumps",
    "new mail", "edit", "delete", "agent sends",
)  # fmt: skip
STEPS = (timedelta(hours=1), timedelta(hours=-1), timedelta(days=3653), timedelta(seconds=-1), timedelta(seconds=1))
SUBJECTS = {
    "plain": "damaged cup",
    "two matters": "damaged cup and missing plate",
    "unsure": "damaged unsure",
    "automatic": "out of office",
    "poison": "poison",
    "our own address": "damaged note",
}


class Desk(MailProgram, Clicks):
    """One shop with a mailbox in memory and a real database; `shop` is how the first worker sees it.

    What people did is kept here, to be held against what the product made of it: `expected` (digests of mails that must
    be tickets), `kept` (mails that people own, by folder), `clicks` (approved words by form), `gone` (our drafts that
    people took away), `poisoned` (digests that cannot be read).
    """

    def __init__(self, folder: Path, template: Path, mend: pytest.MonkeyPatch) -> None:
        self.folder = folder
        shutil.copy(template, folder / "triage.db")
        self.engines = [open_engine(f"sqlite:///{folder / 'triage.db'}") for _ in range(2)]
        self.true_time, self.skew = NOON, timedelta(0)
        self.server, self.way = Server(), WayOut()
        self.shops = [self._shop(engine) for engine in self.engines]
        self.swaps = 0
        self.number = 0
        self.expected: set[str] = set()
        self.poisoned: set[str] = set()
        self.kept: Counter[tuple[str, bytes]] = Counter()
        self.flags: dict[bytes, set[str]] = {}
        self.clicks: dict[str, tuple[str, str]] = {}
        self.gone: set[str] = set()
        self.full_disk = 0
        self.at_work = 0
        mend.setattr(blobs, "_SYNCFS", None)
        mend.setattr(blobs, "_sync_each", self._sync)
        self.crash_at: dict[str, str] = {}
        mend.setattr(crashpoints, "os", SimpleNamespace(environ=self.crash_at, getpid=os.getpid, kill=self._kill))
        self.work(0)

    # --- the world of the product

    @property
    def shop(self) -> Shop:
        return self.shops[0]

    def now(self) -> datetime:
        """What the clock of the shop's machine says."""
        return self.true_time + self.skew

    def rows(self, table: str) -> list[dict[str, Any]]:
        return self.shop.rows(table)

    def drafts(self) -> list[bytes]:
        """What lies in Drafts."""
        return list(raws(self.server, "Drafts"))

    def close(self) -> None:
        for engine in self.engines:
            engine.dispose()

    def _shop(self, engine: Any) -> Shop:
        shop = a_shop(engine, self.folder, sender=lambda _: self.way, now=self.now)
        shop.server = self.server
        shop.app = replace(shop.app, connect=lambda _: self.server.connect())
        shop.reconnect()
        return shop

    def _sync(self, paths: object) -> None:
        if self.full_disk:
            self.full_disk -= 1
            raise OSError(28, "No space left on device")

    def _kill(self, *_: object) -> None:
        self.crash_at.clear()
        raise Crash

    # --- the worker

    def work(self, which: int = 0, round_of: Callable[..., object] = worker.look_and_act) -> None:
        """One round of a worker; a broken connection or a death ends it, and the next begins with a new session."""
        shop = self.shops[which]
        self.true_time += timedelta(seconds=20)
        before, self.at_work = self.at_work, which
        try:
            round_of(shop.app, shop.account, shop.mailbox)
        except (TriageError, Crash):
            shop.reconnect()
        finally:
            self.at_work = before

    def work_beside(self) -> None:
        """The other worker makes a round while one is at work: each has a session of its own."""
        self.work(1 - self.at_work)

    def poll(self, which: int = 0) -> None:
        from triage.usecases.ingest import poll

        self.work(which, poll)

    def drain(self, which: int = 0) -> None:
        from triage.usecases.effects import drain

        self.work(which, drain)

    def restart(self, which: int = 0) -> None:
        """The worker starts again, with everything in memory lost."""
        self.shops[which] = self._shop(self.engines[which])
        self.shops[which].account = self.shops[1 - which].account
        self.shops[which].app = replace(self.shops[which].app, settings=self.shops[1 - which].app.settings)

    def dies_at(self, point: str, time: int = 1) -> None:
        """The next process that comes by this named point, for the `time`-th time, dies there."""
        crashpoints._met.clear()
        self.crash_at["TRIAGE_CRASH"] = f"{point}:{time}"

    def disk_is_full(self, times: int = 1) -> None:
        self.full_disk = times

    # --- customers

    def deliver(self, kind: str = "plain", *, customer: int = 0) -> bytes:
        """A new mail comes in."""
        self.number += 1
        sender = "help@shop.example" if kind == "our own address" else f"C{customer} <c{customer}@mail.example>"
        extra = "X-Auto: auto_reply" if kind == "automatic" else ""
        return self._arrive(a_mail(self.number, subject=SUBJECTS[kind], sender=sender, extra=extra))

    def reply(self, pick: int, *, to: str = "own mail", stranger: bool = False) -> None:
        """A customer writes again, answering their `own mail` or our `draft` (which they have if it was sent)."""
        firsts = [row for row in self.rows("messages") if row["direction"] == "in" and row["message_id"]]
        if not firsts:
            return
        row = firsts[pick % len(firsts)]
        parent = row["message_id"]
        if to == "draft":
            ours = [draft["message_id"] for draft in self.rows("drafts") if draft["ticket_id"] == row["ticket_id"]]
            parent = ours[-1] if ours else parent
        self.number += 1
        sender = "eve@mail.example" if stranger else row["sender_address"] or "eve@mail.example"
        self._arrive(a_mail(self.number, subject="Re: damaged cup", sender=sender, in_reply_to=parent))

    def deliver_again(self, pick: int) -> None:
        """The same octets come once more."""
        if there := raws(self.server, "INBOX"):
            self._arrive(there[pick % len(there)])

    def move_mail(self, pick: int) -> None:
        """A person takes a mail out of the inbox and puts it back: it has another UID then."""
        inbox = self.server.folders["INBOX"]
        if inbox.mails:
            uid = sorted(inbox.mails)[pick % len(inbox.mails)]
            mail = inbox.mails.pop(uid)
            inbox.add(mail.raw, mail.internal_date, sorted(mail.flags))

    def _arrive(self, raw: bytes) -> bytes:
        flags = {"\\Seen", "custom"} if self.number % 2 else set()
        uid = self.server.deliver(raw, self.true_time)
        self.server.folders["INBOX"].mails[uid].flags |= flags
        self.flags[raw] = self.flags.get(raw, flags) & flags
        digest = sha256(raw).hexdigest()
        self.expected.add(digest)
        if b"poison" in raw:
            self.poisoned.add(digest)
        self.kept["INBOX", raw] += 1
        return raw

    # --- the world around

    def clock_steps(self, step: timedelta) -> None:
        self.skew += step

    def clock_is_mended(self) -> None:
        self.skew = timedelta(0)

    def time_passes(self, **span: float) -> None:
        self.true_time += timedelta(**span)

    def numbered_anew(self, folder: str) -> None:
        if folder in self.server.folders:
            self.server.reset_uidvalidity(folder)

    def mailbox_is_swapped(self, *, with_old_mail: bool = True) -> None:
        """The account points to another server with the same UIDVALIDITY; its old mail came along, or not.

        What never landed and did not come along, or is from before the look back, is not the product's to find.
        """
        self.swaps += 1
        self._no_more_faults()
        old = self.server
        self.server = Server()
        if with_old_mail:
            for mail in old.folders["INBOX"].mails.values():
                self.server.folders["INBOX"].add(mail.raw, mail.internal_date, sorted(mail.flags))
        self._forget_what_never_landed(timedelta(hours=47) if with_old_mail else timedelta(0))
        self.kept = Counter({k: n for k, n in self.kept.items() if k[0] == "INBOX" and with_old_mail})
        self.gone |= {message_id(raw) for raw in raws(old, "Drafts")}
        account = replace(self.shop.account, host=f"imap{self.swaps}.shop.example")
        for shop in self.shops:
            shop.server, shop.account = self.server, account
            settings = replace(shop.app.settings, accounts=(account,))
            shop.app = replace(shop.app, settings=settings)
            shop.reconnect()
        self.work()

    def _forget_what_never_landed(self, older_than: timedelta) -> None:
        landed = {row["sha256"] for row in self.rows("ledger") if row["outcome"] not in ("before", "unfetched")}
        for mail in (self.server if older_than else Server()).folders["INBOX"].mails.values():
            if self.now() - mail.internal_date < older_than:
                landed.add(sha256(mail.raw).hexdigest())
        self.expected &= landed

    def happens_at(self, command: int, what: str, pick: int = 0) -> None:
        """Something happens at the `command`-th command from now, in the middle of a worker's round."""
        strikes: dict[str, Callable[[Session], None]] = {
            "cut": lambda session: session.cut(),
            "crash": self._crash,
            "other worker": lambda _: self.work_beside(),
            "other worker, clock jumps": lambda _: (self.clock_steps(timedelta(hours=1)), self.work_beside()),
            "new mail": lambda _: self.deliver(customer=pick),
            "edit": lambda _: self.edit_draft(pick),
            "delete": lambda _: self.delete_draft(pick),
            "agent sends": lambda _: self.send_draft(pick),
        }
        name = what.removesuffix(" late")
        self.server.accident = Accident(commands=command, late=what.endswith("late"), strikes=strikes[name])

    def overtaken_while_sending(self, moment: str, step: timedelta = timedelta(hours=1)) -> None:
        """While a reply is being sent, the clock jumps ahead and another worker goes to work."""

        def meanwhile() -> None:
            self.clock_steps(step)
            self.work_beside()

        self.way.overtaken, self.way.meanwhile = moment, meanwhile

    @staticmethod
    def _crash(_: Session) -> None:
        raise Crash

    # --- peace

    def settle(self) -> None:
        """No more faults: both workers go on until nothing is left to do."""
        self._no_more_faults()
        last: object = None
        for number in range(60):
            self.work(number % 2)
            seen = self._fingerprint()
            waiting = [e for e in self.rows("effects") if e["state"] in ("READY", "CLAIMED", "ATTEMPTED")]
            if number > 2 and seen == last and not waiting:
                return
            if number > 4:
                self.time_passes(hours=25)
            last = seen
        raise AssertionError(f"it never came to rest: {waiting}")

    def _no_more_faults(self) -> None:
        self.server.accident, self.way.plan, self.way.overtaken, self.full_disk = None, [], "", 0
        self.crash_at.clear()

    def _fingerprint(self) -> object:
        boxes = {name: sorted(box.mails) for name, box in self.server.folders.items()}
        return boxes, [(e["id"], e["state"]) for e in self.rows("effects")], len(self.rows("ledger"))
