"""The packs of the repository are free of faults, and the faults that lint looks for are found."""

from pathlib import Path

import pytest

from triage.policy import lint as lint_module
from triage.policy.evaluate import decide
from triage.policy.facts import read_case
from triage.policy.lint import NO_SOLVER, lint, linted
from triage.policy.pack import PolicyPack, parse_pack
from triage.policy.proving import logic

POLICIES = Path(__file__).parents[2] / "data" / "policies"
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
"""


def a_pack(rules: str) -> PolicyPack:
    return parse_pack(f"{HEAD}\ntopics:\n  - id: returns\n    rules:\n{rules}", "shop/pack.yaml")


def a_rule(name: str, when: str, decide: str, more: str = "") -> str:
    return f"      - {{id: {name}, when: {when}, decide: {decide}, because: it says so, cites: [Returns]{more}}}\n"


@pytest.mark.parametrize("path", sorted(POLICIES.glob("*/pack.yaml")), ids=lambda path: path.parent.name)
def test_a_pack_of_the_repository_has_no_faults(path: Path) -> None:
    assert lint(parse_pack(path.read_text(encoding="utf-8"), str(path))) == []


def test_a_case_that_no_rule_decides_is_shown() -> None:
    pack = a_pack(a_rule("in", "{window.back: open}", "approve"))
    found = next(finding for finding in lint(pack) if finding.kind == "undecided")
    assert found.witness is not None
    assert decide(pack, read_case(found.witness)).rule_id == ""


def test_an_undeclared_contradiction_is_shown_with_both_rules() -> None:
    pack = a_pack(
        a_rule("in", "{window.back: open}", "approve")
        + a_rule("out", "{window.back: [closed, not_started]}", "deny")
        + a_rule("gift", "{item.gift: true}", "deny")
    )
    found = next(finding for finding in lint(pack) if finding.kind == "conflict")
    assert "in (approve)" in found.what
    assert "gift (deny)" in found.what
    assert "it was a free gift" in found.words
    assert found.witness is not None
    assert decide(pack, read_case(found.witness)).decision == "review"


def test_a_rule_that_is_always_beaten_is_dead() -> None:
    pack = a_pack(
        a_rule("never", "{item.gift: true}", "deny") + a_rule("always", "{}", "inform", ", overrides: [never]")
    )
    assert [finding.rule for finding in lint(pack) if finding.kind == "dead_rule"] == ["never"]


def test_a_sound_pack_has_no_findings() -> None:
    pack = a_pack(
        a_rule("in", "{window.back: open}", "approve") + a_rule("out", "{window.back: [closed, not_started]}", "deny")
    )
    assert lint(pack) == []


def test_without_the_solver_packs_are_sampled_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lint_module, "find_spec", lambda _: None)
    pack = a_pack(a_rule("in", "{window.back: open}", "approve"))
    found = linted(pack)
    assert found.unproven == NO_SOLVER
    assert [finding.kind for finding in found.findings] == ["undecided"]


def test_with_the_solver_packs_are_proven() -> None:
    assert linted(a_pack(a_rule("all", "{}", "deny", ", deadline: back"))).unproven == ""


def test_where_the_solver_gives_up_packs_are_sampled_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logic, "EFFORT", 1)
    found = linted(a_pack(a_rule("in", "{window.back: open}", "approve")))
    assert found.unproven.startswith("sampled, not proven: ")
    assert found.unproven != NO_SOLVER
    assert [finding.kind for finding in found.findings] == ["undecided"]


def test_an_override_of_everything_by_two_rules_is_found_where_samples_miss_it() -> None:
    pack = a_pack(
        a_rule("done", "{cancelled_at: {surely: happened}}", "inform", ", overrides: '*'")
        + a_rule("crossed", "{item.preorder: true, reported_before_fulfilment: true}", "review", ", overrides: '*'")
        + a_rule("rest", "{}", "deny", ", deadline: back")
    )
    (finding,) = lint(pack)
    assert (finding.kind, finding.rule) == ("undecided", "returns")
    assert finding.what.startswith("crossed and done hold and override one another")
