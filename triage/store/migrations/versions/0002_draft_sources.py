"""The source of each piece of a draft, and why a letter was withheld."""

import sqlalchemy as sa
from alembic import op

from triage.store.types import Json

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two columns; drafts of before have no sources."""
    with op.batch_alter_table("drafts") as table:
        table.add_column(sa.Column("spans", Json, nullable=False, server_default="[]"))
        table.add_column(sa.Column("withheld", Json, nullable=False, server_default="[]"))


def downgrade() -> None:
    """Back to text alone."""
    with op.batch_alter_table("drafts") as table:
        table.drop_column("withheld")
        table.drop_column("spans")
