"""Control totals by table and currency, and the lists that tie them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from reports.workbook import style as look
from reports.workbook.formulas.address import a1, span
from reports.workbook.model import Area, Highlight
from reports.workbook.page import Page
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.listing import FIRST, Amount, Content, Formula, ListColumn, rows
from transforms.core.money import exponent

FILTERED = "filtered:"
"""How an outcome begins that names the filter of a mapping."""
_VALUES = FIRST + 3
"""Where figures begin, after table, currency and unit."""


@dataclass(frozen=True)
class TableTotals:
    """One table in one currency, by outcome; an empty currency where rows have no amount."""

    table_name: str
    currency: str
    rows: Mapping[str, int]
    minor: Mapping[str, int]


@dataclass(frozen=True)
class Unit:
    """What a line counts: rows, or money in its currency."""

    name: str
    number_format: str
    digits: int


def totals_of(controls: pd.DataFrame) -> list[TableTotals]:
    """The control totals of all files of a table together."""
    summed = controls.groupby(["table_name", "currency", "outcome"], as_index=False)[
        ["row_count", "amount_minor"]
    ].sum()
    found: list[TableTotals] = []
    for (table, currency), part in summed.groupby(["table_name", "currency"]):
        counts = dict(zip(part["outcome"], part["row_count"].astype(int), strict=True))
        amounts = dict(
            zip(part["outcome"], part["amount_minor"].fillna(0).astype(int), strict=True)
        )
        found.append(TableTotals(str(table), str(currency), counts, amounts))
    return found


def tied_columns(parts: Sequence[str]) -> tuple[ListColumn, ...]:
    """A whole, its `parts` after it, the difference, and whether there is one."""
    return (
        *(ListColumn("table", 26), ListColumn("currency", 11), ListColumn("unit", 11)),
        *(ListColumn(part, 17, look.COUNT) for part in parts),
        *(ListColumn("difference", 17, look.COUNT), ListColumn("state", 11, look.COUNT)),
    )


def counted_in_rows(book: PortfolioFile) -> Unit:
    return Unit(book.words.say("reconciliation.counted"), look.COUNT, 0)


def counted_in_money(currency: str) -> Unit:
    return Unit(currency, look.exact_money(currency), exponent(currency))


def money_cell(book: PortfolioFile, minor: int, currency: str) -> Amount:
    return Amount(book.major(minor, currency), currency)


def tied_row(
    page: Page,
    row: int,
    columns: Sequence[ListColumn],
    key: tuple[str, str],
    unit: Unit,
    values: Sequence[Content],
) -> None:
    """One line: its whole first in `values`, then the parts that must make it up."""
    whole, last = _VALUES, _VALUES + len(values) - 1
    parts = f"SUM({span(Area(row, whole + 1, row, last))})"
    # Plus 0: some readers show a difference of minus 0 with its sign.
    gap = Formula(f"ROUND({a1(row, whole)}-{parts},{unit.digits})+0")
    flag = Formula(f"IF({a1(row, last + 1)}=0,0,1)")
    rows(page, row, columns, [(*key, unit.name, *values, gap, flag)])
    for place in range(whole, last + 2):
        page.restyle(row, place, look.figure(unit.number_format))


def flagged(page: Page, name: str, first: int, after: int, columns: int) -> None:
    """The last column under a name; a line that does not tie turns red."""
    place = FIRST + columns - 1
    page.name(name, first, place, height=after - first)
    formula = f"=${a1(first, place)}<>0"
    area = Area(first, FIRST, after - 1, place)
    page.highlights.append(Highlight(area, formula, look.RED, look.RED_PALE, bold=True))


def noted(page: Page, row: int, columns: int, notes: Sequence[str]) -> int:
    """Remarks below a list, one a row; returns the last row."""
    for at, text in enumerate(notes, start=row + 1):
        page.put(at, FIRST, text, look.NOTE)
        page.merge(at, FIRST, FIRST + columns - 1)
        page.heights[at] = 15 * (1 + len(text) // 150)
    return row + len(notes)
