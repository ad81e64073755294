"""The big campaign: a shop's mail and its replies, while the worker is killed again and again, everywhere.

Kills fall on every named point, on every call that reaches disk, database or network, and on random moments.
"""

import random
import signal
import sys
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.shop import a_mail
from tests.faults.conftest import SEED
from tests.faults.deaths import CALLS, Death
from tests.faults.forks import ended
from tests.faults.mailroom import flags_of, plant
from tests.faults.world import World
from tests.servers.smtp_sink import SmtpSink, message_id

MAILS, KILLS = 20_000, 2_000
FIFTHS = {"sqlite": 5, "postgresql": 1}
"""Of the campaign: the whole of it on SQLite, and a fifth more on PostgreSQL."""
EACH_FOREIGN = 25
CHECKED_EACH = 50
POINTS = [f"K{number}" for number in range(1, 18) if number != 11]
WORTH = 4
"""A named point is met once or twice a pass, a call dozens of times: so each kind of call gets more kills."""
LAST = {"fsync": 12, "rename": 12, "write": 12, "statement": 150, "commit": 30, "recv": 60, "sendall": 60}
"""How far into a pass calls of each kind are looked for."""
MOMENT_MS = (5, 120)


@dataclass
class Campaign:
    """The state of one campaign, and its diary."""

    world: World
    sink: SmtpSink
    chance: random.Random
    mails: int = 0
    rounds: int = 0
    killed: "Counter[str]" = field(default_factory=Counter)
    diary: "deque[str]" = field(default_factory=lambda: deque(maxlen=CHECKED_EACH + 5))

    @property
    def kills(self) -> int:
        return self.killed.total()

    def now(self) -> datetime:
        """Each round comes a minute later: what waits for a while is due in the next."""
        return datetime.now(UTC) + timedelta(minutes=self.rounds)

    def deliver(self, most: int) -> None:
        """A handful of mails, seldom many at once."""
        count = min(most, self.chance.choice([1, 3, 6, 10, 14, 40]))
        self.world.deliver([_mail(number) for number in range(self.mails, self.mails + count)])
        self.mails += count

    def round(self) -> None:
        """Agents click, the worker works; one of them may be killed."""
        self.rounds += 1
        death = self._choose()
        clicking = death.place == "K11" or self.rounds % 3 == 0
        if clicking:
            self._live(lambda: self.world.click(4), death if death.place == "K11" else Death("none"))
        if death.place != "K11":
            self._live(self.world.work, death)

    def _live(self, work: Callable[[], None], death: Death) -> None:
        status = ended(self.world.start(work, death=death), death)
        self.diary.append(f"round {self.rounds}, mail {self.mails}: {death} -> {status}")
        if status == -signal.SIGKILL:
            self.killed[death.place] += 1
        else:
            assert status == 0, self.story()

    def _choose(self) -> Death:
        place = self.chance.choice([*POINTS, "K11", *(CALLS * WORTH), *(["moment"] * WORTH)])
        if place == "moment":
            return Death(place, self.chance.randint(*MOMENT_MS))
        return Death(place, self.chance.randint(1, LAST[place]) if place in LAST else self.chance.choice([1, 1, 1, 2]))

    def story(self) -> str:
        """What happened last, for a failure."""
        return "\n".join([f"seed {SEED}", *self.diary])

    def accepted(self) -> list[str]:
        return [message_id(one.content) for one in self.sink.delivered]

    def glance(self) -> None:
        """A quick look in between, so that a failure is near its kill."""
        shop = self.world.shop()
        met = Counter(row["message_id"] for row in shop.rows("messages") if row["direction"] == "in")
        shop.app.engine.dispose()
        doubled = [one for one, count in met.items() if count > 1]
        drafts = [one for one, count in Counter(self.world.drafts()).items() if count > 1]
        sent = [one for one, count in Counter(self.accepted()).items() if count > 1]
        assert (doubled, drafts, sent) == ([], [], []), self.story()


def _mail(number: int) -> bytes:
    photo = f"X-Photo: {number % 7}" if number % 5 == 0 else ""
    return a_mail(number, subject="damaged cup", sender=f"c{number}@mail.example", extra=photo)


def _run(campaign: Campaign, mails: int, kills: int) -> None:
    while campaign.kills < kills or campaign.mails < mails:
        due = mails if campaign.kills >= kills else mails * (campaign.kills + 3) // kills
        if campaign.mails < min(mails, due):
            campaign.deliver(min(mails, due) - campaign.mails)
        campaign.round()
        if campaign.rounds % (CHECKED_EACH * 4) == 0:
            campaign.glance()


@pytest.mark.row(12, 15, 27, 32)
@pytest.mark.slow
@pytest.mark.timeout(6000)
def test_killed_again_and_again_everywhere_nothing_is_lost_doubled_half_done_or_touched(
    world: World, smtp_sink: SmtpSink, volume: Callable[[int], int], chance: random.Random
):
    fifths = FIFTHS[world.url.partition(":")[0].partition("+")[0]]
    world = replace(world, smtp=smtp_sink.settings, looks=1, foreign=EACH_FOREIGN)
    foreign = plant(world.account, EACH_FOREIGN)
    campaign = Campaign(world=world, sink=smtp_sink, chance=chance)
    world.clock = campaign.now
    campaign.deliver(1)
    world.work()  # what it compiles and imports here, no fork has to
    began = time.monotonic()
    _run(campaign, volume(MAILS) * fifths // 5, volume(KILLS) * fifths // 5)
    seconds = time.monotonic() - began
    for _ in range(3):
        campaign.rounds += 1
        assert world.run() == 0
    words = ", ".join(f"{place} {count}" for place, count in sorted(campaign.killed.items()))
    sys.stderr.write(
        f"\n{campaign.mails} mails, {campaign.kills} kills in {campaign.rounds} rounds, {seconds:.0f} s,"
        f" {campaign.kills / seconds:.1f} kills/s, {len(smtp_sink.delivered)} replies; {words}\n"
    )
    world.check(campaign.mails, campaign.accepted())
    assert foreign.changed() == [], campaign.story()
    flags = flags_of(world.account, "INBOX")
    assert len(flags) == campaign.mails + EACH_FOREIGN
    assert not [uid for uid in flags if b"\\Seen" in flags[uid] and uid not in foreign.things["INBOX"]]
    assert Counter(world.ids("Sent")) == Counter(_sent(world))


def _sent(world: World) -> list[str]:
    """Message-IDs of which the Sent folder is to hold a copy."""
    shop = world.shop()
    named = {row["id"]: row["message_id"] for row in shop.rows("drafts")}
    copies = [named[row["draft_id"]] for row in shop.rows("effects") if row["kind"] == "sent_copy"]
    shop.app.engine.dispose()
    return copies
