"""Notices that were tried, and which published files somebody was told of."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import TEXT, Instant

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "notices",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("period", TEXT, nullable=False),
        sa.Column("occasion", TEXT, nullable=False),
        sa.Column("way", TEXT, nullable=False),
        sa.Column("why", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("notice_id", name=op.f("pk_notices")),
    )
    op.create_index(op.f("ix_notices_at"), "notices", ["at"], unique=False)
    op.create_table(
        "told_files",
        sa.Column("recipient", TEXT, nullable=False),
        sa.Column("path", TEXT, nullable=False),
        sa.Column("told_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("recipient", "path", name=op.f("pk_told_files")),
    )
