"""One pass of the worker over its mailbox, measured in a process that holds nothing but the product.

python -m benchmarks.one_pass    # settings from the environment; prints one JSON object
"""

import json
import os
import resource
import sys
import threading
import time
from pathlib import Path

from sqlalchemy import func, select

from triage import worker
from triage.app import build_app
from triage.loaders.settings import load_settings
from triage.store.engine import reading
from triage.store.schema import drafts, tickets

EVERY_SECONDS = 1.0
ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Triage the mailbox once."""
    app = build_app(load_settings(ROOT), apart=True)
    app.ready()
    most, done = [0.0], threading.Event()
    watching = threading.Thread(target=watch, args=(most, done))
    watching.start()
    started = time.perf_counter()
    failed = worker.run(app, once=True)
    seconds = time.perf_counter() - started
    done.set()
    watching.join()
    getattr(app.read, "close", lambda: None)()
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    with reading(app.engine) as conn:
        found = {
            "tickets": conn.execute(select(func.count()).select_from(tickets)).scalar_one(),
            "drafts": conn.execute(
                select(func.count()).select_from(drafts).where(drafts.c.state == "filed")
            ).scalar_one(),
        }
    cpu_seconds = sum(usage.ru_utime + usage.ru_stime for usage in usages)
    print(json.dumps(found | {"seconds": seconds, "cpu_seconds": cpu_seconds, "peak_mb": most[0]}))
    return failed


def watch(most: list[float], done: threading.Event) -> None:
    """Note the most memory that all our processes ever hold together, shared pages counted once."""
    while not done.wait(EVERY_SECONDS):
        most[0] = max(most[0], sum(map(share_mb, family(os.getpid()))))


def family(pid: int) -> list[int]:
    """A process and all that come from it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in family(int(child)))]


def share_mb(pid: int) -> float:
    """What a process holds, pages that several hold divided among them."""
    try:
        return int(Path(f"/proc/{pid}/smaps_rollup").read_text().partition("\nPss:")[2].split()[0]) / 1024
    except (OSError, IndexError):
        return 0.0


if __name__ == "__main__":
    sys.exit(main())
