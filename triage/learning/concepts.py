"""Words to the ideas of the trade: one vocabulary for six languages.

A customer who writes "nie angekommen" and one who writes "never came" mean the same. Each language module lists its
words under the same ideas; what a mail says is then read as a sequence of ideas, so that what is learnt from one
language serves all. Matching takes time linear in the words.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from triage.learning.phrases import de, en, es, fr, it, pt

LANGUAGES = ("en", "de", "fr", "es", "it", "pt")
_LISTINGS = {"en": en.WORDS, "de": de.WORDS, "fr": fr.WORDS, "es": es.WORDS, "it": it.WORDS, "pt": pt.WORDS}
_LONGEST_PHRASE = 6
_SHORTEST_STEM = 3


class Idea(NamedTuple):
    """One idea found: its name and the words, `first` up to before `last`, that carry it."""

    name: str
    first: int
    last: int


def ideas_in(forms: Sequence[str], language: str) -> list[Idea]:
    """The ideas of a run of words, longest phrase first, none overlapping, in order."""
    phrases, openings = _lexicon(language)
    spelt = [_spellings(form, language) for form in forms]
    found: list[Idea] = []
    place = 0
    while place < len(spelt):
        idea = _longest_at(spelt, place, phrases, openings) if spelt[place] else None
        if idea is not None:
            found.append(idea)
        place = idea.last if idea is not None else place + 1
    return found


def idea_names() -> tuple[str, ...]:
    """Every idea that some language lists, by name."""
    return tuple(sorted({idea for listing in _LISTINGS.values() for _, idea in _entries(listing)}))


def _longest_at(
    spelt: Sequence[tuple[str, ...]], place: int, phrases: Mapping[str, str], openings: frozenset[str]
) -> Idea | None:
    keys = list(spelt[place])
    best: Idea | None = None
    last = place + 1
    while keys:
        named = next((key for key in keys if key in phrases), None)
        if named is not None:
            best = Idea(phrases[named], place, last)
        if last == len(spelt) or last - place == _LONGEST_PHRASE:
            break
        keys = [f"{key} {spelling}" for key in keys if key in openings for spelling in spelt[last]]
        last += 1
    return best


@lru_cache(maxsize=200_000)
def _spellings(form: str, language: str) -> tuple[str, ...]:
    """The word as the lexicon may spell it: itself, and its listed stems with a star, longest first."""
    known = _vocabulary(language)
    stems = (f"{form[:length]}*" for length in range(len(form), _SHORTEST_STEM - 1, -1))
    return tuple(spelling for spelling in (form, *stems) if spelling in known)


@lru_cache(maxsize=len(LANGUAGES))
def _lexicon(language: str) -> tuple[Mapping[str, str], frozenset[str]]:
    """Phrase to idea, and every beginning of a longer phrase."""
    phrases: dict[str, str] = {}
    for phrase, idea in _entries(_LISTINGS[language]):
        phrases.setdefault(phrase, idea)
    openings = {" ".join(words[:length]) for words in map(str.split, phrases) for length in range(1, len(words))}
    return phrases, frozenset(openings)


@lru_cache(maxsize=len(LANGUAGES))
def _vocabulary(language: str) -> frozenset[str]:
    phrases, _ = _lexicon(language)
    return frozenset(word for phrase in phrases for word in phrase.split())


def _entries(listing: str) -> Iterator[tuple[str, str]]:
    """`IDEA: phrase, phrase*`; a line without an idea goes on with the one before."""
    idea = ""
    for line in listing.strip().splitlines():
        head, colon, rest = line.partition(":")
        if colon:
            idea, line = head, rest
        yield from ((" ".join(phrase.split()), idea) for phrase in line.split(",") if phrase.strip())
