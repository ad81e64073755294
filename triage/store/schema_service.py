"""The tables of the service itself: who may log in, what runs and how it fares, what people switched."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from triage.store.schema import BigId, metadata
from triage.store.types import Json, UtcTime

ways_out = Table(
    "ways_out",
    metadata,
    Column("account", String(200), primary_key=True),
    Column("down_since", UtcTime, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("next_at", UtcTime, nullable=False),
    Column("detail", Text, nullable=False),
    comment="Mail servers that cannot be reached now, by mailbox. next_at: when one reply tries again for all.",
)

switches = Table(
    "switches",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("name", String(250), nullable=False),
    Column("is_on", Boolean, nullable=False),
    Column("who", String(100), nullable=False),
    Column("at", UtcTime, nullable=False),
    Index("ix_switches_name_id", "name", "id"),
    comment="What people switched, append-only; the last row of a name counts. stop: nothing leaves. "
    "old:<account>: replies to mails from long before the mailbox was connected may leave.",
)

users = Table(
    "users",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("name", String(100), nullable=False, unique=True),
    Column("role", String(20), nullable=False),
    Column("password_hash", String(255), nullable=False),
    Column("active", Boolean, nullable=False, default=True),
    Column("created_at", UtcTime, nullable=False),
    comment="Console accounts; role: agent, manager, admin.",
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("token_sha256", String(64), nullable=False, unique=True),
    Column("user_id", BigId, ForeignKey("users.id"), nullable=False, index=True),
    Column("csrf", String(64), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("last_seen_at", UtcTime, nullable=False),
    comment="Log-ins of the console; only the hash of the cookie is kept.",
)

login_failures = Table(
    "login_failures",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("name", String(100), nullable=False),
    Column("address", String(64), nullable=False),
    Column("at", UtcTime, nullable=False),
    Index("ix_login_failures_name_at", "name", "at"),
    Index("ix_login_failures_address_at", "address", "at"),
    comment="Failed log-ins, for throttling.",
)

health = Table(
    "health",
    metadata,
    Column("account", String(200), primary_key=True),
    Column("state", String(20), nullable=False),
    Column("detail", Text, nullable=False),
    Column("last_ok_at", UtcTime),
    Column("changed_at", UtcTime, nullable=False),
    comment="How each mailbox is doing, as its worker last said.",
)

jobs = Table(
    "jobs",
    metadata,
    Column("kind", String(60), primary_key=True),
    Column("period", String(40), primary_key=True),
    Column("fence", Integer, nullable=False),
    Column("lease_until", UtcTime, nullable=False),
    Column("done_at", UtcTime),
    Column("detail", Json, nullable=False),
    Index("ix_jobs_kind_done_at", "kind", "done_at"),
    comment="Work that is due once a period, such as a night: whose row can be claimed is due, not who has a timer.",
)

instance = Table(
    "instance",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(32), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("place", Json, nullable=False),
    Column("bound_at", UtcTime, nullable=False),
    comment="One row: which installation this database belongs to, and where it lives. generation: counts restores.",
)
