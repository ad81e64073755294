"""Keywords on customers' mails: hints for people in their mail program, never our memory."""

from collections import defaultdict
from collections.abc import Sequence

from triage.app import App
from triage.mail.mailbox import Mailbox
from triage.store.effects import DONE, Effect
from triage.usecases.outbox import settle


def mark_mails(app: App, mailbox: Mailbox, taken: Sequence[Effect]) -> int:
    """Add keywords, those alike in one go; returns how many mails were marked.

    A folder that keeps no keywords, or that was numbered anew, is left alone: nothing depends on them.
    """
    folders: dict[str, list[Effect]] = defaultdict(list)
    for one in taken:
        folders[one.payload["folder"]].append(one)
    marked: set[int] = set()
    for folder, wishes in sorted(folders.items()):
        state = mailbox.select(folder)
        fitting = [one for one in wishes if state.keywords and one.payload["uidvalidity"] == state.uidvalidity]
        _mark(mailbox, fitting)
        marked |= {one.id for one in fitting}
    settle(app, [(one, DONE, {"marked": one.id in marked}) for one in taken])
    return len(marked)


def _mark(mailbox: Mailbox, wishes: Sequence[Effect]) -> None:
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for one in wishes:
        alike[tuple(one.payload["keywords"])].append(one.payload["uid"])
    for words, uids in sorted(alike.items()):
        mailbox.add_keywords(uids, words)
