"""A desk on real servers in any order of events: mail, workers that are killed, agents in both programs, the clock.

The state machine of `test_machine` plays more kinds of events, within one process; here a worker is a process that
SIGKILL ends, and the mailbox is Dovecot's.
"""

import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import text

from tests.fakes.shop import Shop, a_mail
from tests.faults.conftest import FULL
from tests.faults.deaths import CALLS, NEVER, Death
from tests.faults.forks import LATER, ended
from tests.faults.model.play import play
from tests.faults.people import People, message_id
from tests.faults.world import World, integrity
from tests.servers.dovecot import Dovecot
from triage import worker
from triage.app import App
from triage.mail.mailbox import Mailbox
from triage.store.engine import reading

PICK = st.integers(0, 5)
POINTS = [f"K{number}" for number in range(1, 18) if number != 11]
DEATHS = st.one_of(
    st.builds(Death, st.sampled_from(POINTS), st.integers(1, 2)),
    st.builds(Death, st.sampled_from(CALLS), st.integers(1, 30)),
    st.builds(Death, st.just("moment"), st.integers(5, 150)),
)
SETTLED = {"triaged", "moved", "vanished"}
REST = timedelta(minutes=11)
"""Longer than any lease and any pause."""


class Rounds(World):
    """A world whose workers make whole rounds: they look at what people did as well."""

    def look(self, app: App, mailbox: Mailbox) -> None:
        worker.look_and_act(app, self.account, mailbox)


class DeskOnDovecot(RuleBasedStateMachine):
    """The rules say what happens; at the end everything comes to rest, and then it is looked at."""

    server: Dovecot
    home: Path
    template: Path
    happened: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.home))
        shutil.copy(self.template, self.folder / "triage.db")
        account = self.server.account(since=timedelta(days=9), from_address="help@shop.example")
        url = f"sqlite:///{self.folder}/triage.db"
        self.world = Rounds(url=url, folder=self.folder, account=account, clock=self.now)
        self.people = People(server=self.server, user=account.user)
        self.skew = timedelta(0)
        self.mails = 0

    def now(self) -> datetime:
        return datetime.now(UTC) + self.skew

    def teardown(self) -> None:
        try:
            for _ in range(4):
                self.skew += REST
                assert self.world.run() == 0
            self.check()
        finally:
            self.world.engine.dispose()
            shutil.rmtree(self.folder)

    def _work(self, death: Death = NEVER, meanwhile: Callable[[], None] = lambda: None) -> None:
        child = self.world.start(self.world.work, death=death)
        meanwhile()
        self._note_end(ended(child, death))

    def _note_end(self, status: int) -> None:
        assert status in (0, LATER, -signal.SIGKILL)
        self.happened["kills"] += status == -signal.SIGKILL
        self.happened["lives"] += status == 0

    @initialize(count=st.integers(1, 3))
    def some_mail_is_there(self, count: int) -> None:
        self.deliver(count)
        self._work()

    @rule(count=st.integers(1, 4))
    def deliver(self, count: int) -> None:
        numbers = range(self.mails, self.mails + count)
        self.world.deliver([a_mail(number, sender=f"c{number}@mail.example") for number in numbers])
        self.mails += count

    @rule()
    def work(self) -> None:
        self._work()

    @rule(death=DEATHS)
    def dies(self, death: Death) -> None:
        self._work(death)

    @rule(death=st.one_of(st.just(NEVER), DEATHS), pick=PICK, own_id=st.booleans())
    def is_edited_meanwhile(self, death: Death, pick: int, own_id: bool) -> None:
        self._work(death, lambda: self.people.edit_draft(pick, own_id=own_id))

    @rule(pick=PICK, own_id=st.booleans())
    def edit(self, pick: int, own_id: bool) -> None:
        self.people.edit_draft(pick, own_id=own_id)

    @rule(pick=PICK, own_id=st.booleans())
    def send_from_the_mail_program(self, pick: int, own_id: bool) -> None:
        self.people.send_draft(pick, own_id=own_id)

    @rule(pick=PICK, into=st.sampled_from(("Trash", "Later")))
    def throw_away(self, pick: int, into: str) -> None:
        self.people.throw_away(pick, into=into)

    @rule(most=st.integers(1, 3), death=st.sampled_from((NEVER, NEVER, Death("K11"))))
    def approve(self, most: int, death: Death) -> None:
        child = self.world.start(lambda: self.world.click(most), death=death)
        self._note_end(ended(child, death))
        self._work()

    @rule(folder=st.sampled_from(("INBOX", "Drafts", "Sent")))
    def numbered_anew(self, folder: str) -> None:
        self.people.numbered_anew(folder)

    @precondition(lambda self: abs(self.skew) < timedelta(hours=6))
    @rule(step=st.sampled_from((timedelta(hours=1), timedelta(hours=-1), timedelta(minutes=11))))
    def clock_steps(self, step: timedelta) -> None:
        self.skew += step

    def check(self) -> None:
        shop = self.world.shop()
        self.happened["mails"] += self.mails
        self.happened["drafts taken out"] += len(self.people.taken)
        assert self.people.missing() == []
        met = Counter(row["message_id"] for row in shop.rows("messages") if row["direction"] == "in")
        assert met == Counter(f"<m{number}@mail.example>" for number in range(self.mails))
        assert len(shop.rows("tickets")) == self.mails
        self._check_ledger(shop)
        self._check_drafts(shop)
        self._check_sends(shop)
        assert integrity(shop) == []
        shop.app.engine.dispose()

    def _check_ledger(self, shop: Shop) -> None:
        """Every mail of the inbox is in one visible state, under the number that it has now."""
        with reading(shop.app.engine) as conn:
            epoch = conn.execute(text("SELECT epoch FROM folders WHERE folder = 'INBOX'")).scalar_one()
        inbox = [row for row in shop.rows("ledger") if row["folder"] == "INBOX"]
        known = {row["uid"]: row["outcome"] for row in inbox if row["epoch"] == epoch}
        assert {uid: known.get(uid) in SETTLED for uid in self.people.lying("INBOX")} == dict.fromkeys(known, True)

    def _check_drafts(self, shop: Shop) -> None:
        """Ours lie there once each, as we made them; what people took away stays away; nobody waits without one."""
        rows = {row["message_id"]: row for row in shop.rows("drafts")}
        unknown = {row["draft_id"] for row in shop.rows("effects") if row["state"] == "UNKNOWN"}
        lying = [raw for raw in self.people.lying("Drafts").values() if not self.people.is_kept("Drafts", raw)]
        there = Counter(message_id(raw) for raw in lying)
        assert [one for one, count in there.items() if count > 1] == []
        assert {one for one in there if rows[one]["state"] != "filed" and rows[one]["id"] not in unknown} == set()
        filed = {one for one, row in rows.items() if row["state"] == "filed"}
        assert filed - set(there) - self.people.taken == set()
        ready = Counter(row["ticket_id"] for row in rows.values() if row["state"] in ("planned", "filed"))
        assert [ticket for ticket, count in ready.items() if count > 1] == []
        live = {row["ticket_id"] for row in rows.values() if row["state"] in ("filed", "human", "approved")}
        waiting = {row["id"] for row in shop.rows("tickets") if row["status"] in ("open", "waiting")}
        assert waiting - live == set()

    def _check_sends(self, shop: Shop) -> None:
        """Each reply left at most once, and only what was approved."""
        named = {row["id"]: row["message_id"] for row in shop.rows("drafts")}
        sends = {named[row["draft_id"]]: row["state"] for row in shop.rows("effects") if row["kind"] == "send"}
        accepted = Counter(self.world.outbox.accepted())
        self.happened["replies"] += len(accepted)
        assert [one for one, count in accepted.items() if count > 1] == []
        assert set(accepted) <= set(sends)
        assert {one for one, state in sends.items() if state == "DONE"} <= set(accepted)
        assert set(sends.values()) <= {"DONE", "UNKNOWN", "FAILED"}


@pytest.mark.row(12, 15, 27, 28, 32)
@pytest.mark.slow
@pytest.mark.timeout(3000)
def test_whatever_happens_on_real_servers_nothing_is_lost_doubled_or_taken_from_people(
    template: Path, dovecot: Dovecot, server_home: Path, volume: Callable[[int], int]
):
    DeskOnDovecot.server, DeskOnDovecot.home, DeskOnDovecot.template = dovecot, server_home, template
    play(DeskOnDovecot, examples=volume(100), steps=40 if FULL else 25)
    words = ", ".join(f"{count} {name}" for name, count in sorted(DeskOnDovecot.happened.items()))
    sys.stderr.write(f"\n{words}\n")
    assert min(DeskOnDovecot.happened.values()) > 0
