"""A full export of one canonical table beside the rows that hold, and what becomes of both."""

from collections.abc import Iterable

import pandas as pd
from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    LargeBinary,
    MetaData,
    Table,
    and_,
    exists,
    select,
    update,
)
from sqlalchemy.sql.elements import ColumnElement

from transforms.tables import TableSpec
from warehouse import schema
from warehouse.bulk import HASH_COLUMN, write_rows
from warehouse.records import TableChange

_OCCURRENCE = "occurrence"


def apply_snapshot(
    connection: Connection,
    spec: TableSpec,
    rows: pd.DataFrame,
    sources: Iterable[str],
    load_id: int,
) -> tuple[TableChange, ...]:
    """Make these rows the ones that hold of those sources from this load on.

    A row that is already there with the same content stays; one that changed or vanished is
    superseded. Content is the row's own columns, not where it was read: the same row in next
    month's file is the same row.
    """
    numbered = _numbered(spec, rows)
    changes: list[TableChange] = []
    for source in sources:
        of_source = numbered[numbered["source"] == source]
        superseded, new = _compared(connection, spec, of_source, source, load_id)
        _write(connection, spec, new, load_id)
        unchanged = len(of_source) - len(new)
        changes.append(TableChange(source, spec.name, len(new), superseded, unchanged))
    return tuple(changes)


def _numbered(spec: TableSpec, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows that are alike in everything count up, so that one of two repeats can vanish."""
    conformed = spec.conform(rows)
    if not conformed.duplicated(["source", *spec.key]).any():
        return conformed.assign(**{_OCCURRENCE: pd.Series(pd.NA, conformed.index, "Int64")})
    own = ["source", *(column.name for column in spec.columns)]
    repeats = conformed.groupby(own, dropna=False).cumcount().astype("Int64")
    return conformed.assign(**{_OCCURRENCE: repeats.mask(repeats == 0)})


def _content(spec: TableSpec) -> list[str]:
    return [*(column.name for column in spec.columns), _OCCURRENCE]


def _write(connection: Connection, spec: TableSpec, new: pd.DataFrame, load_id: int) -> None:
    loads = pd.Series(load_id, index=new.index, dtype="Int64")
    table = schema.CANONICAL[spec.name]
    write_rows(connection, table, new.assign(first_load_id=loads), _content(spec))


def _compared(
    connection: Connection, spec: TableSpec, rows: pd.DataFrame, source: str, load_id: int
) -> tuple[int, pd.DataFrame]:
    """How many versions ended, and the rows that are new."""
    canonical = schema.CANONICAL[spec.name]
    live = and_(canonical.c.source == source, canonical.c.superseded_load_id.is_(None))
    if not connection.execute(select(exists().where(live))).scalar_one():
        return 0, rows
    stage = _staged(connection, spec, rows)
    same = and_(canonical.c.row_hash == stage.c.row_hash, live)
    superseded = _supersede(connection, canonical, stage, live, load_id)
    positions = connection.execute(
        select(stage.c.position)
        .select_from(stage.outerjoin(canonical, same))
        .where(canonical.c.row_id.is_(None))
        .order_by(stage.c.position)
    )
    new = rows.iloc[list(positions.scalars())]
    stage.drop(connection)
    return superseded, new


def _staged(connection: Connection, spec: TableSpec, rows: pd.DataFrame) -> Table:
    """The hashes of the rows in a temporary table, for the database to compare."""
    stage = Table(
        f"staging_{spec.name}",
        MetaData(),
        Column("position", BigInteger),
        Column(HASH_COLUMN, LargeBinary(16)),
        prefixes=["TEMPORARY"],
    )
    stage.create(connection)
    content = _content(spec)
    positions = pd.Series(range(len(rows)), index=rows.index, dtype="Int64")
    write_rows(connection, stage, rows[content].assign(position=positions), content)
    return stage


def _supersede(
    connection: Connection,
    canonical: Table,
    stage: Table,
    live: ColumnElement[bool],
    load_id: int,
) -> int:
    """End the versions that are not in the delivery; returns how many.

    An outer join rather than NOT IN or NOT EXISTS: both databases then build the hash or the
    index they need by themselves.
    """
    gone = (
        select(canonical.c.row_id)
        .outerjoin(stage, canonical.c.row_hash == stage.c.row_hash)
        .where(live)
        .where(stage.c.row_hash.is_(None))
    )
    statement = update(canonical).where(canonical.c.row_id.in_(gone))
    return connection.execute(statement.values(superseded_load_id=load_id)).rowcount
