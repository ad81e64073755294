"""A sixth shop, written with docs/policy.md: its pack loads, is sound and decides as its page says."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from triage.policy.evaluate import decide
from triage.policy.facts import read_case
from triage.policy.lint import lint
from triage.policy.pack import parse_pack

SHOP = Path(__file__).parent / "sixth"
PACK = parse_pack((SHOP / "pack.yaml").read_text(encoding="utf-8"), "sixth/pack.yaml")
CASES = yaml.safe_load((SHOP / "cases.yaml").read_text(encoding="utf-8"))
PAGE = (SHOP / "page.txt").read_text(encoding="utf-8")


def test_every_case_of_the_sixth_shop_is_decided_and_nothing_clashes() -> None:
    assert lint(PACK) == []


def test_the_sixth_shop_cites_headings_of_its_page_only() -> None:
    assert set(PACK.headings) <= set(PAGE.splitlines())


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_a_case_of_the_sixth_shop_is_decided_as_its_page_says(case: Mapping[str, Mapping[str, object]]) -> None:
    told = decide(PACK, read_case(case)).to_json()
    names = ("decision", "deadline", "missing", "remedies", "cites")
    assert {name: told[name] for name in names} == {name: case["expected"][name] for name in names}
