"""Taking our own drafts out of the mailbox again; whatever a person changed is theirs and stays."""

from collections.abc import Sequence

from triage.app import App
from triage.crashpoints import crashpoint
from triage.mail.mailbox import Mailbox
from triage.store import drafts
from triage.store.drafts import StoredDraft
from triage.store.effects import DONE, Effect
from triage.store.engine import reading, writing
from triage.usecases.finding import copies_of
from triage.usecases.outbox import attempt, settle
from triage.usecases.retiring import hand_over


def remove_drafts(app: App, mailbox: Mailbox, taken: Sequence[Effect]) -> tuple[int, int]:
    """Remove each draft whose octets are still those that we appended; (removed, left to people).

    Where a person's version lies beside ours, both stay: their program is about to take the old one out itself. Once
    the reply was sent ours goes in any case, so that nobody sends it a second time.
    """
    with reading(app.engine) as conn:
        rows = drafts.by_ids(conn, [one.draft_id for one in taken if one.draft_id is not None])
    plans = [(one, rows[one.draft_id]) for one in taken if one.draft_id in rows]
    folder = mailbox.drafts()
    uidvalidity, copies = copies_of(mailbox, folder, [draft for _, draft in plans])
    removed = human = 0
    for one, draft in plans:
        there = copies[draft.id]
        if there.ours and (draft.state == "sent" or not there.foreign):
            _remove(app, mailbox, folder, uidvalidity, one, there.ours)
            removed += 1
        elif there:
            _leave(app, one, draft)
            human += 1
        else:
            settle(app, [(one, DONE, {"gone": True})])
    return removed, human


def _remove(app: App, mailbox: Mailbox, folder: str, uidvalidity: int, one: Effect, uids: Sequence[int]) -> None:
    for ours in attempt(app, [one], {"folder": folder, "uidvalidity": uidvalidity, "uids": list(uids)}):
        crashpoint("K17")
        gone = [mailbox.remove(folder, uid, uidvalidity=uidvalidity) for uid in uids]
        settle(app, [(ours, DONE, {**ours.evidence, "expunged": all(gone)})])


def _leave(app: App, one: Effect, draft: StoredDraft) -> None:
    """A person changed it: it is theirs now, and the ticket says so."""
    settle(app, [(one, DONE, {"human": True})])
    with writing(app.engine) as conn:
        hand_over(conn, draft, app.now())
