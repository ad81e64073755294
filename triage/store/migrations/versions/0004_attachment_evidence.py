"""What was seen in attachments, and the keys by which a picture is found again."""

import sqlalchemy as sa
from alembic import op

from triage.store.types import Json

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BigId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add what later versions of a mail's reading know; mails read before keep none of it."""
    op.add_column("attachments", sa.Column("evidence", Json))
    op.create_table(
        "picture_keys",
        sa.Column("account", sa.String(200), nullable=False),
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("attachment_id", BigId, nullable=False),
        sa.Column("hash", sa.String(16), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachments.id"], name="fk_picture_keys_attachment_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account", "key", "attachment_id", name="pk_picture_keys"),
    )
    op.create_index("ix_picture_keys_attachment_id", "picture_keys", ["attachment_id"])
