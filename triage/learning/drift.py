"""Whether this week's mail is still the mail that the model was measured on. Pure; alarms only beyond noise."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from triage.learning.chances import as_different, at_least, at_most
from triage.records import Label

BEYOND_NOISE = 0.001
"""Chance below which a difference is no accident; with three signals a day, a false alarm in about a year."""
FEWEST = 30
ENOUGH_BEFORE = 200
"""Mails of the weeks before from which they, and not the card, say what is usual for a shop."""
MIX = "label mix"
_MATTERS = {"handed over": 0.05, MIX: 0.1}
"""Differences smaller than this are let be, however certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One figure of the week. seen, expected: shares; for the label mix, seen is the share of mails that moved.

    mails: counted. against: where `expected` comes from. chance: of such a difference by accident alone.
    """

    name: str
    mails: int
    seen: float
    expected: float
    against: str
    chance: float
    alarm: bool

    def in_words(self) -> str:
        """One line for people."""
        if not self.mails:
            return f"{self.name}: nothing to count yet"
        state = "ALARM" if self.alarm else "too few to tell" if self.mails < FEWEST else "as expected"
        counted = f"{self.name}: {self.seen:.1%} of {self.mails} mails"
        if self.name == MIX:
            return f"{counted} carry another main label than {self.against} would have it: {state}"
        return f"{counted}, expected {self.expected:.1%} by {self.against}: {state}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """The week up to `until`, ISO. mix: by label, share seen and share expected."""

    model: str
    since: str
    until: str
    signals: tuple[Signal, ...]
    mix: Mapping[str, tuple[float, float]]

    @property
    def alarms(self) -> list[Signal]:
        """What a person should look at."""
        return [one for one in self.signals if one.alarm]

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self) | {"alarm": bool(self.alarms)}


def corrected(wrong: int, mails: int, expected: float) -> Signal:
    """Of confirmed mails that the model had been sure of, those where a person took a label away."""
    return _signal("corrected", mails, wrong / max(mails, 1), expected, CARD, at_least(wrong, mails, expected))


def handed_over(abstained: int, mails: int, expected: float) -> Signal:
    """Mails that the model left to a person; more and fewer both count."""
    chance = 2 * min(at_least(abstained, mails, expected), at_most(abstained, mails, expected))
    return _signal("handed over", mails, abstained / max(mails, 1), expected, CARD, min(1.0, chance))


def label_mix(labels: Counter[str], before: Counter[str], card: Mapping[str, float], card_mails: int) -> Signal:
    """Primary labels of the week against the shop's weeks before, or against the card while those are few."""
    expected, known, against = usual_mix(before, card, card_mails)
    seen = {label.value: labels.get(label.value, 0) for label in Label}
    count = sum(seen.values())
    moved = sum(max(0.0, seen[key] / count - share) for key, share in expected.items()) if count else 0.0
    return _signal(MIX, count, moved, 0.0, against, as_different(seen, expected, known))


def usual_mix(before: Counter[str], card: Mapping[str, float], card_mails: int) -> tuple[dict[str, float], int, str]:
    """Shares that are usual, the number of mails they come from, and what to call their source."""
    if before.total() >= ENOUGH_BEFORE:
        return _smoothed(before), before.total(), WEEKS
    return _smoothed({key: share * card_mails for key, share in card.items()}), card_mails, CARD


CARD, WEEKS = "the model's card", "the shop's eight weeks before"


def _smoothed(counts: Mapping[str, float]) -> dict[str, float]:
    padded = {label.value: counts.get(label.value, 0) + 0.5 for label in Label}
    total = sum(padded.values())
    return {key: count / total for key, count in padded.items()}


def _signal(name: str, mails: int, seen: float, expected: float, against: str, chance: float) -> Signal:
    matters = abs(seen - expected) >= _MATTERS.get(name, 0.0)
    alarm = mails >= FEWEST and chance < BEYOND_NOISE and matters
    return Signal(name=name, mails=mails, seen=seen, expected=expected, against=against, chance=chance, alarm=alarm)


def in_words(drift: Drift) -> Sequence[str]:
    """A few lines for a terminal."""
    mix = ", ".join(f"{label} {seen:.0%} ({usual:.0%})" for label, (seen, usual) in drift.mix.items())
    head = f"{drift.model}, {drift.since[:10]} to {drift.until[:10]}"
    return [head, *(one.in_words() for one in drift.signals), f"labels, seen (usual): {mix}"]
