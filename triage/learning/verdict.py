"""From calibrated probabilities to the labels named, and how sure the whole set is. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from triage.learning.classify import LABELS, Floats, logistic
from triage.records import Label

OTHER = LABELS.index(Label.OTHER)
_TINY = 1e-6
_FAR = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """labels: places in `LABELS`, likeliest first, never empty. certainty: chance that all of them are true."""

    labels: tuple[int, ...]
    certainty: float


def judge(probabilities: Floats, thresholds: Floats, sureness: Floats) -> Verdict:
    """Name every label at or above its threshold; `other` alone where none of the six is, unless one is likelier."""
    named = name_labels(probabilities, thresholds)
    clues = certainty_clues(probabilities, named)
    return Verdict(labels=named, certainty=float(logistic(np.array(clues @ sureness[1:] + sureness[0]))))


def name_labels(probabilities: Floats, thresholds: Floats) -> tuple[int, ...]:
    """The label set of one mail. `other` stands beside a matter only above its own threshold for that."""
    matters = [place for place in range(len(LABELS)) if place != OTHER and probabilities[place] >= thresholds[place]]
    if matters and probabilities[OTHER] >= thresholds[OTHER]:
        matters.append(OTHER)
    if not matters:
        matters = [int(np.argmax(probabilities))]
    return tuple(sorted(matters, key=lambda place: (-probabilities[place], place)))


def certainty_clues(probabilities: Floats, named: tuple[int, ...]) -> Floats:
    """What tells a sure set from a doubtful one: weakest named, strongest unnamed, all together, several or one."""
    chances = np.minimum(np.maximum(probabilities, _TINY), 1 - _TINY)
    others = np.ones(len(chances), dtype=bool)
    others[list(named)] = False
    inside, outside = chances[list(named)], chances[others]
    together = np.log(inside).sum() + np.log1p(-outside).sum()
    weakest, strongest = inside.min(), outside.max(initial=_TINY)
    return np.array(
        [np.log(weakest / (1 - weakest)), np.log(strongest / (1 - strongest)), together, float(len(named) > 1)]
    )


def stating_clues(probabilities: Floats, named: Sequence[int]) -> Floats:
    """What tells how far a named label can be trusted, a row a label: log-odds, unlikeliness, first or not."""
    chances = np.clip(probabilities[list(named)], _TINY, 1 - _TINY)
    odds = np.clip(np.log(chances / (1 - chances)), -_FAR, _FAR)
    return np.column_stack([odds, np.maximum(-odds, 0.0), np.arange(len(named)) > 0])


def state(probabilities: Floats, named: Sequence[int], stating: Floats) -> list[float]:
    """The probability to tell of each named label, in order; never higher than that of the one before."""
    stated = logistic(stating_clues(probabilities, named) @ stating[1:] + stating[0])
    return [float(chance) for chance in np.minimum.accumulate(stated)]
