"""Laying drafts into the mailbox, each once: its Message-ID is fixed before the call, and looked for after a doubt."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from triage.app import App
from triage.errors import Refused, RetryLater
from triage.loaders.settings import Account
from triage.mail.mailbox import Appended, FolderState, Mailbox
from triage.store import drafts, effects
from triage.store.crashpoints import crashpoint
from triage.store.drafts import StoredDraft
from triage.store.effects import DONE, FAILED, Effect
from triage.store.engine import reading, writing
from triage.usecases.effects import End, attempt, give_back, settle, taken_in_turn
from triage.usecases.letters import letters
from triage.usecases.marking import mark_mails
from triage.usecases.removing import remove_drafts, remove_twins
from triage.usecases.retiring import remove_draft
from triage.usecases.sent_copies import file_sent_copies

log = logging.getLogger(__name__)

BATCH = 200
SECOND_LOOK_SECONDS = 2.0

Place = tuple[str, int, int | None]
"""Where a draft lies: folder, uidvalidity, uid (None where the server does not say)."""


@dataclass(slots=True, kw_only=True)
class DrainReport:
    """What was done to the mailbox, counted.

    filed: drafts appended. adopted: drafts found there after a doubt. removed: retired drafts taken out. human: drafts
    that a person had changed, left alone. marked: mails given keywords. copies: sent mails filed. failed: given up.
    """

    filed: int = 0
    adopted: int = 0
    removed: int = 0
    human: int = 0
    marked: int = 0
    copies: int = 0
    failed: int = 0


def drain(app: App, account: Account, mailbox: Mailbox) -> DrainReport:
    """Do everything that waits to be done to this mailbox. Raises `RetryLater` when the connection breaks.

    What had been done until then is known; what is in doubt is looked for before it is done again.
    """
    done = DrainReport()
    for taken in taken_in_turn(app, account, ["file_draft"], limit=BATCH):
        _guarded(app, taken, lambda taken=taken: _file(app, account, mailbox, taken, done))  # type: ignore[misc]
    for taken in taken_in_turn(app, account, ["retire_draft"], limit=BATCH):
        removed, human = _guarded(app, taken, lambda taken=taken: remove_drafts(app, mailbox, taken))  # type: ignore[misc]
        done.removed += removed
        done.human += human
    for taken in taken_in_turn(app, account, ["sent_copy"], limit=BATCH):
        done.copies += _guarded(app, taken, lambda taken=taken: file_sent_copies(app, mailbox, taken))  # type: ignore[misc]
    for taken in taken_in_turn(app, account, ["keywords"], limit=BATCH * 5):
        done.marked += _guarded(app, taken, lambda taken=taken: mark_mails(app, mailbox, taken))  # type: ignore[misc]
    return done
