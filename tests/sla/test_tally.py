"""The fold from events to waits, and what waits add up to."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from triage.sla.tally import (
    CLOSED,
    DRAFTED,
    ERASED,
    RECEIVED,
    REOPENED,
    REPLIED,
    UNDELIVERED,
    Event,
    spread,
    tally,
    waits_of,
)

START = datetime(2026, 3, 1, tzinfo=UTC)


def an_event(kind: str, hours: float, *, ticket: int = 1) -> Event:
    at = START + timedelta(hours=hours)
    return Event(ticket_id=ticket, kind=kind, at=at, due_at=at + timedelta(hours=48) if kind == RECEIVED else None)


def test_a_reply_ends_the_wait_that_the_first_mail_began():
    (wait,) = waits_of([an_event(RECEIVED, 0), an_event(RECEIVED, 5), an_event(DRAFTED, 6), an_event(REPLIED, 30)])
    assert wait.answer_time() == timedelta(hours=30)
    assert wait.draft_time() == timedelta(hours=6)
    assert wait.kept(START + timedelta(days=9)) is True


def test_a_mail_after_the_reply_begins_another_wait():
    first, second = waits_of([an_event(RECEIVED, 0), an_event(REPLIED, 1), an_event(RECEIVED, 10)])
    assert first.first
    assert not second.first
    assert second.ended_at is None
    assert second.due_at == START + timedelta(hours=58)


def test_an_open_wait_is_broken_from_the_moment_after_its_due_time():
    (wait,) = waits_of([an_event(RECEIVED, 0)])
    assert wait.kept(START + timedelta(hours=48)) is None
    assert wait.kept(START + timedelta(hours=48, microseconds=1)) is False


def test_a_ticket_closed_without_a_reply_neither_keeps_nor_breaks_the_promise():
    waits = waits_of([an_event(RECEIVED, 0), an_event(CLOSED, 90)])
    figures = tally(waits, START + timedelta(days=9))
    assert (figures.closed, figures.judged, figures.within_percent) == (1, 0, None)


def test_a_ticket_closed_by_mistake_and_reopened_goes_on_waiting_from_its_first_mail():
    (wait,) = waits_of([an_event(RECEIVED, 0), an_event(CLOSED, 5), an_event(REOPENED, 6)])
    assert wait.ended_at is None
    assert wait.due_at == START + timedelta(hours=48)
    assert wait.kept(START + timedelta(hours=49)) is False


def test_a_reply_with_no_mail_before_it_is_no_wait():
    assert waits_of([an_event(REPLIED, 0)]) == []


KINDS = st.sampled_from([RECEIVED, DRAFTED, REPLIED, CLOSED, REOPENED])
EVENTS = st.lists(
    st.builds(
        lambda kind, hours, ticket: an_event(kind, hours, ticket=ticket), KINDS, st.integers(0, 200), st.integers(1, 3)
    ),
    max_size=30,
)


@given(EVENTS, st.randoms(use_true_random=False))
def test_the_order_in_which_events_were_written_changes_nothing(events, chance):
    shuffled = list(events)
    chance.shuffle(shuffled)
    assert sorted(map(repr, waits_of(shuffled))) == sorted(map(repr, waits_of(events)))


@given(EVENTS)
def test_no_wait_is_negative_and_each_is_counted_once(events):
    waits = waits_of(events)
    figures = tally(waits, START + timedelta(hours=300))
    assert all(wait.ended_at is None or wait.ended_at >= wait.started_at for wait in waits)
    assert figures.kept + figures.broken + figures.pending + figures.closed == figures.waits == len(waits)


def test_a_promise_broken_before_the_matter_was_erased_stays_broken_and_one_still_in_time_is_closed():
    (late,) = waits_of([an_event(RECEIVED, 0), an_event(ERASED, 49)])
    (early,) = waits_of([an_event(RECEIVED, 0), an_event(ERASED, 48)])
    for days in (3, 300):
        assert late.kept(START + timedelta(days=days)) is False
        assert early.kept(START + timedelta(days=days)) is None
    assert (late.closed, early.closed) == (False, True)
    assert late.answer_time() is None


def test_nothing_that_comes_after_an_erasure_opens_the_matter_again():
    (wait,) = waits_of([an_event(RECEIVED, 0), an_event(ERASED, 50), an_event(REOPENED, 51), an_event(UNDELIVERED, 52)])
    assert wait.erased


@given(EVENTS)
def test_erasing_open_matters_changes_no_promise_that_was_kept_or_broken_and_no_time(events):
    now = START + timedelta(hours=210)
    before = tally(waits_of(events), now)
    after = tally(waits_of([*events, *(an_event(ERASED, 210, ticket=ticket) for ticket in (1, 2, 3))]), now)
    assert (after.kept, after.broken, after.waits) == (before.kept, before.broken, before.waits)
    assert (after.pending, after.closed) == (0, before.closed + before.pending)
    assert (after.first_reply, after.draft) == (before.first_reply, before.draft)


@given(st.lists(st.integers(0, 10**6), min_size=1))
def test_a_percentile_is_a_duration_that_happened(seconds):
    found = spread(timedelta(seconds=value) for value in seconds)
    assert {found.p50, found.p90, found.p99} <= {float(value) for value in seconds}
    assert found.p50 <= found.p90 <= found.p99
