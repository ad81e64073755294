"""What is kept about one person, by address; and how it goes, so that only numbers are left."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, func, insert, or_, select, union, update

from triage.store.schema import (
    attachments,
    claims,
    confirmed,
    drafts,
    effects,
    events,
    found_drafts,
    ledger,
    messages,
    orders,
    picture_keys,
    tickets,
)
from triage.store.tickets import Ticket

ERASED = "erased"
ENDED = ("answered", "closed", "automatic", ERASED)
COUNTED = ("due_at", "message", "leaves")
"""What the promise is counted from: a time, and numbers of rows."""
PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """Rows that hold what one person wrote or was written.

    tickets: their own matters. messages: every mail in those, and theirs in the matters of others. drafts: replies to
    them. orders: imported order facts.
    """

    tickets: frozenset[int]
    messages: frozenset[int]
    drafts: frozenset[int]
    orders: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What was erased, counted; digests: octets that nothing needs any more unless something else names them."""

    messages: int
    attachments: int
    claims: int
    drafts: int
    confirmed: int
    digests: frozenset[str]


def traces_of(conn: Connection, address: str) -> Traces:
    """Everything about an address (lower case)."""
    own = frozenset(conn.execute(select(tickets.c.id).where(_customer(address))).scalars())
    theirs = or_(func.lower(messages.c.sender_address) == address, func.lower(messages.c.reply_to) == address)
    mails = set(conn.execute(select(messages.c.id).where(theirs, messages.c.direction == "in")).scalars())
    mails |= _ids(conn, messages, messages.c.ticket_id, own)
    to_them = func.lower(drafts.c.to_address) == address
    replies = set(conn.execute(select(drafts.c.id).where(to_them)).scalars())
    replies |= _ids(conn, drafts, drafts.c.ticket_id, own) | _ids(conn, drafts, drafts.c.answers_id, mails)
    query = select(func.count()).where(func.lower(orders.c.customer_email) == address)
    return Traces(
        tickets=own,
        messages=frozenset(mails),
        drafts=frozenset(replies),
        orders=conn.execute(query).scalar_one(),
    )


def unread(conn: Connection) -> list[tuple[int, str]]:
    """(ticket, sha256) of mails of which nobody knows yet whom they are from: quarantined ones."""
    query = (
        select(tickets.c.id, messages.c.sha256)
        .join(messages, messages.c.ticket_id == tickets.c.id)
        .where(tickets.c.status == "quarantined", tickets.c.customer_address == "")
    )
    return [(ticket, digest) for ticket, digest in conn.execute(query)]


def waiting(conn: Connection) -> list[tuple[int, str]]:
    """(ledger row, sha256) of mails that landed and were not triaged yet."""
    query = select(ledger.c.id, ledger.c.sha256).where(ledger.c.outcome == "landed", ledger.c.sha256.is_not(None))
    return [(row, digest) for row, digest in conn.execute(query) if digest is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """How much hangs on traces. files: different octets, before it is known whether something else needs them."""

    attachments: int
    confirmed: int
    files: int


def amounts(conn: Connection, found: Traces) -> Amounts:
    """Count what hangs on these mails."""
    files, parts, words = set[str](), 0, 0
    for page in _pages(found.messages):
        digests = list(conn.execute(select(attachments.c.sha256).where(attachments.c.message_id.in_(page))).scalars())
        files |= {*digests, *conn.execute(select(messages.c.sha256).where(messages.c.id.in_(page))).scalars()}
        parts += len(digests)
        query = select(func.count()).where(confirmed.c.message_id.in_(page))
        words += conn.execute(query).scalar_one()
    return Amounts(attachments=parts, confirmed=words, files=len(files))


def with_ticket(conn: Connection, found: Traces, more: Iterable[int]) -> Traces:
    """The same, and further tickets with all that is in them."""
    added = frozenset(more)
    return Traces(
        tickets=found.tickets | added,
        messages=found.messages | _ids(conn, messages, messages.c.ticket_id, added),
        drafts=found.drafts | _ids(conn, drafts, drafts.c.ticket_id, added),
        orders=found.orders,
    )


def mentions(conn: Connection, address: str, but: Traces) -> int:
    """In how many mails of other people the address stands."""
    pattern = f"%{address.replace('!', '!!').replace('%', '!%').replace('_', '!_')}%"
    text = or_(messages.c.full_text.ilike(pattern, escape="!"), messages.c.html.ilike(pattern, escape="!"))
    found = set(conn.execute(select(messages.c.id).where(text)).scalars())
    return len(found - but.messages)


def erase(conn: Connection, found: Traces, entomb: Callable[[str], str], now: datetime) -> Gone:
    """Erase these traces but for the numbers that reports count; open matters are closed.

    entomb: what is kept of a sha256, so that the same mail is known if it is met again. Tickets of others that lose
    their last mail go too.
    """
    gone = _erase_messages(conn, found, entomb)
    emptied = _emptied(conn, found.messages)
    for page in _pages(found.tickets | emptied):
        _close_open(conn, page, now)
        _strip_events(conn, page)
        conn.execute(delete(effects).where(effects.c.ticket_id.in_(page)))
        names = select(tickets.c.public_id).where(tickets.c.id.in_(page))
        conn.execute(delete(found_drafts).where(found_drafts.c.public_id.in_(names)))
        conn.execute(
            update(tickets)
            .where(tickets.c.id.in_(page))
            .values(status=ERASED, subject="", customer_name="", customer_address="", version=tickets.c.version + 1)
        )
    return gone


def forget_waiting(conn: Connection, rows: Sequence[tuple[int, str]], entomb: Callable[[str], str]) -> None:
    """The same for mails that were not triaged yet."""
    for row, digest in rows:
        conn.execute(_entombed(ledger.c.id == row, entomb(digest)))


def erase_orders(conn: Connection, address: str) -> int:
    """Erase the order facts of a customer; how many there were."""
    return conn.execute(delete(orders).where(func.lower(orders.c.customer_email) == address)).rowcount


def needed(conn: Connection, digests: Iterable[str]) -> set[str]:
    """Those of `digests` that some mail, attachment or effect still names."""
    found: set[str] = set()
    for page in _pages(digests):
        query = union(
            select(messages.c.sha256).where(messages.c.sha256.in_(page), messages.c.purged_at.is_(None)),
            select(attachments.c.sha256)
            .join(messages, messages.c.id == attachments.c.message_id)
            .where(attachments.c.sha256.in_(page), messages.c.purged_at.is_(None)),
            select(ledger.c.sha256).where(
                ledger.c.sha256.in_(page), ledger.c.outcome.in_(("landed", "refused")), ledger.c.message_id.is_(None)
            ),
        )
        found |= {digest for digest in conn.execute(query).scalars() if digest is not None}
    return found | (set(digests) & _in_effects(conn))


def _in_effects(conn: Connection) -> set[str]:
    """Octets that wait to be copied into Sent."""
    query = select(effects.c.payload).where(effects.c.kind.in_(("sent_copy", "replied")), effects.c.state != "DONE")
    return {payload["sha256"] for payload in conn.execute(query).scalars() if "sha256" in payload}


def drafts_in(conn: Connection, found: Traces) -> list[tuple[str, str, str | None]]:
    """(account, Message-ID, sha256) of the replies that may lie in Drafts."""
    rows: list[tuple[str, str, str | None]] = []
    for page in _pages(found.drafts):
        query = (
            select(tickets.c.account, drafts.c.message_id, drafts.c.sha256)
            .join(tickets, tickets.c.id == drafts.c.ticket_id)
            .where(drafts.c.id.in_(page))
            .order_by(drafts.c.id)
        )
        rows += [(account, message_id, digest) for account, message_id, digest in conn.execute(query)]
    return rows


def hold(conn: Connection, found: Traces) -> None:
    """Nothing more of these goes out: wishes are dropped, replies retired, before the mailbox is looked at."""
    for page in _pages(found.drafts):
        conn.execute(delete(effects).where(effects.c.draft_id.in_(page)))
        conn.execute(update(drafts).where(drafts.c.id.in_(page), drafts.c.state != "sent").values(state="retired"))


def sending(conn: Connection, found: Traces) -> int:
    """How many of these replies are on their way out at this moment."""
    total = 0
    for page in _pages(found.drafts):
        query = select(func.count()).where(
            effects.c.draft_id.in_(page), effects.c.state.in_(("CLAIMED", "ATTEMPTED")), effects.c.kind == "send"
        )
        total += conn.execute(query).scalar_one()
    return total


def ended_before(conn: Connection, moment: datetime, limit: int) -> list[int]:
    """Tickets that are not open and in which nothing happened since `moment`, oldest first."""
    later = select(messages.c.ticket_id).where(messages.c.received_at >= moment)
    query = (
        select(tickets.c.id)
        .where(tickets.c.status.in_(ENDED[:-1]), tickets.c.received_at < moment, tickets.c.id.not_in(later))
        .where(or_(tickets.c.answered_at.is_(None), tickets.c.answered_at < moment))
        .order_by(tickets.c.id)
        .limit(limit)
    )
    return list(conn.execute(query).scalars())


def raw_before(conn: Connection, moment: datetime, limit: int) -> list[int]:
    """Mails received before `moment` in tickets that are not open, whose octets are still kept; oldest first."""
    query = (
        select(messages.c.id)
        .join(tickets, tickets.c.id == messages.c.ticket_id)
        .where(messages.c.purged_at.is_(None), messages.c.received_at < moment, tickets.c.status.in_(ENDED))
        .order_by(messages.c.id)
        .limit(limit)
    )
    return list(conn.execute(query).scalars())


def purge_raw(conn: Connection, rows: Sequence[int], now: datetime) -> set[str]:
    """Mark that the octets of these mails go, with what is as good as they are; returns their digests."""
    digests = set(conn.execute(select(messages.c.sha256).where(messages.c.id.in_(rows))).scalars())
    digests |= set(conn.execute(select(attachments.c.sha256).where(attachments.c.message_id.in_(rows))).scalars())
    conn.execute(update(messages).where(messages.c.id.in_(rows)).values(purged_at=now, html=""))
    return digests


def everything_of(conn: Connection, ticket_ids: Iterable[int]) -> Traces:
    """All traces of whole tickets."""
    return with_ticket(
        conn, Traces(tickets=frozenset(), messages=frozenset(), drafts=frozenset(), orders=0), ticket_ids
    )


def tickets_by_id(conn: Connection, ids: Iterable[int]) -> list[Ticket]:
    """Tickets, oldest first."""
    return [
        Ticket(**row)
        for page in _pages(sorted(ids))
        for row in conn.execute(select(tickets).where(tickets.c.id.in_(page)).order_by(tickets.c.id)).mappings()
    ]


def _customer(address: str) -> ColumnElement[bool]:
    return tickets.c.customer_address == address


def _erase_messages(conn: Connection, found: Traces, entomb: Callable[[str], str]) -> Gone:
    counts = dict.fromkeys(("messages", "attachments", "claims", "drafts", "confirmed"), 0)
    digests: set[str] = set()
    for page in _pages(found.drafts):
        conn.execute(delete(effects).where(effects.c.draft_id.in_(page)))
        counts["drafts"] += conn.execute(delete(drafts).where(drafts.c.id.in_(page))).rowcount
    for page in _pages(found.messages):
        raw = set(conn.execute(select(messages.c.sha256).where(messages.c.id.in_(page))).scalars())
        files = list(
            conn.execute(select(attachments.c.id, attachments.c.sha256).where(attachments.c.message_id.in_(page)))
        )
        digests |= raw | {digest for _, digest in files}
        for digest in raw:
            conn.execute(_entombed(ledger.c.sha256 == digest, entomb(digest)))
        conn.execute(
            update(ledger).where(ledger.c.message_id.in_(page)).values(message_id=None, outcome=ERASED, sha256=None)
        )
        conn.execute(
            delete(picture_keys).where(
                picture_keys.c.attachment_id.in_(select(attachments.c.id).where(attachments.c.message_id.in_(page)))
            )
        )
        for name, table in (("attachments", attachments), ("confirmed", confirmed), ("claims", claims)):
            counts[name] += conn.execute(delete(table).where(table.c.message_id.in_(page))).rowcount
        counts["messages"] += conn.execute(delete(messages).where(messages.c.id.in_(page))).rowcount
    return Gone(**counts, digests=frozenset(digests))


def _entombed(which: ColumnElement[bool], tomb: str) -> Any:
    """A ledger row that only says: this mail was here, and must not come back."""
    return (
        update(ledger)
        .where(which)
        .values(outcome=ERASED, sha256=tomb, message_id=None, internal_at=None, size_bytes=None)
    )


def _emptied(conn: Connection, erased: frozenset[int]) -> set[int]:
    """Tickets without a single mail."""
    if not erased:
        return set()
    filled = select(messages.c.ticket_id)
    return set(
        conn.execute(select(tickets.c.id).where(tickets.c.id.not_in(filled), tickets.c.status != ERASED)).scalars()
    )


def _close_open(conn: Connection, page: Sequence[int], now: datetime) -> None:
    """Nobody waits any more; a promise that was broken by now stays broken."""
    query = select(tickets.c.id).where(tickets.c.id.in_(page), tickets.c.status.not_in(ENDED))
    rows = [
        {"ticket_id": ticket, "kind": ERASED, "at": now, "actor": "bot", "data": {}}
        for ticket in conn.execute(query).scalars()
    ]
    if rows:
        conn.execute(insert(events), rows)


def _strip_events(conn: Connection, page: Sequence[int]) -> None:
    """Of what happened only its kind, time and promise stay, and by number which mails a reply left unanswered."""
    query = select(events.c.id, events.c.data).where(events.c.ticket_id.in_(page))
    changed = [
        {"of": row, "left": {name: data[name] for name in COUNTED if name in data}}
        for row, data in conn.execute(query)
        if set(data) - set(COUNTED)
    ]
    if changed:
        conn.execute(
            update(events)
            .where(events.c.id == bindparam("of"))
            .values(data=bindparam("left", type_=events.c.data.type)),
            changed,
        )


def _ids(conn: Connection, table: Table, column: ColumnElement[Any], wanted: Iterable[int]) -> set[int]:
    return {
        row for page in _pages(wanted) for row in conn.execute(select(table.c.id).where(column.in_(page))).scalars()
    }


def _pages(many: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(many)
    while page := list(islice(rest, PAGE)):
        yield page
