"""Every way of filling in the unknown facts of a case, as far as the rules of a pack tell them apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from triage.policy.facts import Fact
from triage.policy.pack import PolicyPack, Rule, Topic
from triage.policy.view import Truth, View
from triage.policy.vocabulary import FACTS
from triage.policy.windows import start_samples

MOST_COMPLETIONS = 4000
"""More ways of filling in the unknown than this, and a person decides."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One way of filling in the unknown and what it leads to. winners: empty when no rule speaks."""

    view: View
    topic: Topic | None
    winners: tuple[Rule, ...]
    truths: tuple[Truth, ...] = ()

    @property
    def decision(self) -> str:
        if len(self.winners) == 1:
            return self.winners[0].form.decide
        decided = {rule.form.decide for rule in self.winners}
        return decided.pop() if len(decided) == 1 else "review"

    @property
    def clashes(self) -> bool:
        """Different decisions, and none of them leaves it to a person: a contradiction that nobody declared."""
        decided = {rule.form.decide for rule in self.winners}
        return len(decided) > 1 and "review" not in decided


class TooManyError(Exception):
    """The unknown facts leave more completions than it is worth trying out."""


def leaf_of(pack: PolicyPack, view: View) -> Leaf | str:
    """What the rules lead to, or the first unknown fact on which that hangs."""
    for topic, truth in zip(pack.topics, view.truths(pack.topics), strict=True):
        if isinstance(truth, str):
            return truth
        if truth:
            return _within(topic, view)
    return Leaf(view, None, ())


def _within(topic: Topic, view: View) -> Leaf | str:
    truths = view.truths(topic.rules)
    winners: list[Rule] = []
    for rule, truth in zip(topic.rules, truths, strict=True):
        if truth is False or (rule.overridden_by and any(truths[other] is True for other in rule.overridden_by)):
            continue
        if isinstance(truth, str):
            return truth
        winners.append(rule)
    return Leaf(view, topic, tuple(winners), tuple(truths))


def explore(pack: PolicyPack, view: View, fact: str, needed: list[str], tried: list[int]) -> list[Leaf]:
    """Every leaf below `view`, trying out `fact`; facts on which the outcome turns are added to `needed`."""
    leaves: list[Leaf] = []
    _explore(pack, view, fact, needed, tried, leaves)
    return leaves


def _explore(
    pack: PolicyPack, view: View, fact: str, needed: list[str], tried: list[int], leaves: list[Leaf]
) -> frozenset[str]:
    """Add the leaves below `view` to `leaves`; the decisions that they lead to."""
    outcomes: set[frozenset[str]] = set()
    for value in _values(pack, view, fact):
        tried[0] += 1
        if tried[0] > MOST_COMPLETIONS:
            raise TooManyError
        assumed = view.assume(fact, value)
        found = leaf_of(pack, assumed)
        if isinstance(found, Leaf):
            leaves.append(found)
            outcomes.add(frozenset((found.decision,)))
        else:
            outcomes.add(_explore(pack, assumed, found, needed, tried, leaves))
    if len(outcomes) > 1 and fact not in needed:
        needed.append(fact)
    return frozenset().union(*outcomes)


def _values(pack: PolicyPack, view: View, fact: str) -> Sequence[Fact]:
    """Values to try for an unknown fact: one for each region that the rules of the pack tell apart."""
    kind = FACTS[fact]
    if kind.kind == "flag":
        return (False, True)
    mentioned = pack.mentions.get(fact, ())
    if kind.kind == "time":
        return tuple(_times(pack, view, fact))
    others = tuple(value for value in kind.values if value not in mentioned)[:1]
    if kind.kind == "text":
        others = ("",)
    return (*mentioned, *others)


def _times(pack: PolicyPack, view: View, fact: str) -> Iterator[Fact]:
    as_of = view.known["as_of"]
    if not isinstance(as_of, datetime):
        raise TypeError("as_of is an aware datetime")
    yield as_of
    for window in pack.windows.values():
        if fact in window.start:
            yield from (at for at in start_samples(window, as_of) if _possible(view, fact, at))
    if fact != "placed_at" and not (fact == "delivered_at" and view.known.get("received") is True):
        yield None


_COURSE = (
    "placed_at",
    "fulfilled_at",
    "shipped_at",
    "delivered_at",
    "return_sent_at",
    "return_received_at",
    "return_inspected_at",
    "refund_approved_at",
    "refund_issued_at",
)


def _possible(view: View, fact: str, at: datetime) -> bool:
    """An event does not precede the ones that lead to it."""
    before = _COURSE[: _COURSE.index(fact)] if fact in _COURSE else ("placed_at",)
    return all(not isinstance(known := view.known.get(name), datetime) or known <= at for name in before)
