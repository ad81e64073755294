"""Writing a batch of triaged mails: all of it in the caller's transaction, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from triage.app import App
from triage.errors import RetryLater
from triage.loaders.settings import Account
from triage.records import Attachment, Draft, Label
from triage.store import drafts, effects, events, ledger, messages, pictures, recovery, tickets
from triage.store.effects import NewEffect
from triage.store.events import NewEvent
from triage.usecases.own import new_message_id
from triage.usecases.retiring import retire
from triage.usecases.triaging import Triaged

WAITING = ("open", "waiting")
EVIDENCE = ("width", "height", "clarity", "taken", "picture_hash", "mirrored_hash", "pages", "paper", "problem")
"""Fields of a finding that are kept."""


class StaleError(RetryLater):
    """A conversation changed between reading and writing; what was decided has to be decided again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What was written, counted. repeats: mails whose octets were known already."""

    triaged: int
    repeats: int
    drafts: int


def save(conn: Connection, app: App, account: Account, batch: Sequence[Triaged], now: datetime) -> Saved:
    """Write tickets, messages, claims, drafts, events and effects, and settle the ledger.

    Mails that someone else settled meanwhile are left alone. Raises `StaleError` when a conversation moved on.
    """
    free = ledger.still_landed(conn, [one.landed.id for one in batch])
    ours = [one for one in batch if one.landed.id in free]
    known = messages.known_digests(conn, account.name, [one.landed.sha256 for one in ours])
    fresh: dict[str, Triaged] = {}
    for one in ours:
        if one.landed.sha256 not in known:
            fresh.setdefault(one.landed.sha256, one)
    news = list(fresh.values())
    rows = _save_tickets(conn, account, news)
    ids = messages.add(conn, [_message(account, one, rows[one.thread.public_id]) for one in news])
    known |= {one.landed.sha256: number for one, number in zip(news, ids, strict=True)}
    _save_parts(conn, account, list(zip(news, ids, strict=True)), rows)
    planned = _save_drafts(conn, app, account, list(zip(news, ids, strict=True)), rows, now)
    effects.wish(conn, [keywords(account.name, one.landed, _keywords(one), now) for one in news], now)
    new_ids = {one.landed.id for one in news}
    ledger.settle(
        conn,
        [
            ledger.Outcome(
                id=one.landed.id,
                outcome="triaged" if one.landed.id in new_ids else "moved",
                message_id=known[one.landed.sha256],
            )
            for one in ours
        ],
    )
    return Saved(triaged=len(news), repeats=len(ours) - len(news), drafts=planned)


def keywords(account: str, landed: ledger.Landed, words: Sequence[str], now: datetime) -> NewEffect:
    """The wish to mark a customer's mail in the mailbox, for people; nothing of ours ever depends on it."""
    return NewEffect(
        kind="keywords",
        key=f"keywords:{landed.id}:{landed.tries}",
        account=account,
        due_at=now,
        payload={
            "folder": landed.folder,
            "uidvalidity": landed.uidvalidity,
            "uid": landed.uid,
            "keywords": list(words),
        },
    )


def _keywords(one: Triaged) -> list[str]:
    if one.reading.mail.auto is not None:
        return ["$Triaged", "triage_automatic"]
    return ["$Triaged", *(f"triage_{category.label.value}" for category in one.reading.understanding.categories)]


def _save_tickets(conn: Connection, account: Account, news: Sequence[Triaged]) -> dict[str, int]:
    """Ticket row of each conversation by its public id; new ones are written, old ones brought up to date."""
    firsts: dict[str, Triaged] = {}
    joined: dict[str, Triaged] = {}
    for one in news:
        if one.thread.ticket is None:
            firsts.setdefault(one.thread.public_id, one)
        else:
            joined[one.thread.public_id] = one
    ids = tickets.add(conn, [_ticket(account, one) for one in firsts.values()])
    rows = dict(zip(firsts, ids, strict=True))
    for public_id, one in joined.items():
        rows[public_id] = _reopen(conn, one)
    return rows


def _reopen(conn: Connection, one: Triaged) -> int:
    """A further mail on a ticket: it waits for an answer again; a promise that still runs keeps its end."""
    ticket = one.thread.ticket
    if ticket is None:
        raise ValueError("only a known ticket can be reopened")
    waits = ticket.status in WAITING
    label = one.reading.understanding.primary
    values = {
        "status": "open",
        "answered_at": None,
        "due_at": min(ticket.due_at, one.judgement.due_at) if waits else one.judgement.due_at,
        "abstained": one.reading.understanding.abstained,
        "primary_label": label.value if label is not Label.OTHER else ticket.primary_label,
    }
    if not tickets.change(conn, ticket, values):
        raise StaleError("a ticket changed meanwhile", fix="it is tried again")
    if not waits:
        events.add(
            conn, [NewEvent(ticket_id=ticket.id, kind=events.REOPENED, at=one.received_at, actor=events.CUSTOMER)]
        )
    return ticket.id


def _ticket(account: Account, one: Triaged) -> tickets.NewTicket:
    mail, view = one.reading.mail, one.reading.understanding
    return tickets.NewTicket(
        public_id=one.thread.public_id,
        account=account.name,
        store=account.store,
        subject=mail.subject,
        customer_name=mail.sender.name,
        customer_address=mail.sender.address.lower()[:320],
        status="open" if mail.auto is None else "automatic",
        auto=mail.auto.value if mail.auto is not None else None,
        language=view.language[:8],
        primary_label=view.primary.value,
        abstained=view.abstained,
        received_at=one.received_at,
        due_at=one.judgement.due_at,
    )


def _message(account: Account, one: Triaged, ticket_id: int) -> dict[str, Any]:
    mail, view = one.reading.mail, one.reading.understanding
    return {
        "ticket_id": ticket_id,
        "account": account.name,
        "sha256": one.landed.sha256,
        "direction": "in",
        "message_id": mail.message_id,
        "in_reply_to": mail.in_reply_to,
        "references": list(mail.references),
        "subject": mail.subject,
        "sender_name": mail.sender.name,
        "sender_address": mail.sender.address[:320],
        "reply_to": mail.reply_to.address[:320] if mail.reply_to is not None else None,
        "sent_at": mail.date,
        "received_at": one.received_at,
        "text": mail.text,
        "full_text": mail.full_text,
        "html": mail.html,
        "auto": mail.auto.value if mail.auto is not None else None,
        "problems": list(mail.problems),
        "categories": [{"label": c.label.value, "probability": c.probability} for c in view.categories],
        "evidence": [{"label": e.label.value, "phrase": e.phrase, "weight": e.weight} for e in view.evidence],
        "abstained": view.abstained,
        "language": view.language[:8],
        "order_numbers": list(one.reading.extraction.order_numbers),
        "model_version": view.model_version[:100],
    }


def _save_parts(conn: Connection, account: Account, news: Sequence[tuple[Triaged, int]], rows: dict[str, int]) -> None:
    _save_attachments(conn, account, news)
    messages.add_claims(conn, [row for one, message in news for row in _claims(one, message, rows)])
    events.add(
        conn,
        [
            events.received(
                rows[one.thread.public_id],
                one.received_at,
                one.judgement.due_at if one.reading.mail.auto is None else None,
                message,
            )
            for one, message in news
        ],
    )


def _attachments(one: Triaged, message: int) -> list[dict[str, Any]]:
    seen = one.reading.extraction.seen or ((),) * len(one.reading.mail.attachments)
    return [
        {
            "message_id": message,
            "position": position,
            "filename": part.filename,
            "content_type": part.content_type[:255],
            "size_bytes": part.size_bytes,
            "sha256": part.sha256,
            "kind": part.kind.value,
            "evidence": _evidence(part, numbers),
        }
        for position, (part, numbers) in enumerate(zip(one.reading.mail.attachments, seen, strict=True))
    ]


def _evidence(part: Attachment, numbers: Sequence[str]) -> dict[str, Any] | None:
    """What was seen in an attachment, without the words that were read in it."""
    found = part.finding
    if found is None:
        return None
    known = {name: getattr(found, name) for name in EVIDENCE}
    return {name: value for name, value in known.items() if value is not None} | {"numbers": list(numbers)}


def _save_attachments(conn: Connection, account: Account, news: Sequence[tuple[Triaged, int]]) -> None:
    rows = [row for one, message in news for row in _attachments(one, message)]
    ids = messages.add_attachments(conn, rows)
    hashes = [
        (number, row["evidence"]["picture_hash"])
        for number, row in zip(ids, rows, strict=True)
        if row["evidence"] is not None and "picture_hash" in row["evidence"]
    ]
    pictures.remember(conn, account.name, hashes)


def _claims(one: Triaged, message: int, rows: dict[str, int]) -> list[dict[str, Any]]:
    chances = {category.label: category.probability for category in one.reading.understanding.categories}
    return [
        {
            "message_id": message,
            "ticket_id": rows[one.thread.public_id],
            "position": position,
            "label": judged.claim.label.value,
            "label_by": None,
            "probability": chances.get(judged.claim.label, 0.0),
            "order_number": judged.claim.order_number,
            "facts": judged.claim.facts,
            "owned": judged.owned,
            "pack_version": judged.pack_version,
            "case": judged.case,
            "decision": judged.decision.to_json(),
        }
        for position, judged in enumerate(one.judgement.claims)
    ]


def _save_drafts(
    conn: Connection,
    app: App,
    account: Account,
    news: Sequence[tuple[Triaged, int]],
    rows: dict[str, int],
    now: datetime,
) -> int:
    """One draft a conversation, for its newest mail; the one it takes the place of is retired."""
    newest = {rows[one.thread.public_id]: (one, message) for one, message in news if one.judgement.draft is not None}
    joined = [ticket for ticket, (one, _) in newest.items() if one.thread.ticket is not None]
    revisions = drafts.last_revisions(conn, joined, found_too=False) if joined else {}
    retire(conn, account.name, list((drafts.live(conn, joined) if joined else {}).values()), now)
    found = recovery.revisions(conn, account.name, [one.thread.public_id for one, _ in newest.values()])
    planned = [
        _draft(app, account, one, message, ticket, _revision(one, revisions.get(ticket, 0), found), now)
        for ticket, (one, message) in newest.items()
    ]
    ids = drafts.add(conn, planned)
    effects.wish(
        conn, [file_draft(account.name, row, number, now) for row, number in zip(planned, ids, strict=True)], now
    )
    if found:
        recovery.doubt(conn, ids)
    events.add(conn, [drafted(row, now, events.BOT) for row in planned])
    return len(ids)


def _revision(one: Triaged, last: int, found: Mapping[str, Mapping[str | None, int]]) -> int:
    """The next number; the one that the reply to this very mail has already where one was found in the mailbox."""
    there = found.get(one.thread.public_id, {})
    mail = one.reading.mail.message_id
    same = there.get(messages.key_of(mail), 0) if mail else 0
    return same if same > last else max(last, there.get(None, 0)) + 1


def drafted(row: dict[str, Any], now: datetime, actor: str) -> NewEvent:
    """A draft lies ready."""
    return NewEvent(
        ticket_id=row["ticket_id"], kind=events.DRAFTED, at=now, actor=actor, data={"revision": row["revision"]}
    )


def file_draft(account: str, row: dict[str, Any], draft_id: int, now: datetime) -> NewEffect:
    """The wish to lay a draft into the mailbox."""
    return NewEffect(
        kind="file_draft",
        key=f"file_draft:{draft_id}",
        account=account,
        due_at=now,
        ticket_id=row["ticket_id"],
        draft_id=draft_id,
        payload={},
    )


def _draft(
    app: App, account: Account, one: Triaged, message: int, ticket: int, revision: int, now: datetime
) -> dict[str, Any]:
    draft = one.judgement.draft
    if draft is None:
        raise ValueError("there is no draft to write")
    return {
        "ticket_id": ticket,
        "answers_id": message,
        "revision": revision,
        "message_id": new_message_id(app, account, one.thread.public_id, revision),
        "to_name": one.reading.mail.sender.name,
        "to_address": one.reading.mail.sender.address[:320],
        **words_of(draft),
        "created_at": now,
        "edited_by": None,
    }


def words_of(draft: Draft) -> dict[str, Any]:
    """What a composed reply gives to its row."""
    return {
        "subject": draft.subject,
        "text": draft.text,
        "html": draft.html,
        "template": draft.template[:200],
        "language": draft.language[:8],
        "spans": [asdict(span) for span in draft.spans],
        "withheld": list(draft.withheld),
    }
