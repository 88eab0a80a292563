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
    delete,
    exists,
    insert,
    select,
    tuple_,
)

from transforms.kpi import KPI_DTYPES
from warehouse.bulk import refresh_statistics, write_rows
from warehouse.decode import raw, read_frame
from warehouse.membership import among
from warehouse.schema import kpi_columns, kpi_values

STORED_DTYPES: dict[str, str] = KPI_DTYPES | {"known_at": "datetime64[us, UTC]"}
"""Columns of a frame read from the store."""

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
    connection.execute(delete(kpi_values).where(figure.in_(saved)))
    names = [column.name for column in stage.c]
    connection.execute(insert(kpi_values).from_select(names, select(stage)))
    stage.drop(connection)
    refresh_statistics(connection, kpi_values, len(frame))


def read_kpis(connection: Connection, wanted: KpiFilter) -> pd.DataFrame:
    """The values with their `known_at`, each by the newest definition it was computed with."""
    query = _filtered(connection, wanted).order_by(*kpi_values.primary_key.columns)
    return read_frame(connection, query, STORED_DTYPES)


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
