"""The promise in every zone and season."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.sla.clock import Promise, due_at

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")


@given(
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2040, 1, 1)),
    st.sampled_from(ZONES),
    st.integers(min_value=1, max_value=240),
)
def test_the_promise_is_elapsed_time_in_every_zone_and_season(local, zone, hours):
    received = local.replace(tzinfo=ZoneInfo(zone))
    due = due_at(received, Promise(hours=hours))
    assert round(due.timestamp() - received.timestamp(), 3) == hours * 3600


def test_a_night_that_loses_an_hour_does_not_shorten_the_promise():
    received = datetime(2026, 3, 28, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    due = due_at(received, Promise())
    assert due == received.astimezone(UTC) + timedelta(hours=48)
    assert due.astimezone(ZoneInfo("Europe/Berlin")).hour == 13


def test_a_naive_time_is_refused():
    with pytest.raises(ValueError, match="naive"):
        due_at(datetime(2026, 3, 1), Promise())
