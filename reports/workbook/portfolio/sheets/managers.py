"""Managers (*Gerentes*): what each has up for renewal, and the scorecards of managers and teams."""

from reports.workbook import style as look
from reports.workbook.formulas.address import a1
from reports.workbook.page import BuiltSheet
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
    told_below,
)
from reports.workbook.portfolio.scorecard_lists import scorecard_lists

ORDER = 70


def build(book: PortfolioFile) -> BuiltSheet | None:
    """One row a manager, list by list; no sheet where no client has one."""
    managing = [book.names[client][1] for client in book.clients]
    named = sorted({name for name in managing if name}, key=str.casefold)
    if not named and not book.scorecards:
        return None
    nobody = [book.words.say("portfolio.no_manager")]
    managers = named + (nobody if not all(managing) else [])
    wanted = (
        ListColumn("manager", 30),
        ListColumn("clients", 16, look.COUNT),
        ListColumn("renewals", 16, look.COUNT),
        ListColumn("price", 18, book.money),
        ListColumn("exposure", 18, book.money),
        ListColumn("risk", 18, book.money),
        ListColumn("requests", 13, look.COUNT),
        ListColumn("below_floor", 15, look.COUNT),
        ListColumn("overdue", 14, look.COUNT),
    )
    page = opened(book, "managers", wanted)
    head(page, book, HEAD_ROW, "managers", wanted)
    items = [_item(book, row, name) for row, name in enumerate(managers, start=HEAD_ROW + 1)]
    after = rows(page, HEAD_ROW + 1, wanted, items)
    after = scorecard_lists(page, book, after + 1)
    shown = [figure.kpi for one in book.scorecards for figure in one.card.figures]
    after = told_below(page, book, after, (*shown, "overdue_balance"))
    return closed(page, book, len(wanted), after)


def _item(book: PortfolioFile, row: int, name: str) -> tuple[Content, ...]:
    same = f"(rn_manager={a1(row, FIRST)})"
    nobody = book.words.say("portfolio.no_manager")
    own = [line for line in book.renewals if (line.manager_name or nobody) == name]
    clients = {client for client in book.clients if (book.names[client][1] or nobody) == name}
    overdue = book.minor_of("client", "overdue_balance")
    sums = [Formula(matched_sum(book, same, f"rn_{key}")) for key in ("price", "exposure", "risk")]
    return (
        name,
        len(clients),
        Formula(f"SUMPRODUCT(--{same})"),
        *sums,
        sum(line.discount > 0 for line in own),
        sum(bool(line.is_below_floor) for line in own if line.discount > 0),
        sum(overdue.get(client, 0) > 0 for client in clients),
    )
