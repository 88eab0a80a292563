"""Of which days the rows were that are told about."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("first_day", "last_day"):
        op.add_column("quarantine", sa.Column(name, sa.Date(), nullable=True))
