"""A timeline: months across, one lane an action, the days on which the renewal turns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reports.brand import inches
from reports.deck.exhibits.frame import one_line
from reports.deck.exhibits.text_fit import fitted, width_of, without_complement
from reports.deck.model import Box, Element, Geometry, Shape, Stroke, TextBox
from reports.deck.slide_context import SlideContext
from reports.deck.text_model import Align, Anchor, Body, Paragraph, Run

LANE_HEIGHT = inches(0.26)
STRIP_HEIGHT = inches(0.26)
_NAMES = inches(4.4)
_BADGE = inches(0.22)
_SLACK = inches(0.02)
_DIAMOND = inches(0.17)
_SIZE = 1100
_SPARE = inches(0.12)
"""Room at a name's end that programs with wider type may need."""
_MOST_MONTHS = 13


@dataclass(frozen=True)
class Lane:
    """One action's time: from when on it is worked at, and until when."""

    number: int
    names: tuple[str, ...]
    """What it is called, the fullest first: the first that its line has room for is shown."""
    start: date
    due: date
    decide: date | None = None
    """Until when it must be decided on; only of what the client is asked to decide."""


@dataclass(frozen=True)
class Turn:
    """A day of the agreement, drawn as a line through all lanes: dashed where it is a warning."""

    day: date
    is_dashed: bool


def height_of_lanes(count: int) -> int:
    return STRIP_HEIGHT + inches(0.05) + count * LANE_HEIGHT


def timeline(
    context: SlideContext,
    lanes: Sequence[Lane],
    turns: Sequence[Turn],
    span: tuple[date, date],
    place: Box,
) -> tuple[Element, ...]:
    """Month strip over the span's days, lanes with bar and diamond, and the turns that fall into
    its months."""
    months = _months(*span)
    scale = _Scale(months, Box(place.left + _NAMES, place.top, place.width - _NAMES, place.height))
    elements: list[Element] = [*_strip(context, months, scale)]
    top = place.top + STRIP_HEIGHT + inches(0.05)
    for lane in lanes:
        row = Box(place.left, top, place.width, LANE_HEIGHT)
        elements.extend(_lane(context, lane, scale, row))
        top += LANE_HEIGHT
    first = place.top + STRIP_HEIGHT
    for turn in turns:
        if months[0] <= turn.day < _next_month(months[-1]):
            elements.append(_turn(context, turn, scale.at(turn.day), first, top))
    return tuple(elements)


@dataclass(frozen=True)
class _Scale:
    """Where days stand across the months."""

    months: tuple[date, ...]
    place: Box

    def at(self, day: date) -> int:
        whole = (_next_month(self.months[-1]) - self.months[0]).days
        return self.place.left + self.place.width * (day - self.months[0]).days // whole


def _months(first: date, last: date) -> tuple[date, ...]:
    """First days of the months, from the first day to the last one shown."""
    months = [first.replace(day=1)]
    while _next_month(months[-1]) <= last and len(months) < _MOST_MONTHS:
        months.append(_next_month(months[-1]))
    return tuple(months)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _strip(context: SlideContext, months: tuple[date, ...], scale: _Scale) -> tuple[TextBox, ...]:
    palette, gap = context.brand.palette, inches(0.02)
    boxes: list[TextBox] = []
    for month in months:
        left, right = scale.at(month), scale.at(_next_month(month))
        place = Box(left, scale.place.top, right - left - gap, STRIP_HEIGHT)
        text = context.formats.month(month)
        words = Paragraph((Run(text, _SIZE, palette.muted, bold=True),), Align.CENTRE)
        boxes.append(TextBox(text, place, Body((words,), Anchor.MIDDLE), fill=palette.faint))
    return tuple(boxes)


def _lane(context: SlideContext, lane: Lane, scale: _Scale, row: Box) -> tuple[Element, ...]:
    palette = context.brand.palette
    middle = row.top + row.height // 2
    start, due, is_first = scale.at(lane.start), scale.at(lane.due), lane.decide is not None
    bar = Box(start, middle - inches(0.07), max(due - start, inches(0.02)), inches(0.14))
    under = Box(row.left, row.bottom - inches(0.01), row.width, inches(0.01))
    left = row.left + _BADGE + inches(0.1)
    name = Box(left, row.top, scale.place.left - left - inches(0.1), row.height)
    said = [fitted(text, name.width - _SPARE, 1, (_SIZE,), bold=False) for text in lane.names]
    whole = (found for found, text in zip(said, lane.names, strict=True) if found.text == text)
    found = next(whole, said[-1])
    told = without_complement(found.text, lane.names[-1]) if found is said[-1] else found.text
    words = Body(one_line(told, _SIZE, palette.ink).paragraphs, Anchor.MIDDLE)
    return (
        Shape("Lane", under, fill=palette.rule),
        badge(context, lane.number, Box(row.left, middle - _BADGE // 2, _BADGE, _BADGE), is_first),
        TextBox(told[:60], name, words),
        Shape("Work", bar, fill=palette.context),
        _diamond(due, middle, palette.accent),
        *((_diamond(scale.at(lane.decide), middle, palette.bad),) if lane.decide else ()),
    )


def _diamond(at: int, middle: int, colour: str) -> Shape:
    place = Box(at - _DIAMOND // 2, middle - _DIAMOND // 2, _DIAMOND, _DIAMOND)
    return Shape("Day", place, Geometry.DIAMOND, fill=colour)


def badge(context: SlideContext, number: int, place: Box, is_first: bool) -> TextBox:
    """A number in a disc; the one that matters most in the accent."""
    palette = context.brand.palette
    words = Paragraph((Run(str(number), _SIZE, palette.paper, bold=True),), Align.CENTRE)
    fill = palette.accent if is_first else palette.ink
    # What is written in a disc has seven tenths of its width.
    short = max(width_of(str(number), _SIZE, True) * 10 // 7 + _SLACK - place.width, 0)
    place = Box(place.left - short // 2, place.top, place.width + short, place.height)
    return TextBox(f"{number}", place, Body((words,), Anchor.MIDDLE), Geometry.ELLIPSE, fill=fill)


def _turn(context: SlideContext, turn: Turn, at: int, top: int, bottom: int) -> Shape:
    palette = context.brand.palette
    stroke = Stroke(palette.bad, 15_875, "dash") if turn.is_dashed else Stroke(palette.ink, 19_050)
    return Shape("Day", Box(at, top, 1, bottom - top), Geometry.LINE, stroke=stroke)
