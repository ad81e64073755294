"""Train the classifier: the same rows and seed give the same numbers. Pure."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits

from triage.learning.classify import LABELS, Bag, Floats, Model, logistic
from triage.learning.corpus import Row
from triage.learning.features import BAGS, Reading, bag, read
from triage.learning.filter_training import learn_filters
from triage.learning.language import detect
from triage.learning.verdict import OTHER, certainty_clues, judge, stating_clues
from triage.progress import Progress, silent

SEED = 20261122
_LEAST_MAILS = {"words": 2, "letters": 3, "ideas": 2, "mixed": 2, "subject": 2, "kinds": 2}
"""Mails that must hold a feature before it counts."""
_BAG_WEIGHT = {"words": 1.0, "letters": 1.0, "ideas": 1.0, "mixed": 0.8, "subject": 0.5, "kinds": 1.0}
_SOFTNESS = 0.3
_FOLDS = 5
_AT_ONCE = 2
"""Folds learnt side by side; each by itself on one core, so that the numbers do not depend on the machine's cores."""
_CALIBRATION_FOLDS = 5
_DRAWING = Lock()
"""The vector machine's library draws from one row of random numbers for the whole process: folds take turns."""
_BOTH_WEIGHT = 0.15
"""What finding every matter of a mail with several counts beside macro-F1 and sets exactly right."""
_GRID = np.round(np.arange(0.15, 0.86, 0.025), 3)
_WANTED_PRECISION = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A trained model and what it answered on rows of hands it had not seen: probabilities, a row a mail."""

    model: Model
    unseen: Floats


def train(rows: Sequence[Row], seed: int = SEED, progress: Progress = silent) -> Outcome:
    """Learn from `rows`. Calibration, thresholds and sureness come from hands held out, never from what was fitted."""
    people = tuple(row for row in rows if not row.auto)
    truth = truth_of(people)
    held_out = scores_of_unseen_hands(people, seed, progress)
    unseen = calibrated_apart(held_out, truth, people)
    thresholds = choose_thresholds(unseen, truth)
    sureness = learn_sureness(unseen, truth, thresholds)
    with threadpool_limits(1):
        fitted = _fit(readings_of(people), truth, seed)
    mix, offset = calibrate(held_out, truth)
    return Outcome(
        model=replace(
            fitted,
            weights=(mix @ fitted.weights).astype(np.float32),
            heard=(mix @ fitted.heard).astype(np.float32),
            bias=mix @ fitted.bias + offset,
            thresholds=thresholds,
            sureness=sureness,
            stating=learn_to_state(unseen, truth, thresholds),
            sure_from=choose_sure_from(unseen, truth, thresholds, sureness),
        ),
        unseen=unseen,
    )


def truth_of(rows: Sequence[Row]) -> Any:
    """Boolean matrix: a row a mail, a column a label."""
    return np.array([[label in row.labels for label in LABELS] for row in rows])


def readings_of(rows: Sequence[Row]) -> list[Reading]:
    """The rows cut into words and ideas, in the language that the detector sees."""
    return [read(row.subject, row.body, detect(row.body, subject=row.subject)) for row in rows]


def scores_of_unseen_hands(rows: Sequence[Row], seed: int, progress: Progress = silent) -> Floats:
    """Uncalibrated scores of every row by a model that knew no mail of its writer: by bags, then by filters."""
    scores = np.zeros((len(rows), 2 * len(LABELS)))
    readings, truth = readings_of(rows), truth_of(rows)
    hands = [row.hand or row.id for row in rows]
    folds = list(GroupKFold(min(_FOLDS, len(set(hands)))).split(rows, groups=hands))

    def of_fold(fold: tuple[NDArray[np.intp], NDArray[np.intp]]) -> Floats:
        known, unknown = fold
        model = _fit([readings[place] for place in known], truth[known], seed)
        return model.scores(model.features([readings[place] for place in unknown]))

    with threadpool_limits(1), ThreadPoolExecutor(_AT_ONCE) as pool:
        said = progress(pool.map(of_fold, folds), "Training on part of the writers, asking about the rest", len(folds))
        for (_, unknown), answer in zip(folds, said, strict=True):
            scores[unknown] = answer
    return scores


def _fit(readings: Sequence[Reading], truth: Any, seed: int) -> Model:
    """Bags, filters, weights and bias, not yet calibrated; the rest holds places.

    It scores each label twice: the first half of its scores comes from the bags, the second from the filters.
    """
    bags, blocks = {}, []
    for name in BAGS:
        vectorizer = TfidfVectorizer(analyzer=_as_given, sublinear_tf=True, dtype=np.float64, min_df=_LEAST_MAILS[name])
        blocks.append(vectorizer.fit_transform([bag(name, reading) for reading in readings]) * _BAG_WEIGHT[name])
        bags[name] = Bag(vocabulary=vectorizer.vocabulary_, idf=vectorizer.idf_)
    features = sparse.hstack(blocks, format="csr")
    with _DRAWING:
        lines = [LinearSVC(C=_SOFTNESS, random_state=seed).fit(features, wanted) for wanted in truth.T]
    scale = np.repeat([_BAG_WEIGHT[name] for name in BAGS], [block.shape[1] for block in blocks])
    weights = np.vstack([line.coef_[0] * scale for line in lines]).astype(np.float32)
    learnt = learn_filters(readings, truth, seed)
    return Model(
        bags=bags,
        weights=np.vstack([weights, np.zeros_like(weights)]),
        filters=learnt.filters,
        heard=np.vstack([np.zeros_like(learnt.heard), learnt.heard]),
        bias=np.concatenate([[line.intercept_[0] for line in lines], learnt.bias]),
        thresholds=np.full(len(LABELS), 0.5),
        sureness=np.zeros(5),
        stating=np.array([0.0, 1.0, 0.0, 0.0]),
        sure_from=0.5,
    )


def _as_given(features: list[str]) -> list[str]:
    return features


def calibrate(scores: Floats, truth: Any) -> tuple[Floats, Floats]:
    """Turn held-out scores into log-odds: a sigmoid a label over the scores of all labels, as a matrix and an offset.

    One label's score says something on another's: a strong `cancellation` speaks against `other`.
    """
    mean, spread = scores.mean(axis=0), scores.std(axis=0) + 1e-9
    lines = [
        LogisticRegression(C=1.0, max_iter=1_000).fit((scores - mean) / spread, truth[:, place])
        for place in range(truth.shape[1])
    ]
    mix = np.vstack([line.coef_[0] / spread for line in lines])
    return mix, np.array([line.intercept_[0] for line in lines]) - mix @ mean


def calibrated_apart(scores: Floats, truth: Any, rows: Sequence[Row]) -> Floats:
    """Probabilities of each row by a calibration that did not see its writer either."""
    probabilities = np.zeros(truth.shape)
    hands = [row.hand or row.id for row in rows]
    for known, unknown in GroupKFold(min(_CALIBRATION_FOLDS, len(set(hands)))).split(rows, groups=hands):
        mix, offset = calibrate(scores[known], truth[known])
        probabilities[unknown] = logistic(scores[unknown] @ mix.T + offset)
    return probabilities


def choose_thresholds(probabilities: Floats, truth: Any) -> Floats:
    """Thresholds a label that name the label sets best (see `_worth`), one label at a time, twice over."""
    thresholds = np.full(len(LABELS), 0.5)
    for _ in range(2):
        for place in range(len(LABELS)):
            tried = [_with(thresholds, place, value) for value in _GRID]
            thresholds = max(tried, key=lambda candidate: _worth(probabilities, truth, candidate))
    return thresholds


def _with(values: Floats, place: int, value: float) -> Floats:
    changed = values.copy()
    changed[place] = value
    return changed


def named_matrix(probabilities: Floats, thresholds: Floats) -> Any:
    """Boolean matrix of the labels named, as `name_labels` does it one by one."""
    named = probabilities >= thresholds
    bare = ~np.delete(named, OTHER, axis=1).any(axis=1)
    named[bare] = False
    named[bare, probabilities[bare].argmax(axis=1)] = True
    return np.asarray(named)


def _worth(probabilities: Floats, truth: Any, thresholds: Floats) -> float:
    named = named_matrix(probabilities, thresholds)
    hits = (named & truth).sum(axis=0)
    f1 = 2 * hits / np.maximum(named.sum(axis=0) + truth.sum(axis=0), 1)
    several = truth.sum(axis=1) > 1
    both = (named | ~truth).all(axis=1)[several].mean() if several.any() else 0.0
    return float(f1.mean() + (named == truth).all(axis=1).mean() + _BOTH_WEIGHT * both)


def learn_sureness(probabilities: Floats, truth: Any, thresholds: Floats) -> Floats:
    """Weights that turn a set's clues into the chance that every label named is true."""
    named = named_matrix(probabilities, thresholds)
    right = (truth | ~named).all(axis=1)
    clues = np.array(
        [certainty_clues(one, tuple(np.flatnonzero(labels))) for one, labels in zip(probabilities, named, strict=True)]
    )
    if right.all() or not right.any():
        return np.array([4.0 if right.all() else -4.0, 0.0, 0.0, 0.0, 0.0])
    line = LogisticRegression(C=1.0).fit(clues, right)
    return np.concatenate([line.intercept_, line.coef_[0]])


def choose_sure_from(probabilities: Floats, truth: Any, thresholds: Floats, sureness: Floats) -> float:
    """The lowest certainty from which what is named is true often enough to draft without a person."""
    verdicts = [judge(one, thresholds, sureness) for one in probabilities]
    right = np.array([wanted[list(verdict.labels)].all() for verdict, wanted in zip(verdicts, truth, strict=True)])
    certainty = np.array([verdict.certainty for verdict in verdicts])
    order = np.argsort(-certainty, kind="stable")
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= _WANTED_PRECISION)
    return float(certainty[order][enough[-1]]) if len(enough) else 1.0


def learn_to_state(probabilities: Floats, truth: Any, thresholds: Floats) -> Floats:
    """Weights of the last calibration: what is said of a label that is named, given that it was chosen to be named."""
    named = named_matrix(probabilities, thresholds)
    chosen = [name_labels_in_order(one, labels) for one, labels in zip(probabilities, named, strict=True)]
    clues = np.vstack([stating_clues(one, labels) for one, labels in zip(probabilities, chosen, strict=True)])
    right = np.concatenate([wanted[labels] for wanted, labels in zip(truth, chosen, strict=True)])
    if right.all() or not right.any():
        return np.array([0.0, 1.0, 0.0, 0.0])
    line = LogisticRegression(C=1.0).fit(clues, right)
    return np.concatenate([line.intercept_, line.coef_[0]])


def name_labels_in_order(probabilities: Floats, named: Any) -> list[int]:
    """The named labels, likeliest first."""
    return sorted(np.flatnonzero(named).tolist(), key=lambda place: (-probabilities[place], place))
