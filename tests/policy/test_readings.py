"""Contradictions: each side with what would follow from it, for the person who has to choose."""

from pathlib import Path

import pytest
import yaml

from triage.loaders.kit import load_packs
from triage.policy.facts import read_case
from triage.policy.readings import readings_of

ROOT = Path(__file__).resolve().parents[2]
PACKS = {store: versions[0] for store, versions in load_packs(ROOT).items()}
CASES = [
    read_case(data)
    for store in sorted(PACKS)
    for data in yaml.safe_load((ROOT / "data/policies" / store / "cases.yaml").read_text(encoding="utf-8"))
]


def a_case(**changes):
    order = {
        "number": "20655",
        "delivered_at": "2026-03-01T16:00:00Z",
        "country": "US",
        "items": [{"kind": "necklace", "sale": False, "discount_percent": 0, "personalized": False}],
    }
    message = {
        "wants": ["replacement"],
        "reason": "arrived_damaged",
        "fault_since": "arrival",
        "has_photo": True,
        "states_description": True,
    }
    data = {"id": "a", "store": "migems", "category": "damaged", "as_of": "2026-03-15T10:00:00Z"}
    return read_case(data | {"order": order | changes.pop("order", {}), "message": message} | changes)


def test_two_windows_of_one_page_are_two_readings_with_opposite_ends():
    strict, lenient = readings_of(PACKS["migems"], a_case())
    assert strict.clause.startswith("Damaged or Defective Items")
    assert strict.decision.decision == "deny"
    assert lenient.decision.decision == "approve"
    assert lenient.decision.remedies == ("replacement", "refund")
    assert lenient.decision.statements == ("damage.taken_up",)
    assert (strict.decision.deadline, lenient.decision.deadline) == ("2026-03-08", "2026-03-31")


def test_a_case_that_the_page_decides_has_no_readings():
    assert readings_of(PACKS["migems"], a_case(as_of="2026-03-05T10:00:00Z")) == ()


def test_two_calendars_that_disagree_are_two_readings():
    data = {
        "id": "a",
        "store": "mila_mvmt",
        "category": "other",
        "as_of": "2026-04-01T02:00:00Z",
        "order": {
            "number": "10482",
            "delivered_at": "2026-03-01T16:00:00Z",
            "payment": "card",
            "items": [{"kind": "apparel", "final_sale": False, "discount_percent": 0, "exchanged_before": False}],
        },
        "message": {"wants": ["exchange"], "reason": "poor_fit", "condition": ["unworn", "unwashed", "tags_intact"]},
        "case": {"time_zone": "America/New_York"},
    }
    utc, local = readings_of(PACKS["mila_mvmt"], read_case(data))
    assert (utc.clause, utc.decision.decision) == ("counted in UTC", "deny")
    assert local.decision.decision in ("approve", "needs_info")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_reading_decides_something_and_has_words_for_it(case):
    pack = PACKS[case.store]
    for reading in readings_of(pack, case):
        assert reading.decision.decision in ("approve", "deny", "needs_info", "inform")
        assert set(reading.decision.statements) <= set(pack.statements)
        assert reading.decision.statements or reading.decision.missing
