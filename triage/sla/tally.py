"""What the events of tickets add up to. Nothing is kept: every figure is a fold over append-only events."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from triage.sla.clock import aware

RECEIVED, DRAFTED, REPLIED, CLOSED, REOPENED = "received", "drafted", "replied", "closed", "reopened"
RELABELLED, UNDELIVERED, ERASED = "relabelled", "undelivered", "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to a ticket; `at` is aware UTC. due_at: set on `received`, when the promise ends.

    number: rises in the order in which events were written; 0 where only their times are known. message: the mail that
    was received. leaves: mails that a reply does not answer; None where only the time of the reply tells.
    """

    ticket_id: int
    kind: str
    at: datetime
    due_at: datetime | None = None
    number: int = 0
    message: int | None = None
    leaves: frozenset[int] | None = None

    def __post_init__(self) -> None:
        _all_aware(self.at, self.due_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """One time that a customer waited for an answer: from the first unanswered mail to the reply.

    ended_at: None while the customer still waits. closed: ended by a person who closed the ticket without a reply,
    which neither keeps nor breaks the promise. erased: ended because the customer's data went; in time that is as good
    as closed, and a promise that was broken by then stays broken. first: the first wait of its ticket.
    """

    ticket_id: int
    started_at: datetime
    due_at: datetime
    drafted_at: datetime | None = None
    ended_at: datetime | None = None
    closed: bool = False
    erased: bool = False
    first: bool = True

    def __post_init__(self) -> None:
        _all_aware(self.started_at, self.due_at, self.drafted_at, self.ended_at)

    def kept(self, now: datetime) -> bool | None:
        """True: answered in time. False: answered late, or overdue. None: still open and in time, or closed."""
        if self.closed:
            return None
        if self.ended_at is not None:
            return self.ended_at <= self.due_at
        return False if now > self.due_at else None

    def answer_time(self) -> timedelta | None:
        """How long the customer waited for the reply; None while open or when it ended without one."""
        return self.replied_at - self.started_at if self.replied_at is not None else None

    @property
    def replied_at(self) -> datetime | None:
        """When the reply ended it; None while open or when it ended without one."""
        return None if self.closed or self.erased else self.ended_at

    def draft_time(self) -> timedelta | None:
        """How long until a draft lay ready; None when none was made."""
        return self.drafted_at - self.started_at if self.drafted_at is not None else None


@dataclass(slots=True)
class _Open:
    """A wait while it is being folded. mails: those not yet answered, oldest first. drafted: when replies lay ready."""

    mails: list[Event]
    drafted: list[datetime]

    @property
    def started_at(self) -> datetime:
        return self.mails[0].at

    @property
    def drafted_at(self) -> datetime | None:
        return max(self.drafted[0], self.started_at) if self.drafted else None


def waits_of(events: Iterable[Event]) -> list[Wait]:
    """Every wait of every ticket, by ticket and start. Events may come in any order.

    A reply before any mail is ignored; a second mail in an open wait does not restart it; a mail that a reply does not
    answer waits on from its own time; a ticket that was closed and reopened goes on waiting from its first mail, and so
    does one whose reply came back undelivered. What was written later happened later, whatever the clock said: one that
    stepped back never gives a negative span, nor lets a reply be taken for older than the mail that it answers.
    """
    ordered = sorted(events, key=lambda event: (event.ticket_id, event.number, event.at, _RANK.get(event.kind, 9)))
    return [wait for _, own in groupby(ordered, key=lambda event: event.ticket_id) for wait in _fold(list(own))]


_RANK = {RECEIVED: 0, DRAFTED: 1, REPLIED: 2, CLOSED: 3, REOPENED: 4, UNDELIVERED: 5, ERASED: 6}


def _fold(events: Sequence[Event]) -> list[Wait]:
    """The waits of one ticket; events in the order in which they happened."""
    done: list[Wait] = []
    running: _Open | None = None
    ended: _Open | None = None
    for event in events:
        if event.kind == RECEIVED and event.due_at is not None:
            running = _joined(running, event)
        elif event.kind == DRAFTED and running is not None:
            running.drafted.append(event.at)
        elif event.kind in (REPLIED, CLOSED, ERASED) and running is not None:
            left = _left(running, event)
            if len(left) < len(running.mails):
                done.append(_wait(event.ticket_id, running, event, not done))
                ended = running
                running = _Open(left, [at for at in running.drafted if at >= left[0].at]) if left else None
        elif running is None and ended is not None and _goes_on(event, done[-1]):
            done.pop()
            running, ended = ended, None
    if running is not None:
        done.append(_wait(events[0].ticket_id, running, None, not done))
    return done


def _goes_on(event: Event, last: Wait) -> bool:
    """Whether a wait that had ended did not: its ticket was opened again, or its reply reached nobody."""
    return not last.erased and event.kind == (REOPENED if last.closed else UNDELIVERED)


def _joined(running: _Open | None, mail: Event) -> _Open:
    """The wait with one more mail in it."""
    if running is None:
        return _Open([mail], [])
    running.mails = sorted([*running.mails, mail], key=lambda one: one.at)
    return running


def _left(running: _Open, event: Event) -> list[Event]:
    """Mails of a wait that this reply does not answer; none when it was closed or erased."""
    if event.kind in (CLOSED, ERASED):
        return []
    if event.leaves is not None:
        return [mail for mail in running.mails if mail.message in event.leaves]
    return [mail for mail in running.mails if mail.at > event.at]


def _wait(ticket_id: int, span: _Open, end: Event | None, first: bool) -> Wait:
    due_at = min(mail.due_at for mail in span.mails if mail.due_at is not None)
    erased = end is not None and end.kind == ERASED
    return Wait(
        ticket_id=ticket_id,
        started_at=span.started_at,
        due_at=due_at,
        drafted_at=span.drafted_at,
        ended_at=max(end.at, span.started_at) if end is not None else None,
        closed=end is not None and (end.kind == CLOSED or (erased and end.at <= due_at)),
        erased=erased,
        first=first,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How a number of durations lie, in seconds; None when there are none. Percentiles are nearest-rank."""

    n: int
    p50: float | None
    p90: float | None
    p99: float | None


def spread(durations: Iterable[timedelta]) -> Spread:
    """Nearest-rank percentiles: each is a duration that really happened."""
    seconds = sorted(duration.total_seconds() for duration in durations)
    if not seconds:
        return Spread(n=0, p50=None, p90=None, p99=None)
    return Spread(n=len(seconds), p50=_rank(seconds, 50), p90=_rank(seconds, 90), p99=_rank(seconds, 99))


def _rank(ordered: Sequence[float], percent: int) -> float:
    return ordered[-(-len(ordered) * percent // 100) - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Figures of one group of waits.

    kept, broken: of the waits whose outcome is known; pending: open and in time; closed: ended without a reply.
    within_percent: kept of (kept + broken), None when neither; always read it with `judged`, its n.
    """

    waits: int
    kept: int
    broken: int
    pending: int
    closed: int
    first_reply: Spread
    draft: Spread

    @property
    def judged(self) -> int:
        """How many waits `within_percent` speaks of."""
        return self.kept + self.broken

    @property
    def within_percent(self) -> float | None:
        """Share of promises kept, 0 to 100."""
        return 100.0 * self.kept / self.judged if self.judged else None


def _all_aware(*moments: datetime | None) -> None:
    for moment in moments:
        if moment is not None:
            aware(moment)


def tally(waits: Sequence[Wait], now: datetime) -> Tally:
    """Add up a group of waits as of `now` (aware UTC)."""
    aware(now)
    verdicts = [wait.kept(now) for wait in waits]
    closed = sum(wait.closed for wait in waits)
    return Tally(
        waits=len(waits),
        kept=verdicts.count(True),
        broken=verdicts.count(False),
        pending=verdicts.count(None) - closed,
        closed=closed,
        first_reply=spread(time for wait in waits if wait.first and (time := wait.answer_time()) is not None),
        draft=spread(time for wait in waits if (time := wait.draft_time()) is not None),
    )
