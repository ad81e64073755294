"""The child's side: one process loads the kit and never sees a mail; copies of it read, and are cheap to replace.

A copy of the loaded process is there in some hundredths of a second, while loading takes seconds: so a mail that ends
the one that reads it costs its neighbours next to nothing.
"""

import gc
import os
import signal
import socket
from contextlib import closing, suppress
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from pathlib import Path
from typing import TYPE_CHECKING

from triage.errors import OperatorError
from triage.reader.walls import Shares, allow_cpu, bound_memory, give_back
from triage.reader.whereabouts import Whereabouts, shared_memory

if TYPE_CHECKING:
    from triage.kit import Kit

LOADED = "loaded"
FIRST_MAIL = (
    b"From: Kim <kim@customer.example>\r\nSubject: My order 10001\r\nMessage-ID: <first@customer.example>\r\n"
    b"Content-Type: text/plain\r\n\r\nHello, my order 10001 came yesterday and the cup is broken. Can I have my money "
    b"back?\r\n"
)
AT_ANY_TIME = datetime(2026, 1, 1, tzinfo=UTC)


def serve(control: Connection, root: Path, kept: Path | None) -> None:
    """Load the kit, then hand out one reader after the other until the other end goes away."""
    # Set before any of it is loaded: a second thread of the matrix library, or of tesseract, would only wait, busily.
    os.environ.update(dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "OMP_THREAD_LIMIT"), "1"))
    from triage.loaders.kit import load_kit

    # Ctrl-C reaches the whole group; the parent decides when reading ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        kit = load_kit(root, kept)
    except OperatorError as fault:
        with suppress(OSError):  # who started us may have found the same fault, and gone
            control.send((fault.what, fault.fix))
        return
    _preload()
    _warm_up(kit)
    gc.collect()
    give_back()  # each reader would carry it along
    gc.freeze()  # what is loaded stays; looking through it again and again costs a tenth of the reading
    reader = 0
    try:
        control.send(LOADED)
        while True:
            parent = control.recv()
            _end(reader)
            reader = _hand_out(control, parent, kit)
    except (EOFError, OSError):
        _end(reader)


def _preload() -> None:
    """What opens strangers' files: loaded here once, it is no cost of the first mail that needs it."""
    import triage.stages.examine
    import triage.stages.examining.lettering
    import triage.stages.examining.papers
    import triage.stages.examining.photos
    import triage.stages.parse  # noqa: F401


def _warm_up(kit: "Kit") -> None:
    """Read a mail of our own: what is only loaded or put together at the first mail is then there for every reader."""
    from PIL import Image

    from triage.pipeline import read
    from triage.records import RawMail

    Image.preinit()
    for store in sorted(kit.packs)[:1]:
        read([RawMail(raw=FIRST_MAIL, received_at=AT_ANY_TIME, source="warm-up")], store, kit, frozenset())


def _hand_out(control: Connection, parent: int, kit: "Kit") -> int:
    """Fork a reader; the parent gets the other end of its pipe and sees its whereabouts. The reader's process id."""
    ours, theirs = socket.socketpair()
    memory = shared_memory()
    with ours, theirs:
        reader = os.fork()
        if reader == 0:
            try:
                control.close()
                ours.close()
                _read_mails(Connection(theirs.detach()), Whereabouts(memory), kit)
            finally:
                os._exit(0)
        control.send(reader)
        send_handle(control, ours.fileno(), parent)
        send_handle(control, memory, parent)
    os.close(memory)
    return reader


def _end(reader: int) -> None:
    if reader:
        os.kill(reader, signal.SIGKILL)  # not reaped yet, so the number is still its own
        os.waitpid(reader, 0)


def _read_mails(pipe: Connection, where: Whereabouts, kit: "Kit") -> None:
    """Answer batches until the other end goes away; before each mail its place is noted."""
    from triage.pipeline import TOGETHER, read

    bound_memory()
    allow_cpu(1.0)
    try:
        while True:
            mails, store, own_addresses, seconds = pipe.recv()
            shares = Shares(len(mails), seconds, where.note)
            try:
                with closing(shares):
                    readings = read(mails, store, kit, own_addresses, share=shares)
                answer: object = (readings, shares.overran)
                if TOGETHER in shares.overran:
                    answer = "together they take too long"
            except Exception as fault:  # noqa: BLE001  # a door: the batch is then read mail by mail
                answer = type(fault).__name__
            pipe.send(answer)
            allow_cpu(1.0)
    except (EOFError, OSError):
        return
