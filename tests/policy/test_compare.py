"""What changed between two packs, in words."""

from pathlib import Path

import pytest

from triage.policy.compare import differences
from triage.policy.pack import parse_pack

FOLDER = Path(__file__).resolve().parents[2] / "data" / "policies"
TEXT = (FOLDER / "migems" / "pack.yaml").read_text(encoding="utf-8")


def changed(before, after):
    assert before in TEXT
    return differences(parse_pack(TEXT, "a"), parse_pack(TEXT.replace(before, after, 1), "b"))


@pytest.mark.parametrize("store", sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))
def test_a_pack_does_not_differ_from_itself(store):
    text = (FOLDER / store / "pack.yaml").read_text(encoding="utf-8")
    assert differences(parse_pack(text, "a"), parse_pack(text + "# a remark\n", "b")) == []


def test_a_figure_is_told_with_its_section():
    (line,) = changed("return_days: {value: 30,", "return_days: {value: 14,")
    assert line == (
        "figure `return_days`: 30 days (Eligibility for Returns; FAQ) -> 14 days (Eligibility for Returns; FAQ)"
    )


def test_a_time_limit_is_told_with_what_it_counts_from():
    (line,) = changed("return: {start: delivered_at, length: 30", "return: {start: delivered_at, length: 14")
    assert "30 days from delivered at, counting report -> 14 days" in line


def test_a_condition_is_told_before_and_after():
    (line,) = changed(
        "when: {is: [fault_on_arrival, sale], window.damage: open}", "when: {is: sale, window.damage: open}"
    )
    assert line.startswith("rule `damaged.sale` holds when is (sale) and window.damage open; before when is (")


def test_a_rule_that_says_something_else_is_told():
    (line,) = changed("        says: ship.us\n", "        says: ship.peak\n")
    assert line.endswith(", says: ship.us -> ship.peak")
