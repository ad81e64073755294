"""The trained classifier: scores, calibrated probabilities, and the label set it stands by. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from triage.learning.features import BAGS, Reading, bag
from triage.records import Label

LABELS = tuple(Label)
MATTERS = tuple(label for label in LABELS if label is not Label.OTHER)
_FAINT = 0.01

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Bag:
    """One bag's vocabulary with the inverse document frequency of each feature."""

    vocabulary: Mapping[str, int]
    idf: Floats

    @cached_property
    def vectorizer(self) -> TfidfVectorizer:
        """The scikit-learn vectorizer with this vocabulary; it takes lists of features."""
        vectorizer = blank_vectorizer(vocabulary=self.vocabulary)
        vectorizer.idf_ = self.idf
        return vectorizer


@dataclass(frozen=True, kw_only=True)
class Model:
    """All that was learnt. Arrays run over `LABELS` in order.

    weights: one row a label over the features of all bags side by side; bias: one a label. Calibration is folded in, so
    that logistic(score) is a probability. thresholds: lowest probability at which a label is named. sureness, stating:
    weights of the certainty of the whole set and of the probability told of each label (see `verdict`). sure_from:
    certainty below which the mail goes to a person.
    """

    bags: Mapping[str, Bag]
    weights: NDArray[np.float32]
    bias: Floats
    thresholds: Floats
    sureness: Floats
    stating: Floats
    sure_from: float

    def features(self, readings: Sequence[Reading]) -> Any:
        """Sparse matrix, a row a mail."""
        return sparse.hstack(
            [self.bags[name].vectorizer.transform([bag(name, reading) for reading in readings]) for name in BAGS],
            format="csr",
        )

    def scores(self, features: Any) -> Floats:
        """Log-odds of each label, a row a mail."""
        return np.asarray(features @ self.weights.T, dtype=np.float64) + self.bias

    def gains(self, features: Any, row: int, place: int) -> dict[int, float]:
        """What each feature of one mail adds to the log-odds of `LABELS[place]`, by column; not the faintest."""
        held = slice(features.indptr[row], features.indptr[row + 1])
        columns = features.indices[held]
        added = features.data[held] * self.weights[place, columns]
        loud = np.abs(added) >= _FAINT
        return dict(zip(columns[loud].tolist(), added[loud].tolist(), strict=True))

    def probabilities(self, scores: Floats) -> Floats:
        """Calibrated probability of each label, a row a mail."""
        return logistic(scores)


def blank_vectorizer(**settings: Any) -> TfidfVectorizer:
    """A TF-IDF vectorizer over ready lists of features."""
    return TfidfVectorizer(analyzer=_as_given, sublinear_tf=True, dtype=np.float64, **settings)


def _as_given(features: list[str]) -> list[str]:
    return features


def logistic(scores: Floats) -> Floats:
    """1 / (1 + e^-x), safe for any score."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * scores)), dtype=np.float64)
