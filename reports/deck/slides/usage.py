"""Use and adoption: thirteen weeks, and the seats in use."""

from datetime import timedelta

from reports.brand import inches
from reports.deck.exhibits.chart import (
    LINE_WIDTH,
    category_axis,
    hidden_values,
    legend,
    plain_number,
    shown_values,
    value_labels,
)
from reports.deck.exhibits.frame import (
    TILE_HEIGHT,
    Page,
    callout,
    heading,
    note,
    slide,
    tile,
)
from reports.deck.exhibits.tiles import tile_of
from reports.deck.model import (
    Box,
    Chart,
    Element,
    Grouping,
    LabelPlace,
    Labels,
    Marker,
    Plot,
    PlotKind,
    PointStyle,
    Series,
    Slide,
    Stroke,
)
from reports.deck.recommendations import next_step
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from transforms.core.periods import Grain, Period
from transforms.metrics.kpi import KpiValue

ORDER = 50
KIND = Kind.CONTENT

_WEEKS = 13
_RECENT_WEEKS = 4
_LEAST_WEEKS = 4
_LEAST_BAR = inches(1.2)
_STEEP = 0.06
_LABEL_SPACE = 0.15
"""Shares of the largest value: a slope that would cross a label, and a label's own height."""
_LABEL_ROOM = 1.15
"""The scale over the longest bar, so that its label fits."""


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Up or down against the weeks before, beside the same weeks last year.

    A fall counts as bad only if last year's weeks do not show it too: holidays are no churn.
    """
    del story
    weeks = _weeks(context)
    if sum(value.number is not None for value in weeks) < _LEAST_WEEKS:
        return Absent(weeks[-1].reason or "no_usage")
    change, year = context.get("usage_change"), context.get("usage_change_year")
    tone = _tone(context, change, year)
    values: dict[str, Value] = {
        "size": context.size(change),
        "signed": context.signed(change),
        "year": _year(context, year),
        "reason": context.reason_within(change.reason),
    }
    rule = "seasonal" if tone is Tone.FLAT and _falls(context, change) else tone.value
    return Headline(
        "usage",
        tone,
        context.phrase(f"titles.usage.{rule}", values),
        context.phrase(f"clauses.usage.{rule}", values),
    )


def _falls(context: SlideContext, change: KpiValue) -> bool:
    return (change.value or 0.0) <= -context.view.thresholds.materiality_ratio


def _tone(context: SlideContext, change: KpiValue, year: KpiValue) -> Tone:
    limit = context.view.thresholds.materiality_ratio
    if change.value is None:
        return Tone.MISSING
    if abs(change.value) < limit:
        return Tone.FLAT
    if change.value > 0:
        return Tone.GOOD
    return Tone.FLAT if year.value is not None and year.value > -limit else Tone.BAD


def _year(context: SlideContext, year: KpiValue) -> Value:
    """The comparison with last year in brackets; nothing without one."""
    if year.value is None:
        return ""
    return context.phrase("titles.usage.year", {"signed": context.signed(year)})


def _weeks(context: SlideContext) -> list[KpiValue]:
    """The last thirteen whole weeks of the period."""
    last = context.period.end
    monday = last - timedelta(days=last.weekday() + 7)
    fiscal = context.period.fiscal_start_month
    final = Period(monday, monday + timedelta(days=7), Grain.WEEK, fiscal)
    return [context.get("usage_weekly", final.shift(step)) for step in range(1 - _WEEKS, 1)]


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """The line at the left; tiles and the seats' bullet at the right."""
    del story
    area = context.brand.body
    side = inches(3.6)
    left = Box(area.left, area.top, area.width - side - inches(0.35), area.height)
    right = Box(area.right - side, area.top, side, area.height)
    step = next_step(context, headline)
    height = area.height - (inches(0.8) if step else inches(0.15))
    line_box = Box(left.left, left.top + inches(0.32), left.width, height - inches(0.65))
    small = Box(left.left, left.top + height - inches(0.28), left.width, 0)
    elements: list[Element] = [
        heading(context, context.say("usage.heading"), left),
        _line(context, line_box),
        note(context, context.say("usage.note"), small, 1),
        *_side(context, right, height),
    ]
    if step:
        elements.extend(callout(context, step, area.bottom - inches(0.62), headline.tone))
    notes = (
        headline.title.text,
        context.definition_of("usage_change"),
        context.definition_of("seats_used"),
    )
    page = Page("usage", headline.title, ("usage",), notes)
    return (slide(context, page, elements),)


def _side(context: SlideContext, right: Box, height: int) -> tuple[Element, ...]:
    gap = inches(0.18)
    first = Box(right.left, right.top, right.width, TILE_HEIGHT)
    second = Box(right.left, first.bottom + gap, right.width, TILE_HEIGHT)
    rest = Box(
        right.left, second.bottom + gap, right.width, right.top + height - second.bottom - gap
    )
    shown = (
        tile(context, tile_of(context, "usage_change"), first),
        tile(context, tile_of(context, "usage_change_year"), second),
    )
    seats = context.get("seats_used")
    if rest.height < _LEAST_BAR:
        # Commentary took the room: the seats' figure is worth more than a bar nobody can read.
        return (shown[0], tile(context, tile_of(context, "seats_used"), second))
    if seats.value is None or not seats.denominator:
        third = Box(rest.left, rest.top, rest.width, TILE_HEIGHT)
        return (*shown, tile(context, tile_of(context, "seats_used"), third))
    title = context.phrase(
        "usage.seats",
        {
            "share": context.figure(seats),
            "used": context.part(seats, "numerator"),
            "paid": context.part(seats, "denominator"),
        },
    )
    bar = Box(rest.left, rest.top + inches(0.3), rest.width, rest.height - inches(0.3))
    return (*shown, heading(context, title.text, rest), _seats(context, seats, title, bar))


def _line(context: SlideContext, place: Box) -> Chart:
    palette = context.brand.palette
    weeks = _weeks(context)
    code = context.formats.chart_number(0)
    mark = Marker("circle", 8, palette.accent)
    first = next(index for index, value in enumerate(weeks) if value.number is not None)
    recent = range(_WEEKS - _RECENT_WEEKS, _WEEKS)
    labelled = {first, _WEEKS - _RECENT_WEEKS, _WEEKS - 1}
    points = tuple(
        PointStyle(
            index,
            marker=mark if index in recent else None,
            labels=_label(context, weeks, index, code) if index in labelled else None,
        )
        for index in sorted({*recent, first})
        if weeks[index].number is not None
    )
    series = Series(
        context.name_of("usage_weekly"),
        tuple(plain_number(value.number) for value in weeks),
        code,
        stroke=Stroke(palette.accent, LINE_WIDTH),
        points=points,
    )
    return Chart(
        context.say("usage.heading"),
        place,
        context.say("usage.chart_alt"),
        tuple(context.formats.day_of_year(value.period.start) for value in weeks),
        (Plot(PlotKind.LINE, Grouping.STANDARD, (series,)),),
        category_axis(context, 1000),
        shown_values(context, code, max(*(value.number or 0.0 for value in weeks), 1.0)),
        context.say("sheet"),
    )


def _label(context: SlideContext, weeks: list[KpiValue], index: int, code: str) -> Labels:
    """Above its point, or below one to which the line falls or from which it rises steeply."""
    numbers = [value.number or 0.0 for value in weeks]
    here, largest = numbers[index], max(numbers)
    before, after = numbers[max(index - 1, 0)], numbers[min(index + 1, len(numbers) - 1)]
    is_steep = max(before, after) - here > _STEEP * largest
    fits_below = here > _LABEL_SPACE * largest
    place = LabelPlace.BELOW if is_steep and fits_below else LabelPlace.ABOVE
    return value_labels(context, code, place)


def _seats(context: SlideContext, seats: KpiValue, title: Phrase, place: Box) -> Chart:
    """A bullet: the seats in use as a bar on the band of those paid for."""
    palette = context.brand.palette
    used, paid = seats.numerator or 0.0, seats.denominator or 0.0
    code = context.formats.chart_number(0)
    band = Series(
        context.say("usage.paid"),
        (paid,),
        code,
        fill=palette.context,
        labels=value_labels(context, code, LabelPlace.OUTSIDE),
    )
    measure = Series(
        context.say("usage.used"),
        (used,),
        code,
        fill=palette.accent,
        labels=value_labels(context, code, LabelPlace.BASE, palette.paper),
    )
    names = category_axis(context)
    return Chart(
        title.text,
        place,
        title.text,
        (" ",),
        (
            Plot(PlotKind.BAR, Grouping.CLUSTERED, (band,), gap_width=30),
            Plot(PlotKind.BAR, Grouping.CLUSTERED, (measure,), gap_width=170, on_second_axes=True),
        ),
        names,
        hidden_values(context, max(paid, used) * _LABEL_ROOM),
        context.say("sheet"),
        legend(context),
    )
