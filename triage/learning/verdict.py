"""From calibrated probabilities to the labels named, and how sure the whole set is. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from triage.learning.classify import LABELS, Floats
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
    return Verdict(labels=named, certainty=_chance(certainty_clues(probabilities, named), sureness))


def name_labels(probabilities: Floats, thresholds: Floats) -> tuple[int, ...]:
    """The label set of one mail. `other` stands beside a matter only above its own threshold for that."""
    chances = probabilities.tolist()
    above = [place for place, least in enumerate(thresholds.tolist()) if chances[place] >= least]
    matters = [place for place in above if place != OTHER]
    if matters and OTHER in above:
        matters.append(OTHER)
    if not matters:
        matters = [chances.index(max(chances))]
    return tuple(sorted(matters, key=lambda place: (-chances[place], place)))


# Of so few numbers at a time, Python's own arithmetic is five times as fast as numpy's.
def certainty_clues(probabilities: Floats, named: Sequence[int]) -> list[float]:
    """What tells a sure set from a doubtful one: weakest named, strongest unnamed, all together, several or one."""
    chances = [min(max(chance, _TINY), 1 - _TINY) for chance in probabilities.tolist()]
    inside = [chances[place] for place in named]
    outside = [chance for place, chance in enumerate(chances) if place not in named]
    together = sum(map(math.log, inside)) + sum(math.log1p(-chance) for chance in outside)
    return [_odds(min(inside)), _odds(max(outside, default=_TINY)), together, float(len(named) > 1)]


def stating_clues(probabilities: Floats, named: Sequence[int]) -> list[list[float]]:
    """What tells how far a named label can be trusted, a row a label: log-odds, unlikeliness, first or not."""
    rows: list[list[float]] = []
    for number, place in enumerate(named):
        odds = _odds(min(max(float(probabilities[place]), _TINY), 1 - _TINY))
        odds = min(max(odds, -_FAR), _FAR)
        rows.append([odds, max(-odds, 0.0), float(number > 0)])
    return rows


def state(probabilities: Floats, named: Sequence[int], stating: Floats) -> list[float]:
    """The probability to tell of each named label, in order; never higher than that of the one before."""
    stated = [_chance(clues, stating) for clues in stating_clues(probabilities, named)]
    return list(accumulate(stated, min))


def _odds(chance: float) -> float:
    """Log-odds."""
    return math.log(chance / (1 - chance))


def _chance(clues: Sequence[float], weights: Floats) -> float:
    """What a fitted line makes of clues. weights: the constant first."""
    constant, *slopes = weights.tolist()
    score = constant + sum(slope * clue for slope, clue in zip(slopes, clues, strict=True))
    return 0.5 * (1.0 + math.tanh(0.5 * score))
