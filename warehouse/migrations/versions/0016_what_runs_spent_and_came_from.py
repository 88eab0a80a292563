"""What runs spent where, and the fingerprints of what their files came from."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import TEXT

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "run_marks",
        sa.Column("run_id", TEXT, nullable=False),
        sa.Column("period", TEXT, nullable=False),
        sa.Column("mark", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.run_id"], name=op.f("fk_run_marks_run_id")),
        sa.PrimaryKeyConstraint("run_id", name=op.f("pk_run_marks")),
    )
    op.create_index(op.f("ix_run_marks_period"), "run_marks", ["period"], unique=False)
    op.create_table(
        "run_steps",
        sa.Column("run_id", TEXT, nullable=False),
        sa.Column("step", TEXT, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("wall_seconds", sa.Float(), nullable=False),
        sa.Column("cpu_seconds", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.run_id"], name=op.f("fk_run_steps_run_id")),
        sa.PrimaryKeyConstraint("run_id", "step", name=op.f("pk_run_steps")),
    )
