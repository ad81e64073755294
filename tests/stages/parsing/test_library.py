"""Ids and dates of ordinary mails are what the library reads, too."""

from datetime import UTC, datetime, timedelta, timezone
from email.message import Message
from email.utils import format_datetime

import mailparser
from hypothesis import example, given
from hypothesis import strategies as st

from triage.stages.parsing.headers import first_id
from triage.stages.parsing.library import _is_ordinary, read_envelope

MOMENTS = st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1)).map(lambda at: at.replace(microsecond=0))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
IDS = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30)


def by_library(headers):
    message = Message()
    for name, values in headers.items():
        message[name] = values[0]
    return mailparser.MailParser(message)


@given(MOMENTS, ZONES, st.sampled_from(["", " (UTC)", " (CEST)"]))
@example(datetime(2026, 2, 28), timezone(timedelta(0)), "")
def test_an_ordinary_date_is_what_the_library_reads(moment, zone, comment):
    date = format_datetime(moment.replace(tzinfo=zone)) + comment
    assert _is_ordinary({"date": date})
    read = read_envelope({"date": [date]}).date
    assert read == by_library({"date": [date]}).date.replace(tzinfo=UTC) == moment.replace(tzinfo=zone)


@given(IDS, IDS)
@example("<a@shop.example>", " <b@x.example> <c@x.example>")
@example("a@shop.example", "")
def test_ordinary_ids_are_what_the_library_reads(message_id, in_reply_to):
    headers = {"message-id": [message_id], "in-reply-to": [in_reply_to]}
    library = by_library(headers)
    read = read_envelope(headers)
    assert read.message_id == first_id(str(library.message_id))
    assert read.in_reply_to == first_id(str(library.in_reply_to))


def test_a_day_that_no_calendar_has_is_no_date():
    assert read_envelope({"date": ["Mon, 30 Feb 2026 10:00:00 +0000"]}).date is None


def test_an_odd_date_goes_to_the_library():
    assert read_envelope({"date": ["10 Mar 26 10:00 EST"]}).date == datetime(2026, 3, 10, 15, tzinfo=UTC)
