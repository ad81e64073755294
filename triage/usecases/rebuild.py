"""A new database from the mailbox alone: mails become the tickets that they were, and nothing leaves twice."""

from dataclasses import replace
from datetime import timedelta

from triage.app import App
from triage.errors import Refused
from triage.loaders.settings import Account, Since
from triage.store import copying, ledger
from triage.store.engine import reading
from triage.usecases import effects, ingest, recover, watch_sent
from triage.usecases.instance import require_ours

LOOK_BACK = timedelta(days=30)
"""How far back mails become tickets again, unless told otherwise: each one without an answer gets a draft."""


def rebuild(app: App, since: Since = LOOK_BACK) -> dict[str, dict[str, int]]:
    """With an empty database: triage every mail from `since` on, adopt replies that lie in Drafts, count those in Sent.

    Returns what became of the mails, by mailbox. What was erased, closed or said by agents before is not known any
    more. Raises `Refused` when the database holds tickets.
    """
    with reading(app.engine) as conn:
        if not copying.is_empty(conn):
            raise Refused("the database is not empty", fix="leave out --rebuild: a reconcile lands what is missing")
    require_ours(app)
    done: dict[str, dict[str, int]] = {}
    for account in app.settings.accounts:
        _rebuild(app, replace(account, since=since))
        with reading(app.engine) as conn:
            done[account.name] = ledger.count(conn, account.name)
    return done


def _rebuild(app: App, account: Account) -> None:
    mailbox = app.connect(account)
    try:
        recover.look_through(app, account, mailbox)
        ingest.poll(app, account, mailbox)
        watch_sent.watch(app, account, mailbox)
        recover.adopt_strays(app, account, mailbox)
        effects.drain(app, account, mailbox)
    finally:
        mailbox.close()
