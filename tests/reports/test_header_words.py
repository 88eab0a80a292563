"""A word of a header stands whole in its column."""

from collections.abc import Iterator

import pytest
from portfolio_books import PARTNERS, RENEWALS, SCORECARDS, book
from renewal_clients import AWKWARD
from workbooks import LANGUAGES, issued

from reports.deck.exhibits.text_fit import EMU_PER_POINT, width_of
from reports.workbook import style as look
from reports.workbook.model import Cell, Sheet, Workbook
from reports.workbook.portfolio.compose import compose_portfolio

_PADDING_PX = 3
_PX_PER_POINT = 96 / 72
HEADERS = {look.NAVY, look.ASKED, look.OFFERED}


@pytest.mark.thorough
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_header_is_broken_in_two(language: str) -> None:
    portfolio = compose_portfolio(
        book(language, partners=PARTNERS, renewals=RENEWALS, scorecards=SCORECARDS)
    )
    books = {"portfolio": portfolio, **{name: issued(name, language) for name in AWKWARD}}
    broken = {
        (name, sheet.key, word)
        for name, workbook in books.items()
        for sheet, word in _broken(workbook)
    }
    assert not broken


def _broken(workbook: Workbook) -> Iterator[tuple[Sheet, str]]:
    for sheet in workbook.sheets:
        merged = {(area.first_row, area.first_column) for area in sheet.merges}
        for cell in sheet.cells:
            if (cell.row, cell.column) in merged or cell.style.fill not in HEADERS:
                continue
            yield from (
                (sheet, word) for word in _words(cell) if _px(word, cell) > _room(sheet, cell)
            )


def _words(cell: Cell) -> list[str]:
    return str(cell.value).split() if isinstance(cell.value, str) and cell.style.wrap else []


def _px(word: str, cell: Cell) -> float:
    """How wide it runs."""
    points = width_of(word, round(cell.style.size * 100), bold=True) / EMU_PER_POINT
    return points * _PX_PER_POINT


def _room(sheet: Sheet, cell: Cell) -> float:
    """What a column of so many digits holds: seven a digit, and five around them."""
    return sheet.column_widths[cell.column] * 7 + 5 - _PADDING_PX * 2
