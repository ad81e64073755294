"""Every pack in the repository parses, and its parts name one another correctly."""

from pathlib import Path

import pytest

from triage.policy.asides import OPEN_QUESTION
from triage.policy.evaluate import EITHER_DATE, SEVERAL_RULES
from triage.policy.pack import PackError, parse_pack

POLICIES = Path(__file__).parents[2] / "data" / "policies"
PACKS = sorted(POLICIES.glob("*/pack.yaml"))


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.parent.name)
def test_a_pack_of_the_repository_loads_under_its_own_name(path: Path) -> None:
    pack = parse_pack(path.read_text(encoding="utf-8"), str(path))
    assert pack.store == path.parent.name
    assert pack.in_force_from.tzinfo is not None
    assert len(pack.pack_version) == 12


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.parent.name)
def test_every_statement_and_caution_of_a_pack_is_used(path: Path) -> None:
    pack = parse_pack(path.read_text(encoding="utf-8"), str(path))
    rules = [rule.form for topic in pack.topics for rule in topic.rules]
    sides = [side for rule in rules for side in rule.between]
    assert {key for one in (*rules, *sides) for key in one.says} | {
        key for rule in rules for key in rule.requires_says
    } | {
        key for key in pack.statements if key.startswith("ask.") or key in (EITHER_DATE, SEVERAL_RULES, OPEN_QUESTION)
    } == set(pack.statements)
    assert {key for rule in rules for key in rule.avoids} == set(pack.cautions)


def test_a_misspelt_fact_names_file_rule_and_the_nearest_name() -> None:
    text = (
        PACKS[0]
        .read_text(encoding="utf-8")
        .replace("{asks: reply_time", "{ask: reply_time")
        .replace("asks: ", "askz: ")
    )
    with pytest.raises(PackError) as caught:
        parse_pack(text, "shop/pack.yaml")
    assert "shop/pack.yaml" in str(caught.value)
    assert "did you mean `asks`?" in caught.value.fix


@pytest.mark.parametrize(
    ("presumed", "fix"),
    [
        ("{channel: directly}", "did you mean `direct`?"),
        ("{item.sale: 'no'}", "write true or false"),
        ("{item.discount_percent: '0'}", "presume only a yes or no"),
    ],
)
def test_a_presumed_value_that_no_order_can_have_is_refused(presumed: str, fix: str) -> None:
    sixth = (Path(__file__).parent / "sixth" / "pack.yaml").read_text(encoding="utf-8")
    with pytest.raises(PackError) as caught:
        parse_pack(f"{sixth}\npresume: {presumed}\n", "shop/pack.yaml")
    assert fix in caught.value.fix
