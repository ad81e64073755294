"""Progress bars on a terminal; nothing when nobody looks."""

import sys
import threading
from collections.abc import Iterable

from triage.progress import Step


def on_terminal(steps: Iterable[Step], what: str, total: int) -> Iterable[Step]:
    """A bar on stderr that goes away when it is full. Only for the main thread: one bar at a time fits a terminal."""
    if total < 2 or not sys.stderr.isatty() or threading.current_thread() is not threading.main_thread():
        return steps
    from rich.console import Console
    from rich.progress import track

    return track(steps, description=what, total=total, console=Console(stderr=True), transient=True)
