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
    groups: dict[tuple[str, int, tuple[str, ...]], list[Effect]] = defaultdict(list)
    for one in taken:
        wish = one.payload
        groups[wish["folder"], wish["uidvalidity"], tuple(wish["keywords"])].append(one)
    marked = 0
    for (folder, uidvalidity, words), alike in sorted(groups.items(), key=lambda group: group[0]):
        state = mailbox.select(folder)
        fits = state.keywords and state.uidvalidity == uidvalidity
        if fits:
            mailbox.add_keywords([one.payload["uid"] for one in alike], words)
            marked += len(alike)
        settle(app, [(one, DONE, {"marked": fits}) for one in alike])
    return marked
