"""Sending approved replies: at most once each, and a doubt is shown to a person, never sent again by machine."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from triage.app import App
from triage.errors import RetryLater, TriageError
from triage.loaders.settings import Account
from triage.mail.outgoing import Outcome, Sender, SendResult
from triage.store import drafts, effects, events, messages, tickets
from triage.store.crashpoints import crashpoint
from triage.store.drafts import StoredDraft
from triage.store.effects import ATTEMPTED, DONE, FAILED, UNKNOWN, Effect, NewEffect
from triage.store.engine import reading, writing
from triage.store.events import NewEvent
from triage.store.tickets import Ticket
from triage.usecases.confirming import confirm_as_shown
from triage.usecases.letters import answered, letter
from triage.usecases.outbox import attempt, settle, taken_in_turn
from triage.usecases.own import from_address
from triage.usecases.retiring import remove_draft

log = logging.getLogger(__name__)

TRIES = 8
DELAYS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
"""How long to wait after each failed try."""


def send_due(app: App, account: Account) -> int:
    """Send every approved reply that is due, oldest first; how many were accepted. Without a way out: none."""
    sender = app.sender(account)
    if sender is None:
        return 0
    sent = 0
    for taken in taken_in_turn(app, account, ["send"], limit=1):
        sent += sum(_send(app, account, sender, one) for one in taken)
    return sent


def note_replied(
    conn: Connection, ticket: Ticket, draft: StoredDraft, *, at: datetime, actor: str, raw_sha256: str | None = None
) -> None:
    """The customer was answered with a draft of ours: the clock stops, unless a newer mail of theirs still waits."""
    drafts.change(conn, draft.id, when=drafts.LIVE, values={"state": "sent"})
    leaves = messages.newer(conn, ticket.id, draft.answers_id)
    done = {"status": "open"} if leaves else {"status": "answered", "answered_at": at}
    tickets.change(conn, ticket, done)
    data = {"revision": draft.revision, "leaves": leaves}
    events.add(conn, [NewEvent(ticket_id=ticket.id, kind=events.REPLIED, at=at, actor=actor, data=data)])
    confirm_as_shown(conn, ticket, draft, who=actor, now=at)
    effects.wish_once(conn, remove_draft(ticket.account, draft, at), at)
    if raw_sha256 is not None and raw_sha256 not in messages.known_digests(conn, ticket.account, [raw_sha256], "out"):
        row = messages.outgoing(
            ticket_id=ticket.id,
            account=ticket.account,
            sha256=raw_sha256,
            message_id=draft.message_id,
            subject=draft.subject,
            text=draft.text,
            html=draft.html,
            language=draft.language,
            at=at,
        )
        messages.add(conn, [row])


def _send(app: App, account: Account, sender: Sender, one: Effect) -> int:
    """Try one reply once; 1 when it was accepted."""
    if one.evidence.get("dot"):
        _end(app, one, UNKNOWN, "the connection ended after the last line, before the server answered")
        return 0
    try:
        draft, raw = _compose(app, account, one)
    except TriageError as fault:
        _end(app, one, FAILED, fault.what)
        return 0
    digest = app.blobs.put(raw)
    ours = attempt(app, [one], {"sha256": digest})
    if not ours:
        return 0
    try:
        result = sender.send(
            from_address(app, account).address, draft.to_address, raw, before_dot=_mark_dot(app, ours[0])
        )
    except TriageError as fault:
        result = SendResult(outcome=Outcome.RETRY, phase="connect", reply=fault.what)
    crashpoint("K15")
    return _conclude(app, account, ours[0], draft, result, digest)


def _conclude(app: App, account: Account, one: Effect, draft: StoredDraft, result: SendResult, digest: str) -> int:
    evidence = {"phase": result.phase, "reply": result.reply, "sha256": digest}
    if result.outcome is Outcome.ACCEPTED:
        _accepted(app, account, one, draft, evidence)
        return 1
    if result.outcome is Outcome.UNKNOWN:
        _end(app, one, UNKNOWN, "the server did not answer after the last line", evidence | {"dot": True})
    elif result.outcome is Outcome.REFUSED or one.tries >= TRIES:
        _end(app, one, FAILED, f"the mail server refused it ({result.reply})", evidence)
    else:
        _try_later(app, one, evidence)
    return 0


def _compose(app: App, account: Account, one: Effect) -> tuple[StoredDraft, bytes]:
    """The draft and its bytes. Raises `TriageError` when it must not be sent any more."""
    with reading(app.engine) as conn:
        draft = drafts.by_ids(conn, [one.draft_id or 0]).get(one.draft_id or 0)
        ticket = tickets.by_ids(conn, [one.ticket_id or 0]).get(one.ticket_id or 0)
    if draft is None or ticket is None or draft.state != "approved":
        raise TriageError("its draft is not approved any more", fix="approve it again")
    if ticket.answered_at is not None:
        raise TriageError("the ticket was answered elsewhere", fix="look at what was answered")
    # To the customer it was written when an agent approved it: a draft may have lain for a day.
    approved_at = datetime.fromisoformat(one.payload["approved_at"]) if "approved_at" in one.payload else None
    return draft, letter(app, account, draft, answered(app, [draft])[draft.answers_id], approved_at=approved_at)


def _mark_dot(app: App, one: Effect) -> Callable[[], None]:
    """What to call between the body and the final dot: from here on, only a person may send again."""

    def mark() -> None:
        crashpoint("K13")
        with writing(app.engine) as conn:
            kept = effects.settle(conn, [(one, ATTEMPTED, {**one.evidence, "dot": True})], now=app.now())
        if not kept:
            raise RetryLater("another worker took this reply over", fix="nothing: it goes on there")
        crashpoint("K14")

    return mark


def _accepted(app: App, account: Account, one: Effect, draft: StoredDraft, evidence: dict[str, Any]) -> None:
    """Commit at once that it is sent; what follows are wishes of their own, whose failure cannot come back here."""
    now = app.now()
    with writing(app.engine) as conn:
        effects.settle(conn, [(one, DONE, {**one.evidence, **evidence})], now=now)
        ticket = tickets.by_ids(conn, [draft.ticket_id], lock=True)[draft.ticket_id]
        note_replied(conn, ticket, draft, at=now, actor=one.payload["user"], raw_sha256=evidence["sha256"])
        copy = NewEffect(
            kind="sent_copy",
            key=f"sent_copy:{draft.id}",
            account=account.name,
            due_at=now,
            ticket_id=ticket.id,
            draft_id=draft.id,
            payload={"message_id": draft.message_id, "sha256": evidence["sha256"]},
        )
        effects.wish_once(conn, copy, now)
    crashpoint("K16")


def _end(app: App, one: Effect, state: str, why: str, evidence: dict[str, Any] | None = None) -> None:
    """A reply that is not sent, or nobody knows: the ticket says so, and a person decides."""
    now = app.now()
    log.warning("a reply was not sent", extra={"effect": one.id, "state": state})
    with writing(app.engine) as conn:
        if not effects.settle(conn, [(one, state, {**one.evidence, **(evidence or {}), "why": why})], now=now):
            return
        if one.ticket_id is None or one.draft_id is None:
            return
        kind = events.SEND_UNKNOWN if state == UNKNOWN else events.SEND_FAILED
        events.add(conn, [NewEvent(ticket_id=one.ticket_id, kind=kind, at=now, actor=events.BOT, data={"why": why})])
        if state == FAILED:
            drafts.reopen(conn, one.draft_id)


def _try_later(app: App, one: Effect, evidence: dict[str, Any]) -> None:
    now = app.now()
    wait = DELAYS[min(max(one.tries, 1), len(DELAYS)) - 1]
    kept = {**one.evidence, **evidence, "dot": False}
    settle(app, [(one, ATTEMPTED, kept)])
    with writing(app.engine) as conn:
        effects.postpone(conn, [one], due_at=now + wait, now=now)
