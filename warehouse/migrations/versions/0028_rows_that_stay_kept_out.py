"""Which row each fault is of, and the load that settled it."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import TEXT

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_SETTLED = """
    UPDATE quarantine SET settled_load_id = (
        SELECT MIN(f.load_id) FROM load_feeds AS f
        WHERE f.source = quarantine.source AND f.table_name = quarantine.table_name
        AND f.load_id > quarantine.load_id
    )
"""
"""Until now every delivery of a table settled what earlier ones had told of it."""


def upgrade() -> None:
    op.add_column("quarantine", sa.Column("row_key", TEXT, nullable=True))
    op.add_column("quarantine", sa.Column("settled_load_id", sa.Integer(), nullable=True))
    op.execute(_SETTLED)
    op.create_index("ix_quarantine_settled_load_id", "quarantine", ["settled_load_id"])
