"""The quarter at a glance: a few figures side by side, each with its course as a thin line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from reports.brand import inches
from reports.deck.exhibits.frame import one_line, tone_colour
from reports.deck.exhibits.opinion import is_told
from reports.deck.exhibits.signs import ARROWS
from reports.deck.exhibits.text_fit import fitted
from reports.deck.exhibits.tiles import tile_of
from reports.deck.model import Box, Element, Geometry, Path, Shape, Stroke, TextBox
from reports.deck.page_tables import tables_of_figures
from reports.deck.slide_context import Delta, SlideContext, Tone
from reports.deck.text_model import Anchor, Body
from transforms.core.periods import Grain, Period
from transforms.kpis import shown_at, specs
from transforms.metrics.kpi import Place

_MOST = 6
_FEWEST = 3
"""Values that make a course."""
_MONTHS, _QUARTERS = 6, 4
_LINE_WIDTH = 19_050
_DOT = inches(0.08)
_LEVEL = 0.02
"""A course within this share of its greatest value is drawn as a level line, unless its tile tells
of a change."""


@dataclass(frozen=True)
class Glance:
    """A figure of the strip; `course` are its earlier values, the latest last."""

    label: str
    value: str
    delta: Delta
    course: tuple[float, ...]


def glanced(context: SlideContext) -> list[str]:
    """The first figures that have a value; a quarter without invoices, or of credit notes
    alone, is told where the year's invoices are."""
    told = (kpi for kpi in shown_at(Place.TILE) if is_told(context, kpi))
    known = [kpi for kpi in told if _has_source(context, kpi)]
    if (context.get("invoiced_amount").number or 0) <= 0:
        known = [kpi for kpi in known if kpi != "invoiced_amount"]
    return known[:_MOST]


def _has_source(context: SlideContext, kpi: str) -> bool:
    """Whether a figure is taken from rows of the client's: of none, no page can say whose it is."""
    return bool(context.get(kpi).number) or bool(context.systems(*tables_of_figures((kpi,))))


def glances(context: SlideContext) -> list[Glance]:
    """Those figures, each as its cell shows it."""
    found = [_glance(context, kpi) for kpi in glanced(context)]
    return [_first_of_all(item) for item in found] if context.is_new_since_previous else found


def _first_of_all(item: Glance) -> Glance:
    """Of a client without a quarter before: the strip's heading says it once for all figures, and
    what was nothing before the client came is no course."""
    delta = Delta("", Tone.MISSING) if item.delta.tone is Tone.MISSING else item.delta
    course = tuple(dropwhile(lambda number: not number, item.course))
    return replace(item, delta=delta, course=course if len(course) >= _FEWEST else ())


def _glance(context: SlideContext, kpi: str) -> Glance:
    tile = tile_of(context, kpi)
    return Glance(tile.label, tile.value, tile.delta, _course(context, kpi))


def _course(context: SlideContext, kpi: str) -> tuple[float, ...]:
    """Values up to the period's end without a gap, as far back as they may be told; none where
    there are fewer than three."""
    if kpi == "usage_change":
        return _unbroken(context, "usage_weekly", context.weeks())
    charted = specs()[kpi].charted
    if Grain.MONTH in charted:
        last = context.period.months[-1]
        return _unbroken(context, kpi, [last.shift(step) for step in range(1 - _MONTHS, 1)])
    if Grain.QUARTER in charted:
        quarters = [context.period.shift(step) for step in range(1 - _QUARTERS, 1)]
        return _unbroken(context, kpi, quarters)
    return ()


def _unbroken(context: SlideContext, kpi: str, periods: Sequence[Period]) -> tuple[float, ...]:
    numbers: list[float] = []
    for period in reversed(periods):
        if not is_told(context, kpi, period):
            break
        numbers.append(float(context.get(kpi, period).number or 0))
    return tuple(reversed(numbers)) if len(numbers) >= _FEWEST else ()


def glance_strip(context: SlideContext, items: Sequence[Glance], area: Box) -> tuple[Element, ...]:
    """The figures over the width of an area, with a thin rule between every two."""
    palette, elements = context.brand.palette, list[Element]()
    gap = inches(0.2)
    width = (area.width - gap * (len(items) - 1)) // len(items)
    for place, item in enumerate(items):
        left = area.left + place * (width + gap)
        if place:
            rule = Box(left - gap // 2, area.top, inches(0.01), area.height)
            elements.append(Shape("Rule", rule, fill=palette.rule))
        elements.extend(_cell(context, item, Box(left, area.top, width, area.height)))
    return tuple(elements)


def _cell(context: SlideContext, item: Glance, place: Box) -> tuple[Element, ...]:
    palette = context.brand.palette
    label = fitted(item.label, place.width, 1, (1200, 1100), bold=False)
    value = fitted(item.value, place.width, 1, (2000, 1800, 1600), bold=True)
    delta = fitted(item.delta.text, place.width, 2, (1100,), bold=True)
    colour = tone_colour(context, item.delta.tone)
    rows = (
        (label.text, label.size, palette.muted, False, inches(0.25)),
        (value.text, value.size, palette.ink, True, inches(0.38)),
    )
    elements: list[Element] = []
    top = place.top
    for text, size, ink, is_bold, height in rows:
        body = Body(one_line(text, size, ink, is_bold).paragraphs, Anchor.MIDDLE)
        elements.append(TextBox(text[:60], Box(place.left, top, place.width, height), body))
        top += height
    foot = inches(0.4)
    line = Box(place.left, top + inches(0.06), place.width, place.bottom - foot - top - inches(0.1))
    is_told = item.delta.tone in (Tone.GOOD, Tone.BAD) or item.delta.text.startswith(ARROWS)
    elements.extend(_sparkline(item.course, line, colour, is_told))
    words = one_line(delta.text, delta.size, colour, True)
    if item.delta.text:
        under = Box(place.left, place.bottom - foot, place.width, foot)
        elements.append(TextBox("Change", under, words))
    return tuple(elements)


def _sparkline(
    course: Sequence[float], place: Box, colour: str, is_told: bool = False
) -> tuple[Element, ...]:
    """The course between its least and its greatest value, and a dot at its end; a small one shows
    where a change is told over it."""
    if not course or place.height < inches(0.15):
        return ()
    least, most = min(course), max(course)
    spread = most - least
    inner = Box(place.left, place.top, place.width - _DOT, place.height)
    is_level = not spread or (not is_told and spread <= _LEVEL * abs(most))
    shares = [0.5 if is_level else 1 - (value - least) / spread for value in course]
    steps = len(course) - 1
    points = tuple((number / steps, share) for number, share in enumerate(shares))
    end = inner.top + round(shares[-1] * inner.height)
    return (
        Path("Course", inner, points, Stroke(colour, _LINE_WIDTH)),
        Shape(
            "Now",
            Box(inner.right - _DOT // 2, end - _DOT // 2, _DOT, _DOT),
            Geometry.ELLIPSE,
            fill=colour,
        ),
    )
