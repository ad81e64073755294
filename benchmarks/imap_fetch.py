"""How fast mails come off a real Dovecot, against plain IMAPClient, and how soon a waiting session hears of a new one.

Run: python -m benchmarks.imap_fetch [--mails 2000] [--rounds 3] [--samples 15]. Needs Dovecot and root. Prints ratios
of runs made one after another in this process; the mails lie in memory where the machine has /dev/shm.
"""

import argparse
import os
import random
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from imapclient import IMAPClient, SocketTimeout

from tests.servers.dovecot import Dovecot
from triage.loaders.settings import Account
from triage.mail.imap import ImapMailbox, connect

SEED = 7


def make_mails(count: int) -> list[bytes]:
    """Mails like those of a shop: most about 1 kB, one in twenty with 200 kB of base64."""
    chance = random.Random(SEED)
    mails = []
    for number in range(count):
        head = (
            f"From: kim{number}@mail.example\r\nSubject: order {number}\r\nMessage-ID: <b{number}@mail.example>\r\n\r\n"
        )
        lines = 3500 if chance.random() < 0.05 else chance.randint(5, 40)
        mails.append((head + "0123456789abcdefghijklmnopqrstuvwxyz ABCDEFGHIJ\r\n" * lines).encode())
    return mails


def per_second(count: int, work: Callable[[], int]) -> float:
    """Mails a second of one run; the run says how many it saw."""
    started = time.perf_counter()
    seen = work()
    if seen != count:
        raise SystemExit(f"saw {seen} mails of {count}")
    return count / (time.perf_counter() - started)


def fetch_ours(mailbox: ImapMailbox, uids: Sequence[int]) -> int:
    """Our adapter, one mail in memory at a time."""
    return sum(mail.raw is not None for mail in mailbox.fetch(uids))


def fetch_plain(client: IMAPClient, uids: Sequence[int], batch: int = 100) -> int:
    """IMAPClient as its manual shows it."""
    seen = 0
    for start in range(0, len(uids), batch):
        answer = client.fetch(uids[start : start + batch], ["INTERNALDATE", "BODY.PEEK[]"])
        seen += sum(b"BODY[]" in mail for mail in answer.values())
    return seen


def wake_seconds(account: Account, samples: int) -> list[float]:
    """From the moment another session's APPEND is answered until our waiting ends."""
    waiting, sender = connect(account), connect(account)
    waiting.select("INBOX")
    found = []
    for _ in range(samples):
        waiting.uids_above(0)
        stored: list[float] = []
        timer = threading.Timer(0.3, _append, (sender, stored))
        timer.start()
        if not waiting.idle(10):
            raise SystemExit("no news within ten seconds")
        found.append(time.perf_counter() - stored[0])
        timer.join()
    waiting.close()
    sender.close()
    return found


def _append(sender: ImapMailbox, stored: list[float]) -> None:
    sender.append_sent("INBOX", b"Subject: wake\r\n\r\nwake\r\n")
    stored.append(time.perf_counter())


def syncs_per_second(folder: Path, count: int = 200) -> float:
    """4 kB writes with fsync, a second: how fast this disk is now."""
    path = folder / "probe"
    started = time.perf_counter()
    with path.open("wb") as probe:
        for _ in range(count):
            probe.write(b"x" * 4096)
            probe.flush()
            os.fsync(probe.fileno())
    path.unlink()
    return count / (time.perf_counter() - started)


def spread(values: Sequence[float], unit: str = "") -> str:
    """Least, middle and greatest."""
    return " / ".join(f"{value:,.0f}{unit}" for value in (min(values), statistics.median(values), max(values)))


def report(server: Dovecot, *, mails: int, rounds: int, samples: int) -> None:
    """Measure and print."""
    account = server.account()
    mailbox = connect(account)
    started = time.perf_counter()
    mailbox.append_drafts("Drafts", make_mails(mails))
    print(f"append, MULTIAPPEND of up to 50: {mails / (time.perf_counter() - started):,.0f} mails/s")
    mailbox.select("Drafts")
    uids = mailbox.uids_above(0)
    ours, plain = [], []
    for _ in range(rounds):
        with IMAPClient("127.0.0.1", server.port, ssl=False, timeout=SocketTimeout(10, 60)) as client:
            client.login(account.user, account.password)
            client.select_folder("Drafts", readonly=True)
            plain.append(per_second(mails, partial(fetch_plain, client, uids)))
        ours.append(per_second(mails, partial(fetch_ours, mailbox, uids)))
    mailbox.close()
    print(f"fetch, plain IMAPClient:         {spread(plain)} mails/s")
    print(f"fetch, our adapter:              {spread(ours)} mails/s")
    print(f"ratio of the medians:            {statistics.median(ours) / statistics.median(plain):.1f}x")
    woken = [seconds * 1000 for seconds in wake_seconds(server.account(), samples)]
    print(f"IDLE, stored to woken:           {spread(woken, ' ms')} (Dovecot itself waits about 500 ms)")


def main() -> None:
    """Start a server, measure, stop it."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("mails", 2000), ("rounds", 3), ("samples", 15)):
        parser.add_argument(f"--{name}", type=int, default=default)
    args = parser.parse_args()
    memory = Path("/dev/shm")
    home = Path(tempfile.mkdtemp(prefix="triage-bench-", dir=memory if memory.is_dir() else None))
    home.chmod(0o755)
    server = Dovecot(home=home / "dovecot")
    server.prepare()
    server.start()
    try:
        print(f"disk of the mails: {syncs_per_second(home):,.0f} fsync/s")
        report(server, mails=args.mails, rounds=args.rounds, samples=args.samples)
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
