"""Writing a batch of triaged mails: all of it in the caller's transaction, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from triage.app import App
from triage.errors import RetryLater
from triage.loaders.settings import Account
from triage.records import Draft, Label
from triage.store import drafts, effects, events, ledger, messages, pictures, recovery, tickets
from triage.store.effects import NewEffect
from triage.store.events import NewEvent
from triage.usecases.bounces import note_reports, own_returned, reports_among
from triage.usecases.own import new_message_id
from triage.usecases.retiring import retire
from triage.usecases.saved_rows import attachment_rows, claim_rows, message_row, ticket_row
from triage.usecases.triaging import Triaged

WAITING = ("open", "waiting")


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
    known |= own_returned(conn, app, account, ours)
    fresh: dict[str, Triaged] = {}
    for one in ours:
        if one.landed.sha256 not in known:
            fresh.setdefault(one.landed.sha256, one)
    reports = reports_among(conn, app, account, list(fresh.values()))
    news = [one for one in fresh.values() if one.landed.sha256 not in reports]
    rows = _save_tickets(conn, account, news)
    known |= note_reports(conn, account, reports, now)
    ids = messages.add(conn, [message_row(account, one, rows[one.thread.public_id]) for one in news])
    known |= {one.landed.sha256: number for one, number in zip(news, ids, strict=True)}
    _save_parts(conn, account, list(zip(news, ids, strict=True)), rows)
    planned = _save_drafts(conn, app, account, list(zip(news, ids, strict=True)), rows, now)
    marked = [*news, *(report.mail for report in reports.values())]
    effects.wish(conn, [keywords(account.name, one.landed, _keywords(one), now) for one in marked], now)
    new_ids = {one.landed.id for one in news} | {report.mail.landed.id for report in reports.values()}
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
    return Saved(triaged=len(new_ids), repeats=len(ours) - len(new_ids), drafts=planned)


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
    ids = tickets.add(conn, [ticket_row(account, one) for one in firsts.values()])
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


def _save_parts(conn: Connection, account: Account, news: Sequence[tuple[Triaged, int]], rows: dict[str, int]) -> None:
    _save_attachments(conn, account, news)
    messages.add_claims(conn, [row for one, message in news for row in claim_rows(one, message, rows)])
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
    events.add(conn, [_guessed(one, rows) for one, _ in news if one.guessing])


def _guessed(one: Triaged, rows: dict[str, int]) -> NewEvent:
    return NewEvent(ticket_id=rows[one.thread.public_id], kind=events.GUESSING, at=one.received_at, actor=events.BOT)


def _save_attachments(conn: Connection, account: Account, news: Sequence[tuple[Triaged, int]]) -> None:
    rows = [row for one, message in news for row in attachment_rows(one, message)]
    ids = messages.add_attachments(conn, rows)
    hashes = [
        (number, row["evidence"]["picture_hash"])
        for number, row in zip(ids, rows, strict=True)
        if row["evidence"] is not None and "picture_hash" in row["evidence"]
    ]
    pictures.remember(conn, account.name, hashes)


def _save_drafts(
    conn: Connection,
    app: App,
    account: Account,
    news: Sequence[tuple[Triaged, int]],
    rows: dict[str, int],
    now: datetime,
) -> int:
    """One draft a conversation, for its newest mail; the one it takes the place of is retired."""
    last = {rows[one.thread.public_id]: (one, message) for one, message in news}
    newest = {
        rows[one.thread.public_id]: (one, message)
        for one, message in news
        if one.judgement.draft is not None and not last[rows[one.thread.public_id]][0].guessing
    }
    joined = [ticket for ticket, (one, _) in (last | newest).items() if _takes_place(one)]
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
        tops = [found.get(one.thread.public_id, {}).get(None, 0) for one, _ in newest.values()]
        there = [number for row, number, top in zip(planned, ids, tops, strict=True) if row["revision"] <= top]
        recovery.doubt(conn, there)
    events.add(conn, [drafted(row, now, events.BOT) for row in planned])
    return len(ids)


def _takes_place(one: Triaged) -> bool:
    """Whether a draft that lies ready has no place any more."""
    return one.thread.ticket is not None and (one.judgement.draft is not None or one.guessing)


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
        "to_name": one.reading.mail.sender.shown_name,
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
