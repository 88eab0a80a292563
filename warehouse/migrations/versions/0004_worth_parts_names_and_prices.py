"""Worth of goals, use by part, names by language, agreed prices and outcomes of renewals.

Columns go where the table specs have them: rows of a delivery are taken over as they lie only
where both tables are alike.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import ROW_ID, TEXT, Instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _more_columns()
    _more_tables()


def _more_columns() -> None:
    _add("accounts", "tax_id", sa.Column("logo", TEXT))
    _add(
        "contracts",
        "is_auto_renewed",
        sa.Column("yearly_uplift", sa.Double()),
        sa.Column("uplift_index", TEXT),
        sa.Column("uplift_cap", sa.Double()),
    )
    _add(
        "goals",
        "direction",
        sa.Column("worth_hours", sa.Double()),
        sa.Column("worth_minor", sa.BigInteger()),
        sa.Column("currency", TEXT),
        sa.Column("worth_confirmed_by", TEXT),
    )
    _add(
        "renewal_requests",
        "concessions_minor",
        sa.Column("commission_share", sa.Double()),
        sa.Column("outcome", TEXT),
        sa.Column("decided_date", sa.Date()),
        sa.Column("granted_discount", sa.Double()),
    )
    _add("tasks", "blocked_by", sa.Column("category", TEXT))


def _more_tables() -> None:
    _create("local_names", *_texts("named", "named_id", "language", "local_name"))
    _create(
        "price_steps",
        *_texts("step_id", "account_id", "contract_id", "product_id"),
        sa.Column("valid_from", sa.Date()),
        sa.Column("from_quantity", sa.Double()),
        sa.Column("unit_price_minor", sa.BigInteger()),
        *_texts("currency"),
    )
    _create(
        "usage_parts",
        *_texts("usage_part_id", "account_id"),
        sa.Column("usage_date", sa.Date()),
        sa.Column("days", sa.BigInteger()),
        *_texts("part_kind", "part"),
        *(sa.Column(name, sa.Double()) for name in ("events", "active_users", "seats_paid")),
    )
    for table in ("price_steps", "usage_parts"):
        name = f"canonical_{table}"
        op.create_index(f"ix_{name}_account_id", name, ["account_id"])


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, TEXT) for name in names]


def _create(table: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        f"canonical_{table}",
        sa.Column("row_id", ROW_ID, primary_key=True, autoincrement=False),
        *columns,
        *(sa.Column(name, TEXT, nullable=False) for name in ("source", "source_file")),
        sa.Column("source_line", sa.BigInteger(), nullable=False),
        sa.Column("row_hash", sa.LargeBinary(16), nullable=False),
        sa.Column("first_load_id", sa.Integer(), nullable=False),
        sa.Column("superseded_load_id", sa.Integer()),
        sa.Column("changed_at", Instant()),
    )


def _add(table: str, after: str, *columns: sa.Column[Any]) -> None:
    if op.get_bind().dialect.name == "postgresql":  # rows are copied by the columns' names
        for column in columns:
            op.add_column(f"canonical_{table}", column)
        return
    with op.batch_alter_table(f"canonical_{table}", recreate="always") as changed:
        for column in columns:
            changed.add_column(column, insert_after=after)
            after = column.name
