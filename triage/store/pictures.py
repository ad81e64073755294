"""Pictures known again: by perceptual hashes of 64 bits that differ in at most six.

Such a pair agrees in at least one of seven parts of the hash, so that an index on the parts finds every candidate.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from triage.store.schema import attachments, messages, picture_keys, tickets

MOST_DIFFERENT_BITS = 6
_PARTS = ((55, 9), (46, 9), (37, 9), (28, 9), (19, 9), (10, 9), (0, 10))
_MOST_CANDIDATES = 5000
_MOST_MET = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Another ticket with the same picture, and when it came there."""

    public_id: str
    at: datetime


def keys_of(picture_hash: str) -> list[int]:
    """One number for each part of a hash of 16 hex digits; equal parts in equal places have equal numbers."""
    bits = int(picture_hash, 16)
    return [place << 10 | (bits >> shift & ((1 << width) - 1)) for place, (shift, width) in enumerate(_PARTS)]


def different_bits(one: str, other: str) -> int:
    """In how many of 64 bits two hashes differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def remember(conn: Connection, account: str, hashes: Sequence[tuple[int, str]]) -> None:
    """Let attachments be found by their hashes. hashes: (attachment row, 16 hex digits)."""
    rows = [
        {"account": account, "key": key, "attachment_id": row, "hash": picture_hash}
        for row, picture_hash in hashes
        for key in keys_of(picture_hash)
    ]
    if rows:
        conn.execute(insert(picture_keys), rows)


def met_elsewhere(
    conn: Connection, account: str, ticket_id: int, wanted: Mapping[int, Sequence[str]]
) -> dict[int, list[Met]]:
    """Other tickets of the account with the same picture, at most three, oldest first, by attachment.

    wanted: hashes of each attachment, of the picture and of its mirror image.
    """
    found: dict[int, list[Met]] = {}
    for row, hashes in wanted.items():
        seen: dict[str, datetime] = {}
        for other, public_id, at in _candidates(conn, account, ticket_id, hashes):
            if any(different_bits(one, other) <= MOST_DIFFERENT_BITS for one in hashes):
                seen[public_id] = min(at, seen.get(public_id, at))
        met = [Met(public_id=public_id, at=at) for public_id, at in seen.items()]
        if met:
            found[row] = sorted(met, key=lambda one: (one.at, one.public_id))[:_MOST_MET]
    return found


def _candidates(
    conn: Connection, account: str, ticket_id: int, hashes: Sequence[str]
) -> list[tuple[str, str, datetime]]:
    keys = sorted({key for one in hashes for key in keys_of(one)})
    query = (
        select(picture_keys.c.hash, tickets.c.public_id, messages.c.received_at)
        .join(attachments, attachments.c.id == picture_keys.c.attachment_id)
        .join(messages, messages.c.id == attachments.c.message_id)
        .join(tickets, tickets.c.id == messages.c.ticket_id)
        .where(picture_keys.c.account == account, picture_keys.c.key.in_(keys), messages.c.ticket_id != ticket_id)
        .distinct()
        .limit(_MOST_CANDIDATES)
    )
    return [(other, public_id, at) for other, public_id, at in conn.execute(query)]
