"""A stored draft as the bytes of a mail: the same draft gives the same bytes, so they can be known again."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from triage.app import App
from triage.loaders.settings import Account
from triage.mail.compose import compose_reply, references_for, reply_subject
from triage.records import Address
from triage.store import messages
from triage.store.drafts import StoredDraft
from triage.store.engine import reading
from triage.store.messages import Message
from triage.usecases.own import from_address, thread_mark


def answered(app: App, plans: Sequence[StoredDraft]) -> Mapping[int, Message]:
    """The customer's mail that each draft answers, by its row."""
    with reading(app.engine) as conn:
        return messages.by_ids(conn, [plan.answers_id for plan in plans])


def letter(
    app: App, account: Account, draft: StoredDraft, answers: Message, *, approved_at: datetime | None = None
) -> bytes:
    """The mail of one draft, threaded under what it answers. Raises `Refused` when it could not be sent safely.

    approved_at: dates a reply that is to be sent, which names its ticket in References; a draft bears the time at which
    it was prepared, and our mark.
    """
    references = references_for(answers.message_id, answers.in_reply_to, answers.references)
    mark = thread_mark(app, draft.message_id) if approved_at is not None else None
    return compose_reply(
        sender=from_address(app, account),
        to=Address(name=draft.to_name, address=draft.to_address),
        subject=draft.subject or reply_subject(answers.subject),
        text=draft.text,
        html=draft.html,
        message_id=draft.message_id,
        in_reply_to=answers.message_id,
        references=references if mark is None else (mark, *references),
        date=approved_at or draft.created_at,
        draft_mark=draft_mark(draft) if approved_at is None else None,
    )


def draft_mark(draft: StoredDraft) -> str:
    """What a draft bears beside its Message-ID, which some servers give anew."""
    return draft.message_id.removeprefix("<").partition("@")[0]
