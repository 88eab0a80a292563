"""Published files that were brought to a target."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import TEXT, Instant

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "delivered_files",
        sa.Column("target", TEXT, nullable=False),
        sa.Column("path", TEXT, nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("delivered_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("target", "path", name=op.f("pk_delivered_files")),
    )
