"""A decision has conditions, a last day and a comment."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import TEXT

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("conditions", "valid_until", "comment"):
        op.add_column("decisions", sa.Column(name, TEXT, server_default="", nullable=False))
