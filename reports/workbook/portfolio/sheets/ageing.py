"""Open balances by age: of the portfolio, and of every client."""

from reports.workbook import style as look
from reports.workbook.formulas.address import a1
from reports.workbook.page import BuiltSheet
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
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place

ORDER = 50


def build(book: PortfolioFile) -> BuiltSheet:
    """The portfolio's line, then clients with an open balance, each in its own currency."""
    wanted = (
        ListColumn("client", 36),
        ListColumn("manager", 20),
        ListColumn("currency", 9),
        *(ListColumn(bucket, 14, book.money) for bucket in shown_at(Place.AGEING)),
        ListColumn("open_balance", 15, book.money),
        ListColumn("overdue", 15, book.money),
        ListColumn("share", 10, book.percent),
        ListColumn("difference", 12, look.COUNT),
    )
    page = opened(book, "ageing", wanted)
    head(page, book, HEAD_ROW, "ageing", wanted)
    balances = book.minor_of("client", "open_balance")
    clients = sorted(
        (client for client, minor in balances.items() if minor),
        key=lambda key: book.names[key][0].casefold(),
    )
    items = [_item(book, "portfolio", "portfolio", HEAD_ROW + 1)]
    items += [
        _item(book, "client", client, row) for row, client in enumerate(clients, start=HEAD_ROW + 2)
    ]
    after = rows(page, HEAD_ROW + 1, wanted, items)
    page.name("age_differences", HEAD_ROW + 1, FIRST + len(wanted) - 1, height=len(items))
    page.name("age_share", HEAD_ROW + 1, FIRST + len(wanted) - 2)
    after = told_below(page, book, after, (*shown_at(Place.AGEING), "open_balance"))
    return closed(page, book, len(wanted), after, head_row=HEAD_ROW)


def _item(book: PortfolioFile, kind: str, entity: str, row: int) -> tuple[Content, ...]:
    is_all = kind == "portfolio"
    currency = book.currency if is_all else book.currency_of(entity)
    name, manager = (book.words.say("portfolio.all"), "–") if is_all else book.names[entity]
    buckets = shown_at(Place.AGEING)
    amounts = [
        Amount(book.major(book.minor_of(kind, bucket).get(entity), currency), currency)
        for bucket in (*buckets, "open_balance")
    ]
    first = FIRST + 3
    ages = [a1(row, first + place) for place in range(len(buckets))]
    whole = a1(row, first + len(buckets))
    late, absent = f"SUM({ages[1]}:{ages[-1]})", book.words.absent
    overdue = f'IF(COUNT({whole})=0,"{absent}",{late})'
    share = f'IF(COUNT({whole})=0,"{absent}",IF({whole}=0,0,{late}/{whole}))'
    scale = 10 ** exponent(currency)
    gap = f"IF(COUNT({whole})=0,0,ROUND((SUM({ages[0]}:{ages[-1]})-{whole})*{scale},0))"
    whose = manager or book.words.say("portfolio.no_manager")
    return name, whose, currency, *amounts, Formula(overdue), Formula(share), Formula(gap)
