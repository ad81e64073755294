"""Replies of ours that a provider filed in Sent under another Message-ID: known by their thread and their date."""

import email

from sqlalchemy import Connection

from triage.app import App
from triage.errors import TriageError
from triage.loaders.settings import Account
from triage.mail.compose import own_message_id
from triage.store import effects, sent
from triage.store.effects import Effect
from triage.store.tickets import Ticket
from triage.usecases.own import own_ticket
from triage.usecases.sent_mails import SentMail, one_header


def departure_of(conn: Connection, app: App, ticket: Ticket, mail: SentMail) -> Effect | None:
    """The sending of ours that a mail in Sent is the copy of, whatever Message-ID it bears by now; None for others.

    Every reply that we send names its ticket in References and bears the second of its approval as its Date.
    """
    marks = [own_message_id(one, app.settings.secret_key) for one in (mail.message_id or "", *mail.parents)]
    if not any(mark is not None and mark[0] == ticket.public_id for mark in marks):
        return None
    for one in effects.approvals_of(conn, ticket.public_id):
        if one.kind == "send" and one.evidence.get("sha256") and _same(app, str(one.evidence["sha256"]), mail):
            return one
    return None


def _same(app: App, digest: str, mail: SentMail) -> bool:
    try:
        head = email.message_from_bytes(app.blobs.get(digest).partition(b"\r\n\r\n")[0])
    except TriageError:
        return False
    parents = {one_header(head, "In-Reply-To"), *one_header(head, "References").split()} - {""}
    return bool(mail.date) and one_header(head, "Date") == mail.date and parents == set(mail.parents)


def learn_id(conn: Connection, app: App, account: Account, went: Effect | None, mail: SentMail) -> None:
    """Know what left by the Message-ID that a provider gave it; copies that we file ourselves bear our own."""
    if went is not None and mail.message_id is not None and own_ticket(app, mail.message_id) is None:
        sent.learn_id(conn, account.name, str(went.evidence["sha256"]), mail.message_id)
