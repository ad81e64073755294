"""The report's pictures, as SVG: the same bytes for the same figures. Never red against green alone."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from triage.sla.tally import Tally

KEPT, BROKEN, PENDING, INK, GRID = "#2a6f97", "#e07a2f", "#c9d3da", "#22313f", "#e3e8ec"
STYLE: dict[Any, Any] = {
    "svg.hashsalt": "triage",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 10.0,
}
MOST_DAYS = 62


def promise_by_day(days: Mapping[date, Tally], first: date, last: date) -> str:
    """Stacked bars a day (a week when there are many days): kept, broken, open; the share kept above each."""
    bars = _bars(days, first, last)
    figure, axes = _figure(8.6, 2.9)
    at = range(len(bars))
    kept = [sum(part.kept for part in parts) for _, parts in bars]
    broken = [sum(part.broken for part in parts) for _, parts in bars]
    pending = [sum(part.pending for part in parts) for _, parts in bars]
    axes.bar(at, kept, color=KEPT, label="answered in time")
    axes.bar(
        at, broken, bottom=kept, color=BROKEN, hatch="///", edgecolor="white", linewidth=0, label="late or overdue"
    )
    floor = [a + b for a, b in zip(kept, broken, strict=True)]
    axes.bar(at, pending, bottom=floor, color=PENDING, label="still open, in time")
    step = -(-len(bars) // 9)
    axes.set_xticks(list(at)[::step], [name for name, _ in bars][::step])
    axes.set_ylabel("mails")
    axes.legend(frameon=False, ncols=3, loc="lower left", bbox_to_anchor=(0, 1.0), borderaxespad=0.2)
    return _svg(figure)


def _bars(days: Mapping[date, Tally], first: date, last: date) -> list[tuple[str, list[Tally]]]:
    """The days of the period, empty ones too; weeks when the period is long."""
    width = 1 if (last - first).days < MOST_DAYS else 7
    starts = [first + timedelta(days=offset) for offset in range(0, (last - first).days + 1, width)]
    return [
        (
            f"{start:%d %b}",
            [days[day] for day in (start + timedelta(days=offset) for offset in range(width)) if day in days],
        )
        for start in starts
    ]


def reply_times(seconds: Sequence[float], target_hours: float) -> str:
    """How long customers waited for the first reply, in bins of four hours, with the promise drawn in."""
    figure, axes = _figure(4.2, 2.6)
    width = target_hours / 12
    bins = [0] * 18
    for value in seconds:
        bins[min(int(value / 3600 / width), len(bins) - 1)] += 1
    centres = [(number + 0.5) * width for number in range(len(bins))]
    colours = [KEPT if centre < target_hours else BROKEN for centre in centres]
    axes.bar(centres, bins, width=width * 0.9, color=colours)
    axes.axvline(target_hours, color=INK, linewidth=1, linestyle="--")
    axes.text(target_hours, axes.get_ylim()[1], f" promise {target_hours:g} h", va="top", color=INK, fontsize=9)
    axes.set_xlabel("hours to first reply (last bar: longer)")
    axes.set_ylabel("mails")
    return _svg(figure)


def backlog_by_age(backlog: Mapping[str, int]) -> str:
    """Open mails by age, oldest at the bottom."""
    figure, axes = _figure(4.2, 2.6)
    names = list(backlog)[::-1]
    counts = [backlog[name] for name in names]
    axes.barh(range(len(names)), counts, color=[BROKEN if name.startswith("over") else KEPT for name in names])
    for place, count in enumerate(counts):
        axes.text(count, place, f" {count}", va="center", color=INK)
    axes.set_xlim(0, max([*counts, 1]) * 1.15)
    axes.set_yticks(range(len(names)), names)
    axes.set_xticks([])
    axes.grid(visible=False)
    return _svg(figure)


def _figure(width: float, height: float) -> tuple[Figure, Axes]:
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(width, height), layout="constrained")
        axes = figure.subplots()
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.spines["bottom"].set_color(INK)
    axes.grid(axis="y", color=GRID)
    axes.set_axisbelow(True)
    axes.tick_params(colors=INK, length=0)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    return figure, axes


def _svg(figure: Figure) -> str:
    out = io.StringIO()
    with mpl.rc_context(STYLE):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    text = out.getvalue()
    return text[text.index("<svg") :]
