"""Who vouches for a sender, and to which conversation a new ticket may belong."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what later versions know of a sender; of mails read before, nobody was asked."""
    op.add_column("messages", sa.Column("trust", sa.String(12)))
    op.add_column("tickets", sa.Column("related", sa.String(32)))
