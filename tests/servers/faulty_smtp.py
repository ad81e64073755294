"""An SMTP server that fails where it is told to: in any phase, before or after it acted, in every way a server can.

Written on bare sockets, because what it has to do no library of servers lets happen.
"""

import email
import socket
import ssl
import threading
from collections import Counter, deque
from dataclasses import dataclass, field
from pathlib import Path

PHASES = ("connect", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "body", "dot", "quit")
REFUSALS = ("4xx", "5xx")
SILENCES = ("drop-before", "drop-after", "garbage", "partial", "stall")
KINDS = (*REFUSALS, *SILENCES)
PATIENCE_SECONDS = 20.0
GOOD = {
    "connect": b"220 sink ready\r\n",
    "starttls": b"220 go ahead\r\n",
    "auth": b"235 welcome\r\n",
    "data": b"354 go ahead\r\n",
    "quit": b"221 bye\r\n",
}
OK = b"250 fine\r\n"


@dataclass(frozen=True)
class Fault:
    """What goes wrong on one connection. at: for `body`, the octet at which it does.

    drop-before: the line is cut before the command is obeyed; drop-after, garbage, partial and stall: it is obeyed and
    the answer is missing, no SMTP, cut in its middle or never comes. 4xx and 5xx: it is refused.
    """

    phase: str
    kind: str
    at: int = 0

    @property
    def leaves_doubt(self) -> bool:
        """Whether a client cannot know if its mail was taken."""
        return self.phase == "dot" and self.kind in SILENCES


class CutError(Exception):
    """This connection is over."""


@dataclass
class FaultySmtp:
    """plan: a fault a connection, None for a sound one; sound ever after. taken: how often each Message-ID was."""

    home: Path | None = None
    plan: deque[Fault | None] = field(default_factory=deque)
    taken: Counter[str] = field(default_factory=Counter)
    order: list[str] = field(default_factory=list)
    connections: int = 0
    port: int = 0
    _listener: socket.socket | None = None

    def start(self) -> None:
        """Listen; each connection is served by a thread of its own."""
        self._listener = socket.create_server(("127.0.0.1", self.port), backlog=64)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def stop(self) -> None:
        """Refuse connections from now on; `start` listens on the same port again."""
        assert self._listener is not None
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def next_fault(self) -> Fault | None:
        """What the next connection will meet."""
        return self.plan[0] if self.plan else None

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            fault = self.plan.popleft() if self.plan else None
            self.connections += 1
            connection.settimeout(PATIENCE_SECONDS)
            threading.Thread(target=self._serve, args=(connection, fault), daemon=True).start()

    def _serve(self, connection: socket.socket, fault: Fault | None) -> None:
        session = _Session(self, connection, fault)
        try:
            session.run()
        except (CutError, OSError):
            pass
        finally:
            session.close()


class _Session:
    """One client."""

    def __init__(self, server: FaultySmtp, connection: socket.socket, fault: Fault | None) -> None:
        self._server, self._socket, self._fault = server, connection, fault
        self._left = b""
        self._secure = False

    def close(self) -> None:
        self._socket.close()

    def run(self) -> None:
        self._obey("connect", GOOD["connect"])
        while True:
            word = self._line().split(b" ", 1)[0].strip().lower().decode("ascii", "replace")
            phase = {"helo": "ehlo", "noop": "quit", "rset": "quit"}.get(word, word)
            if not self._obey(phase, self._answer(phase)):
                continue
            if phase == "starttls":
                self._wrap()
            elif phase == "data":
                self._take_mail()
            elif phase == "quit":
                return

    def _answer(self, phase: str) -> bytes:
        if phase != "ehlo":
            return GOOD.get(phase, OK)
        tls = b"" if self._secure or self._server.home is None else b"250-STARTTLS\r\n"
        return b"250-sink\r\n" + tls + b"250 AUTH PLAIN\r\n"

    def _take_mail(self) -> None:
        body = self._body()
        fault = self._fault if self._fault is not None and self._fault.phase == "dot" else None
        if fault is None or fault.kind in ("drop-after", "garbage", "partial", "stall"):
            name = str(email.message_from_bytes(body)["Message-ID"])
            self._server.taken[name] += 1
            self._server.order.append(name)
        self._obey("dot", OK)

    def _body(self) -> bytes:
        body = self._left
        stop = self._fault.at if self._fault is not None and self._fault.phase == "body" else None
        while not body.endswith(b"\r\n.\r\n"):
            if stop is not None and len(body) >= stop:
                self._obey("body", b"")
            piece = self._socket.recv(65_536 if stop is None else max(1, stop - len(body)))
            if not piece:
                raise CutError
            body += piece
        self._left = b""
        return body

    def _line(self) -> bytes:
        while b"\n" not in self._left:
            piece = self._socket.recv(4096)
            if not piece:
                raise CutError
            self._left += piece
        line, _, self._left = self._left.partition(b"\n")
        return line

    def _obey(self, phase: str, answer: bytes) -> bool:
        """Answer, or do what was planned for this phase; False when the command was refused."""
        fault = self._fault
        if fault is None or fault.phase != phase:
            self._socket.sendall(answer)
            return True
        if fault.kind in REFUSALS:
            self._socket.sendall(b"451 not now\r\n" if fault.kind == "4xx" else b"554 never\r\n")
        elif fault.kind == "garbage":
            self._socket.sendall(b"\x00\xff what is this\r\n")
        elif fault.kind == "partial":
            self._socket.sendall(answer[:2])
        elif fault.kind == "stall":
            while self._socket.recv(4096):
                continue
        if fault.kind not in REFUSALS or phase == "body":
            raise CutError
        return False

    def _wrap(self) -> None:
        assert self._server.home is not None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._server.home / "server.pem", self._server.home / "server.key")
        self._socket = context.wrap_socket(self._socket, server_side=True)
        self._secure = True
