"""Whose a published file is: a client's, a manager's or all clients'."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import TEXT

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_MANAGER = "manager:"
_NEW = ("period", "subject_kind", "subject_id", "kind", "language", "version")
_KINDS_OF_MANAGERS = ("brief", "brief-text")


def upgrade() -> None:
    """The one field that held an id, `manager:<name>` or `portfolio` becomes kind and id."""
    with op.batch_alter_table("artifacts") as table:
        table.add_column(sa.Column("subject_kind", TEXT, nullable=False, server_default="client"))
        table.alter_column("client_id", new_column_name="subject_id")
        table.alter_column("facts", new_column_name="renewal_line")
        table.drop_constraint("uq_artifacts_period_client_id_kind_language_version", type_="unique")
    artifacts = sa.table(
        "artifacts", *(sa.column(name) for name in ("subject_kind", "subject_id", "kind"))
    )
    owner = artifacts.c.subject_id
    op.execute(
        artifacts.update()
        .where(artifacts.c.kind.in_(_KINDS_OF_MANAGERS), owner.startswith(_MANAGER))
        .values(subject_kind="manager", subject_id=sa.func.substr(owner, len(_MANAGER) + 1))
    )
    op.execute(
        artifacts.update()
        .where(artifacts.c.kind == "portfolio")
        .values(subject_kind="portfolio", subject_id="")
    )
    with op.batch_alter_table("artifacts") as table:
        table.alter_column("subject_kind", server_default=None)
        table.create_unique_constraint("uq_artifacts_version", list(_NEW))
