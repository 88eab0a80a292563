"""Bullets: what was reached of a target, each on a scale of its own from zero, in real units."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.brand import inches
from reports.deck.exhibits.frame import tone_colour
from reports.deck.exhibits.grid import Grid
from reports.deck.exhibits.text_fit import fitted
from reports.deck.model import Box, Element, Shape, TextBox
from reports.deck.slide_context import SlideContext, Tone
from reports.deck.text_model import Align, Anchor, Body, Paragraph, Run

HEAD_HEIGHT = inches(0.34)
LEAST_ROW, MOST_ROW = inches(0.55), inches(0.82)
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
    palette, grid = context.brand.palette, Grid(area)
    places = _columns(grid, area.top, HEAD_HEIGHT)
    elements: list[Element] = [
        _words(text, 1100, palette.muted, True, place, align)
        for text, place, align in zip(headings, places, _ALIGNS, strict=True)
        if text
    ]
    under = Box(area.left, area.top + HEAD_HEIGHT, area.width, inches(0.015))
    elements.append(Shape("Rule", under, fill=palette.ink))
    height = min((area.height - HEAD_HEIGHT) // len(items), MOST_ROW)
    for number, item in enumerate(items):
        top = area.top + HEAD_HEIGHT + number * height + inches(0.02)
        elements.extend(_row(context, item, grid, top, height - inches(0.02)))
    return tuple(elements)


_ALIGNS = (Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT)


def _columns(grid: Grid, top: int, height: int) -> tuple[Box, ...]:
    spans = ((1, 3), (4, 4), (8, 1), (9, 1), (10, 3))
    return tuple(grid.span(first, count, top, height) for first, count in spans)


def _row(
    context: SlideContext, item: Bullet, grid: Grid, top: int, height: int
) -> tuple[Element, ...]:
    palette = context.brand.palette
    name, bar, result, aim, state = _columns(grid, top, height)
    colour = tone_colour(context, item.tone)
    rule = Box(grid.area.left, top + height, grid.area.width, inches(0.01))
    return (
        _words(item.name, 1200, palette.ink, True, name, Align.LEFT, item.alt_text),
        *_bar(context, item, bar, colour),
        _words(item.result, 1400, colour, True, result, Align.RIGHT),
        _words(item.aim, 1200, palette.ink, False, aim, Align.RIGHT),
        _words(f"{_SIGNS[item.tone]} {item.state}", 1200, colour, True, state, Align.LEFT),
        Shape("Rule", rule, fill=palette.rule),
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


def _words(
    text: str, size: int, colour: str, bold: bool, place: Box, align: Align, alt_text: str = ""
) -> TextBox:
    lines = max(place.height // inches(size / 5600), 1)
    found = fitted(text, place.width, lines, (size, 1100), bold)
    run = Run(found.text, found.size, colour, bold)
    body = Body((Paragraph((run,), align),), Anchor.MIDDLE)
    return TextBox(text[:60], place, body, alt_text=alt_text)
