"""The rows behind a figure as people read them, in no language: the same for all of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.compute.explain import Explanation
from transforms.core.money import to_major
from transforms.metrics.explained import WHERE_FROM, Selection
from transforms.tables import TABLES

MINOR = "_minor"
_MOST_LEFT_OUT = 5
Cell = str | int | float | Decimal | None
"""Money is a decimal with as many places as its currency has."""


@dataclass(frozen=True)
class ToldRows:
    """Rows of one table that entered, or that were left out for one reason."""

    table: str
    why: str
    """Empty for those that entered."""
    count: int
    """How many there are; `rows` may be fewer."""
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    figures: tuple[bool, ...]
    """Whether a column holds numbers, by its place."""


def told_rows(found: Explanation, most: int) -> tuple[ToldRows, ...]:
    """Of each table those that entered, then those left out by reason; at most so many of each,
    the largest first, 0 for all."""
    return tuple(
        told for part in found.selections for told in _of_part(part, found.time_zone, most)
    )


def _of_part(part: Selection, time_zone: str, most: int) -> Iterator[ToldRows]:
    why = part.left_out.to_numpy(dtype=object)
    columns = columns_of(part)
    head = tuple(shown_as(name) for name in columns)
    figures = tuple(name.endswith(MINOR) or _is_number(part.rows[name]) for name in columns)
    fewer = min(most, _MOST_LEFT_OUT) if most else 0
    for reason in ("", *sorted(set(why) - {""})):
        theirs = np.flatnonzero(why == reason)
        limit = fewer if reason else most
        shown = _telling(part, theirs)[:limit] if limit else theirs
        rows = tuple(cells(columns, part.rows.iloc[shown], time_zone))
        yield ToldRows(part.table, str(reason), len(theirs), head, rows, figures)


def _telling(part: Selection, theirs: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Those that weigh most first: by the last amount shown, which is what counts of a row."""
    amounts = [name for name in part.shown if name.endswith(MINOR)]
    if not amounts or not theirs.size:
        return theirs
    weights = part.rows[amounts[-1]].iloc[theirs].to_numpy(dtype=np.float64, na_value=np.nan)
    return theirs[np.argsort(-np.abs(weights), kind="stable")]


def _is_number(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def columns_of(part: Selection) -> tuple[str, ...]:
    """The key, what matters for the figure, and where the row stands."""
    return tuple(dict.fromkeys((*TABLES[part.table].key, *part.shown, *WHERE_FROM)))


def shown_as(column: str) -> str:
    """A column's name as people read it: amounts are shown in major units, places by one word."""
    return column.removesuffix(MINOR).removeprefix("source_")


def cells(columns: Iterable[str], rows: pd.DataFrame, time_zone: str) -> list[tuple[Cell, ...]]:
    """Row by row: money exact in major units of the row's currency, days and instants as ISO
    8601, the latter by the company's clocks, None where nothing is there."""
    return list(zip(*(_column(name, rows, time_zone) for name in columns), strict=True))


def _column(name: str, rows: pd.DataFrame, time_zone: str) -> list[Cell]:
    values, is_there = rows[name].tolist(), rows[name].notna().tolist()
    if name.endswith(MINOR):
        money = zip(values, rows["currency"].tolist(), is_there, strict=True)
        return [
            to_major(int(value), str(currency)) if there else None
            for value, currency, there in money
        ]
    pairs = zip(values, is_there, strict=True)
    return [_plain(value, time_zone) if there else None for value, there in pairs]


def _plain(value: object, time_zone: str) -> Cell:
    if isinstance(value, pd.Timestamp):
        if value.tz is None:
            return value.date().isoformat()
        return value.tz_convert(time_zone).isoformat(timespec="seconds")
    if isinstance(value, float):
        return int(value) if value.is_integer() else round(value, 6)
    return value if isinstance(value, int) else str(value)
