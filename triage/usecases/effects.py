"""Everything that waits to be done to the world, done: drafts, replies, copies, keywords."""

from dataclasses import astuple, dataclass

from triage.app import App
from triage.loaders.settings import Account
from triage.mail.mailbox import Mailbox
from triage.usecases.clock_steps import steady
from triage.usecases.filing import file_drafts
from triage.usecases.instance import require_ours
from triage.usecases.marking import mark_mails
from triage.usecases.outbox import given_back_when_broken, serving, taken_in_turn
from triage.usecases.removing import remove_drafts
from triage.usecases.sending import send_due
from triage.usecases.sent_copies import file_copies, look_for_lost

BATCH = 200


@dataclass(slots=True, kw_only=True)
class DrainReport:
    """What was done to the world, counted.

    filed: drafts appended. adopted: drafts found there after a doubt. removed: retired drafts taken out. human: drafts
    that a person had changed, left alone. sent: replies accepted. copies: of them, filed into Sent. found: replies of
    unknown fate that lay in Sent. marked: mails given
    keywords. failed: drafts that could not be composed; they stay in the console.
    """

    filed: int = 0
    adopted: int = 0
    removed: int = 0
    human: int = 0
    sent: int = 0
    copies: int = 0
    found: int = 0
    marked: int = 0
    failed: int = 0

    def __bool__(self) -> bool:
        """True when anything was done."""
        return any(astuple(self))


def file_waiting(app: App, account: Account, mailbox: Mailbox, done: DrainReport) -> None:
    """Lay ready drafts into the mailbox and mark mails, and nothing else; counts go into `done`.

    For the time in which the reader is busy: what leaves the house waits for `drain`, which knows of answers that were
    sent from elsewhere meanwhile.
    """
    require_ours(app)
    with serving(app, account):
        _file(app, account, mailbox, done)
        _mark(app, account, mailbox, done)


def drain(app: App, account: Account, mailbox: Mailbox, done: DrainReport | None = None) -> DrainReport:
    """Do everything that waits for this account. Raises `RetryLater` when the connection breaks.

    Raises `CopyError` in a copy of an installation, which does nothing to the world.

    done: counts to go on with.

    What was done until then is known; what is in doubt is looked for before it is done again, and replies are never
    sent again on a doubt.
    """
    done = done or DrainReport()
    require_ours(app)
    with serving(app, account):
        done.sent += send_due(app, account) if steady(app) else 0
        _file(app, account, mailbox, done)
        for taken in taken_in_turn(app, account, ["retire_draft"], limit=BATCH):
            with given_back_when_broken(app, taken):
                removed, human = remove_drafts(app, mailbox, taken)
            done.removed, done.human = done.removed + removed, done.human + human
        _mark(app, account, mailbox, done)
        done.copies += file_copies(app, account, mailbox)
        done.found += look_for_lost(app, account, mailbox)
    return done


def _file(app: App, account: Account, mailbox: Mailbox, done: DrainReport) -> None:
    for taken in taken_in_turn(app, account, ["file_draft"], limit=BATCH):
        with given_back_when_broken(app, taken):
            filed, adopted, failed = file_drafts(app, account, mailbox, taken)
        done.filed, done.adopted, done.failed = done.filed + filed, done.adopted + adopted, done.failed + failed


def _mark(app: App, account: Account, mailbox: Mailbox, done: DrainReport) -> None:
    for taken in taken_in_turn(app, account, ["keywords"], limit=BATCH * 5):
        with given_back_when_broken(app, taken):
            done.marked += mark_mails(app, mailbox, taken)
