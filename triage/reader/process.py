"""The parent's side of one loaded process: start it, have it read, replace the reader when that falls."""

import contextlib
import multiprocessing
import os
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from pathlib import Path
from typing import TypeAlias

from triage.errors import OperatorError
from triage.reader.serving import LOADED
from triage.reader.whereabouts import Whereabouts
from triage.records import RawMail, Reading

START_SECONDS = 120.0
MOST_SILENCES = 6
LOOKS = 4
"""How often, while a reader may be silent, it is looked at whether it steps on."""


class ReadingFailedError(Exception):
    """There is no reading; the reader is fresh again for the next batch.

    certain: the mail was read alone and broke a wall, so that trying again would end the same way.
    """

    def __init__(self, what: str, *, certain: bool = False) -> None:
        super().__init__(what)
        self.certain = certain


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What is asked of a reader. share_seconds: processor time a mail. silent_seconds: how long it may say nothing."""

    mails: list[RawMail]
    store: str
    own_addresses: frozenset[str]
    share_seconds: float
    silent_seconds: float


@dataclass(frozen=True, slots=True)
class Answer:
    """Readings in order, of all mails but those at the places that `overran` their share."""

    readings: list[Reading]
    overran: frozenset[int]


@dataclass(frozen=True, slots=True)
class Fell:
    """The reader ended, or was ended, at work on the mail at `place`; None: on none in particular."""

    place: int | None


Outcome: TypeAlias = Answer | Fell


class LoadedProcess:
    """A process that has loaded the kit, and the reader that it handed out last.

    target: what it runs, `serving.serve`. It loads while its parent does other things.
    """

    def __init__(self, root: Path, kept: Path | None, target: Callable[[Connection, Path, Path | None], None]) -> None:
        # Spawned, not forked: the worker has threads and sockets that a copy must not share. The child holds only its
        # own end of the pipe, so that it ends when this process does, however that ends.
        fresh = multiprocessing.get_context("spawn")
        self._control, theirs = fresh.Pipe()
        self._process = fresh.Process(target=target, args=(theirs, root, kept), name="reader", daemon=True)
        self._reading: tuple[Connection, Whereabouts] | None = None
        self.reader_pid = 0
        self._is_loaded = False
        self._process.start()
        theirs.close()

    def ask(self, batch: Batch) -> Outcome:
        """Have a batch read. Raises ReadingFailedError when the reading fails for a reason that is no wall."""
        begun = -1
        try:
            pipe, where = self._reader()
            begun = where.steps
            pipe.send((batch.mails, batch.store, batch.own_addresses, batch.share_seconds))
            _await(pipe, where, batch.silent_seconds, self.reader_pid)
            word = _receive(pipe, 0.0)
        except (EOFError, OSError):
            place = self._last_place(begun)
            self.drop_reader()
            return Fell(place)
        if isinstance(word, tuple):
            return Answer(word[0], frozenset(word[1]))
        raise ReadingFailedError(str(word))

    def drop_reader(self) -> None:
        """The next batch is read by a fresh one."""
        if self._reading is not None:
            self._reading[0].close()
            self._reading = None

    def is_alive(self) -> bool:
        """Can it still hand out readers?"""
        return self._process.is_alive()

    def close(self) -> None:
        """End it and its reader."""
        self.drop_reader()
        self._control.close()  # it ends its reader, and itself
        self._process.join(1.0)
        self._process.kill()
        self._process.join()

    def await_loaded(self) -> None:
        """Wait until it has loaded what it needs. Raises OperatorError when it cannot."""
        if self._is_loaded:
            return
        try:
            word = _receive(self._control, START_SECONDS)
        except (EOFError, OSError) as fault:
            self.close()
            raise ReadingFailedError("the reader did not start") from fault
        if word != LOADED and isinstance(word, tuple):
            self.close()
            raise OperatorError(str(word[0]), fix=str(word[1]))
        self._is_loaded = True

    def _reader(self) -> tuple[Connection, Whereabouts]:
        """The pipe to the reader and where it is; a fresh one where there is none, the one before is ended."""
        if self._reading is None:
            self._control.send(os.getpid())
            self.reader_pid = int(str(_receive(self._control, START_SECONDS)))
            pipe = Connection(recv_handle(self._control))
            self._reading = pipe, Whereabouts(recv_handle(self._control))
        return self._reading

    def _last_place(self, begun: int) -> int | None:
        """The mail that the reader was at, None when it began none since it had made `begun` steps."""
        where = self._reading[1] if self._reading is not None else None
        return where.place if where is not None and where.steps != begun and where.place >= 0 else None


def _await(pipe: Connection, where: Whereabouts, seconds: float, reader: int) -> None:
    """Wait for an answer; EOFError when the reader neither answers, steps on nor works for so long.

    One that works, or wants to and has to wait for the processor, is ended by its own wall of processor time, or when
    it has not stepped on for `MOST_SILENCES` as long.
    """
    before, quiet, still = (where.steps, _work_of(reader)), 0, 0
    while not pipe.poll(seconds / LOOKS):
        now = (where.steps, _work_of(reader))
        still = still + 1 if now[0] == before[0] else 0
        quiet = quiet + 1 if now == before and not now[1].startswith("R") else 0
        before = now
        if quiet >= LOOKS or still >= LOOKS * MOST_SILENCES:
            raise EOFError


def _work_of(process: int) -> str:
    """Its state and the processor time that it used, as the system writes them; nothing where it does not tell."""
    try:
        words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return " ".join((words[0], *words[11:13]))


def _receive(pipe: Connection, seconds: float) -> object:
    if not pipe.poll(seconds):
        raise EOFError
    with contextlib.suppress(ConnectionResetError):
        return pipe.recv()
    raise EOFError
