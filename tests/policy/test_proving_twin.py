"""The formulas of the proof say of every case what the engine says of it."""

import random
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from triage.policy.completions import Leaf, leaf_of
from triage.policy.facts import Fact
from triage.policy.pack import PolicyPack, parse_pack
from triage.policy.proving.cases import FIRST_DAY, MAIL_WEEK, CaseFacts
from triage.policy.proving.logic import Formula, Model, Solver, all_of, any_of, equal, not_, start_afresh
from triage.policy.proving.rules import Encoder
from triage.policy.view import View
from triage.policy.vocabulary import CATEGORIES, FACTS

POLICIES = Path(__file__).parents[2] / "data" / "policies"
STORES = sorted(path.parent.name for path in POLICIES.glob("*/pack.yaml"))
TEXTS = ("US", "DE", "NO", "CH", "elsewhere")

# Every kind of condition, window and derived fact in one pack; a rule each.
EVERYTHING = """
store: shop
name: Shop
contact: help@shop.example
in_force_from: 2026-01-01T00:00:00Z
languages: [en]
order_number: ['\\d{4}']
headings: [Returns]
holidays: [2026-06-04, 2026-06-13, 2026-06-16]
windows:
  days: {start: delivered_at, length: 3, unit: days}
  sending: {start: delivered_at, length: 5, unit: days, counts: sending}
  now: {start: [placed_at, shipped_at], length: 4, unit: days, counts: now}
  hours: {start: placed_at, length: 30, unit: hours}
  working: {start: refund_approved_at, length: 3, unit: business_days, counts: now}
  reported: {start: shipped_at, length: 2, unit: business_days}
  reply: {start: [last_customer_mail_at, first_reported_at, as_of], length: 2, unit: business_days, counts: now}
  latest: {start: [last_customer_mail_at, last_store_reply_at], latest: true, length: 2, unit: days, counts: now}
definitions:
  sale: {on_sale: true}
topics:
  - id: first
    when: {any: [{category: size_question}, {asks: size_choice, item.gift: true}]}
    rules:
      - {id: size, decide: inform, because: it says so}
  - id: second
    rules:
RULES
"""
_CONDITIONS = """
{window.days:·open} {window.days:·closed} {window.days:·not_started} {window.sending:·open}
{window.now:·[open,not_started]} {window.hours:·open} {window.hours:·{surely:·closed}} {window.working:·open}
{window.working:·closed} {window.reported:·open} {window.reply:·closed} {window.latest:·open}
{window.latest:·closed} {shipped:·true} {fulfilled:·false} {delivered:·true} {answered:·true}
{reported_before_shipping:·true} {reported_before_fulfilment:·false} {reported_before_production:·true}
{underpaid:·true} {is:·sale} {cause:·arrived_damaged} {cause:·[not_in_parcel,unstated]}
{cause:·lost_in_transit} {cause:·marked_delivered} {cause:·not_arrived} {cause:·wrong_item_sent}
{reason:·known} {country:·[DE,CH]} {country:·known} {number:·known} {item.discount_percent:·{min:·50}}
{wants:·[refund,exchange]} {condition:·used} {has_photo:·{surely:·false}} {shipped_at:·not_yet}
{production_started_at:·happened} {refund_approved_at:·{surely:·happened}} {delivered_at:·known}
{tracking_status:·{surely:·lost}} {status:·[shipped,partial]} {not:·{received:·true}}
{any:·[{item.gift:·true},{window.days:·open}],not:·{shipped:·true}}
"""
CONDITIONS = tuple(one.replace("·", " ") for one in _CONDITIONS.split())


def everything() -> PolicyPack:
    rules = "".join(
        f"      - {{id: r{place}, when: {when}, decide: {('approve', 'deny')[place % 2]}, because: x}}\n"
        for place, when in enumerate(CONDITIONS)
    )
    return parse_pack(EVERYTHING.replace("RULES\n", rules), "shop/pack.yaml")


class Twin:
    """The formulas of a pack, to be asked about one case at a time."""

    def __init__(self, pack: PolicyPack) -> None:
        start_afresh()
        self.pack = pack
        self.facts = CaseFacts()
        encoder = Encoder(pack, self.facts)
        self.places, _ = encoder.places()
        self.solver = Solver()
        for rule in (*self.facts.well_formed(), *encoder.rules, *encoder.calendar.rules):
            self.solver.add(rule)

    def at(self, known: Mapping[str, Fact]) -> Model:
        found = self.solver.find(*(self._pin(name, known) for name in ("category", *self.facts.names)))
        assert found is not None, known
        return found

    def _pin(self, name: str, known: Mapping[str, Fact]) -> Formula:
        facts = self.facts
        if name != "as_of" and name not in known:
            return not_(facts.known(name))
        value, kind = known[name], FACTS[name].kind
        if kind == "time":
            return self._time(name, value)
        if kind == "flag":
            return facts.true(name) if value else facts.false(name)
        if kind == "number":
            assert isinstance(value, float)
            return all_of(facts.known(name), equal(facts.number(name), int(value)))
        named = value if isinstance(value, tuple) else (value,)
        each = [part if one in named else not_(part) for one, part in facts.values.get(name, {}).items()]
        return all_of(facts.known(name), *each)

    def _time(self, name: str, value: Fact) -> Formula:
        time = self.facts.time(name)
        if not isinstance(value, datetime):
            return time.not_yet
        since = value - FIRST_DAY
        return all_of(time.come, equal(time.day, since.days), equal(time.minute, since.seconds // 60))


def a_case(facts: CaseFacts, dice: random.Random, *, all_known: bool = False) -> dict[str, Fact]:
    """Any values for the facts of a pack, some left out."""
    as_of = FIRST_DAY + timedelta(days=MAIL_WEEK + dice.randrange(7), minutes=dice.randrange(24 * 60))
    known: dict[str, Fact] = {"as_of": as_of, "category": dice.choice(CATEGORIES)}
    for name in facts.names:
        if name != "as_of" and (all_known or dice.random() < 0.7):
            known[name] = a_value(name, as_of, dice)
    return known


def a_value(name: str, as_of: datetime, dice: random.Random) -> Fact:
    kind = FACTS[name]
    match kind.kind:
        case "time":
            back = dice.choice((timedelta(days=dice.randrange(8)), timedelta(minutes=dice.randrange(7 * 1440))))
            return None if dice.random() < 0.2 else as_of - back
        case "flag":
            return dice.random() < 0.5
        case "number":
            return float(dice.choice((0, 49, 50, 51)))
        case "choices":
            return tuple(dice.sample(kind.values, dice.randint(0, 3)))
        case "choice":
            return dice.choice(kind.values)
        case _:
            return dice.choice(TEXTS)


def assert_twins(twin: Twin, known: Mapping[str, Fact]) -> None:
    model, view = twin.at(known), View(known)
    for place in twin.places:
        for clause in place.clauses:
            truth = clause.rule.holds(view)
            said = (model.holds(clause.holds.yes), model.holds(clause.holds.no))
            assert said == (truth is True, truth is False), (clause.rule.form.when, truth, known)
    leaf = leaf_of(twin.pack, view)
    leading = [place.topic.id for place in twin.places if model.holds(place.leads)]
    assert leading == ([leaf.topic.id] if isinstance(leaf, Leaf) and leaf.topic else [])
    winners = {one.rule.id for place in twin.places for one in place.clauses if model.holds(one.wins)}
    assert winners == ({rule.id for rule in leaf.winners} if isinstance(leaf, Leaf) else set())


@pytest.fixture(scope="module")
def of_everything() -> Twin:
    return Twin(everything())


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_each_kind_of_condition_says_what_the_engine_says(of_everything: Twin, seed: int) -> None:
    assert_twins(of_everything, a_case(of_everything.facts, random.Random(seed)))


@pytest.mark.parametrize("store", STORES)
def test_the_packs_of_the_repository_lead_where_the_engine_leads(store: str) -> None:
    path = POLICIES / store / "pack.yaml"
    twin = Twin(parse_pack(path.read_text(encoding="utf-8"), str(path)))
    dice = random.Random(store)
    for tried in range(25):
        assert_twins(twin, a_case(twin.facts, dice, all_known=tried % 2 == 0))


def test_what_the_solver_finds_is_read_back_as_the_same_case(of_everything: Twin) -> None:
    wins = [clause.wins for place in of_everything.places for clause in place.clauses]
    model = of_everything.solver.find(any_of(*wins))
    assert model is not None
    assert_twins(of_everything, of_everything.facts.read(model))
