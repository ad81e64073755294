"""Work in a fork of this process, which may be killed; a fork has imported everything, so it costs milliseconds."""

import gc
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable

from tests.faults.deaths import NEVER, Death, prepare
from triage.errors import OperatorError, RetryLater

LATER, PLEASE_FIX = 75, 2
"""How a fork ends that could not do its work: the world was broken, or a person has to do something."""


def start(work: Callable[[], None], *, death: Death = NEVER) -> int:
    """Do something in a fork; its process id."""
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os._exit(_life(work, death))
    return child


def ended(child: int, death: Death = NEVER) -> int:
    """Wait for a fork, or kill it at its moment; its exit status, negative for a signal.

    `LATER` and `PLEASE_FIX` are ends in plain words; 1 is a fault of the product.
    """
    if death.place == "moment":
        time.sleep(death.number / 1000)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def run(work: Callable[[], None], *, death: Death = NEVER) -> int:
    """Both."""
    return ended(start(work, death=death), death)


def _life(work: Callable[[], None], death: Death) -> int:
    """All that a fork does; it must never come back as a test."""
    try:
        gc.disable()  # it would copy what the fork shares with us
        prepare(death)
        work()
    except (RetryLater, OperatorError) as fault:
        sys.stderr.write(f"{fault.what}\n")
        sys.stderr.flush()
        return LATER if isinstance(fault, RetryLater) else PLEASE_FIX
    except BaseException:  # noqa: BLE001  # the test must see it
        traceback.print_exc()
        sys.stderr.flush()
        return 1
    return 0
