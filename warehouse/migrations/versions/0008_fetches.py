"""What was brought from the systems' APIs."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import TEXT, Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fetches",
        sa.Column("fetch_id", sa.Integer(), nullable=False),
        sa.Column("system", TEXT, nullable=False),
        sa.Column("started_at", Instant, nullable=False),
        sa.Column("ended_at", Instant, nullable=False),
        sa.Column("why", TEXT, nullable=False),
        sa.Column("delivered_at", Instant),
        sa.Column("records", sa.BigInteger(), nullable=False),
        sa.Column("pages", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("fetch_id", name="pk_fetches"),
    )
    op.create_index("ix_fetches_system_fetch_id", "fetches", ["system", "fetch_id"])
