"""A proxy between client and server that breaks, delays and silences what passes, each way apart."""

import contextlib
import socket
import ssl
import struct
import threading
import time
from dataclasses import dataclass, field

from tests.servers.dovecot import free_port

LINGER_NOT = struct.pack("ii", 1, 0)


@dataclass
class Way:
    """One direction. segment: octets forwarded at a time; delay: seconds before each. passed: octets seen so far.

    cut_after: the connection ends right after these octets were forwarded.
    """

    segment: int = 65_536
    delay: float = 0.0
    cut_after: bytes | None = None
    passed: int = 0


@dataclass
class FaultProxy:
    """Forwards to `target` until the server has said `cut_at` bytes in a connection (None: for ever).

    Then it closes, or, with `stall`, swallows everything in silence. told: bytes that the server has said in the last
    connection. down, up: what happens on the way from the server and to it. target may change: connections to come go
    to the new one. tls: the client talks TLS with the proxy, the proxy plain text with the server.

    command: count, and cut, only what is said after the client said these words. said_cut: cut what the client says so
    many bytes after them instead. cuts: how often it cut. answered: bytes of the last whole answer to the command, up
    to its `OK` line.
    """

    target: int
    cut_at: int | None = None
    stall: bool = False
    segment: int = 65_536
    port: int = field(default_factory=free_port)
    told: int = 0
    tls: ssl.SSLContext | None = None
    command: bytes | None = None
    said_cut: int | None = None
    cuts: int = 0
    answered: int = 0
    down: Way = field(default_factory=Way)
    up: Way = field(default_factory=Way)
    accepted: int = 0
    _listener: socket.socket | None = None
    _open: list[tuple[socket.socket, socket.socket]] = field(default_factory=list)
    _holes: set[socket.socket] = field(default_factory=set)
    _met: bool = False
    _said: int = 0
    _ended: bool = True

    def start(self) -> None:
        """Listen."""
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def stop(self) -> None:
        """Close everything."""
        assert self._listener is not None
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for pair in list(self._open):
            for end in pair:
                _close(end)

    def black_hole(self) -> None:
        """From now on nothing passes in the connections that stand, either way, and nobody is told. New ones work."""
        for pair in list(self._open):
            self._holes.update(pair)

    def reset(self) -> None:
        """End the connections that stand by RST."""
        for client, server in list(self._open):
            with contextlib.suppress(OSError):
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
                client.shutdown(socket.SHUT_RD)  # wakes who reads from it: until then the system would keep it open
            client.close()
            _close(server)

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._connect, args=(client,), daemon=True).start()

    def _connect(self, client: socket.socket) -> None:
        try:
            if self.tls is not None:
                client = self.tls.wrap_socket(client, server_side=True)
            server = socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            return _close(client)
        for end in (client, server):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.accepted += 1
        self._open.append((client, server))
        self.told, self._met = 0, self.command is None
        threading.Thread(target=self._pump, args=(client, server, self.up), daemon=True).start()
        threading.Thread(target=self._pump, args=(server, client, self.down), daemon=True).start()
        return None

    def _pump(self, source: socket.socket, target: socket.socket, way: Way) -> None:
        """Forward until the end. Silence is kept without closing: to the client the server is just not heard of."""
        recent = b""
        with contextlib.suppress(OSError, ValueError):
            while octets := source.recv(65_536):
                step = min(way.segment, self.segment if way is self.down else way.segment)
                for start in range(0, len(octets), step):
                    piece = octets[start : start + step]
                    if way.delay:
                        time.sleep(way.delay)
                    if way.cut_after and (left := _left(recent, piece, way.cut_after)) is not None:
                        target.sendall(piece[:left])
                        return self._end(source, target)
                    recent = (recent + piece)[-100:]
                    if not self._forward(target, piece, way) and not self.stall:
                        return self._end(source, target)
        if source not in self._holes and not (self.stall and way is self.down):
            _close(target)
        return None

    def _forward(self, target: socket.socket, octets: bytes, way: Way) -> bool:
        """Pass on what is still allowed; False when the cut is reached."""
        if target in self._holes:
            return True
        way.passed += len(octets)
        left = self._heard(octets) if way is self.up else self._told(octets)
        self.cuts += left < len(octets)
        target.sendall(octets[:left])
        return left >= len(octets)

    def _told(self, octets: bytes) -> int:
        """How much of what the server says is still passed on."""
        whole = self.cut_at is None or not self._met
        left = len(octets) if whole else max(0, min(len(octets), (self.cut_at or 0) - self.told))
        self.told += len(octets)
        if self._met and not self._ended:
            self.answered += len(octets)
            self._ended = not octets.startswith(b"+") and b" OK " in octets
        return left

    def _heard(self, octets: bytes) -> int:
        """The same of what the client says, which is also where the command is looked for."""
        if self.command is not None and not self._met and self.command in octets:
            self._met, self.told, self._said, self.answered, self._ended = True, 0, 0, 0, False
        if self.said_cut is None or not self._met:
            return len(octets)
        left = max(0, min(len(octets), self.said_cut - self._said))
        self._said += len(octets)
        return left

    def _end(self, source: socket.socket, target: socket.socket) -> None:
        _close(target)
        _close(source)


def _left(recent: bytes, piece: bytes, pattern: bytes) -> int | None:
    """How many octets of `piece` end the first `pattern` in the stream; None when it is not there yet."""
    found = (recent + piece).find(pattern)
    end = found + len(pattern) - len(recent)
    return end if found >= 0 and end > 0 else None


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
