"""Sending approved replies: at most once each, and a doubt is shown to a person, never sent again by machine."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from triage.app import App
from triage.crashpoints import crashpoint
from triage.errors import OperatorError, RetryLater, TriageError
from triage.loaders.settings import Account
from triage.mail.outgoing import Outcome, Sender, SendResult
from triage.store import departures, drafts, effects, events, messages, tickets, ways_out
from triage.store.drafts import StoredDraft
from triage.store.effects import ATTEMPTED, DONE, FAILED, UNKNOWN, Effect
from triage.store.engine import reading, writing
from triage.store.events import NewEvent
from triage.store.messages import Message
from triage.usecases.departing import lay_back, note_away, set_out
from triage.usecases.letters import answered, letter
from triage.usecases.outbox import settle, taken_in_turn
from triage.usecases.own import from_address
from triage.usecases.replied import follow_up, note_replies
from triage.usecases.retiring import retire

log = logging.getLogger(__name__)

TRIES = 8
DELAYS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
"""How long to wait after each failed try."""

DOT_LEASE = timedelta(minutes=15)
"""A server may think for ten minutes after the last line; nobody takes the reply over before that."""

BEFORE_TALK = ("connect", "address")
"""Phases that say nothing of whether the server is there for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A reply made ready to leave."""

    draft: StoredDraft
    answers: Message
    raw: bytes


def send_due(app: App, account: Account) -> int:
    """Send every approved reply that is due, oldest first; how many were accepted. Without a way out: none."""
    note_replies(app, account)
    sender = app.sender(account)
    if sender is None:
        return 0
    sent = 0
    for taken in taken_in_turn(app, account, ["send"], limit=1):
        accepted = sum(_send(app, account, sender, one) for one in taken)
        if accepted:
            note_replies(app, account)
        sent += accepted
    return sent


def _send(app: App, account: Account, sender: Sender, one: Effect) -> int:
    """Try one reply once; 1 when it was accepted."""
    if one.evidence.get("dot"):
        _left_in_doubt(app, one)
        return 0
    try:
        ready = _compose(app, account, one)
    except TriageError as fault:
        _end(app, one, FAILED, fault.what)
        return 0
    digest = app.blobs.put(ready.raw)
    ours = set_out(app, account, one, ready.draft, ready.answers, {"sha256": digest})
    if ours is None:
        return 0
    proof: dict[str, Any] = {"sha256": digest}
    mark = _mark_dot(app, ours, proof)
    try:
        result = sender.send(from_address(app, account).address, ready.draft.to_address, ready.raw, before_dot=mark)
    except LostError:
        return 0
    except OperatorError as fault:
        _away(app, ours, fault.what, closed=True)
        return 0
    crashpoint("K15")
    return _conclude(app, ours, result, proof)


def _conclude(app: App, one: Effect, result: SendResult, proof: dict[str, Any]) -> int:
    evidence = {**proof, "phase": result.phase, "reply": result.reply}
    evidence |= {"given_id": result.given_id} if result.given_id is not None else {}
    if result.outcome is Outcome.ACCEPTED:
        _accepted(app, one, evidence)
        return 1
    if result.outcome is Outcome.UNKNOWN:
        _end(app, one, UNKNOWN, "the server did not answer after the last line", evidence | {"dot": True})
    elif result.outcome is Outcome.REFUSED:
        _end(app, one, FAILED, f"the mail server refused it ({result.reply})", evidence)
    elif result.phase == "connect":
        _away(app, one, result.reply, closed=False)
    elif one.tries >= TRIES:
        _end(app, one, FAILED, f"it was tried {one.tries} times in vain ({result.reply})", evidence)
    else:
        _try_later(app, one, evidence)
    return 0


def _compose(app: App, account: Account, one: Effect) -> Ready:
    """The reply and its bytes. Raises `TriageError` when it must not be sent any more."""
    with reading(app.engine) as conn:
        draft = drafts.by_ids(conn, [one.draft_id or 0]).get(one.draft_id or 0)
        ticket = tickets.by_ids(conn, [one.ticket_id or 0]).get(one.ticket_id or 0)
        last = messages.last_in(conn, one.ticket_id or 0)
    if draft is None or ticket is None or draft.state != "approved":
        raise TriageError("its draft is not approved any more", fix="approve it again")
    if ticket.answered_at is not None:
        raise TriageError("the ticket was answered elsewhere", fix="look at what was answered")
    if last is not None and last.id != draft.answers_id:
        raise TriageError("the customer wrote again before it was sent", fix="read the new mail, then decide")
    # To the customer it was written when an agent approved it: a draft may have lain for a day.
    approved_at = datetime.fromisoformat(one.payload["approved_at"]) if "approved_at" in one.payload else None
    answers = answered(app, [draft])[draft.answers_id]
    return Ready(draft=draft, answers=answers, raw=letter(app, account, draft, answers, approved_at=approved_at))


class LostError(RetryLater):
    """Another worker took a reply over before its last line left."""


def _mark_dot(app: App, one: Effect, proof: dict[str, Any]) -> Callable[[], None]:
    """What to call between the body and the final dot: from here on, only a person may send again.

    proof: learns when that was.
    """

    def mark() -> None:
        crashpoint("K13")
        now = app.now()
        proof.update(dot=True, dot_at=now.isoformat())
        known = {**one.evidence, **proof}
        with writing(app.engine) as conn:
            kept = effects.settle(conn, [(one, ATTEMPTED, known)], now=now)
            effects.extend(conn, one, now + DOT_LEASE)
            departures.note_gone(conn, one.id)
        if not kept:
            raise LostError("another worker took this reply over", fix="nothing: it goes on there")
        crashpoint("K14")

    return mark


def _accepted(app: App, one: Effect, evidence: dict[str, Any]) -> None:
    """Commit at once that it is sent; what follows is a wish of its own, whose failure cannot come back here."""
    now = app.now()
    proof = {**one.evidence, **evidence, "dot": True}
    with writing(app.engine) as conn:
        # Even when another worker held it for lost meanwhile: the server's word is better.
        if effects.settle(conn, [(one, DONE, proof)], now=now) or effects.close_late(conn, one, proof, now=now):
            effects.wish_once(
                conn, follow_up(one, at=now, sha256=evidence["sha256"], given_id=evidence.get("given_id")), now
            )
        ways_out.note_works(conn, one.account)
    crashpoint("K16")


def _left_in_doubt(app: App, one: Effect) -> None:
    """Who sent it died after the last line. When the Sent folder has shown it since, there is no doubt."""
    with reading(app.engine) as conn:
        draft = drafts.by_ids(conn, [one.draft_id or 0]).get(one.draft_id or 0)
    if draft is not None and draft.state == "sent":
        settle(app, [(one, DONE, {**one.evidence, "found_in_sent": True})])
        return
    _end(app, one, UNKNOWN, "the connection ended after the last line, before the server answered")


def _end(app: App, one: Effect, state: str, why: str, evidence: dict[str, Any] | None = None) -> None:
    """A reply that is not sent, or nobody knows: the ticket says so, and a person decides."""
    now = app.now()
    log.warning("a reply was not sent", extra={"effect": one.id, "state": state})
    with writing(app.engine) as conn:
        if not effects.settle(conn, [(one, state, {**one.evidence, **(evidence or {}), "why": why})], now=now):
            return
        departures.take_back(conn, one.id)
        if evidence is not None and evidence["phase"] not in BEFORE_TALK:
            ways_out.note_works(conn, one.account)
        if one.ticket_id is None or one.draft_id is None:
            return
        kind = events.SEND_UNKNOWN if state == UNKNOWN else events.SEND_FAILED
        events.add(conn, [NewEvent(ticket_id=one.ticket_id, kind=kind, at=now, actor=events.BOT, data={"why": why})])
        if state == FAILED:
            drafts.reopen(conn, one.draft_id)
            _retire_overtaken(conn, one, now)


def _retire_overtaken(conn: Connection, one: Effect, now: datetime) -> None:
    """Where a newer draft was made since, for a newer mail, the one that was not sent is of no more use."""
    ticket, old = one.ticket_id or 0, one.draft_id or 0
    newest = drafts.live(conn, [ticket]).get(ticket)
    if newest is not None and newest.id != old:
        retire(conn, one.account, list(drafts.by_ids(conn, [old]).values()), now)


def _away(app: App, one: Effect, detail: str, *, closed: bool) -> None:
    """The mail server was not reached: no try of this reply, and all of the mailbox wait for it in their order."""
    now = app.now()
    with writing(app.engine) as conn:
        departures.take_back(conn, one.id)
        wait = note_away(conn, one.account, detail, now, closed=closed)
        lay_back(conn, one, wait, now, untried=True)


def _try_later(app: App, one: Effect, evidence: dict[str, Any]) -> None:
    now = app.now()
    wait = DELAYS[min(max(one.tries, 1), len(DELAYS)) - 1]
    kept = {**one.evidence, **evidence, "dot": False}
    with writing(app.engine) as conn:
        effects.settle(conn, [(one, ATTEMPTED, kept)], now=now)
        departures.take_back(conn, one.id)
        ways_out.note_works(conn, one.account)
        effects.postpone(conn, [one], due_at=now + wait, now=now)
