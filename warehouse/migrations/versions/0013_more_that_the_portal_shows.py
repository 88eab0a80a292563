"""What the portal shows besides: restated figures, rows kept out, files of runs."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_VIEWS = {
    "portal_restated": """
        SELECT now.entity_id AS client_id, now.period, now.kpi, now.unit,
               now.currency, now.value, now.value_minor, now.reason, now.note, now.known_at,
               old.currency AS old_currency, old.value AS old_value,
               old.value_minor AS old_value_minor, old.reason AS old_reason
        FROM kpi_values AS now JOIN kpi_values AS old
          ON old.entity_type = now.entity_type AND old.entity_id = now.entity_id
              AND old.kpi = now.kpi AND old.period = now.period AND old.version = now.version
        WHERE now.entity_type = 'client'
          AND (old.value IS DISTINCT FROM now.value
               OR old.value_minor IS DISTINCT FROM now.value_minor
               OR old.reason IS DISTINCT FROM now.reason
               OR old.currency IS DISTINCT FROM now.currency)
          AND old.known_at = (
              SELECT MAX(earlier.known_at) FROM kpi_values AS earlier
              WHERE earlier.entity_type = now.entity_type AND earlier.entity_id = now.entity_id
              AND earlier.kpi = now.kpi AND earlier.period = now.period
                AND earlier.version = now.version
                AND earlier.known_at < now.known_at
          )
          AND NOT EXISTS (
              SELECT 1 FROM kpi_values AS newer
              WHERE newer.entity_type = now.entity_type AND newer.entity_id = now.entity_id
              AND newer.kpi = now.kpi AND newer.period = now.period AND newer.version = now.version
                AND newer.known_at > now.known_at
          )
    """,
    "portal_quarantine": """
        SELECT q.source, q.source_file, q.source_line, q.table_name, q.column_name, q.rule,
               q.severity, l.landed_at
        FROM quarantine AS q JOIN loads AS l ON l.load_id = q.load_id
        WHERE q.load_id = (SELECT MAX(s.load_id) FROM load_sources AS s WHERE s.source = q.source)
    """,
    "portal_run_files": "SELECT run_id, path, sha256, size FROM run_files",
}


def upgrade() -> None:
    for name, query in _VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")
