"""What an agent does with tickets, but for answering: looking, closing, opening again, trying once more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from triage.app import App
from triage.errors import InputError, Refused
from triage.learning.numbers import mistyped
from triage.store import drafts, events, health, orders, pictures, review, tickets
from triage.store.drafts import StoredDraft
from triage.store.engine import reading, writing
from triage.store.events import NewEvent
from triage.store.health import Health
from triage.store.messages import StoredClaim
from triage.store.pictures import Met
from triage.store.review import Ask, FullMessage, Outgoing, QueueRow, StoredAttachment, StoredEvent
from triage.store.tickets import Ticket
from triage.usecases.quarantine import release
from triage.usecases.retiring import retire

STAND_IN = b"X-Triage-Unfetched:"
"""How the octets begin that stand in for a mail which could not be fetched."""


class NoSuchThing(InputError):
    """Nothing of that name, or not for this caller: both look the same (HTTP 404)."""

    http_status = 404


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """One page of the queue. counts: tickets by view; total: tickets that match, on all pages."""

    rows: Sequence[QueueRow]
    total: int
    counts: Mapping[str, int]
    stores: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketView:
    """Everything about one ticket, as of one moment.

    newest: the customer's last mail, which the claims and the draft are about; None for a ticket without mail.
    draft: the reply still meant to be sent, None when there is none. prepared: the last one of the bot's own wording,
    whatever became of it. sent: replies that went out, oldest first.
    meant: by claim row, the order of this very customer that a number not known to be theirs may be a slip for.
    met: other tickets to which the same picture came, by attachment.
    """

    ticket: Ticket
    newest: FullMessage | None
    earlier: Sequence[FullMessage]
    attachments: Sequence[StoredAttachment]
    claims: Sequence[StoredClaim]
    draft: StoredDraft | None
    prepared: StoredDraft | None
    sent: Sequence[StoredDraft]
    events: Sequence[StoredEvent]
    outgoing: Sequence[Outgoing]
    meant: Mapping[int, str]
    met: Mapping[int, Sequence[Met]]


def queue(app: App, ask: Ask) -> Queue:
    """One page of tickets, most urgent first."""
    with reading(app.engine) as conn:
        rows = review.queue(conn, ask)
        counts = review.counts(conn, ask.store)
        stores = review.stores(conn)
    return Queue(rows=rows, total=rows[0].total if rows else 0, counts=counts, stores=stores)


def look(app: App, public_id: str) -> TicketView:
    """One ticket with all that belongs to it. Raises `NoSuchThing`."""
    with reading(app.engine) as conn:
        ticket = _known(review.ticket(conn, public_id))
        mails = review.mails_of(conn, ticket.id)
        claims = review.claims_of(conn, ticket.id)
        replies = review.drafts_of(conn, ticket.id)
        attachments = review.attachments_of(conn, ticket.id)
        past = review.events_of(conn, ticket.id)
        outgoing = review.outgoing_of(conn, ticket.id)
        meant = _meant(conn, ticket, claims)
        met = pictures.met_elsewhere(conn, ticket.account, ticket.id, _hashes(attachments))
    newest = max((mail for mail in mails if mail.direction == "in"), key=lambda mail: mail.id, default=None)
    live = [reply for reply in replies if reply.state in drafts.LIVE]
    return TicketView(
        ticket=ticket,
        newest=newest,
        earlier=[mail for mail in mails if mail is not newest],
        attachments=attachments,
        claims=[claim for claim in claims if newest is not None and claim.message_id == newest.id],
        draft=live[-1] if live else None,
        prepared=next((reply for reply in reversed(replies) if reply.edited_by is None and reply.spans), None),
        sent=[reply for reply in replies if reply.state == "sent"],
        events=past,
        outgoing=outgoing,
        meant=meant,
        met=met,
    )


def _meant(conn: Connection, ticket: Ticket, claims: Sequence[StoredClaim]) -> dict[int, str]:
    """Only for the agent's eyes: a guess never reaches a reply, and other people's orders are never looked through."""
    astray = {claim.id: claim.order_number for claim in claims if not claim.owned and claim.order_number}
    if not astray or not ticket.customer_address:
        return {}
    theirs = orders.numbers_of(conn, ticket.store, ticket.customer_address)
    guesses = {claim: mistyped(number, theirs) for claim, number in astray.items()}
    return {claim: guess for claim, guess in guesses.items() if guess is not None}


def _hashes(parts: Sequence[StoredAttachment]) -> dict[int, list[str]]:
    """The hashes of each photo and of its mirror image."""
    names = ("picture_hash", "mirrored_hash")
    known = {
        part.id: [part.evidence[name] for name in names if name in part.evidence] for part in parts if part.evidence
    }
    return {row: hashes for row, hashes in known.items() if hashes}


def mail_of(app: App, public_id: str, message_row: int) -> FullMessage:
    """One mail of a ticket. Raises `NoSuchThing`, also for a mail of another ticket."""
    found = [mail for mail in _every_mail(look(app, public_id)) if mail.id == message_row]
    if not found:
        raise _nothing()
    return found[0]


def attachment_of(app: App, public_id: str, attachment_row: int) -> StoredAttachment:
    """One attachment of a ticket. Raises `NoSuchThing`, also for an attachment of another ticket."""
    found = [part for part in look(app, public_id).attachments if part.id == attachment_row]
    if not found:
        raise _nothing()
    return found[0]


def close(app: App, public_id: str, *, version: int, user: str) -> None:
    """End a ticket without a reply; a draft of ours is taken back. Raises `Refused` when it changed since `version`."""
    now = app.now()
    with writing(app.engine) as conn:
        ticket = _unchanged(tickets.locked(conn, public_id), version)
        if ticket.status not in review.OPEN:
            raise Refused("this ticket is not open any more", fix="look at its timeline: someone was faster")
        live = drafts.live(conn, [ticket.id]).get(ticket.id)
        if live is not None and live.state == "approved":
            raise Refused("a reply to this ticket is on its way", fix="wait until it is sent, then close it")
        retire(conn, ticket.account, [live] if live is not None else [], now)
        tickets.change(conn, ticket, {"status": "closed"})
        events.add(conn, [NewEvent(ticket_id=ticket.id, kind=events.CLOSED, at=now, actor=user)])


def reopen(app: App, public_id: str, *, version: int, user: str) -> None:
    """Open a ticket again. Raises `Refused` when it changed since `version` or is open."""
    now = app.now()
    with writing(app.engine) as conn:
        ticket = _unchanged(tickets.locked(conn, public_id), version)
        if ticket.status in review.OPEN:
            raise Refused("this ticket is open already", fix="look at it again")
        if ticket.status == "erased":
            raise Refused("this ticket was erased: only its numbers are left", fix="go back to the list")
        tickets.change(conn, ticket, {"status": _status_when_open(conn, ticket), "answered_at": None})
        events.add(conn, [NewEvent(ticket_id=ticket.id, kind=events.REOPENED, at=now, actor=user)])


def _status_when_open(conn: Connection, ticket: Ticket) -> str:
    """Closing makes no mail readable that could not be read: it can still be tried once more."""
    past = {event.kind for event in review.events_of(conn, ticket.id)}
    return "quarantined" if events.QUARANTINED in past else "open"


def retry(app: App, public_id: str) -> None:
    """Let a quarantined mail be triaged once more, at the next poll; its ticket makes room for what comes of it.

    Raises `Refused` for any other ticket, and for a mail that the server never handed out.
    """
    view = look(app, public_id)
    if view.newest is not None and app.blobs.get(view.newest.sha256).startswith(STAND_IN):
        raise Refused("the mail server did not hand out this mail", fix="look at it in the mail program")
    release(app, public_id)


def mailboxes(app: App) -> list[Health]:
    """How each mailbox is doing."""
    with reading(app.engine) as conn:
        return health.everything(conn)


def _every_mail(view: TicketView) -> list[FullMessage]:
    return [*view.earlier, *([view.newest] if view.newest is not None else [])]


def _known(ticket: Ticket | None) -> Ticket:
    if ticket is None:
        raise _nothing()
    return ticket


def _unchanged(ticket: Ticket | None, version: int) -> Ticket:
    found = _known(ticket)
    if found.version != version:
        raise Refused(
            "this ticket changed while you looked at it",
            fix="a new mail came in or a colleague worked on it; read it again and repeat",
        )
    return found


def _nothing() -> NoSuchThing:
    return NoSuchThing("there is nothing here", fix="it was closed, erased or never existed; go back to the queue")
