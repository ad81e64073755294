"""A proxy between client and server that breaks what the server says at a chosen byte."""

import contextlib
import socket
import threading
from dataclasses import dataclass, field

from tests.servers.dovecot import free_port


@dataclass
class FaultProxy:
    """Forwards to `target` until the server has said `cut_at` bytes in a connection (None: for ever).

    Then it closes, or, with `stall`, swallows everything in silence. segment: bytes forwarded at a time. told: bytes
    that the server has said in the last connection. command: count, and cut, only what is said after the client said
    these words. said_cut: cut what the client says so many bytes after them instead. cuts: how often it cut. answered:
    bytes of the last whole answer to the command, up to its `OK` line.
    """

    target: int
    cut_at: int | None = None
    stall: bool = False
    segment: int = 65_536
    port: int = field(default_factory=free_port)
    told: int = 0
    command: bytes | None = None
    said_cut: int | None = None
    cuts: int = 0
    _listener: socket.socket | None = None
    _open: list[socket.socket] = field(default_factory=list)
    answered: int = 0
    _met: bool = False
    _said: int = 0
    _ended: bool = True

    def start(self) -> None:
        """Listen."""
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()

    def stop(self) -> None:
        """Close everything."""
        assert self._listener is not None
        self._listener.close()
        for end in self._open:
            _close(end)

    def _accept(self) -> None:
        assert self._listener is not None
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self.target))
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._open += [client, server]
            self.told, self._met = 0, self.command is None
            threading.Thread(target=self._pump_up, args=(client, server), daemon=True).start()
            threading.Thread(target=self._pump_down, args=(server, client), daemon=True).start()

    def _pump_up(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while octets := client.recv(65_536):
                if not self._listen(server, octets):
                    self.cuts += 1
                    _close(client)
                    break
        _close(server)

    def _listen(self, server: socket.socket, octets: bytes) -> bool:
        """Pass on what the client says; False when the cut is reached."""
        if self.command is not None and not self._met and self.command in octets:
            self._met, self.told, self._said, self.answered, self._ended = True, 0, 0, 0, False
        if self.said_cut is None or not self._met:
            server.sendall(octets)
            return True
        left = max(0, self.said_cut - self._said)
        self._said += len(octets)
        server.sendall(octets[:left])
        return left >= len(octets)

    def _pump_down(self, server: socket.socket, client: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while octets := server.recv(65_536):
                for start in range(0, len(octets), self.segment):
                    if not self._forward(client, octets[start : start + self.segment]) and not self.stall:
                        return _close(client)
        return None if self.stall else _close(client)

    def _forward(self, client: socket.socket, octets: bytes) -> bool:
        """Pass on what is still allowed; False when the cut is reached."""
        left = len(octets) if self.cut_at is None or not self._met else max(0, self.cut_at - self.told)
        self.told += len(octets)
        if self._met and not self._ended:
            self.answered += len(octets)
            self._ended = not octets.startswith(b"+") and b" OK " in octets
        client.sendall(octets[:left])
        self.cuts += left < len(octets)
        return left >= len(octets)


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
