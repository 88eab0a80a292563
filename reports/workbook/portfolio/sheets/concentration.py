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
)

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
    page = opened(book, "concentration", wanted)
    head(page, book, HEAD_ROW, "concentration", wanted)
    after = rows(page, HEAD_ROW + 1, wanted, items)
    return closed(page, book, len(wanted), after, head_row=HEAD_ROW)


def _item(book: PortfolioFile, kind: str, entity: str) -> tuple[Content, ...]:
    index = book.value_of(kind, _INDEX)[entity]
    shares = [book.value_of(kind, kpi).get(entity, book.words.absent) for kpi in _SHARES]
    level = "low" if index < _MODERATE else "moderate" if index <= _HIGH else "high"
    say = book.words.say
    name = _name(book, kind, entity)
    return say(f"concentration.{kind}"), name, *shares, index, say(f"concentration.{level}")


_MODERATE, _HIGH = 1000, 1800
"""From which index on concentration is moderate, and beyond which it is high: the lines of the
2023 merger guidelines of the US Department of Justice and Federal Trade Commission."""


def _name(book: PortfolioFile, kind: str, entity: str) -> str:
    if kind == "portfolio":
        return book.words.say("portfolio.all")
    if kind == "segment" and book.words.has(f"decisions.segment_{entity}"):
        return book.words.say(f"decisions.segment_{entity}")
    return book.manager_names.get(entity, entity) if kind == "manager" else entity
