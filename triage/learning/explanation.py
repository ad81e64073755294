"""Why one mail got its labels, as a person would quote it: probabilities, phrases with their places, doubts. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from triage.learning.classify import LABELS, Model
from triage.learning.evidence import carriers_of, quotes
from triage.learning.features import read
from triage.learning.language import detect
from triage.learning.verdict import judge
from triage.learning.words import composed

_NEAREST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words of the mail. weight: what they add to the label's log-odds. start, end: characters of `where`."""

    phrase: str
    weight: float
    where: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelView:
    """One label. named: at or above its threshold, or the likeliest where none is."""

    label: str
    probability: float
    threshold: float
    named: bool
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All seven labels, likeliest first. certainty: that every named one is true; needed: what drafting takes.

    confusions: "named for true" of mails of other writers, as the card counted them, for the named main label. earlier:
    what was named when the mail came in, with the model that did; None for text and files.
    """

    model: str
    language: str
    labels: tuple[LabelView, ...]
    certainty: float
    needed: float
    abstained: bool
    why: str
    nearest: tuple[str, ...]
    confusions: Mapping[str, float]
    earlier: Mapping[str, Any] | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)

    def in_words(self) -> str:
        """A page for a terminal."""
        lines = [f"{self.model}, read as {self.language}"]
        for one in self.labels:
            mark = "*" if one.named else " "
            lines.append(f"{mark} {one.label:<14}{one.probability:>7.1%}   named from {one.threshold:.1%}")
            lines += [f'      "{said.phrase}"  {said.weight:+.2f}  {_place(said)}' for said in one.phrases]
        lines.append(self.why)
        if self.nearest:
            lines.append(f"nearest other labels: {', '.join(self.nearest)}")
        if self.confusions:
            often = ", ".join(f"{label} {share:.0%}" for label, share in self.confusions.items())
            lines.append(f"when it names {self._main()}, the truth on unknown writers was: {often}")
        if self.earlier is not None:
            said_then = ", ".join(f"{one['label']} {one['probability']:.0%}" for one in self.earlier["categories"])
            lines.append(f"when it came in, {self.earlier['model'] or 'no model'} said: {said_then or 'nothing'}")
        return "\n".join(lines)

    def _main(self) -> str:
        return next((one.label for one in self.labels if one.named), "")


def explain(
    model: Model, version: str, subject: str, text: str, confusion: Mapping[str, Mapping[str, int]]
) -> Explanation:
    """Explain one mail. confusion: true main label -> named main label -> mails, from the card."""
    language = detect(text, subject=subject)
    reading = read(subject, text, language)
    features = model.features([reading])
    chances = model.probabilities(model.scores(features))[0]
    verdict = judge(chances, model.thresholds, model.sureness)
    wordless = not reading.body and not reading.subject
    order = [*verdict.labels, *(int(place) for place in np.argsort(-chances) if place not in verdict.labels)]
    nearest = [place for place in order if place not in verdict.labels][:_NEAREST]
    shown = {*verdict.labels, *nearest}
    views = [
        LabelView(
            label=LABELS[place].value,
            probability=round(float(chances[place]), 4),
            threshold=round(float(model.thresholds[place]), 4),
            named=place in verdict.labels,
            phrases=_phrases(model, reading, subject, text, model.gains(features, 0, place)) if place in shown else (),
        )
        for place in order
    ]
    return Explanation(
        model=version,
        language=language,
        labels=tuple(views),
        certainty=round(verdict.certainty, 4),
        needed=round(model.sure_from, 4),
        abstained=wordless or verdict.certainty < model.sure_from,
        why=_why(views, verdict.certainty, model.sure_from, wordless=wordless),
        nearest=tuple(LABELS[place].value for place in nearest),
        confusions=_confusions(confusion, views[0].label),
    )


def place_of(text: str, phrase: str) -> tuple[int, int] | None:
    """First and last character of a quoted phrase in the text, whatever the space between its words."""
    found = re.search(r"\s+".join(re.escape(word) for word in phrase.split()), composed(text))
    return found.span() if found is not None else None


def _phrases(model: Model, reading: Any, subject: str, text: str, gains: Mapping[int, float]) -> tuple[Phrase, ...]:
    found: list[Phrase] = []
    for quote in quotes(carriers_of(model, reading), reading, subject, text, gains):
        for where, words in (("text", text), ("subject", subject)):
            place = place_of(words, quote.phrase)
            if place is not None:
                gain = round(quote.gain, 3)
                found.append(Phrase(phrase=quote.phrase, weight=gain, where=where, start=place[0], end=place[1]))
                break
    return tuple(found)


def _why(views: Sequence[LabelView], certainty: float, needed: float, *, wordless: bool) -> str:
    if wordless:
        return "handed over: the mail holds no words"
    if certainty >= needed:
        return f"sure enough to draft: {certainty:.1%} that every label named is true, {needed:.1%} is needed"
    parts = [f"handed over: {certainty:.1%} that every label named is true, {needed:.1%} is needed"]
    named = [one for one in views if one.named]
    rival = next((one for one in views if not one.named), None)
    if all(one.probability < one.threshold for one in named):
        parts.append(f"no label reached its threshold, {named[0].label} is merely the likeliest")
    elif (weakest := min(named, key=lambda one: one.probability)).probability < 0.8:
        parts.append(f"{weakest.label} is named at {weakest.probability:.0%} only")
    if rival is not None and rival.probability >= 0.1:
        parts.append(f"{rival.label} might be meant as well ({rival.probability:.0%})")
    return "; ".join(parts)


def _confusions(table: Mapping[str, Mapping[str, int]], named: str) -> dict[str, float]:
    """The true main labels of mails that were given this main label, commonest first."""
    column = {true: row.get(named, 0) for true, row in table.items()}
    total = sum(column.values())
    shares = sorted(((count / total, true) for true, count in column.items() if count), reverse=True) if total else []
    return {true: round(share, 4) for share, true in shares[:4]}


def _place(said: Phrase) -> str:
    return f"{said.where}, characters {said.start} to {said.end}"
