"""The App: everything a use case needs, built once. The only place that calls the clock."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from triage.crashpoints import crashpoint
from triage.loaders.settings import Account, Settings
from triage.progress import Progress, silent
from triage.records import History, OrderRecord, RawMail, Reading

if TYPE_CHECKING:  # the reader is started before these are loaded, and loads what it needs beside us
    from sqlalchemy import Engine

    from triage.kit import Kit
    from triage.mail.mailbox import Mailbox
    from triage.mail.outgoing import Sender
    from triage.pipeline import Judgement
    from triage.reader.apart import ReadingChild
    from triage.store.blobs import Blobs


class Read(Protocol):
    """The first half of the path of a mail; pure. One reading a mail, in order."""

    def __call__(
        self, mails: Sequence[RawMail], store: str, kit: "Kit", own_addresses: frozenset[str]
    ) -> list[Reading]:
        """Read mails of one store; `own_addresses` are the shop's own, lower case."""
        ...


class Judge(Protocol):
    """The second half; pure."""

    def __call__(
        self,
        reading: Reading,
        store: str,
        kit: "Kit",
        *,
        orders: Mapping[str, OrderRecord],
        history: History,
        received_at: datetime,
        orders_known: bool = True,
    ) -> "Judgement":
        """Decide every claim and compose one reply. orders: by number, as known to the shop."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """Shared by the three doors. connect: opens a logged-in mailbox; sender: None when no SMTP is configured.

    ready: waits until mails can be read.
    """

    settings: Settings
    engine: "Engine"
    blobs: "Blobs"
    kit: "Kit"
    read: Read
    judge: Judge
    connect: "Callable[[Account], Mailbox]"
    sender: "Callable[[Account], Sender | None]"
    now: Callable[[], datetime]
    progress: Progress = silent
    ready: Callable[[], None] = lambda: None


def utc_now() -> datetime:
    """The wall clock, aware UTC."""
    return datetime.now(UTC)


def build_app(settings: Settings, *, with_kit: bool = True, apart: bool = False, progress: Progress = silent) -> App:
    """The App on real parts. with_kit: also load packs, replies and classifier, which takes a second or two.

    apart: mails are read in a child process, as the worker wants it; this one then needs no classifier. The child
    still loads when the App comes back: `ready` waits for it, and raises OperatorError when it cannot.

    Brings the database to the newest schema. Raises OperatorError or RetryLater with one actionable line.
    """
    child = _reader(settings) if apart else None
    try:
        return _assembled(settings, child, with_kit=with_kit, progress=progress)
    except BaseException:
        if child is not None:
            child.close()
        raise


def _reader(settings: Settings) -> "ReadingChild":
    from triage.reader.apart import ReadingChild

    return ReadingChild(settings.root, _kept_packs(settings))


def _kept_packs(settings: Settings) -> Path:
    return settings.data_dir / "policies" / "kept"


def _assembled(settings: Settings, child: "ReadingChild | None", *, with_kit: bool, progress: Progress) -> App:
    from triage import pipeline
    from triage.mail import imap, smtp
    from triage.store.blobs import Blobs
    from triage.store.engine import open_engine
    from triage.store.migrate import upgrade

    kit = _kit(settings, with_kit=with_kit, apart=child is not None)
    engine = open_engine(settings.database_url)
    upgrade(engine)
    return App(
        settings=settings,
        engine=engine,
        blobs=Blobs(settings.data_dir / "mail"),
        kit=kit,
        read=child or pipeline.read,
        judge=pipeline.judge,
        connect=imap.connect,
        sender=lambda account: (
            smtp.SmtpSender(account.smtp, after_rcpt=partial(crashpoint, "K12")) if account.smtp is not None else None
        ),
        now=utc_now,
        progress=progress,
        ready=child.await_loaded if child is not None else lambda: None,
    )


def _kit(settings: Settings, *, with_kit: bool, apart: bool) -> "Kit":
    """What stays loaded. Its libraries take seconds to import, so commands that need no kit never touch them."""
    from triage.kit import Kit, NotLoaded

    if not with_kit:
        return Kit(packs={}, replies=NotLoaded(), classifier=NotLoaded())
    from triage.loaders.kit import load_kit, load_kit_unread

    load = load_kit_unread if apart else load_kit
    return load(settings.root, _kept_packs(settings))
