"""What the portal shows of all clients together: the portfolio's figures."""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE VIEW portal_totals AS
        SELECT period, kpi, unit, currency, value, value_minor, reason, note, known_at
        FROM kpi_values AS k
        WHERE entity_type = 'portfolio' AND NOT EXISTS (
            SELECT 1 FROM kpi_values AS n
            WHERE n.entity_type = k.entity_type AND n.entity_id = k.entity_id AND n.kpi = k.kpi
              AND n.period = k.period
              AND (n.known_at > k.known_at OR (n.known_at = k.known_at AND n.version > k.version))
        )
        """
    )
