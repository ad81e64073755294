"""What agents do in their own mail program."""

import email
from collections import Counter
from datetime import datetime
from typing import Any

from tests.faults.model.faulty import Server, message_id


class MailProgram:
    """The part of a `Desk` that people touch without the console."""

    server: Server
    true_time: datetime
    number: int
    kept: Counter[tuple[str, bytes]]
    gone: set[str]

    def rows(self, table: str) -> list[dict[str, Any]]:
        """What a table holds; the `Desk` knows."""
        raise NotImplementedError

    def edit_draft(self, pick: int, *, how: str = "same id") -> None:
        """The changed draft is kept as a new mail and the old one is removed. how: what becomes of its ids."""
        if (found := self._pick_draft(pick)) is None:
            return
        uid, raw = found
        mail = email.message_from_bytes(raw)
        self.number += 1
        if how != "same id":
            mail.replace_header("Message-ID", f"<h{self.number}@shop.example>")
        if how == "no ids":
            del mail["In-Reply-To"]
            del mail["References"]
        mail["X-Edited"] = str(self.number)
        self._take_draft(uid, raw)
        self._own("Drafts", mail.as_bytes())

    def delete_draft(self, pick: int, *, to_trash: bool = False) -> None:
        if (found := self._pick_draft(pick)) is not None:
            self._take_draft(*found)
            if to_trash:
                self._own("Trash", found[1])

    def move_draft(self, pick: int, *, back: bool = False) -> None:
        """A person moves a draft to another folder; `back`: into Drafts again, with another UID."""
        if (found := self._pick_draft(pick)) is None:
            return
        uid, raw = found
        if back:
            folder = self.server.folders["Drafts"]
            mail = folder.mails.pop(uid)
            folder.add(mail.raw, mail.internal_date, sorted(mail.flags))
        else:
            self._take_draft(uid, raw)
            self.server.folders.setdefault("Later", type(self.server.folders["INBOX"])())
            self._own("Later", raw)

    def send_draft(self, pick: int, *, how: str = "same id") -> None:
        """A person sends a draft from the mail program: it goes from Drafts to Sent."""
        if (found := self._pick_draft(pick)) is None:
            return
        uid, raw = found
        mail = email.message_from_bytes(raw)
        self.number += 1
        if how != "same id":
            mail.replace_header("Message-ID", f"<s{self.number}@shop.example>")
        if how == "no ids":
            del mail["In-Reply-To"]
            del mail["References"]
        self._take_draft(uid, raw)
        self._own("Sent", mail.as_bytes())

    def send_own(self, pick: int, *, threaded: bool = True) -> None:
        """A person answers a customer's mail in words of their own, from the mail program."""
        mails = [row for row in self.rows("messages") if row["direction"] == "in" and row["sender_address"]]
        if not mails:
            return
        row = mails[pick % len(mails)]
        self.number += 1
        thread = f"In-Reply-To: {row['message_id']}\r\n" if threaded else ""
        raw = (
            f"From: help@shop.example\r\nTo: {row['sender_address']}\r\nSubject: Re: {row['subject']}\r\n"
            f"Message-ID: <o{self.number}@shop.example>\r\n{thread}\r\nOwn words {self.number}.\r\n"
        )
        self._own("Sent", raw.encode())

    def _pick_draft(self, pick: int) -> tuple[int, bytes] | None:
        drafts = self.server.folders["Drafts"].mails if "Drafts" in self.server.folders else {}
        if not drafts:
            return None
        uid = sorted(drafts)[pick % len(drafts)]
        return uid, drafts[uid].raw

    def _take_draft(self, uid: int, raw: bytes) -> None:
        del self.server.folders["Drafts"].mails[uid]
        self.gone.add(message_id(raw))
        if self.kept["Drafts", raw]:
            self.kept["Drafts", raw] -= 1

    def _own(self, folder: str, raw: bytes) -> None:
        self.server.folders[folder].add(raw, self.true_time, ["\\Seen"])
        self.kept[folder, raw] += 1
