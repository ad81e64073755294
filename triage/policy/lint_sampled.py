"""Look for cases that a pack decides badly: undecided ones, contradictions nobody declared, rules that never decide.

Cases are made from what the rules themselves tell apart: for each rule, values of every fact that its condition and
that of its topic name; whatever else matters is tried out region by region. A finding comes with a case that shows it.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from triage.policy.completions import MOST_COMPLETIONS, Leaf, TooManyError, explore, leaf_of
from triage.policy.facts import Fact
from triage.policy.findings import Finding
from triage.policy.pack import PolicyPack, Rule, Topic
from triage.policy.view import View
from triage.policy.vocabulary import CATEGORIES, FACTS
from triage.policy.windows import start_samples
from triage.policy.witness import fault_at

AS_OF = datetime(2026, 6, 17, 12, 0, tzinfo=UTC)
TRIES = 3000
ENOUGH = 40
"""Cases tried for a rule: up to TRIES until it decides one, and at least ENOUGH for what else they show."""

COMPLETIONS = 500
"""A case that leaves more ways of filling in its unknown facts is passed over."""


def sampled(pack: PolicyPack) -> list[Finding]:
    """Every fault that the cases tried show, one of a kind and rule, in the order of the pack. The same each time."""
    alive: set[str] = set()
    faults: dict[tuple[str, str], Finding] = {}
    for topic in pack.topics:
        for rule in topic.rules:
            for leaf in _tried(pack, topic, rule, alive):
                alive.update(winner.id for winner in leaf.winners)
                fault = _fault(pack, leaf)
                if fault is not None:
                    faults.setdefault((fault.kind, fault.rule), fault)
    dead = [rule.id for topic in pack.topics for rule in topic.rules if rule.id not in alive]
    return [
        *faults.values(),
        *(Finding(kind="dead_rule", rule=name, what="decides in none of the cases tried") for name in dead),
    ]


def _fault(pack: PolicyPack, leaf: Leaf) -> Finding | None:
    if not leaf.winners:
        place = leaf.topic.id if leaf.topic else "no topic"
        return fault_at(pack, leaf.view.known, kind="undecided", rule=place, what="no rule decides")
    if leaf.clashes:
        names = ", ".join(f"{rule.id} ({rule.form.decide})" for rule in leaf.winners)
        what = f"undeclared contradiction: {names}"
        return fault_at(pack, leaf.view.known, kind="conflict", rule=leaf.winners[0].id, what=what)
    return None


def _tried(pack: PolicyPack, topic: Topic, rule: Rule, alive: set[str]) -> Iterator[Leaf]:
    """Leaves of cases made for `rule`; ends early once it has decided."""
    choices = _choices(pack, topic.when)
    for fact, values in _choices(pack, rule.form.when).items():
        choices.setdefault(fact, []).extend(values)
    dice = random.Random(rule.id)  # noqa: S311 - the same cases each time, nothing secret
    for tried in range(TRIES):
        if tried >= ENOUGH and rule.id in alive:
            return
        yield from _leaves(pack, _drawn(choices, dice))


def _drawn(choices: Mapping[str, list[Fact]], dice: random.Random) -> View:
    known: dict[str, Fact] = {"as_of": AS_OF, "category": dice.choice(CATEGORIES)}
    if dice.random() < 0.8:
        known["number"] = "1"
    for fact, values in choices.items():
        if FACTS[fact].kind == "choices":
            named = sorted({str(entry) for entry in values})
            known[fact] = tuple(dice.sample(named, dice.randint(0, len(named))))
        elif dice.random() < 0.75:
            known[fact] = dice.choice(values)
    return View(known)


def _leaves(pack: PolicyPack, view: View) -> list[Leaf]:
    found = leaf_of(pack, view)
    if isinstance(found, Leaf):
        return [found]
    try:
        return explore(pack, view, found, [], [MOST_COMPLETIONS - COMPLETIONS])
    except TooManyError:
        return []


def _choices(pack: PolicyPack, tree: object) -> dict[str, list[Fact]]:
    """For each fact that a condition names, values worth trying."""
    found: dict[str, list[Fact]] = {}
    for name, value in tree.items() if isinstance(tree, dict) else ():
        for fact, values in _named(pack, name, value):
            found.setdefault(fact, []).extend(values)
    return found


def _named(pack: PolicyPack, name: str, value: object) -> Iterator[tuple[str, list[Fact]]]:
    if name in ("all", "any", "not"):
        for part in value if isinstance(value, list) else [value]:
            yield from _choices(pack, part).items()
    elif name == "is":
        for part in value if isinstance(value, list) else [value]:
            yield from _choices(pack, pack.definitions[str(part)]).items()
    elif isinstance(value, dict) and "surely" in value:
        yield from _named(pack, name, value["surely"])
    elif name.startswith("window."):
        window = pack.windows[name.removeprefix("window.")]
        starts: list[Fact] = [*start_samples(window, AS_OF), AS_OF, None]
        yield from ((fact, _come(fact, starts)) for fact in window.start if fact != "as_of")
    elif name in _DERIVED_FROM:
        yield from ((fact, _come(fact, _MOMENTS)) for fact in _DERIVED_FROM[name])
    elif name == "on_sale":
        yield "item.sale", [True, False]
    else:
        yield from _of_type("reason" if name == "cause" else name, value)


_MOMENTS: tuple[Fact, ...] = (
    AS_OF - timedelta(hours=30),
    AS_OF - timedelta(hours=20),
    AS_OF - timedelta(hours=1),
    None,
)
_DERIVED_FROM: Mapping[str, tuple[str, ...]] = {
    "shipped": ("shipped_at",),
    "fulfilled": ("fulfilled_at",),
    "delivered": ("delivered_at",),
    "answered": ("last_customer_mail_at", "last_store_reply_at"),
    "reported_before_shipping": ("first_reported_at", "shipped_at"),
    "reported_before_fulfilment": ("first_reported_at", "fulfilled_at"),
    "reported_before_production": ("first_reported_at", "production_started_at"),
}


def _come(fact: str, moments: Sequence[Fact]) -> list[Fact]:
    """An order was always placed; anything else may not have come."""
    return [at for at in moments if at is not None or fact != "placed_at"]


def _of_type(name: str, value: object) -> Iterator[tuple[str, list[Fact]]]:
    kind = FACTS.get(name)
    values = value if isinstance(value, list) else [value]
    if kind is None or value == "known":
        return
    if kind.kind == "choices":
        yield name, [str(entry) for entry in values]
    elif kind.kind == "time":
        yield name, _come(name, _MOMENTS)
    elif kind.kind == "flag":
        yield name, [True, False]
    elif kind.kind == "number" and isinstance(value, dict):
        yield name, [float(value["min"]), float(value["min"]) - 1]
    else:
        others = ["elsewhere"] if kind.kind == "text" else []
        yield name, [*others, *(str(entry) for entry in values if entry != "unstated")]
