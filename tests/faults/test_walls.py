"""Mails that try to take the machine: each is stopped at its own wall, and its neighbours hardly notice."""

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.e2e.mailbag import mailbag
from tests.fakes.shop import NOON, a_shop
from tests.faults.harm import HARMS, a_harmful, harmed
from tests.faults.reading import NO_KIT, ROOT, cpu_seconds
from triage.kit import Kit
from triage.reader.apart import PutAsideError, ReadingChild
from triage.reader.process import ReadingFailedError
from triage.reader.walls import SHARE_SECONDS
from triage.records import UNREADABLE, RawMail, Reading
from triage.usecases.ingest import poll
from triage.usecases.quarantine import release

INTERRUPTED = ("spins", "backtracks")
"""Harms in code that Python can interrupt; the others take their reader down."""


@pytest.fixture(scope="module")
def child() -> Iterator[ReadingChild]:
    reader = ReadingChild(ROOT, None, harmed)
    yield reader
    reader.close()


@pytest.fixture
def near_walls(monkeypatch: pytest.MonkeyPatch) -> None:
    """Walls that are reached sooner, where it does not matter how far away they stand."""
    monkeypatch.setattr("triage.reader.apart.SHARE_SECONDS", 0.3)
    monkeypatch.setattr("triage.reader.apart.ALONE_SECONDS", 0.6)


def some_mails(count: int) -> list[RawMail]:
    """Without pictures: a machine that has tesseract would read words in them, for seconds."""
    plain = (mail for mail in mailbag(2 * count + 2) if b"image/jpeg" not in mail.raw)
    return [RawMail(raw=mail.raw, received_at=NOON, source=mail.name) for mail in islice(plain, count)]


def read_by(child: ReadingChild, mails: list[RawMail]) -> dict[int, Reading]:
    try:
        return dict(enumerate(child(mails, "mila_mvmt", NO_KIT, frozenset())))
    except PutAsideError as some:
        return dict(some.readings)


@pytest.mark.row(9, 19)
@pytest.mark.parametrize("harm", HARMS)
def test_a_mail_that_harms_its_reader_is_put_aside_and_all_its_neighbours_are_read(
    child: ReadingChild, harm: str, volume: Callable[[int], int], monkeypatch: pytest.MonkeyPatch
):
    if harm == "sleeps":
        monkeypatch.setattr("triage.reader.apart.SILENT_SECONDS", 2.0)
    mails = some_mails(volume(100))
    place = len(mails) * 3 // 5
    bad = a_harmful(mails[place], harm)
    read_by(child, mails)
    start = cpu_seconds(child)
    sound = read_by(child, mails)
    without = cpu_seconds(child) - start
    start = cpu_seconds(child)
    readings = read_by(child, [*mails[:place], bad, *mails[place + 1 :]])
    read_by(child, mails[:1])  # the one that fell is counted once its successor is there
    delay = cpu_seconds(child) - start - without
    # A parser that runs out of memory is stopped by its own door: that mail is in quarantine without any delay.
    lost = set(range(len(mails))) - set(readings)
    assert lost == {place} or (harm == "hoards" and not lost and UNREADABLE in readings[place].mail.problems)
    readings.pop(place, None)
    sound.pop(place)
    assert readings == sound
    # What the two shares themselves may cost, and as much as a whole batch costs at this moment on this machine.
    assert delay < (SHARE_SECONDS if harm in INTERRUPTED else SHARE_SECONDS + 2.0) + 0.5 + 2 * without


@pytest.mark.row(19)
@pytest.mark.parametrize("harm", ["spins", "beyond"])
def test_a_mail_read_alone_is_stopped_before_five_seconds_of_processor_time(child: ReadingChild, harm: str):
    bad = a_harmful(some_mails(1)[0], harm)
    start = cpu_seconds(child)
    with pytest.raises(ReadingFailedError) as told:
        child([bad], "mila_mvmt", NO_KIT, frozenset())
    assert told.value.certain
    assert read_by(child, some_mails(3)).keys() == {0, 1, 2}
    assert cpu_seconds(child) - start < 5.5


@pytest.mark.row(9, 19)
def test_a_mail_that_hangs_while_it_works_a_little_is_put_aside_all_the_same(
    child: ReadingChild, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("triage.reader.apart.SILENT_SECONDS", 0.5)
    mails = some_mails(5)
    began = time.monotonic()
    readings = read_by(child, [a_harmful(mails[2], "dozes"), *mails[3:]])
    assert set(readings) == {1, 2}
    assert time.monotonic() - began < 60


@pytest.mark.row(9)
def test_a_slow_mail_that_comes_again_costs_its_neighbours_nothing(child: ReadingChild):
    mails = some_mails(20)
    bad = a_harmful(mails[3], "spins")
    read_by(child, [bad, *mails])
    start = cpu_seconds(child)
    assert set(read_by(child, [bad, *mails])) == set(range(1, 21))
    assert cpu_seconds(child) - start < 0.6


@pytest.mark.row(9)
@pytest.mark.parametrize("harm", ["beyond", "hoards"])
def test_one_poison_mail_of_a_hundred_is_in_quarantine_and_the_others_are_tickets(
    child: ReadingChild, engine: Engine, tmp_path: Path, volume: Callable[[int], int], near_walls: None, harm: str
):
    def read(mails: Sequence[RawMail], store: str, kit: Kit, own: frozenset[str]) -> list[Reading]:
        return child(mails, "mila_mvmt", kit, own)

    shop = a_shop(engine, tmp_path, read=read)
    mails = some_mails(volume(100))
    bad = a_harmful(mails[len(mails) // 2], harm)
    for mail in [*mails, bad]:
        shop.server.deliver(mail.raw, NOON)
    start = time.monotonic()
    report = poll(shop.app, shop.account, shop.mailbox)
    assert time.monotonic() - start < 60
    assert (report.triaged, report.quarantined) == (len(mails), 1)
    (ticket,) = [row for row in shop.rows("tickets") if row["status"] == "quarantined"]
    (message,) = [row for row in shop.rows("messages") if row["ticket_id"] == ticket["id"]]
    assert message["full_text"].startswith(f"X-Harm: {harm}\n")
    assert "could not be read: " in message["problems"][0]
    assert shop.app.blobs.get(message["sha256"]) == bad.raw
    for _ in range(3):
        shop.later(hours=8)
        assert poll(shop.app, shop.account, shop.mailbox).quarantined == 0


@pytest.mark.row(9)
def test_a_released_mail_that_is_still_poison_is_quarantined_again_with_the_same_promise(
    child: ReadingChild, engine: Engine, tmp_path: Path, near_walls: None
):
    shop = a_shop(engine, tmp_path, read=lambda mails, store, kit, own: child(mails, "mila_mvmt", kit, own))
    shop.server.deliver(a_harmful(some_mails(1)[0], "beyond").raw, NOON)
    poll(shop.app, shop.account, shop.mailbox)
    (before,) = shop.rows("tickets")
    release(shop.app, before["public_id"])
    shop.later(hours=1)
    assert poll(shop.app, shop.account, shop.mailbox).quarantined == 1
    (after,) = shop.rows("tickets")
    assert (after["status"], after["due_at"]) == ("quarantined", before["due_at"])
