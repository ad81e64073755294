"""An IMAP server that says exactly what a test tells it to, truth or lie."""

import contextlib
import re
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.servers.dovecot import PASSWORD, free_port
from triage.loaders.settings import Account

COMMAND = re.compile(rb"(\S+) (UID )?(\S+) ?(.*)\r\n")


@dataclass
class ScriptedServer:
    """Answers each command with its line of `script` (`UID FETCH`, `LOGIN` ...): octets where `TAG` stands for the tag.

    What follows a line that asks for more (`+`) is answered by the entry `CONTINUED`. A script entry may be a
    function of the command's arguments. Commands without an entry are answered with OK. After an answer that is
    None the connection is closed. heard: the commands, without tags.
    """

    script: dict[str, "bytes | Callable[[bytes], bytes | None] | None"] = field(default_factory=dict)
    capabilities: bytes = b"IMAP4rev1 IDLE UIDPLUS"
    port: int = field(default_factory=free_port)
    heard: list[str] = field(default_factory=list)
    _listener: socket.socket | None = None
    _open: list[socket.socket] = field(default_factory=list)

    @property
    def account(self) -> Account:
        """How to reach it."""
        return Account(
            name="shop", store="shop", host="127.0.0.1", port=self.port, user="u", password=PASSWORD, security="none"
        )

    def start(self) -> None:
        """Listen."""
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()

    def stop(self) -> None:
        """Close everything."""
        assert self._listener is not None
        self._listener.close()
        for end in self._open:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _accept(self) -> None:
        assert self._listener is not None
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(client)
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), client, client.makefile("rb") as lines:
            client.sendall(b"* OK hello\r\n")
            asked = b""
            for line in lines:
                found = COMMAND.fullmatch(asked + line)
                if found is None:
                    continue
                name = ((found[2] or b"") + found[3]).decode().upper()
                self.heard.append(name)
                answer = self._answer(name, found[4])
                if answer is None:
                    return
                client.sendall(answer.replace(b"TAG", found[1]))
                asked = found[1] + b" CONTINUED " if answer.startswith(b"+") and "CONTINUED" in self.script else b""

    def _answer(self, name: str, arguments: bytes) -> bytes | None:
        if name in self.script:
            said = self.script[name]
            return said(arguments) if callable(said) else said
        if name == "CAPABILITY":
            return b"* CAPABILITY " + self.capabilities + b"\r\nTAG OK done\r\n"
        if name == "SELECT":
            return b"* 3 EXISTS\r\n* OK [UIDVALIDITY 9]\r\n* OK [UIDNEXT 4]\r\nTAG OK [READ-WRITE] done\r\n"
        return b"TAG OK done\r\n"
