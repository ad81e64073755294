"""One IMAP connection with types: the only module that touches IMAPClient and imaplib.

Whatever goes wrong on the connection becomes `RetryLater`, and the connection is dead from then on. A plain NO or BAD
of the server is `Declined`, and the connection lives.
"""

import imaplib
import select
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn, TypeAlias

from imapclient import IMAPClient
from imapclient.exceptions import CapabilityError, ProtocolError

from triage.crashpoints import crashpoint
from triage.mail.answers import RESPONSE_CODE, Declined, Listed, Selected, number
from triage.mail.patience import CONNECT_SECONDS, PATIENCE, Patience
from triage.mail.rest import later

__all__ = ["BROKEN", "CONNECT_SECONDS", "RESPONSE_CODE", "Declined", "Listed", "Piece", "Selected", "Wire", "later"]

STOP_CHECK_SECONDS = 0.5

# A SEARCH over a box of a million mails answers with one line of 8 MB; imaplib stops at 1 MB.
imaplib._MAXLINE = 64_000_000  # type: ignore[attr-defined]

BROKEN = (OSError, EOFError, ValueError, LookupError, TypeError, AttributeError, AssertionError)
"""What the sockets below us, and the parsers on bytes that no server should send, are known to raise."""

Piece: TypeAlias = bytes | tuple[bytes, bytes]


class Wire:
    """An open, logged-in connection. where: names it in errors, without people's words.

    heard: told of every fault that ends the connection.
    """

    def __init__(
        self,
        client: IMAPClient,
        where: str,
        patience: Patience = PATIENCE,
        heard: Callable[[Exception], None] = lambda _: None,
    ) -> None:
        client.normalise_times = False
        # IMAPClient asks imaplib to format every literal for its log, which costs more than fetching it.
        client._imap.debug = 0
        self._client = client
        self._imap = client._imap
        self._where = where
        self._patience = patience
        self._heard = heard
        self._spoke_at = time.monotonic()
        self.dead = False

    @contextmanager
    def _talk(self, command: str) -> Iterator[None]:
        if self.dead:
            raise later(self._where, "the connection is closed")
        try:
            yield
            self._spoke_at = time.monotonic()
        except (imaplib.IMAP4.abort, ProtocolError, CapabilityError, *BROKEN) as fault:
            self._die(command, fault)
        except imaplib.IMAP4.error as fault:
            self._spoke_at = time.monotonic()
            raise Declined(command, str(fault)) from fault

    @contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        """Wait no longer than this for the next octets."""
        self._limit(seconds)
        try:
            yield
        finally:
            self._limit(self._patience.read)

    def _limit(self, seconds: float) -> None:
        if not self.dead:
            self._imap.sock.settimeout(seconds)

    def _die(self, command: str, fault: Exception) -> NoReturn:
        kind = "timed out" if isinstance(fault, TimeoutError) else f"broke ({type(fault).__name__})"
        self._end(f"connection {kind} during {command}", str(fault), fault)

    def _end(self, what: str, answer: str, cause: Exception) -> NoReturn:
        self.drop()
        fault = later(self._where, what, answer)
        self._heard(fault)
        raise fault from cause

    def silent_seconds(self) -> float:
        """How long ago the server last answered."""
        return time.monotonic() - self._spoke_at

    def ask(self) -> None:
        """NOOP: is anybody there?"""
        with self._within(self._patience.answer), self._talk("NOOP"):
            self._client.noop()

    def drop(self) -> None:
        """Close the socket without a word."""
        self.dead = True
        try:
            self._imap.shutdown()
        except (imaplib.IMAP4.error, *BROKEN):
            return

    def logout(self) -> None:
        """Say good-bye if that still works; never raises."""
        if self.dead:
            return
        self.dead = True
        try:
            self._imap.sock.settimeout(2.0)
            self._client.logout()
        except (imaplib.IMAP4.error, *BROKEN):
            self.drop()

    def give_up(self, what: str, declined: Declined) -> NoReturn:
        """Turn a NO that leaves nothing to do into `RetryLater`."""
        code = f" [{declined.code}]" if declined.code else ""
        self._end(f"the server declined to {what}{code}", declined.answer, declined)

    def offers(self, capability: str) -> bool:
        """Whether the server announced a capability."""
        with self._talk("CAPABILITY"):
            return bool(self._client.has_capability(capability))

    def folders(self) -> list[Listed]:
        """Every folder, with the special-use flags that the server knows."""
        with self._talk("LIST"):
            return [
                Listed(
                    name=name,
                    flags=frozenset(flag.decode("ascii", "replace").lower() for flag in flags),
                    delimiter=(delimiter or b"").decode("ascii", "replace"),
                )
                for flags, delimiter, name in self._client.list_folders()
            ]

    def personal_prefix(self) -> str:
        """What names of a person's own folders begin with: "" or the like of "INBOX."."""
        if not self.offers("NAMESPACE"):
            return ""
        with self._talk("NAMESPACE"):
            spaces = self._client.namespace().personal
            return str(spaces[0][0]) if spaces else ""

    def create(self, folder: str) -> None:
        """Create a folder and subscribe to it, so that mail programs show it."""
        with self._talk("CREATE"):
            self._client.create_folder(folder)
        try:
            with self._talk("SUBSCRIBE"):
                self._client.subscribe_folder(folder)
        except Declined:
            return  # a folder that nobody subscribed to is still there

    def select(self, folder: str) -> Selected:
        """Open a folder for writing."""
        with self._talk("SELECT"):
            answer = self._client.select_folder(folder)
            self.forget_news()
            return Selected(
                uidvalidity=int(answer.get(b"UIDVALIDITY", 0)),
                uidnext=int(answer.get(b"UIDNEXT", 0)),
                exists=int(answer.get(b"EXISTS", 0)),
                modseq=number(answer.get(b"HIGHESTMODSEQ", 0)),
                permanent_flags=frozenset(
                    flag.decode("ascii", "replace").lower() for flag in answer.get(b"PERMANENTFLAGS", ())
                ),
            )

    def search(self, *criteria: bytes) -> list[int]:
        """UIDs that match, ascending; criteria are sent as they are."""
        with self._talk("SEARCH"):
            status, data = self._imap.uid("SEARCH", *criteria)
            self._accept("SEARCH", status, data[-1])
            return sorted({int(uid) for line in data if line for uid in line.split()})

    def _accept(self, command: str, status: str, text: bytes | None) -> None:
        if status != "OK":
            raise Declined(command, (text or b"").decode("utf-8", "replace"))

    def fetch(self, uids: str, items: str, *, stall: float | None = None) -> Iterator[list[Piece]]:
        """Responses to one UID FETCH as they arrive: literals as (line up to it, octets), then the rest of the line.

        A caller who stops early costs the remaining transfer, not the connection. stall: seconds that the server may
        be silent meanwhile.
        """
        with self._talk("FETCH"):
            tag = self._imap._command("UID", "FETCH", uids, items)
        with self._within(stall or self._patience.read):
            yield from self._responses(tag)

    def fetch_first(self, count: int, items: str) -> list[list[Piece]]:
        """The same for the first mails of the folder, wherever their UIDs begin."""
        with self._talk("FETCH"):
            tag = self._imap._command("FETCH", f"1:{count}", items)
        return list(self._responses(tag))

    def _responses(self, tag: bytes) -> Iterator[list[Piece]]:
        try:
            while (pieces := self._next_response(tag)) is not None:
                if pieces:
                    yield pieces
        finally:
            while not self.dead and self._next_response(tag) is not None:
                pass
        status, data = self._imap.tagged_commands.pop(tag)
        self._accept("FETCH", status, data[-1])

    def _next_response(self, tag: bytes) -> list[Piece] | None:
        with self._talk("FETCH"):
            if self._imap.tagged_commands[tag] is not None:
                return None
            self._imap._get_response()
            pieces: list[Piece] = self._imap.untagged_responses.pop("FETCH", [])
            return pieces

    def append(self, folder: str, flags: str, mails: Sequence[bytes]) -> str:
        """Append mails in one command (more than one needs MULTIAPPEND); the server's answer."""
        with self._talk("APPEND"):
            tag = self._say_append(folder, flags, mails)
            crashpoint("K9")  # the server has it all and stores it; its answer is not read
            status, data = self._imap._command_complete("APPEND", tag)
            self._accept("APPEND", status, data[-1])
            return str((data[-1] or b"").decode("utf-8", "replace"))

    def _say_append(self, folder: str, flags: str, mails: Sequence[bytes]) -> bytes:
        """The whole command, or as much of it as the server wanted to hear; the tag of its answer."""
        plus = b"+" if self._client.has_capability("LITERAL+") else b""
        tag: bytes = self._imap._new_tag()
        self._imap.send(b"%s APPEND %s" % (tag, self._client._normalise_folder(folder)))
        for mail in mails:
            announced = b" (%s) {%d%s}\r\n" % (flags.encode("ascii"), len(mail), plus)
            if plus:
                self._imap.send(announced + mail)
            else:
                self._imap.send(announced)
                if not self._is_let_in(tag):
                    return tag
                self._imap.send(mail)
            crashpoint("K8")  # a mail was said, the command is not at its end
        self._imap.send(b"\r\n")
        return tag

    def _is_let_in(self, tag: bytes) -> bool:
        """Wait for leave to send a literal; False when the command was answered instead."""
        while self._imap._get_response() is not None:  # None is the server's "+"
            if self._imap.tagged_commands[tag] is not None:
                return False
        return True

    def add_flags(self, uids: str, flags: Sequence[str]) -> None:
        """STORE +FLAGS.SILENT."""
        with self._talk("STORE"):
            status, data = self._imap.uid("STORE", uids, "+FLAGS.SILENT", f"({' '.join(flags)})")
            self._accept("STORE", status, data[-1])

    def expunge(self, uid: int) -> None:
        """UID EXPUNGE of exactly one UID; needs UIDPLUS."""
        with self._talk("EXPUNGE"):
            self._client.uid_expunge([uid])

    def forget_news(self) -> None:
        """Drop what the server told unasked, so that later news can be told from old."""
        for kind in ("EXISTS", "RECENT"):
            self._imap.untagged_responses.pop(kind, None)

    def has_news(self) -> bool:
        """Whether the server told of new mail since `forget_news`."""
        return bool(self._imap.untagged_responses.get("EXISTS"))

    def idle(self, timeout_seconds: float, stop: Callable[[], bool]) -> bool:
        """IDLE until news, `stop` or time. It is renewed again and again: only that shows a line that is dead."""
        deadline = time.monotonic() + timeout_seconds
        while not self.has_news() and not stop() and (left := deadline - time.monotonic()) > 0:
            self._idle_once(min(left, self._patience.heartbeat), stop)
        return self.has_news()

    def _idle_once(self, timeout_seconds: float, stop: Callable[[], bool]) -> None:
        with self._within(self._patience.answer), self._talk("IDLE"):
            tag = self._imap._command("IDLE")
            while self._imap._get_response() is not None:  # None is the server's "+"
                if self._imap.tagged_commands[tag] is not None:
                    status, data = self._imap._command_complete("IDLE", tag)
                    self._accept("IDLE", status, data[-1])
                    raise ProtocolError("IDLE ended before it began")
            deadline = time.monotonic() + timeout_seconds
            while not (ready := self._readable()) and not stop() and time.monotonic() < deadline:
                pass
            if ready:
                # One whole line, whatever it says; a BYE or an end of file shows here or in the completion below.
                self._imap._get_response()
            self._imap.send(b"DONE\r\n")
            self._imap._command_complete("IDLE", tag)

    def _readable(self) -> bool:
        """Whether a line waits, in our buffer, in the TLS layer or on the socket; waits a moment for it."""
        if self._buffered():
            return True
        poller = select.poll()
        poller.register(self._imap.sock.fileno(), select.POLLIN)
        return bool(poller.poll(STOP_CHECK_SECONDS * 1000))

    def _buffered(self) -> bool:
        if (parts := getattr(self._imap, "_readbuf", None)) is not None:  # Python 3.14 keeps its own buffer
            return bool(parts) or bool(getattr(self._imap.sock, "pending", int)())
        self._imap.sock.setblocking(False)
        try:
            return bool(self._imap.file.peek(1))
        except (BlockingIOError, ssl.SSLWantReadError):
            return False
        finally:
            self._imap.sock.settimeout(self._patience.answer)

    def pause(self, timeout_seconds: float, stop: Callable[[], bool]) -> bool:
        """The stand-in for IDLE: sleep, and ask now and then whether something came."""
        deadline = time.monotonic() + timeout_seconds
        while True:
            self._sleep(min(deadline, time.monotonic() + self._patience.heartbeat), stop)
            self.ask()
            if self.has_news() or stop() or time.monotonic() >= deadline:
                return self.has_news()

    def _sleep(self, until: float, stop: Callable[[], bool]) -> None:
        while not stop() and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, STOP_CHECK_SECONDS))
