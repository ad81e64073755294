"""Laying drafts into the mailbox, each once: its Message-ID is fixed before the call, and looked for after a doubt."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from email.parser import BytesHeaderParser
from hashlib import sha256

from triage.app import App
from triage.crashpoints import crashpoint
from triage.errors import Refused
from triage.loaders.settings import Account
from triage.mail.compose import DRAFT_HEADER
from triage.mail.mailbox import FolderState, Mailbox
from triage.store import drafts, effects
from triage.store.drafts import StoredDraft
from triage.store.effects import ATTEMPTED, DONE, FAILED, Effect
from triage.store.engine import reading, writing
from triage.usecases.finding import copies_of, found_in, octets_of, thrown_away
from triage.usecases.letters import answered, draft_mark, letter
from triage.usecases.outbox import End, settle
from triage.usecases.retiring import hand_over, remove_draft
from triage.usecases.sent_mails import one_header

log = logging.getLogger(__name__)

SECOND_LOOK = timedelta(seconds=30)
"""A call that was cut off may still be under way at the server: what is not found is looked for again after this."""

MISSED = "missed_at"
"""Evidence: when a draft in doubt was first looked for in vain."""

Place = tuple[str, int, int | None]
"""Where a draft lies: folder, uidvalidity, uid (None where the server does not say)."""

Plan = tuple[Effect, StoredDraft]
"""An effect with the draft that it is to file."""


def file_drafts(app: App, account: Account, mailbox: Mailbox, taken: Sequence[Effect]) -> tuple[int, int, int]:
    """Append drafts in one go; (filed, adopted, failed).

    Those of which an earlier call may have succeeded are looked for first, in Drafts, Sent and Trash. Only what two
    looks half a minute apart did not find is appended again; until the second look it waits without holding anyone up.
    """
    with reading(app.engine) as conn:
        rows = drafts.by_ids(conn, [one.draft_id for one in taken if one.draft_id is not None])
    plans = [(one, rows[one.draft_id]) for one in taken if one.draft_id in rows]
    doubtful = [plan for plan in plans if plan[0].attempted]
    sure = [plan for plan in plans if not plan[0].attempted]
    folder = mailbox.drafts()
    adopted, lost = _adopt(app, mailbox, folder, doubtful) if doubtful else (0, [])
    again = _second_time(app, lost)
    wanted = [plan for plan in [*sure, *again] if plan[1].state == "planned"]
    settle(app, [(one, DONE, {"superseded": True}) for one, draft in [*sure, *again] if draft.state != "planned"])
    filed, failed = _append(app, account, mailbox, folder, wanted) if wanted else (0, 0)
    return filed, adopted, failed


def _second_time(app: App, lost: Sequence[Plan]) -> list[Plan]:
    """Of drafts that are nowhere, those that were nowhere half a minute ago either; the others wait until then."""
    now = app.now()
    again = [plan for plan in lost if _missed_before(plan[0], now)]
    first = [one for one, _ in lost if not _looked(one, now)]
    early = [one for one, _ in lost if _looked(one, now) and not _missed_before(one, now)]
    with writing(app.engine) as conn:
        noted = effects.settle(
            conn, [(one, ATTEMPTED, {**one.evidence, MISSED: now.isoformat()}) for one in first], now=now
        )
        for one in [*noted, *early]:
            due_at = datetime.fromisoformat(str(one.evidence[MISSED])) + SECOND_LOOK
            effects.postpone(conn, [one], due_at=due_at, now=now)
    return again


def _looked(one: Effect, now: datetime) -> bool:
    """Whether it was looked for before; a look that the clock puts into the future has to be made again."""
    return MISSED in one.evidence and datetime.fromisoformat(str(one.evidence[MISSED])) <= now


def _missed_before(one: Effect, now: datetime) -> bool:
    missed = one.evidence.get(MISSED)
    return missed is not None and datetime.fromisoformat(missed) + SECOND_LOOK <= now


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
        late = _note(app, [(one, draft) for one, draft, _ in ours], found, {"filed": True})
        _give_way(mailbox, folder, late)
        _learn_form(app, mailbox, ours, [place.uid for place in places])
    return len(ours), len(refused)


def _learn_form(
    app: App, mailbox: Mailbox, ours: Sequence[tuple[Effect, StoredDraft, bytes]], uids: Sequence[int | None]
) -> None:
    """Where a server keeps drafts in a form of its own, know them again by that form.

    Under one UID the octets never change, so what lies there now is what became of ours, if it bears our mark:
    a server that tells a wrong UID must not make another person's mail ours. One size is asked for first: most servers
    keep what they are given.
    """
    sent = {uid: (draft, octets) for (_, draft, octets), uid in zip(ours, uids, strict=True) if uid is not None}
    first = mailbox.envelopes(sorted(sent)[:1]) if sent else []
    if all(one.size_bytes == len(sent[one.uid][1]) for one in first):
        return
    stored = [(sent[uid][0], octets) for uid, octets in octets_of(mailbox, sorted(sent)).items()]
    known = {draft.id: sha256(octets).hexdigest() for draft, octets in stored if _bears_our_mark(draft, octets)}
    with writing(app.engine) as conn:
        drafts.note_bytes(conn, known)


def _bears_our_mark(draft: StoredDraft, octets: bytes) -> bool:
    return one_header(BytesHeaderParser().parsebytes(octets), DRAFT_HEADER) == draft_mark(draft)


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
    now = app.now()
    evidence = {"folder": state.name, "uidvalidity": state.uidvalidity, "uidnext": state.uidnext}
    evidence["attempted_at"] = now.isoformat()
    with writing(app.engine) as conn:
        drafts.note_bytes(conn, {draft.id: sha256(octets).hexdigest() for _, draft, octets in composed})
        ours = {one.id: one for one in effects.attempt(conn, [_anew(one) for one, _, _ in composed], evidence, now=now)}
    return [(ours[one.id], draft, octets) for one, draft, octets in composed if one.id in ours]


def _anew(one: Effect) -> Effect:
    """An effect about to be attempted once more: what was looked for in vain before says nothing about this call."""
    return replace(one, evidence={name: value for name, value in one.evidence.items() if name != MISSED})


def _note(
    app: App, plans: Sequence[Plan], places: Mapping[int, Place], evidence: Mapping[str, object]
) -> list[StoredDraft]:
    """Commit where drafts lie. One that was retired while it was being filed is wished out again.

    Those come back that another worker took over while we were at it: it overslept, or the server did.
    """
    now = app.now()
    with writing(app.engine) as conn:
        ours = effects.settle(conn, [(one, DONE, {**one.evidence, **evidence}) for one, _ in plans], now=now)
        filed = {one.draft_id for one in ours}
        drafts.note_filed(conn, {draft: place for draft, place in places.items() if draft in filed})
        after = drafts.by_ids(conn, list(places))
        for one, draft in plans:
            if after[draft.id].state in ("retired", "sent"):
                effects.wish_once(conn, remove_draft(one.account, draft, now, again=True), now)
    return [after[draft.id] for _, draft in plans if draft.id in places and draft.id not in filed]


def _give_way(mailbox: Mailbox, folder: str, late: Sequence[StoredDraft]) -> None:
    """Take our copies out again where another worker has filed its own while we overslept.

    Where it has not yet, it finds ours by its Message-ID before it appends.
    """
    filed = [draft for draft in late if draft.state == "filed" and draft.uid is not None]
    if not filed:
        return
    log.warning("drafts were filed by another worker meanwhile", extra={"drafts": len(filed)})
    uidvalidity, copies = copies_of(mailbox, folder, filed)
    for draft in filed:
        if draft.uid in copies[draft.id].ours:
            for uid in copies[draft.id].ours:
                if uid != draft.uid:
                    mailbox.remove(folder, uid, uidvalidity=uidvalidity)


def _adopt(app: App, mailbox: Mailbox, folder: str, plans: Sequence[Plan]) -> tuple[int, list[Plan]]:
    """Find drafts that an earlier call may have appended; how many were found, and those that were not.

    One that somebody sent is done with, one that somebody changed is theirs. One that somebody threw away is not laid
    there again: it stays in the console. Of several copies that are exactly ours the first stays.
    """
    uidvalidity, copies = copies_of(mailbox, folder, [draft for _, draft in plans])
    absent = [draft.message_id for _, draft in plans if not copies[draft.id]]
    used = found_in(mailbox, mailbox.sent() if absent else None, absent)
    binned = thrown_away(mailbox, [one for one in absent if one not in used])
    places = {draft: (folder, uidvalidity, there.ours[0]) for draft, there in copies.items() if there.ours}
    _note(app, [plan for plan in plans if plan[1].id in places], places, {"adopted": True})
    for uid in [uid for there in copies.values() for uid in there.ours[1:]]:
        mailbox.remove(folder, uid, uidvalidity=uidvalidity)
    _leave_to_people(app, [plan for plan in plans if copies[plan[1].id].foreign])
    settle(app, [(one, DONE, {"found_in_sent": True}) for one, draft in plans if draft.message_id in used])
    settle(app, [(one, DONE, {"thrown_away": True}) for one, draft in plans if draft.message_id in binned])
    lost = [plan for plan in plans if plan[1].message_id in absent and plan[1].message_id not in {*used, *binned}]
    return len(plans) - len(lost), lost


def _leave_to_people(app: App, changed: Sequence[Plan]) -> None:
    """Drafts that a person changed before we knew that they had reached the mailbox."""
    settle(app, [(one, DONE, {**one.evidence, "human": True}) for one, _ in changed])
    with writing(app.engine) as conn:
        for _, draft in changed:
            hand_over(conn, draft, app.now())
