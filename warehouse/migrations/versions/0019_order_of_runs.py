"""The order in which runs began, which no clock tells that is set back."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_RUNS = "SELECT run_id, period, known_at, started_at, finished_at, state, why, number FROM runs"


def upgrade() -> None:
    op.add_column("runs", sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        """
        UPDATE runs SET number = (
            SELECT COUNT(*) FROM runs AS earlier
            WHERE earlier.started_at < runs.started_at
               OR (earlier.started_at = runs.started_at AND earlier.run_id <= runs.run_id)
        )
        """
    )
    if op.get_bind().dialect.name == "postgresql":  # the portal's role keeps its right to read it
        op.execute(f"CREATE OR REPLACE VIEW portal_runs AS {_RUNS}")
    else:
        op.execute("DROP VIEW portal_runs")
        op.execute(f"CREATE VIEW portal_runs AS {_RUNS}")
