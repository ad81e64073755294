"""Learns the filters: which runs of words, read by meaning, tell the matters apart. The same seed gives the same.

Plain gradient descent (Adam) on the likelihood of the labels. While learning, some words and half of the filters are
hidden at random, so that no single word and no single filter is leant on. A filter learns only from the run that fits
it best in each mail.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from triage.learning.classify import logistic
from triage.learning.features import Reading
from triage.learning.filters import EDGE, INPUTS, WIDTHS, Filters, Singles, places_of, rows_of

_COUNTS = (32, 96, 64)
"""Filters of each width."""
_ROUNDS = 12
_BATCH = 48
_PACE = 0.01
_HIDDEN_WORDS = 0.15
_HIDDEN_FILTERS = 0.5
_DECAY = 1e-4
_UNEVEN = 12
"""Mails whose lengths differ by no more words than this may share a batch."""
_FIRST_MEMORY, _SECOND_MEMORY = np.float32(0.9), np.float32(0.99)

Whole = NDArray[np.int32]
Numbers = dict[str, Singles]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """heard: what each response of the filters adds to the score of a label, a row a label; bias: one a label."""

    filters: Filters
    heard: Singles
    bias: Singles


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    """Mails side by side, each with zeros around it: places of words, numbers of signs, words a mail, labels."""

    places: Whole
    signs: Whole
    lengths: Whole
    truth: Singles


def learn_filters(readings: Sequence[Reading], truth: Any, seed: int) -> Learnt:
    """Filters for the labels of `truth` (a row a mail)."""
    chance = np.random.default_rng(seed)
    mails = [places_of(reading) for reading in readings]
    wanted = np.asarray(truth, dtype=np.float32)
    numbers = _first_numbers(chance, wanted.shape[1])
    first = {name: np.zeros_like(values) for name, values in numbers.items()}
    second = {name: np.zeros_like(values) for name, values in numbers.items()}
    steps = _ROUNDS * -(-len(mails) // _BATCH)
    step = 0
    for _ in range(_ROUNDS):
        for batch in _batches(mails, wanted, chance):
            step += 1
            pace = _PACE * min(1.0, step / (0.1 * steps)) * (1.0 - 0.95 * step / steps)
            for name, slope in _slopes(numbers, batch, chance).items():
                first[name] += (1 - _FIRST_MEMORY) * (slope - first[name])
                second[name] += (1 - _SECOND_MEMORY) * (slope * slope - second[name])
                size = np.sqrt(second[name] / (1 - _SECOND_MEMORY**step)) + np.float32(1e-8)
                numbers[name] -= np.float32(pace) / (1 - _FIRST_MEMORY**step) * first[name] / size
    return Learnt(
        filters=Filters(
            windows=tuple(numbers[f"window{width}"] for width in WIDTHS),
            bias=np.concatenate([numbers[f"bias{width}"] for width in WIDTHS]),
        ),
        heard=np.ascontiguousarray(numbers["heard"].T),
        bias=numbers["bias"],
    )


def _first_numbers(chance: np.random.Generator, labels: int) -> Numbers:
    numbers = {}
    for width, count in zip(WIDTHS, _COUNTS, strict=True):
        drawn = chance.normal(size=(width, INPUTS, count)) * np.sqrt(2 / (width * INPUTS))
        numbers[f"window{width}"] = drawn.astype(np.float32)
        numbers[f"bias{width}"] = np.zeros(count, dtype=np.float32)
    heard = chance.normal(size=(sum(_COUNTS), labels)) * np.sqrt(1 / sum(_COUNTS))
    return {**numbers, "heard": heard.astype(np.float32), "bias": np.full(labels, -1.5, dtype=np.float32)}


def _batches(mails: Sequence[tuple[Whole, Whole]], truth: Singles, chance: np.random.Generator) -> Iterator[_Batch]:
    """All mails once, those of like length together, in random order; some words hidden."""
    lengths = np.array([len(places) for places, _ in mails], dtype=np.int32)
    order = np.argsort(lengths + chance.uniform(0, _UNEVEN, len(mails)), kind="stable")
    parts = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]
    for number in chance.permutation(len(parts)):
        part = parts[number]
        shape = (len(part), int(lengths[part].max()) + 2 * EDGE)
        places, signs = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int32)
        for row, mail in enumerate(part):
            inside = slice(EDGE, EDGE + lengths[mail])
            places[row, inside], signs[row, inside] = mails[mail]
        hidden = chance.random(shape) < _HIDDEN_WORDS
        places[hidden] = 0
        signs[hidden & (chance.random(shape) < 0.5)] = 0
        yield _Batch(places=places, signs=signs, lengths=lengths[part], truth=truth[part])


def _slopes(numbers: Numbers, batch: _Batch, chance: np.random.Generator) -> Numbers:
    """By how much each number moves the likelihood of this batch."""
    rows = rows_of(batch.places, batch.signs)
    best = [_best_runs(rows, numbers[f"window{width}"], batch.lengths) for width in WIDTHS]
    fits = np.hstack([fit + numbers[f"bias{width}"] for width, (fit, _) in zip(WIDTHS, best, strict=True)])
    shown = (chance.random(fits.shape) >= _HIDDEN_FILTERS) / np.float32(1 - _HIDDEN_FILTERS)
    open_ = (shown * (fits > 0)).astype(np.float32)
    heard = fits * open_
    said = logistic((heard @ numbers["heard"] + numbers["bias"]).astype(np.float64)).astype(np.float32)
    off = (said - batch.truth) / np.float32(len(batch.truth))
    slopes = {"heard": heard.T @ off + _DECAY * numbers["heard"], "bias": off.sum(axis=0)}
    blame = np.asarray((off @ numbers["heard"].T) * open_, dtype=np.float32)
    first = 0
    for width, (_, places) in zip(WIDTHS, best, strict=True):
        window = numbers[f"window{width}"]
        own = np.ascontiguousarray(blame[:, first : first + window.shape[2]])
        first += window.shape[2]
        slopes[f"window{width}"] = _window_slope(rows, places, own, width) + _DECAY * window
        slopes[f"bias{width}"] = own.sum(axis=0)
    return {name: np.asarray(slope, dtype=np.float32) for name, slope in slopes.items()}


def _best_runs(rows: Singles, window: Singles, lengths: Whole) -> tuple[Singles, NDArray[np.intp]]:
    """Of each mail and filter the fit of the best run, and the word in the middle of that run."""
    mails, size, inputs = rows.shape
    count = size - 2 * EDGE
    flat = rows.reshape(mails * size, inputs)
    fit = np.zeros((mails, count, window.shape[2]), dtype=np.float32)
    for step, weights in enumerate(window):
        start = EDGE - len(window) // 2 + step
        fit += (flat @ weights).reshape(mails, size, -1)[:, start : start + count]
    best = fit[:, 0].copy()
    places = np.zeros(best.shape, dtype=np.intp)
    for place in range(1, count):
        better = (fit[:, place] > best) & (place < lengths)[:, np.newaxis]
        np.copyto(best, fit[:, place], where=better)
        places[better] = place
    return best, places


def _window_slope(rows: Singles, places: NDArray[np.intp], blame: Singles, width: int) -> Singles:
    """The slope of one window's weights, from the best runs alone."""
    mails = np.arange(len(rows))[np.newaxis, :]
    start = EDGE - width // 2
    by_filter = np.ascontiguousarray(blame.T)[:, np.newaxis, :]
    steps = [np.matmul(by_filter, rows[mails, places.T + start + step])[:, 0].T for step in range(width)]
    return np.stack(steps)
