"""Columns of data frames as databases take them in bulk.

`stored` gives Python values for SQLite's driver; `copied` gives the fields of PostgreSQL's
COPY text format, whose escapes also make an unambiguous line to hash.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from warehouse.errors import UnstorableTextError

MISSING_FIELD = r"\N"
_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def stored(table_name: str, column: pd.Series) -> list:
    """Python values, None where missing. Days and instants are texts, as SQLite keeps them."""
    return _with_missing(_plain(table_name, column), column, None)


def copied(table_name: str, column: pd.Series) -> list[str]:
    """Fields of a COPY text line: escaped, `\\N` where missing, instants marked as UTC."""
    values = _plain(table_name, column)
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        fields = [f"{value}+00" for value in values]
    elif _is_text(column):
        fields = _escaped(values)
    else:
        fields = list(map(repr, values)) if not _is_day(column) else values
    return _with_missing(fields, column, MISSING_FIELD)


def _plain(table_name: str, column: pd.Series) -> list:
    """Values by kind, with anything at all where one is missing."""
    match column.dtype:
        case pd.Int64Dtype():
            return column.to_numpy(np.int64, na_value=0).tolist()
        case pd.Float64Dtype():
            return column.to_numpy(np.float64, na_value=0.0).tolist()
        case pd.BooleanDtype():
            return column.to_numpy(np.bool_, na_value=False).astype(np.int64).tolist()
        case pd.DatetimeTZDtype():
            instants = column.dt.tz_convert("UTC").dt.tz_localize(None).to_numpy("datetime64[us]")
            return _spaced(np.datetime_as_string(instants, unit="us").tolist())
        case np.dtypes.DateTime64DType():
            days = column.to_numpy("datetime64[D]")
            return np.datetime_as_string(days).tolist()
        case _:
            return _checked(table_name, column)


def _is_text(column: pd.Series) -> bool:
    return isinstance(column.dtype, pd.StringDtype)


def _is_day(column: pd.Series) -> bool:
    return isinstance(column.dtype, np.dtypes.DateTime64DType)


def _spaced(instants: list[str]) -> list[str]:
    """`2026-10-01T06:00…` as `2026-10-01 06:00…`, all at once."""
    return "\n".join(instants).replace("T", " ").split("\n") if instants else []


def _checked(table_name: str, column: pd.Series) -> list[str]:
    texts = column.to_numpy(object, na_value="").tolist()
    everything = "".join(texts)
    try:
        everything.encode()
    except UnicodeEncodeError as error:
        raise UnstorableTextError(table_name, str(column.name)) from error
    if "\x00" in everything:
        raise UnstorableTextError(table_name, str(column.name))
    return texts


def _escaped(texts: list[str]) -> list[str]:
    everything = "".join(texts)
    if any(mark in everything for mark in "\\\t\n\r"):
        return [text.translate(_ESCAPES) for text in texts]
    return texts


def _with_missing(values: list, column: pd.Series, marker: object) -> list:
    for position in np.flatnonzero(column.isna().to_numpy()).tolist():
        values[position] = marker
    return values


def lines(columns: Iterable[list[str]]) -> list[str]:
    """Fields of columns as the lines of rows."""
    return list(map("\t".join, zip(*columns, strict=True)))
