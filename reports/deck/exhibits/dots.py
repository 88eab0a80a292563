"""Dots: where a client stands between behind all others and ahead of all, measure by measure."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.brand import inches
from reports.deck.exhibits.frame import tone_colour
from reports.deck.exhibits.ruled_rows import Columns, head_of, row_places, row_rule, row_words
from reports.deck.exhibits.signs import signed
from reports.deck.exhibits.text_fit import width_of
from reports.deck.model import Box, Element, Geometry, Shape, TextBox
from reports.deck.slide_context import SlideContext, Tone
from reports.deck.text_model import Align, Anchor, Body, Paragraph, Run

_COLUMNS = Columns(
    ((1, 3), (4, 5), (9, 2), (11, 2)),
    (Align.LEFT, Align.CENTRE, Align.RIGHT, Align.LEFT),
)
_SIGNS = {Tone.GOOD: "●", Tone.BAD: "■", Tone.FLAT: "○"}
_DOT, _LINE, _TICK = inches(0.2), inches(0.025), inches(0.22)
_LABEL = inches(0.24)
_SIZE, _SLACK = 1100, inches(0.1)
"""Of a label's words, hundredths of a point, and what its box is wider than they are."""


@dataclass(frozen=True)
class Dot:
    """One measure: `share` of the others that the client is ahead of, in words `ahead`."""

    name: str
    share: float
    ahead: str
    own: str
    state: str
    tone: Tone
    alt_text: str


def dots(
    context: SlideContext, headings: Sequence[str], items: Sequence[Dot], area: Box
) -> tuple[Element, ...]:
    """Name, line with dot, own value and state under their headings, one row each."""
    elements: list[Element] = [*head_of(context, _COLUMNS, headings, area)]
    for item, places in zip(items, row_places(_COLUMNS, area, len(items)), strict=True):
        elements.extend((*_row(context, item, places), row_rule(context, area, places)))
    return tuple(elements)


def _row(context: SlideContext, item: Dot, places: tuple[Box, ...]) -> tuple[Element, ...]:
    palette = context.brand.palette
    name, line, own, state = places
    colour = tone_colour(context, item.tone)
    said = signed(_SIGNS[item.tone], item.state)
    return (
        row_words(item.name, 1200, palette.ink, True, name, Align.LEFT, item.alt_text),
        *_line(context, item, line, colour),
        row_words(item.own, 1400, palette.ink, True, own, Align.RIGHT),
        row_words(said, 1200, colour, True, state, Align.LEFT),
    )


def _line(context: SlideContext, item: Dot, place: Box, colour: str) -> tuple[Element, ...]:
    """The line with a tick in its middle, the dot on it, and under the dot what it says."""
    palette, middle = context.brand.palette, place.top + (place.height - _LABEL) // 2
    inset = inches(0.35)
    rail = Box(place.left + inset, middle - _LINE // 2, place.width - 2 * inset, _LINE)
    half = Box(rail.left + rail.width // 2, middle - _TICK // 2, _LINE, _TICK)
    at = rail.left + round(rail.width * item.share)
    width = width_of(item.ahead, _SIZE, bold=True) + _SLACK
    left = min(max(at - width // 2, place.left), place.right - width)
    label = Box(left, middle + _DOT // 2 + inches(0.02), width, _LABEL)
    words = Paragraph((Run(item.ahead, _SIZE, colour, bold=True),), Align.CENTRE)
    return (
        Shape("Scale", rail, fill=palette.context),
        Shape("Middle", half, fill=palette.ink),
        Shape(
            "Position",
            Box(at - _DOT // 2, middle - _DOT // 2, _DOT, _DOT),
            Geometry.ELLIPSE,
            fill=colour,
        ),
        TextBox(item.ahead[:60], label, Body((words,), Anchor.TOP)),
    )
