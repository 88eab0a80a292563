"""Subscriptions as they were, their trials, and the subscription that a line bills.

Columns go where the table specs have them: rows of a delivery are taken over as they lie only
where both tables are alike.
"""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import ROW_ID, TEXT, Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add("canonical_subscriptions", "cancelled_date", sa.Column("trial_start_date", sa.Date()))
    _add("canonical_subscriptions", "trial_start_date", sa.Column("trial_end_date", sa.Date()))
    _add("canonical_invoice_lines", "product_id", sa.Column("subscription_id", TEXT))
    op.create_table(
        "canonical_subscription_versions",
        sa.Column("row_id", ROW_ID, primary_key=True, autoincrement=False),
        *(sa.Column(name, TEXT) for name in ("subscription_id", "account_id", "product_id")),
        sa.Column("status", TEXT),
        *(sa.Column(name, sa.Boolean()) for name in ("is_trial", "is_metered")),
        *(sa.Column(name, sa.Date()) for name in ("start_date", "end_date", "cancelled_date")),
        *(sa.Column(name, sa.Date()) for name in ("trial_start_date", "trial_end_date")),
        sa.Column("quantity", sa.Double()),
        sa.Column("yearly_minor", sa.BigInteger()),
        sa.Column("currency", TEXT),
        *(sa.Column(name, sa.Date()) for name in ("valid_from", "valid_until")),
        sa.Column("basis", TEXT),
        *(sa.Column(name, TEXT, nullable=False) for name in ("source", "source_file")),
        sa.Column("source_line", sa.BigInteger(), nullable=False),
        sa.Column("row_hash", sa.LargeBinary(16), nullable=False),
        sa.Column("first_load_id", sa.Integer(), nullable=False),
        sa.Column("superseded_load_id", sa.Integer()),
        sa.Column("changed_at", Instant()),
    )
    name = "canonical_subscription_versions"
    op.create_index(f"ix_{name}_account_id", name, ["account_id"])


def _add(table: str, after: str, column: sa.Column) -> None:
    if op.get_bind().dialect.name == "postgresql":  # rows are copied by the columns' names
        op.add_column(table, column)
        return
    with op.batch_alter_table(table, recreate="always") as changed:
        changed.add_column(column, insert_after=after)
