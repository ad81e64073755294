"""Look for what a pack decides badly: undecided cases, contradictions nobody declared, rules that never decide, windows
at whose end nothing changes, evidence that cannot be given. Proven where the solver is installed, else sampled.
"""

from dataclasses import dataclass
from importlib.util import find_spec

from triage.policy.figures import figure_faults
from triage.policy.findings import Finding
from triage.policy.lint_sampled import sampled
from triage.policy.pack import PolicyPack

__all__ = ["Finding", "Linted", "lint", "linted"]

NO_SOLVER = "sampled, not proven: install the extra `prove`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted:
    """What is wrong with a pack. unproven: why cases were only tried out, "" when all were covered."""

    findings: tuple[Finding, ...]
    unproven: str = ""


def lint(pack: PolicyPack) -> list[Finding]:
    """Every fault found in `pack`, in the order of the pack. The same each time."""
    return list(linted(pack).findings)


def linted(pack: PolicyPack) -> Linted:
    """The same, and whether it is proven."""
    figures = tuple(figure_faults(pack))
    if find_spec("z3") is None:
        return Linted(findings=(*sampled(pack), *figures), unproven=NO_SOLVER)
    # Loading the solver takes a while, and an installation without it has to work.
    from triage.policy.proving.logic import NoAnswerError
    from triage.policy.proving.prove import prove
    from triage.policy.proving.witness import UnconfirmedError

    try:
        return Linted(findings=(*prove(pack), *figures))
    except (NoAnswerError, UnconfirmedError) as fault:
        return Linted(findings=(*sampled(pack), *figures), unproven=f"sampled, not proven: {fault}")
