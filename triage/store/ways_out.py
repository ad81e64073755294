"""Mail servers that cannot be reached now, so that every worker and the console know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from triage.store.schema_service import ways_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """A way out that does not work. detail: a sentence without customer data. next_at: the next try."""

    account: str
    down_since: datetime
    failures: int
    next_at: datetime
    detail: str


def get(conn: Connection, account: str) -> Away | None:
    """The trouble with the way out of one mailbox; None while it works."""
    row = conn.execute(select(ways_out).where(ways_out.c.account == account)).mappings().one_or_none()
    return Away(**row) if row is not None else None


def note(conn: Connection, away: Away) -> None:
    """Write the trouble down; since when is kept from the first word of it."""
    values = {name: getattr(away, name) for name in Away.__slots__}
    if get(conn, away.account) is None:
        conn.execute(insert(ways_out).values(**values))
        return
    del values["down_since"]
    conn.execute(update(ways_out).where(ways_out.c.account == away.account).values(**values))


def note_works(conn: Connection, account: str) -> None:
    """The server answered."""
    conn.execute(delete(ways_out).where(ways_out.c.account == account))


def count_from(conn: Connection, now: datetime) -> None:
    """The clock went back to `now`: the next try is not put off to a time that it had shown before."""
    conn.execute(update(ways_out).where(ways_out.c.next_at > now).values(next_at=now))
    conn.execute(update(ways_out).where(ways_out.c.down_since > now).values(down_since=now))


def everything(conn: Connection) -> Mapping[str, Away]:
    """All trouble, by mailbox."""
    return {row["account"]: Away(**row) for row in conn.execute(select(ways_out)).mappings()}
