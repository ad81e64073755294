"""What the use cases ask of a mailbox. One real implementation speaks IMAP; a fake injects faults."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from triage.errors import RetryLater

if TYPE_CHECKING:
    from triage.mail.sign_on import Grant


class Throttled(RetryLater):
    """The server asked for rest; `wait_seconds` says how long it wants at least."""

    def __init__(self, what: str, *, fix: str, wait_seconds: float) -> None:
        super().__init__(what, fix=fix)
        self.wait_seconds = wait_seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderState:
    """A selected folder. uidvalidity 0: the server gave none. keywords: new keywords can be stored.

    compared: its oldest mails were looked at in this session (`Mailbox.oldest`).
    """

    name: str
    uidvalidity: int
    uidnext: int
    exists: int
    keywords: bool
    compared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What is known of a mail without its bytes. internal_date: aware UTC."""

    uid: int
    internal_date: datetime
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One fetched mail; `raw` is None when it vanished in between."""

    uid: int
    internal_date: datetime
    raw: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """Where an appended mail went; uid None (and uidvalidity 0) when the server does not say (no UIDPLUS)."""

    folder: str
    uidvalidity: int
    uid: int | None


class Access(Protocol):
    """What a mailbox has to know of an account's settings; `triage.loaders.settings.Account` has it all."""

    @property
    def name(self) -> str: ...
    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def user(self) -> str: ...
    @property
    def password(self) -> str: ...
    @property
    def security(self) -> str: ...
    @property
    def auth(self) -> str: ...
    @property
    def inbox(self) -> str: ...
    @property
    def drafts(self) -> str | None: ...
    @property
    def sent(self) -> str | None: ...
    @property
    def sign_on(self) -> "Grant | None": ...


def never() -> bool:
    """The answer of a caller who does not want to be called away."""
    return False


class Mailbox(Protocol):
    """A logged-in session. A method that cannot do its work raises `RetryLater`, and the session is then dead."""

    def inbox(self) -> str:
        """Name of the inbox folder."""
        ...

    def drafts(self) -> str:
        """Name of the Drafts folder: by setting, by SPECIAL-USE, by usual name; created when there is none.

        Raises `OperatorError` when several folders claim to be it and the settings do not choose.
        """
        ...

    def sent(self) -> str | None:
        """Name of the Sent folder, None when there is none and none was configured."""
        ...

    def trash(self) -> str | None:
        """Name of the folder that people throw mails into, None when there is none or several could be it."""
        ...

    def select(self, folder: str) -> FolderState:
        """Open a folder for the calls that follow. Raises `OperatorError` when there is no such folder."""
        ...

    def uids_above(self, uid: int, up_to: int | None = None) -> list[int]:
        """UIDs strictly greater than `uid`, ascending, of the selected folder; none beyond `up_to`."""
        ...

    def oldest(self, count: int) -> list[Envelope]:
        """Date and size of the first mails of the selected folder, at most `count`, ascending."""
        ...

    def marked_deleted(self) -> list[int]:
        """UIDs of the selected folder that somebody marked \\Deleted, ascending."""
        ...

    def envelopes(self, uids: Sequence[int]) -> list[Envelope]:
        """Date and size, no bytes; a vanished mail is left out."""
        ...

    def fetch(self, uids: Sequence[int]) -> Iterator[Fetched]:
        """The octets (`BODY.PEEK[]`), never setting \\Seen; in the server's order, one mail in memory at a time.

        A mail that the server refuses to hand out although it is there is left out: try again, then quarantine.
        """
        ...

    def fetch_headers(self, uids: Sequence[int], names: Sequence[str]) -> dict[int, bytes]:
        """Header block restricted to `names`, by UID."""
        ...

    def add_keywords(self, uids: Sequence[int], keywords: Sequence[str]) -> None:
        """Add keywords to mails of the selected folder; those that the server would not keep are left out."""
        ...

    def keywords(self, uids: Sequence[int]) -> dict[int, frozenset[str]]:
        """Keywords, in lower case, of those of `uids` whose flags may have changed since this session last asked.

        All of them the first time, and each time where the server does not count changes.
        """
        ...

    def append_drafts(self, folder: str, mails: Sequence[bytes]) -> list[Appended]:
        """Append with \\Draft, by MULTIAPPEND where offered; in order."""
        ...

    def append_sent(self, folder: str, mail: bytes) -> Appended:
        """Append a copy of a sent mail with \\Seen."""
        ...

    def find_message_ids(
        self, folder: str, message_ids: Sequence[str], *, from_uid: int | None = None
    ) -> dict[str, list[int]]:
        """UIDs in `folder` for each Message-ID asked, ascending; selects the folder.

        from_uid: the UIDNEXT that the folder had before these mails may have come. From there on headers are read,
        whatever a search says; where the server cannot search headers, older mails are then left out.
        """
        ...

    def remove(self, folder: str, uid: int, *, uidvalidity: int = 0) -> bool:
        """Delete exactly this UID by UID EXPUNGE; False when the server has no UIDPLUS (only flagged then).

        uidvalidity: under which numbering the UID is meant; under another one nothing is touched, and False comes back.
        Selects the folder.
        """
        ...

    def idle(self, timeout_seconds: float, stop: Callable[[], bool] = never) -> bool:
        """Wait for new mail in the selected folder; True when something came since the last `uids_above` there.

        Comes back early, within a second, when `stop` says so. Sleeps where the server has no IDLE.
        """
        ...

    def close(self) -> None:
        """Log out; never raises."""
        ...
