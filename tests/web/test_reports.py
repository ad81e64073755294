"""The managers' page shows the figures of the report, and hands them out as files."""

import csv
import io
import json
from datetime import timedelta

from tests.builders import a_ticket
from tests.fakes.shop import NOON
from tests.web.console import Console, words_of
from triage.store import events
from triage.store.engine import writing
from triage.store.events import NewEvent
from triage.store.schema import tickets
from triage.usecases.report import as_json, make_report


def _answered(console: Console, hours: float, **given: object) -> str:
    """A ticket that was answered after so many hours."""
    came = NOON - timedelta(days=3)
    ticket = a_ticket(console.app, received_at=came, status="answered", **given)
    with writing(console.app.engine) as conn:
        row = conn.execute(tickets.select().where(tickets.c.public_id == ticket)).mappings().one()
        at = came + timedelta(hours=hours)
        events.add(conn, [NewEvent(ticket_id=row["id"], kind=events.REPLIED, at=at, actor="mara")])
    return ticket


def test_the_page_shows_the_figures_of_the_report(console: Console):
    _answered(console, 5)
    late = _answered(console, 50)
    page = console.become("manager").get("/reports").text
    words = words_of(page)
    today = NOON.date()
    figures = as_json(make_report(console.app, first=today - timedelta(days=29), last=today))["overall"]
    assert (figures["kept"], figures["broken"]) == (1, 1)
    assert "Within the promise 50.0 % 1 of 2 decided waits" in words
    assert f'href="/tickets/{late}"' in page
    assert "2.0 h" in words


def test_the_period_and_the_store_narrow_it(console: Console):
    _answered(console, 5, store="migems")
    console.become("manager")
    assert "0 of 0 decided waits" in words_of(console.get("/reports?store=milisima").text)
    assert "1 of 1 decided waits" in words_of(console.get("/reports?store=migems").text)
    empty = words_of(console.get("/reports?from=2025-01-01&to=2025-01-31").text)
    assert "No customer's mail began a wait" in empty.replace("&#39;", "'")


def test_a_period_that_is_none_is_answered_in_words(console: Console):
    console.become("manager")
    for query in ("from=yesterday", "from=2026-03-02&to=2026-03-01", "to=99999999-01-01"):
        answer = console.get(f"/reports?{query}")
        assert answer.status_code == 400, query
        assert "Traceback" not in answer.text


def test_the_pictures_are_drawn_for_img_tags_only(console: Console):
    _answered(console, 5)
    console.become("manager")
    for name in ("days", "times", "backlog"):
        picture = console.get(f"/reports/chart/{name}.svg")
        assert picture.headers["content-type"] == "image/svg+xml"
        assert picture.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
        assert picture.text.startswith("<svg")
        assert "<script" not in picture.text
    assert console.get("/reports/chart/other.svg").status_code == 404


def test_the_report_is_downloaded_as_csv_json_and_html(console: Console):
    ticket = _answered(console, 5)
    console.become("manager")
    table = list(csv.DictReader(io.StringIO(console.get("/reports/download/csv").content.decode("utf-8-sig"))))
    assert [(row["ticket"], row["within_target"]) for row in table] == [(ticket, "yes")]
    assert json.loads(console.get("/reports/download/json").text)["overall"]["kept"] == 1
    html = console.get("/reports/download/html")
    assert "<svg" in html.text
    assert html.headers["content-disposition"].startswith("attachment")
    assert console.get("/reports/download/exe").status_code == 404
