"""What clients' figures were computed from, so that those of unchanged rows are taken over."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import TEXT, Instant

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "figure_marks",
        sa.Column("client_id", TEXT, nullable=False),
        sa.Column("scope", TEXT, nullable=False),
        sa.Column("known_at", Instant, nullable=False),
        sa.Column("inputs", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("client_id", "scope", name=op.f("pk_figure_marks")),
    )
