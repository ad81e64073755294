"""Facts of claims: measured on a table of mails in six languages, written before the phrases were tuned."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stages.extracting.mails import extracted

TABLE = [json.loads(line) for line in (Path(__file__).parent / "facts.jsonl").read_text("utf-8").splitlines()]
LANGUAGES = ("en", "de", "fr", "es", "it", "pt")
GIVEN = frozenset({"has_photo", "has_video"})
Fact = tuple[str, str, str]


def pairs(where: str, facts: dict[str, object]) -> Iterator[Fact]:
    """Single facts: one for each value of a list."""
    for name, value in facts.items():
        for one in value if isinstance(value, list) else [value]:
            if name not in GIVEN:
                yield where, name, str(one)


def expected_and_found(row: dict) -> tuple[set[Fact], set[Fact]]:
    claims = extracted(row["text"], *row["labels"], subject=row["subject"], files=row["attachments"]).claims
    expected = {pair for at, facts in enumerate(row["claims"]) for pair in pairs(f"{row['id']}/{at}", facts)}
    found = {pair for at, one in enumerate(claims) for pair in pairs(f"{row['id']}/{at}", dict(one.facts))}
    return expected, found


def measured(rows: list[dict]) -> tuple[float, float]:
    """Precision and recall over single facts."""
    expected, found = set(), set()
    for row in rows:
        told, seen = expected_and_found(row)
        expected |= told
        found |= seen
    return len(expected & found) / len(found), len(expected & found) / len(expected)


def test_facts_are_read_precisely_and_mostly_found():
    precision, recall = measured(TABLE)
    assert precision >= 0.97
    assert recall >= 0.85


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_falls_behind(language):
    precision, recall = measured([row for row in TABLE if row["id"].startswith(language)])
    assert precision >= 0.94
    assert recall >= 0.8
