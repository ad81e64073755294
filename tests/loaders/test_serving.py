"""What served before, and the way back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from triage.errors import OperatorError, RetryLater
from triage.loaders.schedule import Retraining, parse_retraining
from triage.loaders.serving import alone, note_switch, read_card, served_before, serving_now, switches

DAY = datetime(2026, 3, 2, tzinfo=UTC)


def switch(models: Path, name: str, before: str, kind: str = "promote") -> None:
    note_switch(models, name, before, kind=kind, by="person", at=DAY)


def test_without_a_history_there_is_no_way_back(tmp_path: Path):
    assert served_before(tmp_path, "a") == []
    assert serving_now(tmp_path) == ""


def test_each_rollback_goes_one_further_back(tmp_path: Path):
    switch(tmp_path, "b", "a")
    switch(tmp_path, "c", "b")
    assert served_before(tmp_path, "c") == ["a", "b"]
    switch(tmp_path, "b", "c", "rollback")
    assert served_before(tmp_path, "b") == ["a"]
    switch(tmp_path, "a", "b", "rollback")
    assert served_before(tmp_path, "a") == []
    switch(tmp_path, "d", "a")
    assert served_before(tmp_path, "d") == ["a"]
    assert len(switches(tmp_path)) == 5


def test_a_spoilt_history_is_an_error_with_its_mend(tmp_path: Path):
    (tmp_path / "history.jsonl").write_text('{"name": "a"}\n')
    with pytest.raises(OperatorError, match="cannot be read"):
        switches(tmp_path)


def test_only_one_at_a_time(tmp_path: Path):
    with alone(tmp_path), pytest.raises(RetryLater), alone(tmp_path):
        pass
    with alone(tmp_path):
        pass


def test_a_card_that_is_none_reads_as_empty(tmp_path: Path):
    (tmp_path / "one").mkdir()
    assert read_card(tmp_path, "one") == {}
    (tmp_path / "one" / "card.json").write_text("[1]")
    assert read_card(tmp_path, "one") == {}


def test_the_schedule_has_a_quiet_hour_of_its_own():
    assert parse_retraining({}) == Retraining(hour=2, minute=30, rows=50)
    assert parse_retraining({"TRIAGE_RETRAIN_AT": "off"}) is None
    given = {"TRIAGE_RETRAIN_AT": "23:05", "TRIAGE_RETRAIN_ROWS": "200"}
    assert parse_retraining(given) == Retraining(hour=23, minute=5, rows=200)


@pytest.mark.parametrize(
    "given",
    [{"TRIAGE_RETRAIN_AT": "25:00"}, {"TRIAGE_RETRAIN_AT": "noon"}, {"TRIAGE_RETRAIN_ROWS": "0"}],
    ids=str,
)
def test_a_schedule_that_is_none_is_refused(given: dict[str, str]):
    with pytest.raises(OperatorError, match=next(iter(given))):
        parse_retraining(given)
