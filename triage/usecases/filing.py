"""Laying drafts into the mailbox, each once: its Message-ID is fixed before the call, and looked for after a doubt."""

import logging
from collections.abc import Mapping, Sequence
from hashlib import sha256

from triage.app import App
from triage.errors import Refused
from triage.loaders.settings import Account
from triage.mail.mailbox import FolderState, Mailbox
from triage.store import drafts, effects
from triage.store.crashpoints import crashpoint
from triage.store.drafts import StoredDraft
from triage.store.effects import DONE, FAILED, Effect
from triage.store.engine import reading, writing
from triage.usecases.letters import answered, letter
from triage.usecases.outbox import End, attempt, settle
from triage.usecases.removing import remove_twins
from triage.usecases.retiring import remove_draft

log = logging.getLogger(__name__)

SECOND_LOOK_SECONDS = 2.0

Place = tuple[str, int, int | None]
"""Where a draft lies: folder, uidvalidity, uid (None where the server does not say)."""

Plan = tuple[Effect, StoredDraft]
"""An effect with the draft that it is to file."""


def file_drafts(app: App, account: Account, mailbox: Mailbox, taken: Sequence[Effect]) -> tuple[int, int, int]:
    """Append drafts in one go; (filed, adopted, failed).

    Those of which an earlier call may have succeeded are looked for first, in Drafts and in Sent, and adopted.
    """
    with reading(app.engine) as conn:
        rows = drafts.by_ids(conn, [one.draft_id for one in taken if one.draft_id is not None])
    plans = [(one, rows[one.draft_id]) for one in taken if one.draft_id in rows]
    doubtful = [plan for plan in plans if plan[0].attempted]
    sure = [plan for plan in plans if not plan[0].attempted]
    folder = mailbox.drafts()
    adopted, lost = _adopt(app, mailbox, folder, doubtful) if doubtful else (0, [])
    wanted = [plan for plan in [*sure, *lost] if plan[1].state == "planned"]
    settle(app, [(one, DONE, {"superseded": True}) for one, draft in [*sure, *lost] if draft.state != "planned"])
    filed, failed = _append(app, account, mailbox, folder, wanted) if wanted else (0, 0)
    return filed, adopted, failed


def _append(app: App, account: Account, mailbox: Mailbox, folder: str, plans: Sequence[Plan]) -> tuple[int, int]:
    """Compose and append; (filed, failed)."""
    state = mailbox.select(folder)
    composed, refused = _compose(app, account, plans)
    settle(app, refused)
    ours = _attempted(app, composed, state)
    if ours:
        places = mailbox.append_drafts(folder, [octets for _, _, octets in ours])
        crashpoint("K10")
        found = {
            draft.id: (folder, place.uidvalidity or state.uidvalidity, place.uid)
            for (_, draft, _), place in zip(ours, places, strict=True)
        }
        _note(app, [(one, draft) for one, draft, _ in ours], found, {"filed": True})
    return len(ours), len(refused)


def _compose(
    app: App, account: Account, plans: Sequence[Plan]
) -> tuple[list[tuple[Effect, StoredDraft, bytes]], list[End]]:
    mails = answered(app, [draft for _, draft in plans])
    composed: list[tuple[Effect, StoredDraft, bytes]] = []
    refused: list[End] = []
    for one, draft in plans:
        try:
            composed.append((one, draft, letter(app, account, draft, mails[draft.answers_id])))
        except Refused as fault:
            log.warning("a draft stays in the console", extra={"draft": draft.id, "why": fault.what})
            refused.append((one, FAILED, {"why": fault.what}))
    return composed, refused


def _attempted(
    app: App, composed: Sequence[tuple[Effect, StoredDraft, bytes]], state: FolderState
) -> list[tuple[Effect, StoredDraft, bytes]]:
    """Commit what is about to be appended, and how the folder stood before."""
    evidence = {"folder": state.name, "uidvalidity": state.uidvalidity, "uidnext": state.uidnext}
    with writing(app.engine) as conn:
        drafts.note_bytes(conn, {draft.id: sha256(octets).hexdigest() for _, draft, octets in composed})
    ours = {one.id: one for one in attempt(app, [one for one, _, _ in composed], evidence)}
    return [(ours[one.id], draft, octets) for one, draft, octets in composed if one.id in ours]


def _note(app: App, plans: Sequence[Plan], places: Mapping[int, Place], evidence: Mapping[str, object]) -> None:
    """Commit where drafts lie. One that was retired while it was being filed is wished out again."""
    now = app.now()
    with writing(app.engine) as conn:
        ours = effects.settle(conn, [(one, DONE, {**one.evidence, **evidence}) for one, _ in plans], now=now)
        filed = {one.draft_id for one in ours}
        drafts.note_filed(conn, {draft: place for draft, place in places.items() if draft in filed})
        after = drafts.by_ids(conn, list(places))
        for one, draft in plans:
            if after[draft.id].state in ("retired", "sent"):
                effects.wish_once(conn, remove_draft(one.account, draft, now, again=True), now)


def _adopt(app: App, mailbox: Mailbox, folder: str, plans: Sequence[Plan]) -> tuple[int, list[Plan]]:
    """Find drafts that an earlier call may have appended; how many were found, and those that were not."""
    wanted = [draft.message_id for _, draft in plans]
    found = _seen(mailbox, folder, wanted)
    if not all(found.values()):
        # A call that was cut off may still be under way at the server.
        mailbox.idle(SECOND_LOOK_SECONDS)
        found = _seen(mailbox, folder, wanted)
    used = _in_sent(mailbox, [one for one in wanted if not found[one]])
    state = mailbox.select(folder)
    places = {
        draft.id: (folder, state.uidvalidity, found[draft.message_id][0])
        for _, draft in plans
        if found[draft.message_id]
    }
    _note(app, [plan for plan in plans if plan[1].id in places], places, {"adopted": True})
    for _, draft in plans:
        remove_twins(mailbox, folder, draft, found[draft.message_id][1:])
    settle(app, [(one, DONE, {"found_in_sent": True}) for one, draft in plans if draft.message_id in used])
    lost = [plan for plan in plans if plan[1].id not in places and plan[1].message_id not in used]
    return len(plans) - len(lost), lost


def _seen(mailbox: Mailbox, folder: str, wanted: Sequence[str]) -> dict[str, list[int]]:
    found = mailbox.find_message_ids(folder, wanted)
    return {one: found.get(one, []) for one in wanted}


def _in_sent(mailbox: Mailbox, wanted: Sequence[str]) -> set[str]:
    """Those that somebody sent already."""
    sent = mailbox.sent()
    if sent is None or not wanted:
        return set()
    return {one for one, uids in mailbox.find_message_ids(sent, wanted).items() if uids}
