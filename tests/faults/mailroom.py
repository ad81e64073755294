"""What lies in a mailbox, as its owner would compare it: every octet, every flag."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from imapclient import IMAPClient

from tests.servers.dovecot import PASSWORD
from triage.loaders.settings import Account

OWN = (b"$Triaged", b"\\Recent")
PAGE = 1000
"""UIDs in one command: servers refuse lines of any length."""
Things = dict[str, dict[int, tuple[str, tuple[bytes, ...]]]]
"""By folder and UID: the hash of the octets, and the flags."""


@dataclass(frozen=True)
class Foreign:
    """Mails of other people in a mailbox, and how they looked when they were planted."""

    account: Account
    things: Things

    def changed(self) -> list[str]:
        """Which of them are not as they were; empty is what we want."""
        now = look(self.account, {folder: list(uids) for folder, uids in self.things.items()})
        return [
            f"{folder} {uid}: {was} became {now[folder].get(uid)}"
            for folder, uids in self.things.items()
            for uid, was in uids.items()
            if now[folder].get(uid) != was
        ]


def plant(account: Account, each: int) -> Foreign:
    """Lay foreign mails into Drafts, Sent and the inbox: read, flagged, labelled, some marked as deleted."""
    flags = [(), (b"\\Seen",), (b"\\Flagged", b"\\Seen"), (b"\\Deleted",), (b"Important", b"\\Answered")]
    past = datetime.now(UTC) - timedelta(days=90)
    uids: dict[str, list[int]] = {}
    with _session(account) as box:
        for folder in ("INBOX", "Drafts", "Sent"):
            for number in range(each):
                box.append(folder, _letter(folder, number), flags[number % len(flags)], past)
            box.select_folder(folder, readonly=True)
            uids[folder] = box.search("ALL")
    return Foreign(account=account, things=look(account, uids))


def look(account: Account, uids: dict[str, list[int]]) -> Things:
    """How some mails look now; vanished ones are missing."""
    things: Things = {}
    with _session(account) as box:
        for folder, wanted in uids.items():
            box.select_folder(folder, readonly=True)
            found = box.fetch(wanted, ["BODY.PEEK[]", "FLAGS"]) if wanted else {}
            things[folder] = {
                uid: (sha256(data[b"BODY[]"]).hexdigest(), tuple(sorted(set(data[b"FLAGS"]) - set(OWN))))
                for uid, data in found.items()
            }
    return things


def flags_of(account: Account, folder: str) -> dict[int, tuple[bytes, ...]]:
    """The flags of every mail of a folder."""
    with _session(account) as box:
        box.select_folder(folder, readonly=True)
        uids = box.search("ALL")
        pages = [uids[start : start + PAGE] for start in range(0, len(uids), PAGE)]
        return {uid: data[b"FLAGS"] for page in pages for uid, data in box.fetch(page, ["FLAGS"]).items()}


def _letter(folder: str, number: int) -> bytes:
    return f"From: p{number}@mail.example\r\nSubject: mine {number}\r\n\r\nNot yours, {folder} {number}.\r\n".encode()


def _session(account: Account) -> IMAPClient:
    box = IMAPClient("127.0.0.1", account.port, ssl=False, timeout=30)
    box.login(account.user, PASSWORD)
    return box
