"""Use and adoption: the weeks that the change compares, last year's beside them, and the seats."""

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
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, heading, note, slide, tiles_down
from reports.deck.exhibits.grid import Grid
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of
from reports.deck.exhibits.tiles import tile_of
from reports.deck.model import (
    Box,
    Chart,
    Element,
    Figure,
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
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from transforms.metrics.kpi import KpiValue, Place
from transforms.metrics.kpi_periods import WEEKS_IN_A_YEAR, WEEKS_SHOWN

ORDER = 50
KIND = Kind.CONTENT

_RECENT_WEEKS = 4
_ALL_WEEKS = WEEKS_SHOWN
_BASE_WEEKS = _ALL_WEEKS - _RECENT_WEEKS
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
        "weeks": Figure(context.formats.count(_BASE_WEEKS), float(_BASE_WEEKS), table="policy"),
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
    """The whole weeks of both windows that the title compares."""
    return [context.get("usage_weekly", week) for week in context.weeks()]


def _year_before(context: SlideContext) -> list[KpiValue]:
    return [context.get("usage_weekly", week.shift(-WEEKS_IN_A_YEAR)) for week in context.weeks()]


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """The line over eight columns; comparison and seats at its right; what it means under both."""
    grid, rule = Grid(above_meaning(context)), _meaning_rule(context, headline)
    left, right = grid.down(1, 8), grid.down(9, 4)
    elements = (
        heading(context, _heading(context), left),
        *_exhibit(context, left),
        *_side(context, right),
        *meaning_of(context, headline, story, rule),
    )
    notes = (
        headline.title.text,
        context.say("notes.usage"),
        question_of(context, rule),
        *context.definitions(Place.USAGE),
    )
    page = Page("usage", headline.title, ("usage",), notes)
    return (slide(context, page, elements),)


def _meaning_rule(context: SlideContext, headline: Headline) -> str:
    rule = headline.title.rule.removeprefix("titles.usage.")
    # Without last year's weeks nobody knows whether a fall is the season's.
    is_alone = rule == Tone.BAD and context.get("usage_change_year").value is None
    return f"usage.{'bad_alone' if is_alone else rule}"


def _side(context: SlideContext, right: Box) -> tuple[Element, ...]:
    """Both comparisons and the seats, as many as there is room for."""
    shown = [tile_of(context, kpi) for kpi in ("usage_change", "usage_change_year")]
    gap, seats = inches(0.16), context.get("seats_used")
    bar_top = right.top + 2 * (TILE_HEIGHT + gap)
    rest = Box(right.left, bar_top, right.width, right.bottom - bar_top)
    if rest.height < _LEAST_BAR:
        # Commentary took the room: the seats' figure is worth more than a bar nobody can read.
        return tiles_down(context, [shown[0], tile_of(context, "seats_used")], right)
    if seats.value is None or not seats.denominator:
        return tiles_down(context, [*shown, tile_of(context, "seats_used")], right)
    values = {
        "share": context.figure(seats),
        "used": context.part(seats, "numerator"),
        "paid": context.part(seats, "denominator"),
    }
    title = context.phrase("usage.seats", values)
    bar = Box(rest.left, rest.top + inches(0.3), rest.width, rest.height - inches(0.3))
    return (
        *tiles_down(context, shown, right),
        heading(context, title.text, rest),
        _seats(context, seats, title, bar),
    )


def _heading(context: SlideContext) -> str:
    """What the line is, and the two means that the title compares."""
    before, now = _means(context)
    if before is None or now is None:
        return context.say("usage.heading")
    count = context.formats.count
    return context.say(
        "usage.heading_means",
        {
            "before": count(round(before)),
            "now": count(round(now)),
            "weeks": count(_BASE_WEEKS),
            "last": count(_RECENT_WEEKS),
        },
    )


def _exhibit(context: SlideContext, left: Box) -> tuple[Element, ...]:
    top = left.top + inches(0.34)
    small = Box(left.left, left.bottom - inches(0.22), left.width, 0)
    place = Box(left.left, top, left.width, small.top - inches(0.08) - top)
    return (
        _line(context, place),
        note(context, context.say("usage.note"), small, 1),
    )


def _line(context: SlideContext, place: Box) -> Chart:
    """This year's weeks, last year's in grey, and each window's own mean as a dashed line over
    a shade; the means are those that the title's change is made of."""
    palette = context.brand.palette
    weeks, earlier = _weeks(context), _year_before(context)
    code = context.formats.chart_number(0)
    before, now = _means(context)
    shown = [before, now, *(value.number for value in (*weeks, *earlier))]
    axis = shown_values(context, code, max(*(number or 0.0 for number in shown), 1.0))
    falls = now is not None and before is not None and now < before
    told = palette.bad if falls else palette.accent
    lines = [
        _windows_mean(context, "usage.mean_before", before, range(_BASE_WEEKS), palette.muted),
        _windows_mean(context, "usage.mean_now", now, range(_BASE_WEEKS, _ALL_WEEKS), told),
        _year_line(context, earlier),
        _this_year(context, weeks, told),
    ]
    shade = Series(
        context.say("usage.window"),
        (None,) * _BASE_WEEKS + (axis.maximum,) * _RECENT_WEEKS,
        code,
        fill=palette.bad_tint if falls else palette.tint,
    )
    return Chart(
        context.say("usage.heading"),
        place,
        context.say("usage.chart_alt"),
        _week_names(context, weeks),
        (
            Plot(PlotKind.COLUMN, Grouping.CLUSTERED, (shade,), gap_width=0),
            Plot(
                PlotKind.LINE,
                Grouping.STANDARD,
                tuple(line for line in lines if line is not None),
            ),
        ),
        category_axis(context),
        axis,
        context.say("sheet"),
    )


def _week_names(context: SlideContext, weeks: list[KpiValue]) -> tuple[str, ...]:
    """Mondays: the month only where it changes, so that sixteen names stand side by side."""
    days = [value.period.start for value in weeks]
    return tuple(
        context.formats.day_of_year(day)
        if place == 0 or day.month != days[place - 1].month
        else context.formats.count(day.day)
        for place, day in enumerate(days)
    )


def _means(context: SlideContext) -> tuple[float | None, float | None]:
    """Use a week in the twelve weeks before and in the last four, as the change compares them."""
    change = context.get("usage_change")
    if change.value is None or change.denominator is None or change.numerator is None:
        return None, None
    return 7 * change.denominator, 7 * (change.denominator + change.numerator)


def _windows_mean(
    context: SlideContext, name: str, mean: float | None, places: range, colour: str
) -> Series | None:
    if mean is None:
        return None
    values = tuple(mean if place in places else None for place in range(_ALL_WEEKS))
    code = context.formats.chart_number(0)
    return Series(context.say(name), values, code, stroke=Stroke(colour, 12_700, "dash"))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "") + '"'


def _year_line(context: SlideContext, earlier: list[KpiValue]) -> Series | None:
    """Last year's weeks; nothing where none was measured."""
    if all(value.number is None for value in earlier):
        return None
    colour = context.brand.palette.context_line
    year = context.period.start.year - 1
    last = max(place for place, value in enumerate(earlier) if value.number is not None)
    name = context.say("usage.year_before", {"year": str(year)})
    label = value_labels(context, _quoted(str(year)), LabelPlace.ABOVE, colour)
    return Series(
        name,
        tuple(plain_number(value.number) for value in earlier),
        context.formats.chart_number(0),
        stroke=Stroke(colour, 19_050),
        points=(PointStyle(last, labels=label),),
    )


def _this_year(context: SlideContext, weeks: list[KpiValue], told: str) -> Series:
    code = context.formats.chart_number(0)
    accent = context.brand.palette.accent
    first = next(index for index, value in enumerate(weeks) if value.number is not None)
    labelled = {first, _ALL_WEEKS - 1}
    points = tuple(
        PointStyle(
            index,
            marker=Marker("circle", 7, told if index >= _BASE_WEEKS else accent),
            labels=_label(context, weeks, index, code) if index in labelled else None,
        )
        for index, value in enumerate(weeks)
        if value.number is not None
    )
    return Series(
        context.name_of("usage_weekly"),
        tuple(plain_number(value.number) for value in weeks),
        code,
        stroke=Stroke(accent, LINE_WIDTH),
        points=points,
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
