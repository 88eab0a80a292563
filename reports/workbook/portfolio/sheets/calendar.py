"""Renewals by month, manager, segment and class, counted by formulas from the list."""

from collections.abc import Mapping, Sequence

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
from reports.workbook.portfolio.sheets.renewals import listed_class, listed_segment

ORDER = 20
FORECAST, RISK = FIRST + 4, FIRST + 5
"""Columns of the sums that are drawn."""
_CHART_ROWS = 16


def build(book: PortfolioFile) -> BuiltSheet:
    """A list by each, month and manager crossed, and a chart of each list."""
    wanted = _columns(book, "month")
    groups = _groups(book)
    page = opened(book, "calendar", (*wanted, ListColumn("price", 18, book.money)))
    page.name("cal_month", HEAD_ROW + 1, FIRST, height=max(1, len(groups["month"])))
    row, heads = HEAD_ROW, dict[str, int]()
    for by, names in groups.items():
        heads[by] = row
        row = _list(page, book, row, by, names) + 1
    row = _crossed(page, book, row, groups["month"], groups["manager"])
    if book.renewals:
        row = _charts(page, book, row + 1, groups, heads)
    width = max(len(wanted), 1 + len(groups["manager"]))
    return closed(page, book, width, row, pages_tall=1, is_landscape=False)


def _groups(book: PortfolioFile) -> Mapping[str, list[str]]:
    """What is told apart, by the name of its column on the list."""
    nobody = book.words.say("portfolio.no_manager")
    found = {
        "month": [f"{line.renewal_date:%Y-%m}" for line in book.renewals],
        "manager": [line.manager_name or nobody for line in book.renewals],
        "segment": [listed_segment(book, line) for line in book.renewals],
        "relationship": [listed_class(book, line) for line in book.renewals],
    }
    return {by: sorted(set(names), key=str.casefold) for by, names in found.items()}


def _columns(book: PortfolioFile, by: str) -> tuple[ListColumn, ...]:
    return (
        ListColumn(by, 34),
        ListColumn("count", 14, look.COUNT, is_summed=True),
        ListColumn("price", 20, book.money, is_summed=True),
        ListColumn("exposure", 24, book.money, is_summed=True),
        ListColumn("forecast", 24, book.money, is_summed=True),
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
    summed = ("price", "exposure", "forecast", "risk")
    sums = [Formula(matched_sum(book, same, f"rn_{key}")) for key in summed]
    return name, Formula(f"SUMPRODUCT(--{same})"), *sums


def _crossed(
    page: Page, book: PortfolioFile, row: int, months: Sequence[str], managers: Sequence[str]
) -> int:
    """Price up for renewal, months down and managers across."""
    say, last = book.words.say, FIRST + max(4, len(managers))
    title = say("calendar.crossed", currency=book.currency)
    page.section(row, FIRST, last, title, look.SECTION)
    page.put(row + 1, FIRST, say("calendar.month"), look.HEADER)
    page.row(row + 1, FIRST + 1, managers, look.HEADER_RIGHT)
    page.heights[row + 1] = 30
    for at, month in enumerate(months, start=row + 2):
        page.put(at, FIRST, month, look.LABEL)
        for place in range(FIRST + 1, FIRST + 1 + len(managers)):
            top, label = f"{a1(row + 1, place)}", f"${a1(at, FIRST)}"
            same = f"(rn_month={label})*(rn_manager={top})"
            page.formula(at, place, matched_sum(book, same, "rn_price"), look.figure(book.money))
    after = row + 2 + len(months)
    month, _, price, *_ = _columns(book, "month")
    crossed = (month, *[price] * len(managers))
    return total(page, book, after, crossed, row + 2) if months else after


def _charts(
    page: Page,
    book: PortfolioFile,
    row: int,
    groups: Mapping[str, list[str]],
    heads: Mapping[str, int],
) -> int:
    """Forecast and margin at risk by each, two beside each other; returns the row after."""
    for number, (by, names) in enumerate(groups.items()):
        down, across = divmod(number, 2)
        first = heads[by] + 1
        place = row + down * _CHART_ROWS, FIRST + 3 * across
        page.charts.append(_chart(book, by, (first, first + len(names) - 1), place))
    return row + (len(groups) + 1) // 2 * _CHART_ROWS


def _chart(book: PortfolioFile, by: str, listed: tuple[int, int], place: tuple[int, int]) -> Chart:
    say, (first, last) = book.words.say, listed
    title = say(f"calendar.chart_{by}", currency=book.currency)
    drawn = (("forecast", FORECAST, look.ACCENT), ("risk", RISK, look.ASKED))
    return Chart(
        kind=ChartKind.COLUMN,
        row=place[0],
        column=place[1],
        width=520,
        height=290,
        series=tuple(
            Series(
                name=say(f"calendar.drawn_{key}"),
                categories=Reference("calendar", Area(first, FIRST, last, FIRST)),
                values=Reference("calendar", Area(first, column, last, column)),
                colour=colour,
                label_format="#,##0",
                label_position="outside_end",
            )
            for key, column, colour in drawn
        ),
        title=title,
        alt_text=say("chart.alt", title=title),
        axis_format="#,##0",
        value_minimum=0.0,
        has_legend=True,
    )
