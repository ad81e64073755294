"""Laws that hold for every pack: order of rules, added and hidden facts, the edges of every time limit."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.policy.test_evaluate import values_of
from triage.policy.decision import Decision
from triage.policy.evaluate import decide
from triage.policy.facts import read_case
from triage.policy.pack import PolicyPack, parse_pack
from triage.policy.vocabulary import ITEM, MESSAGE, ORDER
from triage.policy.windows import CLOSED, OPEN, Standing, Window, standing

POLICIES = Path(__file__).parents[2] / "data" / "policies"
TEXTS = {path.parent.name: path.read_text(encoding="utf-8") for path in POLICIES.glob("*/pack.yaml")}
PACKS = {store: parse_pack(text, f"{store}/pack.yaml") for store, text in TEXTS.items()}
STORES = sorted(PACKS)
PARTS = {"order": ORDER, "message": MESSAGE, "item": ITEM}
WORKED = {store: yaml.safe_load((POLICIES / store / "cases.yaml").read_text(encoding="utf-8")) for store in STORES}


def shuffled(store: str, seed: int) -> PolicyPack:
    form = yaml.safe_load(TEXTS[store])
    for topic in form["topics"]:
        Random(seed).shuffle(topic["rules"])
    return parse_pack(yaml.safe_dump(form, allow_unicode=True, sort_keys=False), f"{store}/pack.yaml")


def outcome(decision: Decision) -> tuple[object, ...]:
    """What a decision comes to, whatever the order in which it is told."""
    sets = (decision.remedies, decision.missing, decision.cites, decision.conflicts, decision.statements)
    return (decision.decision, decision.deadline, *(frozenset(one) for one in sets))


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("store", STORES)
def test_the_order_of_the_rules_of_a_topic_changes_nothing(store: str, seed: int) -> None:
    other = shuffled(store, seed)
    for data in WORKED[store]:
        case = read_case(data)
        assert outcome(decide(other, case)) == outcome(decide(PACKS[store], case)), data["id"]


NOT_HIDDEN = ("number", "return_sent_at")
"""Without a number there is no order; goods that are not told to be on their way have not been sent by the contract."""


def one_fact_less(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The case without one of the facts of its order or of its first article."""
    order = data.get("order", {})
    for name in order.keys() - {"items", *NOT_HIDDEN}:
        yield name, {**data, "order": {key: value for key, value in order.items() if key != name}}
    for name in (order.get("items") or [{}])[0]:
        less = deepcopy(data)
        del less["order"]["items"][0][name]
        yield name, less


@pytest.mark.parametrize("store", STORES)
def test_what_is_unknown_never_speaks_against_the_customer(store: str) -> None:
    for data in WORKED[store]:
        known = decide(PACKS[store], read_case(data)).decision
        for name, less in one_fact_less(data):
            if decide(PACKS[store], read_case(less)).decision == "deny":
                assert known == "deny", (data["id"], name)


KINDS = sorted(
    {(part, name): kind for part, kinds in PARTS.items() for name, kind in kinds.items()}.items(),
    key=lambda pair: pair[0],
)
REFUSED = {store: [one for one in WORKED[store] if one["expected"]["decision"] == "deny"] for store in STORES}


@pytest.mark.parametrize("store", STORES)
@settings(max_examples=200, deadline=None)
@given(drawn=st.data())
def test_a_refusal_does_not_turn_into_asking_for_what_was_just_told(store: str, drawn: st.DataObject) -> None:
    more = deepcopy(drawn.draw(st.sampled_from(REFUSED[store])))
    (part, name), kind = drawn.draw(st.sampled_from(KINDS))
    value = drawn.draw(values_of(kind))
    if part == "item":
        order = more.setdefault("order", {})
        order["items"] = [{**item, name: value} for item in order.get("items") or [{}]]
    else:
        more[part] = {**more.get(part, {}), name: value}
    decision = decide(PACKS[store], read_case(more))
    assert name not in decision.missing or value is None


ZONES = ["Europe/Berlin", "America/Los_Angeles", "Asia/Singapore"]
NIGHTS = [date(2026, 3, 29), date(2026, 10, 25), date(2026, 3, 8), date(2026, 11, 1), date(2026, 6, 9)]
"""Both nights on which the clocks of Europe and of the United States change, and one on which none does."""
LIMITS = [
    pytest.param(window, id=f"{store}-{name}") for store in STORES for name, window in PACKS[store].windows.items()
]


def stand(window: Window, started: datetime, now: datetime, zone: ZoneInfo) -> Standing:
    """The standing when the event came at `started` and what counts happened at `now`."""
    counted = {"sending": "return_sent_at", "report": "first_reported_at", "now": "as_of"}[window.counts]
    known = {"as_of": now, window.start[0]: started, counted: now}
    found = standing(window, {**known, "as_of": max(now, started)}, zone)
    assert isinstance(found, Standing)
    return found


def midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


@pytest.mark.parametrize("window", LIMITS)
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("night", NIGHTS)
def test_a_window_closes_with_its_last_second_and_not_before(window: Window, zone: str, night: date) -> None:
    local = ZoneInfo(zone)
    for before in (0, window.length):  # the clocks change as the window opens, or as it ends
        started = midnight(night - timedelta(days=before if window.unit == "days" else 0), local)
        if window.unit == "hours":
            end = started + timedelta(hours=window.length, minutes=1)
        else:
            last = stand(window, started, started, local).last
            assert isinstance(last, date)
            end = midnight(last + timedelta(days=1), local)
        assert stand(window, started, end - timedelta(seconds=1), local).state == OPEN
        assert stand(window, started, end, local).state == CLOSED
        assert stand(window, started, end - timedelta(days=1), local).state == OPEN
        assert stand(window, started, end + timedelta(days=1), local).state == CLOSED


@pytest.mark.parametrize("window", [limit for limit in LIMITS if limit.values[0].unit == "days"])
@pytest.mark.parametrize("zone", ZONES)
def test_a_day_window_ends_as_many_calendar_days_after_its_first_day(window: Window, zone: str) -> None:
    local = ZoneInfo(zone)
    for night in NIGHTS:
        for second in (0, 1, 86399 - 7200):
            started = midnight(night, local) + timedelta(seconds=second)
            assert stand(window, started, started, local).last == night + timedelta(days=window.length)
