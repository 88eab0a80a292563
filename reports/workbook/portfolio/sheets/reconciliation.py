"""Every row and cent of the exports accounted for, by table and currency."""

from collections.abc import Callable
from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.formulas.address import a1
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.control_totals import (
    TableTotals,
    counted_in_money,
    counted_in_rows,
    flagged,
    money_cell,
    noted,
    tied_columns,
    tied_row,
    totals_of,
)
from reports.workbook.portfolio.listing import (
    FIRST,
    HEAD_ROW,
    Content,
    Formula,
    closed,
    head,
    opened,
)

ORDER = 90

_OUTCOMES = ("read", "loaded", "quarantined", "stopped")
_COLUMNS = tied_columns((*_OUTCOMES, "filtered"))
_FAULTS_ROW, _FIRST_LINE = HEAD_ROW - 1, HEAD_ROW + 1


def build(book: PortfolioFile) -> BuiltSheet:
    """export = loaded + quarantined + stopped + filtered, in rows and in money."""
    page = opened(book, "reconciliation", _COLUMNS)
    head(page, book, HEAD_ROW, "reconciliation", _COLUMNS)
    row = _FIRST_LINE
    for line in totals_of(book.controls):
        row = _table(page, book, row, line)
    if row > _FIRST_LINE:
        flagged(page, "rec_export", _FIRST_LINE, row, len(_COLUMNS))
    _faults(page, book)
    last = noted(page, row, len(_COLUMNS), [book.words.say("reconciliation.unreadable")])
    return closed(page, book, len(_COLUMNS), last, head_row=HEAD_ROW)


def _faults(page: Page, book: PortfolioFile) -> None:
    """How many lines of this sheet and of the next but one do not tie."""
    names = ["rec_export"] if "rec_export" in page.names else []
    names += ["rec_loaded"] if book.loaded else []
    bold = replace(look.figure(look.COUNT), bold=True)
    page.heights[_FAULTS_ROW] = 26
    page.put(_FAULTS_ROW, FIRST, book.words.say("reconciliation.faults"), look.LABEL_BOLD)
    page.band(_FAULTS_ROW, FIRST + 1, FIRST + 2, look.LABEL_BOLD)
    page.merge(_FAULTS_ROW, FIRST, FIRST + 2)
    counted = "+".join(f"SUM({name})" for name in names) or "0"
    page.formula(_FAULTS_ROW, FIRST + 3, counted, bold)
    page.name("rec_faults", _FAULTS_ROW, FIRST + 3)


def _table(page: Page, book: PortfolioFile, row: int, line: TableTotals) -> int:
    """The table's rows and, where it has a currency, its money; returns the row after."""
    key = (book.words.table(line.table_name), line.currency)
    counts = _line(row, "rows", lambda outcome: line.rows.get(outcome, 0))
    tied_row(page, row, _COLUMNS, key, counted_in_rows(book), counts)
    if not line.currency:
        return row + 1
    amounts = _line(
        row + 1,
        "money",
        lambda outcome: money_cell(book, line.minor.get(outcome, 0), line.currency),
    )
    tied_row(page, row + 1, _COLUMNS, key, counted_in_money(line.currency), amounts)
    return row + 2


def _line(row: int, kind: str, known: Callable[[str], Content]) -> list[Content]:
    """What each outcome took; what filters took is added up from their list."""
    table, currency = a1(row, FIRST), a1(row, FIRST + 1)
    filtered = f"SUMPRODUCT((flt_table={table})*(flt_currency={currency}),flt_{kind})"
    return [*(known(outcome) for outcome in _OUTCOMES), Formula(filtered)]
