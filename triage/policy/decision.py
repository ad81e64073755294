"""What the policy says on one case, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

MET, NOT_MET, UNKNOWN, OVERRIDDEN = "met", "not met", "unknown", "overridden"
OUTCOMES = (MET, NOT_MET, UNKNOWN, OVERRIDDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceStep:
    """One rule, or one unknown fact, that was looked at. outcome: met, not met, unknown or overridden."""

    rule: str
    outcome: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The judgement of one pack on one case.

    missing: what is to be asked for, in the order of the document. deadline: a date, or a UTC time ending in Z.
    cites: headings of the document. conflicts: the clauses that clash, or what the document is silent on.
    rule_id: the rule that decided, "" when the unknown left it open. statements: keys of what a reply states.
    days: when what the statements name took place, by the fact's name. cautions: what a reply must not say.
    """

    decision: str
    remedies: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    deadline: str | None = None
    cites: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    trace: tuple[TraceStep, ...] = ()
    rule_id: str = ""
    statements: tuple[str, ...] = ()
    days: tuple[tuple[str, date], ...] = ()
    cautions: tuple[str, ...] = ()

    def to_json(self) -> Mapping[str, object]:
        """The fields of the contract's decision, ready for JSON (without id, store and reply)."""
        return {
            "decision": self.decision,
            "remedies": list(self.remedies),
            "missing": list(self.missing),
            "deadline": self.deadline,
            "cites": list(self.cites),
            "conflicts": list(self.conflicts),
            "trace": [{"rule": step.rule, "outcome": step.outcome, "because": step.because} for step in self.trace],
        }
