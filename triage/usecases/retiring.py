"""Taking back replies that are no longer to be sent."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from triage.store import drafts, effects, events
from triage.store.drafts import StoredDraft
from triage.store.effects import NewEffect
from triage.store.events import NewEvent

OURS = ("planned", "filed")


def retire(conn: Connection, account: str, old: Sequence[StoredDraft], now: datetime) -> list[int]:
    """Retire drafts that are still ours, and wish them out of the mailbox; returns their ids.

    What a person took over, or already approved, stays theirs.
    """
    gone = [one for one in old if drafts.change(conn, one.id, when=OURS, values={"state": "retired"})]
    for one in gone:
        effects.wish_once(conn, remove_draft(account, one, now), now)
    return [one.id for one in gone]


def hand_over(conn: Connection, draft: StoredDraft, now: datetime) -> bool:
    """A person changed a draft in the mailbox: it is theirs now, and the ticket says so. False when it was already."""
    if not drafts.change(conn, draft.id, when=("planned", "filed", "approved", "retired"), values={"state": "human"}):
        return False
    data = {"revision": draft.revision}
    taken_over = NewEvent(ticket_id=draft.ticket_id, kind=events.EDITED, at=now, actor=events.MAIL_PROGRAM, data=data)
    events.add(conn, [taken_over])
    return True


def remove_draft(account: str, draft: StoredDraft, now: datetime, *, again: bool = False) -> NewEffect:
    """The wish to take a draft out of the mailbox, if nobody touched it there.

    again: a second wish, for a draft that reached the mailbox only after the first was fulfilled.
    """
    return NewEffect(
        kind="retire_draft",
        key=f"retire_draft:{draft.id}" + (":again" if again else ""),
        account=account,
        due_at=now,
        ticket_id=draft.ticket_id,
        draft_id=draft.id,
        payload={},
    )
