"""Run by Alembic. The connection, with its transaction, comes from warehouse.migrate."""

from alembic import context

from warehouse.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    compare_type=True,
    # The whole way to the newest schema is one transaction, on SQLite too.
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
