"""The clients of a manager are looked up by address and by name."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in ("manager_email", "manager_name"):
        name = op.f(f"ix_client_summaries_{column}")
        op.create_index(name, "client_summaries", [column])
