"""The promise in every zone and at every change of its clocks, and the fold of events against a second one."""

import json
import os
import subprocess
import sys
import time
import zoneinfo
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from tests.fakes.shop import NOON, a_mail, a_shop
from triage.loaders.kit import load_kit
from triage.pipeline import read
from triage.sla.clock import Promise, due_at
from triage.sla.tally import CLOSED, DRAFTED, RECEIVED, REOPENED, REPLIED, Event, Wait, tally, waits_of
from triage.usecases.ingest import poll

ROOT = Path(__file__).resolve().parents[2]
ZONES = sorted(zoneinfo.available_timezones())
FIRST, LAST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)
START = datetime(2026, 3, 1, tzinfo=UTC)


def changes(zone: ZoneInfo) -> Iterator[datetime]:
    """The instants at which a zone's offset changes, to the minute; looked for in steps of ten days."""
    step, at = timedelta(days=10), FIRST
    while at < LAST:
        if at.astimezone(zone).utcoffset() != (at + step).astimezone(zone).utcoffset():
            low, high = at, at + step
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) / 2
                if middle.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset():
                    low = middle
                else:
                    high = middle
            yield high
        at += step


@pytest.mark.row(53)
@pytest.mark.timeout(1800)
def test_forty_eight_hours_are_as_many_seconds_across_every_change_of_every_zone(volume: Callable[[int], int]):
    met = 0
    for name in ZONES[:: len(ZONES) // volume(len(ZONES))]:
        zone = ZoneInfo(name)
        for change in changes(zone):
            for before in (timedelta(hours=47), timedelta(hours=1), timedelta(), timedelta(minutes=-1)):
                received = (change - before).astimezone(zone)
                due = due_at(received, Promise(hours=48))
                assert due.timestamp() - received.timestamp() == 172_800
                assert due.tzinfo is UTC
                met += 1
    assert met > volume(20_000)


@pytest.mark.row(53)
@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_has_two_due_times(fold: int):
    received = datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=ZoneInfo("Europe/Berlin"))
    assert due_at(received, Promise()) == datetime(2026, 10, 27, fold, 30, tzinfo=UTC)


@pytest.mark.row(54)
@pytest.mark.parametrize(
    "make",
    [
        lambda naive: due_at(naive, Promise()),
        lambda naive: Event(ticket_id=1, kind=RECEIVED, at=naive),
        lambda naive: Event(ticket_id=1, kind=RECEIVED, at=START, due_at=naive),
        lambda naive: Wait(ticket_id=1, started_at=naive, due_at=START),
        lambda naive: Wait(ticket_id=1, started_at=START, due_at=START, ended_at=naive),
        lambda naive: tally([], naive),
    ],
)
def test_a_time_without_a_zone_is_refused_where_it_comes_in(make: Callable[[datetime], object]):
    with pytest.raises(ValueError, match="naive"):
        make(datetime(2026, 3, 1, 12))


PROGRAM = """
import json, sys
from datetime import datetime
from zoneinfo import ZoneInfo
from triage.sla.clock import Promise, due_at
for line in sys.stdin:
    print(due_at(datetime.fromisoformat(line.strip()), Promise()).isoformat())
"""
SERVERS = (
    *("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns"),
    *("Pacific/Apia", "Africa/Casablanca", "Asia/Tehran", "Pacific/Chatham", "America/Sao_Paulo", "Antarctica/Troll"),
)


@pytest.mark.row(54)
def test_the_zone_of_the_server_and_of_the_reader_change_no_due_time(volume: Callable[[int], int]):
    instants = [START + timedelta(days=17 * number, minutes=number) for number in range(24)]
    moments = [at.astimezone(ZoneInfo(shown)).isoformat() for shown in SERVERS for at in instants]
    servers = SERVERS[:: len(SERVERS) // max(2, volume(len(SERVERS)))]
    expected = [(at + timedelta(hours=48)).isoformat() for _ in SERVERS for at in instants]
    for server in servers:
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            input="\n".join(moments),
            env=os.environ | {"TZ": server},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.split() == expected


@pytest.mark.row(54)
def test_the_zone_of_the_server_changes_no_word_of_what_sla_due_prints():
    said = set()
    for server in ("UTC", "Pacific/Apia", "America/St_Johns"):
        run = subprocess.run(
            [sys.executable, "run.py", "sla", "due", "--store", "migems", "--received", "2026-03-28T23:30:00+05:45"],
            env=os.environ | {"TZ": server},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        said.add(run.stdout)
    (words,) = said
    assert "2026-03-30T17:45:00" in json.dumps(json.loads(words))


@pytest.mark.row(54)
def test_the_zone_of_this_process_may_change_under_way(monkeypatch: pytest.MonkeyPatch):
    received = datetime(2026, 3, 28, 12, tzinfo=UTC)
    dues = set()
    try:
        for server in SERVERS:
            monkeypatch.setenv("TZ", server)
            time.tzset()
            dues.add(due_at(received, Promise()))
            dues.add(due_at(received.astimezone(), Promise()))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert dues == {datetime(2026, 3, 30, 12, tzinfo=UTC)}


KINDS = (RECEIVED, DRAFTED, REPLIED, CLOSED, REOPENED, "relabelled", "edited")
EVENTS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 60), st.integers(1, 3)), max_size=40)


def second_fold(events: list[Event]) -> set[tuple[int, datetime, datetime, datetime | None, datetime | None, bool]]:
    """The same promise told the other way: minute by minute through each ticket, with what is known at its end."""
    order = [RECEIVED, DRAFTED, REPLIED, CLOSED, REOPENED]
    found = set()
    for ticket in {event.ticket_id for event in events}:
        spans: list[dict[str, object]] = []
        own = [event for event in events if event.ticket_id == ticket and event.kind in order]
        for at in sorted({event.at for event in own}):
            for kind in order:
                for event in [one for one in own if one.at == at and one.kind == kind]:
                    waiting = bool(spans) and spans[-1]["end"] is None
                    if kind == RECEIVED and not waiting:
                        spans.append({"from": at, "due": event.due_at, "draft": None, "end": None, "closed": False})
                    elif kind == DRAFTED and waiting:
                        spans[-1]["draft"] = spans[-1]["draft"] or at
                    elif kind == REPLIED and waiting:
                        spans[-1]["end"] = at
                    elif kind == CLOSED and waiting:
                        spans[-1].update(end=at, closed=True)
                    elif kind == REOPENED and spans and spans[-1]["closed"]:
                        spans[-1].update(end=None, closed=False)
        found |= {(ticket, *(span[key] for key in ("from", "due", "draft", "end", "closed"))) for span in spans}
    return found  # type: ignore[return-value]


@pytest.mark.row(55)
@settings(max_examples=1000, deadline=None)
@given(EVENTS, st.randoms(use_true_random=False))
def test_the_fold_equals_a_second_one_in_any_order_and_no_span_is_negative(drawn, chance):
    events = [
        Event(
            ticket_id=ticket,
            kind=kind,
            at=START + timedelta(hours=hours),
            due_at=START + timedelta(hours=hours + 48) if kind == RECEIVED else None,
        )
        for kind, hours, ticket in drawn
    ]
    chance.shuffle(events)
    waits = waits_of(events)
    told = {(one.ticket_id, one.started_at, one.due_at, one.drafted_at, one.ended_at, one.closed) for one in waits}
    assert told == second_fold(events)
    spans = [span for one in waits for span in (one.answer_time(), one.draft_time()) if span is not None]
    assert all(span >= timedelta() for span in spans)
    assert [one.first for one in waits] == [
        at == 0 or waits[at - 1].ticket_id != one.ticket_id for at, one in enumerate(waits)
    ]


DATES = (
    "Thu, 01 Jan 1970 00:00:00 +0000",
    "Sat, 01 Jan 2050 12:00:00 +0000",
    "Fri, 31 Dec 9999 23:59:59 +0000",
    "",
    "yesterday",
    "Mon, 02 Mar 2026 12:00:00 +1400",
    "Mon, 02 Mar 2026 12:00:00 -1400",
    "Mon, 02 Mar 2026 12:00:00 +9999",
    "Mon, 02 Mar 10000 12:00:00 +0000",
)


@pytest.mark.row(26)
def test_the_clock_starts_when_the_server_took_the_mail_whatever_the_mail_says(engine: Engine, tmp_path: Path):
    kit = load_kit(ROOT)
    shop = a_shop(engine, tmp_path, read=lambda mails, _, __, own: read(mails, "mila_mvmt", kit, own))
    for number, date in enumerate(DATES):
        sender = f"c{number}@mail.example"
        mail = a_mail(number, sender=sender, extra=f"Date: {date}" if date else "")
        shop.server.deliver(mail, NOON - timedelta(hours=number))
    shop.server.deliver(a_mail(99, sender="late@mail.example"), NOON + timedelta(days=9))
    poll(shop.app, shop.account, shop.mailbox)
    started = [NOON - timedelta(hours=number) for number in range(len(DATES))] + [NOON]
    rows = shop.rows("tickets")
    assert sorted(row["received_at"] for row in rows) == sorted(started)
    assert all(row["due_at"] - row["received_at"] == timedelta(hours=48) for row in rows)
