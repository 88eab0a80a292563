"""Rows under headings, drawn with shapes: where a table's cells could not hold what is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.brand import inches
from reports.deck.exhibits.grid import Grid
from reports.deck.exhibits.text_fit import fitted
from reports.deck.model import Box, Element, Shape, TextBox
from reports.deck.slide_context import SlideContext
from reports.deck.text_model import Align, Anchor, Body, Paragraph, Run

HEAD_HEIGHT = inches(0.34)
LEAST_ROW, MOST_ROW = inches(0.55), inches(0.82)
_FEW, _MOST_OF_FEW = 2, inches(1.5)
"""So few rows take the room that they would leave blank."""
_RULE = inches(0.02)


@dataclass(frozen=True)
class Columns:
    """The grid's columns that each column takes, as (first, count), and where its words stand."""

    spans: tuple[tuple[int, int], ...]
    aligns: tuple[Align, ...]

    def places(self, area: Box, top: int, height: int) -> tuple[Box, ...]:
        grid = Grid(area)
        return tuple(grid.span(first, count, top, height) for first, count in self.spans)


def head_of(
    context: SlideContext, columns: Columns, headings: Sequence[str], area: Box
) -> tuple[Element, ...]:
    """The headings over a rule."""
    palette = context.brand.palette
    places = columns.places(area, area.top, HEAD_HEIGHT)
    under = Box(area.left, area.top + HEAD_HEIGHT, area.width, inches(0.015))
    return (
        *(
            row_words(text, 1100, palette.muted, True, place, align)
            for text, place, align in zip(headings, places, columns.aligns, strict=True)
            if text
        ),
        Shape("Rule", under, fill=palette.ink),
    )


def row_places(columns: Columns, area: Box, count: int) -> list[tuple[Box, ...]]:
    """The places of every row's columns; rows share the height, each up to a limit."""
    most = _MOST_OF_FEW if count <= _FEW else MOST_ROW
    height = min((area.height - HEAD_HEIGHT) // count, most)
    tops = [area.top + HEAD_HEIGHT + number * height + _RULE for number in range(count)]
    return [columns.places(area, top, height - _RULE) for top in tops]


def row_rule(context: SlideContext, area: Box, row: Sequence[Box]) -> Shape:
    """The thin line under a row."""
    place = Box(area.left, row[0].bottom, area.width, inches(0.01))
    return Shape("Rule", place, fill=context.brand.palette.rule)


def row_words(
    text: str, size: int, colour: str, bold: bool, place: Box, align: Align, alt_text: str = ""
) -> TextBox:
    """A row's words, on as many lines as the row is high."""
    lines = max(place.height // inches(size / 5600), 1)
    found = fitted(text, place.width, lines, (size, 1100), bold)
    run = Run(found.text, found.size, colour, bold)
    body = Body((Paragraph((run,), align),), Anchor.MIDDLE)
    return TextBox(text[:60], place, body, alt_text=alt_text)
