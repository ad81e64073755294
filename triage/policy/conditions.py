"""The conditions of a pack, checked against the vocabulary and compiled to closures of three-valued logic."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from triage.policy.facts import Fact
from triage.policy.schema import Tree
from triage.policy.view import CAUSE, COURSE, DERIVED, DERIVED_FROM, Truth, View, came, cause
from triage.policy.vocabulary import FACTS, MESSAGE, FactType, nearest
from triage.policy.windows import STATES, Standing, Window

Check: TypeAlias = Callable[[View], Truth]

HAPPENED, NOT_YET = "happened", "not_yet"
CAUSES = (*MESSAGE["reason"].values, "unstated")
_JOINTS = ("all", "any", "not", "is")


class ConditionError(ValueError):
    """A condition names what does not exist. hint: how to mend it."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


@dataclass(frozen=True, slots=True)
class Compiler:
    """Turns condition trees into checks.

    definitions: named conditions, added in the order of the pack. groups: the values of each fact that conditions name
    together, gathered on the way, so that unknown facts can be tried out.
    """

    windows: Mapping[str, Window]
    definitions: dict[str, Check] = field(default_factory=dict)
    groups: dict[str, list[tuple[Fact, ...]]] = field(default_factory=dict)

    def compile(self, tree: object) -> Check:
        """The check for one condition. Raises ConditionError for unknown names or values."""
        if not isinstance(tree, dict):
            raise ConditionError(f"a condition is names with values, not {tree!r}", "write `fact: value`")
        return _all_of([self._entry(str(name), value) for name, value in tree.items()])

    def _entry(self, name: str, value: object) -> Check:
        if name == "all":
            return _all_of([self.compile(part) for part in _sequence(value)])
        if name == "any":
            return _any_of([self.compile(part) for part in _sequence(value)])
        if name == "not":
            return _not(self.compile(value))
        if name == "is":
            return _all_of([self._defined(str(part)) for part in _sequence(value)])
        if isinstance(value, dict) and list(value) == ["surely"]:
            return _surely(self._entry(name, value["surely"]))
        if name.startswith("window."):
            return self._window(name.removeprefix("window."), value)
        if name == "cause":
            return _cause(_allowed(value, CAUSES, name))
        return self._fact(name, value)

    def _defined(self, name: str) -> Check:
        if name not in self.definitions:
            raise ConditionError(f"unknown definition `{name}`", nearest(name, list(self.definitions)))
        return self.definitions[name]

    def _window(self, name: str, value: object) -> Check:
        if name not in self.windows:
            raise ConditionError(f"unknown window `{name}`", nearest(name, list(self.windows)))
        return _stands(self.windows[name], _allowed(value, STATES, f"window.{name}"))

    def _fact(self, name: str, value: object) -> Check:
        if name in DERIVED:
            return _derived(DERIVED[name], bool(_allowed(value, (True, False), name)[0]))
        if name not in FACTS:
            raise ConditionError(f"unknown fact `{name}`", nearest(name, [*FACTS, *DERIVED, *_JOINTS]))
        return self._typed(name, FACTS[name], value)

    def _typed(self, name: str, kind: FactType, value: object) -> Check:
        groups = self.groups.setdefault(name, [])
        if value == "known":
            return lambda view: name in view.known
        if kind.kind == "time":
            return _event(name, _allowed(value, (HAPPENED, NOT_YET), name)[0] == HAPPENED)
        if kind.kind == "number":
            limit = _limit(name, value)
            groups += [(limit,), (limit - 1,)]
            return _at_least(name, limit)
        if kind.kind == "choices":
            return _names(name, _allowed(value, kind.values, name))
        allowed = _allowed(value, (True, False) if kind.kind == "flag" else kind.values, name)
        groups.append(allowed)
        return _one_of(name, allowed)


def facts_read(tree: Tree, definitions: Mapping[str, Tree]) -> frozenset[str]:
    """Every fact that the check of a condition may look at."""
    return frozenset().union(*(_entry_reads(name, value, definitions) for name, value in tree.items()))


def _entry_reads(name: str, value: object, definitions: Mapping[str, Tree]) -> frozenset[str]:
    if name in ("all", "any", "not"):
        return frozenset().union(*(facts_read(_tree(part), definitions) for part in _sequence(value)))
    if name == "is":
        return frozenset().union(*(facts_read(definitions[str(part)], definitions) for part in _sequence(value)))
    if name.startswith("window."):
        return COURSE
    if name == "cause":
        return CAUSE
    if name in DERIVED:
        return DERIVED_FROM[name]
    return COURSE if FACTS[name].kind == "time" else frozenset({name})


def _tree(value: object) -> Tree:
    return value if isinstance(value, dict) else {}


def told_apart(groups: Sequence[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """One value for each region of a fact: two values that no group parts are the same to every rule."""
    values = dict.fromkeys(value for group in groups for value in group)
    regions = {tuple(value in group for group in groups): value for value in reversed(values)}
    return tuple(value for value in values if value in regions.values())


def _sequence(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [value]


def _allowed(value: object, known: Sequence[Fact], name: str) -> tuple[Fact, ...]:
    """The values of a condition, each one of `known`; an empty `known` allows any text."""
    values: list[Fact] = []
    for entry in _sequence(value):
        if known and not any(entry is option or (entry == option and isinstance(option, str)) for option in known):
            raise ConditionError(
                f"`{name}` cannot be {entry!r}", nearest(str(entry), [str(option) for option in known])
            )
        if not isinstance(entry, str | bool):
            raise ConditionError(f"`{name}` cannot be {entry!r}", "write a text")
        values.append(entry)
    return tuple(values)


def _limit(name: str, value: object) -> float:
    least = value.get("min") if isinstance(value, dict) else None
    if isinstance(least, bool) or not isinstance(least, int | float):
        raise ConditionError(f"`{name}` cannot be {value!r}", f"write `{name}: {{min: 50}}`")
    return float(least)


def _all_of(checks: Sequence[Check]) -> Check:
    if len(checks) == 1:
        return checks[0]

    def check(view: View) -> Truth:
        unknown: Truth = True
        for part in checks:
            truth = part(view)
            if truth is False:
                return False
            if truth is not True and unknown is True:
                unknown = truth
        return unknown

    return check


def _any_of(checks: Sequence[Check]) -> Check:
    def check(view: View) -> Truth:
        unknown: Truth = False
        for part in checks:
            truth = part(view)
            if truth is True:
                return True
            if truth is not False and unknown is False:
                unknown = truth
        return unknown

    return check


def _not(part: Check) -> Check:
    def check(view: View) -> Truth:
        truth = part(view)
        return truth if isinstance(truth, str) else not truth

    return check


def _surely(part: Check) -> Check:
    """Known to be so; the unknown counts as not so."""
    return lambda view: part(view) is True


def _derived(fact: Check, wanted: bool) -> Check:
    return fact if wanted else _not(fact)


def _stands(window: Window, states: tuple[Fact, ...]) -> Check:
    def check(view: View) -> Truth:
        found = view.standing(window)
        return found.state in states if isinstance(found, Standing) else found

    return check


def _cause(causes: tuple[Fact, ...]) -> Check:
    return lambda view: cause(view) in causes


def _event(name: str, wanted: bool) -> Check:
    def check(view: View) -> Truth:
        truth = came(view, name)
        return truth if isinstance(truth, str) else truth is wanted

    return check


def _at_least(name: str, limit: float) -> Check:
    def check(view: View) -> Truth:
        value = view.known.get(name)
        return value >= limit if isinstance(value, float) else name

    return check


def _names(name: str, wanted: tuple[Fact, ...]) -> Check:
    """True when the list names one of `wanted`. What a list leaves out is not claimed by anyone."""

    any_of = frozenset(wanted)

    def check(view: View) -> Truth:
        named = view.known.get(name)
        return isinstance(named, tuple) and not any_of.isdisjoint(named)

    return check


def _one_of(name: str, wanted: tuple[Fact, ...]) -> Check:
    def check(view: View) -> Truth:
        known = view.known
        return known[name] in wanted if name in known else name

    return check
