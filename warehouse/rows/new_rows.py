"""Staged rows become rows of the warehouse."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import (
    Connection,
    Select,
    Table,
    and_,
    delete,
    insert,
    inspect,
    literal,
    not_,
    select,
    text,
)
from sqlalchemy.schema import AddConstraint, DropConstraint

from transforms.tables import TABLES
from warehouse import schema
from warehouse.registry.records import TableChange
from warehouse.rows.bulk import MANY_ROWS
from warehouse.staging.staged_rows import is_kept
from warehouse.staging.staging import Staging


@dataclass(frozen=True)
class Numbers:
    """What new rows are numbered by: their load, and the row id of the row labelled 0."""

    load_id: int
    row_id: int


def numbered(stage: Table, name: str, numbers: Numbers) -> Select:
    """Staged rows as they are written."""
    return select(
        (stage.c.label + numbers.row_id).label("row_id"),
        *(stage.c[column.name] for column in TABLES[name].all_columns),
        stage.c.row_hash,
        literal(numbers.load_id).label("first_load_id"),
        stage.c.changed_at,
    )


def append(connection: Connection, canonical: Table, stage: Table, new: Select) -> int:
    """Write numbered rows; returns how many."""
    names = [column.name for column in new.selected_columns]
    if connection.dialect.name == "sqlite":
        new = new.order_by(stage.c.label)  # the order they lie in
    written = insert(canonical).from_select(names, new)
    counting = {"preserve_rowcount": True}
    return connection.execute(written, execution_options=counting).rowcount


def append_first(
    connection: Connection, staging: Staging, name: str, sources: Mapping[str, int], load_id: int
) -> tuple[TableChange, ...]:
    """Write the rows of a table that has none yet: there is nothing to compare them with."""
    canonical, stage = schema.CANONICAL[name], staging.staged.table(name)
    mine = and_(stage.c.source.in_(sources), is_kept(stage))
    is_expected = staging.staged.next_load == load_id
    with _indexed_afterwards(connection, canonical, sum(sources.values())):
        if is_expected and _lie_alike(connection, canonical, stage):
            if staging.staged.holds_others(name, sources):
                connection.execute(delete(stage).where(not_(mine)))
            connection.execute(text(as_they_lie(canonical, stage)))
        else:
            new = numbered(stage, name, Numbers(load_id, row_id=0))
            append(connection, canonical, stage, new.where(mine))
    return tuple(TableChange(source, name, rows, 0, 0) for source, rows in sources.items())


def as_they_lie(canonical: Table, stage: Table) -> str:
    """The statement that appends all of one table to another of the same columns. SQLite then
    copies rows byte by byte, in half the time, if the tables are alike in everything."""
    return f'INSERT INTO "{canonical.name}" SELECT * FROM {stage.schema}."{stage.name}"'  # noqa: S608 our own names


def _lie_alike(connection: Connection, canonical: Table, stage: Table) -> bool:
    """Whether two tables have the same columns in the same order; only SQLite gains by it."""
    if connection.dialect.name != "sqlite":
        return False
    seen = inspect(connection)
    ours, theirs = (
        [column["name"] for column in seen.get_columns(table.name, table.schema)]
        for table in (canonical, stage)
    )
    return ours == theirs


@contextmanager
def _indexed_afterwards(connection: Connection, canonical: Table, rows: int) -> Iterator[None]:
    """Indexes are made at once after many rows: sorted, in a fraction of the time that a row at
    a time takes."""
    if rows < MANY_ROWS:
        yield
        return
    # On SQLite the key is the table itself.
    has_key = connection.dialect.name == "postgresql"
    for index in canonical.indexes:
        index.drop(connection)
    if has_key:
        connection.execute(DropConstraint(canonical.primary_key))
    yield
    if has_key:
        connection.execute(text("SET LOCAL maintenance_work_mem = '256MB'"))
        connection.execute(AddConstraint(canonical.primary_key))
    for index in canonical.indexes:
        index.create(connection)
