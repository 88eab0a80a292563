"""What the portal shows, who may come in, and what each did; the audit only grows."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import TEXT, Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_VIEWS = {
    "portal_clients": """
        SELECT * FROM client_summaries AS c
        WHERE NOT EXISTS (
            SELECT 1 FROM client_summaries AS n
            WHERE n.client_id = c.client_id
              AND (n.known_at > c.known_at OR (n.known_at = c.known_at AND n.period > c.period))
        )
    """,
    "portal_files": """
        SELECT a.artifact_id, a.subject_kind, a.subject_id, a.period, a.kind, a.language,
               a.version, a.path, a.sha256, a.size, r.started_at AS published_at
        FROM artifacts AS a JOIN runs AS r ON r.run_id = a.run_id
    """,
    "portal_figures": """
        SELECT entity_id AS client_id, period, kpi, unit, currency, value, value_minor, reason,
               note, known_at
        FROM kpi_values AS k
        WHERE entity_type = 'client' AND NOT EXISTS (
            SELECT 1 FROM kpi_values AS n
            WHERE n.entity_type = k.entity_type AND n.entity_id = k.entity_id AND n.kpi = k.kpi
              AND n.period = k.period
              AND (n.known_at > k.known_at OR (n.known_at = k.known_at AND n.version > k.version))
        )
    """,
    "portal_runs": """
        SELECT run_id, period, known_at, started_at, finished_at, state, why FROM runs
    """,
}


def upgrade() -> None:
    _summaries()
    _people()
    _audit()
    for name, query in _VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")


def _summaries() -> None:
    op.create_table(
        "client_summaries",
        sa.Column("period", TEXT, nullable=False),
        sa.Column("client_id", TEXT, nullable=False),
        sa.Column("client_name", TEXT, nullable=False),
        sa.Column("manager_name", TEXT, nullable=False),
        sa.Column("manager_email", TEXT, nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("renewal_day", sa.Date()),
        sa.Column("renewal_basis", TEXT, nullable=False),
        sa.Column("notice_day", sa.Date()),
        sa.Column("points", sa.Float()),
        sa.Column("standing", TEXT, nullable=False),
        sa.Column("signals", TEXT, nullable=False),
        sa.Column("held", TEXT, nullable=False),
        sa.Column("known_at", Instant, nullable=False),
        sa.Column("edition_id", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("period", "client_id", name="pk_client_summaries"),
    )
    op.create_index("ix_client_summaries_client_id", "client_summaries", ["client_id"])


def _people() -> None:
    op.create_table(
        "portal_people",
        sa.Column("email", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("roles", TEXT, nullable=False),
        sa.Column("language", TEXT, nullable=False),
        sa.Column("password_hash", TEXT, nullable=False),
        sa.Column("is_disabled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("email", name="pk_portal_people"),
    )
    op.create_table(
        "portal_sessions",
        sa.Column("token_hash", TEXT, nullable=False),
        sa.Column("email", TEXT, nullable=False),
        sa.Column("started_at", Instant, nullable=False),
        sa.Column("ends_at", Instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["email"], ["portal_people.email"], name="fk_portal_sessions_email"
        ),
        sa.PrimaryKeyConstraint("token_hash", name="pk_portal_sessions"),
    )


def _audit() -> None:
    op.create_table(
        "portal_audit",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("who", TEXT, nullable=False),
        sa.Column("address", TEXT, nullable=False),
        sa.Column("action", TEXT, nullable=False),
        sa.Column("is_allowed", sa.Boolean(), nullable=False),
        sa.Column("subject_kind", TEXT, nullable=False),
        sa.Column("subject_id", TEXT, nullable=False),
        sa.Column("what", TEXT, nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("previous", TEXT, nullable=False),
        sa.Column("chain", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name="pk_portal_audit"),
    )
    op.create_index("ix_portal_audit_who_action_at", "portal_audit", ["who", "action", "at"])
    _only_grows()


def _only_grows() -> None:
    """Whoever it is: the database itself refuses to change or remove an entry of the audit."""
    if op.get_bind().dialect.name == "sqlite":
        for event in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER portal_audit_no_{event.lower()} BEFORE {event} ON portal_audit "
                "BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION portal_audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit only grows'; END $$"
    )
    op.execute(
        "CREATE TRIGGER portal_audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE "
        "ON portal_audit EXECUTE FUNCTION portal_audit_only_grows()"
    )
