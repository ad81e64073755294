"""Reports of mail systems about our own replies, and our own mail coming back: neither is a customer's matter.

A report belongs to the reply whose id it returns, and only an id that we made ourselves, or met in Sent, counts. A
reply that reached nobody answered nobody: its ticket waits again, and the promise goes on from the customer's mail.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from triage.app import App
from triage.loaders.settings import Account
from triage.records import Auto, ParsedMail
from triage.store import drafts, events, messages, tickets
from triage.store.events import NewEvent
from triage.store.tickets import Ticket
from triage.usecases.own import own_ticket
from triage.usecases.saved_rows import attachment_rows, message_row
from triage.usecases.triaging import Triaged

LOOKED_THROUGH = 256 * 1024
MOST_IDS = 50
ANY_ID = re.compile(r"(?i)\bmessage-id[ \t]{0,9}:\s{0,9}(<[^<>\s]{1,250}>)")
OWN_ID = re.compile(r"\bt[A-Za-z0-9_-]{1,40}\.d[0-9]{1,6}\.[0-9a-f]{32}@[A-Za-z0-9.-]{1,200}")
ACTION = re.compile(r"(?im)^action[ \t]{0,9}:[ \t]{0,9}([a-z]{1,20})")
DIAGNOSIS = re.compile(r"(?im)^diagnostic-code[ \t]{0,9}:[ \t]{0,9}(?:[a-z0-9-]{1,20}[ \t]{0,9};)?([^\r\n]{1,300})")
REPLY = re.compile(r"\b5[0-9]{2}[ -]{1,3}5\.[0-9]{1,3}\.[0-9]{1,3}\b[^\r\n]{0,200}")
LATER = re.compile(
    r"(?i)\bdelay|\b(?:will|we'll) (?:be )?(?:keep |continue )?(?:re)?try|\bstill (?:being )?(?:trying|retried)"
    r"|\bwarning: (?:could not send|message)|\bnot yet been delivered|\bverz\u00f6ger|\bweitere zustellversuche"
    r"|\bretard\u00e9|\bretrasad|\bdemorad|\britard|\batrasad|\bvertraag|\bop\u00f3\u017ani|\bf\u00f6rsen"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report about a reply of ours. failed: the reply reached nobody. why: what the receiving server said, or ""."""

    mail: Triaged
    ticket: Ticket
    failed: bool
    why: str


def own_returned(conn: Connection, app: App, account: Account, batch: Sequence[Triaged]) -> dict[str, int]:
    """Mails that are replies of ours come back word for word: the row of the reply, by sha256 of what came.

    An id alone does not make a mail ours: everyone whom we answered knows one.
    """
    ours = {
        one.landed.sha256: one.reading.mail
        for one in batch
        if one.reading.mail.auto is Auto.OWN and own_ticket(app, one.reading.mail.message_id or "") is not None
    }
    if not ours:
        return {}
    known = messages.sent(conn, account.name, [mail.message_id or "" for mail in ours.values()])
    return {
        digest: known[mail.message_id or ""].id
        for digest, mail in ours.items()
        if (mail.message_id or "") in known and _same(mail.full_text, known[mail.message_id or ""].text)
    }


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def reports_among(conn: Connection, app: App, account: Account, batch: Sequence[Triaged]) -> dict[str, Report]:
    """Reports about replies of ours, by sha256; a report about anything else is left out."""
    bounced = [one for one in batch if one.reading.mail.auto is Auto.BOUNCE]
    if not bounced:
        return {}
    named = {one.landed.sha256: list(_ids(one.reading.mail))[:MOST_IDS] for one in bounced}
    found = _tickets(conn, app, account, {each for ids in named.values() for each in ids})
    reports: dict[str, Report] = {}
    for one in bounced:
        ticket = next((found[each] for each in named[one.landed.sha256] if each in found), None)
        if ticket is not None:
            failed, why = verdict(one.reading.mail)
            reports[one.landed.sha256] = Report(mail=one, ticket=ticket, failed=failed, why=why)
    return reports


def _tickets(conn: Connection, app: App, account: Account, ids: set[str]) -> dict[str, Ticket]:
    """The ticket of each id that is of a reply which went out."""
    own = [one for one in ids if own_ticket(app, one) is not None]
    rows = {one.message_id: one.ticket_id for one in drafts.by_message_id(conn, own) if one.state == "sent"}
    rows |= {one: mail.ticket_id for one, mail in messages.sent(conn, account.name, sorted(ids)).items()}
    held = tickets.by_ids(conn, sorted(set(rows.values())), lock=True) if rows else {}
    return {one: held[row] for one, row in rows.items() if row in held and held[row].account == account.name}


def _ids(mail: ParsedMail) -> Iterator[str]:
    """Ids that a report returns, likeliest first: those of returned headers, then ours wherever they stand."""
    texts = [*_returned(mail), mail.full_text[:LOOKED_THROUGH], mail.html[:LOOKED_THROUGH]]
    for text in texts:
        for found in ANY_ID.finditer(text.replace("&lt;", "<").replace("&gt;", ">")):
            yield found[1]
    for text in (*texts, mail.in_reply_to or "", *mail.references):
        for own in OWN_ID.finditer(text):
            yield f"<{own[0]}>"


def _returned(mail: ParsedMail) -> Iterator[str]:
    """Attached parts as text, of bounded length together: the report for machines, and what is returned of the mail."""
    left = LOOKED_THROUGH
    for part in mail.attachments:
        if left > 0 and part.content_type.startswith(("message/", "text/")):
            yield part.content[:left].decode("utf-8", "replace")
            left -= part.size_bytes


def verdict(mail: ParsedMail) -> tuple[bool, str]:
    """Whether the reply reached nobody, and what the receiving server said, as one line."""
    machine = "\n".join(_returned(mail))
    said = DIAGNOSIS.search(machine) or REPLY.search(mail.full_text[:LOOKED_THROUGH])
    why = " ".join((said[1] if said.re is DIAGNOSIS else said[0]).split()) if said is not None else ""
    actions = {found[1].lower() for found in ACTION.finditer(machine)}
    if actions:
        return "failed" in actions, why
    return not LATER.search(f"{mail.subject}\n{mail.full_text[:4000]}"), why


def note_reports(conn: Connection, account: Account, reports: Mapping[str, Report], now: datetime) -> dict[str, int]:
    """Keep reports with the replies that they are about; rows of their messages by sha256."""
    if not reports:
        return {}
    rows = [
        message_row(account, one.mail, one.ticket.id) | {"direction": "report", "message_id": None}
        for one in reports.values()
    ]
    ids = messages.add(conn, rows)
    for one, message in zip(reports.values(), ids, strict=True):
        messages.add_attachments(conn, attachment_rows(one.mail, message))
    undelivered = {one.ticket.id: one for one in reports.values() if one.failed}
    for one in undelivered.values():
        _wait_again(conn, one, now)
    return dict(zip(reports, ids, strict=True))


def _wait_again(conn: Connection, one: Report, now: datetime) -> None:
    """The ticket of a reply that reached nobody waits again, to the end that was promised first."""
    why = f"The receiving server said: {one.why}" if one.why else ""
    events.add(
        conn,
        [NewEvent(ticket_id=one.ticket.id, kind=events.UNDELIVERED, at=now, actor=events.BOT, data={"why": why})],
    )
    if one.ticket.status == "answered":  # a mail of the same moment may have opened it: then nothing is left to do
        tickets.change(conn, one.ticket, {"status": "open", "answered_at": None})
