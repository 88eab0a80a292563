"""Deals as they were from one day to another."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import ROW_ID, TEXT, Instant

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_TABLE = "canonical_opportunity_versions"


def upgrade() -> None:
    op.create_table(
        _TABLE,
        sa.Column("row_id", ROW_ID, primary_key=True, autoincrement=False),
        *(sa.Column(name, TEXT) for name in ("opportunity_id", "account_id", "manager_id")),
        *(sa.Column(name, TEXT) for name in ("opportunity_name", "stage", "state")),
        sa.Column("amount_minor", sa.BigInteger()),
        sa.Column("currency", TEXT),
        sa.Column("probability", sa.Double()),
        *(sa.Column(name, sa.Date()) for name in ("created_date", "close_date")),
        *(sa.Column(name, TEXT) for name in ("deal_kind", "product_id")),
        *(sa.Column(name, sa.Date()) for name in ("valid_from", "valid_until", "told_date")),
        sa.Column("basis", TEXT),
        *(sa.Column(name, TEXT, nullable=False) for name in ("source", "source_file")),
        sa.Column("source_line", sa.BigInteger(), nullable=False),
        sa.Column("row_hash", sa.LargeBinary(16), nullable=False),
        sa.Column("first_load_id", sa.Integer(), nullable=False),
        sa.Column("superseded_load_id", sa.Integer()),
        sa.Column("changed_at", Instant()),
    )
    op.create_index(f"ix_{_TABLE}_account_id", _TABLE, ["account_id"])
