"""One table's delivered rows beside the canonical ones, and what becomes of them."""

from collections.abc import Iterator
from contextlib import contextmanager

import pandas as pd
from sqlalchemy import (
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    and_,
    func,
    insert,
    literal,
    select,
    text,
    update,
)

from transforms.tables import TableSpec
from warehouse import schema
from warehouse.bulk import HASH_COLUMN, write_hashed_rows
from warehouse.records import TableChange

_ANALYZE_ROWS = 10_000
_OCCURRENCE = "occurrence"


def staging_table(spec: TableSpec) -> Table:
    """A temporary table: own columns, lineage and hash."""
    return Table(
        f"staging_{spec.name}",
        MetaData(),
        *schema.spec_columns(spec),
        Column(HASH_COLUMN, LargeBinary(16), nullable=False),
        Column(_OCCURRENCE, Integer, nullable=False),
        prefixes=["TEMPORARY"],
    )


@contextmanager
def staged(connection: Connection, spec: TableSpec, frame: pd.DataFrame) -> Iterator[Table]:
    """The frame's rows in a temporary table that is gone afterwards.

    A row's hash covers its own columns, not where it was read: the same row in next month's
    file is the same row. Rows that are alike in everything count up, so that one of two
    repeats can vanish.
    """
    table = staging_table(spec)
    table.create(connection)
    content = [*(column.name for column in spec.columns), _OCCURRENCE]
    write_hashed_rows(connection, table, _numbered(spec, frame), content)
    if connection.dialect.name == "postgresql" and len(frame) > _ANALYZE_ROWS:
        connection.execute(text(f'ANALYZE "{table.name}"'))
    yield table
    table.drop(connection)


def _numbered(spec: TableSpec, frame: pd.DataFrame) -> pd.DataFrame:
    conformed = spec.conform(frame)
    if not conformed.duplicated(["source", *spec.key]).any():
        return conformed.assign(**{_OCCURRENCE: pd.array([0] * len(frame), dtype="Int64")})
    own = ["source", *(column.name for column in spec.columns)]
    repeats = conformed.groupby(own, dropna=False).cumcount()
    return conformed.assign(**{_OCCURRENCE: repeats.astype("Int64")})


def apply(
    connection: Connection, name: str, stage: Table, source: str, load_id: int
) -> TableChange:
    """Make the staged rows of a source the ones that hold from this load on."""
    superseded = _supersede(connection, schema.CANONICAL[name], stage, source, load_id)
    inserted = _insert_new(connection, schema.CANONICAL[name], stage, source, load_id)
    delivered = connection.execute(
        select(func.count()).select_from(stage).where(stage.c.source == source)
    ).scalar_one()
    return TableChange(source, name, inserted, superseded, delivered - inserted)


def _supersede(
    connection: Connection, canonical: Table, stage: Table, source: str, load_id: int
) -> int:
    """End the versions that are not in the delivery; returns how many.

    Outer joins rather than NOT IN or NOT EXISTS: both databases build a hash or an index for
    them by themselves.
    """
    gone = (
        select(canonical.c.row_id)
        .outerjoin(stage, _same_row(canonical, stage))
        .where(canonical.c.source == source)
        .where(canonical.c.superseded_load_id.is_(None))
        .where(stage.c.row_hash.is_(None))
    )
    statement = update(canonical).where(canonical.c.row_id.in_(gone))
    return connection.execute(statement.values(superseded_load_id=load_id)).rowcount


def _insert_new(
    connection: Connection, canonical: Table, stage: Table, source: str, load_id: int
) -> int:
    """Add the versions that were not there; returns how many."""
    names = [column.name for column in stage.c if column.name != _OCCURRENCE]
    live = and_(_same_row(canonical, stage), canonical.c.superseded_load_id.is_(None))
    new = (
        select(*(stage.c[name] for name in names), literal(load_id))
        .select_from(stage.outerjoin(canonical, live))
        .where(stage.c.source == source)
        .where(canonical.c.row_hash.is_(None))
    )
    statement = insert(canonical).from_select([*names, "first_load_id"], new)
    return connection.execute(statement, execution_options={"preserve_rowcount": True}).rowcount


def _same_row(canonical: Table, stage: Table):
    return and_(
        canonical.c.row_hash == stage.c.row_hash,
        canonical.c.source == stage.c.source,
    )
