"""What became of every loaded row and cent: in somebody's file, held back, or in nobody's."""

from reports.workbook.page import BuiltSheet, Page
from reports.workbook.portfolio.book import LoadedRows, PortfolioFile
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
from reports.workbook.portfolio.listing import HEAD_ROW, closed, head, opened

ORDER = 92

_COLUMNS = tied_columns(("loaded", "shown", "held", "outside"))
_FIRST_LINE = HEAD_ROW + 1


def build(book: PortfolioFile) -> BuiltSheet | None:
    """loaded = shown + held back + out of scope, in rows and in money."""
    if not book.loaded:
        return None
    page = opened(book, "loaded", _COLUMNS)
    head(page, book, HEAD_ROW, "reconciliation", _COLUMNS)
    loaded = {(line.table_name, line.currency): line for line in totals_of(book.controls)}
    row = _FIRST_LINE
    for item in book.loaded:
        row = _table(page, book, row, item, loaded.get((item.table_name, item.currency)))
    flagged(page, "rec_loaded", _FIRST_LINE, row, len(_COLUMNS))
    last = noted(page, row, len(_COLUMNS), _notes(book))
    return closed(page, book, len(_COLUMNS), last, head_row=HEAD_ROW)


def _table(
    page: Page, book: PortfolioFile, row: int, item: LoadedRows, line: TableTotals | None
) -> int:
    """The table's rows and, where it has a currency, its money; returns the row after."""
    key = (book.words.table(item.table_name), item.currency)
    read = 0 if line is None else line.rows.get("loaded", 0)
    counts = (read, item.shown_rows, item.held_rows, item.outside_rows)
    tied_row(page, row, _COLUMNS, key, counted_in_rows(book), counts)
    if not item.currency:
        return row + 1
    minor = 0 if line is None else line.minor.get("loaded", 0)
    sums = (minor, item.shown_minor, item.held_minor, item.outside_minor)
    amounts = [money_cell(book, value, item.currency) for value in sums]
    tied_row(page, row + 1, _COLUMNS, key, counted_in_money(item.currency), amounts)
    return row + 2


def _notes(book: PortfolioFile) -> list[str]:
    say = book.words.say
    notes = [say("reconciliation.references")]
    if book.held:
        notes.append(say("reconciliation.held_names", names=", ".join(book.held)))
    if book.earlier:
        notes.append(say("reconciliation.earlier", names=", ".join(book.earlier)))
    return notes
