"""A pack as formulas, with a solver that knows what a case can be."""

from collections.abc import Mapping
from dataclasses import dataclass

from triage.policy.facts import Fact
from triage.policy.pack import PolicyPack
from triage.policy.proving.cases import CaseFacts
from triage.policy.proving.logic import Formula, Model, Solver, all_of
from triage.policy.proving.plausible import agreeing, possible
from triage.policy.proving.rules import Encoder, Place
from triage.policy.vocabulary import FACTS


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
