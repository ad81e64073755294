"""Prove a pack: every question, one solver."""

from threading import Lock

from triage.policy.findings import Finding
from triage.policy.pack import PolicyPack
from triage.policy.proving.asking import unanswerable
from triage.policy.proving.boundaries import idle_windows
from triage.policy.proving.logic import start_afresh
from triage.policy.proving.proof import proof_of
from triage.policy.proving.questions import conflicts, dead_rules, undecided

_ONE_AT_A_TIME = Lock()
"""The solver's expressions belong to one thread at a time."""


def prove(pack: PolicyPack) -> list[Finding]:
    """Every fault of `pack` over all plausible cases; empty: it has none.

    Raises NoAnswerError when the solver gives up, UnconfirmedError when the engine contradicts a found case.
    """
    with _ONE_AT_A_TIME:
        start_afresh()
        proof = proof_of(pack)
        return [
            *undecided(proof),
            *conflicts(proof),
            *dead_rules(proof),
            *unanswerable(proof),
            *idle_windows(proof),
        ]
