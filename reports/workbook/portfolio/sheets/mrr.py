"""The bridge of monthly recurring revenue: of the portfolio, and of every client."""

from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.formulas.address import a1
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.listing import (
    FIRST,
    HEAD_ROW,
    Amount,
    Content,
    Formula,
    ListColumn,
    closed,
    head,
    opened,
    rows,
    told_below,
)
from transforms.core.money import exponent
from transforms.kpis import shown_at, sign_in_bridge
from transforms.metrics.kpi import Place

ORDER = 40


def _steps() -> tuple[str, ...]:
    return ("mrr_start", *shown_at(Place.BRIDGE), "mrr")


def build(book: PortfolioFile) -> BuiltSheet:
    """The portfolio's line in the reporting currency, then one line a client in its own."""
    wanted = (
        ListColumn("client", 36),
        ListColumn("currency", 9),
        *(ListColumn(step, 15, book.money) for step in _steps()),
        ListColumn("difference", 12, look.COUNT),
    )
    page = opened(book, "mrr", wanted)
    head(page, book, HEAD_ROW, "mrr", wanted)
    items = [_item(book, "portfolio", "portfolio", HEAD_ROW + 1)]
    clients = sorted(book.minor_of("client", "mrr"), key=lambda key: book.names[key][0].casefold())
    items += [
        _item(book, "client", client, row) for row, client in enumerate(clients, start=HEAD_ROW + 2)
    ]
    after = rows(page, HEAD_ROW + 1, wanted, items)
    _embolden(page, HEAD_ROW + 1, len(wanted))
    page.name("mrr_differences", HEAD_ROW + 1, FIRST + len(wanted) - 1, height=len(items))
    after = told_below(page, book, after, _steps())
    return closed(page, book, len(wanted), after, head_row=HEAD_ROW)


def _embolden(page: Page, row: int, count: int) -> None:
    for place in range(FIRST, FIRST + count):
        page.restyle(row, place, replace(page.cells[row, place].style, bold=True))


def _item(book: PortfolioFile, kind: str, entity: str, row: int) -> tuple[Content, ...]:
    """One bridge; the difference, which is 0, is told in minor units."""
    is_all = kind == "portfolio"
    currency = book.currency if is_all else book.currency_of(entity)
    amounts = [
        Amount(book.major(book.minor_of(kind, step).get(entity), currency), currency)
        for step in _steps()
    ]
    name = book.words.say("portfolio.all") if is_all else book.names[entity][0]
    cells = {step: a1(row, FIRST + 2 + place) for place, step in enumerate(_steps())}
    signed = {step: "-" if sign_in_bridge(step) < 0 else "+" for step in shown_at(Place.BRIDGE)}
    walked = cells["mrr_start"] + "".join(f"{sign}{cells[step]}" for step, sign in signed.items())
    known = f"COUNT({','.join(cells.values())})={len(cells)}"
    scale = 10 ** exponent(currency)
    gap = f"IF({known},ROUND(({walked}-{cells['mrr']})*{scale},0),0)"
    return name, currency, *amounts, Formula(gap)
