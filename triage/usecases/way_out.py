"""How sending stands, for the console; and the two switches that people have over it."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from triage.app import App
from triage.errors import Refused
from triage.store import effects, switches, ways_out
from triage.store.effects import Effect
from triage.store.engine import reading, writing
from triage.store.switches import Switch
from triage.store.ways_out import Away
from triage.usecases.departing import AWAY, OLD, STOPPED

ALARM_AFTER = timedelta(minutes=15)
"""How long a reply may wait before everyone is told."""

BUSY, QUEUED = "busy", "queued"
"""The mail server asked to come again later; nobody tried yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Approved replies of one mailbox that wait for one reason. next_at: when the first of them is tried again.

    alarm: they wait for longer than they should.
    """

    account: str
    why: str
    number: int
    since: datetime
    next_at: datetime
    alarm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How sending stands. stopped: by whom and when, None while replies may leave. moves: of switches, newest first.

    lost: tickets whose last reply is of unknown fate; failed: could not be sent.
    """

    stopped: Switch | None
    waiting: Sequence[Waiting]
    away: Mapping[str, Away]
    lost: int
    failed: int
    moves: Sequence[Switch] = ()

    @property
    def alarms(self) -> list[Waiting]:
        """What everyone should see."""
        return [one for one in self.waiting if one.alarm]


def standing(app: App, *, moves: int = 0) -> Sending:
    """How sending stands now. moves: how many of the last movements of switches are wanted."""
    now = app.now()
    with reading(app.engine) as conn:
        stop = switches.last(conn, switches.STOP)
        away = ways_out.everything(conn)
        unsent = effects.unsent(conn, [account.name for account in app.settings.accounts])
        return Sending(
            stopped=stop if stop is not None and stop.is_on else None,
            waiting=_waiting(conn, app, away, now),
            away=away,
            lost=unsent.get(effects.UNKNOWN, 0),
            failed=unsent.get(effects.FAILED, 0),
            moves=switches.history(conn, limit=moves) if moves else (),
        )


def stop_all(app: App, *, user: str) -> bool:
    """No reply sets out any more until `go_on`; one that did already may still leave. False: stopped before."""
    with writing(app.engine) as conn:
        return switches.flip(conn, switches.STOP, on=True, who=user, now=app.now())


def go_on(app: App, *, user: str) -> bool:
    """Replies leave again, as the caps allow. False: nothing was stopped."""
    now = app.now()
    with writing(app.engine) as conn:
        done = switches.flip(conn, switches.STOP, on=False, who=user, now=now)
        effects.hurry(conn, STOPPED, now)
    return done


def release_old(app: App, account: str, *, user: str) -> int:
    """Let replies go that answer mails from long before a mailbox was connected; how many waited for that.

    Raises `Refused` for a mailbox that is not in the settings.
    """
    if account not in [one.name for one in app.settings.accounts]:
        raise Refused("there is no such mailbox", fix="look at the list of mailboxes again")
    now = app.now()
    with writing(app.engine) as conn:
        switches.flip(conn, switches.old_replies(account), on=True, who=user, now=now)
        return effects.hurry(conn, OLD, now, account=account)


def why_of(state: str, evidence: Mapping[str, Any], tries: int, *, away: bool) -> str | None:
    """Why a send that is neither over nor on its way waits; None for one that does not wait. away: the mail server."""
    if state != effects.READY:
        return None
    if "waits" in evidence:
        return str(evidence["waits"]["why"])
    return AWAY if away else BUSY if tries else QUEUED


def _waiting(conn: Connection, app: App, away: Container[str], now: datetime) -> list[Waiting]:
    groups: dict[tuple[str, str], list[Effect]] = {}
    for one in effects.waiting(conn, [account.name for account in app.settings.accounts]):
        why = why_of(one.state, one.evidence, one.tries, away=one.account in away) or QUEUED
        groups.setdefault((one.account, why), []).append(one)
    return [_group(account, why, held, now) for (account, why), held in sorted(groups.items())]


def _group(account: str, why: str, held: Sequence[Effect], now: datetime) -> Waiting:
    since = min(_since(one) for one in held)
    return Waiting(
        account=account,
        why=why,
        number=len(held),
        since=since,
        next_at=min(one.due_at for one in held),
        alarm=why in (STOPPED, OLD) or now - since >= ALARM_AFTER,
    )


def _since(one: Effect) -> datetime:
    """Since when a reply waits: for its present reason, else since it was approved."""
    if "waits" in one.evidence:
        return datetime.fromisoformat(one.evidence["waits"]["since"])
    return datetime.fromisoformat(one.payload["approved_at"])
