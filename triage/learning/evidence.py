"""Why a label was named: the words of the mail that spoke for it, as a person would quote them. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from triage.learning.classify import Model
from triage.learning.concepts import Idea
from triage.learning.features import Reading, kind_of
from triage.learning.words import Word, composed

_PHRASES = 3
_FAINT = 0.2
"""Share of the strongest word's gain below which a word is not quoted."""
_LONGEST_QUOTE = 12
_STOP = re.compile(r"[.!?;:\n]")
_LISTED = """
    thanks thank thx regards cheers danke vielen dank grusse gruss merci cordialement gracias saludos grazie saluti
    cordiali obrigado obrigada cumprimentos
    a an the and or but so of to for from with in on at by as is are was were be been am do does did has have had i my
    me mine we our us you your it its he she they them this that these those there then if can could would will just
    please hi hello dear s t m ve re ll d der die das den dem des ein eine einen einem einer und oder aber von zu zum
    zur fur mit im auf aus bei ist sind war waren bin hab habe hat haben ich mein meine meinen meiner mir mich wir uns
    unser sie ihr ihre es er dies diese dieser dass wenn kann bitte hallo guten le la les l un une du de et ou mais au
    aux en dans pour par avec sur est sont etait suis ai ont j je mon ma mes nous notre vous votre vos il elle ce cet
    cette ces c qui que qu si y bonjour el los las uno una unos o pero del al con por para son era ha han yo mi mis
    nos nuestro su sus lo se este esta esto hola buenas gli e ed di della dei delle alla nel nella per sono ho hai
    hanno io mio mia ci nostro vi vostro questo questa che ciao os um uma mas da dos no na nas ao com sao foi eu meu
    minha seu sua isso ola bom boa
"""
_HOLLOW = frozenset(_LISTED.split())
"""Words that tell nobody anything by themselves: no quote begins or ends with them."""


Carrier: TypeAlias = tuple[int, Sequence[int]]
"""The column of a feature and the places of the words that carry it."""


class Quote(NamedTuple):
    """Words of the mail as written, and what they added to the log-odds of a label."""

    phrase: str
    gain: float


class Carriers(NamedTuple):
    """One mail's features that the model knows, each by its column with the words that carry it."""

    body: Sequence[Carrier]
    subject: Sequence[Carrier]


def carriers_of(model: Model, reading: Reading) -> Carriers:
    """What may be quoted of a mail, the same for every label."""
    return Carriers(
        list(_known(model, reading.body, reading.body_ideas)),
        list(_known(model, reading.subject, reading.subject_ideas)),
    )


def quotes(carriers: Carriers, reading: Reading, subject: str, text: str, gains: Mapping[int, float]) -> list[Quote]:
    """The strongest phrases for one label, best first, each once. gains: feature column -> addition to the log-odds."""
    found = [
        *_phrases(text, reading.body, _word_gains(carriers.body, len(reading.body), gains)),
        *_phrases(subject, reading.subject, _word_gains(carriers.subject, len(reading.subject), gains)),
    ]
    found.sort(key=lambda quote: -quote.gain)
    once = {quote.phrase.casefold(): quote for quote in reversed(found)}
    kept = [quote for quote in found if once[quote.phrase.casefold()] is quote]
    return [quote for quote in kept[:_PHRASES] if quote.gain >= _FAINT * kept[0].gain]


def _known(model: Model, words: Sequence[Word], ideas: Sequence[Idea]) -> Iterator[Carrier]:
    for bag, carried in (("words", _worded(words)), ("ideas", _thought(ideas)), ("kinds", _sorted_by_kind(words))):
        first, column_of = model.firsts[bag], model.bags[bag].vocabulary.get
        for feature, places in carried.items():
            column = column_of(feature)
            if column is not None:
                yield first + column, places


def _word_gains(carriers: Iterable[Carrier], count: int, added: Mapping[int, float]) -> list[float]:
    """What each of `count` words added, alone, in pairs and as part of an idea; a feature seen twice is shared out."""
    gains = [0.0] * count
    for column, places in carriers:
        gain = added.get(column)
        if gain:
            share = gain / len(places)
            for place in places:
                gains[place] += share
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


def _sorted_by_kind(words: Sequence[Word]) -> dict[str, list[int]]:
    """Each group of words of like meaning, with every word that belongs to it."""
    carried: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        carried.setdefault(kind_of(word.form), []).append(place)
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
    for run in filter(None, (_without_hollow_ends(run, words) for run in _runs(loud, words, whole))):
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


def _without_hollow_ends(run: Sequence[int], words: Sequence[Word]) -> Sequence[int]:
    """The run from its first to its last telling word; empty when it has none."""
    telling = [number for number, place in enumerate(run) if words[place].form not in _HOLLOW]
    return run[telling[0] : telling[-1] + 1] if telling else ()


def _go_together(run: Sequence[int], place: int, words: Sequence[Word], text: str) -> bool:
    between = text[words[run[-1]].end : words[place].start]
    return place - run[-1] <= 2 and place - run[0] < _LONGEST_QUOTE and not _STOP.search(between)
