"""The conditions of a pack as formulas; the twin of `conditions.py` and of `completions.leaf_of`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from triage.policy.conditions import HAPPENED
from triage.policy.pack import PolicyPack, Rule, Topic
from triage.policy.proving import course
from triage.policy.proving.cases import CaseFacts
from triage.policy.proving.course import Calendar, States, Truth3, sure
from triage.policy.proving.logic import Formula, all_of, any_of, at_most, below, flag, not_, same
from triage.policy.vocabulary import FACTS
from triage.policy.windows import CLOSED, NOT_STARTED, OPEN


@dataclass(frozen=True, slots=True)
class Clause:
    """A rule as formulas. wins: its topic decides, it holds and no rule that holds beats it."""

    rule: Rule
    topic: Topic
    holds: Truth3
    wins: Formula


@dataclass(frozen=True, slots=True)
class Place:
    """A topic as formulas. reached: no earlier topic holds. leads: reached, it holds, and every rule is settled."""

    topic: Topic
    reached: Formula
    leads: Formula
    clauses: tuple[Clause, ...]


@dataclass(slots=True)
class Encoder:
    """Turns the conditions of a pack into formulas over `facts`."""

    pack: PolicyPack
    facts: CaseFacts
    calendar: Calendar = field(default_factory=Calendar)
    windows: dict[str, States] = field(default_factory=dict)
    rules: list[Formula] = field(default_factory=list)
    _defined: dict[str, Truth3] = field(default_factory=dict)

    def places(self) -> tuple[tuple[Place, ...], Formula]:
        """Every topic, and that none of them holds."""
        found: list[Place] = []
        reached: list[Formula] = []
        for topic in self.pack.topics:
            holds = self.tree(topic.when)
            found.append(self._place(topic, all_of(*reached), holds))
            reached.append(holds.no)
        return tuple(found), all_of(*reached)

    def _place(self, topic: Topic, reached: Formula, holds: Truth3) -> Place:
        truths = [self.tree(rule.form.when) for rule in topic.rules]
        beaten = [any_of(*(truths[other].yes for other in rule.overridden_by)) for rule in topic.rules]
        settled = [any_of(truth.no, lost, truth.yes) for truth, lost in zip(truths, beaten, strict=True)]
        leads = all_of(reached, holds.yes, *settled)
        clauses = tuple(
            Clause(rule, topic, truth, all_of(leads, truth.yes, not_(lost)))
            for rule, truth, lost in zip(topic.rules, truths, beaten, strict=True)
        )
        return Place(topic, reached, leads, clauses)

    def tree(self, tree: object) -> Truth3:
        parts = tree.items() if isinstance(tree, dict) else ()
        return _all([self._entry(str(name), value) for name, value in parts])

    def _entry(self, name: str, value: object) -> Truth3:
        if name == "all":
            return _all([self.tree(part) for part in _sequence(value)])
        if name == "any":
            found = [self.tree(part) for part in _sequence(value)]
            return Truth3(any_of(*(one.yes for one in found)), all_of(*(one.no for one in found)))
        if name == "not":
            return _not(self.tree(value))
        if name == "is":
            return _all([self._definition(str(part)) for part in _sequence(value)])
        if isinstance(value, dict) and list(value) == ["surely"]:
            return sure(self._entry(name, value["surely"]).yes)
        if name.startswith("window."):
            return self._window(name.removeprefix("window."), [str(one) for one in _sequence(value)])
        if name == "cause":
            return sure(course.cause(self.facts, [str(one) for one in _sequence(value)]))
        if name in _DERIVED:
            found_truth = _DERIVED[name](self.facts)
            return found_truth if _sequence(value)[0] is True else _not(found_truth)
        return self._typed(name, value)

    def _definition(self, name: str) -> Truth3:
        if name not in self._defined:
            self._defined[name] = self.tree(self.pack.definitions[name])
        return self._defined[name]

    def _window(self, name: str, wanted: Sequence[str]) -> Truth3:
        found = self.window(name)
        by_state = {OPEN: found.open, CLOSED: found.closed, NOT_STARTED: found.not_started}
        return Truth3(
            any_of(*(by_state[state] for state in by_state if state in wanted)),
            any_of(*(by_state[state] for state in by_state if state not in wanted)),
        )

    def window(self, name: str) -> States:
        """The states of a window under names of their own, so that one can be fixed whatever the times say."""
        if name not in self.windows:
            found = course.states(self.facts, self.pack.windows[name], self.calendar)
            named = States(flag(f"{name} open"), flag(f"{name} closed"), flag(f"{name} not started"), found.last)
            self.rules += [
                same(named.open, found.open),
                same(named.closed, found.closed),
                same(named.not_started, found.not_started),
            ]
            self.windows[name] = named
        return self.windows[name]

    def _typed(self, name: str, value: object) -> Truth3:
        facts, kind = self.facts, FACTS[name].kind
        if value == "known":
            return sure(facts.known(name))
        if kind == "time":
            event = course.came(facts, name)
            return event if _sequence(value)[0] == HAPPENED else _not(event)
        if kind == "number":
            limit = float(value["min"]) if isinstance(value, dict) else 0.0
            number, known = facts.number(name), facts.known(name)
            return Truth3(all_of(known, at_most(limit, number)), all_of(known, below(number, limit)))
        values = _sequence(value)
        if kind == "choices":
            return sure(facts.lists(name, *map(str, values)))
        if kind == "flag":
            yes = any_of(*(facts.true(name) if one is True else facts.false(name) for one in values))
        else:
            yes = facts.is_(name, *map(str, values))
        return Truth3(yes, all_of(facts.known(name), not_(yes)))


def _underpaid(facts: CaseFacts) -> Truth3:
    both = all_of(facts.known("amount_paid"), facts.known("amount_refunded"))
    less = below(facts.number("amount_refunded"), facts.number("amount_paid"))
    return Truth3(all_of(both, less), all_of(both, not_(less)))


def _on_sale(facts: CaseFacts) -> Truth3:
    by_discount = all_of(not_(facts.known("item.sale")), facts.known("item.discount_percent"))
    reduced = below(0, facts.number("item.discount_percent"))
    return Truth3(
        any_of(facts.true("item.sale"), all_of(by_discount, reduced)),
        any_of(facts.false("item.sale"), all_of(by_discount, not_(reduced))),
    )


_DERIVED: Mapping[str, Callable[[CaseFacts], Truth3]] = {
    "shipped": lambda facts: course.came(facts, "shipped_at"),
    "fulfilled": lambda facts: course.came(facts, "fulfilled_at"),
    "delivered": lambda facts: course.came(facts, "delivered_at"),
    "answered": course.answered,
    "reported_before_shipping": lambda facts: course.reported_before(facts, "shipped_at"),
    "reported_before_fulfilment": lambda facts: course.reported_before(facts, "fulfilled_at"),
    "reported_before_production": lambda facts: course.reported_before(facts, "production_started_at"),
    "underpaid": _underpaid,
    "on_sale": _on_sale,
}


def _all(parts: Sequence[Truth3]) -> Truth3:
    return Truth3(all_of(*(part.yes for part in parts)), any_of(*(part.no for part in parts)))


def _not(part: Truth3) -> Truth3:
    return Truth3(part.no, part.yes)


def _sequence(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [value]
