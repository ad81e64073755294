"""Why a label was named: the words of the mail that spoke for it, as a person would quote them. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from triage.learning.classify import Model
from triage.learning.concepts import Idea
from triage.learning.features import BAGS, Reading
from triage.learning.words import Word, composed

_PHRASES = 3
_FAINT = 0.2
"""Share of the strongest word's gain below which a word is not quoted."""
_LONGEST_QUOTE = 12
_STOP = re.compile(r"[.!?;:\n]")


class Quote(NamedTuple):
    """Words of the mail as written, and what they added to the log-odds of a label."""

    phrase: str
    gain: float


class Shares(NamedTuple):
    """What each feature of one mail added to the log-odds of one label, by bag and feature."""

    model: Model
    gains: Mapping[int, float]
    starts: Mapping[str, int]

    def of(self, bag: str, feature: str) -> float:
        """The gain of one feature, 0.0 when the model does not know it."""
        place = self.model.bags[bag].vocabulary.get(feature, -1)
        return self.gains.get(self.starts[bag] + place, 0.0) if place >= 0 else 0.0


def quotes(model: Model, reading: Reading, subject: str, text: str, gains: Mapping[int, float]) -> list[Quote]:
    """The strongest phrases for one label, best first, each once. gains: feature column -> addition to the log-odds."""
    shares = Shares(model, gains, _bag_starts(model))
    found = [
        *_phrases(text, reading.body, _word_gains(shares, reading.body, reading.body_ideas)),
        *_phrases(subject, reading.subject, _word_gains(shares, reading.subject, reading.subject_ideas)),
    ]
    found.sort(key=lambda quote: -quote.gain)
    once = {quote.phrase.casefold(): quote for quote in reversed(found)}
    kept = [quote for quote in found if once[quote.phrase.casefold()] is quote]
    return [quote for quote in kept[:_PHRASES] if quote.gain >= _FAINT * kept[0].gain]


def _bag_starts(model: Model) -> dict[str, int]:
    starts, column = {}, 0
    for name in BAGS:
        starts[name] = column
        column += len(model.bags[name].vocabulary)
    return starts


def _word_gains(shares: Shares, words: Sequence[Word], ideas: Sequence[Idea]) -> list[float]:
    """What each word added, by itself, in pairs and as part of an idea; a feature seen twice is shared out."""
    gains = [0.0] * len(words)
    for feature, bag, places in _placed(words, ideas):
        if share := shares.of(bag, feature):
            for place in places:
                gains[place] += share / len(places)
    return gains


def _placed(words: Sequence[Word], ideas: Sequence[Idea]) -> Iterator[tuple[str, str, Sequence[int]]]:
    """Each distinct feature with every word that carries it."""
    carried: dict[tuple[str, str], list[int]] = {}
    for place, word in enumerate(words):
        carried.setdefault(("words", word.form), []).append(place)
        if place:
            carried.setdefault(("words", f"{words[place - 1].form} {word.form}"), []).extend((place - 1, place))
    for idea in ideas:
        carried.setdefault(("ideas", idea.name), []).extend(range(idea.first, idea.last))
    for first, second in pairwise(ideas):
        span = (*range(first.first, first.last), *range(second.first, second.last))
        carried.setdefault(("ideas", f"{first.name}>{second.name}"), []).extend(span)
    return ((feature, bag, places) for (bag, feature), places in carried.items())


def _phrases(text: str, words: Sequence[Word], gains: Sequence[float]) -> Iterator[Quote]:
    """Runs of words that speak for the label, with at most one silent word between, within one sentence."""
    strongest = max(gains, default=0.0)
    if strongest <= 0.0:
        return
    whole = composed(text)
    loud = [place for place, gain in enumerate(gains) if gain >= _FAINT * strongest and words[place].form.isalnum()]
    for run in _runs(loud, words, whole):
        gain = sum(gains[run[0] : run[-1] + 1])
        phrase = " ".join(whole[words[run[0]].start : words[run[-1]].end].split())
        if gain > 0.0 and len(phrase) > 2:
            yield Quote(phrase, gain)


def _runs(loud: Sequence[int], words: Sequence[Word], text: str) -> Iterator[list[int]]:
    run: list[int] = []
    for place in loud:
        if run and not _go_together(run, place, words, text):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _go_together(run: Sequence[int], place: int, words: Sequence[Word], text: str) -> bool:
    between = text[words[run[-1]].end : words[place].start]
    return place - run[-1] <= 2 and place - run[0] < _LONGEST_QUOTE and not _STOP.search(between)
