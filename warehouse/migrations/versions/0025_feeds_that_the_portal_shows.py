"""What operators are shown of feeds: the files of each source's newest load, and fetches."""

from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_VIEWS = {
    "portal_exports": """
        SELECT f.source, f.source_file, l.landed_at
        FROM load_files AS f JOIN loads AS l ON l.load_id = f.load_id
        WHERE f.load_id = (
            SELECT MAX(s.load_id) FROM load_sources AS s
            WHERE s.source = f.source AND s.is_loaded
        )
    """,
    "portal_fetches": """
        SELECT fetch_id, system, started_at, ended_at, why, delivered_at, records FROM fetches
    """,
}


def upgrade() -> None:
    for name, query in _VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")
