"""Console accounts."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from triage.store.schema_service import users


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """One person who may log in. role: agent, manager, admin; password_hash: argon2id."""

    id: int
    name: str
    role: str
    password_hash: str = field(repr=False)
    active: bool
    created_at: datetime


def by_name(conn: Connection, name: str) -> User | None:
    """The account of that exact name, active or not."""
    row = conn.execute(select(users).where(users.c.name == name)).mappings().one_or_none()
    return User(**row) if row is not None else None


def everyone(conn: Connection) -> list[User]:
    """All accounts by name."""
    return [User(**row) for row in conn.execute(select(users).order_by(users.c.name)).mappings()]


def add(conn: Connection, *, name: str, role: str, password_hash: str, now: datetime) -> None:
    """Write a new account; the name must be free."""
    conn.execute(insert(users).values(name=name, role=role, password_hash=password_hash, active=True, created_at=now))


def change(conn: Connection, user_id: int, *, role: str, password_hash: str) -> None:
    """Give an account another role and password, and let it in again."""
    conn.execute(update(users).where(users.c.id == user_id).values(role=role, password_hash=password_hash, active=True))


def rehash(conn: Connection, user_id: int, password_hash: str) -> None:
    """Keep the same password under newer hashing parameters."""
    conn.execute(update(users).where(users.c.id == user_id).values(password_hash=password_hash))
