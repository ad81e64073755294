"""The solver behind a typed face: formulas over flags and numbers, built, asked and read here only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NewType

import z3

Formula = NewType("Formula", object)
"""True or false in each case; YES and NO are plain booleans, so that what is settled costs nothing."""

Number = NewType("Number", object)
"""A number of the case, or a sum of such."""

YES, NO = Formula(True), Formula(False)

EFFORT = 20_000_000
"""Steps for one question, some 20 seconds; counted in steps so that every machine gives up at the same place."""


class NoAnswerError(Exception):
    """The solver gave up on a question."""


_contexts: list[Any] = [None]


def start_afresh() -> None:
    """Forget every formula built so far: what the solver finds then hangs on nothing asked before."""
    _contexts[0] = z3.Context()


def flag(name: str) -> Formula:
    return Formula(z3.Bool(name, _contexts[0]))


def whole(name: str) -> Number:
    return Number(z3.Int(name, _contexts[0]))


def amount(name: str) -> Number:
    return Number(z3.Real(name, _contexts[0]))


def all_of(*parts: Formula) -> Formula:
    if any(part is NO for part in parts):
        return NO
    open_parts = [part for part in parts if part is not YES]
    return _joined(z3.And, open_parts) if open_parts else YES


def any_of(*parts: Formula) -> Formula:
    if any(part is YES for part in parts):
        return YES
    open_parts = [part for part in parts if part is not NO]
    return _joined(z3.Or, open_parts) if open_parts else NO


def _joined(join: Any, parts: Sequence[Formula]) -> Formula:
    return parts[0] if len(parts) == 1 else Formula(join(*parts))


def not_(part: Formula) -> Formula:
    if part is YES or part is NO:
        return NO if part is YES else YES
    return Formula(z3.Not(part))


def implies(when: Formula, then: Formula) -> Formula:
    return any_of(not_(when), then)


def same(one: Formula, other: Formula) -> Formula:
    return Formula(_solver_form(one) == _solver_form(other))


def at_most_one(parts: Sequence[Formula]) -> Formula:
    return YES if len(parts) < 2 else Formula(z3.AtMost(*parts, 1))


def at_most(one: Number | float, other: Number | float) -> Formula:
    """one <= other."""
    return Formula(one <= other)  # type: ignore[operator]


def below(one: Number | float, other: Number | float) -> Formula:
    """one < other."""
    return Formula(one < other)  # type: ignore[operator]


def equal(one: Number, other: Number | int) -> Formula:
    return Formula(one == other)


def plus(one: Number, other: Number | int) -> Number:
    return Number(one + other)  # type: ignore[operator]


def minus(one: Number, other: Number | int) -> Number:
    return Number(one - other)  # type: ignore[operator]


def times(one: Number, factor: int) -> Number:
    return Number(one * factor)  # type: ignore[operator]


def counted(part: Formula) -> Number:
    """1 where it holds, else 0."""
    return Number(z3.If(_solver_form(part), 1, 0))


def either(when: Formula, one: Number | int, other: Number | int) -> Number:
    return Number(z3.If(_solver_form(when), one, other))


def replaced(formula: Formula, flags: Mapping[Formula, bool]) -> Formula:
    """The formula with some flags fixed."""
    if formula is YES or formula is NO:
        return formula
    pairs = [(name, z3.BoolVal(value, _contexts[0])) for name, value in flags.items()]
    return Formula(z3.substitute(formula, *pairs))


def _solver_form(part: Formula) -> Any:
    return z3.BoolVal(part is YES, _contexts[0]) if part is YES or part is NO else part


@dataclass(frozen=True, slots=True)
class Model:
    """One case that the solver found."""

    found: Any

    def holds(self, formula: Formula) -> bool:
        """Whether it holds in this case; what the case leaves open counts as not so."""
        return bool(z3.is_true(self.found.eval(_solver_form(formula), model_completion=True)))

    def whole(self, number: Number) -> int:
        return int(self.found.eval(number, model_completion=True).as_long())

    def amount(self, number: Number) -> float:
        return float(self.found.eval(number, model_completion=True).as_fraction())


class Solver:
    """One incremental solver: what was added holds for every later question."""

    def __init__(self) -> None:
        self._solver = z3.Solver(ctx=_contexts[0])
        self._solver.set("rlimit", EFFORT)
        self.asked = 0

    def add(self, formula: Formula) -> None:
        self._solver.add(_solver_form(formula))

    def find(self, *parts: Formula) -> Model | None:
        """A case in which all of it holds; None: there is none. Raises NoAnswerError when the solver gives up."""
        if any(part is NO for part in parts):
            return None
        self.asked += 1
        self._solver.push()
        try:
            self._solver.add(*(_solver_form(part) for part in parts))
            answer = self._solver.check()
            if answer == z3.unknown:
                raise NoAnswerError(self._solver.reason_unknown())
            return Model(self._solver.model()) if answer == z3.sat else None
        finally:
            self._solver.pop()
