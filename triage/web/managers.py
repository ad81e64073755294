"""The managers' page: how the promise is kept. Figures are those of `run.py report`."""

import json
from collections.abc import Mapping
from datetime import UTC, date, timedelta
from threading import Lock
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from triage.app import App
from triage.usecases import report as reports
from triage.usecases.report import Report
from triage.usecases.review import NoSuchThing
from triage.web.access import Needs, Visit, the_app
from triage.web.headers import FILE_POLICY, PICTURE_POLICY
from triage.web.pages import page

router = APIRouter(prefix="/reports")

Manager = Annotated[Visit, Depends(Needs("manager"))]

PERIOD = timedelta(days=29)
DRAWING = Lock()
"""The library that draws keeps its settings in one place for all threads."""

FORMS = {"csv": "text/csv; charset=utf-8", "json": "application/json", "html": "text/html; charset=utf-8"}


@router.get("")
def report(request: Request, visit: Manager) -> Response:
    """The report of a period, the last thirty days when none is given."""
    app = the_app(request)
    first, last, store = _asked(request, app)
    made = reports.make_report(app, first=first, last=last, store=store)
    from triage.usecases.report_page import in_hours, in_percent, late_by

    return page(
        request,
        "report.html.j2",
        visit,
        report=made,
        store=store,
        query=urlencode({"from": first, "to": last, "store": store or ""}),
        hours=in_hours,
        percent=in_percent,
        late_by=late_by,
        periods=_periods(app.now().astimezone(UTC).date()),
    )


@router.get("/chart/{name}.svg")
def chart(request: Request, _: Manager, name: str) -> Response:
    """One picture of the report of a period."""
    app = the_app(request)
    first, last, store = _asked(request, app)
    picture = _pictures(reports.make_report(app, first=first, last=last, store=store)).get(name)
    if picture is None:
        raise NoSuchThing("there is no such picture", fix="go back to the report")
    return Response(picture, media_type="image/svg+xml", headers={"content-security-policy": PICTURE_POLICY})


@router.get("/download/{form}")
def download(request: Request, _: Manager, form: str) -> Response:
    """The report as a file."""
    app = the_app(request)
    if form not in FORMS:
        raise NoSuchThing("there is no such form of the report", fix="take csv, json or html")
    first, last, store = _asked(request, app)
    made = reports.make_report(app, first=first, last=last, store=store)
    return Response(
        _written(made, form, app),
        media_type=FORMS[form],
        headers={
            "content-disposition": f'attachment; filename="first-replies-{first}-to-{last}.{form}"',
            "content-security-policy": FILE_POLICY,
        },
    )


def _asked(request: Request, app: App) -> tuple[date, date, str | None]:
    """Period and store of an address. Raises InputError for what is no date."""
    today = app.now().astimezone(UTC).date()
    last = reports.parse_day(request.query_params.get("to") or today.isoformat(), "to")
    given = request.query_params.get("from")
    first = reports.parse_day(given, "from") if given else last - PERIOD
    return first, last, request.query_params.get("store") or None


def _periods(today: date) -> list[tuple[str, str]]:
    """Periods that managers ask for, with their addresses."""
    month = today.replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    spans = [
        ("Last 7 days", today - timedelta(days=6), today),
        ("Last 30 days", today - PERIOD, today),
        ("This month", month, today),
        ("Last month", before, month - timedelta(days=1)),
    ]
    return [(name, urlencode({"from": first, "to": last})) for name, first, last in spans]


def _pictures(made: Report) -> Mapping[str, str]:
    from triage.usecases.report_page import draw

    with DRAWING:
        return draw(made)


def _written(made: Report, form: str, app: App) -> bytes:
    if form == "csv":
        return reports.as_csv(made).encode("utf-8-sig")
    if form == "json":
        return json.dumps(reports.as_json(made), indent=2).encode()
    from triage.usecases.report_page import as_html

    with DRAWING:
        return as_html(made, app.settings.root).encode()
