"""Every renewal of the window, client by client: the table that the other sheets count."""

from reports.workbook import style as look
from reports.workbook.formulas.address import a1
from reports.workbook.model import Area, Table
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
    not_known,
    opened,
    rows,
    total,
)
from reports.workbook.renewal_line import RenewalLine
from transforms.core.money import exponent
from transforms.renewals.approval import FINANCE

ORDER = 30

TABLE_NAME = "renewals"
NAMED = (*("manager", "month", "segment", "relationship", "price", "exposure", "forecast", "risk"),)
"""Columns that other sheets count, by the names `rn_…`."""

_UNPRINTED = 7
"""Columns at the right that are there to count with: a page would shrink to hold them."""


def columns(book: PortfolioFile) -> tuple[ListColumn, ...]:
    money, percent = book.money, book.percent
    return (
        ListColumn("client", 25),
        ListColumn("manager", 16),
        ListColumn("date", 11, look.DAY),
        ListColumn("currency", 9),
        ListColumn("own_price", 13, money),
        ListColumn("discount", 10, percent),
        ListColumn("price", 14, money, is_summed=True),
        ListColumn("exposure", 14, money, is_summed=True),
        ListColumn("margin", 12, percent),
        ListColumn("margin_requested", 12, percent),
        ListColumn("probability", 12, percent),
        ListColumn("forecast", 14, money, is_summed=True),
        ListColumn("risk", 14, money, is_summed=True),
        ListColumn("approver", 15),
        ListColumn("best", 13),
        ListColumn("month", 9),
        ListColumn("segment", 12),
        ListColumn("relationship", 12),
        ListColumn("basis", 12),
        ListColumn("rate", 11, "0.000000"),
        ListColumn("own_contribution", 14, money),
        ListColumn("own_forecast", 14, money),
    )


def build(book: PortfolioFile) -> BuiltSheet:
    """The list with its sums."""
    wanted = columns(book)
    page = opened(book, "renewals", wanted)
    first = HEAD_ROW + 1
    head(page, book, HEAD_ROW, "renewals", wanted)
    items = [_item(book, line, row) for row, line in enumerate(book.renewals, start=first)]
    after = rows(page, first, wanted, items)
    if not items:
        page.put(first, FIRST, book.words.say("renewals.none"), look.BODY)
        after = first + 1
    _name(page, wanted, first, after - first)
    if items:
        headers = tuple(
            book.words.say(f"renewals.{column.key}", currency=book.currency) for column in wanted
        )
        last = FIRST + len(wanted) - 1
        page.tables.append(Table(TABLE_NAME, Area(HEAD_ROW, FIRST, after - 1, last), headers))
    if items:
        # Below the table, a row kept free: what is typed there would otherwise join it.
        last = after - 1
        after = total(page, book, after + 1, wanted, first)
        after = not_known(page, book, after, wanted, (first, last))
    return closed(page, book, len(wanted) - _UNPRINTED, after, head_row=HEAD_ROW)


def _name(page: Page, wanted: tuple[ListColumn, ...], first: int, height: int) -> None:
    for place, column in enumerate(wanted, start=FIRST):
        if column.key in NAMED:
            page.name(f"rn_{column.key}", first, place, height=height)


def _item(book: PortfolioFile, line: RenewalLine, row: int) -> tuple[Content, ...]:
    words = book.words
    places = {column.key: place for place, column in enumerate(columns(book), start=FIRST)}
    cells = {key: a1(row, place) for key, place in places.items()}
    digits, absent = exponent(book.currency), words.absent

    def known(needed: tuple[str, ...], text: str) -> Formula:
        held = ",".join(cells[key] for key in needed)
        return Formula(f'IF(COUNT({held})<{len(needed)},"{absent}",ROUND({text},{digits}))')

    lost = f"{cells['own_contribution']}*{cells['rate']}*(1-{cells['probability']})"
    return (
        line.client_name,
        line.manager_name or words.say("portfolio.no_manager"),
        line.renewal_date,
        line.currency,
        Amount(book.major(line.price_minor, line.currency), line.currency),
        line.discount,
        known(("own_price", "rate"), f"{cells['own_price']}*{cells['rate']}"),
        known(("price", "discount"), f"{cells['price']}*{cells['discount']}"),
        line.margin if line.margin is not None else absent,
        line.margin_requested if line.margin_requested is not None else absent,
        line.probability if line.probability is not None else absent,
        known(("own_forecast", "rate"), f"{cells['own_forecast']}*{cells['rate']}"),
        known(("own_contribution", "rate", "probability"), lost),
        _approver(book, line),
        _best(book, line),
        f"{line.renewal_date:%Y-%m}",
        listed_segment(book, line),
        listed_class(book, line),
        words.say(f"portfolio_basis.{line.basis.value}"),
        book.rates.get(line.currency),
        Amount(book.major(line.contribution_minor, line.currency), line.currency),
        Amount(book.major(line.forecast_minor, line.currency), line.currency),
    )


def listed_segment(book: PortfolioFile, line: RenewalLine) -> str:
    """The client's segment in words; a dash where its account does not say."""
    segment = book.segments.get(line.client_id, "")
    return book.words.say(f"decisions.segment_{segment}") if segment else "–"


def listed_class(book: PortfolioFile, line: RenewalLine) -> str:
    """The relationship's class in words; a dash where there is none."""
    return book.words.say(f"renewals.class_{line.relationship}") if line.relationship else "–"


def _best(book: PortfolioFile, line: RenewalLine) -> str:
    if line.is_settled:
        return book.words.say("renewals.settled")
    if line.best_offer is None:
        return book.words.absent
    return book.words.say(f"offer_short.{line.best_offer.value}")


def _approver(book: PortfolioFile, line: RenewalLine) -> str:
    if not line.approver or line.discount == 0:
        return "–"
    approver = _titled(book, line.approver)
    if not line.joins_finance:
        return approver
    return book.words.say("approver_joined", approver=approver, finance=_titled(book, FINANCE))


def _titled(book: PortfolioFile, approver: str) -> str:
    entry = f"approver.{approver}"
    return book.words.say(entry) if book.words.has(entry) else approver.replace("_", " ")
