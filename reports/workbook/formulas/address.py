"""Cells and ranges as Excel writes them."""

from functools import cache

from reports.workbook.model import Area


@cache
def column_letters(column: int) -> str:
    """Letters of a column counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return letters


def a1(row: int, column: int) -> str:
    """A cell, relative: `B3`."""
    return f"{column_letters(column)}{row + 1}"


def fixed(row: int, column: int) -> str:
    """A cell, absolute: `$B$3`."""
    return f"${column_letters(column)}${row + 1}"


def span(area: Area) -> str:
    """A range, relative: `B3:D9`."""
    return f"{a1(area.first_row, area.first_column)}:{a1(area.last_row, area.last_column)}"


def fixed_span(area: Area) -> str:
    """A range, absolute, and a single cell without its double."""
    first = fixed(area.first_row, area.first_column)
    last = fixed(area.last_row, area.last_column)
    return first if first == last else f"{first}:{last}"


def absolute(title: str, area: Area) -> str:
    """A range of another sheet: `'Cash flows'!$B$3:$D$9`."""
    quoted = title.replace("'", "''")
    return f"'{quoted}'!{fixed_span(area)}"
