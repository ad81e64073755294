"""How the engine decides: exceptions, contradictions, evidence, unknown facts, local dates."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from triage.policy.evaluate import decide
from triage.policy.facts import read_case
from triage.policy.pack import parse_pack
from triage.policy.view import View, view_of
from triage.policy.vocabulary import CATEGORIES, DECISIONS, FACTS, HISTORY, ITEM, MESSAGE, ORDER, FactType

POLICIES = Path(__file__).parents[2] / "data" / "policies"
PACKS = {
    path.parent.name: parse_pack(path.read_text(encoding="utf-8"), str(path)) for path in POLICIES.glob("*/pack.yaml")
}
SHOP = parse_pack(
    """
store: shop
name: Shop
contact: help@shop.example
in_force_from: 2026-01-01T00:00:00Z
languages: [en]
order_number: ['\\d{4}']
headings: [Returns, Faults, Gifts]
stated:
  days: {value: 14, unit: days, cites: [Returns]}
windows:
  back: {start: delivered_at, length: 14, unit: days}
topics:
  - id: faults
    when: {category: damaged}
    rules:
      - {id: fault, decide: approve, because: faults are mended, cites: [Faults], remedies: [replacement],
         requires: [order_number, photo, description], says: [soon], requires_says: [photos]}
      - {id: fault.gift, when: {item.gift: true}, decide: review, because: gifts are free, cites: [Faults, Gifts],
         between: ["Faults: mended", "Gifts: never"], overrides: [fault]}
  - id: returns
    rules:
      - {id: back, when: {window.back: open}, decide: approve, because: in time, cites: [Returns], remedies: [refund],
         deadline: [back], says: [until]}
      - {id: late, when: {window.back: closed}, decide: deny, because: late, cites: [Returns], deadline: [back],
         says: [here, paid]}
      - {id: early, when: {window.back: not_started}, decide: inform, because: not here, cites: [Returns]}
      - {id: gift, when: {item.gift: true}, decide: deny, because: gifts stay, cites: [Gifts], overrides: [back, early]}
statements:
  soon: We mend it.
  photos: Photos help.
  until: You have {days}, until {deadline}.
  here: It came on {delivered_at}.
  paid: It was paid on {refund_issued_at}.
  either_date: Two calendars.
  several_rules: Several articles.
  colleague: A person decides.
""",
    "shop/pack.yaml",
)
AS_OF = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)


def a_case(**parts: object) -> dict[str, object]:
    return {"store": "shop", "category": "other", "as_of": AS_OF.isoformat(), **parts}


def an_order(days_ago: int, **facts: object) -> dict[str, object]:
    delivered = (AS_OF - timedelta(days=days_ago)).isoformat()
    return {"number": "1234", "delivered_at": delivered, "items": [{"gift": False}], **facts}


def test_the_deciding_rule_gives_remedies_deadline_and_headings() -> None:
    decision = decide(SHOP, read_case(a_case(order=an_order(3))))
    assert (decision.decision, decision.remedies, decision.deadline) == ("approve", ("refund",), "2026-05-31")
    assert (decision.cites, decision.rule_id, decision.statements) == (("Returns",), "back", ("until",))
    assert decision.trace[0].rule == "back"
    assert decision.trace[0].outcome == "met"


def test_a_statement_needs_of_the_case_only_what_the_document_does_not_give() -> None:
    assert SHOP.slots["until"] == ("deadline",)


def test_an_exception_beats_the_rule_that_it_overrides() -> None:
    decision = decide(SHOP, read_case(a_case(order=an_order(3, items=[{"gift": True}]))))
    assert (decision.decision, decision.rule_id) == ("deny", "gift")
    assert {step.rule: step.outcome for step in decision.trace}["back"] == "overridden"


def test_a_contradiction_names_both_sides() -> None:
    decision = decide(SHOP, read_case(a_case(category="damaged", order=an_order(3, items=[{"gift": True}]))))
    assert (decision.decision, decision.conflicts) == ("review", ("Faults: mended", "Gifts: never"))


def test_only_absent_evidence_is_asked_for() -> None:
    message = {"has_photo": True}
    decision = decide(SHOP, read_case(a_case(category="damaged", order=an_order(3), message=message)))
    assert (decision.decision, decision.missing) == ("needs_info", ("description",))
    assert decision.remedies == ()
    assert decision.statements == ("photos",)


def test_no_evidence_is_asked_for_to_refuse() -> None:
    assert decide(SHOP, read_case(a_case(order=an_order(30)))).missing == ()


def test_an_unknown_fact_that_changes_nothing_is_not_asked_for() -> None:
    decision = decide(SHOP, read_case(a_case(order=an_order(30, items=[{}]))))
    assert (decision.decision, decision.missing) == ("deny", ())


def test_an_unknown_fact_on_which_it_turns_is_named() -> None:
    decision = decide(SHOP, read_case(a_case(order=an_order(3, items=[{}]))))
    assert (decision.decision, decision.missing) == ("needs_info", ("gift",))


def test_without_a_number_only_the_number_is_asked_for() -> None:
    assert decide(SHOP, read_case(a_case())).missing == ("order_number",)


def test_what_is_asked_for_comes_in_the_order_of_the_document() -> None:
    decision = decide(SHOP, read_case(a_case(category="damaged")))
    assert decision.missing == ("order_number", "photo", "description")


def test_a_day_is_told_only_when_it_is_known() -> None:
    decision = decide(SHOP, read_case(a_case(order=an_order(30))))
    assert decision.statements == ("here",)
    assert decision.days == (("delivered_at", date(2026, 4, 20)),)
    paid = decide(SHOP, read_case(a_case(order=an_order(30, refund_issued_at="2026-05-02T08:00:00Z"))))
    assert paid.statements == ("here", "paid")


def test_articles_under_different_rules_are_for_a_person() -> None:
    decision = decide(SHOP, read_case(a_case(order=an_order(3, items=[{"gift": True}, {"gift": False}]))))
    assert (decision.decision, decision.deadline) == ("review", "2026-05-31")
    assert decision.statements == ("several_rules", "colleague")


def test_the_later_end_of_two_calendars_is_the_one_still_open() -> None:
    case = a_case(as_of="2026-05-20T23:30:00Z", order=an_order(0, delivered_at="2026-05-06T20:00:00Z"))
    decision = decide(SHOP, read_case({**case, "case": {"time_zone": "Asia/Tokyo"}}))
    assert (decision.decision, decision.deadline) == ("approve", "2026-05-20")
    later = {**case, "as_of": "2026-05-21T01:00:00Z", "case": {"time_zone": "Asia/Tokyo"}}
    decision = decide(SHOP, read_case(later))
    assert (decision.decision, decision.deadline) == ("review", "2026-05-21")
    assert decision.statements == ("either_date", "colleague")


def test_an_answer_that_differs_by_the_calendar_is_left_to_a_person() -> None:
    order = {"number": "203418877", "return_code_issued_at": "2026-05-04T04:00:00Z"}
    asked = a_case(as_of="2026-05-18T17:00:00Z", order=order, message={"asks": ["return_code_validity"]})
    assert decide(PACKS["marketplace"], read_case({**asked, "store": "marketplace"})).decision == "inform"
    local = {**asked, "store": "marketplace", "case": {"time_zone": "Asia/Singapore"}}
    assert decide(PACKS["marketplace"], read_case(local)).decision == "review"


def test_local_dates_that_disagree_leave_it_to_a_person() -> None:
    delivered = "2026-05-06T10:00:00Z"
    case = a_case(as_of="2026-05-20T23:30:00Z", order=an_order(0, delivered_at=delivered))
    assert decide(SHOP, read_case(case)).decision == "approve"
    decision = decide(SHOP, read_case({**case, "case": {"time_zone": "Asia/Tokyo"}}))
    assert (decision.decision, decision.deadline) == ("review", "2026-05-20")
    assert len(decision.conflicts) == 2


def test_articles_under_different_rules_leave_it_to_a_person() -> None:
    decision = decide(SHOP, read_case(a_case(order=an_order(3, items=[{"gift": True}, {"gift": False}]))))
    assert decision.decision == "review"


def test_the_json_has_the_fields_of_the_contract() -> None:
    told = decide(SHOP, read_case(a_case(order=an_order(3)))).to_json()
    assert list(told) == ["decision", "remedies", "missing", "deadline", "cites", "conflicts", "trace"]


def values_of(kind: FactType) -> st.SearchStrategy[object]:
    moments = st.integers(-60 * 24, 24).map(lambda hours: (AS_OF + timedelta(hours=hours)).isoformat())
    match kind.kind:
        case "time":
            return st.none() | moments
        case "flag":
            return st.booleans()
        case "number":
            return st.sampled_from([0, 10, 49.9, 50, 100])
        case "choice":
            return st.sampled_from(kind.values)
        case "choices":
            return st.lists(st.sampled_from(kind.values), max_size=2, unique=True)
        case "zone":
            return st.sampled_from(["UTC", "Asia/Singapore", "America/Los_Angeles"])
        case _:
            return st.sampled_from(["US", "DE", "SG"])


def some_of(kinds: dict[str, FactType]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional={name: values_of(kind) for name, kind in kinds.items()})


CASES = st.fixed_dictionaries(
    {
        "store": st.just("shop"),
        "category": st.sampled_from(CATEGORIES),
        "as_of": st.just(AS_OF.isoformat()),
        "order": st.builds(
            lambda order, items: {**order, **({"items": items} if items else {})},
            some_of(dict(ORDER)),
            st.lists(some_of(dict(ITEM)), max_size=2),
        ),
        "message": some_of(dict(MESSAGE)),
        "case": some_of(dict(HISTORY)),
    }
)


@pytest.mark.parametrize("store", sorted(PACKS))
@settings(max_examples=150, deadline=None)
@given(data=CASES)
def test_any_case_is_decided_in_the_terms_of_the_contract(store: str, data: dict[str, object]) -> None:
    pack, case = PACKS[store], read_case(data)
    decision = decide(pack, case)
    assert decision.decision in DECISIONS
    assert bool(decision.missing) == (decision.decision == "needs_info")
    assert set(decision.cites) <= set(pack.headings)
    assert set(decision.statements) <= set(pack.statements)
    assert all(decision.deadline or "{deadline}" not in pack.statements[key] for key in decision.statements)
    assert not (decision.decision == "review" and not decision.conflicts)
    assert decide(pack, case) == decision


@settings(max_examples=300, deadline=None)
@given(
    days_ago=st.integers(0, 40),
    gift=st.booleans(),
    photo=st.booleans(),
    category=st.sampled_from(["damaged", "other"]),
    hidden=st.sets(st.sampled_from(["delivered_at", "gift"])),
)
def test_a_decision_taken_without_a_fact_holds_once_it_is_known(
    days_ago: int, gift: bool, photo: bool, category: str, hidden: set[str]
) -> None:
    message = {"has_photo": photo, "states_description": True}
    whole = a_case(category=category, message=message, order=an_order(days_ago, items=[{"gift": gift}]))
    order = an_order(days_ago, items=[{} if "gift" in hidden else {"gift": gift}])
    if "delivered_at" in hidden:
        del order["delivered_at"]
    partial = decide(SHOP, read_case({**whole, "order": order}))
    if partial.decision != "needs_info":
        assert partial.decision == decide(SHOP, read_case(whole)).decision


def read_value(kind: FactType, value: Any) -> Any:
    """A drawn JSON value as the engine keeps it."""
    readers: dict[str, Callable[[Any], object]] = {"time": datetime.fromisoformat, "number": float, "choices": tuple}
    return readers[kind.kind](value) if value is not None and kind.kind in readers else value


FACT_KINDS = {name: kind for name, kind in FACTS.items() if name not in ("as_of", "category")}


@pytest.mark.parametrize("store", sorted(PACKS))
@settings(max_examples=200, deadline=None)
@given(data=CASES, drawn=st.data())
def test_what_an_assumption_does_not_touch_is_as_if_worked_out_anew(
    store: str, data: dict[str, object], drawn: st.DataObject
) -> None:
    pack, case = PACKS[store], read_case(data)
    view = view_of(case, {}, pack.presumed, UTC)
    for _ in range(2):
        fact = drawn.draw(st.sampled_from(sorted(FACT_KINDS)))
        value = drawn.draw(values_of(FACT_KINDS[fact]))
        view = view.assume(fact, read_value(FACT_KINDS[fact], value))
        for clauses in (pack.topics, *(topic.rules for topic in pack.topics)):
            assert list(view.truths(clauses)) == [clause.holds(View(view.known)) for clause in clauses]
        for window in pack.windows.values():
            assert view.standing(window) == View(view.known).standing(window)
