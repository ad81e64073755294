"""Answers that agents send from their own mail program: the Sent folder tells, and the clock stops."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from triage.app import App
from triage.loaders.settings import Account
from triage.mail.mailbox import Mailbox
from triage.records import RawMail
from triage.store import drafts, effects, events, ledger, messages, tickets
from triage.store.engine import reading, writing
from triage.store.events import NewEvent
from triage.store.ledger import Entry, Folder
from triage.store.messages import Message
from triage.store.tickets import Ticket
from triage.usecases.confirming import confirm_as_shown
from triage.usecases.epochs import followed
from triage.usecases.landing import before_us, pages
from triage.usecases.own_copies import departure_of, learn_id
from triage.usecases.retiring import remove_draft, retire
from triage.usecases.sent_mails import HEADERS, SentMail, answered_tickets, sent_mails

log = logging.getLogger(__name__)

PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A mail in Sent that answers a ticket. raw: its octets, None when they could not be had."""

    sent: SentMail
    ticket_id: int
    sha256: str | None
    text: str


def watch(app: App, account: Account, mailbox: Mailbox) -> int:
    """Look for new answers in Sent, as far back as the inbox was looked at; how many stopped a clock."""
    name = mailbox.sent()
    if name is None:
        return 0
    state = mailbox.select(name)
    if state.uidvalidity <= 0:
        return 0
    folder = followed(app, account, mailbox, state, look_back=account.since)
    uids = [uid for uid in mailbox.uids_above(folder.last_uid) if uid > folder.last_uid]
    return sum(_watch_page(app, account, mailbox, folder, page) for page in pages(uids, PAGE))


def _watch_page(app: App, account: Account, mailbox: Mailbox, folder: Folder, page: Sequence[int]) -> int:
    with reading(app.engine) as conn:
        known = ledger.known_uids(conn, folder, page)
    fresh = [uid for uid in page if uid not in known]
    old = before_us(app, mailbox, folder, fresh)
    passed = {entry.uid for entry in old}
    mails = _headers(mailbox, [uid for uid in fresh if uid not in passed])
    with reading(app.engine) as conn:
        found = [(mail, ticket) for mail in mails for ticket in answered_tickets(conn, app, account, mail)]
    answers = _with_octets(app, account, mailbox, found)
    now = app.now()
    with writing(app.engine) as conn:
        stopped = sum(_note(conn, app, account, answer, now) for answer in answers)
        noted = [Entry(uid=mail.uid, outcome="noted", internal_at=mail.at) for mail in mails]
        ledger.record(conn, folder, [*old, *noted], now)
        ledger.advance(conn, folder, page[-1])
    return stopped


def _headers(mailbox: Mailbox, uids: Sequence[int]) -> list[SentMail]:
    return sent_mails(mailbox.envelopes(uids), mailbox.fetch_headers(uids, HEADERS)) if uids else []


def _with_octets(app: App, account: Account, mailbox: Mailbox, found: Sequence[tuple[SentMail, int]]) -> list[Answer]:
    """Answers with their octets on our disk, so that the conversation is whole."""
    if not found:
        return []
    octets = {one.uid: one.raw for one in mailbox.fetch(sorted({mail.uid for mail, _ in found})) if one.raw is not None}
    answers: list[Answer] = []
    for mail, ticket in found:
        raw = octets.get(mail.uid)
        digest = app.blobs.put(raw) if raw is not None else None
        text = _words(app, account, raw, mail) if raw is not None else ""
        answers.append(Answer(sent=mail, ticket_id=ticket, sha256=digest, text=text))
    return answers


def _words(app: App, account: Account, raw: bytes, mail: SentMail) -> str:
    try:
        one = RawMail(raw=raw, received_at=mail.at, source=f"{account.name}/sent/{mail.uid}")
        return app.read([one], account.store, app.kit, frozenset())[0].mail.text
    except Exception as fault:  # noqa: BLE001  # around one mail: that it was sent counts, not its words
        log.warning("a sent mail could not be read", extra={"uid": mail.uid, "fault": type(fault).__name__})
        return ""


def _note(conn: Connection, app: App, account: Account, answer: Answer, now: datetime) -> int:
    """Write one answer into its ticket; 1 when it stopped the clock."""
    ticket = tickets.by_ids(conn, [answer.ticket_id], lock=True).get(answer.ticket_id)
    if ticket is None or ticket.status in ("automatic", "quarantined"):
        return 0
    own = drafts.by_message_id(conn, [answer.sent.message_id]) if answer.sent.message_id is not None else []
    went = departure_of(conn, app, ticket, answer.sent)
    if went is not None and not own:
        own = list(drafts.by_ids(conn, [went.draft_id or 0]).values())
    if any(draft.state == "sent" for draft in own) or (went is not None and went.state == effects.DONE):
        learn_id(conn, app, account, went, answer.sent)
        return 0  # we sent it ourselves and counted it then
    last = messages.last_in(conn, ticket.id)
    if not _keep_message(conn, ticket, answer, last):
        return 0  # it was counted before: Sent was numbered anew
    # A clock that stepped back must not make the answer older than the mail that it answers.
    at = min(answer.sent.at, max(now, last.received_at)) if last is not None else min(answer.sent.at, now)
    newest = last is None or last.received_at <= at
    _stop(conn, ticket, at, answer, newest=newest)
    for draft in own:
        confirm_as_shown(conn, ticket, draft, who=events.MAIL_PROGRAM, now=now)
        drafts.change(conn, draft.id, when=(*drafts.LIVE, "retired"), values={"state": "sent"})
        effects.wish_once(conn, remove_draft(account.name, draft, now), now)
    unknown = effects.unknown_of(conn, ticket.id)
    if unknown is not None and any(draft.id == unknown.draft_id for draft in own):
        effects.close_unknown(conn, unknown, effects.DONE, {"found_in_sent": answer.sent.uid}, now=now)
    left = drafts.live(conn, [ticket.id]).get(ticket.id)
    if left is not None and newest:
        drafts.change(conn, left.id, when=("approved",), values={"state": "filed"})
        retire(conn, account.name, [left], now)
    return 1


def _stop(conn: Connection, ticket: Ticket, at: datetime, answer: Answer, *, newest: bool) -> None:
    """The clock stops, unless the customer wrote again after this answer."""
    data = {"uid": answer.sent.uid}
    events.add(
        conn,
        [NewEvent(ticket_id=ticket.id, kind=events.REPLIED, at=at, actor=events.MAIL_PROGRAM, data=data)],
    )
    if ticket.answered_at is None and newest:
        tickets.change(conn, ticket, {"status": "answered", "answered_at": at})


def _keep_message(conn: Connection, ticket: Ticket, answer: Answer, last: Message | None) -> bool:
    """Add it to the conversation; False when it was counted there already.

    A mail to several customers lies in the conversation of the first; it counts for the others that still wait.
    """
    digest = answer.sha256
    if digest is None:
        return True
    if known := messages.known_digests(conn, ticket.account, [digest], "out"):
        elsewhere = messages.by_ids(conn, list(known.values()))[known[digest]].ticket_id != ticket.id
        return elsewhere and ticket.answered_at is None and (last is None or last.received_at <= answer.sent.at)
    row: dict[str, Any] = messages.outgoing(
        ticket_id=ticket.id,
        account=ticket.account,
        sha256=digest,
        message_id=answer.sent.message_id,
        subject=answer.sent.subject,
        text=answer.text,
        html="",
        language=ticket.language,
        at=answer.sent.at,
    )
    messages.add(conn, [row])
    return True
