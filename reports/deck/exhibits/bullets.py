"""Bullets: what was reached of a target, each on a scale of its own from zero, in real units."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.brand import inches
from reports.deck.exhibits.frame import tone_colour
from reports.deck.exhibits.ruled_rows import (
    HEAD_HEIGHT,
    LEAST_ROW,
    Columns,
    head_of,
    row_places,
    row_rule,
    row_words,
)
from reports.deck.exhibits.signs import signed
from reports.deck.model import Box, Element, Shape
from reports.deck.slide_context import SlideContext, Tone
from reports.deck.text_model import Align

_COLUMNS = Columns(
    ((1, 3), (4, 4), (8, 1), (9, 1), (10, 3)),
    (Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT),
)
_SIGNS = {Tone.GOOD: "✓", Tone.BAD: "▼", Tone.FLAT: "○", Tone.MISSING: "–"}
_BAR, _TICK = inches(0.16), inches(0.035)
_ROOM = 1.25
"""The scale over the larger of result and target, so that both are seen inside it."""


@dataclass(frozen=True)
class Bullet:
    """One goal: its numbers as drawn and as printed; `reached` is None where nobody measured."""

    name: str
    reached: float | None
    target: float
    result: str
    aim: str
    state: str
    tone: Tone
    alt_text: str


def rows_that_fit(area: Box) -> int:
    """How many bullets stand in an area under their heading."""
    return max((area.height - HEAD_HEIGHT) // LEAST_ROW, 1)


def bullets(
    context: SlideContext, headings: Sequence[str], items: Sequence[Bullet], area: Box
) -> tuple[Element, ...]:
    """Name, bullet, result, target and state under their headings, one row each."""
    elements: list[Element] = [*head_of(context, _COLUMNS, headings, area)]
    for item, places in zip(items, row_places(_COLUMNS, area, len(items)), strict=True):
        elements.extend((*_row(context, item, places), row_rule(context, area, places)))
    return tuple(elements)


def _row(context: SlideContext, item: Bullet, places: tuple[Box, ...]) -> tuple[Element, ...]:
    palette = context.brand.palette
    name, bar, result, aim, state = places
    colour = tone_colour(context, item.tone)
    said = signed(_SIGNS[item.tone], item.state)
    return (
        row_words(item.name, 1200, palette.ink, True, name, Align.LEFT, item.alt_text),
        *_bar(context, item, bar, colour),
        row_words(item.result, 1400, colour, True, result, Align.RIGHT),
        row_words(item.aim, 1200, palette.ink, False, aim, Align.RIGHT),
        row_words(said, 1200, colour, True, state, Align.LEFT),
    )


def _bar(context: SlideContext, item: Bullet, place: Box, colour: str) -> tuple[Shape, ...]:
    """The result on its track and a tick at the target; the track alone where none is known."""
    palette, middle = context.brand.palette, place.top + place.height // 2
    track = Box(place.left, middle - _BAR, place.width, 2 * _BAR)
    largest = max(item.target, item.reached or 0.0) * _ROOM or 1.0
    at = place.left + round(place.width * max(item.target, 0.0) / largest)
    tick = Box(at, track.top - inches(0.04), _TICK, track.height + inches(0.08))
    shapes = [Shape("Track", track, fill=palette.track)]
    if item.reached is not None and item.reached > 0:
        width = round(place.width * item.reached / largest)
        measure = Box(place.left, middle - _BAR // 2, width, _BAR)
        shapes.append(Shape("Result", measure, fill=colour))
    return (*shapes, Shape("Target", tick, fill=palette.ink))
