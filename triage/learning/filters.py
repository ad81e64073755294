"""Short runs of words read by their meaning: what a mail says in words that no list holds.

Each word is a point (see `word_vectors`) with the idea it carries, if any. A filter looks for one kind of run of one,
three or five words; what counts is how well the best run of the mail fits it.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from triage.learning.concepts import Idea, idea_names
from triage.learning.features import Reading
from triage.learning.word_vectors import UNKNOWN, word_vectors
from triage.learning.words import Word

Singles = NDArray[np.float32]
WIDTHS = (1, 3, 5)
_CODE = 24
_CODE_LENGTH = 2.0
EDGE = max(WIDTHS) // 2
"""Rows of zeros around each mail, so that a run may begin before its first word."""
_LONGEST = 220
"""Words of one mail that are read; a matter is stated before."""
_AFTER_SUBJECT = "#subject"
_NO_SIGN = ""
_MARKS = ("?", "!", "#money", "#date", "#order", "#measure", "#day", "#n", "#mixed", _AFTER_SUBJECT)


INPUTS = 64 + _CODE
_EDGE_ROWS = np.zeros((EDGE, INPUTS), dtype=np.float32)


@dataclass(frozen=True, kw_only=True)
class Filters:
    """windows: for each of `WIDTHS`, weights by place in the window, input and filter; bias: one a filter of all."""

    windows: tuple[Singles, ...]
    bias: Singles

    def respond(self, mails: Sequence[Singles]) -> Singles:
        """How well the best run of each mail fits each filter, never below 0: a row a mail, a column a filter."""
        if not mails:
            return np.zeros((0, len(self.bias)), dtype=np.float32)
        rows = np.vstack([_EDGE_ROWS, *(part for mail in mails for part in (mail, _EDGE_ROWS))])
        starts, at = [], EDGE
        for mail in mails:
            starts += [at - EDGE, at - EDGE + len(mail)]
            at += len(mail) + EDGE
        with _cores().limit(limits=1):  # a second core only waits: the products are small
            best = [np.maximum.reduceat(fit, starts[:-1], axis=0)[::2] for fit in self._fits(rows)]
        return np.maximum(np.hstack(best) + self.bias, np.float32(0.0))

    def _fits(self, rows: Singles) -> Iterator[Singles]:
        """The fit of the run around each row but the edges, one matrix a width."""
        count = len(rows) - 2 * EDGE
        for window in self.windows:
            first = EDGE - len(window) // 2
            fit = rows[first : first + count] @ window[0]
            for step in range(1, len(window)):
                fit += rows[first + step : first + step + count] @ window[step]
            yield fit


@cache
def _cores() -> ThreadpoolController:
    return ThreadpoolController()


def inputs(reading: Reading) -> Singles:
    """The words of a mail as rows of numbers, subject first; one row of zeros for a mail without words."""
    places, signs = places_of(reading)
    return rows_of(places, signs)


def rows_of(places: NDArray[np.int32], signs: NDArray[np.int32]) -> Singles:
    """Points and ideas side by side along the last axis."""
    return np.concatenate([word_vectors().vectors(places), _codes()[signs]], axis=-1)


def places_of(reading: Reading) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Of each word the row of its vector and the number of its sign."""
    words = [*reading.subject, *reading.body]
    signs = _signs(reading.subject, reading.subject_ideas)
    places = [_place_of(word.form) for word in words]
    if reading.subject:
        signs.append(_AFTER_SUBJECT)
        places.insert(len(reading.subject), UNKNOWN)
    signs += _signs(reading.body, reading.body_ideas)
    numbers = _numbers()
    if not places:
        places, signs = [UNKNOWN], [_NO_SIGN]
    return (
        np.array(places[:_LONGEST], dtype=np.int32),
        np.array([numbers.get(sign, 0) for sign in signs[:_LONGEST]], dtype=np.int32),
    )


def _signs(words: Sequence[Word], ideas: Sequence[Idea]) -> list[str]:
    """Of each word the idea it is part of, or itself where it is a number, a mark or nothing listed."""
    signs = [word.form for word in words]
    for idea in ideas:
        signs[idea.first : idea.last] = [idea.name] * (idea.last - idea.first)
    return signs


@lru_cache(maxsize=200_000)
def _place_of(form: str) -> int:
    return word_vectors().place_of(form)


@cache
def _numbers() -> dict[str, int]:
    """Every sign with its number; 0 is for words without one."""
    return {sign: number for number, sign in enumerate(_all_signs(), 1)}


def _all_signs() -> tuple[str, ...]:
    return (*idea_names(), *_MARKS)


@cache
def _codes() -> Singles:
    """A row for each sign, drawn from its name alone: a sign keeps its code when others are added."""
    drawn = np.vstack([_code(sign) for sign in _all_signs()])
    return np.vstack([np.zeros((1, _CODE), dtype=np.float32), drawn])


def _code(sign: str) -> Singles:
    seed = int.from_bytes(hashlib.sha256(sign.encode()).digest()[:8], "big")
    code = np.random.default_rng(seed).normal(size=_CODE)
    return np.asarray(code * (_CODE_LENGTH / np.linalg.norm(code)), dtype=np.float32)
