"""Days, elapsed hours and working days: what is in, what is out, and when it ends."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.policy.windows import (
    CLOSED,
    NOT_STARTED,
    OPEN,
    Standing,
    Window,
    add_business_days,
    end_in_words,
    next_or_last,
    standing,
)

RECEIVED = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
DAYS = Window(id="back", start=("delivered_at",), length=14, unit="days")
HOURS = Window(id="change", start=("placed_at",), length=24, unit="hours")
WAIT = Window(id="refund", start=("refund_approved_at",), length=10, unit="business_days", counts="now")


def the_standing(window: Window, **known: datetime | None) -> Standing:
    found = standing(window, known, UTC)
    assert isinstance(found, Standing)
    return found


@given(st.integers(0, 60), st.integers(0, 23))
def test_a_day_window_is_open_up_to_the_whole_last_day(day: int, hour: int) -> None:
    as_of = (RECEIVED + timedelta(days=day)).replace(hour=hour)
    found = the_standing(DAYS, as_of=max(as_of, RECEIVED), delivered_at=RECEIVED)
    assert found.state == (OPEN if day <= 14 else CLOSED)
    assert found.last == date(2026, 3, 16)


@given(st.integers(0, 3000))
def test_an_hour_window_is_open_up_to_its_last_minute(minutes: int) -> None:
    placed = datetime(2026, 3, 28, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    as_of = placed.astimezone(UTC) + timedelta(minutes=minutes)
    found = the_standing(HOURS, as_of=as_of, placed_at=placed.astimezone(UTC))
    assert found.state == (OPEN if minutes <= 24 * 60 else CLOSED)


def test_what_counts_is_the_first_report_not_the_reminder() -> None:
    found = the_standing(
        DAYS,
        as_of=RECEIVED + timedelta(days=20),
        delivered_at=RECEIVED,
        first_reported_at=RECEIVED + timedelta(days=14),
    )
    assert found.state == OPEN


def test_where_sending_counts_an_announcement_does_not() -> None:
    window = Window(id="back", start=("delivered_at",), length=14, unit="days", counts="sending")
    late = {
        "as_of": RECEIVED + timedelta(days=20),
        "delivered_at": RECEIVED,
        "first_reported_at": RECEIVED + timedelta(days=3),
    }
    assert the_standing(window, **late).state == CLOSED
    assert the_standing(window, **late, return_sent_at=RECEIVED + timedelta(days=9)).state == OPEN


@pytest.mark.parametrize(
    ("approved", "last"),
    [
        ("2026-06-02", "2026-06-16"),
        ("2026-06-05", "2026-06-19"),
        ("2026-06-06", "2026-06-19"),
        ("2026-06-07", "2026-06-19"),
    ],
)
def test_working_days_start_on_the_next_one(approved: str, last: str) -> None:
    assert add_business_days(date.fromisoformat(approved), 10) == date.fromisoformat(last)


def test_a_holiday_of_the_calendar_is_no_working_day() -> None:
    friday = date(2026, 6, 5)
    assert add_business_days(friday, 1, frozenset({date(2026, 6, 8)})) == date(2026, 6, 9)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_the_last_working_day_is_one_and_grows_with_the_count(start: date, count: int) -> None:
    last = add_business_days(start, count)
    assert last.weekday() < 5
    assert last < add_business_days(start, count + 1)


def test_a_wait_is_measured_by_the_mail_at_hand() -> None:
    approved = datetime(2026, 6, 2, 15, 0, tzinfo=UTC)
    known = {"refund_approved_at": approved, "first_reported_at": approved}
    assert the_standing(WAIT, **known, as_of=datetime(2026, 6, 16, 23, 0, tzinfo=UTC)).state == OPEN
    assert the_standing(WAIT, **known, as_of=datetime(2026, 6, 17, 0, 0, tzinfo=UTC)).state == CLOSED


def test_an_event_that_has_not_come_starts_nothing() -> None:
    assert the_standing(DAYS, as_of=RECEIVED, delivered_at=None).state == NOT_STARTED
    assert the_standing(DAYS, as_of=RECEIVED, delivered_at=RECEIVED + timedelta(days=1)).state == NOT_STARTED


def test_an_unknown_start_is_named() -> None:
    assert standing(DAYS, {"as_of": RECEIVED}, UTC) == "delivered_at"


def test_a_receipt_after_a_recent_shipping_is_surely_in_time() -> None:
    known = {"as_of": RECEIVED, "received": True, "shipped_at": RECEIVED - timedelta(days=9)}
    found = standing(DAYS, known, UTC)
    assert isinstance(found, Standing)
    assert (found.state, found.last) == (OPEN, None)


def test_of_several_windows_the_next_open_end_bears_else_the_last() -> None:
    first, second = date(2026, 5, 15), date(2026, 5, 16)
    assert next_or_last([(OPEN, second), (OPEN, first)]) == first
    assert next_or_last([(CLOSED, first), (OPEN, second)]) == second
    assert next_or_last([(CLOSED, second), (CLOSED, first)]) == second
    assert next_or_last([]) is None


def test_the_end_of_an_hour_window_is_written_in_utc() -> None:
    end = datetime(2026, 6, 10, 16, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert end_in_words(end) == "2026-06-10T14:00:00Z"
    assert end_in_words(date(2026, 6, 10)) == "2026-06-10"
