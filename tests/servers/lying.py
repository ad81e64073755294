"""A small stateful IMAP server with the habits of a provider, which lies and falls silent when a test wants it to."""

import contextlib
import re
import select
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from imapclient import imap_utf7

from tests.servers.dovecot import PASSWORD, free_port
from tests.servers.folders import Folder, Stored
from tests.servers.providers import DOVECOT, Habits
from triage.loaders.settings import Account

LITERAL = re.compile(rb"\{(\d+)(\+?)\}$")
TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([()])|([^\s()"]+)')
FIELDS = re.compile(r"BODY(?:\.PEEK)?\[HEADER\.FIELDS \(([^)]*)\)\]", re.IGNORECASE)
NO_SUCH = b"NO [NONEXISTENT] no such folder"
Arguments = list["str | bytes"]


@dataclass
class Lies:
    """What the server does against the truth; change it at any time.

    uids: what happens to who asks for the octets of a UID of INBOX: `no`, `garbage`, `stall`, `cut` or `empty`.
    uidvalidity: what SELECT says instead, None for nothing at all. answer: called with each command and its arguments;
    a line instead of the truth, "" to hang up. idle: lines said once IDLE has begun. inactive: seconds of silence after
    which it hangs up. hold: seconds it thinks before it answers.
    """

    uids: dict[int, str] = field(default_factory=dict)
    uidvalidity: "int | str | None" = "truth"
    answer: Callable[[str, str], str | None] = lambda command, arguments: None
    idle: tuple[bytes, ...] = ()
    inactive: float | None = None
    hold: float = 0.0


@dataclass
class LyingServer:
    """One mailbox for each user name. heard: commands without tags; fetched: how often octets of a UID were asked for.

    logins: monotonic seconds of each. most_open: sessions at a time.
    """

    habits: Habits = DOVECOT
    port: int = field(default_factory=free_port)
    lies: Lies = field(default_factory=Lies)
    boxes: dict[str, dict[str, Folder]] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    fetched: "Counter[tuple[str, int]]" = field(default_factory=Counter)
    logins: list[float] = field(default_factory=list)
    most_open: int = 0
    lock: threading.RLock = field(default_factory=threading.RLock)
    _names: "count[int]" = field(default_factory=lambda: count(1))
    _listener: socket.socket | None = None
    open: list[socket.socket] = field(default_factory=list)

    def start(self) -> None:
        """Listen."""
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def stop(self) -> None:
        """Close everything; the mails stay for the next start."""
        if self._listener is not None:
            with contextlib.suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
        self.hang_up()

    def hang_up(self) -> None:
        """End every session without a word."""
        for end in list(self.open):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def account(self, user: str | None = None, **changes: object) -> Account:
        """Settings for a user, a fresh one when none is named."""
        name = user or f"user{next(self._names)}"
        settings: dict[str, object] = {
            "name": name, "user": name, "store": "shop", "host": "127.0.0.1", "port": self.port, "password": PASSWORD,
            "security": "none", "from_address": "support@shop.example", "from_name": "Shop Support",
        }  # fmt: skip
        self.box(name)
        return Account(**(settings | changes))

    def box(self, user: str) -> dict[str, Folder]:
        """The folders of a user, made as the provider makes them."""
        with self.lock:
            if user not in self.boxes:
                made = [("INBOX", r"\HasNoChildren"), *self.habits.folders]
                self.boxes[user] = {name: Folder(flags=flags) for name, flags in made}
            return self.boxes[user]

    def deliver(self, user: str, raw: bytes, at: datetime | None = None, folder: str = "INBOX") -> int:
        """A mail arrives; its UID."""
        with self.lock:
            return self.box(user)[folder].add(raw, at or datetime.now(UTC).replace(microsecond=0))

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.open.append(client)
            self.most_open = max(self.most_open, len(self.open))
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        try:
            with contextlib.suppress(OSError, ValueError, EOFError), client:
                Session(self, client).run()
        finally:
            self.open.remove(client)


class HangUpError(EOFError):
    """The session is over."""


class Session:
    """One connection."""

    def __init__(self, server: LyingServer, client: socket.socket) -> None:
        self.server, self.client, self.habits = server, client, server.habits
        self.lines = client.makefile("rb")
        self.user = ""
        self.folder: Folder | None = None
        self.name = ""
        self.told = 0

    def say(self, line: bytes) -> None:
        self.client.sendall(line + b"\r\n")

    def run(self) -> None:
        """Until the client leaves."""
        self.say(b"* OK ready")
        while (command := self._read()) is not None:
            tag, name, arguments, words = command
            with self.server.lock:
                self.server.heard.append(name)
            if self.server.lies.hold:
                time.sleep(self.server.lies.hold)
            lie = self.server.lies.answer(name, words)
            if lie == "":
                return
            if lie is not None:
                self.say(f"{tag} {lie}".encode())
                continue
            answer = self._answer(name, arguments, words)
            self.say(tag.encode() + b" " + answer)
            if name == "LOGOUT":
                return

    def _read(self) -> tuple[str, str, Arguments, str] | None:
        """Tag, name, arguments and the arguments as they were written; None at the end."""
        arguments: Arguments = []
        text = ""
        while True:
            line = self._line()
            if not line:
                return None
            line = line.rstrip(b"\r\n")
            literal = LITERAL.search(line)
            words = (line[: literal.start()] if literal else line).decode("utf-8", "replace")
            text += words
            arguments += [_word(found) for found in TOKEN.finditer(words)]
            if literal is None:
                break
            if not literal[2]:
                self.say(b"+ go on")
            arguments.append(self.lines.read(int(literal[1])))
        tag, name = str(arguments[0]), str(arguments[1]).upper()
        rest = text.split(" ", 2)[2] if text.count(" ") > 1 else ""
        if name != "UID":
            return tag, name, arguments[2:], rest
        return tag, f"UID {str(arguments[2]).upper()}", arguments[3:], rest.partition(" ")[2]

    def _line(self) -> bytes:
        if (limit := self.server.lies.inactive) is None:
            return self.lines.readline()
        self.client.settimeout(limit)
        try:
            return self.lines.readline()
        except TimeoutError:
            self.client.settimeout(None)
            self.say(b"* BYE Disconnected for inactivity.")
            raise
        finally:
            self.client.settimeout(None)

    def _answer(self, name: str, arguments: Arguments, words: str) -> bytes:
        method = getattr(self, f"do_{name.replace(' ', '_').lower()}", None)
        if method is None:
            return b"BAD unknown command"
        if not self.user and name not in {"CAPABILITY", "LOGIN", "AUTHENTICATE", "NOOP", "LOGOUT", "ID"}:
            return b"BAD log in first"
        return bytes(method(arguments, words))

    def do_capability(self, arguments: Arguments, words: str) -> bytes:
        self.say(f"* CAPABILITY {self.habits.capabilities}".encode())
        return b"OK done"

    def do_login(self, arguments: Arguments, words: str) -> bytes:
        self.server.logins.append(time.monotonic())
        if len(self.server.open) > self.habits.connections:
            return b"NO [ALERT] Too many simultaneous connections. (Failure)"
        self.user = _text(arguments[0])
        if _text(arguments[1]) != PASSWORD:
            return b"NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)"
        self.server.box(self.user)
        return b"OK logged in"

    def do_logout(self, arguments: Arguments, words: str) -> bytes:
        self.say(b"* BYE good-bye")
        return b"OK done"

    def do_noop(self, arguments: Arguments, words: str) -> bytes:
        self._tell_news()
        return b"OK done"

    def do_id(self, arguments: Arguments, words: str) -> bytes:
        return b"OK done"

    do_subscribe = do_id

    def do_namespace(self, arguments: Arguments, words: str) -> bytes:
        self.say(f'* NAMESPACE (("" "{self.habits.delimiter}")) NIL NIL'.encode())
        return b"OK done"

    def do_list(self, arguments: Arguments, words: str) -> bytes:
        for name, folder in self.server.box(self.user).items():
            encoded = bytes(imap_utf7.encode(name)).decode()
            self.say(f'* LIST ({folder.flags}) "{self.habits.delimiter}" "{encoded}"'.encode())
        return b"OK done"

    def do_create(self, arguments: Arguments, words: str) -> bytes:
        with self.server.lock:
            name = _folder(arguments[0])
            if name in self.server.box(self.user):
                return b"NO [ALREADYEXISTS] it exists"
            self.server.box(self.user)[name] = Folder()
        return b"OK done"

    def do_delete(self, arguments: Arguments, words: str) -> bytes:
        with self.server.lock:
            self.server.box(self.user).pop(_folder(arguments[0]), None)
        return b"OK done"

    def do_select(self, arguments: Arguments, words: str) -> bytes:
        folder = self.server.box(self.user).get(_folder(arguments[0]))
        self.folder = None
        if folder is None or "\\noselect" in folder.flags.lower():
            return NO_SUCH
        self.folder, self.name = folder, _folder(arguments[0])
        self.told = folder.exists
        self.say(b"* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)")
        self.say(b"* %d EXISTS" % folder.exists)
        self.say(b"* 0 RECENT")
        said = self.server.lies.uidvalidity
        if said is not None:
            self.say(b"* OK [UIDVALIDITY %d] ok" % (folder.uidvalidity if isinstance(said, str) else said))
        self.say(b"* OK [UIDNEXT %d] ok" % folder.uidnext)
        self.say(b"* OK [PERMANENTFLAGS (%s)] ok" % self.habits.permanent_flags.encode())
        return b"OK [READ-WRITE] done"

    do_examine = do_select

    @property
    def here(self) -> Folder:
        if self.folder is None:
            raise HangUpError
        return self.folder

    def do_search(self, arguments: Arguments, words: str) -> bytes:
        return b"BAD by UID only"

    def do_uid_search(self, arguments: Arguments, words: str) -> bytes:
        if "HEADER" in words.upper() and not self.habits.searches_headers:
            return b"NO [SERVERBUG] UID SEARCH Server error - Please try again later"
        if "KEYWORD" in words.upper() and not self.habits.knows_keywords:
            return b"BAD Command Argument Error. 11"
        with self.server.lock:
            criteria = [_text(one) for one in arguments]
            found = self.here.search(criteria)
        self.say(b"* SEARCH" + b"".join(b" %d" % uid for uid in found))
        return b"OK done"

    def do_fetch(self, arguments: Arguments, words: str) -> bytes:
        first, _, last = str(arguments[0]).partition(":")
        with self.server.lock:
            uids = list(self.here.uids())[int(first) - 1 : int(last or first)]
        return self._fetch(uids, words.partition(" ")[2])

    def do_uid_fetch(self, arguments: Arguments, words: str) -> bytes:
        with self.server.lock:
            uids = list(self.here.in_set(str(arguments[0])))
        return self._fetch(uids, words.partition(" ")[2])

    def _fetch(self, uids: list[int], items: str) -> bytes:
        body = "BODY.PEEK[]" in items.upper() or "BODY[]" in items.upper() or "RFC822 " in f"{items} ".upper()
        wanted = FIELDS.search(items)
        out: list[bytes] = []
        if body:
            with self.server.lock:
                self.server.fetched.update((self.name, uid) for uid in uids)
        for uid in uids:
            with self.server.lock:
                mail = self.here.get(uid)
                number = self.here.number(uid)
            if mail is None:
                continue
            if body and self.name == "INBOX" and (lie := self.server.lies.uids.get(uid)):
                self.client.sendall(b"".join(out))
                out = []
                if (ended := self._misbehave(lie, number, uid)) is not None:
                    return ended
                continue
            out.append(b"* %d FETCH (" % number + b" ".join(_facts(uid, mail, items)))
            if body:
                out.append(b" BODY[] {%d}\r\n" % len(mail.raw) + mail.raw)
            elif wanted:
                block = mail.header(wanted[1].split())
                out.append(b" BODY[HEADER.FIELDS (%s)] {%d}\r\n" % (wanted[1].encode(), len(block)) + block)
            out.append(b")\r\n")
            if len(out) > 600:
                self.client.sendall(b"".join(out))
                out = []
        self.client.sendall(b"".join(out))
        return b"OK done"

    def _misbehave(self, lie: str, number: int, uid: int) -> bytes | None:
        """The end of the command, or None when it goes on."""
        if lie == "no":
            return b"NO [UNAVAILABLE] UID FETCH Server error - Please try again later"
        if lie == "garbage":
            self.client.sendall(b"* %d FETCH (UID %d BODY[] {5\r\n\x00\xff)))\r\n" % (number, uid))
        if lie == "stall":
            select.select([self.client], [], [], 120)
            raise HangUpError
        if lie == "cut":
            self.client.sendall(b"* %d FETCH (UID %d BODY[] {5000}\r\nSubject: half" % (number, uid))
            raise HangUpError
        return None

    def do_uid_store(self, arguments: Arguments, words: str) -> bytes:
        flags = [_text(one) for one in arguments[2:] if one not in ("(", ")")]
        named = [flag for flag in flags if not flag.startswith("\\")]
        if named and not self.habits.knows_keywords:
            return b"BAD Command Argument Error. 11"
        kept = set(flags) - (set() if self.habits.keeps_keywords else set(named))
        with self.server.lock:
            for uid in self.here.in_set(str(arguments[0])):
                if (mail := self.here.get(uid)) is not None:
                    if str(arguments[1]).startswith("-"):
                        mail.flags -= kept
                    else:
                        mail.flags |= kept
        return b"OK done"

    def do_expunge(self, arguments: Arguments, words: str) -> bytes:
        return self._expunge(list(self.here.uids()))

    def do_uid_expunge(self, arguments: Arguments, words: str) -> bytes:
        if not self.habits.offers("UIDPLUS"):
            return b"BAD unknown command"
        return self._expunge(list(self.here.in_set(str(arguments[0]))))

    def _expunge(self, uids: list[int]) -> bytes:
        with self.server.lock:
            for uid in uids:
                mail = self.here.get(uid)
                if mail is not None and "\\Deleted" in mail.flags:
                    self.say(b"* %d EXPUNGE" % self.here.number(uid))
                    self.here.remove(uid)
            self.told = self.here.exists
        return b"OK done"

    def do_append(self, arguments: Arguments, words: str) -> bytes:
        name = _folder(arguments[0])
        with self.server.lock:
            folder = self.server.box(self.user).get(name)
            if folder is None:
                return b"NO [TRYCREATE] no such folder"
            uids = [self._append(folder, *one) for one in _appended(arguments[1:])]
        if not self.habits.offers("UIDPLUS"):
            return b"OK done"
        return b"OK [APPENDUID %d %s] done" % (folder.uidvalidity, b",".join(b"%d" % uid for uid in uids))

    def _append(self, folder: Folder, flags: set[str], at: datetime, raw: bytes) -> int:
        if self.habits.matches_ids and (old := folder.with_message_id(raw)) is not None:
            return old
        return folder.add(raw, at, flags)

    def do_idle(self, arguments: Arguments, words: str) -> bytes:
        if not self.habits.offers("IDLE"):
            return b"BAD unknown command"
        self.say(b"+ idling")
        for line in self.server.lies.idle:
            self.client.sendall(line)
            if line.startswith(b"* BYE"):
                raise HangUpError
        while not select.select([self.client], [], [], 0.02)[0]:
            self._tell_news()
        if self.lines.readline().strip().upper() != b"DONE":
            raise HangUpError
        return b"OK Idle completed"

    def _tell_news(self) -> None:
        if self.folder is not None and self.folder.exists != self.told:
            self.told = self.folder.exists
            self.say(b"* %d EXISTS" % self.told)


def _word(found: "re.Match[str]") -> str:
    return re.sub(r"\\(.)", r"\1", found[1]) if found[1] is not None else found[2] or found[3]


def _text(argument: "str | bytes") -> str:
    return argument.decode("utf-8", "replace") if isinstance(argument, bytes) else argument


def _folder(argument: "str | bytes") -> str:
    octets = argument if isinstance(argument, bytes) else argument.encode()
    name = str(imap_utf7.decode(octets))
    return "INBOX" if name.upper() == "INBOX" else name


def _facts(uid: int, mail: Stored, items: str) -> Iterator[bytes]:
    yield b"UID %d" % uid
    if "FLAGS" in items.upper():
        yield b"FLAGS (%s)" % " ".join(sorted(mail.flags)).encode()
    if "INTERNALDATE" in items.upper():
        yield b'INTERNALDATE "%s"' % mail.date
    if "RFC822.SIZE" in items.upper():
        yield b"RFC822.SIZE %d" % mail.size


def _appended(arguments: Arguments) -> Iterator[tuple[set[str], datetime, bytes]]:
    """Flags, date and octets of each mail of an APPEND."""
    flags: set[str] = set()
    at = datetime.now(UTC).replace(microsecond=0)
    for one in arguments:
        if isinstance(one, bytes):
            yield flags, at, one
            flags, at = set(), datetime.now(UTC).replace(microsecond=0)
        elif one.startswith("\\"):
            flags.add(one)
        elif one not in ("(", ")"):
            at = datetime.strptime(one.strip(), "%d-%b-%Y %H:%M:%S %z").astimezone(UTC)
