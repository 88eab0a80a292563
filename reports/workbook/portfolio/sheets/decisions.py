"""What was decided on renewals of the window, and what became of decided ones by segment."""

from collections.abc import Sequence

from reports.workbook import style as look
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.portfolio.book import PortfolioFile
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
from reports.workbook.renewal_line import RenewalLine
from transforms.renewals.precedents import FEWEST, Precedent, summary_of

ORDER = 38


def build(book: PortfolioFile) -> BuiltSheet:
    """Decisions on top, precedents below."""
    decided = _decided_columns(book)
    page = opened(book, "decisions", decided)
    after = _decisions(page, book, decided) + 1
    page.section(after, FIRST, FIRST + len(decided) - 1, book.words.say("decisions.precedents"),
                 look.SECTION)  # fmt: skip
    last = _precedents(page, book, after + 1)
    return closed(page, book, len(decided), last, pages_tall=1)


def _decided_columns(book: PortfolioFile) -> tuple[ListColumn, ...]:
    return (
        ListColumn("client", 32),
        ListColumn("manager", 20),
        ListColumn("date", 13, look.DAY),
        ListColumn("discount", 13, book.percent),
        ListColumn("decided", 18),
        ListColumn("state", 16),
        ListColumn("decided_by", 22),
        ListColumn("conditions", 40),
    )


def _decisions(page: Page, book: PortfolioFile, columns: Sequence[ListColumn]) -> int:
    """Returns the row after."""
    head(page, book, HEAD_ROW, "decisions", columns)
    found = [line for line in book.renewals if line.decided is not None]
    if not found:
        page.put(HEAD_ROW + 1, FIRST, book.words.say("decisions.none"), look.BODY)
        return HEAD_ROW + 2
    return rows(page, HEAD_ROW + 1, columns, [_decision(book, line) for line in found])


def _decision(book: PortfolioFile, line: RenewalLine) -> tuple[Content, ...]:
    say = book.words.say
    assert line.decided is not None
    return (
        line.client_name,
        line.manager_name or say("portfolio.no_manager"),
        line.renewal_date,
        line.discount,
        say(f"offer_short.{line.decided.value}"),
        say(f"decisions.state_{line.decision_state}"),
        line.decided_by or "–",
        line.conditions or "–",
    )


def _precedents(page: Page, book: PortfolioFile, row: int) -> int:
    """One line a segment with decided requests; returns the row after."""
    columns = (
        ListColumn("segment", 32),
        ListColumn("count", 20, look.COUNT),
        ListColumn("renewed", 13, book.percent),
        ListColumn("median_asked", 13, book.percent),
        ListColumn("median_granted", 18, book.percent),
        ListColumn("median_margin", 16, book.percent),
    )
    if not book.precedents:
        page.put(row, FIRST, book.words.say("decisions.no_precedents"), look.BODY)
        return row + 1
    head(page, book, row, "decisions", columns)
    items = [_segment(book, name, cases) for name, cases in sorted(book.precedents.items())]
    after = rows(page, row + 1, columns, items)
    page.put(after, FIRST, book.words.say("decisions.note_few", count=FEWEST), look.SMALL)
    return after + 1


def _segment(book: PortfolioFile, name: str, cases: Sequence[Precedent]) -> tuple[Content, ...]:
    say, absent = book.words.say, book.words.absent
    label = say(f"decisions.segment_{name}") if name else say("decisions.no_segment")
    found = summary_of(cases, 0.0)
    if found is None:
        return label, len(cases), absent, absent, absent, absent
    granted = absent if found.median_granted is None else found.median_granted
    after = absent if found.median_margin is None else found.median_margin
    renewed = found.renewed / found.count
    return label, found.count, renewed, found.median_asked, granted, after
