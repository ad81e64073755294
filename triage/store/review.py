"""What the review console asks: the queue, and everything about one ticket."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    ScalarSelect,
    Select,
    exists,
    func,
    or_,
    select,
)

from triage.store.drafts import StoredDraft
from triage.store.messages import StoredClaim
from triage.store.schema import attachments, claims, drafts, effects, events, messages, tickets
from triage.store.tickets import Ticket

OPEN = ("open", "waiting", "quarantined")
VIEWS = ("open", "person", "automatic", "answered", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What part of the queue is wanted. view: see `VIEWS`; query: order number, customer or subject."""

    view: str = "open"
    store: str | None = None
    label: str | None = None
    query: str = ""
    page: int = 1
    page_size: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One line of the queue. labels, order_number, decision: of the customer's newest mail. total: of all pages."""

    id: int
    public_id: str
    store: str
    subject: str
    customer_name: str
    customer_address: str
    status: str
    auto: str | None
    abstained: bool
    primary_label: str
    received_at: datetime
    due_at: datetime
    answered_at: datetime | None
    labels: str | None
    order_number: str | None
    decision: str | None
    draft_state: str | None
    sending: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FullMessage:
    """One mail of a ticket with its bodies; see the comment of its table."""

    id: int
    ticket_id: int
    sha256: str
    direction: str
    message_id: str | None
    subject: str
    sender_name: str
    sender_address: str
    reply_to: str | None
    sent_at: datetime | None
    received_at: datetime
    text: str
    full_text: str
    html: str
    problems: Sequence[str]
    categories: Sequence[Mapping[str, Any]]
    evidence: Sequence[Mapping[str, Any]]
    abstained: bool
    language: str
    order_numbers: Sequence[str]
    model_version: str
    trust: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAttachment:
    """One attachment; its octets lie in the blob store. evidence: what was seen in it, None when nothing was."""

    id: int
    message_id: int
    position: int
    filename: str | None
    content_type: str
    size_bytes: int
    sha256: str
    kind: str
    evidence: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent:
    """One thing that happened to a ticket."""

    id: int
    kind: str
    at: datetime
    actor: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One effect of a ticket on the world outside, as it stands."""

    id: int
    kind: str
    draft_id: int | None
    state: str
    tries: int
    due_at: datetime
    evidence: Mapping[str, Any]
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFace:
    """What a list of tickets says of a mail."""

    message_id: str | None
    order_numbers: Sequence[str]


def queue(conn: Connection, ask: Ask) -> list[QueueRow]:
    """One page of the queue in one statement: most urgent first, or newest first where nobody waits any more."""
    page = _page(ask).subquery("page")
    order = (page.c.due_at, page.c.id) if ask.view in ("open", "person") else (page.c.received_at.desc(), page.c.id)
    query = select(
        page,
        _labels(page).label("labels"),
        _of_first_claim(claims.c.order_number, page).label("order_number"),
        _of_first_claim(claims.c.decision["decision"].as_string(), page).label("decision"),
        select(drafts.c.state)
        .where(drafts.c.ticket_id == page.c.id)
        .order_by(drafts.c.revision.desc())
        .limit(1)
        .scalar_subquery()
        .label("draft_state"),
        select(effects.c.state)
        .where(effects.c.ticket_id == page.c.id, effects.c.kind == "send")
        .order_by(effects.c.id.desc())
        .limit(1)
        .scalar_subquery()
        .label("sending"),
    ).order_by(*order)
    return [QueueRow(**row) for row in conn.execute(query).mappings()]


def counts(conn: Connection, store: str | None = None) -> dict[str, int]:
    """How many tickets each view holds."""
    columns = [func.count().filter(_in_view(view)).label(view) for view in VIEWS if view != "all"]
    query = select(*columns, func.count().label("all")).select_from(tickets)
    if store is not None:
        query = query.where(tickets.c.store == store)
    return dict(conn.execute(query).mappings().one())


def stores(conn: Connection) -> list[str]:
    """Keys of the stores that have tickets."""
    return list(conn.execute(select(tickets.c.store).distinct().order_by(tickets.c.store)).scalars())


def ticket(conn: Connection, public_id: str) -> Ticket | None:
    """One ticket, only read."""
    row = conn.execute(select(tickets).where(tickets.c.public_id == public_id)).mappings().one_or_none()
    return Ticket(**row) if row is not None else None


def mails_of(conn: Connection, ticket_id: int) -> list[FullMessage]:
    """Every mail of a ticket, oldest first."""
    query = (
        select(*(messages.c[name] for name in FullMessage.__slots__))
        .where(messages.c.ticket_id == ticket_id)
        .order_by(messages.c.received_at, messages.c.id)
    )
    return [FullMessage(**row) for row in conn.execute(query).mappings()]


def attachments_of(conn: Connection, ticket_id: int) -> list[StoredAttachment]:
    """Every attachment of a ticket, in the order of its mails."""
    query = (
        select(*(attachments.c[name] for name in StoredAttachment.__slots__))
        .join(messages, messages.c.id == attachments.c.message_id)
        .where(messages.c.ticket_id == ticket_id)
        .order_by(attachments.c.message_id, attachments.c.position)
    )
    return [StoredAttachment(**row) for row in conn.execute(query).mappings()]


def claims_of(conn: Connection, ticket_id: int) -> list[StoredClaim]:
    """Every claim of a ticket, in the order of its mails."""
    query = select(claims).where(claims.c.ticket_id == ticket_id).order_by(claims.c.message_id, claims.c.position)
    return [StoredClaim(**row) for row in conn.execute(query).mappings()]


def drafts_of(conn: Connection, ticket_id: int) -> list[StoredDraft]:
    """Every revision of a ticket's replies, oldest first."""
    query = select(drafts).where(drafts.c.ticket_id == ticket_id).order_by(drafts.c.revision)
    return [StoredDraft(**row) for row in conn.execute(query).mappings()]


def events_of(conn: Connection, ticket_id: int) -> list[StoredEvent]:
    """What happened to a ticket, oldest first."""
    query = (
        select(*(events.c[name] for name in StoredEvent.__slots__))
        .where(events.c.ticket_id == ticket_id)
        .order_by(events.c.at, events.c.id)
    )
    return [StoredEvent(**row) for row in conn.execute(query).mappings()]


def outgoing_of(conn: Connection, ticket_id: int) -> list[Outgoing]:
    """What was to be done outside for a ticket, oldest first."""
    query = (
        select(*(effects.c[name] for name in Outgoing.__slots__))
        .where(effects.c.ticket_id == ticket_id)
        .order_by(effects.c.id)
    )
    return [Outgoing(**row) for row in conn.execute(query).mappings()]


def listing(conn: Connection, *, after_id: int, limit: int) -> list[dict[str, Any]]:
    """Tickets in the order of their rows, with labels and decision of the newest mail and the id of the reply."""
    page = select(tickets).where(tickets.c.id > after_id).order_by(tickets.c.id).limit(limit).subquery("page")
    reply = (
        select(drafts.c.message_id)
        .where(drafts.c.ticket_id == page.c.id, drafts.c.state != "retired")
        .order_by(drafts.c.revision.desc())
        .limit(1)
    )
    query = select(
        page,
        _labels(page).label("labels"),
        _of_first_claim(claims.c.decision["decision"].as_string(), page).label("decision"),
        reply.correlate(page).scalar_subquery().label("draft_message_id"),
    ).order_by(page.c.id)
    return [dict(row) for row in conn.execute(query).mappings()]


def mail_faces(conn: Connection, ticket_ids: Sequence[int]) -> dict[int, list[MailFace]]:
    """Message-ID and order numbers of the customers' mails, oldest first, by ticket."""
    query = (
        select(messages.c.ticket_id, messages.c.message_id, messages.c.order_numbers)
        .where(messages.c.ticket_id.in_(ticket_ids), messages.c.direction == "in")
        .order_by(messages.c.ticket_id, messages.c.id)
    )
    found: dict[int, list[MailFace]] = {}
    for ticket_id, message_id, numbers in conn.execute(query):
        found.setdefault(ticket_id, []).append(MailFace(message_id=message_id, order_numbers=numbers))
    return found


def _page(ask: Ask) -> Select[Any]:
    """The tickets of one page, with the number of all that match."""
    names = [name for name in QueueRow.__slots__ if name in tickets.c]
    query = select(*(tickets.c[name] for name in names), func.count().over().label("total")).where(_in_view(ask.view))
    if ask.store is not None:
        query = query.where(tickets.c.store == ask.store)
    if ask.label is not None:
        labelled = exists().where(claims.c.message_id == _newest_mail(tickets), claims.c.label == ask.label)
        query = query.where(labelled)
    if ask.query:
        query = query.where(_matches(ask.query))
    urgent = ask.view in ("open", "person")
    order = (tickets.c.due_at, tickets.c.id) if urgent else (tickets.c.received_at.desc(), tickets.c.id)
    return query.order_by(*order).limit(ask.page_size).offset((ask.page - 1) * ask.page_size)


def _in_view(view: str) -> ColumnElement[bool]:
    if view == "open":
        return tickets.c.status.in_(OPEN)
    if view == "person":
        return _needs_person()
    if view == "automatic":
        return tickets.c.status == "automatic"
    if view == "answered":
        return tickets.c.status.in_(("answered", "closed"))
    return tickets.c.id.is_not(None)


def _needs_person() -> ColumnElement[bool]:
    """Quarantined; or waiting, and the bot was unsure or found the policy silent; or a reply of unknown fate."""
    review = exists().where(
        claims.c.message_id == _newest_mail(tickets), claims.c.decision["decision"].as_string() == "review"
    )
    lost = exists().where(
        effects.c.ticket_id == tickets.c.id, effects.c.kind == "send", effects.c.state.in_(("UNKNOWN", "FAILED"))
    )
    unsure = tickets.c.status.in_(("open", "waiting")) & or_(tickets.c.abstained, review, lost)
    return (tickets.c.status == "quarantined") | unsure


def _matches(words: str) -> ColumnElement[bool]:
    number = words.replace("#", "").replace(" ", "")
    return or_(
        tickets.c.subject.icontains(words, autoescape=True),
        tickets.c.customer_name.icontains(words, autoescape=True),
        tickets.c.customer_address.icontains(words, autoescape=True),
        tickets.c.public_id == words.lower(),
        exists().where(
            claims.c.ticket_id == tickets.c.id, claims.c.order_number.icontains(number or words, autoescape=True)
        ),
    )


def _newest_mail(of: FromClause) -> ScalarSelect[Any]:
    """Row of the customer's newest mail of a ticket. of: the tickets or a page of them."""
    return (
        select(func.max(messages.c.id))
        .where(messages.c.ticket_id == of.c.id, messages.c.direction == "in")
        .correlate(of)
        .scalar_subquery()
    )


def _labels(of: FromClause) -> ScalarSelect[Any]:
    """Labels of the newest mail's claims, primary first, with commas between."""
    ordered = (
        select(claims.c.label, claims.c.position)
        .where(claims.c.message_id == _newest_mail(of))
        .order_by(claims.c.position)
        .correlate(of)
        .subquery()
    )
    return select(func.aggregate_strings(ordered.c.label, ",")).correlate(of).scalar_subquery()


def _of_first_claim(column: ColumnElement[Any], of: FromClause) -> ScalarSelect[Any]:
    query = select(column).where(claims.c.message_id == _newest_mail(of)).order_by(claims.c.position)
    return query.limit(1).correlate(of).scalar_subquery()
