"""When replies set out, which mail servers are away, and what people switched."""

import sqlalchemy as sa
from alembic import op

from triage.store.types import UtcTime

revision = "0007"
down_revision = "0004"
branch_labels = None
depends_on = None

BigId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables; replies that left before count for no cap."""
    op.create_table(
        "departures",
        sa.Column("id", BigId, nullable=False),
        sa.Column("effect_id", BigId, nullable=False),
        sa.Column("account", sa.String(200), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["effect_id"], ["effects.id"], name="fk_departures_effect_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_departures"),
    )
    op.create_index("ix_departures_effect_id", "departures", ["effect_id"])
    op.create_index("ix_departures_account_at", "departures", ["account", "at"])
    op.create_index("ix_departures_at", "departures", ["at"])
    op.create_table(
        "ways_out",
        sa.Column("account", sa.String(200), nullable=False),
        sa.Column("down_since", UtcTime(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("next_at", UtcTime(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("account", name="pk_ways_out"),
    )
    op.create_table(
        "switches",
        sa.Column("id", BigId, nullable=False),
        sa.Column("name", sa.String(250), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("who", sa.String(100), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_switches"),
    )
    op.create_index("ix_switches_name_id", "switches", ["name", "id"])
