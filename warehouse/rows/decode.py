"""Rows from a database as columns of data frames."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Select, String, type_coerce
from sqlalchemy import func as sql
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.sqltypes import Date

from warehouse.rows.bulk import CHUNK_ROWS
from warehouse.rows.column_types import Instant


def raw(connection: Connection, column: ColumnElement) -> ColumnElement:
    """The column as its driver gives it cheapest: SQLite's texts, PostgreSQL's naive UTC."""
    if connection.dialect.name == "sqlite" and isinstance(column.type, (Date, Instant)):
        return type_coerce(column, String).label(column.name)
    if isinstance(column.type, Instant):
        return sql.timezone("UTC", column).label(column.name)
    return column


def read_frame(connection: Connection, query: Select, dtypes: Mapping[str, Any]) -> pd.DataFrame:
    """The query's rows, whose columns were selected by `raw`, as these columns and dtypes."""
    parts = list(read_frames(connection, query, dtypes))
    if not parts:
        return _frame([], dtypes)
    return pd.concat(parts, ignore_index=True) if len(parts) > 1 else parts[0]


def read_frames(
    connection: Connection, query: Select, dtypes: Mapping[str, Any]
) -> Iterator[pd.DataFrame]:
    """The same, some rows at a time; no frame where the query has none."""
    result = connection.execute(query, execution_options={"yield_per": CHUNK_ROWS})
    return (_frame(rows, dtypes) for rows in result.partitions())


def _frame(rows: Sequence[Any], dtypes: Mapping[str, Any]) -> pd.DataFrame:
    columns = zip(*rows, strict=True) if rows else ((),) * len(dtypes)
    return pd.DataFrame(
        {
            name: _column(values, pd.api.types.pandas_dtype(dtype))
            for (name, dtype), values in zip(dtypes.items(), columns, strict=True)
        },
        copy=False,
    )


def _column(values: Sequence[Any], dtype: Any) -> Any:
    match dtype:
        case pd.Int64Dtype():
            return pd.arrays.IntegerArray(*_masked(values, np.int64))
        case pd.Float64Dtype():
            return pd.arrays.FloatingArray(*_masked(values, np.float64))
        case pd.BooleanDtype():
            return pd.arrays.BooleanArray(*_masked(values, np.bool_))
        case pd.DatetimeTZDtype():
            naive = pd.DatetimeIndex(np.array(values, dtype="datetime64[us]"))
            return naive.tz_localize("UTC")
        case np.dtypes.DateTime64DType():
            return np.array(values, dtype="datetime64[us]")
        case _:
            return pd.array(values, dtype=dtype)


def _masked(values: Sequence[Any], dtype: Any) -> tuple[np.ndarray, np.ndarray]:
    if None not in values:
        return np.array(values, dtype=dtype), np.zeros(len(values), np.bool_)
    mask = np.array([value is None for value in values], np.bool_)
    return np.array([0 if value is None else value for value in values], dtype=dtype), mask
