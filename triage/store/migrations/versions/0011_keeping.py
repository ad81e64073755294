"""Jobs of the night, whose installation this is, what was found after a restore, and mails whose octets are gone."""

import sqlalchemy as sa
from alembic import op

from triage.store.types import Json, UtcTime

revision = "0011"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them all, empty."""
    op.add_column("messages", sa.Column("purged_at", UtcTime))
    op.create_table(
        "jobs",
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("period", sa.String(40), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("lease_until", UtcTime, nullable=False),
        sa.Column("done_at", UtcTime),
        sa.Column("detail", Json, nullable=False),
        sa.PrimaryKeyConstraint("kind", "period", name="pk_jobs"),
    )
    op.create_index("ix_jobs_kind_done_at", "jobs", ["kind", "done_at"])
    op.create_table(
        "instance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("place", Json, nullable=False),
        sa.Column("bound_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_instance"),
    )
    op.create_table(
        "found_drafts",
        sa.Column("account", sa.String(200), nullable=False),
        sa.Column("public_id", sa.String(40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("folder", sa.String(500), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("answers_key", sa.String(64)),
        sa.PrimaryKeyConstraint("account", "public_id", "revision", name="pk_found_drafts"),
    )
    op.create_index("ix_found_drafts_account_answers_key", "found_drafts", ["account", "answers_key"])
