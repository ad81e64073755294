"""The reading half of the path of a mail in a process of its own.

Two reasons. Reading is half of the work, so it goes on while this process judges and saves the batch before. And it
is the part that meets strangers' bytes: a mail that takes the reader down takes nothing else with it.
"""

import logging
import multiprocessing
import os
import resource
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from triage.errors import OperatorError
from triage.kit import Kit
from triage.loaders.serving import serving_now
from triage.records import RawMail, Reading

log = logging.getLogger(__name__)

START_SECONDS = 120.0
SILENT_SECONDS = 60.0
"""Longer than any honest mail takes; a reader that gives no sign of life for this long hangs on one."""
CPU_SECONDS = 90
"""The same in processor time, for a reader whose parent is gone and cannot end it."""
MEMORY_BYTES = 2 * 1024**3
"""What reading may take beyond what is loaded; a decoded photo takes up to 200 MB."""
ALIVE = "alive"


class ReadingFailedError(Exception):
    """The reader did not come back with an answer for this batch; it is fresh again for the next."""


class ReadingChild:
    """`pipeline.read` in a child process; used like it, also by several threads, one batch at a time.

    Raises OperatorError at once when the child cannot load what it needs.
    """

    def __init__(self, root: Path, kept: Path | None = None) -> None:
        self._root, self._kept = root, kept
        self._turn = threading.Lock()
        self._serving = self._passed_over = ""
        self._pipe, self._process = self._start()
        self._await_loaded()

    def __call__(self, mails: Sequence[RawMail], store: str, kit: Kit, own_addresses: frozenset[str]) -> list[Reading]:  # noqa: ARG002  # the child has its own kit
        """One reading a mail, in order. Raises ReadingFailedError when a mail took the reader down."""
        with self._turn:
            if self._process is None:
                self._pipe, self._process = self._start()
                self._await_loaded()
            self._follow_promotion()
            try:
                self._pipe.send((list(mails), store, own_addresses))
                while (answer := self._receive(SILENT_SECONDS)) == ALIVE:
                    pass
            except (EOFError, OSError) as fault:
                self._end()
                raise ReadingFailedError("the reader ended") from fault
        if isinstance(answer, list):
            return answer
        raise ReadingFailedError(str(answer))

    def close(self) -> None:
        """End the child."""
        with self._turn:
            self._end()

    def _follow_promotion(self) -> None:
        """Another model was promoted: a fresh child takes over between two batches, once it has loaded it.

        One that does not load is passed over; the child at work goes on with what it has.
        """
        wanted = serving_now(self._root)
        if wanted in (self._serving, self._passed_over):
            return
        old = self._pipe, self._process, self._serving
        try:
            self._pipe, self._process = self._start()
            self._await_loaded()
        except (OperatorError, ReadingFailedError) as fault:
            self._pipe, self._process, self._serving = old
            self._passed_over = wanted
            log.warning("a promoted model does not load", extra={"model": wanted, "fault": type(fault).__name__})
            return
        _end(*old[:2])
        self._passed_over = ""
        log.info("another model reads from now on", extra={"model": wanted, "before": old[2]})

    def _start(self) -> tuple[Connection, BaseProcess | None]:
        # Spawned, not forked: the worker has threads and sockets that a copy must not share. The child holds only its
        # own end of the pipe, so that it ends when this process does, however that ends.
        fresh = multiprocessing.get_context("spawn")
        ours, theirs = fresh.Pipe()
        process = fresh.Process(target=serve, args=(theirs, self._root, self._kept), name="reader", daemon=True)
        self._serving = serving_now(self._root)
        process.start()
        theirs.close()
        return ours, process

    def _await_loaded(self) -> None:
        try:
            word = self._receive(START_SECONDS)
        except (EOFError, OSError) as fault:
            self._end()
            raise ReadingFailedError("the reader did not start") from fault
        if isinstance(word, tuple):
            self._end()
            raise OperatorError(str(word[0]), fix=str(word[1]))

    def _receive(self, seconds: float) -> object:
        if not self._pipe.poll(seconds):
            raise EOFError
        return self._pipe.recv()

    def _end(self) -> None:
        _end(self._pipe, self._process)
        self._process = None


def _end(pipe: Connection, process: BaseProcess | None) -> None:
    if process is None:
        return
    pipe.close()
    process.kill()
    process.join()


def serve(pipe: Connection, root: Path, kept: Path | None) -> None:
    """The child: load the kit, then answer batches until the other end goes away."""
    import gc
    import signal

    from triage.loaders.kit import load_kit
    from triage.pipeline import read

    # Ctrl-C reaches the whole group; the parent decides when reading ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        kit = load_kit(root, kept)
    except OperatorError as fault:
        pipe.send((fault.what, fault.fix))
        return
    gc.freeze()  # what is loaded stays; looking through it again and again costs a tenth of the reading
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # tesseract would take every core, and is slower for it
    bound_memory()
    try:
        pipe.send("loaded")

        def alive() -> None:
            allow_cpu()
            pipe.send(ALIVE)

        while True:
            mails, store, own_addresses = pipe.recv()
            allow_cpu()
            try:
                answer: object = read(mails, store, kit, own_addresses, alive=alive)
            except Exception as fault:  # noqa: BLE001  # a door: the batch is then read mail by mail
                answer = type(fault).__name__
            pipe.send(answer)
    except (EOFError, OSError):
        return


def bound_memory() -> None:
    """From here on, taking more than `MEMORY_BYTES` fails in this process, instead of starving the machine."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() if _has_proc() else 0
    wanted = taken + MEMORY_BYTES
    if taken and (most == resource.RLIM_INFINITY or wanted < most):
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))


def allow_cpu() -> None:
    """Give this process `CPU_SECONDS` more; without a further allowance the system ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(used.ru_utime + used.ru_stime) + CPU_SECONDS
    if most == resource.RLIM_INFINITY or wanted < most:
        resource.setrlimit(resource.RLIMIT_CPU, (wanted, most))


def _has_proc() -> bool:
    return Path("/proc/self/statm").exists()
