"""A nightly second look: is every mail of the inbox in the ledger?"""

import logging
from dataclasses import dataclass

from triage.app import App
from triage.loaders.settings import Account
from triage.mail.mailbox import Mailbox
from triage.store import ledger
from triage.store.engine import reading
from triage.usecases.epochs import followed
from triage.usecases.landing import Landing, land_page, pages, stretches

log = logging.getLogger(__name__)

PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """on_server: mails in the inbox now. missing: of them, those that the ledger did not know and that landed now."""

    on_server: int
    missing: int


def reconcile(app: App, account: Account, mailbox: Mailbox) -> Reconciled:
    """Compare the inbox with the ledger and land what is missing; the next poll triages it."""
    state = mailbox.select(mailbox.inbox())
    folder = followed(app, account, mailbox, state, look_back=account.since)
    on_server, missing = 0, list[int]()
    for uids in stretches(mailbox, state, 0):
        there = [uid for uid in uids if uid <= folder.last_uid]
        with reading(app.engine) as conn:
            known = set(ledger.uids_between(conn, folder, there[0], there[-1])) if there else set()
        on_server += len(there)
        missing += [uid for uid in there if uid not in known]
    done = Landing()
    for page in pages(missing, PAGE):
        land_page(app, mailbox, folder, page, done)
    if missing:
        log.warning("mails were missing in the ledger", extra={"account": account.name, "n": len(missing)})
    return Reconciled(on_server=on_server, missing=len(missing))
