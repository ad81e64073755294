"""The report as a page that stands alone: no script, no font and no picture from elsewhere."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from triage.errors import OperatorError
from triage.usecases import report_charts as charts
from triage.usecases.report import Report, Row

TARGET_HOURS = 48.0


def as_html(report: Report, root: Path) -> str:
    """One HTML page with charts, each with its figures in a table."""
    environment = Environment(
        loader=FileSystemLoader(root / "templates" / "reports"), autoescape=True, undefined=StrictUndefined
    )
    environment.filters["hours"] = in_hours
    environment.filters["percent"] = in_percent
    environment.globals["late_by"] = lambda row: late_by(row, report)
    pictures = {name: Markup(picture) for name, picture in draw(report).items()}  # noqa: S704  # our own drawing
    return environment.get_template("sla.html.j2").render(report=report, pictures=pictures)


def draw(report: Report) -> Mapping[str, str]:
    """The three pictures as SVG, by name."""
    times = [
        time.total_seconds() for row in report.rows if row.wait.first and (time := row.wait.answer_time()) is not None
    ]
    return {
        "days": charts.promise_by_day(report.days, report.first, report.last),
        "times": charts.reply_times(times, target_hours(report)),
        "backlog": charts.backlog_by_age(report.backlog),
    }


def target_hours(report: Report) -> float:
    """The promise most waits were made under, in hours."""
    spans = [(row.wait.due_at - row.wait.started_at).total_seconds() / 3600 for row in report.rows]
    return max(set(spans), key=spans.count) if spans else TARGET_HOURS


def in_hours(seconds: float | None) -> str:
    """A duration as people say it: 40 s, 12 min, 5.2 h, 2.1 d."""
    if seconds is None:
        return "–"
    for limit, unit, size in ((90, "s", 1), (5400, "min", 60), (172800 * 2, "h", 3600)):
        if abs(seconds) < limit:
            return f"{seconds / size:.0f} {unit}" if size < 3600 else f"{seconds / size:.1f} {unit}"
    return f"{seconds / 86400:.1f} d"


def in_percent(value: float | None) -> str:
    """A share with one decimal; never rounded up to a hundred."""
    if value is None:
        return "–"
    return f"{min(value, 99.9) if value < 100 else 100:.1f} %"


def late_by(row: Row, report: Report) -> str:
    """By how much the promise of this wait was overrun."""
    over: timedelta = (row.wait.ended_at or report.made_at) - row.wait.due_at
    return in_hours(over.total_seconds())


def as_pdf(report: Report, root: Path) -> bytes:
    """The page as PDF, when WeasyPrint (extra `reports`) is there. Raises OperatorError when not."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as fault:
        raise OperatorError(
            "the PDF report needs WeasyPrint", fix="pip install 'triage-bot[reports]', or use --format html"
        ) from fault
    return bytes(HTML(string=as_html(report, root)).write_pdf())
