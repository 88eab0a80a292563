"""On how few clients revenue hangs: of the portfolio, its segments, teams and managers."""

from reports.workbook import style as look
from reports.workbook.page import BuiltSheet
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.listing import (
    HEAD_ROW,
    Content,
    ListColumn,
    closed,
    head,
    opened,
    rows,
    told_below,
)
from transforms.kpis.concentration import HIGH_ABOVE, MODERATE_FROM, SINGLE, level_of

ORDER = 45

_KINDS = ("portfolio", "segment", "team", "manager")
_SHARES = ("revenue_largest_client", "revenue_largest_ten")
_INDEX = "revenue_concentration"


def build(book: PortfolioFile) -> BuiltSheet | None:
    """One row a group of clients; no sheet where no group has revenue."""
    items = [
        _item(book, kind, entity)
        for kind in _KINDS
        for entity in sorted(book.value_of(kind, _INDEX), key=lambda key: _name(book, kind, key))
    ]
    if not items:
        return None
    wanted = (
        ListColumn("kind", 16),
        ListColumn("group", 34),
        ListColumn("largest", 18, book.percent),
        ListColumn("ten", 18, book.percent),
        ListColumn("index", 16, look.COUNT),
        ListColumn("reading", 30),
    )
    lines = {"single": SINGLE, "moderate": MODERATE_FROM, "high": HIGH_ABOVE}
    told = {name: book.words.number(index, 0) for name, index in lines.items()}
    page = opened(book, "concentration", wanted, **told)
    head(page, book, HEAD_ROW, "concentration", wanted)
    after = rows(page, HEAD_ROW + 1, wanted, items)
    after = told_below(page, book, after, (*_SHARES, _INDEX))
    return closed(page, book, len(wanted), after, head_row=HEAD_ROW)


def _item(book: PortfolioFile, kind: str, entity: str) -> tuple[Content, ...]:
    index = book.value_of(kind, _INDEX)[entity]
    shares = [book.value_of(kind, kpi).get(entity, book.words.absent) for kpi in _SHARES]
    say = book.words.say
    name = _name(book, kind, entity)
    return (
        say(f"concentration.{kind}"),
        name,
        *shares,
        index,
        say(f"concentration.{level_of(index)}"),
    )


def _name(book: PortfolioFile, kind: str, entity: str) -> str:
    if kind == "portfolio":
        return book.words.say("portfolio.all")
    if kind == "segment" and book.words.has(f"decisions.segment_{entity}"):
        return book.words.say(f"decisions.segment_{entity}")
    return book.manager_names.get(entity, entity) if kind == "manager" else entity
