"""Answering to another address than the mail's own: only when a person says so, and only where the mail asks for it."""

from triage.app import App
from triage.errors import Refused
from triage.records import address_key
from triage.store import events, messages
from triage.store.engine import writing
from triage.store.events import NewEvent
from triage.usecases.own import shop_addresses
from triage.usecases.revising import answerable, bump, newest, revise


def answer_to(app: App, public_id: str, *, draft_revision: int, elsewhere: bool, user: str) -> None:
    """Address the draft to the mail's Reply-To, or back to its sender, as a new revision with the same words.

    draft_revision: the one that the agent had before them. Raises `Refused` when that is no longer the newest, when
    the mail asks for no other address, or when that one is the shop's own.
    """
    now = app.now()
    with writing(app.engine) as conn:
        ticket = answerable(conn, public_id)
        draft = newest(conn, ticket, draft_revision)
        mail = messages.last_in(conn, ticket.id)
        if draft is None or mail is None:
            raise Refused("there is no draft to address", fix="write a reply and save it first")
        to = mail.reply_to if elsewhere else mail.sender_address
        if not to:
            raise Refused("this mail names no such address", fix="answer to its sender")
        if address_key(to) in shop_addresses(app):
            raise Refused("the reply would go to our own mailbox", fix="answer to the sender")
        account = app.settings.account(ticket.account)
        changes = {"text": draft.text, "html": draft.html, "to_name": "", "to_address": to, "edited_by": user}
        row = revise(conn, app, account, ticket, draft, mail, changes, now)
        bump(conn, ticket, {})
        data = {"revision": row.revision, "why": "answers to the Reply-To" if elsewhere else "answers to the sender"}
        events.add(conn, [NewEvent(ticket_id=ticket.id, kind=events.EDITED, at=now, actor=user, data=data)])
