"""Where a reader is at work, in memory that its parent sees too: a word by pipe for each mail would wake it often."""

import mmap
import os
import tempfile

BYTES = 16


def shared_memory() -> int:
    """A handle of fresh memory for one reader and its parent."""
    if hasattr(os, "memfd_create"):
        handle = os.memfd_create("whereabouts")
    else:
        with tempfile.TemporaryFile() as file:
            handle = os.dup(file.fileno())
    os.ftruncate(handle, BYTES)
    return handle


class Whereabouts:
    """The place of the mail that a reader works on, and how many steps it took so far. Takes the handle over."""

    def __init__(self, handle: int) -> None:
        self._numbers = memoryview(mmap.mmap(handle, BYTES)).cast("q")
        os.close(handle)

    def note(self, place: int) -> None:
        """The work on the mail at `place` goes on."""
        self._numbers[0] = place
        self._numbers[1] += 1

    @property
    def place(self) -> int:
        """As noted last."""
        return self._numbers[0]

    @property
    def steps(self) -> int:
        """How often something was noted: a reader that does not step hangs."""
        return self._numbers[1]
