"""Ways for a forked worker to die: at a named point of the code, or at the n-th call that reaches disk or network."""

import os
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy import Engine, event

from triage.store import blobs

HALF = ("write", "sendall")
"""Of these calls the last one is made with half of its octets."""
CALLS = ("fsync", "rename", "statement", "commit", "recv", *HALF)


@dataclass(frozen=True, slots=True)
class Death:
    """A worker is killed at the `number`-th meeting of `place`: a crash point, or one of `CALLS`.

    place `moment`: killed from outside after `number` milliseconds; `none`: not at all.
    """

    place: str
    number: int = 1

    def __str__(self) -> str:
        return f"{self.place}:{self.number}"


NEVER = Death("none")


def prepare(death: Death) -> None:
    """In the fork that is to die: make it so."""
    os.environ["TRIAGE_CRASH"] = str(death) if death.place.startswith("K") else ""
    if death.place in CALLS:
        _Counter(death.number).watch(death.place)


def die() -> NoReturn:
    """By SIGKILL, which nothing can catch."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("the process is still alive")


class _Counter:
    """Counts the calls of one kind and dies at the n-th, before it is made."""

    def __init__(self, number: int) -> None:
        self.left = number

    def watch(self, kind: str) -> None:
        getattr(self, f"_{kind}")()

    def _is_last(self) -> bool:
        self.left -= 1
        return self.left == 0

    def _before(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **kwargs: Any) -> Any:
            if self._is_last():
                die()
            return call(*args, **kwargs)

        return counted

    def _halved(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(owner: Any, octets: Any, *rest: Any) -> Any:
            if self._is_last():
                call(owner, octets[: len(octets) // 2], *rest)
                die()
            return call(owner, octets, *rest)

        return counted

    def _fsync(self) -> None:
        os.fsync = self._before(os.fsync)
        blobs._SYNCFS = self._before(blobs._SYNCFS)

    def _rename(self) -> None:
        os.rename, os.replace = self._before(os.rename), self._before(os.replace)

    def _write(self) -> None:
        Path.write_bytes = self._halved(Path.write_bytes)

    def _sendall(self) -> None:
        socket.socket.sendall = self._halved(socket.socket.sendall)

    def _recv(self) -> None:
        socket.socket.recv_into = self._before(socket.socket.recv_into)

    def _statement(self) -> None:
        event.listen(Engine, "before_cursor_execute", lambda *_: die() if self._is_last() else None)

    def _commit(self) -> None:
        event.listen(Engine, "commit", lambda _: die() if self._is_last() else None)
