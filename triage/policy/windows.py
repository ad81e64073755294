"""Time limits of a policy: days, elapsed hours and working days, counted from an event of the case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from triage.policy.facts import Fact, Known

OPEN, CLOSED, NOT_STARTED = "open", "closed", "not_started"
STATES = (OPEN, CLOSED, NOT_STARTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A limit of `length` units after the start event; its last day (or minute) belongs to it.

    start: facts in order of preference, the first that is known to have come counts; `latest` takes the last of them
    to come instead. unit: days, hours or business_days. counts: what has to happen inside: `report`, `sending` (of
    the return) or `now` (a wait, measured by the mail at hand).
    """

    id: str
    start: tuple[str, ...]
    length: int
    unit: str
    counts: str = "report"
    latest: bool = False
    holidays: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands in a window. last: the last day, or the last minute of an hour window; None if unknown."""

    state: str
    last: date | datetime | None
    because: str


def standing(window: Window, known: Known, zone: tzinfo) -> Standing | str:
    """The state of `window` by the dates of `zone`, or the name of the fact that it hangs on."""
    as_of = _moment(known["as_of"])
    started = _started(window, known, as_of)
    if isinstance(started, str):
        return _bounded(window, known, zone, started)
    if started is None:
        return Standing(NOT_STARTED, None, f"{window.start[0]} has not come")
    counted = _counted(window, known, as_of)
    if window.unit == "hours":
        return _hours(window, started, counted)
    last, state = _by_dates(window, started, counted, zone)
    return Standing(state, last, _in_words(window, started, counted, last))


def start_samples(window: Window, as_of: datetime) -> tuple[datetime, ...]:
    """Start times that put `as_of` inside and just outside the window, for trying out an unknown start."""
    if window.unit == "hours":
        return as_of - timedelta(hours=window.length), as_of - timedelta(hours=window.length, minutes=1)
    inside = as_of - timedelta(days=window.length)
    outside = inside - timedelta(days=1)
    while window.unit == "business_days" and add_business_days(outside.date(), window.length) >= as_of.date():
        outside -= timedelta(days=1)
    return inside, outside


def add_business_days(start: date, count: int, holidays: frozenset[date] = frozenset()) -> date:
    """The `count`-th working day after `start`; the next working day is the first."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in holidays:
            count -= 1
    return day


def end_in_words(last: date | datetime) -> str:
    """A date, or a UTC time to the minute or second, as the contract writes deadlines."""
    if isinstance(last, datetime):
        return last.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return last.isoformat()


def _moment(value: Fact) -> datetime:
    if not isinstance(value, datetime):
        raise TypeError("a moment is an aware datetime")
    return value


def _started(window: Window, known: Known, as_of: datetime) -> datetime | str | None:
    """When the window began; None: not begun; a name: the fact that would tell."""
    come = [at for name in window.start if isinstance(at := known.get(name), datetime) and at <= as_of]
    if come:
        return max(come) if window.latest else come[0]
    return next((name for name in window.start if name not in known), None)


def _bounded(window: Window, known: Known, zone: tzinfo, unknown: str) -> Standing | str:
    """An unknown receipt lies after shipping: when that alone is inside the window, so is the receipt."""
    if unknown == "delivered_at" and known.get("received") is True:
        earlier = [at for name in _BEFORE_RECEIPT if isinstance(at := known.get(name), datetime)]
        if earlier:
            surely = standing(window, {**known, unknown: max(earlier)}, zone)
            if isinstance(surely, Standing) and surely.state == OPEN:
                return Standing(OPEN, None, f"{unknown} is unknown, yet the window is open even from the sending")
    return unknown


_BEFORE_RECEIPT = ("shipped_at", "fulfilled_at", "placed_at")


def _counted(window: Window, known: Known, as_of: datetime) -> datetime:
    if window.counts == "now":
        return as_of
    at = known.get("return_sent_at" if window.counts == "sending" else "first_reported_at")
    return at if isinstance(at, datetime) and at <= as_of else as_of


def _hours(window: Window, started: datetime, counted: datetime) -> Standing:
    # The last minute belongs to the window, so whole minutes are compared.
    elapsed = (counted - started) // timedelta(minutes=1)
    last = started + timedelta(hours=window.length)
    state = OPEN if elapsed <= window.length * 60 else CLOSED
    return Standing(state, last, f"{elapsed // 60} h {elapsed % 60} min of {window.length} h")


def _by_dates(window: Window, started: datetime, counted: datetime, zone: tzinfo) -> tuple[date, str]:
    first, today = started.astimezone(zone).date(), counted.astimezone(zone).date()
    if window.unit == "business_days":
        last = add_business_days(first, window.length, window.holidays)
    else:
        last = first + timedelta(days=window.length)
    return last, OPEN if today <= last else CLOSED


def _in_words(window: Window, started: datetime, counted: datetime, last: date) -> str:
    unit = "working days" if window.unit == "business_days" else "days"
    event = {"report": "reported", "sending": "sent", "now": "now"}[window.counts]
    return f"{event} {counted.date()}, counted from {started.date()}: {window.length} {unit} end {last}"


def next_or_last(ends: Sequence[tuple[str, date | datetime]]) -> date | datetime | None:
    """Of several windows (state, end): the next still open, else the last to close."""
    if not ends:
        return None
    open_ends = [end for state, end in ends if state != CLOSED]
    return min(open_ends, key=_sortable) if open_ends else max((end for _, end in ends), key=_sortable)


def _sortable(end: date | datetime) -> str:
    return end.isoformat()
