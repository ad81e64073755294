"""A bound on the work that one file may cause."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN_SECONDS = 0.25


class TookTooLongError(Exception):
    """A file took more than its share of the processor."""


@contextmanager
def within(cpu_seconds: float) -> Iterator[None]:
    """Let a block use so much processor time. Raises TookTooLongError inside it afterwards.

    Only the main thread can be interrupted, and both who read mail in earnest do so there: the reading process and
    `inspect`. Elsewhere the block runs unbounded.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    armed = [True]

    def strike(_: int, __: FrameType | None) -> None:
        if armed[0]:
            raise TookTooLongError

    before = signal.signal(signal.SIGPROF, strike)
    # It strikes again and again: some code swallows every exception, even this one.
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds, _AGAIN_SECONDS)
    try:
        try:
            yield
        finally:
            armed[0] = False
    finally:  # a stroke may have hit the block above; the next is a quarter of a second away
        armed[0] = False
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
