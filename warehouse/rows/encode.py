"""Columns of data frames as databases take them in bulk."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from warehouse.errors import UnstorableTextError

_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


@dataclass(frozen=True)
class Encoded:
    """One column's values as plain Python, and where none is there."""

    values: list
    """Numbers, or texts; days and instants are texts. Anything at all where missing."""
    missing: list[int]
    is_text: bool
    is_instant: bool

    def stored(self) -> list:
        """Values as SQLite keeps them, None where missing."""
        return self._with_missing(self.values.copy() if self.missing else self.values, None)

    def copied(self) -> list[str]:
        r"""Fields of PostgreSQL's COPY text format: escaped, `\N` where missing, instants in UTC.

        The escapes make a joined line unambiguous, which is why rows are hashed in this form.
        """
        return self._with_missing(self._fields(), r"\N")

    def _fields(self) -> list[str]:
        if self.is_instant:
            return [f"{value}+00" for value in self.values]
        if not self.is_text:
            return list(map(repr, self.values))
        everything = "".join(self.values)
        if any(mark in everything for mark in "\\\t\n\r"):
            return [text.translate(_ESCAPES) for text in self.values]
        return self.values.copy() if self.missing else self.values

    def _with_missing(self, values: list, marker: str | None) -> list:
        for position in self.missing:
            values[position] = marker
        return values


def encode(table_name: str, column: pd.Series) -> Encoded:
    """The column by its dtype, which is one of those that table specs use."""
    values, is_text = _plain(table_name, column)
    missing = np.flatnonzero(column.isna().to_numpy()).tolist()
    return Encoded(values, missing, is_text, isinstance(column.dtype, pd.DatetimeTZDtype))


def lines(columns: Iterable[list[str]]) -> list[str]:
    """Fields of columns as the lines of rows."""
    return list(map("\t".join, zip(*columns, strict=True)))


def _plain(table_name: str, column: pd.Series) -> tuple[list, bool]:
    """Values, and whether they are texts."""
    match column.dtype:
        case pd.Int64Dtype():
            return column.to_numpy(np.int64, na_value=0).tolist(), False
        case pd.Float64Dtype():
            return column.to_numpy(np.float64, na_value=0.0).tolist(), False
        case pd.BooleanDtype():
            return column.to_numpy(np.bool_, na_value=False).astype(np.int64).tolist(), False
        case pd.DatetimeTZDtype():
            return _instants(column), True
        case np.dtypes.DateTime64DType():
            return np.datetime_as_string(column.to_numpy("datetime64[D]")).tolist(), True
        case _:
            return _texts(table_name, column), True


def _instants(column: pd.Series) -> list[str]:
    """As `2026-10-01 06:00:00.000000`, in UTC."""
    utc = column.dt.tz_convert("UTC").dt.tz_localize(None).to_numpy("datetime64[us]")
    texts = np.datetime_as_string(utc, unit="us").tolist()
    return "\n".join(texts).replace("T", " ").split("\n") if texts else []


def _texts(table_name: str, column: pd.Series) -> list[str]:
    texts = column.to_numpy(object, na_value="").tolist()
    everything = "".join(texts)
    try:
        everything.encode()
    except UnicodeEncodeError as error:
        raise UnstorableTextError(table_name, str(column.name)) from error
    if "\x00" in everything:
        raise UnstorableTextError(table_name, str(column.name))
    return texts
