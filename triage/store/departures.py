"""When replies set out for the mail server: what the caps count, kept where every worker sees it."""

from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, text, update

from triage.store.schema import departures, drafts, effects

LOCK = 7_420_261


def in_single_file(conn: Connection) -> None:
    """Let nobody else set out before this transaction ends, so that no two take the last place under a cap."""
    if conn.dialect.name == "postgresql":  # SQLite has one writer at a time anyway
        conn.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})


def set_out(conn: Connection, effect_id: int, account: str, now: datetime) -> None:
    """Note that a reply sets out; an earlier try of the same that never came to its last line no longer counts."""
    take_back(conn, effect_id)
    conn.execute(insert(departures).values(effect_id=effect_id, account=account, at=now, gone=False))


def take_back(conn: Connection, effect_id: int) -> None:
    """The last line of a reply is known not to have left: its try counts for no cap."""
    conn.execute(delete(departures).where(departures.c.effect_id == effect_id, departures.c.gone.is_(False)))


def note_gone(conn: Connection, effect_id: int) -> None:
    """The last line of a reply is about to leave."""
    conn.execute(update(departures).where(departures.c.effect_id == effect_id).values(gone=True))


def count_from(conn: Connection, now: datetime) -> None:
    """The clock went back to `now`: what set out at a time that it had shown before counts as if it set out now."""
    conn.execute(update(departures).where(departures.c.at > now).values(at=now))


def nth_latest(
    conn: Connection, place: int, *, since: datetime, account: str | None = None, recipient: str | None = None
) -> datetime | None:
    """When the `place`-th latest of all departures from `since` on was, from an account, to a recipient.

    None when there were fewer.
    """
    query = select(departures.c.at).where(departures.c.at > since)
    if account is not None:
        query = query.where(departures.c.account == account)
    if recipient is not None:
        query = (
            query.join(effects, effects.c.id == departures.c.effect_id)
            .join(drafts, drafts.c.id == effects.c.draft_id)
            .where(func.lower(drafts.c.to_address) == recipient.lower())
        )
    query = query.order_by(departures.c.at.desc(), departures.c.id.desc()).offset(place - 1).limit(1)
    return conn.execute(query).scalar_one_or_none()
