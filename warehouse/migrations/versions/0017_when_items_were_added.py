"""When subscriptions joined an agreement that had begun."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("canonical_subscriptions", "canonical_subscription_versions"):
        op.add_column(table, sa.Column("added_date", sa.Date(), nullable=True))
