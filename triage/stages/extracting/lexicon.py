"""A phrase book: which of many thousand phrases stand where in a text, found in one pass over its words.

A phrase is written as words with blanks: `a|b` either word, `stem*` any ending, `word?` may be left out, `~3` up to
three words of the same clause in between, `#` a number. It begins with a word that is always there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from triage.stages.extracting.folding import MARKS, Folded

STEMS = (3, 4)
_MOST_KEPT = 50_000
"""Lengths by which stems are looked up; a shorter stem cannot begin a phrase."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A phrase of a topic: its first word's place, its sentence and paragraph. denied: a negation stands before it."""

    topic: str
    at: int
    sentence: int
    paragraph: int
    denied: bool


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that turn a phrase round. wishes end the reach of a negation that is not their own.

    firm: beginnings of topics whose phrases hold their own negation. open_ended: of those that one can follow.
    """

    negations: frozenset[str]
    trailing: frozenset[str]
    turns: frozenset[str]
    wishes: frozenset[str]
    reach: int
    firm: tuple[str, ...]
    open_ended: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Drawer:
    """Phrases filed under one key. gate: all of them at once, as most words begin none."""

    gate: re.Pattern[str]
    topics: tuple[tuple[str, re.Pattern[str]], ...]


class Lexicon:
    """Phrases by topic, indexed by the first letters of their first word.

    A drawer is put together when a text first asks for it: most of the book is never opened by a short run.
    """

    def __init__(self, topics: Mapping[str, Iterable[str]], speech: Speech) -> None:
        self._speech = speech
        grouped: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for topic, phrases in topics.items():
            for phrase in phrases:
                for key in _keys(phrase):
                    grouped[key][topic].append(phrase)
        self._filed = grouped
        self._drawers: dict[str, _Drawer] = {}
        self._met: dict[str, tuple[_Drawer, ...]] = {}

    def find(self, text: Folded) -> list[Sighting]:
        """Every topic's phrases in the order of the text; linear in its length."""
        found: list[Sighting] = []
        met, line, offset = self._met, text.line, 0
        for at, word in enumerate(text.words):
            opened = met.get(word)
            for drawer in self._opened(word) if opened is None else opened:
                if drawer.gate.match(line, offset):
                    found += [
                        self._sighting(topic, text, at) for topic, one in drawer.topics if one.match(line, offset)
                    ]
            offset += len(word) + 1
        return found

    def _opened(self, word: str) -> tuple[_Drawer, ...]:
        """The drawers that a word of a text opens: most open none, and most words come again."""
        opened = tuple(self._drawers.get(key) or self._open(key) for key in _keys_of(word) if key in self._filed)
        if len(self._met) < _MOST_KEPT:
            self._met[word] = opened
        return opened

    def _open(self, key: str) -> _Drawer:
        self._drawers[key] = drawer = _drawer(self._filed[key])
        return drawer

    def _sighting(self, topic: str, text: Folded, at: int) -> Sighting:
        speech = self._speech
        denied = not topic.startswith(speech.firm) and is_denied(text, at, speech)
        denied = denied or (topic.startswith(speech.open_ended) and is_taken_back(text, at, speech))
        return Sighting(topic, at, text.sentences[at], text.paragraphs[at], denied)


def is_denied(text: Folded, at: int, speech: Speech) -> bool:
    """True when a negation reaches the word at `at` from before, within its clause."""
    words = text.words
    for place in range(at - 1, max(-1, at - 1 - speech.reach), -1):
        word = words[place]
        if word in MARKS or word in speech.turns:
            break
        if word in speech.negations:
            return True
        if word in speech.wishes and (place == 0 or words[place - 1] not in speech.negations):
            break
    return False


def is_taken_back(text: Folded, at: int, speech: Speech) -> bool:
    """True when a negation follows the word at `at` closely: "einen Umtausch will ich nicht"."""
    for word in text.words[at + 1 : at + 5]:
        if word in MARKS or word in speech.turns:
            return False
        if word in speech.trailing:
            return True
    return False


def words(text: str) -> frozenset[str]:
    """The words of a table that has no phrases."""
    return frozenset(text.split())


def listed(phrases: str) -> tuple[str, ...]:
    """The phrases of a table, which parts them by semicolons over as many lines as they need."""
    return tuple(" ".join(phrase.split()) for phrase in phrases.split(";") if phrase.strip())


def _drawer(by_topic: Mapping[str, Sequence[str]]) -> _Drawer:
    patterns = {topic: "|".join(map(_pattern, phrases)) for topic, phrases in by_topic.items()}
    topics = tuple((topic, re.compile(pattern)) for topic, pattern in patterns.items())
    return _Drawer(re.compile("|".join(patterns.values())), topics)


def _keys_of(word: str) -> tuple[str, ...]:
    """Under which keys the phrases are filed that can begin with this word of a text."""
    if word[0].isdigit():
        return word, "#"
    return (word, word[:3] + "*", word[:4] + "*") if len(word) > min(STEMS) else (word, word + "*")


def _keys(phrase: str) -> set[str]:
    first = phrase.split(" ", 1)[0]
    return {_key(word) for word in first.split("|")}


def _key(word: str) -> str:
    if word == "#":
        return word
    if word[0] == "~" or word.endswith("?"):
        raise ValueError(f"a phrase cannot begin with {word!r}")
    if not word.endswith("*"):
        return word
    stem = word[:-1]
    if len(stem) < min(STEMS):
        raise ValueError(f"the stem {word!r} is too short to begin a phrase")
    return stem[: max(STEMS)] + "*"


def _pattern(phrase: str) -> str:
    return "".join(_word_pattern(word) for word in phrase.split())


def _word_pattern(word: str) -> str:
    if word.startswith("~"):
        return rf"(?:[^ {''.join(re.escape(mark) for mark in sorted(MARKS))}]+ ){{0,{int(word[1:])}}}?"
    optional = word.endswith("?")
    choices = "|".join(_letters(choice) for choice in word.rstrip("?").split("|"))
    return f"(?:(?:{choices}) )?" if optional else f"(?:{choices}) "


def _letters(choice: str) -> str:
    if choice == "#":
        return "[0-9]+"
    return re.escape(choice[:-1]) + "[^ ]*" if choice.endswith("*") else re.escape(choice)
