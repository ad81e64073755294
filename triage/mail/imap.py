"""The mailbox over IMAP: what the use cases ask, said in the commands that every server understands."""

import email
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from triage.errors import OperatorError
from triage.mail.dial import dial
from triage.mail.folders import DRAFTS_NAMES, SENT_NAMES, TRASH_NAMES, find_folder
from triage.mail.mailbox import Access, Appended, Envelope, Fetched, FolderState, never
from triage.mail.responses import (
    appended_uids,
    as_set,
    body_of,
    date_of,
    has_flags,
    head,
    in_pages,
    keywords_of,
    modseq_of,
    size_of,
    uid_of,
)
from triage.mail.wire import Declined, Wire

FETCH_PAGE = 100
HEADER_PAGE = 500
SEARCH_PAGE = 20
APPEND_PAGE = 50
APPEND_BYTES = 8_000_000
NOWHERE = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for the date of a mail that is no longer there."""


def connect(account: Access) -> "ImapMailbox":
    """Connect and log in. Raises `OperatorError` when a setting is wrong, `RetryLater` when the world is."""
    return ImapMailbox(dial(account), account)


class ImapMailbox:
    """`Mailbox` on one IMAP connection; not for two threads at once."""

    def __init__(self, wire: Wire, account: Access) -> None:
        self._wire = wire
        self._account = account
        self._state: FolderState | None = None
        self._kept: frozenset[str] = frozenset()
        self._modseq = 0
        self._flags_seen: dict[str, tuple[int, int]] = {}
        self._looked_up_to: dict[str, tuple[int, int]] = {}
        self._drafts: str | None = None

    def inbox(self) -> str:
        """Name of the inbox folder, as configured."""
        return self._account.inbox

    def drafts(self) -> str:
        """Name of the Drafts folder; created when there is none. Raises `OperatorError` when that is a guess."""
        if self._drafts is None:
            self._drafts = (
                self._find("\\drafts", DRAFTS_NAMES, self._account.drafts, "TRIAGE_IMAP_DRAFTS") or self._create()
            )
        return self._drafts

    def _create(self) -> str:
        try:
            name = self._account.drafts or f"{self._wire.personal_prefix()}Drafts"
            self._wire.create(name)
        except Declined as declined:
            self._wire.give_up("create a Drafts folder", declined)
        return name

    def sent(self) -> str | None:
        """Name of the Sent folder, if any. Raises `OperatorError` when the configured one is missing."""
        wanted = self._account.sent
        found = self._find("\\sent", SENT_NAMES, wanted, "TRIAGE_IMAP_SENT")
        if wanted is not None and found is None:
            raise OperatorError(
                f"mailbox {self._account.name!r}: there is no folder {wanted!r}", fix="correct TRIAGE_IMAP_SENT"
            )
        return found

    def trash(self) -> str | None:
        """Name of the folder that people throw mails into, if it is plain which one."""
        try:
            return self._find("\\trash", TRASH_NAMES, None, "the mailbox")
        except OperatorError:
            return None

    def _find(self, use: str, names: Sequence[str], configured: str | None, setting: str) -> str | None:
        try:
            folders = self._wire.folders()
        except Declined as declined:
            self._wire.give_up("list the folders", declined)
        return find_folder(folders, use=use, names=names, configured=configured, setting=setting)

    def select(self, folder: str) -> FolderState:
        """Open a folder. Raises `OperatorError` when the server says that there is none."""
        self._state = None
        try:
            answer = self._wire.select(folder)
        except Declined as declined:
            self._no_such_folder(folder, declined)
        self._kept = answer.permanent_flags
        self._modseq = answer.modseq
        self._state = FolderState(
            name=folder,
            uidvalidity=answer.uidvalidity,
            uidnext=answer.uidnext,
            exists=answer.exists,
            keywords="\\*" in answer.permanent_flags,
        )
        return self._state

    def _no_such_folder(self, folder: str, declined: Declined) -> None:
        gone = declined.code in {"NONEXISTENT", "TRYCREATE"} or "exist" in declined.answer.lower()
        if not gone:
            self._wire.give_up("open a folder", declined)
        raise OperatorError(
            f"mailbox {self._account.name!r}: there is no folder {folder!r}",
            fix="correct TRIAGE_IMAP_INBOX, TRIAGE_IMAP_DRAFTS or TRIAGE_IMAP_SENT",
        ) from declined

    def uids_above(self, uid: int) -> list[int]:
        """UIDs strictly greater than `uid`, ascending."""
        self._wire.forget_news()
        try:
            # A set `n:*` always names the last mail, even below n: hence the second look.
            found = [hit for hit in self._wire.search(b"UID", b"%d:*" % (uid + 1)) if hit > uid]
        except Declined as declined:
            self._wire.give_up("search the folder", declined)
        if self._state is not None:
            seen = max(self._state.uidnext, found[-1] + 1 if found else 0)
            self._looked_up_to[self._state.name] = (self._state.uidvalidity, seen)
        return found

    def marked_deleted(self) -> list[int]:
        """UIDs that somebody marked \\Deleted."""
        try:
            return sorted(self._wire.search(b"DELETED"))
        except Declined as declined:
            self._wire.give_up("search the folder", declined)

    def envelopes(self, uids: Sequence[int]) -> list[Envelope]:
        """Date and size; a vanished mail is left out."""
        found: list[Envelope] = []
        for page in in_pages(uids, HEADER_PAGE):
            for line in self._lines(page, "(UID INTERNALDATE RFC822.SIZE)"):
                uid, date, size = uid_of(line), date_of(line), size_of(line)
                if uid is not None and date is not None and size is not None:
                    found.append(Envelope(uid=uid, internal_date=date, size_bytes=size))
        return found

    def _lines(self, uids: Sequence[int], items: str) -> list[bytes]:
        try:
            return [head(pieces) for pieces in self._wire.fetch(as_set(uids), items)]
        except Declined as declined:
            self._wire.give_up("hand out mails", declined)

    def fetch(self, uids: Sequence[int]) -> Iterator[Fetched]:
        """The octets, one mail at a time; vanished ones with `raw=None`, refused ones left out."""
        for page in in_pages(uids, FETCH_PAGE):
            wanted = set(page)
            for mail in self._try_fetch(page):
                if mail.uid in wanted:
                    wanted.discard(mail.uid)
                    yield mail
            if wanted:
                yield from self._fetch_singly(wanted, alone=len(page) == 1)

    def _try_fetch(self, uids: Sequence[int]) -> Iterator[Fetched]:
        try:
            for pieces in self._wire.fetch(as_set(uids), "(UID INTERNALDATE BODY.PEEK[])"):
                line, raw = head(pieces), body_of(pieces)
                uid, date = uid_of(line), date_of(line)
                if uid is not None and raw is not None and date is not None:
                    yield Fetched(uid=uid, internal_date=date, raw=raw)
        except Declined:
            return  # some of these mails vanished or cannot be read; the caller looks at what is missing

    def _fetch_singly(self, missing: set[int], *, alone: bool) -> Iterator[Fetched]:
        still_there = set(self._present(missing))
        for uid in sorted(missing - still_there):
            yield Fetched(uid=uid, internal_date=NOWHERE, raw=None)
        if not alone:
            for uid in sorted(still_there):
                yield from self.fetch([uid])

    def _present(self, uids: set[int]) -> list[int]:
        try:
            return self._wire.search(b"UID", as_set(uids).encode())
        except Declined as declined:
            self._wire.give_up("search the folder", declined)

    def fetch_headers(self, uids: Sequence[int], names: Sequence[str]) -> dict[int, bytes]:
        """Header block restricted to `names`, by UID."""
        found: dict[int, bytes] = {}
        items = f"(UID BODY.PEEK[HEADER.FIELDS ({' '.join(name.upper() for name in names)})])"
        for page in in_pages(uids, HEADER_PAGE):
            try:
                for pieces in self._wire.fetch(as_set(page), items):
                    uid, block = uid_of(head(pieces)), body_of(pieces)
                    if uid is not None and block is not None:
                        found[uid] = block
            except Declined:
                continue  # vanished meanwhile; what came before the NO counts
        return found

    def add_keywords(self, uids: Sequence[int], keywords: Sequence[str]) -> None:
        """Add the keywords that this folder keeps."""
        kept = [word for word in keywords if "\\*" in self._kept or word.lower() in self._kept]
        if not kept or not uids:
            return
        try:
            for page in in_pages(uids, HEADER_PAGE):
                self._wire.add_flags(as_set(page), kept)
        except Declined as declined:
            self._wire.give_up("store keywords", declined)

    def keywords(self, uids: Sequence[int]) -> dict[int, frozenset[str]]:
        """Keywords of mails whose flags changed since the last call; free when the server says that none did."""
        if self._state is None:
            return {}
        validity, seen = self._flags_seen.get(self._state.name, (0, 0))
        since = seen if validity == self._state.uidvalidity else 0
        if since and since == self._modseq:
            return {}
        lines = [line for page in in_pages(uids, HEADER_PAGE) for line in self._lines(page, self._flag_items(since))]
        found = {uid: keywords_of(line) for line in lines if (uid := uid_of(line)) is not None and has_flags(line)}
        # The first question about MODSEQ makes the server count for this session, and SELECT tells from then on.
        reached = self._modseq or max(map(modseq_of, lines), default=0)
        self._flags_seen[self._state.name] = (self._state.uidvalidity, reached)
        return {uid: found[uid] for uid in uids if uid in found}

    def _flag_items(self, since: int) -> str:
        if since:
            return f"(UID FLAGS) (CHANGEDSINCE {since})"
        return "(UID FLAGS MODSEQ)" if self._wire.offers("CONDSTORE") else "(UID FLAGS)"

    def append_drafts(self, folder: str, mails: Sequence[bytes]) -> list[Appended]:
        """Append with \\Draft, many in one command where the server can."""
        return [place for page in self._append_pages(mails) for place in self._append(folder, "\\Draft", page)]

    def append_sent(self, folder: str, mail: bytes) -> Appended:
        """Append a copy of a sent mail with \\Seen."""
        return self._append(folder, "\\Seen", [mail])[0]

    def _append_pages(self, mails: Sequence[bytes]) -> Iterator[list[bytes]]:
        limit = APPEND_PAGE if self._wire.offers("MULTIAPPEND") else 1
        page: list[bytes] = []
        for mail in mails:
            if page and (len(page) == limit or sum(map(len, page)) + len(mail) > APPEND_BYTES):
                yield page
                page = []
            page.append(mail)
        if page:
            yield page

    def _append(self, folder: str, flag: str, mails: Sequence[bytes]) -> list[Appended]:
        try:
            answer = self._wire.append(folder, flag, mails)
        except Declined as declined:
            self._wire.give_up("store a mail in a folder", declined)
        said = appended_uids(answer, len(mails))
        if said is None:
            return [Appended(folder=folder, uidvalidity=0, uid=None) for _ in mails]
        return [Appended(folder=folder, uidvalidity=said[0], uid=uid) for uid in said[1]]

    def find_message_ids(self, folder: str, message_ids: Sequence[str]) -> dict[str, list[int]]:
        """UIDs for each Message-ID asked; where the server cannot search headers, all headers are read."""
        self.select(folder)
        found: dict[str, list[int]] = {wanted: [] for wanted in message_ids}
        searchable = [wanted for wanted in found if wanted.isascii() and wanted.isprintable() and len(wanted) < 900]
        try:
            hits = {hit for page in _pages(searchable) for hit in self._wire.search(any_of(page))}
        except Declined:
            hits = set(self._present_all())
        headers = self.fetch_headers(sorted(hits), ["Message-ID"])
        for uid in sorted(headers):
            message_id = email.message_from_bytes(headers[uid]).get("Message-ID", "").strip()
            if message_id in found:
                found[message_id].append(uid)
        return found

    def _present_all(self) -> list[int]:
        try:
            return self._wire.search(b"ALL")
        except Declined as declined:
            self._wire.give_up("search the folder", declined)

    def remove(self, folder: str, uid: int, *, uidvalidity: int = 0) -> bool:
        """Delete exactly this UID; False when it could only be flagged. A bare EXPUNGE is never sent."""
        if self.select(folder).uidvalidity != uidvalidity != 0:
            return False
        try:
            self._wire.add_flags(str(uid), ["\\Deleted"])
            if not self._wire.offers("UIDPLUS"):
                return False
            self._wire.expunge(uid)
        except Declined as declined:
            self._wire.give_up("remove a mail", declined)
        return True

    def idle(self, timeout_seconds: float, stop: Callable[[], bool] = never) -> bool:
        """Wait for new mail in the selected folder."""
        if self._missed_some():
            return True
        wait = self._wire.idle if self._wire.offers("IDLE") else self._wire.pause
        try:
            return wait(timeout_seconds, stop)
        except Declined as declined:
            self._wire.give_up("wait for mail", declined)

    def _missed_some(self) -> bool:
        """Whether mail came between the last look into this folder and its being selected again."""
        if self._state is None or self._state.name not in self._looked_up_to:
            return False
        validity, up_to = self._looked_up_to[self._state.name]
        return validity != self._state.uidvalidity or self._state.uidnext > up_to

    def close(self) -> None:
        """Log out; never raises."""
        self._wire.logout()


def _pages(message_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(message_ids), SEARCH_PAGE):
        yield message_ids[start : start + SEARCH_PAGE]


def any_of(message_ids: Sequence[str]) -> bytes:
    """A SEARCH for mails whose Message-ID contains any of these; they are printable ASCII."""
    quoted = [wanted.replace("\\", "\\\\").replace('"', '\\"') for wanted in message_ids]
    terms = [f'HEADER Message-ID "{wanted}"' for wanted in quoted]
    return " ".join(["OR " + term for term in terms[:-1]] + terms[-1:]).encode("ascii")
