"""A mailbox in memory that passes the contract of the real one, and fails when a test wants it to."""

import email
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from triage.errors import OperatorError, RetryLater
from triage.mail.mailbox import Appended, Envelope, Fetched, FolderState, never

SOME_DAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class StoredMail:
    """One mail of a folder; flags hold keywords too."""

    raw: bytes = field(repr=False)
    internal_date: datetime
    flags: set[str]


@dataclass
class Folder:
    """One folder as the server keeps it."""

    uidvalidity: int = 7
    uidnext: int = 1
    mails: dict[int, StoredMail] = field(default_factory=dict)

    def add(self, raw: bytes, internal_date: datetime, flags: Sequence[str] = ()) -> int:
        """Store a mail; its UID."""
        uid, self.uidnext = self.uidnext, self.uidnext + 1
        self.mails[uid] = StoredMail(raw=raw, internal_date=internal_date, flags=set(flags))
        return uid


@dataclass
class FakeServer:
    """What outlives a session. Share it between sessions, as a real server is.

    refused: UIDs that it will not hand out. calls: methods called, in order. before: called ahead of a method, by name,
    with the session. uidplus, keywords: what the server can do. reform: what it makes of the octets that it is given.
    resurrects: it keeps every mail that it ever got, and takes one with a known Message-ID for that old one.
    """

    folders: dict[str, Folder] = field(
        default_factory=lambda: {"INBOX": Folder(), "Drafts": Folder(), "Sent": Folder(), "Trash": Folder()}
    )
    refused: set[int] = field(default_factory=set)
    calls: list[str] = field(default_factory=list)
    before: dict[str, Callable[["FakeMailbox"], None]] = field(default_factory=dict)
    uidplus: bool = True
    keywords: bool = True
    reform: Callable[[bytes], bytes] = bytes
    resurrects: bool = False
    ever: dict[str, StoredMail] = field(default_factory=dict)
    _cuts: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))

    def deliver(self, raw: bytes, at: datetime = SOME_DAY, folder: str = "INBOX") -> int:
        """A mail arrives; its UID."""
        return self.folders[folder].add(raw, at)

    def cut(self, method: str, *, after: bool = False) -> None:
        """Break the connection at the next call of `method`: before it acts, or after, with its answer lost."""
        self._cuts[method].append(after)

    def reset_uidvalidity(self, folder: str) -> None:
        """Number a folder anew, as after a delete and a restore."""
        old = self.folders[folder]
        self.folders[folder] = Folder(uidvalidity=old.uidvalidity + 1)
        for mail in old.mails.values():
            self.folders[folder].add(mail.raw, mail.internal_date, sorted(mail.flags))

    def connect(self) -> "FakeMailbox":
        """A new session."""
        return FakeMailbox(self)

    def cut_now(self, method: str, *, after: bool) -> bool:
        """Whether this call breaks, at this end of it; asked by the session."""
        if self._cuts[method] and self._cuts[method][0] is after:
            self._cuts[method].pop(0)
            return True
        return False


class FakeMailbox:
    """One session on a `FakeServer`."""

    def __init__(self, server: FakeServer) -> None:
        self.server = server
        self.dead = False
        self._selected: str | None = None
        self._looked_up_to: dict[str, int] = {}
        self._compared: set[str] = set()

    def _begin(self, method: str) -> None:
        self.server.calls.append(method)
        if self.dead:
            raise RetryLater("the connection is closed", fix="connect again")
        if method in self.server.before:
            self.server.before[method](self)
        if self.server.cut_now(method, after=False):
            self._die()

    def _end(self, method: str) -> None:
        if self.server.cut_now(method, after=True):
            self._die()

    def _die(self) -> None:
        self.dead = True
        raise RetryLater("the connection broke", fix="connect again")

    def _folder(self, name: str) -> Folder:
        if name not in self.server.folders:
            raise OperatorError(f"there is no folder {name!r}", fix="correct the folder's name")
        return self.server.folders[name]

    @property
    def _open(self) -> Folder:
        if self._selected is None:
            raise RetryLater("no folder is selected", fix="select one first")
        return self._folder(self._selected)

    def inbox(self) -> str:
        return "INBOX"

    def drafts(self) -> str:
        self._begin("drafts")
        self.server.folders.setdefault("Drafts", Folder())
        return "Drafts"

    def sent(self) -> str | None:
        self._begin("sent")
        return "Sent" if "Sent" in self.server.folders else None

    def trash(self) -> str | None:
        self._begin("trash")
        return "Trash" if "Trash" in self.server.folders else None

    def select(self, folder: str) -> FolderState:
        self._begin("select")
        found = self._folder(folder)
        self._selected = folder
        return FolderState(
            name=folder,
            uidvalidity=found.uidvalidity,
            uidnext=found.uidnext,
            exists=len(found.mails),
            keywords=self.server.keywords,
            compared=folder in self._compared,
        )

    def uids_above(self, uid: int, up_to: int | None = None) -> list[int]:
        self._begin("uids_above")
        if up_to is None:
            self._looked_up_to[str(self._selected)] = self._open.uidnext
        return [known for known in sorted(self._open.mails) if known > uid and (up_to is None or known <= up_to)]

    def oldest(self, count: int) -> list[Envelope]:
        first = sorted(self._open.mails)[:count]
        self._compared.add(str(self._selected))
        return self.envelopes(first)

    def marked_deleted(self) -> list[int]:
        self._begin("marked_deleted")
        return [uid for uid, mail in sorted(self._open.mails.items()) if "\\Deleted" in mail.flags]

    def envelopes(self, uids: Sequence[int]) -> list[Envelope]:
        self._begin("envelopes")
        there = [(uid, self._open.mails[uid]) for uid in uids if uid in self._open.mails]
        return [Envelope(uid=uid, internal_date=mail.internal_date, size_bytes=len(mail.raw)) for uid, mail in there]

    def fetch(self, uids: Sequence[int]) -> Iterator[Fetched]:
        for uid in sorted(uids):
            self._begin("fetch")
            mail = self._open.mails.get(uid)
            if mail is None:
                yield Fetched(uid=uid, internal_date=datetime(1970, 1, 1, tzinfo=UTC), raw=None)
            elif uid not in self.server.refused:
                yield Fetched(uid=uid, internal_date=mail.internal_date, raw=mail.raw)

    def fetch_headers(self, uids: Sequence[int], names: Sequence[str]) -> dict[int, bytes]:
        self._begin("fetch_headers")
        wanted = {name.lower() for name in names}
        blocks: dict[int, bytes] = {}
        for uid in uids:
            if uid in self._open.mails:
                headers = email.message_from_bytes(self._open.mails[uid].raw).items()
                kept = [f"{name}: {value}\r\n" for name, value in headers if name.lower() in wanted]
                blocks[uid] = "".join([*kept, "\r\n"]).encode("utf-8", "surrogateescape")
        return blocks

    def add_keywords(self, uids: Sequence[int], keywords: Sequence[str]) -> None:
        self._begin("add_keywords")
        for uid in uids:
            if self.server.keywords and uid in self._open.mails:
                self._open.mails[uid].flags.update(keywords)
        self._end("add_keywords")

    def keywords(self, uids: Sequence[int]) -> dict[int, frozenset[str]]:
        self._begin("keywords")
        there = {uid: self._open.mails[uid].flags for uid in uids if uid in self._open.mails}
        return {uid: frozenset(one.lower() for one in flags if one[0] != "\\") for uid, flags in there.items()}

    def append_drafts(self, folder: str, mails: Sequence[bytes]) -> list[Appended]:
        self._begin("append_drafts")
        places = [self._append(folder, mail, "\\Draft") for mail in mails]
        self._end("append_drafts")
        return places

    def append_sent(self, folder: str, mail: bytes) -> Appended:
        self._begin("append_sent")
        place = self._append(folder, mail, "\\Seen")
        self._end("append_sent")
        return place

    def _append(self, folder: str, mail: bytes, flag: str) -> Appended:
        target = self._folder(folder)
        uid = self._resurrected(target, mail) or target.add(self.server.reform(mail), SOME_DAY, [flag])
        if not self.server.uidplus:
            return Appended(folder=folder, uidvalidity=0, uid=None)
        return Appended(folder=folder, uidvalidity=target.uidvalidity, uid=uid)

    def _resurrected(self, target: Folder, mail: bytes) -> int | None:
        """The UID of the old mail that a server took the new one for."""
        if not self.server.resurrects:
            return None
        name = str(email.message_from_bytes(mail)["Message-ID"])
        new = StoredMail(raw=mail, internal_date=SOME_DAY, flags={"\\Draft"})
        old = self.server.ever.setdefault(name, new)
        if old is new:
            return None
        there = [uid for uid, one in target.mails.items() if one.raw == old.raw]
        return there[0] if there else target.add(old.raw, old.internal_date, sorted(old.flags))

    def find_message_ids(
        self, folder: str, message_ids: Sequence[str], *, from_uid: int | None = None
    ) -> dict[str, list[int]]:
        self._begin("find_message_ids")
        self._selected = folder
        found: dict[str, list[int]] = {wanted: [] for wanted in message_ids}
        for uid, mail in sorted(self._folder(folder).mails.items()):
            message_id = (email.message_from_bytes(mail.raw).get("Message-ID") or "").strip()
            if message_id in found:
                found[message_id].append(uid)
        return found

    def remove(self, folder: str, uid: int, *, uidvalidity: int = 0) -> bool:
        self._begin("remove")
        self._selected = folder
        if self._folder(folder).uidvalidity != uidvalidity != 0:
            return False
        mails = self._folder(folder).mails
        if self.server.uidplus:
            mails.pop(uid, None)
        elif uid in mails:
            mails[uid].flags.add("\\Deleted")
        self._end("remove")
        return self.server.uidplus

    def idle(self, timeout_seconds: float, stop: Callable[[], bool] = never) -> bool:
        self._begin("idle")
        deadline = time.monotonic() + timeout_seconds
        while not self._has_news() and not stop() and time.monotonic() < deadline and not self.dead:
            time.sleep(0.005)
        return self._has_news()

    def _has_news(self) -> bool:
        return self._open.uidnext > self._looked_up_to.get(str(self._selected), self._open.uidnext)

    def close(self) -> None:
        self.dead = True
