"""Champion and challenger on the same mails. Pure."""

import numpy as np

from triage.learning.classify import LABELS
from triage.learning.evaluate import Answers, f1_by_label

_DRAWS = 1_000


def worse_labels(champion: Answers, challenger: Answers, seed: int = 1, level: float = 0.975) -> list[str]:
    """Labels whose F1 is lower for the challenger in `level` of the draws with replacement: worse beyond noise."""
    chance = np.random.default_rng(seed)
    count = len(champion.truth)
    losses = np.zeros(len(LABELS))
    for _ in range(_DRAWS):
        draw = chance.integers(0, count, count)
        before = f1_by_label(champion.truth[draw], champion.named[draw])
        losses += f1_by_label(challenger.truth[draw], challenger.named[draw]) < before
    return [label.value for label, lost in zip(LABELS, losses, strict=True) if lost >= level * _DRAWS]
