"""A folder of the lying server: stored mails, and, for tests that want millions, mails made up when asked for."""

import email
import itertools
import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import count

START = datetime(2020, 1, 1, tzinfo=UTC)
VALIDITIES = count(1000)


@lru_cache(maxsize=4096)
def _internal_date(at: datetime) -> bytes:
    return at.strftime("%d-%b-%Y %H:%M:%S +0000").encode()


@dataclass
class Stored:
    """One mail; flags hold keywords too."""

    raw: bytes = field(repr=False)
    at: datetime
    flags: set[str] = field(default_factory=set)

    @property
    def size(self) -> int:
        return len(self.raw)

    @property
    def date(self) -> bytes:
        return _internal_date(self.at.astimezone(UTC))

    def header(self, names: Sequence[str]) -> bytes:
        """The header block restricted to `names`, octet by octet as it came."""
        lines = re.split(rb"\r\n(?![ \t])", self.raw.partition(b"\r\n\r\n")[0])
        wanted = {name.upper().encode() for name in names}
        kept = [line + b"\r\n" for line in lines if line.partition(b":")[0].upper() in wanted]
        return b"".join(kept) + b"\r\n"


def _made_up_head(uid: int) -> bytes:
    return f"From: c{uid}@mail.example\r\nSubject: mail {uid}\r\nMessage-ID: <made{uid}@mail.example>\r\n\r\n".encode()


SHORTEST_HEAD = len(_made_up_head(0)) - 3


class MadeUp(Stored):
    """The mail that a folder of millions holds under a UID: fifty a minute; its octets exist once asked for."""

    def __init__(self, uid: int) -> None:
        self.uid, self.flags = uid, set()
        self.at = START + timedelta(minutes=uid // 50)

    @property
    def raw(self) -> bytes:
        return _made_up_head(self.uid) + b"x" * (self.uid % 97) + b"\r\n"

    @property
    def size(self) -> int:
        return SHORTEST_HEAD + 3 * len(str(self.uid)) + self.uid % 97 + 2


@dataclass
class Folder:
    """made_up: so many mails exist without being stored; they are never removed. flags: as LIST tells them."""

    uidvalidity: int = field(default_factory=lambda: next(VALIDITIES))
    flags: str = ""
    made_up: int = 0
    mails: dict[int, Stored] = field(default_factory=dict)
    _order: list[int] = field(default_factory=list)
    _next: int = 1

    @property
    def uidnext(self) -> int:
        return max(self._next, self.made_up + 1)

    @property
    def exists(self) -> int:
        return self.made_up + len(self._order)

    def add(self, raw: bytes, at: datetime, flags: "set[str] | None" = None, uid: int | None = None) -> int:
        """Store a mail; its UID."""
        place = uid or self.uidnext
        self._next = max(self.uidnext, place + 1)
        self.mails[place] = Stored(raw=raw, at=at, flags=set(flags or ()))
        insort(self._order, place)
        return place

    def remove(self, uid: int) -> None:
        """Expunge."""
        if self.mails.pop(uid, None) is not None:
            del self._order[bisect_left(self._order, uid)]

    def get(self, uid: int) -> Stored | None:
        return MadeUp(uid) if 1 <= uid <= self.made_up else self.mails.get(uid)

    def number(self, uid: int) -> int:
        """Its sequence number."""
        return uid if uid <= self.made_up else self.made_up + bisect_left(self._order, uid) + 1

    def uids(self) -> Iterator[int]:
        return itertools.chain(range(1, self.made_up + 1), self._order)

    def in_set(self, words: str) -> Iterator[int]:
        """UIDs of a set such as `1:3,7,9:*`, ascending."""
        last = self._order[-1] if self._order else self.made_up
        for part in words.split(","):
            ends = [last if end == "*" else int(end) for end in part.split(":")]
            low, high = min(ends), max(ends)
            yield from range(max(low, 1), min(high, self.made_up) + 1)
            yield from self._order[bisect_left(self._order, low) : bisect_left(self._order, high + 1)]

    def with_message_id(self, raw: bytes) -> int | None:
        """The UID of a mail with the Message-ID of `raw`."""
        wanted = _message_id(raw)
        hits = [uid for uid, mail in self.mails.items() if wanted and _message_id(mail.raw) == wanted]
        return hits[0] if hits else None

    def search(self, criteria: list[str]) -> list[int]:
        """UIDs that match all of the criteria, ascending."""
        found: set[int] | None = None
        rest = list(criteria)
        while rest:
            hits = self._one(rest)
            found = hits if found is None else found & hits
        return sorted(found or set())

    def _one(self, rest: list[str]) -> set[int]:
        """The next criterion, taken off the list."""
        word = rest.pop(0).upper()
        if word == "UID":
            return set(self.in_set(rest.pop(0)))
        if word == "OR":
            return self._one(rest) | self._one(rest)
        if word == "NOT":
            return set(self.uids()) - self._one(rest)
        if word == "HEADER":
            name, value = rest.pop(0), rest.pop(0).lower()
            stored = self.mails.items()
            return {uid for uid, one in stored if value in one.header([name]).decode("utf-8", "replace").lower()}
        if word in {"KEYWORD", "DELETED"}:
            flag = "\\Deleted" if word == "DELETED" else rest.pop(0)
            return {uid for uid, mail in self.mails.items() if flag in mail.flags}
        return set(self.uids())


def _message_id(raw: bytes) -> str:
    return str(email.message_from_bytes(raw).get("Message-ID", "")).strip()
