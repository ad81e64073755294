"""How each mailbox is doing, as its worker last said."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from triage.store.schema_service import health

CLOCK = "the clock of this machine"
"""What is not well, where a mailbox would have its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """state: ok, waiting (heals by itself), broken (a person must act). detail: a sentence without customer data."""

    account: str
    state: str
    detail: str
    last_ok_at: datetime | None
    changed_at: datetime

    @property
    def is_mailbox(self) -> bool:
        """Whether this is about a mailbox, and not about the machine."""
        return self.account != CLOCK

    @property
    def title(self) -> str:
        """What this speaks of, to begin a sentence with."""
        return "The clock of this machine" if not self.is_mailbox else f"Mailbox “{self.account}”"


def note(conn: Connection, account: str, state: str, detail: str, now: datetime) -> None:
    """Say how a mailbox is; `changed_at` moves only when that is news."""
    known = get(conn, account)
    values = {"state": state, "detail": detail} | ({"last_ok_at": now} if state == "ok" else {})
    if known is None:
        # The same words for both databases; two workers may say something for the first time at once.
        statement = postgresql_insert if conn.dialect.name == "postgresql" else sqlite_insert
        conn.execute(statement(health).values(account=account, changed_at=now, **values).on_conflict_do_nothing())
        return
    if (known.state, known.detail) != (state, detail):
        values["changed_at"] = now
    conn.execute(update(health).where(health.c.account == account).values(**values))


def get(conn: Connection, account: str) -> Health | None:
    """The last word on one mailbox."""
    row = conn.execute(select(health).where(health.c.account == account)).mappings().one_or_none()
    return Health(**row) if row is not None else None


def everything(conn: Connection) -> list[Health]:
    """The last word on each mailbox, by name."""
    return [Health(**row) for row in conn.execute(select(health).order_by(health.c.account)).mappings()]
