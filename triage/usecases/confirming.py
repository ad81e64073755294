"""A person's word about a mail, kept to learn from. What nobody confirmed is never kept."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection

from triage.store import confirmed, messages
from triage.store.confirmed import SENT, Guessed, NewConfirmed, Said
from triage.store.drafts import StoredDraft
from triage.store.tickets import Ticket

MOST_A_DAY = 5
"""Rows that the mails of one sender may give a day, whoever confirms them."""


def confirm(
    conn: Connection,
    message_row: int,
    labels: Sequence[str],
    *,
    who: str,
    how: str,
    now: datetime,
    keywords: Sequence[str] | None = None,
) -> bool:
    """Keep what a person said a mail is about; False when it was not kept.

    A later word takes the place of an earlier one, but a sent reply never that of a label somebody set. Automatic mail
    is no customer's, and of one sender only `MOST_A_DAY` rows a day are kept.
    """
    mail = confirmed.guessed(conn, message_row)
    if mail is None or mail.auto is not None or not labels:
        return False
    said = confirmed.said_of(conn, message_row)
    if said is not None and how == SENT:
        return False
    full = _day_is_full(conn, mail, now)
    if said is None and full:
        return False
    kept = list(dict.fromkeys(labels))
    if said is not None:
        _change(conn, mail, said, kept, who=who, how=how, at=said.at if full else now, keywords=keywords)
    else:
        confirmed.add(conn, _row(mail, kept, who=who, how=how, now=now, keywords=keywords))
    return True


def confirm_as_shown(conn: Connection, ticket: Ticket, draft: StoredDraft, *, who: str, now: datetime) -> bool:
    """A draft of ours went out: whoever sent it let its labels stand.

    Not so where the model had handed the mail over, for that draft says nothing of the matter, nor for words of the
    agent's own that no draft of ours was under.
    """
    if ticket.abstained or not draft.template:
        return False
    labels = [claim.label for claim in messages.claims_of(conn, draft.answers_id)]
    return confirm(conn, draft.answers_id, labels, who=who, how=SENT, now=now)


def sender_key(address: str) -> str:
    """One person's address however it is tagged: `kim+shop@mail.example` is `kim@mail.example`."""
    name, at, domain = address.strip().lower().rpartition("@")
    return f"{name.partition('+')[0] or name}{at}{domain}"[:320]


def text_hash(subject: str, text: str) -> str:
    """What a row remembers of the words that it is about."""
    return sha256(f"{subject}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()


def _day_is_full(conn: Connection, mail: Guessed, now: datetime) -> bool:
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    sender = sender_key(mail.sender_address)
    return confirmed.count_between(conn, sender, day, day + timedelta(days=1), but=mail.message_id) >= MOST_A_DAY


def _change(
    conn: Connection,
    mail: Guessed,
    said: Said,
    labels: list[str],
    *,
    who: str,
    how: str,
    at: datetime,
    keywords: Sequence[str] | None,
) -> None:
    seen = said.keywords if keywords is None else list(keywords)
    values = {"labels": labels, "who": who[:100], "how": how, "at": at, "keywords": seen}
    confirmed.change(conn, mail.message_id, values)


def _row(
    mail: Guessed, labels: list[str], *, who: str, how: str, now: datetime, keywords: Sequence[str] | None
) -> NewConfirmed:
    return NewConfirmed(
        ticket_id=mail.ticket_id,
        message_id=mail.message_id,
        sender=sender_key(mail.sender_address),
        text_sha256=text_hash(mail.subject, mail.text),
        labels=labels,
        guess=mail.categories,
        guess_abstained=mail.abstained,
        model_version=mail.model_version,
        who=who[:100],
        how=how,
        keywords=list(keywords) if keywords is not None else None,
        at=now,
    )
