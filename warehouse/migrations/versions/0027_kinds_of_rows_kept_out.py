"""Of which kind the rows were that are told about, where a table has several."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import TEXT

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("quarantine", sa.Column("kind", TEXT, nullable=True))
