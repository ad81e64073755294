"""The facts of a case as unknowns of the solver: each may be known or not, and known facts have a value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from triage.policy.facts import Fact
from triage.policy.proving.logic import (
    NO,
    YES,
    Formula,
    Model,
    Number,
    all_of,
    amount,
    any_of,
    at_most,
    at_most_one,
    below,
    equal,
    flag,
    implies,
    not_,
    same,
    whole,
)
from triage.policy.vocabulary import CATEGORIES, FACTS

FIRST_DAY = datetime(2018, 1, 1, tzinfo=UTC)
"""A Monday; day 0 of every count, long enough before MAIL_WEEK for any window."""

MAIL_WEEK = (datetime(2026, 6, 15, tzinfo=UTC) - FIRST_DAY).days
"""The mail at hand comes on any day of this week, Monday to Sunday."""

MINUTES = 24 * 60
_OTHER_TEXTS = ("US", "CA", "JP", "BR", "elsewhere")
"""Stand for a text that no rule names; the first that none does."""


@dataclass(frozen=True, slots=True)
class Time:
    """When something came: day and minute. come: it did, by the moment of the mail; not come but known: not yet."""

    known: Formula
    come: Formula
    day: Number
    minute: Number

    @property
    def not_yet(self) -> Formula:
        return all_of(self.known, not_(self.come))


def not_after(one: Time, other: Time) -> Formula:
    same_day = all_of(equal(one.day, other.day), at_most(one.minute, other.minute))
    return any_of(below(one.day, other.day), same_day)


def before(one: Time, other: Time) -> Formula:
    return not_(not_after(other, one))


@dataclass(slots=True)
class CaseFacts:
    """Every fact that was asked for, made on the first asking. domains: the values of a text that rules tell apart."""

    domains: Mapping[str, Sequence[Fact]] = field(default_factory=dict)
    times: dict[str, Time] = field(default_factory=dict)
    values: dict[str, dict[str, Formula]] = field(default_factory=dict)
    flags: dict[str, Formula] = field(default_factory=dict)
    numbers: dict[str, Number] = field(default_factory=dict)
    _known: dict[str, Formula] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self._known or name in self.times

    @property
    def names(self) -> tuple[str, ...]:
        return (*self._known, *self.times)

    def known(self, name: str) -> Formula:
        """The fact is known."""
        kind = FACTS[name].kind
        if kind == "time":
            return self.time(name).known
        if name == "category":
            return YES
        if name not in self._known:
            self._known[name] = flag(f"{name} is known")
        return self._known[name]

    def true(self, name: str) -> Formula:
        """A flag is known to be so."""
        self.flags.setdefault(name, flag(f"{name}"))
        return all_of(self.known(name), self.flags[name])

    def false(self, name: str) -> Formula:
        """A flag is known not to be so."""
        self.flags.setdefault(name, flag(f"{name}"))
        return all_of(self.known(name), not_(self.flags[name]))

    def is_(self, name: str, *values: str) -> Formula:
        """A choice or text is known to be one of these."""
        return any_of(*(self._value(name, value) for value in values))

    def lists(self, name: str, *values: str) -> Formula:
        """A list names one of these."""
        return any_of(*(self._value(name, value) for value in values))

    def _value(self, name: str, value: str) -> Formula:
        if name in self.domains and value not in self.domains[name]:
            return NO
        if name != "category":
            self.known(name)
        return self.values.setdefault(name, {}).setdefault(value, flag(f"{name}={value}"))

    def number(self, name: str) -> Number:
        self.known(name)
        return self.numbers.setdefault(name, amount(name))

    def time(self, name: str) -> Time:
        if name not in self.times:
            day, minute = whole(f"{name} day"), whole(f"{name} minute")
            if name == "as_of":
                self.times[name] = Time(YES, YES, day, minute)
            else:
                self.times[name] = Time(flag(f"{name} is known"), flag(f"{name} has come"), day, minute)
        return self.times[name]

    def well_formed(self) -> list[Formula]:
        """What holds of any case: one value a choice, lists of what is known, times by the moment of the mail."""
        self.time("as_of")
        for value in CATEGORIES:
            self._value("category", value)
        rules = [rule for name, values in self.values.items() for rule in self._valued(name, dict(values))]
        now = self.times["as_of"]
        for name, time in self.times.items():
            first = MAIL_WEEK if name == "as_of" else 0
            rules += [at_most(first, time.day), at_most(time.day, MAIL_WEEK + 6)]
            rules += [at_most(0, time.minute), below(time.minute, MINUTES)]
            if name != "as_of":
                rules += [implies(time.come, time.known), implies(time.come, not_after(time, now))]
        rules += [all_of(at_most(0, number), at_most(number, 10_000)) for number in self.numbers.values()]
        return rules

    def _valued(self, name: str, values: dict[str, Formula]) -> list[Formula]:
        if name == "category":
            return [any_of(*values.values()), at_most_one(list(values.values()))]
        if FACTS[name].kind == "choices":
            return [implies(value, self.known(name)) for value in values.values()]
        other = () if FACTS[name].values and len(values) == len(FACTS[name].values) else (flag(f"{name} is other"),)
        every = [*values.values(), *other]
        return [same(self.known(name), any_of(*every)), at_most_one(every)]

    def read(self, model: Model) -> dict[str, Fact]:
        """The case that the solver found, as the engine takes it."""
        found: dict[str, Fact] = {"as_of": _moment(model, self.times["as_of"])}
        for name, time in self.times.items():
            if name != "as_of" and model.holds(time.known):
                found[name] = _moment(model, time) if model.holds(time.come) else None
        for name in ("category", *self._known):
            if name == "category" or model.holds(self._known[name]):
                found[name] = self._read(model, name)
        return found

    def _read(self, model: Model, name: str) -> Fact:
        if name in self.flags:
            return model.holds(self.flags[name])
        if name in self.numbers:
            return model.amount(self.numbers[name])
        named = [value for value, holds in self.values.get(name, {}).items() if model.holds(holds)]
        if FACTS[name].kind == "choices":
            return tuple(named)
        return named[0] if named else self._other(name)

    def _other(self, name: str) -> str:
        taken = {*self.values.get(name, ()), *map(str, self.domains.get(name, ()))}
        if name == "number":
            return "1001"
        return next(value for value in (FACTS[name].values or _OTHER_TEXTS) if value not in taken)


def _moment(model: Model, time: Time) -> datetime:
    return FIRST_DAY + timedelta(days=model.whole(time.day), minutes=model.whole(time.minute))
