"""Price up for renewal by manager and month, filtered by segment and class: a native pivot on the
list of renewals.

Its cells hold the sums already, for readers that do not refresh pivots.
"""

from collections.abc import Mapping
from decimal import Decimal

from reports.workbook import style as look
from reports.workbook.model import Area, Pivot, PivotField
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.listing import FIRST, ListColumn, closed, opened
from reports.workbook.portfolio.sheets.renewals import (
    TABLE_NAME,
    columns,
    listed_class,
    listed_segment,
)
from reports.workbook.renewal_line import RenewalLine
from transforms.core.money import convert, exponent, summed

ORDER = 35

_FILTER_ROW = 4
_TOP = _FILTER_ROW + 3


def build(book: PortfolioFile) -> BuiltSheet | None:
    """The pivot with its filters; none where nothing comes up for renewal."""
    if not book.renewals:
        return None
    managers = _distinct([_manager(book, line) for line in book.renewals])
    months = _distinct([f"{line.renewal_date:%Y-%m}" for line in book.renewals])
    widths = (ListColumn("manager", 34), *[ListColumn("month", 18) for _ in months])
    page = opened(book, "renewal_pivot", widths)
    area = Area(_TOP, FIRST, _TOP + len(managers) + 2, FIRST + len(months))
    _frame(page, book, area, months)
    _sums(page, book, area, managers, months)
    _pivot(page, book, area, managers, months)
    return closed(page, book, 1 + len(months), area.last_row + 1)


def _distinct(texts: list[str]) -> tuple[str, ...]:
    """In order; texts that differ in case only are one, as Excel has it."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(text.casefold(), text)
    return tuple(found[key] for key in sorted(found))


def _manager(book: PortfolioFile, line: RenewalLine) -> str:
    return line.manager_name or book.words.say("portfolio.no_manager")


def _frame(page: Page, book: PortfolioFile, area: Area, months: tuple[str, ...]) -> None:
    say = book.words.say
    for row, key in enumerate(("segment", "relationship"), start=_FILTER_ROW):
        page.put(row, FIRST, say(f"renewals.{key}"), look.LABEL)
        page.put(row, FIRST + 1, say("pivot.all"), look.LABEL)
    page.band(area.first_row, FIRST, area.last_column, look.HEADER)
    page.put(area.first_row, FIRST, _caption(book), look.HEADER)
    page.put(area.first_row, FIRST + 1, say("renewals.month"), look.HEADER_RIGHT)
    page.put(area.first_row + 1, FIRST, say("renewals.manager"), look.HEADER)
    page.row(area.first_row + 1, FIRST + 1, months, look.HEADER_RIGHT)


def _caption(book: PortfolioFile) -> str:
    return book.words.say("calendar.price", currency=book.currency)


def _sums(
    page: Page,
    book: PortfolioFile,
    area: Area,
    managers: tuple[str, ...],
    months: tuple[str, ...],
) -> None:
    found = _prices(book)
    for row, name in enumerate(managers, start=area.first_row + 2):
        page.put(row, FIRST, name, look.LABEL)
        for column, month in enumerate(months, start=FIRST + 1):
            minor = found.get((name.casefold(), month))
            page.put(row, column, book.major(minor, book.currency), look.figure(book.money))
    by_month = summed((month, minor) for (_, month), minor in found.items())
    page.put(area.last_row, FIRST, book.words.say("pivot.total"), look.LABEL_BOLD)
    for column, month in enumerate(months, start=FIRST + 1):
        total = book.major(by_month.get(month, 0), book.currency)
        page.put(area.last_row, column, total, look.figure(book.money))


def _prices(book: PortfolioFile) -> Mapping[tuple[str, str], int]:
    """By manager and month, in the portfolio's currency; nothing of renewals without a price or a
    rate."""
    return summed(
        (
            (_manager(book, line).casefold(), f"{line.renewal_date:%Y-%m}"),
            convert(line.price_minor, line.currency, book.currency, Decimal(repr(rate))),
        )
        for line in book.renewals
        if line.price_minor is not None and (rate := book.rates.get(line.currency)) is not None
    )


def _pivot(
    page: Page,
    book: PortfolioFile,
    area: Area,
    managers: tuple[str, ...],
    months: tuple[str, ...],
) -> None:
    places = {column.key: place for place, column in enumerate(columns(book))}
    kept = {"segment": listed_segment, "relationship": listed_class}
    filters = {
        key: _distinct([told(book, line) for line in book.renewals]) for key, told in kept.items()
    }
    page.pivots.append(
        Pivot(
            name="pivot_renewals",
            table=TABLE_NAME,
            area=area,
            rows=PivotField(places["manager"], managers),
            columns=PivotField(places["month"], months),
            filters=tuple(PivotField(places[key], texts) for key, texts in filters.items()),
            data_column=places["price"],
            data_caption=_caption(book),
            decimals=exponent(book.currency),
        )
    )
