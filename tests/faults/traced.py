"""strace from outside: kills at the n-th system call, and calls that fail as a broken disk lets them fail."""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import forks

WITHOUT_STRACE = "strace is not installed: faults of single system calls are left out: apt-get install strace"


def require_strace() -> None:
    """Under CI nothing may be left out."""
    if shutil.which("strace") is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(WITHOUT_STRACE)


def run_traced(work: Callable[[], None], calls: str, fault: str, log: Path) -> int:
    """Work in a fork that strace watches; its exit status, negative for a signal. fault: as `inject` wants it."""
    ready, go = os.pipe()

    def waiting() -> None:
        os.close(go)
        os.read(ready, 1)
        work()

    child = forks.start(waiting)
    os.close(ready)
    inject = ["-e", f"inject={calls}:{fault}"] if fault else []
    with subprocess.Popen(
        ["strace", "-f", "-p", str(child), "-o", str(log), "-e", f"trace={calls}", "-e", "signal=none", *inject],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as tracer:
        assert tracer.stderr is not None
        assert "attached" in tracer.stderr.readline()
        os.close(go)
        status = forks.ended(child)
        tracer.stderr.read()
    return status


def counted(log: Path) -> "Counter[str]":
    """How often each call was made."""
    return Counter(re.findall(r"^\d+ +([a-z0-9_]+)\(", log.read_text(errors="replace"), re.MULTILINE))
