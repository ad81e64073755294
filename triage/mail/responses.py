"""Read what FETCH and APPEND answer: bytes in, facts out. Pure, and much faster than the parser of IMAPClient."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone

from triage.mail.mailbox import Envelope
from triage.mail.wire import Piece

UID = re.compile(rb"\bUID (\d{1,10})\b")
SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,12})\b", re.IGNORECASE)
DATE = re.compile(rb'\bINTERNALDATE "([^"]{1,40})"', re.IGNORECASE)
BODY_LITERAL = re.compile(rb"\bBODY\[[^\]]{0,2000}\](?:<\d{1,12}>)? \{\d{1,12}\}$", re.IGNORECASE)
BODY_QUOTED = re.compile(rb'\bBODY\[[^\]]{0,2000}\] "((?:[^"\\]|\\.){0,100000})"', re.IGNORECASE)
FLAGS = re.compile(rb"\bFLAGS \(([^)]{0,4000})\)", re.IGNORECASE)
MODSEQ = re.compile(rb"\bMODSEQ \((\d{1,19})\)", re.IGNORECASE)
DATE_PARTS = re.compile(r" ?(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
APPENDUID = re.compile(r"\[APPENDUID (\d{1,10}) ([\d:,]{1,4000})\]", re.IGNORECASE)


NOWHERE = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for the date of a mail that is no longer there."""


def envelopes_in(lines: Iterable[bytes]) -> Iterator[Envelope]:
    """Dates and sizes. Of a mail removed meanwhile Dovecot says that it is empty and of 1970: it is left out."""
    for line in lines:
        uid, date, size = uid_of(line), date_of(line), size_of(line)
        if uid is not None and date is not None and size is not None and (size or date != NOWHERE):
            yield Envelope(uid=uid, internal_date=date, size_bytes=size)


def head(pieces: Sequence[Piece]) -> bytes:
    """The line of a response without its literals."""
    return b" ".join(piece if isinstance(piece, bytes) else piece[0] for piece in pieces)


def uid_of(line: bytes) -> int | None:
    """The UID that a response is about; None for one that names none."""
    found = UID.search(line)
    return int(found.group(1)) if found else None


def size_of(line: bytes) -> int | None:
    """RFC822.SIZE in bytes."""
    found = SIZE.search(line)
    return int(found.group(1)) if found else None


def date_of(line: bytes) -> datetime | None:
    """INTERNALDATE as aware UTC; None when it is missing or makes no sense."""
    found = DATE.search(line)
    return parse_internal_date(found.group(1).decode("latin-1")) if found else None


def parse_internal_date(text: str) -> datetime | None:
    """` 7-Feb-2026 21:52:25 -0800` as aware UTC, whatever the locale; None when it is no date."""
    parts = DATE_PARTS.fullmatch(text)
    if parts is None or parts[2].lower() not in MONTHS:
        return None
    offset = timedelta(hours=int(parts[8]), minutes=int(parts[9])) * (1 if parts[7] == "+" else -1)
    day, year, hour, minute, second = (int(parts[place]) for place in (1, 3, 4, 5, 6))
    try:
        local = datetime(
            year, MONTHS.index(parts[2].lower()) + 1, day, hour, minute, min(second, 59), tzinfo=timezone(offset)
        )
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def keywords_of(line: bytes) -> frozenset[str]:
    """Keywords of a FLAGS item in lower case; system flags, with their backslash, are none."""
    found = FLAGS.search(line)
    words = found.group(1).decode("latin-1").lower().split() if found else []
    return frozenset(word for word in words if not word.startswith("\\"))


def has_flags(line: bytes) -> bool:
    """Whether a response tells the flags at all."""
    return FLAGS.search(line) is not None


def modseq_of(line: bytes) -> int:
    """The count of changes at which this mail last changed; 0 when the server does not count."""
    found = MODSEQ.search(line)
    return int(found.group(1)) if found else 0


def body_of(pieces: Sequence[Piece]) -> bytes | None:
    """The octets of `BODY[...]`; None when the server answered NIL (the mail vanished) or not at all."""
    for piece in pieces:
        if isinstance(piece, tuple) and BODY_LITERAL.search(piece[0]):
            return piece[1]
    quoted = BODY_QUOTED.search(head(pieces))
    return re.sub(rb"\\(.)", rb"\1", quoted.group(1)) if quoted else None


def as_set(uids: Iterable[int]) -> str:
    """UIDs as an IMAP set, neighbours joined: `1:3,7`."""
    runs: list[list[int]] = []
    for uid in sorted(set(uids)):
        if runs and uid == runs[-1][1] + 1:
            runs[-1][1] = uid
        else:
            runs.append([uid, uid])
    return ",".join(str(first) if first == last else f"{first}:{last}" for first, last in runs)


def from_set(text: str, limit: int = 10_000) -> list[int]:
    """An IMAP set as UIDs in its order; at most `limit` of them, for a server that lies."""
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition(":")
        if first.isdigit() and (not last or last.isdigit()):
            found.extend(range(int(first), int(last or first) + 1)[: limit - len(found)])
    return found


def appended_uids(answer: str, count: int) -> tuple[int, list[int]] | None:
    """(UIDVALIDITY, UIDs) of an APPEND of `count` mails; None when the server did not say, or says another number."""
    found = APPENDUID.search(answer)
    if found is None:
        return None
    uids = from_set(found.group(2))
    return (int(found.group(1)), uids) if len(uids) == count else None


def in_pages(uids: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """Consecutive slices of at most `size`."""
    for start in range(0, len(uids), size):
        yield uids[start : start + size]
