"""Labels that agents change in their own mail program, by setting and unsetting the keywords we put on a mail."""

import logging
from collections.abc import Sequence

from triage.app import App
from triage.errors import RetryLater, TriageError
from triage.loaders.settings import Account
from triage.mail.mailbox import Mailbox
from triage.reader.process import ReadingFailedError
from triage.records import Label
from triage.store import confirmed, ledger, messages, tickets
from triage.store.confirmed import KEYWORD, Marked
from triage.store.engine import reading, writing
from triage.store.events import MAIL_PROGRAM
from triage.usecases.confirming import confirm
from triage.usecases.rejudge import relabel

log = logging.getLogger(__name__)

NEWEST = 200
"""Mails of the inbox that are looked at, newest first."""
TRIAGED = "$triaged"
PREFIX = "triage_"


def watch_keywords(app: App, account: Account, mailbox: Mailbox) -> int:
    """Look at our keywords on the newest mails; how many labels a person changed since the last look.

    A mail without any label of ours says nothing: whoever took one off may be about to set another.
    """
    name = mailbox.inbox()
    with reading(app.engine) as conn:
        known = ledger.folder(conn, account.name, name)
        mails = confirmed.marked(conn, known, NEWEST) if known is not None else []
    if known is None or not mails:
        return 0
    state = mailbox.select(name)
    if not state.keywords or state.uidvalidity != known.uidvalidity:
        return 0
    found = mailbox.keywords([one.uid for one in mails])
    changed = [(one, labels) for one in mails if (labels := _labels(one, found.get(one.uid, frozenset())))]
    return sum(_take_over(app, one, labels) for one, labels in changed)


def _labels(mail: Marked, keywords: frozenset[str]) -> list[str]:
    """The labels that a mail carries by now, those known first; none when nothing changed or nothing is said."""
    if TRIAGED not in keywords:
        return []
    there = {label.value for label in Label if PREFIX + label.value in keywords}
    if not there or there == set(mail.seen):
        return []
    return [label for label in dict.fromkeys([*mail.seen, *Label]) if label in there]


def _take_over(app: App, mail: Marked, labels: Sequence[str]) -> bool:
    with writing(app.engine) as conn:
        kept = confirm(conn, mail.message_id, labels, who=MAIL_PROGRAM, how=KEYWORD, now=app.now(), keywords=labels)
    _follow(app, mail, labels)
    if kept:
        log.info("label changed in the mailbox", extra={"mail": mail.message_id})
    return kept


def _follow(app: App, mail: Marked, labels: Sequence[str]) -> None:
    """Let decision and draft follow where that is plain: one matter before, one matter now, and not yet answered."""
    with reading(app.engine) as conn:
        claims = messages.claims_of(conn, mail.message_id)
        ticket = tickets.by_ids(conn, [claims[0].ticket_id]).get(claims[0].ticket_id) if claims else None
        newest = messages.last_in(conn, ticket.id) if ticket is not None else None
    if ticket is None or newest is None or newest.id != mail.message_id or (len(claims), len(labels)) != (1, 1):
        return
    if claims[0].label == labels[0]:
        return
    try:
        relabel(app, ticket.public_id, 0, Label(labels[0]), MAIL_PROGRAM, how=KEYWORD)
    except RetryLater:
        raise
    except (TriageError, ReadingFailedError) as fault:
        log.info("the ticket keeps its label", extra={"mail": mail.message_id, "fault": type(fault).__name__})
