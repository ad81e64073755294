"""Which reply may leave now: the stop, the hold on old mail, a server that is away, the caps; by the database."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from triage.app import App
from triage.loaders.settings import Account
from triage.store import departures, effects, ledger, switches, ways_out
from triage.store.drafts import StoredDraft
from triage.store.effects import Effect
from triage.store.engine import writing
from triage.store.messages import Message

STOPPED, OLD, AWAY = "stopped", "old", "away"
RECIPIENT, HOUR, MINUTE = "recipient", "hour", "minute"

LONG_AGO = timedelta(days=7)
"""A mail that lay in the mailbox this long before its first look is answered only after one confirmation."""

LOOK_AGAIN = timedelta(minutes=15)
"""How soon a reply is looked at again that only a person can let go; pressing the button is faster."""

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5))
"""After each failed try to reach the mail server: how long all replies of the mailbox wait."""

CLOSED_PAUSE = timedelta(minutes=15)
"""The same where a setting is wrong: many log-ins in vain get an account locked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Why a reply cannot leave now, and when it is looked at again."""

    why: str
    until: datetime


def set_out(
    app: App, account: Account, one: Effect, draft: StoredDraft, answers: Message, proof: Mapping[str, Any]
) -> Effect | None:
    """Commit that a reply sets out; None when it has to wait, which it then says itself, or is no longer ours."""
    now = app.now()
    with writing(app.engine) as conn:
        departures.in_single_file(conn)
        wait = why_wait(conn, app, account, draft, answers, now)
        known = {name: value for name, value in one.evidence.items() if name != "waits"}
        if wait is not None:
            lay_back(conn, one, wait, now)
            return None
        taken = replace(one, evidence=known)
        for ours in effects.attempt(conn, [taken], {**proof, "attempted_at": now.isoformat()}, now=now):
            departures.set_out(conn, ours.id, account.name, now)
            return ours
    return None


def lay_back(conn: Connection, one: Effect, wait: Wait, now: datetime, *, untried: bool = False) -> None:
    """Let a reply wait, with the reason beside it. untried: the try that just ended is not counted.

    That a server is away is known of the mailbox, and not written beside each reply.
    """
    before = one.evidence.get("waits", {})
    known = {name: value for name, value in one.evidence.items() if name != "waits"}
    if wait.why != AWAY:
        since = before["since"] if before.get("why") == wait.why else now.isoformat()
        known["waits"] = {"why": wait.why, "since": since}
    effects.advance(conn, [(one, one.state, known)], now=now, tries=-1 if untried else 0)
    effects.postpone(conn, [one], due_at=wait.until, now=now)


def why_wait(
    conn: Connection, app: App, account: Account, draft: StoredDraft, answers: Message, now: datetime
) -> Wait | None:
    """The first reason for which a reply may not leave at this moment."""
    if switches.is_on(conn, switches.STOP):
        return Wait(why=STOPPED, until=now + LOOK_AGAIN)
    if _is_old(conn, account, answers):
        return Wait(why=OLD, until=now + LOOK_AGAIN)
    away = ways_out.get(conn, account.name)
    if away is not None and now < away.next_at:
        return Wait(why=AWAY, until=away.next_at)
    return _capped(conn, app, account, draft, now)


def note_away(conn: Connection, account: str, detail: str, now: datetime, *, closed: bool) -> Wait:
    """The mail server could not be reached: everything waits until one reply tries again. closed: by a setting."""
    before = ways_out.get(conn, account)
    failures = before.failures + 1 if before is not None else 1
    pause = CLOSED_PAUSE if closed else PAUSES[min(failures, len(PAUSES)) - 1]
    since = before.down_since if before is not None else now
    away = ways_out.Away(account=account, down_since=since, failures=failures, next_at=now + pause, detail=detail[:500])
    ways_out.note(conn, away)
    effects.hold_back(conn, account, away.next_at)
    return Wait(why=AWAY, until=away.next_at)


def _is_old(conn: Connection, account: Account, answers: Message) -> bool:
    """Whether the mail came long before the mailbox was connected, and nobody let such replies go yet."""
    first = ledger.first_look(conn, account.name)
    if first is None or answers.received_at >= first - LONG_AGO:
        return False
    return not switches.is_on(conn, switches.old_replies(account.name))


def _capped(conn: Connection, app: App, account: Account, draft: StoredDraft, now: datetime) -> Wait | None:
    caps, hour, minute = app.settings.caps, timedelta(hours=1), timedelta(minutes=1)
    rules: tuple[tuple[str, int, timedelta, dict[str, str]], ...] = (
        (RECIPIENT, caps.per_recipient_hour, hour, {"recipient": draft.to_address}),
        (HOUR, caps.per_hour, hour, {"account": account.name}),
        (MINUTE, caps.per_minute, minute, {}),
    )
    for why, most, span, of in rules:
        full = departures.nth_latest(conn, most, since=now - span, **of)
        if full is not None:
            return Wait(why=why, until=full + span)
    return None
