"""Lists with a head, one row an item, and a total where it makes sense."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from messages.clause import Fact
from reports.workbook import style as look
from reports.workbook.formulas.address import fixed_span
from reports.workbook.kpi_cells import TOLD_BELOW, caveat_text
from reports.workbook.model import Area, PrintSetup, Scalar
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.paging import lines_of
from reports.workbook.portfolio.book import PortfolioFile

FIRST = 1
"""Column where every list begins."""
HEAD_ROW = 4
_LINE = 13
"""Points of a line of text."""


@dataclass(frozen=True)
class Formula:
    """A cell's content without its equals sign."""

    text: str


@dataclass(frozen=True)
class Amount:
    """Money in a currency of its own, in major units; None where it is not known."""

    major: float | None
    currency: str


Content = Scalar | Formula | Amount


@dataclass(frozen=True)
class ListColumn:
    """A column of a list. An empty number format is text."""

    key: str
    width: float
    number_format: str = ""
    is_summed: bool = False
    span: int = 1
    """So many cells of the sheet, made one."""


@dataclass(frozen=True)
class _Placed:
    """A column of a list and where it stands."""

    place: int
    column: ListColumn
    is_after_figure: bool


def _placed(columns: Sequence[ListColumn]) -> list[_Placed]:
    found: list[_Placed] = []
    place, is_after_figure = FIRST, False
    for column in columns:
        found.append(_Placed(place, column, is_after_figure))
        place, is_after_figure = place + column.span, bool(column.number_format)
    return found


def opened(book: PortfolioFile, key: str, columns: Sequence[ListColumn], **facts: Fact) -> Page:
    """A sheet with its title and note, ready for lists of these columns; `facts` fill the note."""
    page = Page(key, book.titles[key], look.NAVY, (2, *[column.width for column in columns]))
    page.put(0, FIRST, book.words.say(f"{key}.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, FIRST, book.line, look.SUBTITLE)
    page.put(2, FIRST, book.words.say(f"{key}.note", **facts), look.SUBTITLE)
    return page


def head(
    page: Page, book: PortfolioFile, row: int, group: str, columns: Sequence[ListColumn]
) -> None:
    """The head of a list; `group` is the part of the catalogue that names its columns."""
    tallest = 2
    for placed in _placed(columns):
        text = book.words.say(f"{group}.{placed.column.key}", currency=book.currency)
        tallest = max(tallest, lines_of(text, placed.column.width, bold=True))
        words = look.HEADER_AFTER_FIGURE if placed.is_after_figure else look.HEADER
        style = look.HEADER_RIGHT if placed.column.number_format else words
        page.put(row, placed.place, text, style)
        _join(page, row, placed, style)
    page.heights[row] = _LINE * tallest + 4


def rows(
    page: Page,
    first: int,
    columns: Sequence[ListColumn],
    items: Sequence[Sequence[Content]],
) -> int:
    """One row an item; returns the row after the last."""
    for row, item in enumerate(items, start=first):
        tallest = 1
        for placed, content in zip(_placed(columns), item, strict=True):
            _cell(page, row, placed, content)
            if isinstance(content, str) and not placed.column.number_format:
                tallest = max(tallest, lines_of(content, placed.column.width, bold=False))
        if tallest > 1:
            page.heights[row] = _LINE * tallest + 3
    return first + len(items)


def _join(page: Page, row: int, placed: _Placed, style: look.Style) -> None:
    last = placed.place + placed.column.span - 1
    if last > placed.place:
        page.band(row, placed.place + 1, last, style)
        page.merge(row, placed.place, last)


def _cell(page: Page, row: int, placed: _Placed, content: Content) -> None:
    place, column = placed.place, placed.column
    words = replace(look.LABEL, align="left", indent=1) if placed.is_after_figure else look.LABEL
    words = replace(words, wrap=isinstance(content, str | Formula))
    style = look.figure(column.number_format) if column.number_format else words
    _join(page, row, placed, style)
    if isinstance(content, Formula):
        page.formula(row, place, content.text, style)
    elif isinstance(content, Amount):
        shown = look.figure(look.exact_money(content.currency))
        page.put(row, place, content.major, shown)
    else:
        page.put(row, place, content, style)


def known_sum(book: PortfolioFile, cells: str) -> str:
    """The sum of the amounts that are known; where none is, that is said."""
    return f'IF(COUNT({cells})=0,"{book.words.absent}",SUM({cells}))'


def matched_sum(book: PortfolioFile, matches: str, cells: str) -> str:
    """The same over the rows that match; where none matches, 0."""
    count = f"SUMPRODUCT(--({matches}))"
    known = f"SUMPRODUCT({matches}*ISNUMBER({cells}))"
    added = f"SUMPRODUCT(--({matches}),{cells})"
    return f'IF({count}=0,0,IF({known}=0,"{book.words.absent}",{added}))'


def total(
    page: Page, book: PortfolioFile, row: int, columns: Sequence[ListColumn], first: int
) -> int:
    """Sums of what is known below a list; returns the row after."""
    for place, column in enumerate(columns, start=FIRST):
        page.put(row, place, None, look.LABEL_BOLD)
        if column.is_summed:
            area = fixed_span(Area(first, place, row - 1, place))
            style = replace(look.figure(column.number_format), bold=True)
            page.formula(row, place, known_sum(book, area), style)
    page.put(row, FIRST, book.words.say("portfolio.total"), look.LABEL_BOLD)
    return row + 1


def not_known(
    page: Page,
    book: PortfolioFile,
    row: int,
    columns: Sequence[ListColumn],
    listed: tuple[int, int],
) -> int:
    """In how many of the rows listed (first, last) a summed figure is not known."""
    page.put(row, FIRST, book.words.say("portfolio.not_known"), look.SMALL)
    counted = replace(look.SMALL, align="right", number_format=look.COUNT)
    for place, column in enumerate(columns, start=FIRST):
        if column.is_summed:
            area = fixed_span(Area(listed[0], place, listed[1], place))
            text = f"{listed[1] - listed[0] + 1}-COUNT({area})"
            page.formula(row, place, text, counted)
    return row + 1


def told_below(page: Page, book: PortfolioFile, row: int, kpis: Iterable[str]) -> int:
    """In which of the figures above rows are missing, and why; returns the row after."""
    for caveat in TOLD_BELOW:
        found = sorted(book.noted.get(caveat, frozenset()).intersection(kpis))
        if found:
            page.put(row, FIRST, caveat_text(caveat, found, book.language), look.SMALL)
            row += 1
    return row


def closed(
    page: Page,
    book: PortfolioFile,
    columns: int,
    last: int,
    *,
    head_row: int | None = None,
    pages_tall: int = 0,
    is_landscape: bool = True,
) -> BuiltSheet:
    """The sheet, printed to the width of a page, its head repeated."""
    return page.built(
        PrintSetup(
            is_landscape=is_landscape,
            area=Area(0, 0, last, FIRST + columns - 1),
            footer=book.footer,
            pages_tall=pages_tall,
            repeated_rows=None if head_row is None else (head_row, head_row),
        ),
        frozen=(0, 0) if head_row is None else (head_row + 1, 0),
    )
