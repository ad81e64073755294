"""The managers' SLA report: one set of figures, shown as a page, as JSON and as a table."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

from triage.app import App
from triage.errors import InputError
from triage.sla.tally import Tally, Wait, tally, waits_of
from triage.store import events, reports
from triage.store.engine import reading
from triage.store.reports import TicketFace

Group = TypeVar("Group", str, date)

AGES = (("under 4 h", 4), ("4 to 12 h", 12), ("12 to 24 h", 24), ("24 to 48 h", 48))
OLDEST = "over 48 h"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One wait with the ticket it belongs to."""

    ticket: TicketFace
    wait: Wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The figures of waits that began in [first, last], as of `made_at`.

    days: kept, broken and pending by the UTC day on which the wait began. backlog: every wait still open now,
    whenever it began, by age. broken: the promises not kept, worst first.
    """

    first: date
    last: date
    made_at: datetime
    overall: Tally
    by_store: Mapping[str, Tally]
    by_label: Mapping[str, Tally]
    days: Mapping[date, Tally]
    backlog: Mapping[str, int]
    overdue_now: int
    broken: Sequence[Row]
    rows: Sequence[Row]


def make_report(app: App, *, first: date, last: date, store: str | None = None) -> Report:
    """Recompute everything from the events. store: only this one."""
    now = app.now()
    with reading(app.engine, one_moment=True) as conn:
        faces = reports.faces(conn)
        waits = waits_of(events.of_tickets(conn))
    rows = [
        Row(ticket=faces[wait.ticket_id], wait=wait)
        for wait in waits
        if wait.ticket_id in faces and store in (None, faces[wait.ticket_id].store)
    ]
    start, end = _bounds(first, last)
    inside = [row for row in rows if start <= row.wait.started_at < end]
    still_open = [row.wait for row in rows if row.wait.ended_at is None]
    return Report(
        first=first,
        last=last,
        made_at=now,
        overall=_tally(inside, now),
        by_store=_grouped(inside, lambda row: row.ticket.store, now),
        by_label=_grouped(inside, lambda row: row.ticket.label, now),
        days=_grouped(inside, lambda row: row.wait.started_at.date(), now),
        backlog=_backlog(still_open, now),
        overdue_now=sum(wait.due_at < now for wait in still_open),
        broken=sorted(
            (row for row in inside if row.wait.kept(now) is False), key=lambda row: _late(row.wait, now), reverse=True
        ),
        rows=inside,
    )


def _bounds(first: date, last: date) -> tuple[datetime, datetime]:
    if last < first:
        raise InputError(f"--to {last} is before --from {first}", fix="swap the two")
    return (
        datetime.combine(first, time(), UTC),
        datetime.combine(last, time(), UTC) + timedelta(days=1),
    )


def _tally(rows: Sequence[Row], now: datetime) -> Tally:
    return tally([row.wait for row in rows], now)


def _grouped(rows: Sequence[Row], key: Callable[[Row], Group], now: datetime) -> dict[Group, Tally]:
    """A tally a group, in the order of the groups' names."""
    groups: dict[Group, list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return {name: _tally(groups[name], now) for name in sorted(groups)}


def _backlog(waits: Sequence[Wait], now: datetime) -> dict[str, int]:
    """How many customers wait now, by how long they have waited."""
    counts = {name: 0 for name, _ in AGES} | {OLDEST: 0}
    for wait in waits:
        hours = (now - wait.started_at).total_seconds() / 3600
        counts[next((name for name, limit in AGES if hours < limit), OLDEST)] += 1
    return counts


def _late(wait: Wait, now: datetime) -> timedelta:
    """By how much a promise was overrun, so far."""
    return (wait.ended_at or now) - wait.due_at


def parse_day(text: str, option: str) -> date:
    """A calendar date."""
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise InputError(f"{option} '{text}' is no date", fix="write it like 2026-03-01") from fault


def write_report(app: App, *, first: str, last: str, form: str) -> bytes:
    """The report as bytes of html, json, csv or pdf."""
    report = make_report(app, first=parse_day(first, "--from"), last=parse_day(last, "--to"))
    if form == "json":
        return (json.dumps(as_json(report), indent=2) + "\n").encode()
    if form == "csv":
        return as_csv(report).encode("utf-8-sig")
    from triage.usecases.report_page import as_html, as_pdf

    return as_html(report, app.settings.root).encode() if form == "html" else as_pdf(report, app.settings.root)


def as_json(report: Report) -> dict[str, Any]:
    """Every figure by name; times ISO 8601, durations in seconds."""
    return {
        "from": report.first.isoformat(),
        "to": report.last.isoformat(),
        "made_at": report.made_at.isoformat(),
        "overall": _figures(report.overall),
        "by_store": {name: _figures(part) for name, part in report.by_store.items()},
        "by_label": {name: _figures(part) for name, part in report.by_label.items()},
        "by_day": {day.isoformat(): _figures(part) for day, part in report.days.items()},
        "backlog_by_age": dict(report.backlog),
        "overdue_now": report.overdue_now,
        "breaches": [_record(row, report.made_at) for row in report.broken],
    }


def _figures(part: Tally) -> dict[str, Any]:
    within = part.within_percent
    return {
        "waits": part.waits,
        "within_target_percent": None if within is None else round(within, 2),
        "n": part.judged,
        "kept": part.kept,
        "broken": part.broken,
        "pending": part.pending,
        "closed_without_reply": part.closed,
        "first_reply_seconds": asdict(part.first_reply),
        "time_to_draft_seconds": asdict(part.draft),
    }


COLUMNS = (
    "ticket",
    "store",
    "label",
    "status",
    "received_at",
    "due_at",
    "drafted_at",
    "replied_at",
    "within_target",
    "late_by_seconds",
)


def _record(row: Row, now: datetime) -> dict[str, object]:
    wait, kept = row.wait, row.wait.kept(now)
    return {
        "ticket": row.ticket.public_id,
        "store": row.ticket.store,
        "label": row.ticket.label,
        "status": row.ticket.status,
        "received_at": wait.started_at.isoformat(),
        "due_at": wait.due_at.isoformat(),
        "drafted_at": wait.drafted_at.isoformat() if wait.drafted_at else None,
        "replied_at": wait.replied_at.isoformat() if wait.replied_at else None,
        "within_target": {True: "yes", False: "no", None: "open" if wait.ended_at is None else "closed"}[kept],
        "late_by_seconds": round(_late(wait, now).total_seconds()) if kept is False else None,
    }


def as_csv(report: Report) -> str:
    """One line a wait, every cell quoted and safe to open in a spreadsheet."""
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in report.rows:
        record = _record(row, report.made_at)
        table.writerow([formula_safe(record[column]) for column in COLUMNS])
    return out.getvalue()


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


BLANKS = " \u00a0\u200b\u200c\u200d\u2060\ufeff\u3000\v\f\x00\"'"
"""What a spreadsheet may pass over before it looks at a cell."""


def formula_safe(cell: object) -> str:
    """A cell as text that no spreadsheet runs: what could start a formula is preceded by an apostrophe."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) or text.strip(BLANKS).startswith(FORMULA_STARTS) else text
