"""Each shop's worked cases: what a careful reader of its page expects, decided by its pack."""

from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest
import yaml

from triage.policy.evaluate import decide
from triage.policy.facts import read_case
from triage.policy.pack import PolicyPack, parse_pack
from triage.policy.vocabulary import CATEGORIES

POLICIES = Path(__file__).parents[2] / "data" / "policies"
STORES = sorted(folder.name for folder in POLICIES.iterdir() if (folder / "cases.yaml").exists())


def the_pack(store: str) -> PolicyPack:
    path = POLICIES / store / "pack.yaml"
    return parse_pack(path.read_text(encoding="utf-8"), f"{store}/pack.yaml")


PACKS = {store: the_pack(store) for store in STORES}
CASES = [
    pytest.param(case, id=f"{store}-{case['id']}")
    for store in STORES
    for case in yaml.safe_load((POLICIES / store / "cases.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_a_worked_case_is_decided_as_its_page_says(case: Mapping[str, dict]) -> None:
    decision = decide(PACKS[case["store"]], read_case(case))
    expected = case["expected"]
    told = decision.to_json()
    assert told["decision"] == expected["decision"], decision.rule_id
    assert told["deadline"] == expected.get("deadline"), decision.rule_id
    for name in ("missing", "remedies", "cites"):
        assert sorted(told[name]) == sorted(expected.get(name, [])), (name, decision.rule_id)


@pytest.mark.parametrize("store", STORES)
def test_every_store_has_twenty_worked_cases(store: str) -> None:
    cases = yaml.safe_load((POLICIES / store / "cases.yaml").read_text(encoding="utf-8"))
    assert len(cases) >= 20
    assert len({case["id"] for case in cases}) == len(cases)


REASONS = [
    "changed_mind",
    "poor_fit",
    "wrong_item_sent",
    "arrived_damaged",
    "functional_fault",
    "not_in_parcel",
    "other",
]
WISHES = [[], ["refund"], ["exchange"], ["replacement"], ["cancel"], ["change"]]


@pytest.mark.parametrize("store", STORES)
@pytest.mark.parametrize("order", [{}, {"number": "1"}], ids=["no-number", "a-number"])
def test_a_mail_that_tells_little_gets_an_answer_with_reasons(store: str, order: Mapping[str, str]) -> None:
    for category, reason, wants in product(CATEGORIES, [None, *REASONS], WISHES):
        message = {"wants": wants} | ({"reason": reason} if reason else {})
        case = {
            "store": store,
            "category": category,
            "as_of": "2026-05-20T12:00:00Z",
            "order": order,
            "message": message,
        }
        decision = decide(PACKS[store], read_case(case))
        assert decision.statements or decision.missing, (case, decision.rule_id)
