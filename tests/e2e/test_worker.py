"""The worker on real Dovecot: each mail one ticket and one draft, whatever is restarted or killed."""

import random
import signal
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.e2e.conftest import Shop, counts, eventually
from tests.e2e.mailbag import Posted, mailbag, post
from triage import worker

MANY = 500


def persons(mails: list[Posted]) -> list[str]:
    return sorted(mail.name for mail in mails if not mail.automatic)


@pytest.fixture
def full(shop: Shop) -> tuple[Shop, list[Posted]]:
    """A mailbox with 500 mails."""
    with shop.box() as box:
        return shop, post(box, mailbag(MANY))


def inbox_flags(shop: Shop) -> dict[int, tuple[bytes, ...]]:
    with shop.box() as box:
        box.select_folder("INBOX", readonly=True)
        return {uid: tuple(sorted(data[b"FLAGS"])) for uid, data in box.fetch(box.search("ALL"), ["FLAGS"]).items()}


def test_each_mail_becomes_one_ticket_and_one_draft_and_a_second_pass_changes_nothing(full):
    shop, mails = full
    app = shop.app()
    assert worker.run(app, once=True) == 0
    first = counts(app)
    assert (first.tickets, first.messages, first.waiting) == (MANY, MANY, 0)
    assert shop.drafts() == persons(mails)
    flags = inbox_flags(shop)
    assert len(flags) == MANY
    assert not any(b"\\Seen" in each or b"\\Deleted" in each for each in flags.values())
    assert sum(b"$Triaged" in each for each in flags.values()) == MANY

    assert worker.run(app, once=True) == 0
    assert counts(app) == first
    assert shop.drafts() == persons(mails)
    assert inbox_flags(shop) == flags


def test_the_worker_goes_on_by_itself_when_the_server_restarts_under_it(full, ended):
    shop, mails = full
    process = ended(shop.start("worker"))
    app = shop.app()
    assert eventually(lambda: counts(app).messages > 50), shop.said("worker")
    shop.server.kill()
    time.sleep(1)
    shop.server.start()
    assert eventually(lambda: len(shop.drafts()) >= len(persons(mails)), seconds=60, every=0.5), shop.said("worker")
    with shop.box() as box:
        later = post(box, mailbag(5, seed=8))
    wanted = sorted(persons(mails) + persons(later))
    assert eventually(lambda: shop.drafts() == wanted, seconds=60, every=0.5), shop.said("worker")
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_ten_kills_at_random_moments_lose_nothing_and_double_nothing(full, ended):
    shop, mails = full
    chance = random.Random(11)
    app = shop.app()
    for _ in range(10):
        before = counts(app)
        process = ended(shop.start("worker"))
        eventually(lambda before=before: counts(app) != before or counts(app).drafts >= len(persons(mails)), every=0.02)
        time.sleep(chance.uniform(0, 0.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
    later = replace(app, now=lambda: app.now() + timedelta(minutes=1))
    for now in (app, later):  # drafts in doubt are looked for twice
        assert worker.run(now, once=True) == 0
    after = counts(app)
    assert (after.tickets, after.messages, after.waiting) == (MANY, MANY, 0)
    assert shop.drafts() == persons(mails)


def test_a_mail_that_comes_while_the_worker_idles_has_its_draft_within_a_second_or_so(shop, ended):
    ended(shop.start("worker"))
    with shop.box() as box, shop.box() as watcher:
        post(box, mailbag(1, seed=1))
        assert eventually(lambda: bool(_drafts_seen(watcher)), seconds=40), shop.said("worker")
        waits = []
        for number in range(9):
            already = _drafts_seen(watcher)
            time.sleep(0.3)
            started = time.monotonic()
            post(box, mailbag(1, seed=100 + number))
            assert eventually(lambda already=already: _drafts_seen(watcher) > already, seconds=10, every=0.01)
            waits.append(time.monotonic() - started)
    assert sorted(waits)[len(waits) // 2] <= 1.0, waits


def _drafts_seen(watcher: object) -> int:
    return int(watcher.folder_status("Drafts", ["MESSAGES"])[b"MESSAGES"])
