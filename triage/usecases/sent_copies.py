"""Our replies in the Sent folder: a copy of each that went, and a look for those of which nobody knows."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from triage.app import App
from triage.errors import TriageError
from triage.loaders.settings import Account
from triage.mail.mailbox import Mailbox
from triage.store import drafts, effects, tickets
from triage.store.drafts import StoredDraft
from triage.store.effects import DONE, FAILED, Effect
from triage.store.engine import reading, writing
from triage.usecases.outbox import attempt, settle, taken_in_turn
from triage.usecases.replied import note_replied

BATCH = 200
COPY_TRIES = 8
COPY_DELAYS = tuple(timedelta(minutes=minutes) for minutes in (0, 1, 5, 15, 60, 240, 720))
"""How long a copy waits that could not be filed, after each try; at first the trouble is the connection's."""

LOOKS = tuple(timedelta(minutes=minutes) for minutes in (0, 2, 10, 60))
LAST_LOOKS = timedelta(hours=6)
LOOKED_LONG_ENOUGH = 12
"""How often the Sent folder is looked through for a reply of unknown fate, and how long after the look before."""


def file_copies(app: App, account: Account, mailbox: Mailbox) -> int:
    """File what is due; how many. A copy that cannot be filed waits ever longer and is at last given up, visibly.

    Raises what the mailbox raised.
    """
    filed = 0
    for taken in taken_in_turn(app, account, ["sent_copy"], limit=BATCH):
        try:
            filed += file_sent_copies(app, mailbox, taken)
        except TriageError as fault:
            _put_off(app, taken, fault.what)
            raise
    return filed


def look_for_lost(app: App, account: Account, mailbox: Mailbox) -> int:
    """Look in Sent for replies of unknown fate that are due for a look; how many were found, and so are sent."""
    now = app.now()
    with reading(app.engine) as conn:
        due = [one for one in effects.unknowns(conn, account.name) if _look_is_due(one, now)]
        plans = drafts.by_ids(conn, [one.draft_id or 0 for one in due])
    if not due:
        return 0
    folder = mailbox.sent()
    wanted = [plan.message_id for plan in plans.values()]
    there = mailbox.find_message_ids(folder, wanted) if folder is not None else {}
    return sum(_looked(app, one, plans[one.draft_id or 0], folder, there, now) for one in due)


def _look_is_due(one: Effect, now: datetime) -> bool:
    looks = int(one.evidence.get("looks", 0))
    if looks >= LOOKED_LONG_ENOUGH:
        return False
    last = one.evidence.get("looked_at")
    wait = LOOKS[looks] if looks < len(LOOKS) else LAST_LOOKS
    return last is None or now >= datetime.fromisoformat(last) + wait


def _looked(
    app: App, one: Effect, draft: StoredDraft, folder: str | None, there: dict[str, list[int]], now: datetime
) -> int:
    looks = int(one.evidence.get("looks", 0)) + 1
    seen = {"looks": looks, "looked_at": now.isoformat(), "looked_in": folder, "looked_for": draft.message_id}
    with writing(app.engine) as conn:
        if not there.get(draft.message_id):
            effects.note_looked(conn, one, seen, now=now)
            return 0
        ticket = tickets.by_ids(conn, [draft.ticket_id], lock=True)[draft.ticket_id]
        uid = there[draft.message_id][0]
        if not effects.close_unknown(conn, one, DONE, {**seen, "found_in_sent": uid}, now=now):
            return 0
        at = datetime.fromisoformat(one.evidence.get("dot_at", one.evidence["attempted_at"]))
        digest = one.evidence.get("sha256")
        note_replied(conn, ticket, draft, at=at, actor=one.payload["user"], raw_sha256=digest)
    return 1


def _put_off(app: App, taken: Sequence[Effect], why: str) -> None:
    now = app.now()
    with writing(app.engine) as conn:
        for one in effects.reread(conn, taken):
            if one.tries >= COPY_TRIES:
                effects.settle(conn, [(one, FAILED, {**one.evidence, "why": why})], now=now)
            else:
                wait = COPY_DELAYS[min(max(one.tries, 1), len(COPY_DELAYS)) - 1]
                effects.postpone(conn, [one], due_at=now + wait, now=now)


def file_sent_copies(app: App, mailbox: Mailbox, taken: Sequence[Effect]) -> int:
    """Append copies that are not there yet; returns how many. payload: message_id, and sha256 of the octets."""
    folder = mailbox.sent()
    if folder is None:
        settle(app, [(one, DONE, {"no_sent_folder": True}) for one in taken])
        return 0
    there = mailbox.find_message_ids(folder, [one.payload["message_id"] for one in taken])
    found = [one for one in taken if there.get(one.payload["message_id"])]
    settle(app, [(one, DONE, {"was_there": True}) for one in found])
    filed = 0
    for one in taken:
        if one in found:
            continue
        for ours in attempt(app, [one], {"folder": folder}):
            place = mailbox.append_sent(folder, app.blobs.get(one.payload["sha256"]))
            settle(app, [(ours, DONE, {**ours.evidence, "uid": place.uid})])
            filed += 1
    return filed
