"""Files are looked up by whose they are, and the audit by whom it is about and from where."""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_artifacts_subject_id"), "artifacts", ["subject_id"])
    for column in ("subject_id", "address"):
        op.create_index(op.f(f"ix_portal_audit_{column}"), "portal_audit", [column])
