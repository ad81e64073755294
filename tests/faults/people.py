"""People at the same mailbox on a real server, with programs of their own: what they own there has to stay as it is."""

import email
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count

from imapclient import IMAPClient

from tests.servers.dovecot import PASSWORD, Dovecot

Lying = dict[int, bytes]
"""The octets of a folder by UID."""


@dataclass
class People:
    """Agents in their mail programs, and whoever looks after the server.

    kept: mails that are theirs, by folder and hash. taken: Message-IDs of drafts that they took out of Drafts.
    """

    server: Dovecot
    user: str
    kept: "Counter[tuple[str, str]]" = field(default_factory=Counter)
    taken: set[str] = field(default_factory=set)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def lying(self, folder: str) -> Lying:
        """What lies in a folder now."""
        with self._session() as box:
            return _lying(box, folder)

    def edit_draft(self, pick: int, *, own_id: bool) -> None:
        """A mail program keeps the changed draft as a new mail, and then takes the old one out."""
        self._put_anew(pick, "Drafts", f"<h{next(self._numbers)}@shop.example>" if own_id else None)

    def send_draft(self, pick: int, *, own_id: bool) -> None:
        """A person sends a draft: it goes from Drafts to Sent."""
        self._put_anew(pick, "Sent", f"<s{next(self._numbers)}@shop.example>" if own_id else None)

    def throw_away(self, pick: int, *, into: str) -> None:
        """A person takes a draft out of Drafts, into the bin or some other folder."""
        with self._session() as box:
            if (found := _picked(box, pick)) is None:
                return
            if not box.folder_exists(into):
                box.create_folder(into)
            self._keep(box, into, found[1])
            self._take(box, *found)

    def numbered_anew(self, folder: str) -> None:
        """The server gives a folder another UIDVALIDITY, as after a repair."""
        with self._session() as box:
            before = box.select_folder(folder, readonly=True)[b"UIDVALIDITY"]
        command = ["doveadm", "-c", str(self.server.home / "dovecot.conf"), "mailbox", "update", "-u", self.user]
        subprocess.run([*command, "--uid-validity", str(before + 7), folder], check=True, capture_output=True)

    def missing(self) -> list[str]:
        """Mails of people that are not there any more; empty is what we want."""
        there: Counter[tuple[str, str]] = Counter()
        for folder in {folder for folder, _ in self.kept}:
            there.update((folder, _digest(raw)) for raw in self.lying(folder).values())
        return [f"{number} of {mail}" for mail, number in (self.kept - there).items()]

    def is_kept(self, folder: str, raw: bytes) -> bool:
        """Whether a mail is one of theirs."""
        return self.kept[folder, _digest(raw)] > 0

    def _put_anew(self, pick: int, folder: str, own_id: str | None) -> None:
        with self._session() as box:
            if (found := _picked(box, pick)) is None:
                return
            mail = email.message_from_bytes(found[1])
            if folder == "Drafts":
                mail["X-Edited"] = str(next(self._numbers))
            if own_id is not None:
                mail.replace_header("Message-ID", own_id)
            self._keep(box, folder, mail.as_bytes())
            self._take(box, *found)

    def _keep(self, box: IMAPClient, folder: str, raw: bytes) -> None:
        whole = b"\r\n".join(raw.splitlines()) + b"\r\n"  # as mail programs send it
        box.append(folder, whole, [b"\\Seen"])
        self.kept[folder, _digest(whole)] += 1

    def _take(self, box: IMAPClient, uid: int, raw: bytes) -> None:
        """Take a draft out; that it was there at that moment is not sure while a worker works."""
        box.select_folder("Drafts")
        was_there = uid in box.search("ALL")
        box.delete_messages([uid])
        box.uid_expunge([uid])
        if was_there:
            self.taken.add(message_id(raw))
            if self.is_kept("Drafts", raw):
                self.kept["Drafts", _digest(raw)] -= 1

    @contextmanager
    def _session(self) -> Iterator[IMAPClient]:
        box = IMAPClient("127.0.0.1", self.server.port, ssl=False, timeout=30)
        try:
            box.login(self.user, PASSWORD)
            yield box
        finally:
            box.shutdown()


def message_id(raw: bytes) -> str:
    """The Message-ID of a mail."""
    return str(email.message_from_bytes(raw)["Message-ID"])


def _picked(box: IMAPClient, pick: int) -> tuple[int, bytes] | None:
    drafts = _lying(box, "Drafts")
    uids = sorted(drafts)
    return (uids[pick % len(uids)], drafts[uids[pick % len(uids)]]) if uids else None


def _lying(box: IMAPClient, folder: str) -> Lying:
    box.select_folder(folder, readonly=True)
    uids = box.search("ALL")
    return {uid: data[b"BODY[]"] for uid, data in box.fetch(uids, ["BODY.PEEK[]"]).items()} if uids else {}


def _digest(raw: bytes) -> str:
    return sha256(raw).hexdigest()
