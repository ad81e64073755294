"""Windows, figures and headings of a pack have to agree."""

import pytest

from triage.policy.figures import figure_faults
from triage.policy.findings import Finding
from triage.policy.pack import parse_pack


def faults(windows: str, stated: str, rule: str = "deadline: [back]") -> list[Finding]:
    text = f"""
store: shop
name: Shop
contact: help@shop.example
in_force_from: 2026-01-01T00:00:00Z
languages: [en]
order_number: ['\\d{{4}}']
headings: [Returns, Refunds]
windows: {windows}
stated: {stated}
topics:
  - id: all
    rules:
      - {{id: one, decide: review, because: x, cites: [Returns], {rule}}}
"""
    return list(figure_faults(parse_pack(text, "shop/pack.yaml")))


def said(found: list[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.kind, finding.rule, finding.what) for finding in found]


BACK = "{back: {start: delivered_at, length: 14, unit: days}}"


@pytest.mark.parametrize(
    "figure",
    [
        "{value: 14, unit: days, cites: Returns}",
        "{value: 2, unit: weeks, cites: Returns}",
        "{value: 7-14, unit: days, cites: Returns}",
    ],
)
def test_a_window_as_long_as_its_figure_is_right(figure: str) -> None:
    assert faults(BACK, f"{{back_days: {figure}}}") == []


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("{value: 15, unit: days, cites: Returns}", "15 days"),
        ("{value: 14, unit: working days, cites: Returns}", "14 business days"),
        ("{value: 7-13, unit: days, cites: Returns}", "13 days"),
    ],
)
def test_a_window_that_differs_from_its_figure_is_shown_with_both(figure: str, expected: str) -> None:
    what = f"lasts 14 days; expected {expected}, as `back_days` states"
    assert said(faults(BACK, f"{{back_days: {figure}}}")) == [("figure", "window back", what)]


def test_a_window_without_a_figure_of_its_own_is_shown_when_it_is_one_off() -> None:
    (finding,) = faults(BACK, "{return_days: {value: 15, unit: days, cites: Returns}}")
    assert (finding.kind, finding.rule) == ("figure", "window back")


def test_a_window_of_another_length_than_every_figure_stands() -> None:
    assert faults(BACK, "{reply_days: {value: 5, unit: days, cites: Returns}}") == []


def test_a_window_that_no_rule_looks_at_is_shown() -> None:
    assert [finding.kind for finding in faults(BACK, "{}", "remedies: []")] == ["unused_window"]


def test_a_figure_under_a_heading_that_is_not_there_or_that_no_rule_cites_is_shown() -> None:
    stated = "{a: {value: 3, unit: percent, cites: Nowhere}, b: {value: 3, unit: percent, cites: Refunds}}"
    assert [finding.kind for finding in faults(BACK, stated)] == ["unknown_heading", "unused_heading"]


def test_a_side_of_a_contradiction_that_rests_on_no_heading_is_shown() -> None:
    two = "deadline: back, between: ['Returns and Refunds: in 14 days', 'Return: never']"
    assert faults(BACK, "{}", two.replace("Return:", "Refunds:")) == []
    (finding,) = faults(BACK, "{}", two.replace("Return:", "Retours:"))
    assert (finding.kind, finding.rule) == ("unknown_heading", "one")
    assert "did you mean `Returns`?" in finding.what
