"""Flags and keywords of people on customers' mails: the bot adds its own and touches no other."""

from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from imapclient import IMAPClient

from tests.fakes.shop import a_mail
from tests.faults.world import World
from tests.servers.dovecot import PASSWORD, Dovecot
from triage.store.engine import open_engine
from triage.store.migrate import upgrade
from triage.usecases.corrections import watch_keywords
from triage.usecases.effects import drain
from triage.usecases.ingest import poll

NUMBERS = count(1)
SYSTEM = [rb"\Seen", rb"\Answered", rb"\Flagged", rb"\Deleted", rb"\Draft"]
WORDS = [b"$Forwarded", b"$MDNSent", b"$Junk", b"NonJunk", b"work", b"$label1", b"triage", b"triaged", b"$Triage"]
FLAGS = st.lists(st.sampled_from([*SYSTEM, *WORDS]), unique=True, max_size=8)


@pytest.fixture
def world_of_flags(tmp_path: Path, dovecot: Dovecot) -> World:
    """A mailbox on the real server."""
    url = f"sqlite:///{tmp_path}/triage.db"
    made = World(
        url=url, folder=tmp_path, account=dovecot.account(since=timedelta(days=9), from_address="help@shop.example")
    )
    upgrade(open_engine(url))
    return made


@pytest.mark.row(29)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(flags=st.lists(FLAGS, min_size=1, max_size=12))
def test_whatever_flags_people_gave_to_a_mail_it_keeps_them(world_of_flags: World, flags: list[list[bytes]]):
    account, shop = world_of_flags.account, world_of_flags.shop()
    with (
        IMAPClient(account.host, account.port, ssl=False, timeout=30) as box,
        closing(shop.app.connect(account)) as bot,
    ):
        box.login(account.user, PASSWORD)
        box.select_folder("INBOX")
        for each in flags:
            box.append("INBOX", a_mail(next(NUMBERS), subject="damaged cup"), flags=each)
        box.noop()
        before = _flags(box)
        for _ in range(2):
            poll(shop.app, account, bot)
            drain(shop.app, account, bot)
            watch_keywords(shop.app, account, bot)
        box.noop()
        after = _flags(box)
    shop.app.engine.dispose()
    assert set(after) == set(before)
    added = {frozenset(after[uid] - before[uid]) for uid in before}
    assert {uid: flags - after[uid] for uid, flags in before.items() if flags - after[uid]} == {}
    assert added <= {frozenset({b"$Triaged", b"triage_damaged"}), frozenset()}
    assert all({b"$Triaged", b"triage_damaged"} <= flags for flags in after.values())


def _flags(box: IMAPClient) -> dict[int, set[bytes]]:
    return {uid: set(data[b"FLAGS"]) - {rb"\Recent"} for uid, data in box.fetch(box.search("ALL"), ["FLAGS"]).items()}
