"""Each page was read to its last sentence: every line is a rule, a statement, a contradiction or of no bearing."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from triage.policy.pack import PolicyPack, parse_pack

POLICIES = Path(__file__).parents[2] / "data" / "policies"
STORES = sorted(folder.name for folder in POLICIES.iterdir() if (folder / "pack.yaml").exists())
WHERE = ("rules", "stated", "statements", "contradiction")


def the_pack(store: str) -> PolicyPack:
    return parse_pack((POLICIES / store / "pack.yaml").read_text(encoding="utf-8"), f"{store}/pack.yaml")


def the_coverage(store: str) -> Mapping[str, list]:
    return yaml.safe_load((POLICIES / store / "coverage.yaml").read_text(encoding="utf-8"))


PACKS = {store: the_pack(store) for store in STORES}
COVERAGE = {store: the_coverage(store) for store in STORES}


def lines_of(store: str) -> Iterator[Mapping[str, object]]:
    return (line for heading in COVERAGE[store]["headings"] for line in heading["lines"])


def rules_of(store: str) -> Mapping[str, object]:
    return {rule.id: rule.form for topic in PACKS[store].topics for rule in topic.rules}


@pytest.mark.parametrize("store", STORES)
def test_every_heading_of_the_page_is_gone_through_once(store: str) -> None:
    assert [heading["heading"] for heading in COVERAGE[store]["headings"]] == list(PACKS[store].headings)


@pytest.mark.parametrize("store", STORES)
def test_every_line_is_kept_somewhere_or_says_why_it_bears_on_nothing(store: str) -> None:
    for line in lines_of(store):
        assert any(line.get(where) for where in WHERE) != bool(line.get("irrelevant")), line


@pytest.mark.parametrize("store", STORES)
def test_every_name_in_a_coverage_table_exists_in_its_pack(store: str) -> None:
    pack, rules = PACKS[store], rules_of(store)
    known = {"rules": rules, "stated": pack.stated, "statements": pack.statements, "contradiction": rules}
    for line in (*lines_of(store), *COVERAGE[store]["silences"]):
        for where in WHERE:
            assert set(line.get(where, [])) <= set(known[where]), line


@pytest.mark.parametrize("store", STORES)
def test_every_rule_rests_on_a_line_or_on_a_silence(store: str) -> None:
    lines = (*lines_of(store), *COVERAGE[store]["silences"])
    assert {name for line in lines for name in (*line.get("rules", []), *line.get("contradiction", []))} == set(
        rules_of(store)
    )


@pytest.mark.parametrize("store", STORES)
def test_a_contradiction_has_two_sides_and_every_declared_one_stands_in_the_table(store: str) -> None:
    named = {name for line in lines_of(store) for name in line.get("contradiction", [])}
    assert named == {name for name, form in rules_of(store).items() if form.between}


@pytest.mark.parametrize("store", STORES)
def test_a_person_who_has_to_choose_sees_what_follows_from_a_contradiction(store: str) -> None:
    for name, form in rules_of(store).items():
        assert not form.between or any(side.like or side.decide for side in form.between), name


@pytest.mark.parametrize("store", STORES)
def test_every_figure_of_the_page_stands_in_the_table(store: str) -> None:
    assert {name for line in lines_of(store) for name in line.get("stated", [])} == set(PACKS[store].stated)


@pytest.mark.parametrize("store", STORES)
def test_a_rule_is_listed_under_a_heading_that_it_cites(store: str) -> None:
    rules = rules_of(store)
    under: dict[str, set[str]] = {}
    for heading in COVERAGE[store]["headings"]:
        for line in heading["lines"]:
            for name in (*line.get("rules", []), *line.get("contradiction", [])):
                under.setdefault(name, set()).add(heading["heading"])
    for name, headings in under.items():
        assert headings & set(rules[name].cites), name
