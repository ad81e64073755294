"""A shop owner's worked cases are decided by the pack; what differs is said in one line."""

import shutil
from pathlib import Path

import pytest

from triage.errors import InputError, OperatorError
from triage.usecases.explain_policy import explain_cases
from triage.usecases.worked_cases import check_cases

SIXTH = Path(__file__).parents[1] / "policy" / "sixth"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A data folder with the sixth shop alone."""
    folder = tmp_path / "data" / "policies" / "fernbrook"
    folder.mkdir(parents=True)
    for name in ("pack.yaml", "cases.yaml"):
        shutil.copy(SIXTH / name, folder)
    return tmp_path


def changed(shop: Path, old: str, new: str) -> Path:
    """The shop after one slip of the owner."""
    path = shop / "data" / "policies" / "fernbrook" / "cases.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_cases_that_the_pack_decides_as_expected_are_only_counted(shop: Path):
    assert check_cases(shop, "fernbrook") == (26, [])


def test_another_expectation_is_named_with_the_rule_that_differs(shop: Path):
    changed(shop, 'deadline: "2026-05-16"', 'deadline: "2026-05-17"')
    (line,) = check_cases(shop, "fernbrook")[1]
    assert line == "fernbrook-10: deadline: you expect 2026-05-17, rule tool.taken gives 2026-05-16"


def test_a_date_may_stand_without_quotes(shop: Path):
    changed(shop, 'deadline: "2026-05-16"', "deadline: 2026-05-16")
    assert check_cases(shop, "fernbrook")[1] == []


def test_a_misspelt_fact_is_named_with_its_case_and_the_others_are_still_decided(shop: Path):
    changed(shop, "kind: other", "kind: palnt")
    (line,) = check_cases(shop, "fernbrook")[1]
    assert line.startswith("fernbrook-05: `order.items[].kind` cannot be 'palnt'")


def test_a_case_that_expects_nothing_is_pointed_out(shop: Path):
    changed(shop, "  expected: {decision: approve", "  wished: {decision: approve")
    (line,) = check_cases(shop, "fernbrook")[1]
    assert "wished" in line


@pytest.mark.parametrize(("text", "what"), [("- [", "not YAML"), ("- one\n", "case 1: not a case")])
def test_a_file_that_holds_no_cases_says_where_it_is_wrong(shop: Path, text: str, what: str):
    (shop / "data" / "policies" / "fernbrook" / "cases.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=what):
        check_cases(shop, "fernbrook")


def test_a_shop_without_worked_cases_is_told_where_to_write_them(shop: Path):
    (shop / "data" / "policies" / "fernbrook" / "cases.yaml").unlink()
    with pytest.raises(OperatorError, match="no worked cases"):
        check_cases(shop, "fernbrook")
    with pytest.raises(OperatorError, match="no store"):
        check_cases(shop, "nowhere")


def test_the_worked_cases_are_explained_as_they_are_written(shop: Path):
    told = explain_cases(shop, shop / "data" / "policies" / "fernbrook" / "cases.yaml")
    assert "fernbrook-08" in told
    assert "one place gives 48 hours, another 5 days" in told
