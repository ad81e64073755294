"""From a mail laid into the inbox of a real Dovecot to its draft visible in Drafts, the worker idling in between."""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from imapclient import IMAPClient

from tests.e2e.conftest import Shop
from tests.e2e.mailbag import mailbag, post
from tests.servers.dovecot import PASSWORD, Dovecot

MAILS = 30


def main() -> int:
    """Print the least, the median and the most of 30 waits, in milliseconds. Dovecot itself waits 500 to tell."""
    memory = Path("/dev/shm")
    home = Path(tempfile.mkdtemp(prefix="triage-bench-", dir=memory if memory.is_dir() else None))
    home.chmod(0o755)
    server = Dovecot(home=home / "dovecot")
    server.prepare()
    server.start()
    shop = Shop(server=server, user=server.add_user(), home=home)
    worker = shop.start("worker")
    try:
        box, watcher = session(server, shop.user), session(server, shop.user)
        wait(watcher, box, 0)
        waits = sorted(wait(watcher, box, number) for number in range(1, MAILS + 1))
        print(f"{MAILS} mails: {waits[0]:.0f} / {waits[len(waits) // 2]:.0f} / {waits[-1]:.0f} ms")
    finally:
        worker.terminate()
        worker.wait()
        server.stop()
        shutil.rmtree(home, ignore_errors=True)
    return 0


def session(server: Dovecot, user: str) -> IMAPClient:
    """A session as any mail program has one."""
    client = IMAPClient("127.0.0.1", server.port, ssl=False, timeout=60)
    client.login(user, PASSWORD)
    return client


def wait(watcher: IMAPClient, box: IMAPClient, number: int) -> float:
    """Milliseconds from the mail's arrival to one draft more."""
    before = watcher.folder_status("Drafts", ["MESSAGES"])[b"MESSAGES"]
    time.sleep(0.3)
    post(box, mailbag(1, seed=1000 + number))
    started = time.perf_counter()
    while watcher.folder_status("Drafts", ["MESSAGES"])[b"MESSAGES"] == before:
        time.sleep(0.005)
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    sys.exit(main())
