"""A mail as the five bags of features that the classifier counts.

words: single words and pairs, subject and text alike. letters: runs of 2 to 5 letters inside a word, so that a
misspelt word still resembles itself. ideas: the trade's ideas alone, in sequence and together, the same in every
language. mixed: pairs and triples in which every word that carries an idea is replaced by it. subject: the words of
the subject once more, as said in the subject. kinds: the group of words of like meaning that each word belongs to.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations, pairwise
from typing import NamedTuple

from triage.learning.concepts import Idea, ideas_in
from triage.learning.word_vectors import word_vectors
from triage.learning.words import Word, words_of

BAGS = ("words", "letters", "ideas", "mixed", "subject", "kinds")
_STRETCH = 7
"""Ideas that follow one another closely enough to tell a story."""
_NEAR = 6
"""Words between two ideas that still belong to one thought."""


class Reading(NamedTuple):
    """One mail cut into words and ideas."""

    subject: Sequence[Word]
    body: Sequence[Word]
    subject_ideas: list[Idea]
    body_ideas: list[Idea]


def read(subject: str, text: str, language: str) -> Reading:
    """Cut a mail; `language` picks the lexicon."""
    head, body = words_of(subject), words_of(text)
    return Reading(
        head,
        body,
        ideas_in([word.form for word in head], language),
        ideas_in([word.form for word in body], language),
    )


def bag(name: str, reading: Reading) -> list[str]:
    """The features of one bag, repeated as often as they occur."""
    return list(_BAGS[name](reading))


def _words(reading: Reading) -> Iterator[str]:
    for words in (reading.subject, reading.body):
        forms = [word.form for word in words]
        yield from forms
        yield from (f"{left} {right}" for left, right in pairwise(forms))


def _letters(reading: Reading) -> Iterator[str]:
    return chain.from_iterable(letters_of(word.form) for word in chain(reading.subject, reading.body))


@lru_cache(maxsize=100_000)
def letters_of(form: str) -> tuple[str, ...]:
    """Runs of 2 to 5 letters of one word with its borders."""
    padded = f" {form} "
    runs = (
        padded[start : start + length]
        for length in range(2, min(5, len(padded)) + 1)
        for start in range(len(padded) - length + 1)
    )
    return tuple(runs)


def _ideas(reading: Reading) -> Iterator[str]:
    in_subject = [idea.name for idea in reading.subject_ideas]
    in_body = [idea.name for idea in reading.body_ideas]
    yield from (f"S:{name}" for name in in_subject)
    yield from in_subject
    yield from in_body
    yield from _sequences(reading.body_ideas)
    yield from _together({*in_subject, *in_body})


def _sequences(ideas: Sequence[Idea]) -> Iterator[str]:
    """Two ideas near one another, two in one stretch, and three in a row."""
    for place, first in enumerate(ideas):
        yield from (f"{first.name}>>{second.name}" for second in ideas[place + 1 : place + _STRETCH])
        for second in ideas[place + 1 : place + 4]:
            if second.first - first.last < _NEAR:
                yield f"{first.name}>{second.name}"
        if place + 2 < len(ideas) and ideas[place + 2].first - first.last < 2 * _NEAR:
            yield f"{first.name}>{ideas[place + 1].name}>{ideas[place + 2].name}"


def _together(names: set[str]) -> Iterator[str]:
    return (f"{left}&{right}" for left, right in combinations(sorted(names), 2))


def _mixed(reading: Reading) -> Iterator[str]:
    for words, ideas in ((reading.subject, reading.subject_ideas), (reading.body, reading.body_ideas)):
        told = list(_told(words, ideas))
        yield from (f"{left} {right}" for left, right in pairwise(told))
        yield from (" ".join(told[place : place + 3]) for place in range(len(told) - 2))


def _told(words: Sequence[Word], ideas: Sequence[Idea]) -> Iterator[str]:
    """The words in order, ideas in place of the words that carry them."""
    place = 0
    for idea in ideas:
        yield from (word.form for word in words[place : idea.first])
        yield idea.name
        place = idea.last
    yield from (word.form for word in words[place:])


def _subject(reading: Reading) -> Iterator[str]:
    return (word.form for word in reading.subject)


def _kinds(reading: Reading) -> Iterator[str]:
    kinds = (kind_of(word.form) for word in chain(reading.subject, reading.body))
    return (kind for kind in kinds if kind)


@lru_cache(maxsize=200_000)
def kind_of(form: str) -> str:
    """The group of words of like meaning that a folded form belongs to, "" when the table does not hold it."""
    table = word_vectors()
    place = table.places.get(form)
    return str(table.kinds[place]) if place is not None else ""


_BAGS = {"words": _words, "letters": _letters, "ideas": _ideas, "mixed": _mixed, "subject": _subject, "kinds": _kinds}
