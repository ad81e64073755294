"""What is asked about a pack, one question after the other of one solver; the engine confirms every answer yes."""

from collections.abc import Iterator, Mapping, Sequence

from triage.policy.completions import Leaf
from triage.policy.facts import Fact
from triage.policy.findings import Finding
from triage.policy.pack import PolicyPack
from triage.policy.proving.logic import NO, all_of, any_of, not_
from triage.policy.proving.proof import Proof
from triage.policy.proving.rules import Clause, Place
from triage.policy.proving.witness import UnconfirmedError, decided, leaf_at, smallest
from triage.policy.witness import fault_at

MOST_SHOWN = 12
"""Faults of a kind shown for one topic; who mends these sees the next."""


def undecided(proof: Proof) -> Iterator[Finding]:
    """Cases that no rule decides: of each topic one in which none holds, and one for each circle of overrides."""
    for place in proof.places:
        nobody = [not_(clause.wins) for clause in place.clauses]
        for _ in range(MOST_SHOWN):
            found = proof.find(place.leads, *nobody)
            if found is None:
                break
            circle = _circle(leaf_at(proof.pack, found))
            held = [clause.holds.yes for clause in place.clauses if not circle or clause.rule.id in circle]
            nobody.append(not_(all_of(*held)) if circle else any_of(*held))
            yield _undecided(proof.pack, found, place.topic.id, circle)
    found = proof.find(proof.nowhere)
    if found is not None:
        yield _undecided(proof.pack, found, "", frozenset())


def _circle(leaf: Leaf | None) -> frozenset[str]:
    """The fewest rules that hold and beat one another in a ring; empty when none holds."""
    if leaf is None or leaf.topic is None:
        return frozenset()
    rules, held = leaf.topic.rules, _held(leaf)
    beaten_by = {
        rule.id: [rules[other].id for other in rule.overridden_by if rules[other].id in held]
        for rule in rules
        if rule.id in held
    }
    rings = (_ring(name, beaten_by) for name in beaten_by)
    return min((ring for ring in rings if ring), key=len, default=frozenset())


def _ring(name: str, beaten_by: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The shortest way from a rule over those that beat it back to itself."""
    ways: list[tuple[str, ...]] = [(name,)]
    seen: set[str] = set()
    for way in ways:
        for other in beaten_by.get(way[-1], ()):
            if other == name:
                return frozenset(way)
            if other not in seen:
                seen.add(other)
                ways.append((*way, other))
    return frozenset()


def _held(leaf: Leaf) -> frozenset[str]:
    """The rules whose condition is fulfilled, whether they win or not."""
    rules = leaf.topic.rules if leaf.topic else ()
    return frozenset(rule.id for rule, truth in zip(rules, leaf.truths, strict=False) if truth is True)


def _undecided(pack: PolicyPack, found: Mapping[str, Fact], topic: str, circle: frozenset[str]) -> Finding:
    def shows(leaf: Leaf) -> bool:
        return not leaf.winners and (leaf.topic.id if leaf.topic else "") == topic and circle <= _held(leaf)

    known = smallest(pack, found, shows)
    if decided(pack, known).rule_id:
        raise UnconfirmedError(f"decided after all: {known}")
    if circle:
        what = f"{' and '.join(sorted(circle))} hold and override one another; expected one of them to give way"
    elif topic:
        what = f"no rule of topic `{topic}` decides it; expected a rule that holds, or one with `silent:`"
    else:
        what = "no topic takes it up; expected a last topic without `when`"
    return fault_at(pack, known, kind="undecided", rule=topic or "no topic", what=what)


def conflicts(proof: Proof) -> Iterator[Finding]:
    """Pairs of rules that win together and decide differently, where no rule leaves it to a person."""
    for place in proof.places:
        nobody = all_of(*(not_(one.wins) for one in place.clauses if one.rule.form.decide == "review"))
        pairs = _pairs(place.clauses)
        for _ in range(MOST_SHOWN):
            found = proof.find(place.leads, nobody, any_of(*(all_of(one.wins, two.wins) for one, two in pairs)))
            if found is None:
                break
            leaf = leaf_at(proof.pack, found)
            ids = {winner.id for winner in leaf.winners} if leaf else set()
            pair = next(((one, two) for one, two in pairs if {one.rule.id, two.rule.id} <= ids), None)
            if pair is None:
                raise UnconfirmedError(f"no clash: {found}")
            pairs.remove(pair)
            yield _conflict(proof.pack, found, *pair)


def _pairs(clauses: Sequence[Clause]) -> list[tuple[Clause, Clause]]:
    """Rules with different outcomes of which neither beats the other and none is a person's."""
    speaking = [clause for clause in clauses if clause.rule.form.decide != "review" and clause.wins is not NO]
    return [
        (one, two)
        for place, one in enumerate(speaking)
        for two in speaking[place + 1 :]
        if one.rule.form.decide != two.rule.form.decide
    ]


def _conflict(pack: PolicyPack, found: Mapping[str, Fact], one: Clause, two: Clause) -> Finding:
    ids = {one.rule.id, two.rule.id}

    def shows(leaf: Leaf) -> bool:
        return leaf.clashes and ids <= {winner.id for winner in leaf.winners}

    known = smallest(pack, found, shows)
    if decided(pack, known).decision != "review":
        raise UnconfirmedError(f"no clash: {known}")
    names = " and ".join(f"{clause.rule.id} ({clause.rule.form.decide})" for clause in (one, two))
    what = f"undeclared contradiction of {names}; expected `overrides`, or a rule with `between:` for both"
    return fault_at(pack, known, kind="conflict", rule=one.rule.id, what=what)


def dead_rules(proof: Proof) -> Iterator[Finding]:
    """Rules that never decide, each with the reason and, where it holds at all, a case in which it is beaten."""
    alive: set[str] = set()
    for place in proof.places:
        for clause in place.clauses:
            if clause.rule.id in alive:
                continue
            found = proof.find_at_all(clause.wins)
            if found is None:
                yield _dead(proof, place, clause)
                continue
            leaf = leaf_at(proof.pack, found)
            winners = {winner.id for winner in leaf.winners} if leaf else set()
            if clause.rule.id not in winners:
                raise UnconfirmedError(f"{clause.rule.id} does not decide {found}")
            alive |= winners


def _dead(proof: Proof, place: Place, clause: Clause) -> Finding:
    name = clause.rule.id
    beaten = proof.find_at_all(place.leads, clause.holds.yes)
    if beaten is None:
        why = _why_never(proof, place, clause)
        return Finding(kind="dead_rule", rule=name, what=f"never decides: {why}")

    def shows(leaf: Leaf) -> bool:
        return name in _held(leaf) and name not in {winner.id for winner in leaf.winners}

    known = smallest(proof.pack, beaten, shows)
    leaf = leaf_at(proof.pack, known)
    by = ", ".join(winner.id for winner in leaf.winners) if leaf else ""
    what = f"never decides: wherever it holds another rule overrides it, here {by}; expected a case of its own"
    return fault_at(proof.pack, known, kind="dead_rule", rule=name, what=what)


def _why_never(proof: Proof, place: Place, clause: Clause) -> str:
    if proof.find_at_all(clause.holds.yes) is None:
        return "no possible case fulfils its condition"
    if proof.find_at_all(place.leads) is None:
        return f"earlier topics take every case of topic `{place.topic.id}`"
    return f"no case that reaches topic `{place.topic.id}` fulfils its condition"
