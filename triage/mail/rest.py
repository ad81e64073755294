"""Servers that ask for rest: read what they say, and keep every session of this process from disturbing them."""

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from triage.errors import RetryLater
from triage.mail.mailbox import Throttled

USUAL_REST_SECONDS = 60.0
LONGEST_REST_SECONDS = 24 * 3600.0
LOGIN_SECONDS = 60.0
WARY_SECONDS = 600.0

BACKOFF = re.compile(r"Suggested Backoff Time: (\d{1,12}) ?(milliseconds|msec|ms|seconds|s)?\b", re.IGNORECASE)
TIRED = re.compile(
    r"throttled|too many (?:simultaneous )?connections|rate limit|bandwidth limits|user is authenticated but not"
    r"|\[(?:LIMIT|THROTTLED)\b",
    re.IGNORECASE,
)


def asked_rest(answer: str) -> float | None:
    """Seconds of rest that an answer asks for, a day at most; None when it asks for none."""
    if found := BACKOFF.search(answer):
        unit = (found.group(2) or "ms").lower()
        seconds = int(found.group(1)) * (1.0 if unit in {"s", "seconds"} else 0.001)
        return min(seconds, LONGEST_REST_SECONDS)
    return USUAL_REST_SECONDS if TIRED.search(answer) else None


def later(where: str, what: str, answer: str = "") -> RetryLater:
    """The error for a connection that is of no more use; obeys a server that asks for rest."""
    fix = "the worker tries again by itself; if it lasts, run `triage doctor`"
    rest = asked_rest(answer)
    if rest is not None:
        return Throttled(f"{where}: {what}", fix=fix, wait_seconds=rest)
    return RetryLater(f"{where}: {what}", fix=fix)


@dataclass(slots=True)
class _Host:
    """not_before: the earliest moment of the next log-in. wary_until: until then they come one by one."""

    not_before: float = 0.0
    wary_until: float = 0.0


@dataclass
class Gate:
    """Log-ins at one host, over all sessions of this process.

    Free until the host asks for rest. Then none before that rest is over, and for ten minutes more one a minute.
    clock: seconds of a clock that never goes back.
    """

    clock: Callable[[], float] = time.monotonic
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def enter(self, host: str, where: str) -> None:
        """Leave to log in now; raises `Throttled` with the time to wait when it is too early."""
        with self._lock:
            known, now = self._hosts.setdefault(host, _Host()), self.clock()
            left = known.not_before - now
            if left <= 0:
                if now < known.wary_until:
                    known.not_before = now + LOGIN_SECONDS
                return
        fix = "the worker tries again by itself"
        raise Throttled(f"{where}: the server asked for rest", fix=fix, wait_seconds=left)

    def heard(self, host: str, fault: Exception) -> None:
        """Keep in mind what a fault says of the host's wish for rest; most say nothing."""
        if not isinstance(fault, Throttled):
            return
        with self._lock:
            known, now = self._hosts.setdefault(host, _Host()), self.clock()
            known.not_before = max(known.not_before, now + fault.wait_seconds, now + LOGIN_SECONDS)
            known.wary_until = known.not_before + WARY_SECONDS


GATE = Gate()
"""Of this process."""
