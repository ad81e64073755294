"""What a mail in Sent tells of itself, and which tickets it answers."""

import email
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import Message as Mail
from email.utils import getaddresses

from sqlalchemy import Connection

from triage.app import App
from triage.loaders.settings import Account
from triage.mail.compose import MESSAGE_ID, decoded, header_text, is_reply_subject, reply_subject
from triage.mail.mailbox import Envelope
from triage.records import address_key
from triage.store import messages, sent, tickets
from triage.store.tickets import Ticket
from triage.usecases.own import own_ticket

HEADERS = (
    "Message-ID", "In-Reply-To", "References", "Date", "To", "Cc", "Bcc", "Subject", "Content-Type",
    "Auto-Submitted", "Precedence", "X-Autoreply", "X-Autorespond", "List-Id", "List-Unsubscribe",
)  # fmt: skip
LONGEST_REFERENCES = 20_000
MASS = frozenset({"bulk", "junk", "list", "auto_reply"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMail:
    """What is known of a mail in Sent. parents: ids of the mails that it answers, nearest first.

    date: its Date as written. subject: normalised. is_reply: the subject says so. by_machine: an automatic answer or
    report. to_many: a newsletter or the like.
    """

    uid: int
    at: datetime
    date: str
    message_id: str | None
    parents: tuple[str, ...]
    recipients: frozenset[str]
    subject: str
    is_reply: bool
    by_machine: bool
    to_many: bool


def sent_mails(envelopes: Sequence[Envelope], blocks: Mapping[int, bytes]) -> list[SentMail]:
    """The mails of which both envelope and headers are known, oldest first."""
    dates = {one.uid: one.internal_date for one in envelopes}
    return [
        _sent_mail(uid, dates[uid], email.message_from_bytes(blocks[uid])) for uid in sorted(blocks) if uid in dates
    ]


def _sent_mail(uid: int, at: datetime, mail: Mail) -> SentMail:
    own = MESSAGE_ID.findall(one_header(mail, "Message-ID"))
    parents = [
        *MESSAGE_ID.findall(one_header(mail, "In-Reply-To")),
        *MESSAGE_ID.findall(one_header(mail, "References"))[::-1],
    ]
    fields = [str(value) for name in ("To", "Cc", "Bcc") for value in mail.get_all(name, [])]
    subject = decoded(one_header(mail, "Subject"))
    return SentMail(
        uid=uid,
        at=at,
        date=one_header(mail, "Date"),
        message_id=own[0] if own else None,
        parents=tuple(dict.fromkeys(parents)),
        recipients=frozenset(address_key(address) for _, address in getaddresses(fields) if address),
        subject=reply_subject(subject),
        is_reply=is_reply_subject(header_text(subject)),
        by_machine=_by_machine(mail),
        to_many="List-Id" in mail or "List-Unsubscribe" in mail,
    )


def one_header(mail: Mail, name: str) -> str:
    """The first value of a header, "" when absent."""
    return str(mail.get(name, ""))[:LONGEST_REFERENCES].strip()


def _by_machine(mail: Mail) -> bool:
    submitted = one_header(mail, "Auto-Submitted").lower().split(";")[0].strip()
    return (
        submitted not in ("", "no")
        or one_header(mail, "Precedence").lower() in MASS
        or "X-Autoreply" in mail
        or "X-Autorespond" in mail
        or one_header(mail, "Content-Type").lower().startswith("multipart/report")
    )


def answered_tickets(conn: Connection, app: App, account: Account, mail: SentMail) -> list[int]:
    """The tickets that a sent mail answers: by our own id, by what it answers, else by customer and subject.

    What a machine wrote, and what goes to somebody else, such as a supplier, is no answer to the customer. A mail that
    names others than ours answers those.
    """
    if mail.message_id is not None and (own := own_ticket(app, mail.message_id)) is not None:
        return list(tickets.by_public_ids(conn, account.name, [own]))
    if mail.by_machine:
        return []
    if mail.parents:
        return _by_name(conn, app, account, mail)
    return _by_subject(conn, account, mail) if mail.is_reply and not mail.to_many else []


def _by_name(conn: Connection, app: App, account: Account, mail: SentMail) -> list[int]:
    """The nearest ticket that the mail names and to whose people it goes."""
    named = _named(conn, app, account, mail.parents)
    people = sent.reachable(conn, [one.id for one in named]) if named else {}
    for one in named:
        if mail.recipients & {one.customer_address, *people.get(one.id, ())}:
            return [one.id]
    return []


def _named(conn: Connection, app: App, account: Account, parents: Sequence[str]) -> list[Ticket]:
    """Tickets that a mail names, nearest first."""
    met = messages.tickets_of(conn, account.name, parents)
    found: list[Ticket] = []
    for one in parents:
        own = own_ticket(app, one)
        rows = tickets.by_public_ids(conn, account.name, [own]) if own is not None else {}
        rows |= tickets.by_ids(conn, sorted(met.get(one, ())))
        found += rows.values()
    return found


def _by_subject(conn: Connection, account: Account, mail: SentMail) -> list[int]:
    """For each customer that it goes to, the one ticket of theirs that waits under this subject; in doubt none."""
    found: list[int] = []
    for address in sorted(mail.recipients):
        waiting = tickets.open_of(conn, account.name, address)
        alike = [one for one in waiting if reply_subject(one.subject) == mail.subject]
        says_something = mail.subject != reply_subject("")
        if len(alike) == 1 and alike[0].received_at <= mail.at and (says_something or len(waiting) == 1):
            found.append(alike[0].id)
    return found
