"""Cells of canonical tables as plain Python values; missing ones are None or empty."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

import pandas as pd

T = TypeVar("T")
Row = Mapping[str, object]
"""A row's cells by column."""


def plain(value: object) -> str:
    """Text on one line without spaces around it; empty where missing."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def text_of(value: object) -> str:
    """Text as it is written; empty where missing."""
    return value if isinstance(value, str) else ""


def inert(text: str) -> str:
    """Text for a file that spreadsheets open: none runs it as a formula.

    >>> inert("=1+1"), inert("Aurora")
    ("'=1+1", 'Aurora')
    """
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def day_of(value: object) -> date | None:
    return value.date() if isinstance(value, pd.Timestamp) else None


def number_of(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not pd.isna(value) else None


def whole_of(value: object) -> int:
    """An integer that is always there, such as a count or a sum."""
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is not a whole number")
    return value


def truth_of(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def by_entity(rows: pd.DataFrame, read: Callable[[Row], T | None]) -> dict[str, tuple[T, ...]]:
    """What `read` makes of each row, by the rows' `entity_id`, in the frame's order.

    Rows of which it makes None are left out.
    """
    found: dict[str, list[T]] = {}
    for row in records(rows):
        if (made := read(row)) is not None:
            found.setdefault(str(row["entity_id"]), []).append(made)
    return {entity: tuple(items) for entity, items in found.items()}


def records(frame: pd.DataFrame) -> list[Row]:
    """Rows as plain values; missing ones are None."""
    names = [str(name) for name in frame.columns]
    columns = [_cells(frame[name]) for name in names]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _cells(column: pd.Series) -> list[object]:
    return [
        None if gone else cell
        for cell, gone in zip(column.tolist(), column.isna().tolist(), strict=True)
    ]
