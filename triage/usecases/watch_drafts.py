"""Drafts that agents change in their own mail program: from the first byte on they are theirs, as the console knows."""

import email
from collections.abc import Mapping, Sequence
from email.message import Message as Mail
from hashlib import sha256

from triage.app import App
from triage.loaders.settings import Account
from triage.mail.compose import MESSAGE_ID
from triage.mail.mailbox import FolderState, Mailbox
from triage.store import drafts
from triage.store.drafts import StoredDraft
from triage.store.engine import reading, writing
from triage.usecases.letters import answered
from triage.usecases.own import own_ticket
from triage.usecases.retiring import hand_over

HEADERS = ("Message-ID", "In-Reply-To")
LONGEST_HEADER = 2_000


def watch_drafts(app: App, account: Account, mailbox: Mailbox) -> int:
    """Look for drafts of ours that a person changed or rewrote in Drafts; how many are a person's from now on.

    One that only moved is followed. One that is simply gone changes nothing: it may have been sent, and Sent tells.
    """
    with reading(app.engine) as conn:
        places = drafts.places(conn, account.name)
    if not places:
        return 0
    state = mailbox.select(mailbox.drafts())
    there = set(mailbox.uids_above(0))
    gone = [place for place in places if place.lies_in(state.name, state.uidvalidity) and place.uid not in there]
    if not gone:
        return 0
    with reading(app.engine) as conn:
        lost = list(drafts.by_ids(conn, [place.id for place in gone]).values())
    ours = {place.uid for place in places}
    return _settle(app, mailbox, state, lost, sorted(there - ours))


def _settle(
    app: App, mailbox: Mailbox, state: FolderState, lost: Sequence[StoredDraft], strangers: Sequence[int]
) -> int:
    """Follow or hand over; how many were handed over. strangers: UIDs that are no known place of a draft of ours."""
    blocks = mailbox.fetch_headers(strangers, HEADERS) if strangers else {}
    heads = {uid: email.message_from_bytes(block) for uid, block in blocks.items()}
    same = {draft.id: [uid for uid, head in heads.items() if draft.message_id in _ids(head, 0)] for draft in lost}
    wanted = sorted({uid for uids in same.values() for uid in uids})
    octets = {one.uid: one.raw for one in mailbox.fetch(wanted) if one.raw is not None} if wanted else {}
    moved = {draft.id: uid for draft in lost for uid in same[draft.id] if _unchanged(draft, octets.get(uid))}
    rewritten = _rewritten(app, [draft for draft in lost if not same[draft.id]], heads)
    changed = [draft for draft in lost if same[draft.id] and draft.id not in moved]
    now = app.now()
    with writing(app.engine) as conn:
        drafts.note_filed(conn, {draft: (state.name, state.uidvalidity, uid) for draft, uid in moved.items()})
        return sum(hand_over(conn, draft, now) for draft in [*changed, *rewritten])


def _rewritten(app: App, lost: Sequence[StoredDraft], heads: Mapping[int, Mail]) -> list[StoredDraft]:
    """Of drafts that are gone, those beside whose customer's mail a person now keeps an answer of their own."""
    if not lost:
        return []
    mails = answered(app, lost)
    foreign = [head for head in heads.values() if not any(own_ticket(app, one) for one in _ids(head, 0))]
    begun = {one for head in foreign for one in _ids(head, 1)}
    return [draft for draft in lost if mails[draft.answers_id].message_id in begun]


def _ids(head: Mail, which: int) -> list[str]:
    return MESSAGE_ID.findall(str(head.get(HEADERS[which], ""))[:LONGEST_HEADER])


def _unchanged(draft: StoredDraft, octets: bytes | None) -> bool:
    return octets is not None and sha256(octets).hexdigest() == draft.sha256
