"""Replies laid ready, each revision a row of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, union_all, update

from triage.store.schema import drafts, found_drafts, tickets

LIVE = ("planned", "filed", "human", "approved")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDraft:
    """One revision of a reply; see the comment of its table."""

    id: int
    ticket_id: int
    answers_id: int
    revision: int
    state: str
    message_id: str
    to_name: str
    to_address: str
    subject: str
    text: str
    html: str
    template: str
    language: str
    sha256: str | None
    folder: str | None
    uidvalidity: int | None
    uid: int | None
    created_at: datetime
    edited_by: str | None
    spans: Sequence[Mapping[str, Any]]
    withheld: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a filed draft lies in the mailbox."""

    id: int
    folder: str | None
    uidvalidity: int | None
    uid: int

    def lies_in(self, folder: str, uidvalidity: int) -> bool:
        """Whether its UID counts in that folder as it is now."""
        return (self.folder, self.uidvalidity) == (folder, uidvalidity)


def add(conn: Connection, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Write revisions, in state `planned`; returns their ids in order."""
    if not rows:
        return []
    query = insert(drafts).returning(drafts.c.id, sort_by_parameter_order=True)
    return list(conn.execute(query, [dict(row, state="planned") for row in rows]).scalars())


def by_ids(conn: Connection, ids: Sequence[int]) -> dict[int, StoredDraft]:
    """Revisions by id."""
    query = select(drafts).where(drafts.c.id.in_(ids))
    return {row["id"]: StoredDraft(**row) for row in conn.execute(query).mappings()}


def live(conn: Connection, ticket_ids: Sequence[int]) -> dict[int, StoredDraft]:
    """The newest revision of each ticket that is still meant to be sent."""
    query = (
        select(drafts)
        .where(drafts.c.ticket_id.in_(ticket_ids), drafts.c.state.in_(LIVE))
        .order_by(drafts.c.ticket_id, drafts.c.revision)
    )
    return {row["ticket_id"]: StoredDraft(**row) for row in conn.execute(query).mappings()}


def last_revisions(conn: Connection, ticket_ids: Sequence[int], *, found_too: bool = True) -> dict[int, int]:
    """The highest revision number of each ticket that has one.

    found_too: also of replies that were found in the mailbox after a restore.
    """
    own = select(drafts.c.ticket_id, drafts.c.revision).where(drafts.c.ticket_id.in_(ticket_ids))
    found = (
        select(tickets.c.id, found_drafts.c.revision)
        .join(tickets, tickets.c.public_id == found_drafts.c.public_id)
        .where(tickets.c.id.in_(ticket_ids))
    )
    both = (union_all(own, found) if found_too else own).subquery()
    query = select(both.c.ticket_id, func.max(both.c.revision)).group_by(both.c.ticket_id)
    return dict(conn.execute(query).all())


def places(conn: Connection, account: str) -> list[Place]:
    """Where the drafts of an account lie that wait to be approved or sent, as far as its server told."""
    query = (
        select(*(drafts.c[name] for name in Place.__slots__))
        .join(tickets, tickets.c.id == drafts.c.ticket_id)
        .where(tickets.c.account == account, drafts.c.state.in_(("filed", "approved")), drafts.c.uid.is_not(None))
        .order_by(drafts.c.id)
    )
    return [Place(**row) for row in conn.execute(query).mappings()]


def by_message_id(conn: Connection, message_ids: Sequence[str]) -> list[StoredDraft]:
    """Revisions that carry one of our own Message-IDs."""
    query = select(drafts).where(drafts.c.message_id.in_(message_ids)).order_by(drafts.c.id)
    return [StoredDraft(**row) for row in conn.execute(query).mappings()]


def change(conn: Connection, draft_id: int, *, when: Sequence[str], values: Mapping[str, Any]) -> bool:
    """Change one revision if its state is one of `when`; False when it is another."""
    done = conn.execute(update(drafts).where(drafts.c.id == draft_id, drafts.c.state.in_(when)).values(**values))
    return done.rowcount == 1


def reopen(conn: Connection, draft_id: int) -> None:
    """An approved reply that was not sent is a draft again."""
    for state, where in (("filed", drafts.c.folder.is_not(None)), ("planned", drafts.c.folder.is_(None))):
        conn.execute(
            update(drafts).where(drafts.c.id == draft_id, drafts.c.state == "approved", where).values(state=state)
        )


def note_bytes(conn: Connection, digests: Mapping[int, str]) -> None:
    """Remember the sha256 of each revision's mail, before it goes to the mailbox."""
    if digests:
        conn.execute(
            update(drafts).where(drafts.c.id == bindparam("of")).values(sha256=bindparam("digest")),
            [{"of": draft, "digest": digest} for draft, digest in digests.items()],
        )


def note_filed(conn: Connection, places: Mapping[int, tuple[str, int, int | None]]) -> None:
    """Remember where revisions lie (folder, uidvalidity, uid); those still `planned` become `filed`."""
    if places:
        values = [{"of": draft, "at": at, "epoch": epoch, "number": uid} for draft, (at, epoch, uid) in places.items()]
        conn.execute(
            update(drafts)
            .where(drafts.c.id == bindparam("of"))
            .values(folder=bindparam("at"), uidvalidity=bindparam("epoch"), uid=bindparam("number")),
            values,
        )
        conn.execute(
            update(drafts).where(drafts.c.id.in_(list(places)), drafts.c.state == "planned").values(state="filed")
        )
