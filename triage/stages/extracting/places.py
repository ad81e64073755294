"""Where the order numbers stand in a text, and of which order each of its words speaks."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from triage.stages.extracting.folding import COMMA, Folded

FOR_WORDS = frozenset(("for", "fur", "pour", "para", "per", "bei", "zu"))
PARTING_WORDS = frozenset(("and", "und", "et", "y", "e", "but", "aber", "mais", "pero", "ma", "mas", "while", COMMA))
BEYOND = 4
"""How many words further off a number counts as that stands in another clause."""
FAR = 40
POINTS = {
    word: place
    for place, words in enumerate(
        (
            "1 first erste ersten premier primero prima primo primeira",
            "2 second zweite zweiten second segundo seconda secondo segunda",
            "3 third",
        )
    )
    for word in words.split()
}


def number_places(numbers: Sequence[str], text: Folded) -> dict[int, str]:
    """Where each order number stands, by the place of the word that holds its digits."""
    digits = {"".join(mark for mark in number if mark.isdigit())[:9]: number for number in reversed(numbers)}
    heads = {max(_runs(number), key=len, default=""): number for number in reversed(numbers)}
    known = {key: number for key, number in (digits | heads).items() if key}
    places: dict[int, str] = {}
    for at, word in enumerate(text.words):
        if not word[-1].isdigit():
            continue
        bare = word.lstrip("abcdefghijklmnopqrstuvwxyz")
        if bare in known:
            places[at] = known[bare]
    return places


def _runs(number: str) -> list[str]:
    return "".join(mark if mark.isdigit() else " " for mark in number).split()


def owners_of(places: Mapping[int, str], text: Folded) -> list[str | None]:
    """For each word the order that it speaks of: the nearest in its sentence, else the last one of its paragraph."""
    owners: list[str | None] = []
    ordered = sorted(places)
    points = _points(places, ordered, text)
    current: str | None = None
    for at, paragraph in enumerate(text.paragraphs):
        if at and paragraph != text.paragraphs[at - 1]:
            current = None
        current = places.get(at) or points.get(at) or current
        owners.append(_beside(at, places, ordered, text) or current)
    return owners


def _points(places: Mapping[int, str], ordered: Sequence[int], text: Folded) -> dict[int, str]:
    """Where "(1)" or "the first" stands for an order, by the order in which the mail names them."""
    named = list(dict.fromkeys(places[place] for place in ordered))
    if len(named) < 2:
        return {}
    words = text.words
    return {
        at: named[POINTS[word]]
        for at, word in enumerate(words)
        if word in POINTS and POINTS[word] < len(named) and FOR_WORDS.intersection(words[max(0, at - 2) : at])
    }


def _beside(at: int, places: Mapping[int, str], ordered: Sequence[int], text: Folded) -> str | None:
    """The order named nearest to a word in its own sentence; whoever is beyond an "and" or a comma is further off."""
    after = bisect_left(ordered, at)
    near = [place for place in ordered[max(0, after - 1) : after + 1] if text.sentences[place] == text.sentences[at]]
    return places[min(near, key=lambda place: _distance(place, at, text))] if near else None


def _distance(place: int, at: int, text: Folded) -> int:
    between = text.words[min(place, at) : max(place, at)][:FAR]
    return abs(place - at) + BEYOND * sum(word in PARTING_WORDS for word in between)
