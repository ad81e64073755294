"""From mails on a real Dovecot to threaded drafts in its Drafts folder, beside django-helpdesk's intake.

Both read the same mails from the same server one after another, on a memory file system where there is one, or on disk.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from imapclient import IMAPClient

from tests.e2e.conftest import Shop, counts
from tests.e2e.mailbag import mailbag, post
from tests.servers.dovecot import PASSWORD, Dovecot
from triage import worker
from triage.app import build_app
from triage.reader.apart import ReadingChild

PEER = Path(__file__).with_name("peer_helpdesk.py")


def main() -> int:
    """Measure and print one line a program, then the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=1000)
    parser.add_argument("--peer", metavar="PYTHON", help="interpreter of an environment that has django-helpdesk")
    parser.add_argument("--disk", action="store_true", help="everything on the disk of the temporary folder")
    args = parser.parse_args()
    memory = Path("/dev/shm")
    home = Path(tempfile.mkdtemp(prefix="triage-bench-", dir=memory if memory.is_dir() and not args.disk else None))
    home.chmod(0o755)
    server = Dovecot(home=home / "dovecot")
    server.prepare()
    server.start()
    try:
        print(f"{os.cpu_count()} cores; fsync/s {fsyncs(home):.0f}; {args.mails} mails in {home.parent}")
        ours = run_ours(server, home, args.mails)
        show("this product", ours, args.mails)
        if args.peer:
            peer = run_peer(server, home, args.mails, args.peer)
            show("django-helpdesk", peer, args.mails)
            print(f"ratio: {peer['seconds'] / ours['seconds']:.1f} times as many mails a second")
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)
    return 0


def fsyncs(home: Path) -> float:
    """4 kB writes with fsync a second, here and now."""
    started, count = time.perf_counter(), 0
    with (home / "probe").open("wb") as probe:
        while time.perf_counter() - started < 0.5:
            probe.write(b"x" * 4096)
            probe.flush()
            os.fsync(probe.fileno())
            count += 1
    return count / (time.perf_counter() - started)


def fill(server: Dovecot, mails: int) -> str:
    """A fresh user whose inbox holds the mails."""
    user = server.add_user()
    box = IMAPClient("127.0.0.1", server.port, ssl=False, timeout=60)
    box.login(user, PASSWORD)
    post(box, mailbag(mails))
    box.logout()
    return user


def run_ours(server: Dovecot, home: Path, mails: int) -> dict[str, float]:
    """One full pass in a process of its own, so that its memory is its own."""
    user = fill(server, mails)
    folder = home / "ours"
    folder.mkdir()
    program = "import sys; from benchmarks.whole_path import measure; measure(*sys.argv[1:])"
    ran = subprocess.run(
        [sys.executable, "-c", program, str(folder), str(server.port), user], capture_output=True, text=True, check=True
    )
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def measure(folder: str, port: str, user: str) -> None:
    """Triage the mailbox once; prints one JSON object."""
    server = Dovecot(home=Path(folder), port=int(port))
    shop = Shop(server=server, user=user, home=Path(folder))
    app = build_app(shop.settings(), apart=True)
    app.ready()
    started = time.perf_counter()
    failed = worker.run(app, once=True)
    seconds = time.perf_counter() - started
    memory_mb = sum(peak_mb(pid) for pid in family())
    if isinstance(app.read, ReadingChild):
        app.read.close()
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    found = counts(app)
    assert not failed
    print(
        json.dumps(
            {
                "tickets": found.tickets,
                "drafts": found.drafts,
                "seconds": seconds,
                "cpu_seconds": sum(usage.ru_utime + usage.ru_stime for usage in usages),
                "peak_mb": memory_mb,
            }
        )
    )


def family() -> list[int]:
    """This process and its children."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    return [os.getpid(), *map(int, children)]


def peak_mb(pid: int) -> float:
    """The most memory that a process ever held, shared pages counted in each."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def run_peer(server: Dovecot, home: Path, mails: int, python: str) -> dict[str, float]:
    """django-helpdesk on the same mails."""
    user = fill(server, mails)
    folder = home / "peer"
    folder.mkdir()
    ran = subprocess.run(
        [python, str(PEER), str(folder), str(server.port), user, PASSWORD], capture_output=True, text=True, check=True
    )
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def show(name: str, figures: dict[str, float], mails: int) -> None:
    """One line of figures."""
    print(
        f"{name}: {mails / figures['seconds']:.0f} mails/s, {1000 * figures['cpu_seconds'] / mails:.2f} CPU s a 1,000, "
        f"peak {figures['peak_mb']:.0f} MB, tickets {figures['tickets']:.0f}, drafts {figures.get('drafts', 0):.0f}"
    )


if __name__ == "__main__":
    sys.exit(main())
