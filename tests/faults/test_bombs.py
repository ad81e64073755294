"""Two hundred bombs through the reader that serves: each is a ticket or in quarantine, within its walls."""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes.shop import NOON
from tests.faults.bombs import bombs
from tests.faults.conftest import FULL
from tests.faults.reading import NO_KIT, ROOT, cpu_seconds, peak_bytes
from triage.reader.apart import ReadingChild
from triage.reader.process import ReadingFailedError
from triage.reader.walls import MEMORY_BYTES
from triage.records import RawMail

MOST_SECONDS = 5.0
BOMBS = bombs()
QUICK = [name for name in BOMBS if not name.startswith("hostile file")]
"""The files are tried one by one in every run by tests/stages/examining; making them takes long."""


@pytest.fixture(scope="module")
def child() -> Iterator[ReadingChild]:
    reader = ReadingChild(ROOT)
    yield reader
    reader.close()


def test_there_are_two_hundred_bombs():
    assert len(BOMBS) >= 200


@pytest.mark.row(19, 20, 22)
@pytest.mark.timeout(3600)
def test_a_bomb_is_a_ticket_or_in_quarantine_within_five_seconds_and_half_a_gigabyte(
    child: ReadingChild, volume: Callable[[int], int], chance: random.Random
):
    names = list(BOMBS) if FULL else chance.sample(QUICK, volume(len(BOMBS)))
    spent: list[tuple[float, int, str, str]] = []
    for name in names:
        raw = BOMBS[name]()
        before = cpu_seconds(child)
        became = _became(child, raw)
        spent.append((cpu_seconds(child) - before, peak_bytes(child) >> 20, became, f"{name}, {len(raw) >> 10} kB"))
    _note(spent)
    assert not [one for one in spent if one[2] == "read again"]
    assert not [one for one in spent if one[0] > MOST_SECONDS]
    assert not [one for one in spent if one[1] > MEMORY_BYTES >> 20]


def _became(child: ReadingChild, raw: bytes) -> str:
    try:
        (reading,) = child([RawMail(raw=raw, received_at=NOON, source="bomb")], "mila_mvmt", NO_KIT, frozenset())
    except ReadingFailedError as fault:
        return "quarantine" if fault.certain else "read again"
    return "ticket, cut" if reading.mail.problems else "ticket"


def _note(spent: list[tuple[float, int, str, str]]) -> None:
    """Keep the figures where the caller asked for them."""
    if target := os.environ.get("TRIAGE_FIGURES"):
        lines = [f"{seconds:5.2f} s {megabytes:4d} MB {became}: {name}" for seconds, megabytes, became, name in spent]
        Path(target).write_text("\n".join(sorted(lines, reverse=True)) + "\n")
