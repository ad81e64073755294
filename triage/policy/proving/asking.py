"""Evidence that is asked for and that no answer can give."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from triage.policy.completions import Leaf
from triage.policy.facts import Fact
from triage.policy.findings import Finding
from triage.policy.pack import PolicyPack
from triage.policy.proving.logic import Formula, all_of, not_, replaced
from triage.policy.proving.proof import Proof
from triage.policy.proving.rules import Clause
from triage.policy.proving.witness import UnconfirmedError, decided, smallest
from triage.policy.vocabulary import MESSAGE
from triage.policy.witness import fault_at


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
