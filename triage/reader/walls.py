"""What one mail may take of the machine: processor time, memory, and the two ways in which a mail is stopped.

The soft wall interrupts the work on a mail and the batch goes on in the same process. The hard wall is the system's:
it ends a process that code beyond Python keeps busy.
"""

import ctypes
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

SHARE_SECONDS = 0.7
"""Processor time of one mail among others; what takes longer is put aside and read alone, after its neighbours."""
ALONE_SECONDS = 3.5
"""Processor time of a mail that is read alone. With its share before, no mail takes more than five."""
TOGETHER_SECONDS = 20.0
"""The most for what is done for a whole batch together."""
HARD_SECONDS = 0.3
"""How much later than the soft wall the hard one stands at least; the system counts whole seconds."""
MEMORY_BYTES = 512 * 1024**2
"""What reading may take beyond what is loaded."""
_AGAIN_SECONDS = 0.1


class OverrunError(BaseException):
    """A mail used up its share. No `except Exception` on the way may keep it."""


class Shares:
    """Processor time dealt out mail by mail, in the main thread only. What is done for all together has its own share.

    count: how many mails there are. tell: called with the place of each mail before the work on it goes on.
    overran: places of the mails that were interrupted.
    """

    def __init__(self, count: int, seconds: float, tell: Callable[[int], None]) -> None:
        self._count, self._seconds, self._tell = count, seconds, tell
        self._spent: dict[int, float] = {}
        self._armed = False
        self._hard = 0
        self.overran: set[int] = set()
        signal.signal(signal.SIGVTALRM, self._strike)

    @contextmanager
    def __call__(self, place: int) -> Iterator[None]:
        """Let the block work on the mail at `place`; it is left early when the mail's share is used up."""
        if self._count == 1:
            place = 0  # whatever is done is done for this mail
        self._tell(place)
        share = self._seconds if place >= 0 else min(self._seconds * self._count, TOGETHER_SECONDS)
        left = max(0.01, share - self._spent.get(place, 0.0))
        begun = time.process_time()
        self._allow(begun + left + HARD_SECONDS)
        try:
            self._armed = True
            # Again and again: some callbacks from foreign code swallow whatever is raised in them.
            signal.setitimer(signal.ITIMER_VIRTUAL, left, _AGAIN_SECONDS)
            yield
        except OverrunError:
            self.overran.add(place)
        finally:
            self._armed = False  # the timer may run on: the next block sets it anew
            self._spent[place] = self._spent.get(place, 0.0) + time.process_time() - begun

    def close(self) -> None:
        """All blocks are done: no timer strikes any more, and what follows has time."""
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        allow_cpu(TOGETHER_SECONDS)

    def _allow(self, used_seconds: float) -> None:
        """The hard wall, moved when its second comes: mails take a thousandth of one, and each move costs a call."""
        second = int(used_seconds) + 1
        if second != self._hard:
            _lower(resource.RLIMIT_CPU, second)
            self._hard = second

    def _strike(self, _: int, __: FrameType | None) -> None:
        if self._armed:
            raise OverrunError


def bound_memory() -> None:
    """From here on, taking more than `MEMORY_BYTES` fails in this process, instead of starving the machine."""
    taken = _taken_bytes()
    if taken:
        _lower(resource.RLIMIT_AS, taken + MEMORY_BYTES)
    _lower(resource.RLIMIT_CORE, 0)  # a dump of this process would hold customers' mails


def give_back() -> None:
    """Hand memory that was freed back to the system, where its C library can."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def allow_cpu(seconds: float) -> None:
    """Give this process at most `seconds` more, at least one less; without a further allowance the system ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 1)


def _lower(kind: int, wanted: int) -> None:
    _, most = resource.getrlimit(kind)
    if most == resource.RLIM_INFINITY or wanted < most:
        resource.setrlimit(kind, (wanted, most))


def _taken_bytes() -> int:
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0
