"""KPI values, kept for every moment they were computed at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from sqlalchemy import (
    Connection,
    MetaData,
    Select,
    Table,
    and_,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    tuple_,
)

from transforms.metrics.kpi import KPI_DTYPES
from warehouse.rows.bulk import refresh_statistics, write_rows
from warehouse.rows.decode import raw, read_frame
from warehouse.rows.membership import among
from warehouse.schema import kpi_columns, kpi_values

STORED_DTYPES: dict[str, str] = KPI_DTYPES | {"known_at": "datetime64[us, UTC]"}
"""Columns of a frame read from the store."""

RESTATED_DTYPES: dict[str, str] = {
    "entity_type": "str",
    "entity_id": "str",
    "kpi": "str",
    "period": "str",
    "unit": "str",
    "currency": "str",
    "value": "Float64",
    "value_minor": "Int64",
    "reason": "str",
    "old_currency": "str",
    "old_value": "Float64",
    "old_value_minor": "Int64",
    "old_reason": "str",
    "old_known_at": "datetime64[us, UTC]",
}
"""Columns of a frame of figures that read otherwise than at the moment before."""

_FIGURE = ("known_at", "entity_type", "entity_id", "kpi", "period", "version")


@dataclass(frozen=True)
class KpiFilter:
    """Which values to read; None leaves a column open."""

    period: str | None = None
    known_at: datetime | None = None
    entity_type: str | None = None
    entity_ids: Sequence[str] | None = None
    kpis: Sequence[str] | None = None


def save_kpis(connection: Connection, values: pd.DataFrame, known_at: datetime) -> None:
    """Put the values in the place of those of the same figures and `known_at`.

    Values of earlier moments stay, which is how a restatement can be seen. A figure is
    replaced in all its currencies: an entity's reporting currency may have been mended.
    """
    frame = values.astype(KPI_DTYPES)[list(KPI_DTYPES)]
    moment = pd.Series(known_at, index=frame.index).astype("datetime64[us, UTC]")
    stage = Table("staging_kpi_values", MetaData(), *kpi_columns(), prefixes=["TEMPORARY"])
    stage.create(connection)
    write_rows(connection, stage, frame.assign(known_at=moment))
    figure = tuple_(*(kpi_values.c[name] for name in _FIGURE))
    saved = select(*(stage.c[name] for name in _FIGURE))
    # SQLite looks several columns at once up by the first alone, which all values of a moment
    # share: without the entities by themselves every save would read the whole moment.
    theirs = [
        kpi_values.c[name].in_(select(stage.c[name])) for name in ("entity_type", "entity_id")
    ]
    connection.execute(delete(kpi_values).where(*theirs, figure.in_(saved)))
    names = [column.name for column in stage.c]
    connection.execute(insert(kpi_values).from_select(names, select(stage)))
    stage.drop(connection)
    refresh_statistics(connection, kpi_values, len(frame))


def read_kpis(connection: Connection, wanted: KpiFilter) -> pd.DataFrame:
    """The values with their `known_at`, each by the newest definition it was computed with."""
    query = _filtered(connection, wanted).order_by(*kpi_values.primary_key.columns)
    return read_frame(connection, query, STORED_DTYPES)


def restated(connection: Connection, known_at: datetime) -> pd.DataFrame:
    """Figures of this moment that differ from the newest earlier one, by the same definition.

    What was never computed before is new, not restated.
    """
    now, old, earlier = (kpi_values.alias(name) for name in ("now", "old", "earlier"))
    same = ("entity_type", "entity_id", "kpi", "period", "version")
    before = (
        select(func.max(earlier.c.known_at))
        .where(*(earlier.c[name] == now.c[name] for name in same))
        .where(earlier.c.known_at < now.c.known_at)
        .scalar_subquery()
    )
    differs = or_(
        *(
            old.c[name].is_distinct_from(now.c[name])
            for name in ("value", "value_minor", "reason", "currency")
        )
    )
    own = [name for name in RESTATED_DTYPES if not name.startswith("old_")]
    columns = [raw(connection, now.c[name]).label(name) for name in own]
    columns += [
        raw(connection, old.c[name.removeprefix("old_")]).label(name)
        for name in RESTATED_DTYPES
        if name not in own
    ]
    query = (
        select(*columns)
        .join_from(now, old, and_(*(old.c[name] == now.c[name] for name in same)))
        .where(now.c.known_at == known_at, old.c.known_at == before, differs)
        .order_by(*(now.c[name] for name in same))
    )
    return read_frame(connection, query, RESTATED_DTYPES)


def _filtered(connection: Connection, wanted: KpiFilter) -> Select:
    newer = kpi_values.alias("newer")
    same = [newer.c[name] == kpi_values.c[name] for name in _FIGURE if name != "version"]
    superseded = exists().where(*same, newer.c.version > kpi_values.c.version)
    query = select(*(raw(connection, kpi_values.c[name]) for name in STORED_DTYPES))
    query = query.where(~superseded)
    for name in ("period", "known_at", "entity_type"):
        if (value := getattr(wanted, name)) is not None:
            query = query.where(kpi_values.c[name] == value)
    for column, values in (
        (kpi_values.c.entity_id, wanted.entity_ids),
        (kpi_values.c.kpi, wanted.kpis),
    ):
        if values is not None:
            query = query.where(among(connection, column, values))
    return query
