"""What is asked about a pack, one question after the other of one solver; the engine confirms every answer yes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from triage.policy.completions import Leaf
from triage.policy.facts import Fact
from triage.policy.findings import Finding
from triage.policy.pack import PolicyPack
from triage.policy.proving.cases import CaseFacts
from triage.policy.proving.logic import (
    NO,
    Formula,
    Model,
    Solver,
    all_of,
    any_of,
    not_,
    replaced,
)
from triage.policy.proving.plausible import agreeing, possible
from triage.policy.proving.rules import Clause, Encoder, Place
from triage.policy.proving.witness import UnconfirmedError, decided, leaf_at, smallest
from triage.policy.vocabulary import FACTS, MESSAGE
from triage.policy.witness import fault_at

MOST_CLASHES = 12
"""Pairs of rules shown for one topic; who mends these sees the next."""


@dataclass(slots=True)
class Proof:
    """A pack as formulas, with the solver that knows what a plausible case is."""

    pack: PolicyPack
    facts: CaseFacts
    encoder: Encoder
    places: tuple[Place, ...]
    nowhere: Formula
    evidence: Mapping[str, Formula]
    agreeing: Formula
    solver: Solver

    def find(self, *parts: Formula) -> dict[str, Fact] | None:
        """A case in which all of it holds and whose sources agree."""
        return self.find_at_all(self.agreeing, *parts)

    def find_at_all(self, *parts: Formula) -> dict[str, Fact] | None:
        """The same among records that contradict one another too: a rule may be there for just these."""
        model: Model | None = self.solver.find(*parts)
        return None if model is None else self.facts.read(model)


def proof_of(pack: PolicyPack) -> Proof:
    texts = {name: values for name, values in pack.mentions.items() if FACTS[name].kind == "text"}
    facts = CaseFacts(domains=texts)
    encoder = Encoder(pack, facts)
    places, nowhere = encoder.places()
    evidence = {name: encoder.tree(tree).yes for name, tree in pack.given.items()}
    agree = all_of(*agreeing(facts))
    solver = Solver()
    for rule in (*possible(facts, pack.presumed), *facts.well_formed(), *encoder.rules, *encoder.calendar.rules):
        solver.add(rule)
    return Proof(pack, facts, encoder, places, nowhere, evidence, agree, solver)


def undecided(proof: Proof) -> Iterator[Finding]:
    """Cases that no rule decides: of each topic, and of none."""
    for place in proof.places:
        found = proof.find(place.leads, *(not_(clause.wins) for clause in place.clauses))
        if found is not None:
            yield _undecided(proof.pack, found, place.topic.id)
    found = proof.find(proof.nowhere)
    if found is not None:
        yield _undecided(proof.pack, found, "")


def _undecided(pack: PolicyPack, found: Mapping[str, Fact], topic: str) -> Finding:
    known = smallest(pack, found, lambda leaf: not leaf.winners and (leaf.topic.id if leaf.topic else "") == topic)
    if decided(pack, known).rule_id:
        raise UnconfirmedError(f"decided after all: {known}")
    where = f"no rule of topic `{topic}` decides it" if topic else "no topic takes it up"
    what = f"{where}, and no silence is declared; expected a rule that holds, or one with `silent:`"
    return fault_at(pack, known, kind="undecided", rule=topic or "no topic", what=what)


def conflicts(proof: Proof) -> Iterator[Finding]:
    """Pairs of rules that win together and decide differently, where no rule leaves it to a person."""
    for place in proof.places:
        nobody = all_of(*(not_(one.wins) for one in place.clauses if one.rule.form.decide == "review"))
        pairs = _pairs(place.clauses)
        for _ in range(MOST_CLASHES):
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
        rules = leaf.topic.rules if leaf.topic else ()
        held = {rule.id for rule, truth in zip(rules, leaf.truths, strict=True) if truth is True}
        return name in held and name not in {winner.id for winner in leaf.winners}

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


def unanswerable(proof: Proof) -> Iterator[Finding]:
    """Rules that go on asking for evidence whatever the customer then sends."""
    for place in proof.places:
        for clause in place.clauses:
            form = clause.rule.form
            if form.decide == "approve" and form.requires:
                yield from _asked_in_vain(proof, clause)


def _asked_in_vain(proof: Proof, clause: Clause) -> Iterator[Finding]:
    names = clause.rule.form.requires
    given = all_of(*(proof.evidence[name] for name in names))
    trees = [proof.pack.given[name] for name in names]
    flags = sorted({fact for tree in trees for fact in _flags(proof.pack, tree) if fact in proof.facts})
    all_sent = dict.fromkeys(flags, True)
    short = not_(_after(proof, given, all_sent))
    if proof.find(clause.wins, not_(given), short, _after(proof, clause.wins, all_sent)) is None:
        return
    answers = [dict(zip(flags, values, strict=True)) for values in product((True, False), repeat=len(flags))]
    in_vain = [all_of(_after(proof, clause.wins, one), not_(_after(proof, given, one))) for one in answers]
    found = proof.find(clause.wins, not_(given), *in_vain)
    if found is not None:
        yield _unanswerable(proof, found, clause, answers)


def _flags(pack: PolicyPack, tree: object) -> Iterator[str]:
    """What a customer can answer: flags of the message, and the order number."""
    for name, value in tree.items() if isinstance(tree, dict) else ():
        if name in ("all", "any", "not"):
            for part in value if isinstance(value, list) else [value]:
                yield from _flags(pack, part)
        elif name == "is":
            for part in value if isinstance(value, list) else [value]:
                yield from _flags(pack, pack.definitions[str(part)])
        elif name == "number" or (name in MESSAGE and MESSAGE[name].kind == "flag"):
            yield name


def _after(proof: Proof, formula: Formula, answers: Mapping[str, bool]) -> Formula:
    """The formula once the customer has answered so."""
    flags: dict[Formula, bool] = {}
    for name, value in answers.items():
        flags[proof.facts.known(name)] = value if name == "number" else True
        if name in proof.facts.flags:
            flags[proof.facts.flags[name]] = value
    return replaced(formula, flags)


def _unanswerable(
    proof: Proof, found: Mapping[str, Fact], clause: Clause, answers: Sequence[Mapping[str, bool]]
) -> Finding:
    pack = proof.pack

    def in_vain(known: Mapping[str, Fact]) -> bool:
        return decided(pack, known).decision == "needs_info"

    for answer in answers:
        if not in_vain({**found, **{name: _told(name, value) for name, value in answer.items()}}):
            raise UnconfirmedError(f"answered after all: {found} with {answer}")
    ids = clause.rule.id

    def shows(leaf: Leaf) -> bool:
        if ids not in {winner.id for winner in leaf.winners} or leaf.decision != "approve":
            return False
        known = dict(leaf.view.known)
        return all(in_vain({**known, **{name: _told(name, value) for name, value in one.items()}}) for one in answers)

    known = smallest(pack, found, shows)
    missing = ", ".join(decided(pack, known).missing)
    what = f"asks for {missing}, and no answer is ever enough; expected evidence that a customer can give"
    return fault_at(pack, known, kind="unanswerable", rule=clause.rule.id, what=what)


def _told(name: str, value: bool) -> Fact:
    return "1001" if name == "number" else value
