"""The proof finds a seeded fault of each kind, finds none in a sound pack, and never contradicts the engine."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from triage.policy.evaluate import decide
from triage.policy.facts import read_case
from triage.policy.findings import Finding
from triage.policy.lint_sampled import sampled
from triage.policy.pack import PolicyPack, parse_pack
from triage.policy.proving.prove import prove

HEAD = """
store: shop
name: Shop
contact: help@shop.example
in_force_from: 2026-01-01T00:00:00Z
languages: [en]
order_number: ['\\d{4}']
headings: [Returns]
windows:
  back: {start: delivered_at, length: 14, unit: days}
  paid: {start: refund_approved_at, length: 10, unit: business_days, counts: now}
  wait: {start: last_customer_mail_at, length: 48, unit: hours, counts: now}
evidence:
  description: {states_description: true, not: {wants: change}}
"""
ATOMS = (
    "{item.gift: true}",
    "{window.back: open}",
    "{window.paid: closed}",
    "{window.wait: open}",
    "{wants: refund}",
    "{has_photo: true}",
    "{item.discount_percent: {min: 50}}",
    "{country: [DE, FR]}",
    "{condition: used}",
    "{cause: arrived_damaged}",
    "{item.preorder: {surely: true}}",
)
"""Conditions of which none says anything about another."""

Rules = list[tuple[str, list[str], str, str]]
"""Name, conditions, decision and what else the rule has."""


def a_pack(rules: Rules) -> PolicyPack:
    written = "".join(
        f"      - {{id: {name}, when: {{all: [{', '.join(when)}]}}, decide: {decision}, because: x{more}}}\n"
        for name, when, decision, more in rules
    )
    return parse_pack(f"{HEAD}\ntopics:\n  - id: all\n    rules:\n{written}", "shop/pack.yaml")


def a_tree(dice: random.Random, atoms: Sequence[str], path: list[str], rules: Rules) -> None:
    """Rules of which one and only one holds in each case."""
    if not atoms:
        decision = ("approve", "deny", "inform")[len(rules) % 3]
        rules.append((f"r{len(rules)}", path, decision, ""))
        return
    here, rest = atoms[0], atoms[1:] if dice.random() < 0.7 else ()
    a_tree(dice, rest, [*path, here], rules)
    a_tree(dice, rest, [*path, f"{{not: {here}}}"], rules)


def a_sound_pack(seed: int) -> tuple[random.Random, Rules]:
    dice, rules = random.Random(seed), []
    a_tree(dice, dice.sample(ATOMS, 3), [], rules)
    return dice, rules


def kinds(findings: Sequence[Finding]) -> set[str]:
    return {finding.kind for finding in findings}


def assert_confirmed(pack: PolicyPack, finding: Finding) -> None:
    """The engine says of the printed case what the finding says of it."""
    if finding.witness is None:
        return
    assert finding.words
    decision = decide(pack, read_case(json.loads(json.dumps(finding.witness))))
    met = {step.rule for step in decision.trace if step.outcome == "met"}
    match finding.kind:
        case "undecided":
            assert (decision.decision, decision.rule_id, met) == ("review", "", set())
        case "conflict":
            assert decision.decision == "review"
            assert sum(f"{name} (" in finding.what for name in met) == 2
        case "dead_rule":
            assert any(step.rule == finding.rule and step.outcome == "overridden" for step in decision.trace)
        case "unanswerable":
            assert decision.decision == "needs_info"
            assert decision.rule_id == finding.rule
        case "idle_window":
            assert finding.beside is not None
            assert decide(pack, read_case(finding.beside)).rule_id == decision.rule_id


seeds = given(seed=st.integers(0, 2**32))
some = settings(max_examples=15, deadline=None)


@some
@seeds
def test_a_sound_pack_gives_no_findings(seed: int) -> None:
    _, rules = a_sound_pack(seed)
    assert prove(a_pack(rules)) == []


@some
@seeds
def test_a_rule_left_out_leaves_cases_undecided(seed: int) -> None:
    dice, rules = a_sound_pack(seed)
    rules.remove(dice.choice(rules))
    pack = a_pack(rules)
    found = prove(pack)
    assert "undecided" in kinds(found) <= {"undecided", "idle_window"}
    for finding in found:
        assert_confirmed(pack, finding)
    assert "undecided" in kinds(sampled(pack))


@some
@seeds
def test_a_rule_beside_all_others_contradicts_each_that_decides_otherwise(seed: int) -> None:
    _, rules = a_sound_pack(seed)
    rules.append(("always", [], "deny", ""))
    pack = a_pack(rules)
    found = prove(pack)
    assert kinds(found) == {"conflict"}
    assert {finding.rule for finding in found} == {name for name, _, decision, _ in rules if decision != "deny"}
    for finding in found:
        assert_confirmed(pack, finding)
    assert kinds(sampled(pack)) == {"conflict"}


@some
@seeds
def test_a_rule_that_every_other_overrides_is_dead(seed: int) -> None:
    dice, rules = a_sound_pack(seed)
    when = dice.choice(rules)[1]
    rules = [(name, path, decision, ", overrides: [never]") for name, path, decision, _ in rules]
    pack = a_pack([*rules, ("never", when, "review", "")])
    found = prove(pack)
    assert [(finding.kind, finding.rule) for finding in found] == [("dead_rule", "never")]
    assert_confirmed(pack, found[0])
    assert [(finding.kind, finding.rule) for finding in sampled(pack)] == [("dead_rule", "never")]


@some
@seeds
def test_rules_that_override_one_another_leave_their_cases_undecided(seed: int) -> None:
    dice, rules = a_sound_pack(seed)
    name, when, decision, _ = dice.choice(rules)
    rules[int(name[1:])] = (name, when, decision, ", overrides: [other]")
    pack = a_pack([*rules, ("other", when, "review", f", overrides: [{name}]")])
    found = prove(pack)
    assert any(f"{name} hold and override one another" in finding.what for finding in found)
    for finding in found:
        assert_confirmed(pack, finding)


@some
@seeds
def test_the_proof_finds_whatever_samples_of_a_random_pack_find(seed: int) -> None:
    dice = random.Random(seed)
    rules: Rules = []
    for place in range(dice.randint(2, 6)):
        when = [one if dice.random() < 0.6 else f"{{not: {one}}}" for one in dice.sample(ATOMS, dice.randint(0, 3))]
        beats = f", overrides: [r{dice.randrange(place)}]" if place and dice.random() < 0.4 else ""
        rules.append((f"r{place}", when, dice.choice(("approve", "deny", "inform", "review")), beats))
    pack = a_pack(rules)
    found, tried = prove(pack), sampled(pack)
    for finding in found:
        assert_confirmed(pack, finding)
    assert kinds(tried) - {"dead_rule"} <= kinds(found)
    dead = {finding.rule for finding in found if finding.kind == "dead_rule"}
    assert dead <= {finding.rule for finding in tried if finding.kind == "dead_rule"}


def test_a_window_at_whose_end_nothing_changes_is_shown_with_the_day_and_the_next() -> None:
    both = "{any: [{window.back: open}, {window.back: [closed, not_started]}]}"
    pack = a_pack([("one", [both, "{wants: refund}"], "approve", ""), ("two", ["{not: {wants: refund}}"], "deny", "")])
    found = prove(pack)
    assert [(finding.kind, finding.rule) for finding in found] == [("idle_window", "window back")]
    assert "one names it" in found[0].what
    assert_confirmed(pack, found[0])


def test_evidence_that_no_answer_gives_is_shown() -> None:
    pack = a_pack(
        [
            ("change", ["{wants: change}"], "approve", ", requires: [description]"),
            ("other", ["{not: {wants: change}}"], "approve", ", requires: [description, photo]"),
        ]
    )
    found = prove(pack)
    assert [(finding.kind, finding.rule) for finding in found] == [("unanswerable", "change")]
    assert found[0].what.startswith("asks for description")
    assert_confirmed(pack, found[0])


def test_a_case_that_no_topic_takes_up_is_shown() -> None:
    text = (
        f"{HEAD}\ntopics:\n  - {{id: gifts, when: {{item.gift: true}}, rules: [{{id: a, decide: deny, because: x}}]}}\n"
    )
    pack = parse_pack(text, "shop/pack.yaml")
    (finding,) = prove(pack)
    assert (finding.kind, finding.rule) == ("undecided", "no topic")
    assert_confirmed(pack, finding)


def test_a_witness_holds_no_fact_that_the_fault_does_not_need() -> None:
    pack = a_pack([("gift", ["{item.gift: true}"], "deny", ""), ("rest", ["{not: {item.gift: true}}"], "approve", "")])
    assert prove(pack) == []
    broken = a_pack([("gift", ["{item.gift: true}", "{has_photo: true}"], "deny", "")])
    (finding,) = prove(broken)
    assert finding.witness is not None
    facts = {**finding.witness["order"], **finding.witness["message"], **finding.witness["case"]}  # type: ignore[dict-item]
    assert len(facts) == 1


@pytest.mark.parametrize(
    ("condition", "dead"),
    [
        ("{shipped_at: not_yet, delivered_at: {surely: happened}, window.back: open, received: false}", True),
        ("{window.back: open, window.paid: open}", False),
        ("{condition: used, all: [{condition: unused}]}", True),
        ("{production_started_at: happened, shipped: false}", False),
    ],
)
def test_what_no_record_can_hold_makes_a_rule_dead(condition: str, dead: bool) -> None:
    pack = a_pack([("rare", [condition], "deny", ", overrides: [rest]"), ("rest", [], "approve", "")])
    assert ("rare" in {finding.rule for finding in prove(pack)}) is dead


def test_the_same_pack_gives_the_same_witnesses_whatever_was_proven_before() -> None:
    rules: Rules = [("in", ["{window.back: open}"], "approve", ""), ("gift", ["{item.gift: true}"], "deny", "")]
    first = prove(a_pack(rules))
    prove(a_pack([("always", [], "deny", "")]))
    assert prove(a_pack(rules)) == first


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "data" / "policies").glob("*/pack.yaml")))
def test_every_window_of_the_repository_ends_where_it_says(path: Path) -> None:
    pack = parse_pack(path.read_text(encoding="utf-8"), str(path))
    assert "idle_window" not in kinds(prove(pack))
