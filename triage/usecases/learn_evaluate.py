"""Measure the serving classifier: on a file of labelled messages, or on what the shop's own agents confirmed."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from triage.app import App
from triage.errors import InputError
from triage.learning.corpus import Row, load_rows
from triage.learning.evaluate import Figures, ask, measure
from triage.learning.keyword_rules import Baseline, baseline
from triage.learning.own_mail import OwnMail, own_mail
from triage.learning.reader import TrainedClassifier
from triage.loaders.classifier import MODELS, load_classifier
from triage.store import confirmed
from triage.store.engine import reading
from triage.usecases.learn import in_short, mail_of
from triage.usecases.learnt import taught_until
from triage.usecases.retrain import rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Figures of one model on one file, with its speed in messages a second (one core, in batches) and ms for one.

    rules: what plain keywords reach on the same messages. own: on the shop's confirmed mail only.
    """

    model: str
    data: str
    figures: Figures
    messages_a_second: float
    milliseconds_for_one: float
    rules: Baseline
    own: OwnMail | None = None

    def to_json(self) -> dict[str, Any]:
        """Everything as plain JSON values."""
        speed = {"messages_a_second": self.messages_a_second, "milliseconds_for_one": self.milliseconds_for_one}
        own = {"confirmed": self.own.to_json()} if self.own is not None else {}
        shown = {"model": self.model, "data": self.data, **self.figures.to_json(), "speed": speed}
        return shown | {"keyword_rules": self.rules.to_json()} | own

    def in_words(self) -> str:
        """A table for a terminal."""
        figures = self.figures
        rows = [
            f"{line.label:<14}{line.precision:>10.3f}{line.recall:>8.3f}{line.f1:>8.3f}"
            f"   {line.low:.3f}-{line.high:.3f}{self.rules.f1[line.label]:>10.3f}{line.mails:>8}"
            for line in figures.labels
        ]
        return "\n".join(
            [
                f"{self.model} on {figures.mails} mails of {self.data}: {in_short(figures)}",
                f"{'label':<14}{'precision':>10}{'recall':>8}{'F1':>8}   95 % of F1 {'by rules':>10}{'mails':>8}",
                *rows,
                f"keyword rules: accuracy {self.rules.accuracy:.3f}, macro-F1 {self.rules.macro_f1:.3f}, "
                f"exact {self.rules.exact_match:.3f}",
                f"two matters: {figures.two_matters}, both found {figures.both_found:.3f}",
                f"not handed over: {figures.sure_share:.3f} of mails, {figures.sure_precision:.3f} of them right",
                f"95 % right at {figures.coverage_at_95:.3f} of mails; surest 70 %: {figures.precision_at_70:.3f}",
                *([self.own.in_words()] if self.own is not None else []),
                f"speed: {self.messages_a_second:.0f} messages a second, {self.milliseconds_for_one:.1f} ms for one",
            ]
        )


def evaluate(root: Path, data: Path, html: Path | None = None) -> Evaluation:
    """Measure the serving model on a file of labelled messages; `html`: also write a report with curves there."""
    rows = load_rows([data])
    if not rows:
        raise InputError(f"{data} holds no labelled message", fix="give one JSON object a line")
    return _evaluated(root, load_classifier(root), rows, data.name, html, None)


def evaluate_confirmed(app: App, store: str | None = None, html: Path | None = None) -> Evaluation:
    """Measure the serving model on mail that the shop's agents confirmed, as far as it has not learnt from it.

    Raises InputError when there is none.
    """
    root = app.settings.root
    classifier = load_classifier(root)
    until = taught_until(root / MODELS, classifier.version)
    with reading(app.engine) as conn:
        said = [one for one in confirmed.everything(conn, store) if until is None or one.at > until]
    rows = rows_of(said)
    if not rows:
        raise InputError(
            f"no mail {f'of {store} ' if store else ''}was confirmed that {classifier.version} has not learnt from",
            fix="correct labels in the console, or approve and send drafts there; each one counts",
        )
    place = f"the shop's confirmed mail{f' ({store})' if store else ''}"
    return _evaluated(root, classifier, rows, place, html, (min(one.at for one in said), max(one.at for one in said)))


def _evaluated(
    root: Path,
    classifier: TrainedClassifier,
    rows: Sequence[Row],
    data: str,
    html: Path | None,
    span: tuple[datetime, datetime] | None,
) -> Evaluation:
    said = ask(classifier.model, rows)
    many, one = _speed(classifier, rows)
    evaluation = Evaluation(
        model=classifier.version,
        data=data,
        figures=measure(rows, said),
        messages_a_second=many,
        milliseconds_for_one=one,
        rules=baseline(rows),
        own=own_mail(said, len({row.hand for row in rows}), *span) if span is not None else None,
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
