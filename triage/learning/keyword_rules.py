"""The yardstick: what plain keyword rules would say, nothing learnt. Pure.

The rules are given every advantage that can be had without learning: the same phrases in six languages as the model's
ideas. What the model adds is the difference.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from triage.learning.classify import LABELS
from triage.learning.corpus import Row
from triage.learning.evaluate import f1_by_label
from triage.learning.train import readings_of
from triage.records import Label

RULES: tuple[tuple[Label, frozenset[str], frozenset[str]], ...] = tuple(
    (label, frozenset(first.split()), frozenset(second.split()))
    for label, first, second in (
        (Label.WRONG_ITEM, "WRONG MIXUP NOT_ORDERED", ""),
        (Label.DAMAGED, "BROKEN NO_WORK", ""),
        (Label.MISSING, "NO_COME LOST SHORT MARKED", ""),
        (Label.MISSING, "WHERE TRACKING", "PARCEL ORDERED OVERDUE WAIT"),
        (Label.LATE_REFUND, "REFUND OWED", "WAIT STILL YET NOT BANK SENT_BACK WHERE OVERDUE DURATION"),
        (Label.CANCELLATION, "CANCEL CHANGE_MIND", ""),
        (Label.SIZE_QUESTION, "WHICH", ""),
        (Label.SIZE_QUESTION, "SIZE", "BODY LETTER_SIZE MEASURE"),
    )
)
"""A label is named when the mail holds one idea of the first set, and one of the second where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """What the rules reach on the same mails, 0.0 to 1.0. f1: by label."""

    accuracy: float
    micro_f1: float
    macro_f1: float
    exact_match: float
    f1: dict[str, float]

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


def by_rules(ideas: frozenset[str]) -> tuple[Label, ...]:
    """The labels of a mail that holds these ideas, in the order of the rules; `other` when no rule fits."""
    named = [label for label, first, second in RULES if first & ideas and (not second or second & ideas)]
    return tuple(dict.fromkeys(named)) or (Label.OTHER,)


def baseline(rows: Sequence[Row]) -> Baseline:
    """Measure the rules; automatic mail is `other` for them as it is for the model."""
    said = [
        (Label.OTHER,)
        if row.auto
        else by_rules(frozenset(idea.name for idea in (*reading.subject_ideas, *reading.body_ideas)))
        for row, reading in zip(rows, readings_of(rows), strict=True)
    ]
    truth, named = _matrix([row.labels for row in rows]), _matrix(said)
    f1 = f1_by_label(truth, named)
    return Baseline(
        accuracy=float(np.mean([one[0] in row.labels for one, row in zip(said, rows, strict=True)])),
        micro_f1=float(2 * (truth & named).sum() / max(truth.sum() + named.sum(), 1)),
        macro_f1=float(f1.mean()),
        exact_match=float((truth == named).all(axis=1).mean()),
        f1={label.value: float(value) for label, value in zip(LABELS, f1, strict=True)},
    )


def _matrix(labels: Sequence[Sequence[Label]]) -> Any:
    return np.array([[label in own for label in LABELS] for own in labels])
