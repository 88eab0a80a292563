"""Run by Alembic. The connection, with its transaction, comes from warehouse.migrate."""

from typing import Literal

from alembic import context

from warehouse.registry.tables import METADATA  # with every table there is
from warehouse.rows.column_types import TEXT, Instant


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Our own types by their names, when a new migration is written."""
    if kind == "type" and isinstance(item, Instant):
        return "Instant()"
    return "TEXT" if kind == "type" and isinstance(item, type(TEXT)) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    compare_type=True,
    # The whole way to the newest schema is one transaction, on SQLite too.
    transactional_ddl=True,
    transaction_per_migration=False,
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
