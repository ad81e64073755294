"""A second look: is every mail of the inbox in the ledger, and is every reply of ours where we believe it is?"""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from triage.app import App
from triage.loaders.settings import Account
from triage.mail.mailbox import Mailbox
from triage.store import drafts, ledger
from triage.store.drafts import Place, StoredDraft
from triage.store.effects import NewEffect, wish_once
from triage.store.engine import reading, writing
from triage.store.ledger import Folder
from triage.usecases.epochs import followed
from triage.usecases.landing import Landing, land_page, pages, stretches

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
    folder = followed(app, account, mailbox, state, look_back=account.since)
    seen = _Seen()
    for uids in stretches(mailbox, state, 0):
        _compare(app, mailbox, folder, uids, seen)
    if seen.missing:
        log.warning("mails were missing in the ledger", extra={"account": account.name, "n": seen.missing})
    lost = _drafts_gone(app, account, mailbox)
    return Reconciled(
        on_server=seen.on_server,
        missing=seen.missing,
        states=dict(sorted(seen.states.items())),
        gone=_known(app, folder) - seen.known,
        unexplained=seen.unexplained,
        drafts_gone=len(lost),
        filed_again=_file_again(app, account, lost) if file_again else 0,
    )


@dataclass(slots=True, kw_only=True)
class _Seen:
    """What was counted so far. known: mails that the ledger has and the inbox too."""

    on_server: int = 0
    missing: int = 0
    known: int = 0
    unexplained: int = 0
    states: Counter[str] = field(default_factory=Counter)


def _known(app: App, folder: Folder) -> int:
    with reading(app.engine) as conn:
        return ledger.count_of(conn, folder)


def _compare(app: App, mailbox: Mailbox, folder: Folder, uids: Sequence[int], seen: _Seen) -> None:
    """One stretch of the inbox: land what the ledger lacks, and say in which state each mail is then.

    Mails that came after the last look wait for the next one: state `new`. One that was once thought to be gone and
    lies there is fetched at the next look.
    """
    before = _outcomes(app, folder, uids)
    missing = [uid for uid in uids if uid <= folder.last_uid and uid not in before]
    for page in pages(missing, PAGE):
        land_page(app, mailbox, folder, page, Landing())
    back = [uid for uid in uids if before.get(uid) == "vanished"]
    with writing(app.engine) as conn:
        for page in pages(back, PAGE):
            ledger.look_again(conn, folder, page, app.now())
    outcomes = _outcomes(app, folder, uids)
    states = Counter(outcomes.get(uid, "new" if uid > folder.last_uid else "unexplained") for uid in uids)
    seen.unexplained += states.pop("unexplained", 0)
    seen.on_server += len(uids)
    seen.missing += len(missing)
    seen.known += sum(uid in outcomes for uid in uids)
    seen.states.update(states)


def _outcomes(app: App, folder: Folder, uids: Sequence[int]) -> dict[int, str]:
    if not uids:
        return {}
    with reading(app.engine) as conn:
        return ledger.outcomes(conn, folder, uids[0], uids[-1])


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
