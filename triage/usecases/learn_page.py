"""The evaluation as one HTML page with its curves, readable without network or scripts."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from triage.learning.chances import interval

if TYPE_CHECKING:
    from triage.usecases.learn_evaluate import Evaluation

_TEMPLATE = "model.html.j2"
_INK, _LINE, _SOFT = "#1f2933", "#1b6ca8", "#c8d1da"


def page(evaluation: "Evaluation", templates: Path) -> str:
    """The page; `templates` holds `model.html.j2`."""
    environment = Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    figures = evaluation.figures
    return environment.get_template(_TEMPLATE).render(
        model=evaluation.model,
        data=evaluation.data,
        figures=figures,
        rules=evaluation.rules,
        own=evaluation.own,
        many=evaluation.messages_a_second,
        one=evaluation.milliseconds_for_one,
        calibration=_calibration([(step.said, step.true, step.mails) for step in figures.calibration]),
        coverage=_coverage(figures.curve, figures.sure_share),
    )


def _calibration(steps: Sequence[tuple[float, float, int]]) -> Markup:
    figure, axes = _axes("Probability told", "Share that was true")
    axes.plot([0, 1], [0, 1], color=_SOFT, linewidth=1)
    axes.plot([said for said, _, _ in steps], [true for _, true, _ in steps], color=_LINE, marker="o", markersize=4)
    for said, true, mails in steps:
        axes.plot([said, said], interval(round(true * mails), mails), color=_LINE, linewidth=1, alpha=0.6)
        axes.annotate(str(mails), (said, true), textcoords="offset points", xytext=(6, -10), fontsize=8, color=_INK)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1.02)
    return _svg(figure, "Calibration: the share that was true for each probability told, with the number of mails")


def _coverage(curve: Sequence[tuple[float, float]], today: float) -> Markup:
    figure, axes = _axes("Share of mails answered, surest first", "Share with only true labels")
    axes.axhline(0.95, color=_SOFT, linewidth=1)
    axes.axvline(today, color=_INK, linewidth=1, linestyle="--")
    axes.plot([share for share, _ in curve], [right for _, right in curve], color=_LINE)
    axes.set_xlim(0, 1)
    axes.set_ylim(min([0.8, *(right for _, right in curve)]), 1.005)
    return _svg(figure, "Coverage: how many of the mails answered carry only true labels, surest mails first")


def _axes(x_label: str, y_label: str) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(5.2, 3.6), layout="constrained")
    axes = figure.subplots()
    axes.set_xlabel(x_label)
    axes.set_ylabel(y_label)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _svg(figure: Figure, description: str) -> Markup:
    """Inline SVG that a screen reader announces by `description`, the same for the same figures."""
    out = io.StringIO()
    with rc_context({"svg.hashsalt": "triage", "svg.fonttype": "none"}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    drawing = out.getvalue()
    drawing = drawing[drawing.index("<svg") :]
    # The drawing is made here from numbers alone; nothing that a customer wrote is in it.
    return Markup(drawing.replace("<svg", Markup('<svg role="img" aria-label="{}"').format(description), 1))  # noqa: S704
