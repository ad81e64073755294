"""From mails on a real Dovecot to threaded drafts in its Drafts folder, beside django-helpdesk's intake.

Both read the same mails from the same server one after another, on a memory file system where there is one, or on disk.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from imapclient import IMAPClient

from tests.e2e.conftest import Shop
from tests.e2e.mailbag import mailbag, post
from tests.servers.dovecot import PASSWORD, Dovecot

ROOT = Path(__file__).resolve().parents[1]
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
    shop = Shop(server=server, user=user, home=folder)
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.one_pass"],
        env=os.environ | shop.environment(),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return dict(json.loads(ran.stdout.splitlines()[-1]))


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
