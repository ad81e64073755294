"""Taking our own drafts out of the mailbox again; whatever a person changed is theirs and stays."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from triage.app import App
from triage.mail.mailbox import Mailbox
from triage.store import drafts
from triage.store.crashpoints import crashpoint
from triage.store.drafts import StoredDraft
from triage.store.effects import DONE, Effect
from triage.store.engine import reading, writing
from triage.usecases.outbox import attempt, settle
from triage.usecases.retiring import hand_over


def remove_drafts(app: App, mailbox: Mailbox, taken: Sequence[Effect]) -> tuple[int, int]:
    """Remove each draft whose octets are still those that we appended; (removed, left to people)."""
    with reading(app.engine) as conn:
        rows = drafts.by_ids(conn, [one.draft_id for one in taken if one.draft_id is not None])
    plans = [(one, rows[one.draft_id]) for one in taken if one.draft_id in rows]
    folder = mailbox.drafts()
    uids = _uids(mailbox, folder, [draft for _, draft in plans])
    octets = _octets(mailbox, folder, sorted({uid for found in uids.values() for uid in found}))
    removed = human = 0
    for one, draft in plans:
        there = [uid for uid in uids[draft.id] if uid in octets]
        ours = [uid for uid in there if sha256(octets[uid]).hexdigest() == draft.sha256]
        if ours:
            _remove(app, mailbox, folder, one, ours)
            removed += 1
        elif there:
            _leave(app, one, draft)
            human += 1
        else:
            settle(app, [(one, DONE, {"gone": True})])
    return removed, human


def remove_twins(mailbox: Mailbox, folder: str, draft: StoredDraft, uids: Sequence[int]) -> None:
    """Remove further copies of one draft, if they are exactly ours."""
    for uid, octets in _octets(mailbox, folder, uids).items():
        if sha256(octets).hexdigest() == draft.sha256:
            mailbox.remove(folder, uid)


def _remove(app: App, mailbox: Mailbox, folder: str, one: Effect, uids: Sequence[int]) -> None:
    for ours in attempt(app, [one], {"folder": folder, "uids": list(uids)}):
        crashpoint("K17")
        gone = [mailbox.remove(folder, uid) for uid in uids]
        settle(app, [(ours, DONE, {**ours.evidence, "expunged": all(gone)})])


def _leave(app: App, one: Effect, draft: StoredDraft) -> None:
    """A person changed it: it is theirs now, and the ticket says so."""
    settle(app, [(one, DONE, {"human": True})])
    with writing(app.engine) as conn:
        hand_over(conn, draft, app.now())


def _uids(mailbox: Mailbox, folder: str, plans: Sequence[StoredDraft]) -> dict[int, list[int]]:
    """Where each draft lies by now: at its known UID, and wherever else its Message-ID is found."""
    found = mailbox.find_message_ids(folder, [draft.message_id for draft in plans])
    state = mailbox.select(folder)
    known: dict[int, list[int]] = {}
    for draft in plans:
        noted = [draft.uid] if draft.uid is not None and draft.uidvalidity == state.uidvalidity else []
        known[draft.id] = sorted({*noted, *found.get(draft.message_id, [])})
    return known


def _octets(mailbox: Mailbox, folder: str, uids: Sequence[int]) -> Mapping[int, bytes]:
    if not uids:
        return {}
    mailbox.select(folder)
    return {mail.uid: mail.raw for mail in mailbox.fetch(uids) if mail.raw is not None}
