"""Named places at which tests may kill the process; without `TRIAGE_CRASH` they do nothing."""

import os
import re
import signal

SIGNAL = signal.SIGKILL
"""What a process does to itself there; a test that wants it to sleep instead says SIGSTOP."""

_met: dict[str, int] = {}


def crashpoint(name: str) -> None:
    """Die here when `TRIAGE_CRASH` says so: `K4` at the first meeting, `K4:3rd` at the third."""
    wish = os.environ.get("TRIAGE_CRASH")
    if not wish:
        return
    wanted, _, count = wish.partition(":")
    if wanted != name:
        return
    _met[name] = _met.get(name, 0) + 1
    number = re.match(r"[0-9]+", count)
    if _met[name] == (int(number[0]) if number else 1):
        os.kill(os.getpid(), SIGNAL)
