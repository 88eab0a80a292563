"""Where printed pages end, so that no heading stands alone at the foot of one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reports.deck.exhibits.text_fit import EMU_PER_POINT, wrapped
from reports.workbook.model import PrintSetup

ROW_HEIGHT = 15.0
"""Points of a row that no height is set for."""
MARGIN, FOOT = 0.5, 0.7
"""Inches around a page, and below it."""
_A4 = (8.27, 11.69)
_PIXELS, _POINTS = 96, 72  # an inch
_PADDING = 12  # pixels beside a cell's text, its indent in them
_SAFETY = 0.91  # some readers draw columns wider by a twentieth
_ROW_SAFETY = 0.96
_LEAST = 120.0
"""Points of a long list that must stand under its heading."""


def paged(
    setup: PrintSetup,
    widths: Sequence[float],
    heights: Mapping[int, float],
    sections: Sequence[int],
) -> PrintSetup:
    """The setup with pages broken before sections that the end of a page would tear apart.

    A sheet of one page, or whose sections fall well, stays as it is. `heights` are points by
    row, `sections` the rows where one begins.
    """
    if setup.pages_tall == 1:
        return setup
    scale = _scale(setup, widths)
    breaks = _breaks(_room(setup) / scale, heights, sections, setup.area.last_row)
    return replace(setup, scale=int(scale * 100), breaks=breaks) if breaks else setup


def pixels_of(width: float) -> int:
    """What a column of so many characters takes on the screen."""
    return int(width * 7 + 5)


def lines_of(text: str, width: float, *, bold: bool) -> int:
    """How many lines a text of ordinary size takes in a column of so many characters."""
    room = (pixels_of(width) - _PADDING) * _POINTS // _PIXELS * EMU_PER_POINT
    return len(wrapped(text, room, 1000, bold))


def _scale(setup: PrintSetup, widths: Sequence[float]) -> float:
    """By how much the columns shrink to the page's width."""
    across = _A4[1] if setup.is_landscape else _A4[0]
    columns = widths[setup.area.first_column : setup.area.last_column + 1]
    wanted = sum(pixels_of(width) for width in columns) / _PIXELS
    return min(1.0, int((across - 2 * MARGIN) * _SAFETY / wanted * 100) / 100)


def _room(setup: PrintSetup) -> float:
    """Points of a page that rows may take."""
    down = _A4[0] if setup.is_landscape else _A4[1]
    return (down - MARGIN - FOOT) * _POINTS * _ROW_SAFETY


def _breaks(
    room: float, heights: Mapping[int, float], sections: Sequence[int], last: int
) -> tuple[int, ...]:
    starts = sorted(sections)
    if not starts:
        return ()
    found: list[int] = []
    used = _height(heights, 0, starts[0]) % room
    for start, end in zip(starts, [*starts[1:], last + 1], strict=True):
        tall = _height(heights, start, end)
        is_torn = used + tall > room
        if is_torn and used and (tall <= room or room - used < _LEAST):
            found.append(start)
            used = 0.0
        used = (used + tall) % room
    return tuple(found)


def _height(heights: Mapping[int, float], first: int, after: int) -> float:
    return sum(heights.get(row, ROW_HEIGHT) for row in range(first, after))
