"""A second look: is every mail of the inbox in the ledger, and is every reply of ours where we believe it is?"""

import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from triage.app import App
from triage.loaders.settings import Account
from triage.mail.mailbox import Mailbox
from triage.store import drafts, ledger
from triage.store.drafts import Place, StoredDraft
from triage.store.effects import NewEffect, wish_once
from triage.store.engine import reading, writing
from triage.store.ledger import Folder
from triage.usecases.landing import Landing, followed, land_page, pages

log = logging.getLogger(__name__)

PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """on_server: mails in the inbox now. missing: of them, those that the ledger did not know and that landed now.

    states: what became of the mails that are in the inbox now. gone: mails in the ledger that the inbox has no more.
    unexplained: mails of the inbox without a state even now. drafts_gone: replies filed that lie neither in Drafts nor
    in Sent: somebody threw them away; filed_again: of them, those that are laid there anew.
    """

    on_server: int
    missing: int
    states: Mapping[str, int] = field(default_factory=dict)
    gone: int = 0
    unexplained: int = 0
    drafts_gone: int = 0
    filed_again: int = 0

    @property
    def alarm(self) -> str:
        """In a sentence what a person should look at; empty when all is explained."""
        if self.unexplained:
            return f"{self.unexplained} mails of the inbox are in no state that we know: look for them there"
        if self.missing:
            return f"{self.missing} mails had been missed; they were taken in now"
        return ""


def reconcile(app: App, account: Account, mailbox: Mailbox, *, file_again: bool = False) -> Reconciled:
    """Compare the inbox with the ledger, land what is missing (the next poll triages it), and count everything.

    file_again: replies that were thrown away in the mailbox are laid there once more at the next round.
    """
    state = mailbox.select(mailbox.inbox())
    folder = followed(app, account, state, look_back=account.since)
    on_server = mailbox.uids_above(0)
    with reading(app.engine) as conn:
        known = set(ledger.all_uids(conn, folder))
    missing = [uid for uid in on_server if uid <= folder.last_uid and uid not in known]
    done = Landing()
    for page in pages(missing, PAGE):
        land_page(app, mailbox, folder, page, done)
    if missing:
        log.warning("mails were missing in the ledger", extra={"account": account.name, "n": len(missing)})
    _look_again(app, folder, on_server)
    states, gone, unexplained = _states(app, folder, on_server)
    lost = _drafts_gone(app, account, mailbox)
    return Reconciled(
        on_server=len(on_server),
        missing=len(missing),
        states=states,
        gone=gone,
        unexplained=unexplained,
        drafts_gone=len(lost),
        filed_again=_file_again(app, account, lost) if file_again else 0,
    )


def _look_again(app: App, folder: Folder, on_server: list[int]) -> None:
    """A mail that was once thought to be gone and lies there is fetched at the next look."""
    with reading(app.engine) as conn:
        outcomes = ledger.outcomes(conn, folder)
    back = [uid for uid in on_server if outcomes.get(uid) == "vanished"]
    with writing(app.engine) as conn:
        for page in pages(back, PAGE):
            ledger.look_again(conn, folder, page, app.now())


def _states(app: App, folder: Folder, on_server: list[int]) -> tuple[dict[str, int], int, int]:
    """How many mails of the inbox are in which state; how many of the ledger are gone; how many are in none.

    Mails that came after the last look wait for the next one: state `new`.
    """
    with reading(app.engine) as conn:
        now = ledger.folder(conn, folder.account, folder.folder) or folder
        outcomes = ledger.outcomes(conn, folder)
    states = Counter(outcomes.get(uid, "new" if uid > now.last_uid else "unexplained") for uid in on_server)
    unexplained = states.pop("unexplained", 0)
    return dict(sorted(states.items())), len(outcomes.keys() - set(on_server)), unexplained


def _drafts_gone(app: App, account: Account, mailbox: Mailbox) -> list[StoredDraft]:
    """Replies that we filed and that lie nowhere now."""
    with reading(app.engine) as conn:
        places = drafts.places(conn, account.name)
    if not places:
        return []
    state = mailbox.select(mailbox.drafts())
    there = set(mailbox.uids_above(0))
    away = [place for place in places if not (place.lies_in(state.name, state.uidvalidity) and place.uid in there)]
    return _nowhere(app, mailbox, state.name, away) if away else []


def _nowhere(app: App, mailbox: Mailbox, folder: str, away: list[Place]) -> list[StoredDraft]:
    with reading(app.engine) as conn:
        rows = drafts.by_ids(conn, [place.id for place in away])
    wanted = [draft.message_id for draft in rows.values()]
    found = mailbox.find_message_ids(folder, wanted)
    sent = mailbox.sent()
    used = mailbox.find_message_ids(sent, wanted) if sent is not None else {}
    return [one for one in rows.values() if not found.get(one.message_id) and not used.get(one.message_id)]


def _file_again(app: App, account: Account, lost: list[StoredDraft]) -> int:
    """Wish them into Drafts once more; one is looked for there before, as after any doubt."""
    now = app.now()
    with writing(app.engine) as conn:
        return sum(
            drafts.change(conn, one.id, when=("filed",), values={"state": "planned"})
            and wish_once(
                conn,
                NewEffect(
                    kind="file_draft",
                    key=f"file_draft:{one.id}:{now:%Y%m%dT%H%M%S}",
                    account=account.name,
                    due_at=now,
                    ticket_id=one.ticket_id,
                    draft_id=one.id,
                    payload={},
                ),
                now,
            )
            for one in lost
        )
