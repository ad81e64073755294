"""Why a label was named: the words of the mail that spoke for it, as a person would quote them. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, repeat
from typing import NamedTuple

from triage.learning.classify import Model
from triage.learning.concepts import Idea
from triage.learning.features import Reading
from triage.learning.words import Word, composed

_PHRASES = 3
_FAINT = 0.2
"""Share of the strongest word's gain below which a word is not quoted."""
_LONGEST_QUOTE = 12
_NOWHERE = -10_000_000
"""Before the column of any feature."""
_STOP = re.compile(r"[.!?;:\n]")


class Quote(NamedTuple):
    """Words of the mail as written, and what they added to the log-odds of a label."""

    phrase: str
    gain: float


class Shares(NamedTuple):
    """What each feature of one mail added to the log-odds of one label, by bag and feature."""

    model: Model
    gains: Mapping[int, float]

    def of(self, bag: str, features: Iterable[str]) -> list[float]:
        """The gain of each feature of a bag, 0.0 where the model does not know it."""
        first, gain_of = self.model.firsts[bag], self.gains.get
        places = map(self.model.bags[bag].vocabulary.get, features, repeat(_NOWHERE))
        return [gain_of(first + place, 0.0) for place in places]


def quotes(model: Model, reading: Reading, subject: str, text: str, gains: Mapping[int, float]) -> list[Quote]:
    """The strongest phrases for one label, best first, each once. gains: feature column -> addition to the log-odds."""
    shares = Shares(model, gains)
    found = [
        *_phrases(text, reading.body, _word_gains(shares, reading.body, reading.body_ideas)),
        *_phrases(subject, reading.subject, _word_gains(shares, reading.subject, reading.subject_ideas)),
    ]
    found.sort(key=lambda quote: -quote.gain)
    once = {quote.phrase.casefold(): quote for quote in reversed(found)}
    kept = [quote for quote in found if once[quote.phrase.casefold()] is quote]
    return [quote for quote in kept[:_PHRASES] if quote.gain >= _FAINT * kept[0].gain]


def _word_gains(shares: Shares, words: Sequence[Word], ideas: Sequence[Idea]) -> list[float]:
    """What each word added, by itself, in pairs and as part of an idea; a feature seen twice is shared out."""
    gains = [0.0] * len(words)
    for bag, carried in (("words", _worded(words)), ("ideas", _thought(ideas))):
        for share, places in zip(shares.of(bag, carried), carried.values(), strict=True):
            if share:
                for place in places:
                    gains[place] += share / len(places)
    return gains


def _worded(words: Sequence[Word]) -> dict[str, list[int]]:
    """Each distinct word and pair of words, with every word that carries it."""
    carried: dict[str, list[int]] = {}
    before = ""
    for place, word in enumerate(words):
        carried.setdefault(word.form, []).append(place)
        if place:
            carried.setdefault(f"{before} {word.form}", []).extend((place - 1, place))
        before = word.form
    return carried


def _thought(ideas: Sequence[Idea]) -> dict[str, list[int]]:
    """Each distinct idea and pair of ideas, with every word that carries it."""
    carried: dict[str, list[int]] = {}
    for idea in ideas:
        carried.setdefault(idea.name, []).extend(range(idea.first, idea.last))
    for first, second in pairwise(ideas):
        span = (*range(first.first, first.last), *range(second.first, second.last))
        carried.setdefault(f"{first.name}>{second.name}", []).extend(span)
    return carried


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
