"""Which mails were met, and what became of each: the memory that flags in the mailbox never replace."""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from triage.errors import RetryLater
from triage.store.schema import folders, ledger

WAITING = ("landed", "refused")
SETTLED = ("triaged", "quarantined", "moved", "erased")
DATED = ("before", "landed", "triaged", "moved", "noted")
"""Outcomes of mails of which date and size are the server's."""


def tomb(key: bytes, sha256: str) -> str:
    """What is kept of an erased mail: enough to know the same octets again, with the key of this installation."""
    return hmac.new(key, b"erased\0" + sha256.encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A followed folder; see the comments of its table."""

    id: int
    account: str
    folder: str
    origin: str
    uidvalidity: int
    epoch: int
    last_uid: int
    first_uidnext: int
    since_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is known of one UID when it enters the ledger. message_id: row of the message with the same bytes."""

    uid: int
    outcome: str
    internal_at: datetime | None = None
    sha256: str | None = None
    size_bytes: int | None = None
    tries: int = 0
    message_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What the server said of a mail. sha256: of its octets, None when they were not fetched."""

    internal_at: datetime | None
    size_bytes: int | None
    sha256: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """A mail that waits to be triaged. outcome: landed, or refused: then the bytes are our stand-in for it."""

    id: int
    outcome: str
    folder: str
    uidvalidity: int
    uid: int
    internal_at: datetime
    sha256: str
    size_bytes: int
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one landed mail. message_id: row of its message, None while there is none."""

    id: int
    outcome: str
    message_id: int | None = None
    tries: int = 0


def folder(conn: Connection, account: str, name: str) -> Folder | None:
    """The folder as followed so far; locked for the rest of the transaction where the database can."""
    query = select(folders).where(folders.c.account == account, folders.c.folder == name).with_for_update()
    row = conn.execute(query).mappings().one_or_none()
    return Folder(**{key: value for key, value in row.items() if key != "first_seen_at"}) if row is not None else None


def first_look(conn: Connection, account: str) -> datetime | None:
    """When a mailbox was first looked at; None before that."""
    query = select(folders.c.first_seen_at).where(folders.c.account == account).order_by(folders.c.first_seen_at)
    return conn.execute(query.limit(1)).scalar_one_or_none()


def follow(
    conn: Connection,
    *,
    account: str,
    name: str,
    origin: str,
    uidvalidity: int,
    uidnext: int,
    since_at: datetime | None,
    now: datetime,
) -> None:
    """Begin to follow a folder from its first mail, unless somebody does already."""
    values = {
        "account": account,
        "folder": name,
        "origin": origin,
        "uidvalidity": uidvalidity,
        "epoch": 1,
        "last_uid": 0,
        "first_uidnext": uidnext,
        "since_at": since_at,
        "first_seen_at": now,
    }
    # The same words for both databases; two workers may meet a folder for the first time at once.
    statement = postgresql_insert if conn.dialect.name == "postgresql" else sqlite_insert
    conn.execute(statement(folders).values(**values).on_conflict_do_nothing())


def begin_epoch(
    conn: Connection, known: Folder, *, origin: str, uidvalidity: int, uidnext: int, since_at: datetime | None
) -> None:
    """Start again at the first UID: the numbers known so far mean nothing any more."""
    conn.execute(
        update(folders)
        .where(folders.c.id == known.id)
        .values(
            origin=origin,
            uidvalidity=uidvalidity,
            epoch=known.epoch + 1,
            last_uid=0,
            first_uidnext=uidnext,
            since_at=since_at,
        )
    )


def advance(conn: Connection, known: Folder, last_uid: int) -> None:
    """Every mail up to `last_uid` is in the ledger; never goes back."""
    conn.execute(
        update(folders)
        .where(folders.c.id == known.id, folders.c.epoch == known.epoch, folders.c.last_uid < last_uid)
        .values(last_uid=last_uid)
    )


def known_uids(conn: Connection, known: Folder, uids: Sequence[int]) -> set[int]:
    """Those of `uids` that the ledger has in this epoch."""
    query = select(ledger.c.uid).where(_in_epoch(known), ledger.c.uid.in_(uids))
    return set(conn.execute(query).scalars())


def unfetched(conn: Connection, known: Folder, *, before: datetime) -> dict[int, int]:
    """UIDs whose bytes the server did not hand out, with the tries made; after two tries only those from `before`."""
    due = (ledger.c.tries <= 1) | (ledger.c.recorded_at <= before)
    query = select(ledger.c.uid, ledger.c.tries).where(_in_epoch(known), ledger.c.outcome == "unfetched", due)
    return dict(conn.execute(query).all())


def any_unfetched(conn: Connection, account: str, name: str, *, before: datetime) -> bool:
    """Whether `unfetched` would find something in the folder of this name as it is followed now."""
    here = and_(folders.c.account == ledger.c.account, folders.c.folder == ledger.c.folder)
    query = (
        select(ledger.c.id)
        .join(folders, and_(here, folders.c.epoch == ledger.c.epoch))
        .where(
            ledger.c.outcome == "unfetched",
            ledger.c.account == account,
            ledger.c.folder == name,
            ledger.c.recorded_at <= before,
        )
    )
    return conn.execute(query.limit(1)).first() is not None


def newest_uids(conn: Connection, known: Folder, count: int) -> list[int]:
    """The last UIDs of this epoch of which date and size are known from the server."""
    query = select(ledger.c.uid).where(_in_epoch(known), ledger.c.outcome.in_(DATED)).order_by(ledger.c.uid.desc())
    return list(conn.execute(query.limit(count)).scalars())


def facts(conn: Connection, known: Folder, uids: Sequence[int]) -> dict[int, Fact]:
    """What the server said of these mails when they were met; those of which it said nothing are left out."""
    query = select(ledger.c.uid, ledger.c.internal_at, ledger.c.size_bytes, ledger.c.sha256).where(
        _in_epoch(known), ledger.c.uid.in_(uids), ledger.c.outcome.in_(DATED)
    )
    return {uid: Fact(internal_at=at, size_bytes=size, sha256=digest) for uid, at, size, digest in conn.execute(query)}


def were_before(conn: Connection, known: Folder, moments: Sequence[datetime]) -> set[tuple[datetime, int]]:
    """(date, size) of mails with one of these dates that were in the folder before us, in any epoch."""
    query = select(ledger.c.internal_at, ledger.c.size_bytes).where(
        ledger.c.account == known.account,
        ledger.c.folder == known.folder,
        ledger.c.outcome == "before",
        ledger.c.internal_at.in_(moments),
    )
    return {(at, size) for at, size in conn.execute(query) if at is not None and size is not None}


def known_bytes(conn: Connection, account: str, digests: Sequence[str]) -> dict[str, int | None]:
    """Those of `digests` already settled in this account, with the message that has them (None: erased).

    Erased mails are found by their `tomb`.
    """
    query = (
        select(ledger.c.sha256, func.max(ledger.c.message_id))
        .where(ledger.c.account == account, ledger.c.sha256.in_(digests), ledger.c.outcome.in_(SETTLED))
        .group_by(ledger.c.sha256)
    )
    return {digest: message for digest, message in conn.execute(query) if digest is not None}


def record(conn: Connection, known: Folder, entries: Sequence[Entry], now: datetime) -> None:
    """Write entries for UIDs new to this epoch, or in the place of an `unfetched` one.

    What another worker wrote meanwhile stands. Raises `RetryLater` when the folder was numbered anew meanwhile.
    """
    current = folder(conn, known.account, known.folder)
    if current is None or current.epoch != known.epoch:
        raise RetryLater("the folder was numbered anew while it was looked at", fix="it is looked at again")
    uids = [entry.uid for entry in entries]
    conn.execute(delete(ledger).where(_in_epoch(known), ledger.c.uid.in_(uids), ledger.c.outcome == "unfetched"))
    there = known_uids(conn, known, uids)
    rows = [_row(known, entry, now) for entry in entries if entry.uid not in there]
    if rows:
        conn.execute(insert(ledger), rows)


def landed(conn: Connection, account: str, *, after_id: int = 0, limit: int = 100) -> list[Landed]:
    """Mails with safe bytes that wait to be triaged, in the order in which they came."""
    query = (
        select(*(ledger.c[name] for name in Landed.__slots__))
        .where(ledger.c.outcome.in_(WAITING), ledger.c.account == account, ledger.c.id > after_id)
        .order_by(ledger.c.id)
        .limit(limit)
    )
    return [Landed(**row) for row in conn.execute(query).mappings()]


def still_landed(conn: Connection, ids: Sequence[int]) -> set[int]:
    """Those of `ids` that nobody settled meanwhile; locked for the rest of the transaction."""
    query = select(ledger.c.id).where(ledger.c.id.in_(ids), ledger.c.outcome.in_(WAITING)).with_for_update()
    return set(conn.execute(query).scalars())


def settle(conn: Connection, outcomes: Sequence[Outcome]) -> None:
    """Say what became of landed mails."""
    if outcomes:
        conn.execute(
            update(ledger)
            .where(ledger.c.id == bindparam("of"))
            .values(outcome=bindparam("became"), message_id=bindparam("as_message"), tries=bindparam("after")),
            [
                {"of": one.id, "became": one.outcome, "as_message": one.message_id, "after": one.tries}
                for one in outcomes
            ],
        )


def release(conn: Connection, message_row: int) -> None:
    """Let quarantined mails wait to be triaged again, before their message is dropped."""
    conn.execute(
        update(ledger)
        .where(ledger.c.message_id == message_row, ledger.c.outcome == "quarantined")
        .values(outcome="landed", message_id=None)
    )
    conn.execute(update(ledger).where(ledger.c.message_id == message_row).values(message_id=None))


def uids_between(conn: Connection, known: Folder, first: int, last: int) -> Iterator[int]:
    """Every UID of this epoch from `first` to `last`, ascending."""
    query = select(ledger.c.uid).where(_in_epoch(known), ledger.c.uid.between(first, last)).order_by(ledger.c.uid)
    yield from conn.execute(query.execution_options(yield_per=10_000)).scalars()


def look_again(conn: Connection, known: Folder, uids: Sequence[int], now: datetime) -> None:
    """Mails that were thought to be gone and are there: they are fetched at the next look."""
    rows = and_(_in_epoch(known), ledger.c.uid.in_(uids), ledger.c.outcome == "vanished")
    conn.execute(update(ledger).where(rows).values(outcome="unfetched", tries=0, recorded_at=now))


def outcomes(conn: Connection, known: Folder, first: int, last: int) -> dict[int, str]:
    """What became of every UID of this epoch from `first` to `last`."""
    query = select(ledger.c.uid, ledger.c.outcome).where(_in_epoch(known), ledger.c.uid.between(first, last))
    return dict(conn.execute(query).all())


def count_of(conn: Connection, known: Folder) -> int:
    """How many UIDs of this epoch are known."""
    return conn.execute(select(func.count()).select_from(ledger).where(_in_epoch(known))).scalar_one()


def count(conn: Connection, account: str) -> dict[str, int]:
    """How many mails of an account had which outcome."""
    query = select(ledger.c.outcome, func.count()).where(ledger.c.account == account).group_by(ledger.c.outcome)
    return dict(conn.execute(query).all())


def _in_epoch(known: Folder) -> ColumnElement[bool]:
    return and_(ledger.c.account == known.account, ledger.c.folder == known.folder, ledger.c.epoch == known.epoch)


def _row(known: Folder, entry: Entry, now: datetime) -> dict[str, object]:
    return {
        "account": known.account,
        "folder": known.folder,
        "uidvalidity": known.uidvalidity,
        "epoch": known.epoch,
        "uid": entry.uid,
        "internal_at": entry.internal_at,
        "sha256": entry.sha256,
        "size_bytes": entry.size_bytes,
        "outcome": entry.outcome,
        "tries": entry.tries,
        "message_id": entry.message_id,
        "recorded_at": now,
    }
