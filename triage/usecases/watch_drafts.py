"""Drafts that agents change in their own mail program: from the first byte on they are theirs, as the console knows."""

import email
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message as Mail
from email.utils import getaddresses

from triage.app import App
from triage.loaders.settings import Account
from triage.mail.compose import MESSAGE_ID, decoded, reply_subject
from triage.mail.mailbox import FolderState, Mailbox
from triage.store import drafts
from triage.store.drafts import StoredDraft
from triage.store.engine import reading, writing
from triage.usecases.finding import is_ours, octets_of
from triage.usecases.letters import answered
from triage.usecases.own import own_ticket
from triage.usecases.retiring import hand_over

HEADERS = ("Message-ID", "In-Reply-To", "References", "To", "Subject")
LONGEST_HEADER = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """The head of a draft that does not lie where we laid one. answers: ids of mails that it names."""

    uid: int
    message_ids: Sequence[str]
    answers: frozenset[str]
    recipients: frozenset[str]
    subject: str


def watch_drafts(app: App, account: Account, mailbox: Mailbox) -> int:
    """Look for drafts of ours that a person changed or rewrote in Drafts; how many are a person's from now on.

    One that only moved is followed. One that is simply gone, or marked as deleted, changes nothing: it may have been
    sent, and Sent tells.
    """
    with reading(app.engine) as conn:
        places = drafts.places(conn, account.name)
    if not places:
        return 0
    state = mailbox.select(mailbox.drafts())
    there = set(mailbox.uids_above(0)) - set(mailbox.marked_deleted())
    lying = {place.uid for place in places if place.lies_in(state.name, state.uidvalidity)} & there
    gone = [place for place in places if place.uid not in lying or not place.lies_in(state.name, state.uidvalidity)]
    if not gone:
        return 0
    with reading(app.engine) as conn:
        lost = list(drafts.by_ids(conn, [place.id for place in gone]).values())
    return _settle(app, mailbox, state, lost, sorted(there - lying))


def _settle(app: App, mailbox: Mailbox, state: FolderState, lost: Sequence[StoredDraft], uids: Sequence[int]) -> int:
    """Follow or hand over; how many were handed over. uids: mails that are no known place of a draft of ours."""
    blocks = mailbox.fetch_headers(uids, HEADERS) if uids else {}
    strangers = [_stranger(uid, email.message_from_bytes(block)) for uid, block in blocks.items()]
    same = {draft.id: [one.uid for one in strangers if draft.message_id in one.message_ids] for draft in lost}
    octets = octets_of(mailbox, sorted({uid for found in same.values() for uid in found}))
    moved = {draft.id: uid for draft in lost for uid in same[draft.id] if uid in octets and is_ours(draft, octets[uid])}
    foreign = [one for one in strangers if not any(own_ticket(app, name) for name in one.message_ids)]
    rewritten = _rewritten(app, [draft for draft in lost if not same[draft.id]], foreign)
    changed = [draft for draft in lost if same[draft.id] and draft.id not in moved]
    now = app.now()
    with writing(app.engine) as conn:
        drafts.note_filed(conn, {draft: (state.name, state.uidvalidity, uid) for draft, uid in moved.items()})
        return sum(hand_over(conn, draft, now) for draft in [*changed, *rewritten])


def _rewritten(app: App, lost: Sequence[StoredDraft], foreign: Sequence[Stranger]) -> list[StoredDraft]:
    """Of drafts that are gone, those in whose place a person now keeps an answer of their own.

    It names the customer's mail, or the draft itself; a phone names nothing, but keeps recipient and subject.
    """
    mails = answered(app, lost) if lost and foreign else {}
    named = {one for stranger in foreign for one in stranger.answers}
    spoken_to = {(to, one.subject) for one in foreign if not one.answers for to in one.recipients}
    return [
        draft
        for draft in lost
        if draft.answers_id in mails
        and (
            not named.isdisjoint({mails[draft.answers_id].message_id, draft.message_id})
            or (draft.to_address.lower(), reply_subject(draft.subject)) in spoken_to
        )
    ]


def _stranger(uid: int, head: Mail) -> Stranger:
    """What a draft's head tells."""
    answers = [one for name in ("In-Reply-To", "References") for one in MESSAGE_ID.findall(_one(head, name))]
    return Stranger(
        uid=uid,
        message_ids=MESSAGE_ID.findall(_one(head, "Message-ID")),
        answers=frozenset(answers),
        recipients=frozenset(address.lower() for _, address in getaddresses([_one(head, "To")]) if address),
        subject=reply_subject(decoded(_one(head, "Subject"))),
    )


def _one(head: Mail, name: str) -> str:
    return str(head.get(name, ""))[:LONGEST_HEADER]
