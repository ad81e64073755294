"""What follows an accepted reply: the clock stops, the draft goes, a copy is wished for. No reason to send again."""

import logging
from datetime import datetime, timedelta

from sqlalchemy import Connection

from triage.app import App
from triage.loaders.settings import Account
from triage.store import drafts, effects, events, messages, sent, tickets
from triage.store.drafts import StoredDraft
from triage.store.effects import DONE, Effect, NewEffect
from triage.store.engine import writing
from triage.store.events import NewEvent
from triage.store.tickets import Ticket
from triage.usecases.confirming import confirm_as_shown
from triage.usecases.outbox import taken_in_turn
from triage.usecases.retiring import remove_draft

log = logging.getLogger(__name__)

PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)


def note_replied(
    conn: Connection, ticket: Ticket, draft: StoredDraft, *, at: datetime, actor: str, raw_sha256: str | None = None
) -> None:
    """The customer was answered with a draft of ours: the clock stops, unless a newer mail of theirs still waits."""
    drafts.change(conn, draft.id, when=drafts.LIVE, values={"state": "sent"})
    leaves = messages.newer(conn, ticket.id, draft.answers_id)
    if not leaves:
        tickets.change(conn, ticket, {"status": "answered", "answered_at": at})
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


def follow_up(one: Effect, *, at: datetime, sha256: str, given_id: str | None = None) -> NewEffect:
    """The wish to draw the consequences of an accepted reply. given_id: the Message-ID that the server gave it."""
    return NewEffect(
        kind="replied",
        key=f"replied:{one.id}",
        account=one.account,
        due_at=at,
        ticket_id=one.ticket_id,
        draft_id=one.draft_id,
        payload={"at": at.isoformat(), "user": one.payload["user"], "sha256": sha256, "given_id": given_id},
    )


def note_replies(app: App, account: Account) -> None:
    """Draw the consequences of accepted replies; what fails is tried again later, and the ticket says so."""
    for taken in taken_in_turn(app, account, ["replied"], limit=1):
        for one in taken:
            try:
                _note(app, account, one)
            except Exception as fault:  # noqa: BLE001  # around one mail: it left, and that stands
                _put_off(app, one, type(fault).__name__)


def _note(app: App, account: Account, one: Effect) -> None:
    now = app.now()
    with writing(app.engine) as conn:
        if not effects.settle(conn, [(one, DONE, one.evidence)], now=now):
            return
        draft = drafts.by_ids(conn, [one.draft_id or 0])[one.draft_id or 0]
        ticket = tickets.by_ids(conn, [draft.ticket_id], lock=True)[draft.ticket_id]
        at, digest = datetime.fromisoformat(one.payload["at"]), one.payload["sha256"]
        note_replied(conn, ticket, draft, at=at, actor=one.payload["user"], raw_sha256=digest)
        given = one.payload.get("given_id")
        if given is not None:
            sent.learn_id(conn, account.name, digest, given)
        copy = NewEffect(
            kind="sent_copy",
            key=f"sent_copy:{draft.id}",
            account=account.name,
            due_at=now,
            ticket_id=ticket.id,
            draft_id=draft.id,
            payload={"message_id": given or draft.message_id, "sha256": digest},
        )
        effects.wish_once(conn, copy, now)


def _put_off(app: App, one: Effect, why: str) -> None:
    log.error("what follows a sent reply failed", extra={"effect": one.id, "fault": why})
    now = app.now()
    wait = min(PAUSE * 2 ** min(one.tries, 10), LONGEST_PAUSE)
    with writing(app.engine) as conn:
        effects.attempt(conn, [one], {"why": why}, now=now)
        effects.postpone(conn, [one], due_at=now + wait, now=now)
