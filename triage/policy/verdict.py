"""What the judging half of the pipeline hands on: a claim with its decision."""

from dataclasses import dataclass

from triage.policy.decision import Decision
from triage.records import Claim, Facts, OrderRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedClaim:
    """One claim with its verdict.

    order: the shop's facts, only when the sender owns the order. owned: False when a number was given that the
    sender is not known to own. case: the policy case as decided (contract JSON), enough to decide it again.
    """

    claim: Claim
    order: OrderRecord | None
    owned: bool
    case: Facts
    decision: Decision
    pack_version: str
