"""Measure a classifier on labelled mails: what it finds, how sure it may be, how fast it is. Pure."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from triage.learning.classify import LABELS, Floats, Model
from triage.learning.corpus import Row
from triage.learning.features import read
from triage.learning.language import detect
from triage.learning.verdict import judge, state

_RESAMPLES = 400
_BINS = 10
_SAFE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFigures:
    """One label. low, high: 95 % bootstrap interval of f1. mails: that carry the label."""

    label: str
    precision: float
    recall: float
    f1: float
    low: float
    high: float
    mails: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """One step of the calibration curve: mean probability said, share that was true, number of mails."""

    said: float
    true: float
    mails: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured. Shares are 0.0 to 1.0.

    accuracy: the primary named is among the true labels. exact_match: the set named is the true set.
    both_found: of mails with two matters, those where both were named. calibration_error: of the primary's probability.
    A mail is safe when every label named is true. coverage_at_95: largest share of mails, surest first, of which 95 %
    are safe; sure_share: share that the model does not hand over, sure_precision: safe among those; precision_at_70:
    safe among the surest 70 %. confusion: true primary -> named primary -> mails. curve: (share of mails, surest first;
    safe among them).
    """

    mails: int
    accuracy: float
    micro_f1: float
    macro_f1: float
    macro_low: float
    macro_high: float
    exact_match: float
    both_found: float
    two_matters: int
    calibration_error: float
    coverage_at_95: float
    precision_at_70: float
    sure_share: float
    sure_precision: float
    language_right: float | None
    labels: tuple[LabelFigures, ...]
    calibration: tuple[Bin, ...]
    confusion: dict[str, dict[str, int]]
    curve: tuple[tuple[float, float], ...]

    def to_json(self) -> dict[str, Any]:
        """The figures as plain lists, objects and numbers."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a model said of some rows: matrices with a row a mail and a column a label; the rest is one a mail.

    told: probability told of the primary. certainty: of the whole set.
    """

    truth: Any
    named: Any
    told: Floats
    certainty: Floats
    primary: Any
    sure_from: float
    languages: tuple[str, ...]


def ask(model: Model, rows: Sequence[Row]) -> Answers:
    """Let a model answer every row. Automatic mail is answered as the understand stage does: `other`, certainly."""
    spoken = [detect(row.body, subject=row.subject) for row in rows]
    readings = [read(row.subject, row.body, language) for row, language in zip(rows, spoken, strict=True)]
    probabilities = model.probabilities(model.scores(model.features(readings)))
    probabilities[[row.auto for row in rows]] = [float(label == "other") for label in LABELS]
    return answers(rows, probabilities, model, tuple(spoken))


def answers(rows: Sequence[Row], probabilities: Floats, model: Model, languages: tuple[str, ...] = ()) -> Answers:
    """Judge given probabilities by a model's thresholds."""
    verdicts = [judge(one, model.thresholds, model.sureness) for one in probabilities]
    named = np.zeros(probabilities.shape, dtype=bool)
    for place, verdict in enumerate(verdicts):
        named[place, list(verdict.labels)] = True
    return Answers(
        truth=np.array([[label in row.labels for label in LABELS] for row in rows]),
        named=named,
        told=np.array(
            [
                1.0 if row.auto else state(one, verdict.labels, model.stating)[0]
                for row, one, verdict in zip(rows, probabilities, verdicts, strict=True)
            ]
        ),
        certainty=np.array(
            [1.0 if row.auto else verdict.certainty for row, verdict in zip(rows, verdicts, strict=True)]
        ),
        primary=np.array([verdict.labels[0] for verdict in verdicts]),
        sure_from=model.sure_from,
        languages=languages,
    )


def measure(rows: Sequence[Row], said: Answers, seed: int = 1) -> Figures:
    """Every figure for `rows` and what was said of them."""
    exact = (said.named == said.truth).all(axis=1)
    true = (said.truth | ~said.named).all(axis=1)
    hit = said.truth[np.arange(len(rows)), said.primary]
    two = said.truth.sum(axis=1) > 1
    sure = said.certainty >= said.sure_from
    curve = _curve(true, said.certainty)
    chances = _resampled(said, seed)
    macro = np.quantile(chances.mean(axis=1), [0.025, 0.975])
    bins = _calibration(said.told, hit)
    return Figures(
        mails=len(rows),
        accuracy=_share(hit),
        micro_f1=_micro(said),
        macro_f1=float(f1_by_label(said.truth, said.named).mean()),
        macro_low=float(macro[0]),
        macro_high=float(macro[1]),
        exact_match=_share(exact),
        both_found=_share((said.named | ~said.truth).all(axis=1)[two]),
        two_matters=int(two.sum()),
        calibration_error=sum(abs(step.said - step.true) * step.mails for step in bins) / len(rows),
        coverage_at_95=max((share for share, right in curve if right >= _SAFE), default=0.0),
        precision_at_70=curve[max(int(0.7 * len(rows)) - 1, 0)][1],
        sure_share=_share(sure),
        sure_precision=_share(true[sure]),
        language_right=_languages_right(rows, said.languages),
        labels=tuple(_label_figures(said, chances)),
        calibration=bins,
        confusion=_confusion(rows, said),
        curve=tuple(curve[:: max(len(curve) // 200, 1)]),
    )


def _share(flags: Any) -> float:
    return float(flags.mean()) if len(flags) else 0.0


def f1_by_label(truth: Any, named: Any) -> Floats:
    """F1 of each label; 0.0 where a label is neither there nor named."""
    hits = (truth & named).sum(axis=0)
    return np.asarray(2 * hits / np.maximum(truth.sum(axis=0) + named.sum(axis=0), 1))


def _micro(said: Answers) -> float:
    return float(2 * (said.truth & said.named).sum() / max(said.truth.sum() + said.named.sum(), 1))


def _resampled(said: Answers, seed: int) -> Floats:
    """F1 a label on mails drawn again with replacement, a row a draw."""
    chance = np.random.default_rng(seed)
    draws = (chance.integers(0, len(said.truth), len(said.truth)) for _ in range(_RESAMPLES))
    return np.array([f1_by_label(said.truth[draw], said.named[draw]) for draw in draws])


def _label_figures(said: Answers, chances: Floats) -> list[LabelFigures]:
    hits = (said.truth & said.named).sum(axis=0)
    named, true = said.named.sum(axis=0), said.truth.sum(axis=0)
    f1 = f1_by_label(said.truth, said.named)
    low, high = np.quantile(chances, [0.025, 0.975], axis=0)
    return [
        LabelFigures(
            label=label.value,
            precision=float(hits[place] / max(named[place], 1)),
            recall=float(hits[place] / max(true[place], 1)),
            f1=float(f1[place]),
            low=float(low[place]),
            high=float(high[place]),
            mails=int(true[place]),
        )
        for place, label in enumerate(LABELS)
    ]


def _curve(safe: Any, certainty: Floats) -> list[tuple[float, float]]:
    order = np.argsort(-certainty, kind="stable")
    count = np.arange(1, len(order) + 1)
    return list(zip((count / len(order)).tolist(), (np.cumsum(safe[order]) / count).tolist(), strict=True))


def _calibration(said: Floats, true: Any) -> tuple[Bin, ...]:
    bins = np.minimum((said * _BINS).astype(int), _BINS - 1)
    return tuple(
        Bin(
            said=float(said[bins == step].mean()),
            true=float(true[bins == step].mean()),
            mails=int((bins == step).sum()),
        )
        for step in range(_BINS)
        if (bins == step).any()
    )


def _confusion(rows: Sequence[Row], said: Answers) -> dict[str, dict[str, int]]:
    table = {label.value: {other.value: 0 for other in LABELS} for label in LABELS}
    for row, place in zip(rows, said.primary, strict=True):
        table[row.labels[0].value][LABELS[place].value] += 1
    return table


def _languages_right(rows: Sequence[Row], spoken: Sequence[str]) -> float | None:
    known = [(row.language, language) for row, language in zip(rows, spoken, strict=False) if row.language]
    return sum(wanted == found for wanted, found in known) / len(known) if known else None
