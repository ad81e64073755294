"""The trained classifier: scores, calibrated probabilities, and the label set it stands by. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain, repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from triage.learning.features import BAGS, Reading, bag, letters_of
from triage.learning.filters import Filters, inputs
from triage.records import Label

LABELS = tuple(Label)
MATTERS = tuple(label for label in LABELS if label is not Label.OTHER)
_FAINT = 0.01

Floats = NDArray[np.float64]
Whole = NDArray[np.intp]
_PLACE = np.dtype(np.int32)
_WORDS_KEPT = 50_000
"""Words of which the runs of letters are kept at hand, some hundred octets each."""


@dataclass(frozen=True, kw_only=True)
class Bag:
    """One bag's vocabulary with the inverse document frequency of each feature."""

    vocabulary: Mapping[str, int]
    idf: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """The features of several mails, mail after mail: the column of each and its value.

    starts: where each mail's features begin, and at the end where the last one's end. responses: how well each mail
    fits each filter, a row a mail.
    """

    columns: NDArray[np.intp]
    values: Floats
    starts: NDArray[np.intp]
    responses: NDArray[np.float32]

    def of(self, row: int) -> slice:
        """The places of one mail's features."""
        return slice(int(self.starts[row]), int(self.starts[row + 1]))


@dataclass(frozen=True, kw_only=True)
class Model:
    """All that was learnt. Arrays run over `LABELS` in order.

    weights: one row a label over the features of all bags side by side; heard: one row a label over the responses of
    the filters; bias: one a label. Calibration is folded in, so that logistic(score) is a probability. thresholds:
    lowest probability at which a label is named. sureness, stating: weights of the certainty of the whole set and of
    the probability told of each label (see `verdict`). sure_from: certainty below which the mail goes to a person.
    """

    bags: Mapping[str, Bag]
    weights: NDArray[np.float32]
    filters: Filters
    heard: NDArray[np.float32]
    bias: Floats
    thresholds: Floats
    sureness: Floats
    stating: Floats
    sure_from: float

    @cached_property
    def by_feature(self) -> NDArray[np.float32]:
        """The weights, one row a feature."""
        return np.ascontiguousarray(self.weights.T)

    @cached_property
    def firsts(self) -> dict[str, int]:
        """The column at which each bag begins."""
        sizes = accumulate((len(self.bags[name].vocabulary) for name in BAGS), initial=0)
        return dict(zip(BAGS, sizes, strict=False))

    def features(self, readings: Sequence[Reading]) -> Features:
        """TF-IDF of each bag by itself, a mail's bags side by side; and what the filters respond."""
        blocks = [_weighed(self.bags[name], *self._found(name, readings)) for name in BAGS]
        rows = np.concatenate([np.repeat(np.arange(len(readings)), np.diff(block.starts)) for block in blocks])
        order = np.argsort(rows, kind="stable")
        columns = [block.columns + self.firsts[name] for name, block in zip(BAGS, blocks, strict=True)]
        return Features(
            columns=np.concatenate(columns)[order],
            values=np.concatenate([block.values for block in blocks])[order],
            starts=np.searchsorted(rows[order], np.arange(len(readings) + 1)),
            responses=self.filters.respond([inputs(reading) for reading in readings]),
        )

    def _found(self, name: str, readings: Sequence[Reading]) -> tuple[Whole, Whole]:
        """The places in a bag's vocabulary of all features of several mails, -1 for an unknown one; how many a mail."""
        if name == "letters":
            mails = [b"".join([self._runs(word.form) for word in chain(one.subject, one.body)]) for one in readings]
            sizes = np.array([len(mail) // _PLACE.itemsize for mail in mails], dtype=np.intp)
            return np.frombuffer(b"".join(mails), dtype=_PLACE).astype(np.intp), sizes
        counted = [bag(name, reading) for reading in readings]
        sizes = np.array([len(features) for features in counted], dtype=np.intp)
        places = map(self.bags[name].vocabulary.get, chain.from_iterable(counted), repeat(-1))
        return np.fromiter(places, dtype=np.intp, count=int(sizes.sum())), sizes

    @cached_property
    def _runs(self) -> Callable[[str], bytes]:
        """Word -> the places of its known runs of letters, ready to be joined: most words come again."""
        place_of = self.bags["letters"].vocabulary.get

        @lru_cache(maxsize=_WORDS_KEPT)
        def runs(form: str) -> bytes:
            places = map(place_of, letters_of(form))
            return np.array([place for place in places if place is not None], dtype=_PLACE).tobytes()

        return runs

    def scores(self, features: Features) -> Floats:
        """Log-odds of each label, a row a mail."""
        added = self.by_feature[features.columns] * features.values[:, np.newaxis]
        sums = [added[features.of(row)].sum(axis=0) for row in range(len(features.starts) - 1)]
        counted = np.array(sums).reshape(-1, len(self.bias))
        return np.asarray(counted + features.responses @ self.heard.T + self.bias)

    def gains(self, features: Features, row: int, place: int) -> dict[int, float]:
        """What each feature of one mail adds to the log-odds of `LABELS[place]`, by column; not the faintest."""
        columns = features.columns[features.of(row)]
        added = features.values[features.of(row)] * self.by_feature[columns, place]
        loud = np.abs(added) >= _FAINT
        return dict(zip(columns[loud].tolist(), added[loud].tolist(), strict=True))

    def probabilities(self, scores: Floats) -> Floats:
        """Calibrated probability of each label, a row a mail."""
        return logistic(scores)


class _Block(NamedTuple):
    """One bag's features of several mails, as in `Features`."""

    columns: NDArray[np.intp]
    values: Floats
    starts: NDArray[np.intp]


def _weighed(bag: Bag, places: Whole, sizes: Whole) -> _Block:
    """One bag of several mails as scikit-learn's TfidfVectorizer weighs it: 1 + log of the count, by the inverse
    document frequency, each mail brought to length 1. `places` and `sizes` as `Model._found` gives them.
    """
    rows = np.repeat(np.arange(len(sizes)), sizes)
    width = len(bag.idf)
    cells, counts = np.unique((rows * width + places)[places >= 0], return_counts=True)
    rows, columns = np.divmod(cells, width)
    values = (np.log(counts.astype(np.float64)) + 1.0) * bag.idf[columns]
    lengths = np.sqrt(np.bincount(rows, weights=values**2, minlength=len(sizes)))
    starts = np.searchsorted(rows, np.arange(len(sizes) + 1))
    return _Block(columns, values / lengths[rows], starts)


def logistic(scores: Floats) -> Floats:
    """1 / (1 + e^-x), safe for any score."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * scores)), dtype=np.float64)
