"""How far an order has come, and where it stands in a window, as formulas; the twin of `view.py` and `windows.py`."""

from collections.abc import Sequence
from dataclasses import dataclass

from triage.policy.proving.cases import FIRST_DAY, MINUTES, CaseFacts, Time, before, not_after
from triage.policy.proving.logic import (
    NO,
    Formula,
    Number,
    all_of,
    any_of,
    at_most,
    below,
    counted,
    either,
    minus,
    not_,
    plus,
    times,
    whole,
)
from triage.policy.windows import Window


@dataclass(frozen=True, slots=True)
class Truth3:
    """yes: it holds; no: it does not; where neither is so, it hangs on something unknown."""

    yes: Formula
    no: Formula


def sure(yes: Formula) -> Truth3:
    """Never unknown."""
    return Truth3(yes, not_(yes))


def _first(*steps: tuple[Formula, bool]) -> Truth3:
    """The answer of the first step that applies; unknown when none does."""
    yes: list[Formula] = []
    no: list[Formula] = []
    passed: list[Formula] = []
    for when, answer in steps:
        (yes if answer else no).append(all_of(*passed, when))
        passed.append(not_(when))
    return Truth3(any_of(*yes), any_of(*no))


def came(facts: CaseFacts, name: str) -> Truth3:
    """Whether an event has come, read also from what implies it."""
    if name == "delivered_at":
        return _delivered(facts)
    if name == "shipped_at":
        return _shipped(facts)
    if name == "fulfilled_at":
        return _fulfilled(facts)
    time = facts.time(name)
    return Truth3(time.come, time.not_yet)


def _delivered(facts: CaseFacts) -> Truth3:
    told = facts.time("delivered_at")
    by_status = any_of(facts.is_("status", "delivered"), facts.is_("tracking_status", "delivered"))
    never = any_of(facts.false("received"), _shipped(facts).no)
    return _first(
        (any_of(facts.true("received"), facts.is_("status", "returned")), True),
        (all_of(not_(told.known), by_status), True),
        (all_of(not_(told.known), never), False),
        (told.come, True),
        (told.not_yet, False),
    )


def _shipped(facts: CaseFacts) -> Truth3:
    told, delivered = facts.time("shipped_at"), facts.time("delivered_at")
    left = any_of(facts.known("tracking_status"), facts.is_("status", "shipped", "delivered", "returned"))
    here = any_of(facts.is_("status", "processing", "cancelled"), facts.time("fulfilled_at").not_yet)
    return _first(
        (any_of(told.come, delivered.come, facts.true("received")), True),
        (told.not_yet, False),
        (left, True),
        (here, False),
    )


def _fulfilled(facts: CaseFacts) -> Truth3:
    told = facts.time("fulfilled_at")
    later = (facts.time(name).come for name in ("shipped_at", "delivered_at"))
    return _first(
        (any_of(told.come, *later), True),
        (any_of(told.not_yet, facts.is_("status", "processing", "cancelled")), False),
        (facts.is_("status", "shipped", "delivered", "returned"), True),
    )


def reported_before(facts: CaseFacts, name: str) -> Truth3:
    happened = came(facts, name)
    event, reported = facts.time(name), facts.time("first_reported_at")
    earlier = all_of(event.come, reported.come, before(reported, event))
    return Truth3(all_of(happened.yes, earlier), any_of(happened.no, all_of(happened.yes, not_(earlier))))


def answered(facts: CaseFacts) -> Truth3:
    replied, wrote = facts.time("last_store_reply_at"), facts.time("last_customer_mail_at")
    return sure(all_of(replied.come, wrote.come, not_after(wrote, replied)))


def cause(facts: CaseFacts, values: Sequence[str]) -> Formula:
    """The cause is one of these: as the record has it, else what the label of the mail amounts to."""
    named = facts.is_("reason", *(value for value in values if value != "unstated"))
    told = facts.known("reason")
    missing = facts.is_("category", "missing")
    implied: dict[str, Formula] = {
        "arrived_damaged": facts.is_("category", "damaged"),
        "wrong_item_sent": facts.is_("category", "wrong_item"),
        "unstated": not_(facts.is_("category", "damaged", "wrong_item", "missing")),
    }
    implied |= {name: all_of(missing, formula) for name, formula in _absence(facts).items()}
    return any_of(named, all_of(not_(told), any_of(*(implied.get(value, NO) for value in values))))


def _absence(facts: CaseFacts) -> dict[str, Formula]:
    lost, here = facts.is_("tracking_status", "lost"), facts.true("received")
    ended = any_of(
        facts.is_("tracking_status", "delivered"), facts.time("delivered_at").come, facts.is_("status", "delivered")
    )
    denied = facts.false("received")
    open_ = all_of(not_(lost), not_(here))
    return {
        "lost_in_transit": lost,
        "not_in_parcel": any_of(all_of(not_(lost), here), all_of(open_, ended, not_(denied))),
        "marked_delivered": all_of(open_, ended, denied),
        "not_arrived": all_of(open_, not_(ended)),
    }


@dataclass(frozen=True, slots=True)
class States:
    """Where a case stands in a window. last: open, and on its last day or minute."""

    open: Formula
    closed: Formula
    not_started: Formula
    last: Formula


def states(facts: CaseFacts, window: Window, calendar: "Calendar") -> States:
    starts = [facts.time(name) for name in window.start]
    none_come = all_of(*(not_(start.come) for start in starts))
    chosen = _latest(starts) if window.latest else _preferred(starts)
    bounded, inside = _bounded(facts, window, calendar)
    return States(
        open=any_of(
            *(all_of(when, _inside(facts, window, start, calendar)) for when, start in chosen),
            all_of(none_come, bounded, inside),
        ),
        closed=any_of(*(all_of(when, not_(_inside(facts, window, start, calendar))) for when, start in chosen)),
        not_started=all_of(*(start.not_yet for start in starts)),
        last=any_of(*(all_of(when, _inside(facts, window, start, calendar, at_end=True)) for when, start in chosen)),
    )


def _preferred(starts: Sequence[Time]) -> list[tuple[Formula, Time]]:
    return [
        (all_of(start.come, *(not_(other.come) for other in starts[:place])), start)
        for place, start in enumerate(starts)
    ]


def _latest(starts: Sequence[Time]) -> list[tuple[Formula, Time]]:
    return [
        (all_of(start.come, *(any_of(not_(other.come), not_after(other, start)) for other in starts)), start)
        for start in starts
    ]


def _bounded(facts: CaseFacts, window: Window, calendar: "Calendar") -> tuple[Formula, Formula]:
    """An unknown receipt lies after the sending: when the window is open even from that, it is open."""
    if "delivered_at" not in window.start:
        return NO, NO
    earlier = window.start[: window.start.index("delivered_at")]
    first_unknown = all_of(
        not_(facts.time("delivered_at").known), *(facts.time(name).known for name in earlier), facts.true("received")
    )
    sent = [facts.time(name) for name in ("shipped_at", "fulfilled_at", "placed_at")]
    inside = any_of(*(all_of(when, _inside(facts, window, start, calendar)) for when, start in _latest(sent)))
    return first_unknown, inside


def _inside(facts: CaseFacts, window: Window, start: Time, calendar: "Calendar", *, at_end: bool = False) -> Formula:
    now = facts.time("as_of")
    if window.counts == "now":
        return calendar.within(window, start, now, at_end=at_end)
    counts = facts.time("return_sent_at" if window.counts == "sending" else "first_reported_at")
    return any_of(
        all_of(counts.come, calendar.within(window, start, counts, at_end=at_end)),
        all_of(not_(counts.come), calendar.within(window, start, now, at_end=at_end)),
    )


class Calendar:
    """Counts days, minutes and working days between two times. rules: what ties its own numbers to the times."""

    def __init__(self) -> None:
        self.rules: list[Formula] = []
        self._weeks: dict[int, tuple[Number, Number]] = {}
        self._within: dict[tuple[str, int, int, bool], Formula] = {}

    def within(self, window: Window, start: Time, counts: Time, *, at_end: bool) -> Formula:
        """`counts` lies in the window that began at `start`; at_end: on its last day or minute."""
        key = (window.id, id(start), id(counts), at_end)
        if key not in self._within:
            self._within[key] = self._counted(window, start, counts, at_end)
        return self._within[key]

    def _counted(self, window: Window, start: Time, counts: Time, at_end: bool) -> Formula:
        if window.unit == "hours":
            minutes = plus(times(minus(counts.day, start.day), MINUTES), minus(counts.minute, start.minute))
            return _up_to(minutes, window.length * 60, at_end)
        if window.unit == "days":
            return _up_to(minus(counts.day, start.day), window.length, at_end)
        # Working days that are over: those after the first day and before the day that counts.
        today = self._workday(window, counts)
        over = minus(minus(self._workdays(window, counts), today), self._workdays(window, start))
        inside = below(over, window.length)
        last = all_of(inside, at_most(window.length, plus(over, today)))
        return last if at_end else inside

    def _week(self, time: Time) -> tuple[Number, Number]:
        """The number of whole weeks before the day, and the weekday (Monday is 0)."""
        found = self._weeks.get(id(time))
        if found is None:
            name = len(self._weeks)
            weeks, weekday = whole(f"weeks {name}"), whole(f"weekday {name}")
            self.rules += [all_of(at_most(0, weekday), at_most(weekday, 6))]
            sum_of = plus(times(weeks, 7), weekday)
            self.rules += [all_of(at_most(sum_of, time.day), at_most(time.day, sum_of))]
            found = self._weeks[id(time)] = (weeks, weekday)
        return found

    def _workdays(self, window: Window, time: Time) -> Number:
        """Working days from day 0 up to and including the day."""
        weeks, weekday = self._week(time)
        days = plus(times(weeks, 5), either(below(weekday, 5), plus(weekday, 1), 5))
        for day in sorted(window.holidays):
            number = (day - FIRST_DAY.date()).days
            if day.weekday() < 5 and number >= 0:
                days = minus(days, counted(at_most(number, time.day)))
        return days

    def _workday(self, window: Window, time: Time) -> Number:
        """1 on a working day, else 0."""
        _, weekday = self._week(time)
        off = [
            all_of(at_most(number, time.day), at_most(time.day, number))
            for day in window.holidays
            if (number := (day - FIRST_DAY.date()).days) >= 0
        ]
        return counted(all_of(below(weekday, 5), not_(any_of(*off))))


def _up_to(elapsed: Number, length: int, at_end: bool) -> Formula:
    inside = at_most(elapsed, length)
    return all_of(inside, at_most(length, elapsed)) if at_end else inside
