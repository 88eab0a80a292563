"""Files that retention let go, which the portal no longer shows."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import TEXT, Instant

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_FILES = """
    SELECT a.artifact_id, a.subject_kind, a.subject_id, a.period, a.kind, a.language,
           a.version, a.path, a.sha256, a.size, r.started_at AS published_at
    FROM artifacts AS a JOIN runs AS r ON r.run_id = a.run_id
    WHERE NOT EXISTS (
        SELECT 1 FROM removed_files AS g WHERE g.place = 'output' AND g.path = a.path
    )
"""


def upgrade() -> None:
    op.create_table(
        "removed_files",
        sa.Column("place", TEXT, nullable=False),
        sa.Column("path", TEXT, nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("removed_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("place", "path", "sha256", name=op.f("pk_removed_files")),
    )
    if op.get_bind().dialect.name == "postgresql":  # the portal's role keeps its right to read it
        op.execute(f"CREATE OR REPLACE VIEW portal_files AS {_FILES}")
    else:
        op.execute("DROP VIEW portal_files")
        op.execute(f"CREATE VIEW portal_files AS {_FILES}")
