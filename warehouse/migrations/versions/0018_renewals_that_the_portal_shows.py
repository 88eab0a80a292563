"""What the portal shows of renewals: the lines of their workbooks."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE VIEW portal_renewals AS
        SELECT artifact_id, subject_id AS client_id, renewal_line
        FROM artifacts WHERE kind = 'renewal' AND renewal_line <> ''
        """
    )
