"""Renewals by month and by manager, counted by formulas from the list."""

from collections.abc import Sequence

from reports.workbook import style as look
from reports.workbook.formulas.address import a1
from reports.workbook.model import Area, Chart, ChartKind, Reference, Series
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.listing import (
    FIRST,
    HEAD_ROW,
    Content,
    Formula,
    ListColumn,
    closed,
    head,
    matched_sum,
    opened,
    rows,
    total,
)

ORDER = 20


def build(book: PortfolioFile) -> BuiltSheet:
    """By month, by manager, and both crossed."""
    wanted = _columns(book, "month")
    managers, months = _managers(book), _months(book)
    widths = (*wanted, *[ListColumn("price", 18, book.money) for _ in range(3)])
    page = opened(book, "calendar", widths)
    row = _list(page, book, HEAD_ROW, "month", months)
    page.name("cal_month", HEAD_ROW + 1, FIRST, height=max(1, len(months)))
    row = _list(page, book, row + 1, "manager", managers)
    row = _crossed(page, book, row + 1, months, managers)
    if months:
        _chart(page, book, row + 1, len(months))
        row += 18
    width = max(len(wanted), 1 + len(managers))
    return closed(page, book, width, row, pages_tall=1)


def _managers(book: PortfolioFile) -> list[str]:
    nobody = book.words.say("portfolio.no_manager")
    return sorted({line.manager_name or nobody for line in book.renewals}, key=str.casefold)


def _months(book: PortfolioFile) -> list[str]:
    return sorted({f"{line.renewal_date:%Y-%m}" for line in book.renewals})


def _columns(book: PortfolioFile, by: str) -> tuple[ListColumn, ...]:
    return (
        ListColumn(by, 34),
        ListColumn("count", 12, look.COUNT, is_summed=True),
        ListColumn("price", 20, book.money, is_summed=True),
        ListColumn("exposure", 24, book.money, is_summed=True),
        ListColumn("risk", 23, book.money, is_summed=True),
    )


def _list(page: Page, book: PortfolioFile, row: int, by: str, names: Sequence[str]) -> int:
    """One list from its head on; returns the row after it."""
    wanted = _columns(book, by)
    head(page, book, row, "calendar", wanted)
    items = [_item(book, at, by, name) for at, name in enumerate(names, start=row + 1)]
    after = rows(page, row + 1, wanted, items)
    return total(page, book, after, wanted, row + 1) if items else after


def _item(book: PortfolioFile, row: int, by: str, name: str) -> tuple[Content, ...]:
    label = f"${a1(row, FIRST)}"
    same = f"(rn_{by}={label})"
    sums = [Formula(matched_sum(book, same, f"rn_{key}")) for key in ("price", "exposure", "risk")]
    return name, Formula(f"SUMPRODUCT(--{same})"), *sums


def _crossed(
    page: Page, book: PortfolioFile, row: int, months: Sequence[str], managers: Sequence[str]
) -> int:
    """Price up for renewal, months down and managers across."""
    say = book.words.say
    last = FIRST + max(4, len(managers))
    crossed = say("calendar.crossed", currency=book.currency)
    page.section(row, FIRST, last, crossed, look.SECTION)
    page.put(row + 1, FIRST, say("calendar.month"), look.HEADER)
    page.row(row + 1, FIRST + 1, managers, look.HEADER_RIGHT)
    page.heights[row + 1] = 30
    for at, month in enumerate(months, start=row + 2):
        page.put(at, FIRST, month, look.LABEL)
        for place in range(FIRST + 1, FIRST + 1 + len(managers)):
            top, label = f"{a1(row + 1, place)}", f"${a1(at, FIRST)}"
            same = f"(rn_month={label})*(rn_manager={top})"
            page.formula(at, place, matched_sum(book, same, "rn_price"), look.figure(book.money))
    return row + 2 + len(months)


def _chart(page: Page, book: PortfolioFile, row: int, count: int) -> None:
    title = book.words.say("calendar.chart_price", currency=book.currency)
    last = HEAD_ROW + count
    page.charts.append(
        Chart(
            kind=ChartKind.COLUMN,
            row=row,
            column=FIRST,
            width=760,
            height=250,
            series=(
                Series(
                    name=title,
                    categories=Reference("calendar", Area(HEAD_ROW + 1, FIRST, last, FIRST)),
                    values=Reference("calendar", Area(HEAD_ROW + 1, FIRST + 2, last, FIRST + 2)),
                    colour=look.ACCENT,
                    label_format="#,##0",
                    label_position="outside_end",
                ),
            ),
            title=title,
            alt_text=book.words.say("chart.alt", title=title),
            axis_format="#,##0",
            value_minimum=0.0,
        )
    )
