"""What people said that mails are about, to learn from."""

import sqlalchemy as sa
from alembic import op

from triage.store.types import Json, UtcTime

revision = "0003"
down_revision = "0002"

BigId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the table of confirmed labels."""
    op.create_table(
        "confirmed",
        sa.Column("id", BigId, nullable=False),
        sa.Column("ticket_id", BigId, nullable=False),
        sa.Column("message_id", BigId, nullable=False),
        sa.Column("sender", sa.String(320), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("labels", Json, nullable=False),
        sa.Column("guess", Json, nullable=False),
        sa.Column("guess_abstained", sa.Boolean(), nullable=False),
        sa.Column("model_version", sa.String(100), nullable=False),
        sa.Column("who", sa.String(100), nullable=False),
        sa.Column("how", sa.String(20), nullable=False),
        sa.Column("keywords", Json),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name="fk_confirmed_ticket_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name="fk_confirmed_message_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_confirmed"),
        sa.UniqueConstraint("message_id", name="uq_confirmed_message_id"),
    )
    op.create_index("ix_confirmed_at", "confirmed", ["at"])
    op.create_index("ix_confirmed_sender_at", "confirmed", ["sender", "at"])
    op.create_index("ix_confirmed_ticket_id", "confirmed", ["ticket_id"])
