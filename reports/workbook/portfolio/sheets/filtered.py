"""What the filters of the mappings left out, by name."""

from reports.workbook import style as look
from reports.workbook.page import BuiltSheet
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.control_totals import FILTERED, money_cell, totals_of
from reports.workbook.portfolio.listing import (
    FIRST,
    HEAD_ROW,
    Content,
    ListColumn,
    closed,
    head,
    opened,
    rows,
)

ORDER = 91

_COLUMNS = (
    *(ListColumn("table", 30), ListColumn("currency", 14), ListColumn("filter", 40)),
    *(ListColumn("filtered_rows", 20, look.COUNT), ListColumn("filtered_money", 24, look.COUNT)),
)
_NAMED = ("flt_table", "flt_currency", None, "flt_rows", "flt_money")


def build(book: PortfolioFile) -> BuiltSheet:
    """One line a table, currency and filter; says so where nothing was filtered."""
    page = opened(book, "filtered", _COLUMNS)
    head(page, book, HEAD_ROW, "reconciliation", _COLUMNS)
    items: list[tuple[Content, ...]] = [
        (
            book.words.table(line.table_name),
            line.currency,
            outcome.removeprefix(FILTERED),
            count,
            money_cell(book, line.minor[outcome], line.currency) if line.currency else "–",
        )
        for line in totals_of(book.controls)
        for outcome, count in line.rows.items()
        if outcome.startswith(FILTERED)
    ]
    if not items:
        items = [(book.words.say("reconciliation.nothing_filtered"), "", "", 0, "–")]
    after = rows(page, HEAD_ROW + 1, _COLUMNS, items)
    for place, name in enumerate(_NAMED, start=FIRST):
        if name:
            page.name(name, HEAD_ROW + 1, place, height=len(items))
    return closed(page, book, len(_COLUMNS), after, head_row=HEAD_ROW)
