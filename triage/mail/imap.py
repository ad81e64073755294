"""The mailbox over IMAP: what the use cases ask, said in the commands that every server understands."""

from collections.abc import Callable, Iterator, Sequence

from triage.errors import OperatorError, RetryLater
from triage.mail.abilities import ASKED, Abilities
from triage.mail.dial import dial
from triage.mail.finding import HEADER_PAGE, Finder, fetch_headers
from triage.mail.mailbox import Access, Appended, Envelope, Fetched, FolderState, Throttled, never
from triage.mail.patience import PATIENCE, Patience
from triage.mail.places import drafts_place, sent_place, trash_place
from triage.mail.responses import (
    NOWHERE,
    appended_uids,
    as_set,
    body_of,
    date_of,
    envelopes_in,
    has_flags,
    head,
    in_pages,
    keywords_of,
    modseq_of,
    uid_of,
)
from triage.mail.rest import GATE, Gate, asked_rest
from triage.mail.tokens import TOKENS, Tokens
from triage.mail.wire import Declined, Wire

FETCH_PAGE = 100
APPEND_PAGE = 50
APPEND_BYTES = 8_000_000


def connect(
    account: Access, patience: Patience = PATIENCE, gate: Gate = GATE, tokens: Tokens = TOKENS
) -> "ImapMailbox":
    """Connect and log in. Raises `OperatorError` when a setting is wrong, `RetryLater` when the world is.

    patience: how long silences may last. gate: what is known of hosts that asked for rest. tokens: those we hold.
    """
    return ImapMailbox(lambda: dial(account, patience, gate, tokens), account, patience)


class ImapMailbox:
    """`Mailbox` on an IMAP connection; not for two threads at once.

    A server may hang up on a session that was silent for long, while mails were being judged: the connection is then
    made anew when the next folder is opened. dial: makes one.
    """

    def __init__(self, dial: Callable[[], Wire], account: Access, patience: Patience = PATIENCE) -> None:
        self._dial = dial
        self._wire = dial()
        self._account = account
        self._patience = patience
        self._state: FolderState | None = None
        self._kept: frozenset[str] = frozenset()
        self._keyword_trouble = self._idle_trouble = False
        self._modseq = 0
        self._flags_seen: dict[str, tuple[int, int]] = {}
        self._looked_up_to: dict[str, tuple[int, int]] = {}
        self._compared: set[tuple[str, int]] = set()
        self._drafts: str | None = None
        self._finder = Finder()

    def _awake(self) -> Wire:
        """The connection, after a long silence of ours a living one."""
        if self._wire.dead or self._wire.silent_seconds() < self._patience.quiet:
            return self._wire
        try:
            self._wire.ask()
        except Throttled:
            raise
        except (RetryLater, Declined):
            self._wire.drop()
            self._wire = self._dial()
            self._state = None
            self._flags_seen.clear()
            self._compared.clear()
        return self._wire

    def inbox(self) -> str:
        """Name of the inbox folder, as configured."""
        return self._account.inbox

    def drafts(self) -> str:
        """Name of the Drafts folder; created when there is none. Raises `OperatorError` when that is a guess."""
        if self._drafts is None:
            self._drafts = drafts_place(self._awake(), self._account)
        return self._drafts

    def sent(self) -> str | None:
        """Name of the Sent folder, if any. Raises `OperatorError` when the configured one is missing."""
        return sent_place(self._awake(), self._account)

    def trash(self) -> str | None:
        """Name of the folder that people throw mails into, if it is plain which one."""
        return trash_place(self._awake())

    def select(self, folder: str) -> FolderState:
        """Open a folder. Raises `OperatorError` when the server says that there is none."""
        self._state = None
        try:
            answer = self._awake().select(folder)
        except Declined as declined:
            self._no_such_folder(folder, declined)
        self._kept = answer.permanent_flags
        self._modseq = answer.modseq
        self._state = FolderState(
            name=folder,
            uidvalidity=answer.uidvalidity,
            uidnext=answer.uidnext,
            exists=answer.exists,
            keywords="\\*" in answer.permanent_flags and not self._keyword_trouble,
            compared=(folder, answer.uidvalidity) in self._compared,
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

    def uids_above(self, uid: int, up_to: int | None = None) -> list[int]:
        """UIDs strictly greater than `uid`, ascending; none beyond `up_to`."""
        last = b"*" if up_to is None else b"%d" % up_to
        if up_to is None:
            self._wire.forget_news()
        try:
            # A set `n:*` always names the last mail, even below n: hence the second look.
            answer = self._wire.search(b"UID", b"%d:%s" % (uid + 1, last))
        except Declined as declined:
            self._wire.give_up("search the folder", declined)
        found = [hit for hit in answer if hit > uid and (up_to is None or hit <= up_to)]
        if self._state is not None and up_to is None:
            seen = max(self._state.uidnext, found[-1] + 1 if found else 0)
            self._looked_up_to[self._state.name] = (self._state.uidvalidity, seen)
        return found

    def marked_deleted(self) -> list[int]:
        """UIDs that somebody marked \\Deleted."""
        try:
            return sorted(self._wire.search(b"DELETED"))
        except Declined as declined:
            self._wire.give_up("search the folder", declined)

    def oldest(self, count: int) -> list[Envelope]:
        """Date and size of the first mails of the folder."""
        if self._state is None or self._state.exists == 0:
            return []
        try:
            lines = self._wire.fetch_first(min(count, self._state.exists), "(UID INTERNALDATE RFC822.SIZE)")
        except Declined as declined:
            self._wire.give_up("tell its first mails", declined)
        self._compared.add((self._state.name, self._state.uidvalidity))
        return sorted(envelopes_in(map(head, lines)), key=lambda one: one.uid)

    def envelopes(self, uids: Sequence[int]) -> list[Envelope]:
        """Date and size; a vanished mail is left out."""
        pages = in_pages(uids, HEADER_PAGE)
        return [one for page in pages for one in envelopes_in(self._lines(page, "(UID INTERNALDATE RFC822.SIZE)"))]

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
        stall = self._patience.stall if len(uids) > 1 else self._patience.single
        try:
            for pieces in self._wire.fetch(as_set(uids), "(UID INTERNALDATE BODY.PEEK[])", stall=stall):
                line, raw = head(pieces), body_of(pieces)
                uid, date = uid_of(line), date_of(line)
                if uid is not None and raw is not None and date is not None:
                    yield Fetched(uid=uid, internal_date=date, raw=raw)
        except Declined as declined:
            if asked_rest(declined.answer) is not None:
                self._wire.give_up("hand out mails", declined)
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
        return fetch_headers(self._wire, uids, names)

    def add_keywords(self, uids: Sequence[int], keywords: Sequence[str]) -> None:
        """Add the keywords that this folder keeps; a server that declines is not asked again in this session."""
        kept = [word for word in keywords if "\\*" in self._kept or word.lower() in self._kept]
        if not kept or not uids or self._keyword_trouble:
            return
        try:
            for page in in_pages(uids, HEADER_PAGE):
                self._wire.add_flags(as_set(page), kept)
        except Declined as declined:
            if asked_rest(declined.answer) is not None:
                self._wire.give_up("store keywords", declined)
            self._keyword_trouble = True  # they are hints for people; no mail waits for them

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
            answer = self._awake().append(folder, flag, mails)
        except Declined as declined:
            self._wire.give_up("store a mail in a folder", declined)
        said = appended_uids(answer, len(mails))
        if said is None:
            return [Appended(folder=folder, uidvalidity=0, uid=None) for _ in mails]
        return [Appended(folder=folder, uidvalidity=said[0], uid=uid) for uid in said[1]]

    def find_message_ids(
        self, folder: str, message_ids: Sequence[str], *, from_uid: int | None = None
    ) -> dict[str, list[int]]:
        """UIDs for each Message-ID asked; where the server cannot search headers, they are read."""
        self.select(folder)
        try:
            return self._finder.find(self._wire, message_ids, from_uid)
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
        if self._wire.offers("IDLE") and not self._idle_trouble:
            try:
                return self._wire.idle(timeout_seconds, stop)
            except Declined as declined:
                if asked_rest(declined.answer) is not None:
                    self._wire.give_up("let us wait for mail", declined)
                self._idle_trouble = True
        try:
            return self._wire.pause(timeout_seconds, stop)
        except Declined as declined:
            self._wire.give_up("let us wait for mail", declined)

    def _missed_some(self) -> bool:
        """Whether mail came between the last look into this folder and its being selected again."""
        if self._state is None or self._state.name not in self._looked_up_to:
            return False
        validity, up_to = self._looked_up_to[self._state.name]
        return validity != self._state.uidvalidity or self._state.uidnext > up_to

    def abilities(self) -> Abilities:
        """What the server can, tried out where its words are not enough."""
        keywords = self.select(self.inbox()).keywords
        self.find_message_ids(self.drafts(), ["<nobody@nowhere.invalid>"])
        offered = frozenset(name for name in ASKED if self._wire.offers(name))
        return Abilities(offered=offered, keywords=keywords, header_search=self._finder.searches is not False)

    def close(self) -> None:
        """Log out; never raises."""
        self._wire.logout()
