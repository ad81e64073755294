"""What the mailbox knew better than a restored or lost database: replies of ours that lie there already."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from triage.store.schema import drafts, effects, found_drafts, tickets


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDraft:
    """One reply with an id that only we can make. answers_key: of the mail it answers, see `messages.key_of`."""

    public_id: str
    revision: int
    folder: str
    uid: int
    answers_key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """A reply in Drafts that belongs to a ticket which does not know it."""

    ticket_id: int
    public_id: str
    revision: int
    uid: int


def remember(conn: Connection, account: str, found: Iterable[FoundDraft]) -> None:
    """Take down what a look through a mailbox found, in the place of what an earlier look did."""
    conn.execute(delete(found_drafts).where(found_drafts.c.account == account))
    rows = {(one.public_id, one.revision): one for one in found}
    if rows:
        names = FoundDraft.__slots__
        values = [{name: getattr(one, name) for name in names} | {"account": account} for one in rows.values()]
        conn.execute(insert(found_drafts), values)


def answering(conn: Connection, account: str, keys: Sequence[str]) -> dict[str, str]:
    """Public ids that tickets had before, by the key of the mail that a found reply answers; none that is taken."""
    query = (
        select(found_drafts.c.answers_key, found_drafts.c.public_id)
        .outerjoin(tickets, tickets.c.public_id == found_drafts.c.public_id)
        .where(found_drafts.c.account == account, found_drafts.c.answers_key.in_(keys), tickets.c.id.is_(None))
        .order_by(found_drafts.c.revision.desc())
    )
    return {key: public_id for key, public_id in conn.execute(query) if key is not None}


def revisions(conn: Connection, account: str, public_ids: Sequence[str]) -> dict[str, dict[str | None, int]]:
    """Of each ticket, the highest revision found for each mail that one answers (key None: of all)."""
    query = select(found_drafts.c.public_id, found_drafts.c.answers_key, found_drafts.c.revision).where(
        found_drafts.c.account == account, found_drafts.c.public_id.in_(public_ids)
    )
    found: dict[str, dict[str | None, int]] = {}
    for public_id, key, revision in conn.execute(query.order_by(found_drafts.c.revision)):
        found.setdefault(public_id, {})[key] = revision
        found[public_id][None] = revision
    return found


def doubt(conn: Connection, draft_ids: Sequence[int]) -> None:
    """Drafts about to be filed that lie in the mailbox already are looked for there first."""
    conn.execute(
        update(effects)
        .where(effects.c.kind == "file_draft", effects.c.draft_id.in_(draft_ids))
        .values(evidence={"restored": True})
    )


def strays(conn: Connection, account: str, folder: str) -> list[Stray]:
    """Replies found in a folder whose tickets are open and know no such revision."""
    query = (
        select(tickets.c.id, found_drafts.c.public_id, found_drafts.c.revision, found_drafts.c.uid)
        .join(tickets, tickets.c.public_id == found_drafts.c.public_id)
        .outerjoin(drafts, (drafts.c.ticket_id == tickets.c.id) & (drafts.c.revision == found_drafts.c.revision))
        .where(
            found_drafts.c.account == account,
            found_drafts.c.folder == folder,
            tickets.c.status.in_(("open", "waiting")),
            drafts.c.id.is_(None),
        )
        .order_by(tickets.c.id, found_drafts.c.revision)
    )
    return [
        Stray(ticket_id=row, public_id=public_id, revision=revision, uid=uid)
        for row, public_id, revision, uid in conn.execute(query)
    ]
