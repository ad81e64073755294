"""The report: recomputed from events, the same figures in every form."""

import csv
import io
import json
import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, insert

from triage.app import App
from triage.errors import InputError
from triage.kit import Kit, NotLoaded
from triage.loaders.settings import Settings
from triage.store.blobs import Blobs
from triage.store.engine import writing
from triage.store.schema import events, tickets
from triage.usecases.report import as_csv, as_json, formula_safe, make_report, write_report
from triage.usecases.report_page import as_html, in_hours, in_percent

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
STORES, LABELS = ("mila_mvmt", "migems", "milisima"), ("damaged", "missing", "late_refund", "other")


@pytest.fixture
def app(engine: Engine, tmp_path: Path) -> App:
    settings = Settings(database_url="", data_dir=tmp_path, accounts=(), secret_key=b"report tests only", root=ROOT)
    return App(
        settings=settings,
        engine=engine,
        blobs=Blobs(tmp_path / "mail"),
        kit=Kit(packs={}, replies=NotLoaded(), classifier=NotLoaded()),
        read=None,
        judge=None,
        connect=None,
        sender=lambda account: None,
        now=lambda: NOW,
    )


def a_ticket(
    app: App, number: int, *, received_hours_ago: float, replied_after: float | None = None, auto: str | None = None
) -> None:
    """One ticket with its events; drafted two minutes after it came."""
    received = NOW - timedelta(hours=received_hours_ago)
    due = received + timedelta(hours=48)
    with writing(app.engine) as conn:
        row = conn.execute(
            insert(tickets)
            .values(
                public_id=f"t{number:05}", account="a", store=STORES[number % 3], subject="s", customer_name="",
                customer_address=f"c{number}@inbox.example", status="open", auto=auto, language="en",
                primary_label=LABELS[number % 4], abstained=False, received_at=received, due_at=due, version=1,
            )
            .returning(tickets.c.id)
        ).scalar_one()  # fmt: skip
        happened = [
            ("received", received, {"due_at": due.isoformat()}),
            ("drafted", received + timedelta(minutes=2), {}),
        ]
        if replied_after is not None:
            happened.append(("replied", received + timedelta(hours=replied_after), {}))
        conn.execute(
            insert(events),
            [{"ticket_id": row, "kind": kind, "at": at, "actor": "bot", "data": data} for kind, at, data in happened],
        )


def a_month(app: App, count: int = 200) -> None:
    """A shop's month with a few late answers."""
    chance = random.Random(4)
    for number in range(count):
        age = chance.uniform(0, 30 * 24)
        wait = min(chance.expovariate(1 / 14), 75)
        a_ticket(app, number, received_hours_ago=age, replied_after=wait if wait < age else None)


def test_answers_in_time_late_and_open_are_told_apart(app):
    a_ticket(app, 1, received_hours_ago=100, replied_after=47)
    a_ticket(app, 2, received_hours_ago=100, replied_after=49)
    a_ticket(app, 3, received_hours_ago=100)
    a_ticket(app, 4, received_hours_ago=3)
    report = make_report(app, first=date(2026, 3, 1), last=date(2026, 3, 10))
    assert (report.overall.kept, report.overall.broken, report.overall.pending) == (1, 2, 1)
    assert [row.ticket.public_id for row in report.broken] == ["t00003", "t00002"]
    assert report.overdue_now == 1
    assert report.backlog["over 48 h"] == 1
    assert report.backlog["under 4 h"] == 1


def test_automatic_mail_is_not_counted(app):
    a_ticket(app, 1, received_hours_ago=5, auto="newsletter")
    assert make_report(app, first=date(2026, 3, 1), last=date(2026, 3, 10)).overall.waits == 0


def test_both_days_of_the_period_belong_to_it(app):
    a_ticket(app, 1, received_hours_ago=12)
    a_ticket(app, 2, received_hours_ago=12.001)
    assert make_report(app, first=date(2026, 3, 10), last=date(2026, 3, 10)).overall.waits == 1
    assert make_report(app, first=date(2026, 3, 9), last=date(2026, 3, 9)).overall.waits == 1


def test_the_parts_add_up_to_the_whole_in_every_form(app):
    a_month(app)
    report = make_report(app, first=date(2026, 2, 1), last=date(2026, 3, 10))
    data = as_json(report)
    for part in ("by_store", "by_label", "by_day"):
        for figure in ("waits", "kept", "broken", "pending"):
            assert sum(row[figure] for row in data[part].values()) == data["overall"][figure]
    lines = list(csv.DictReader(io.StringIO(as_csv(report))))
    assert len(lines) == data["overall"]["waits"]
    assert sum(line["within_target"] == "no" for line in lines) == len(data["breaches"]) == data["overall"]["broken"]


def test_the_page_names_every_breach_and_stands_alone(app):
    a_month(app)
    report = make_report(app, first=date(2026, 2, 1), last=date(2026, 3, 10))
    page = as_html(report, ROOT)
    assert report.broken
    assert all(f"/tickets/{row.ticket.public_id}" in page for row in report.broken)
    assert "<script" not in page
    assert page.count("<svg") == 3
    assert 'src="http' not in page


def test_the_same_events_give_the_same_page(app):
    a_month(app, 40)
    made = [write_report(app, first="2026-02-01", last="2026-03-10", form="html") for _ in range(2)]
    assert made[0] == made[1]


def test_an_empty_period_says_so(app):
    page = write_report(app, first="2020-01-01", last="2020-01-31", form="html").decode()
    assert "No customer mail" in page
    assert json.loads(write_report(app, first="2020-01-01", last="2020-01-31", form="json"))["overall"]["n"] == 0


@pytest.mark.parametrize(("first", "last"), [("2026-03-10", "2026-03-01"), ("yesterday", "2026-03-01")])
def test_a_wrong_period_is_a_clear_error(app, first, last):
    with pytest.raises(InputError):
        write_report(app, first=first, last=last, form="json")


def test_a_share_is_never_rounded_up_to_all():
    assert in_percent(99.99) == "99.9 %"
    assert in_percent(100.0) == "100.0 %"
    assert in_percent(None) == "–"


def test_durations_are_said_as_people_say_them():
    assert [in_hours(value) for value in (None, 40, 600, 18_720, 400_000)] == ["–", "40 s", "10 min", "5.2 h", "4.6 d"]


@given(st.text())
def test_no_cell_starts_a_formula(text):
    assert not formula_safe(text).startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))


def test_one_store_can_be_looked_at_alone(app):
    a_month(app, 60)
    whole = make_report(app, first=date(2026, 2, 1), last=date(2026, 3, 10))
    alone = make_report(app, first=date(2026, 2, 1), last=date(2026, 3, 10), store="migems")
    assert alone.overall == whole.by_store["migems"]
