"""Invoices of which a payment is known that names no invoice."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("canonical_invoices", sa.Column("is_payment_told", sa.Boolean(), nullable=True))
