"""Another revision of a reply: by a person's hand, or because the decision changed."""

import html
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from triage.app import App
from triage.errors import Refused
from triage.loaders.settings import Account
from triage.records import Address
from triage.store import drafts, effects, events, messages, tickets
from triage.store.drafts import StoredDraft
from triage.store.engine import writing
from triage.store.events import NewEvent
from triage.store.messages import Message
from triage.store.tickets import Ticket
from triage.usecases.own import new_message_id
from triage.usecases.retiring import retire
from triage.usecases.saving import file_draft


def save_edit(app: App, public_id: str, *, draft_revision: int, text: str, user: str) -> int:
    """Keep an agent's wording as a new revision, filed in the place of the old one; its number.

    draft_revision: the one that the agent had before them, 0 for none. Raises `Refused` when that is no longer the
    newest, or when the ticket takes no reply.
    """
    now = app.now()
    with writing(app.engine) as conn:
        ticket = answerable(conn, public_id)
        draft = newest(conn, ticket, draft_revision)
        answers = messages.last_in(conn, ticket.id)
        if answers is None:
            raise Refused("this ticket holds no mail to answer", fix="look at its state again")
        account = app.settings.account(ticket.account)
        row = revise(conn, app, account, ticket, draft, answers, {"text": text, "edited_by": user}, now)
        bump(conn, ticket, {})
        data = {"revision": row.revision}
        events.add(conn, [NewEvent(ticket_id=ticket.id, kind=events.EDITED, at=now, actor=user, data=data)])
    return row.revision


def answerable(conn: Connection, public_id: str) -> Ticket:
    """The ticket, kept for us; raises `Refused` for one that takes no reply."""
    ticket = tickets.locked(conn, public_id)
    if ticket is None:
        raise Refused("there is no such ticket", fix="go back to the list")
    if ticket.status == "automatic":
        raise Refused("this is automatic mail, which is never answered", fix="close the ticket")
    if ticket.status == "quarantined":
        raise Refused("this mail could not be read, so nobody is known to answer", fix="answer in the mail program")
    if ticket.status == "erased":
        raise Refused("this ticket was erased: only its numbers are left", fix="go back to the list")
    if ticket.answered_at is not None or ticket.status in ("answered", "closed"):
        raise Refused("this ticket is answered or closed already", fix="look at what was answered")
    return ticket


def newest(conn: Connection, ticket: Ticket, revision: int) -> StoredDraft | None:
    """The live draft of a ticket, which has to be the one that the agent saw (0: none)."""
    draft = drafts.live(conn, [ticket.id]).get(ticket.id)
    if (draft.revision if draft is not None else 0) != revision:
        raise Refused("the draft changed after you read it", fix="read the new one, then decide")
    if draft is not None and draft.state == "approved":
        raise Refused("this reply was approved already", fix="wait until it is sent")
    return draft


def revise(
    conn: Connection,
    app: App,
    account: Account,
    ticket: Ticket,
    old: StoredDraft | None,
    answers: Message,
    changes: Mapping[str, Any],
    now: datetime,
    *,
    filed: bool = True,
) -> StoredDraft:
    """Write the next revision and retire the old one. changes: at least `text`. filed: wish it into the mailbox."""
    revision = drafts.last_revisions(conn, [ticket.id]).get(ticket.id, 0) + 1
    row: dict[str, Any] = {
        "ticket_id": ticket.id,
        "answers_id": answers.id,
        "revision": revision,
        "message_id": new_message_id(app, account, ticket.public_id, revision),
        **_recipient(old, answers),
        "subject": old.subject if old is not None else "",
        "html": as_html(changes["text"]),
        "template": old.template if old is not None else "",
        "language": old.language if old is not None else ticket.language,
        "created_at": now,
        "edited_by": None,
        "spans": [],
        "withheld": [],
        **changes,
    }
    if old is not None:
        retire(conn, account.name, [old], now)
    draft_id = drafts.add(conn, [row])[0]
    if filed:
        effects.wish(conn, [file_draft(account.name, row, draft_id, now)], now)
    return drafts.by_ids(conn, [draft_id])[draft_id]


def _recipient(old: StoredDraft | None, answers: Message) -> dict[str, str]:
    """Whom a revision is to: whoever the last one was to that answered this mail, else its sender."""
    if old is not None and old.answers_id == answers.id:
        return {"to_name": old.to_name, "to_address": old.to_address}
    sender = Address(name=answers.sender_name, address=answers.sender_address)
    return {"to_name": sender.shown_name, "to_address": sender.address}


def bump(conn: Connection, ticket: Ticket, values: Mapping[str, Any]) -> None:
    """Change a ticket that we hold; its version tells everyone else."""
    if not tickets.change(conn, ticket, values):
        raise Refused("the ticket changed meanwhile", fix="look at it again")


def as_html(text: str) -> str:
    """Plain words as safe HTML, paragraph by paragraph."""
    paragraphs = [part.strip("\n") for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
    return "\n".join(f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>" for part in paragraphs)
