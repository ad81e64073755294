"""APPEND whose answer is lost at any byte, in silence, or whose mail is cut off: one draft each, on any server."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.fakes.shop import Shop, a_mail
from tests.faults.world import World
from tests.servers.dovecot import Dovecot
from tests.servers.proxy import FaultProxy
from triage.errors import RetryLater
from triage.loaders.settings import Account
from triage.mail.imap import connect
from triage.mail.patience import PATIENCE, Patience
from triage.store.engine import open_engine
from triage.store.migrate import upgrade
from triage.usecases.effects import drain
from triage.usecases.filing import SECOND_LOOK
from triage.usecases.ingest import poll
from triage.worker import has_due_effects

MAILS = 6
"""How many drafts are on their way at each cut."""


@dataclass
class Filing:
    """A shop whose drafts go to the server through a proxy. ahead: how far its clock is."""

    world: World
    proxy: FaultProxy
    shop: Shop = field(init=False)
    ahead: timedelta = timedelta(0)
    numbers: "count[int]" = field(default_factory=count)
    delivered: int = 0

    def __post_init__(self) -> None:
        self.shop = self.world.shop()
        self.shop.app = replace(self.shop.app, now=lambda: datetime.now(UTC) + self.ahead)

    @property
    def through(self) -> Account:
        """The same mailbox by way of the proxy."""
        return replace(self.world.account, port=self.proxy.port)

    def deliver(self, mails: int) -> None:
        """Customers write, and their drafts wait to be filed."""
        letters = [next(self.numbers) for _ in range(mails)]
        self.world.deliver([a_mail(n, subject="damaged cup", sender=f"c{n}@mail.example") for n in letters])
        self.delivered += mails
        with closing(connect(self.world.account)) as mailbox:
            poll(self.shop.app, self.world.account, mailbox)

    def file(self, account: Account, patience: Patience = PATIENCE) -> bool:
        """One try to file what waits; whether the connection held."""
        try:
            with closing(connect(account, patience)) as mailbox:
                drain(self.shop.app, self.world.account, mailbox)
        except RetryLater:
            return False
        return True

    def survive(self, account: Account) -> None:
        """A try that may break, and what the worker does after it: at once, and half a minute later."""
        self.file(account)
        assert self.file(self.world.account)
        self.ahead += SECOND_LOOK + timedelta(seconds=1)
        if has_due_effects(self.shop.app, self.world.account):
            assert self.file(self.world.account)

    def check(self) -> None:
        """Every draft lies in Drafts once, where the database says, and nothing waits."""
        rows = self.shop.rows("drafts")
        assert len(rows) == self.delivered
        assert {row["state"] for row in rows} == {"filed"}
        assert Counter(self.world.drafts()) == Counter(row["message_id"] for row in rows)
        assert {row["state"] for row in self.shop.rows("effects") if row["kind"] == "file_draft"} == {"DONE"}


@pytest.fixture
def filing(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Filing]:
    """On the server that the test names: `dovecot` tells the UIDs of what it stores, `bare_dovecot` does not."""
    server: Dovecot = request.getfixturevalue(request.param)
    url = f"sqlite:///{tmp_path}/triage.db"
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()
    account = server.account(since=timedelta(days=9), from_address="help@shop.example")
    proxy = FaultProxy(target=server.port, command=b" APPEND ")
    proxy.start()
    made = Filing(world=World(url=url, folder=tmp_path, account=account), proxy=proxy)
    yield made
    proxy.stop()
    made.shop.app.engine.dispose()


EACH_SERVER = pytest.mark.parametrize("filing", ["dovecot", "bare_dovecot"], indirect=True)


@pytest.mark.row(27)
@EACH_SERVER
@pytest.mark.timeout(1800)
def test_an_answer_to_append_cut_after_any_byte_leaves_one_draft_each(
    filing: Filing, volume: Callable[[int], int], chance: random.Random
):
    """All cuts, five rounds, by `make faults`; else a random tenth of one round, the first and the last among them."""
    filing.deliver(1)
    filing.file(filing.through)
    whole = filing.proxy.answered
    assert whole > 25
    cuts = [cut for _ in range(max(1, volume(5))) for cut in range(whole)]
    chosen = cuts if volume(10) == 10 else [0, whole - 1, *chance.sample(cuts, whole // 10)]
    for filing.proxy.cut_at in chosen:
        filing.deliver(MAILS)
        filing.survive(filing.through)
    assert filing.proxy.cuts == len(chosen)
    filing.check()


@pytest.mark.row(27)
@EACH_SERVER
def test_a_server_that_falls_silent_within_its_answer_leaves_one_draft_each(
    filing: Filing, volume: Callable[[int], int], chance: random.Random
):
    filing.proxy.stall = True
    for cut in [0, *(chance.randrange(45) for _ in range(volume(40)))]:
        filing.proxy.cut_at = cut
        filing.deliver(MAILS)
        filing.file(filing.through, PATIENCE.shortened(40))
        filing.survive(filing.world.account)
    assert filing.proxy.cuts > volume(40) // 2
    filing.check()


@pytest.mark.row(27)
@EACH_SERVER
def test_a_connection_that_ends_within_a_mail_leaves_one_draft_each(
    filing: Filing, volume: Callable[[int], int], chance: random.Random
):
    for _ in range(volume(50)):
        filing.proxy.said_cut = chance.randrange(MAILS * 1_200)
        filing.deliver(MAILS)
        filing.survive(filing.through)
    assert filing.proxy.cuts > 0
    filing.check()


@pytest.mark.row(27)
@pytest.mark.parametrize("filing", ["dovecot"], indirect=True)
def test_cut_in_every_try_it_goes_on_until_each_has_one_draft(
    filing: Filing, volume: Callable[[int], int], chance: random.Random
):
    """The second look, the second APPEND and the adopting may break as well."""
    filing.proxy.command = None
    for _ in range(volume(30)):
        filing.deliver(MAILS)
        for _ in range(6):
            filing.proxy.cut_at = chance.randrange(200, 2_500)
            filing.ahead += timedelta(seconds=chance.choice([1, 31]))
            filing.file(filing.through)
        filing.survive(filing.world.account)
    filing.check()
