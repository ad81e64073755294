"""After a restore, or with a new database in an old mailbox: what lies there already is adopted, never doubled."""

import email
import email.policy
import logging
from collections.abc import Iterator
from email.message import EmailMessage

from sqlalchemy import Connection

from triage.app import App
from triage.errors import OperatorError
from triage.loaders.settings import Account
from triage.mail.compose import MESSAGE_ID, decoded, own_message_id
from triage.mail.mailbox import Mailbox
from triage.store import drafts, instance, jobs, messages, recovery, tickets
from triage.store.engine import reading, writing
from triage.store.recovery import FoundDraft, Stray
from triage.usecases.own import new_message_id
from triage.usecases.retiring import retire
from triage.usecases.revising import as_html

log = logging.getLogger(__name__)

PAGE = 500
HEADERS = ("Message-ID", "In-Reply-To")
LONGEST_HEADER = 2_000


def look_through(app: App, account: Account, mailbox: Mailbox) -> bool:
    """Once for each restore: take down every reply of ours in Drafts, Sent and Trash; True when that was to be done.

    Comes before mails are triaged, so that they become the tickets that they were. `adopt_strays` ends it.
    """
    with reading(app.engine) as conn:
        whose = instance.get(conn)
        if whose is None or instance.recovered(conn, account.name, whose.generation):
            return False
    try:
        folders = [mailbox.trash(), mailbox.sent(), mailbox.drafts()]
    except OperatorError as fault:
        # Mail is taken in all the same; filing will say what a person has to mend, and then it is looked through.
        log.warning("drafts cannot be looked for", extra={"account": account.name, "what": fault.what})
        return False
    found = [one for folder in folders if folder is not None for one in _found(app, mailbox, folder)]
    with writing(app.engine) as conn:
        recovery.remember(conn, account.name, found)
    if found:
        log.info("replies of ours were found in the mailbox", extra={"account": account.name, "n": len(found)})
    return True


def adopt_strays(app: App, account: Account, mailbox: Mailbox) -> int:
    """Replies in Drafts that known tickets do not know become theirs, as a person's; how many. Ends `look_through`."""
    folder = mailbox.drafts()
    state = mailbox.select(folder)
    with reading(app.engine) as conn:
        strays = {one.uid: one for one in recovery.strays(conn, account.name, folder)}
    octets = {one.uid: one.raw for one in mailbox.fetch(sorted(strays)) if one.raw is not None} if strays else {}
    with writing(app.engine) as conn:
        whose = instance.get(conn)
        for uid, raw in octets.items():
            _adopt(conn, app, account, strays[uid], raw, (folder, state.uidvalidity, uid))
        if whose is not None:
            detail = {"adopted": len(octets)}
            kind = f"{instance.RECOVERY}:{account.name}"[:60]
            jobs.note(conn, kind, str(whose.generation), detail, app.now())
    return len(octets)


def _found(app: App, mailbox: Mailbox, folder: str) -> Iterator[FoundDraft]:
    mailbox.select(folder)
    uids = mailbox.uids_above(0)
    for start in range(0, len(uids), PAGE):
        for uid, block in mailbox.fetch_headers(uids[start : start + PAGE], HEADERS).items():
            head = email.message_from_bytes(block)
            own, parents = (MESSAGE_ID.findall(str(head.get(name, ""))[:LONGEST_HEADER]) for name in HEADERS)
            ours = own_message_id(own[0], app.settings.secret_key) if own else None
            if ours is not None:
                key = messages.key_of(parents[0]) if parents else None
                yield FoundDraft(public_id=ours[0], revision=ours[1], folder=folder, uid=uid, answers_key=key)


def _adopt(
    conn: Connection, app: App, account: Account, stray: Stray, raw: bytes, place: tuple[str, int, int | None]
) -> None:
    """Nobody knows any more whose words they are: a person's, so that no machine takes them away."""
    ticket = tickets.by_ids(conn, [stray.ticket_id])[stray.ticket_id]
    answers = messages.last_in(conn, ticket.id)
    if answers is None:
        return
    old = drafts.live(conn, [ticket.id]).get(ticket.id)
    if old is not None:
        retire(conn, account.name, [old], app.now())
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    text = _words(mail) if isinstance(mail, EmailMessage) else ""
    row = {
        "ticket_id": ticket.id,
        "answers_id": answers.id,
        "revision": stray.revision,
        "message_id": new_message_id(app, account, ticket.public_id, stray.revision),
        "to_name": answers.sender_name,
        "to_address": answers.sender_address,
        "subject": decoded(str(mail.get("Subject", "")))[:500],
        "text": text,
        "html": as_html(text),
        "template": "",
        "language": ticket.language,
        "created_at": app.now(),
        "edited_by": None,
        "spans": [],
        "withheld": [],
    }
    number = drafts.add(conn, [row])[0]
    drafts.note_filed(conn, {number: place})
    drafts.change(conn, number, when=("filed",), values={"state": "human"})


def _words(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    try:
        return str(part.get_content()) if part is not None else ""
    except (LookupError, ValueError):
        return ""
