"""Facts of claims: measured on a table of mails in six languages, written before the phrases were tuned."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.stages.extracting.mails import NUMBERS, a_mail, extracted, understood
from triage.stages.extract import extract

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


ONE_CLAIM = [
    json.loads(line) for line in (Path(__file__).parent / "facts_of_one_claim.jsonl").read_text("utf-8").splitlines()
]
WRITTEN_AT = datetime(2026, 5, 14, 10, tzinfo=UTC)


@pytest.mark.parametrize("row", ONE_CLAIM, ids=[row["id"] for row in ONE_CLAIM])
def test_what_one_mail_tells_of_its_claim_and_no_more_is_read(row):
    mail = replace(a_mail(row["text"]), date=WRITTEN_AT)
    view = replace(understood([row["label"]]), language=row["language"])
    claim = extract(mail, view, NUMBERS).claims[0]
    told = {name: fact for name, fact in claim.facts.items() if name not in GIVEN}
    assert {name: fact for name, fact in told.items() if (name, fact) != ("states_description", False)} == row["facts"]
    assert {name: str(day)[:10] for name, day in claim.told.items()} == row["told"]
