"""Use and adoption: thirteen weeks, and the seats in use."""

from datetime import timedelta

from reports.brand import inches
from reports.deck.desk import Desk, Headline, Phrase, Tone, Value
from reports.deck.exhibit_chart import (
    LINE_WIDTH,
    category_axis,
    hidden_values,
    legend,
    plain_number,
    shown_values,
    value_labels,
)
from reports.deck.exhibits import (
    TILE_HEIGHT,
    Page,
    callout,
    heading,
    note,
    slide,
    tile,
)
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
from reports.deck.slides.contract import Absent, Kind
from reports.deck.tiles import tile_of
from transforms.kpi import KpiValue
from transforms.periods import Grain, Period

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


def headline(desk: Desk, story: tuple[Headline, ...]) -> Headline | Absent:
    """Up or down against the weeks before, beside the same weeks last year.

    A fall counts as bad only if last year's weeks do not show it too: holidays are no churn.
    """
    del story
    weeks = _weeks(desk)
    if sum(value.number is not None for value in weeks) < _LEAST_WEEKS:
        return Absent(weeks[-1].reason or "no_usage")
    change, year = desk.get("usage_change"), desk.get("usage_change_year")
    tone = _tone(desk, change, year)
    values: dict[str, Value] = {
        "size": desk.size(change),
        "signed": desk.signed(change),
        "year": _year(desk, year),
        "reason": desk.reason_within(change.reason),
    }
    rule = "seasonal" if tone is Tone.FLAT and _falls(desk, change) else tone.value
    return Headline(
        "usage",
        tone,
        desk.phrase(f"titles.usage.{rule}", values),
        desk.phrase(f"clauses.usage.{rule}", values),
    )


def _falls(desk: Desk, change: KpiValue) -> bool:
    return (change.value or 0.0) <= -desk.view.thresholds.materiality_ratio


def _tone(desk: Desk, change: KpiValue, year: KpiValue) -> Tone:
    limit = desk.view.thresholds.materiality_ratio
    if change.value is None:
        return Tone.MISSING
    if abs(change.value) < limit:
        return Tone.FLAT
    if change.value > 0:
        return Tone.GOOD
    return Tone.FLAT if year.value is not None and year.value > -limit else Tone.BAD


def _year(desk: Desk, year: KpiValue) -> Value:
    """The comparison with last year in brackets; nothing without one."""
    if year.value is None:
        return ""
    return desk.phrase("titles.usage.year", {"signed": desk.signed(year)})


def _weeks(desk: Desk) -> list[KpiValue]:
    """The last thirteen whole weeks of the period."""
    last = desk.period.end
    monday = last - timedelta(days=last.weekday() + 7)
    fiscal = desk.period.fiscal_start_month
    final = Period(monday, monday + timedelta(days=7), Grain.WEEK, fiscal)
    return [desk.get("usage_weekly", final.shift(step)) for step in range(1 - _WEEKS, 1)]


def compose(desk: Desk, headline: Headline, story: tuple[Headline, ...]) -> tuple[Slide, ...]:
    """The line at the left; tiles and the seats' bullet at the right."""
    del story
    area = desk.brand.body
    side = inches(3.6)
    left = Box(area.left, area.top, area.width - side - inches(0.35), area.height)
    right = Box(area.right - side, area.top, side, area.height)
    step = next_step(desk, headline)
    height = area.height - (inches(0.8) if step else inches(0.15))
    line_box = Box(left.left, left.top + inches(0.32), left.width, height - inches(0.65))
    small = Box(left.left, left.top + height - inches(0.28), left.width, 0)
    elements: list[Element] = [
        heading(desk, desk.say("usage.heading"), left),
        _line(desk, line_box),
        note(desk, desk.say("usage.note"), small, 1),
        *_side(desk, right, height),
    ]
    if step:
        elements.extend(callout(desk, step, area.bottom - inches(0.62), headline.tone))
    notes = (
        headline.title.text,
        desk.definition_of("usage_change"),
        desk.definition_of("seats_used"),
    )
    page = Page("usage", headline.title, ("usage",), notes)
    return (slide(desk, page, elements),)


def _side(desk: Desk, right: Box, height: int) -> tuple[Element, ...]:
    gap = inches(0.18)
    first = Box(right.left, right.top, right.width, TILE_HEIGHT)
    second = Box(right.left, first.bottom + gap, right.width, TILE_HEIGHT)
    rest = Box(
        right.left, second.bottom + gap, right.width, right.top + height - second.bottom - gap
    )
    shown = (
        tile(desk, tile_of(desk, "usage_change"), first),
        tile(desk, tile_of(desk, "usage_change_year"), second),
    )
    seats = desk.get("seats_used")
    if rest.height < _LEAST_BAR:
        # Commentary took the room: the seats' figure is worth more than a bar nobody can read.
        return (shown[0], tile(desk, tile_of(desk, "seats_used"), second))
    if seats.value is None or not seats.denominator:
        third = Box(rest.left, rest.top, rest.width, TILE_HEIGHT)
        return (*shown, tile(desk, tile_of(desk, "seats_used"), third))
    title = desk.phrase(
        "usage.seats",
        {
            "share": desk.figure(seats),
            "used": desk.part(seats, "numerator"),
            "paid": desk.part(seats, "denominator"),
        },
    )
    bar = Box(rest.left, rest.top + inches(0.3), rest.width, rest.height - inches(0.3))
    return (*shown, heading(desk, title.text, rest), _seats(desk, seats, title, bar))


def _line(desk: Desk, place: Box) -> Chart:
    palette = desk.brand.palette
    weeks = _weeks(desk)
    code = desk.formats.chart_number(0)
    mark = Marker("circle", 8, palette.accent)
    first = next(index for index, value in enumerate(weeks) if value.number is not None)
    recent = range(_WEEKS - _RECENT_WEEKS, _WEEKS)
    labelled = {first, _WEEKS - _RECENT_WEEKS, _WEEKS - 1}
    points = tuple(
        PointStyle(
            index,
            marker=mark if index in recent else None,
            labels=_label(desk, weeks, index, code) if index in labelled else None,
        )
        for index in sorted({*recent, first})
        if weeks[index].number is not None
    )
    series = Series(
        desk.name_of("usage_weekly"),
        tuple(plain_number(value.number) for value in weeks),
        code,
        stroke=Stroke(palette.accent, LINE_WIDTH),
        points=points,
    )
    return Chart(
        desk.say("usage.heading"),
        place,
        desk.say("usage.chart_alt"),
        tuple(desk.formats.day_of_year(value.period.start) for value in weeks),
        (Plot(PlotKind.LINE, Grouping.STANDARD, (series,)),),
        category_axis(desk, 1000),
        shown_values(desk, code, max(*(value.number or 0.0 for value in weeks), 1.0)),
        desk.say("sheet"),
    )


def _label(desk: Desk, weeks: list[KpiValue], index: int, code: str) -> Labels:
    """Above its point, or below one to which the line falls or from which it rises steeply."""
    numbers = [value.number or 0.0 for value in weeks]
    here, largest = numbers[index], max(numbers)
    before, after = numbers[max(index - 1, 0)], numbers[min(index + 1, len(numbers) - 1)]
    is_steep = max(before, after) - here > _STEEP * largest
    fits_below = here > _LABEL_SPACE * largest
    place = LabelPlace.BELOW if is_steep and fits_below else LabelPlace.ABOVE
    return value_labels(desk, code, place)


def _seats(desk: Desk, seats: KpiValue, title: Phrase, place: Box) -> Chart:
    """A bullet: the seats in use as a bar on the band of those paid for."""
    palette = desk.brand.palette
    used, paid = seats.numerator or 0.0, seats.denominator or 0.0
    code = desk.formats.chart_number(0)
    band = Series(
        desk.say("usage.paid"),
        (paid,),
        code,
        fill=palette.context,
        labels=value_labels(desk, code, LabelPlace.OUTSIDE),
    )
    measure = Series(
        desk.say("usage.used"),
        (used,),
        code,
        fill=palette.accent,
        labels=value_labels(desk, code, LabelPlace.BASE, palette.paper),
    )
    names = category_axis(desk)
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
        hidden_values(desk, max(paid, used) * _LABEL_ROOM),
        desk.say("sheet"),
        legend(desk),
    )
