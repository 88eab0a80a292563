"""Use week by week: the weeks that a change compares, last year's beside them, and their means."""

from dataclasses import replace
from datetime import date, timedelta

from reports.deck.exhibits.chart import (
    LINE_WIDTH,
    category_axis,
    plain_number,
    shown_values,
    value_labels,
)
from reports.deck.model import (
    Box,
    Chart,
    Grouping,
    LabelPlace,
    Labels,
    Marker,
    Plot,
    PlotKind,
    PointStyle,
    Series,
    Stroke,
)
from reports.deck.slide_context import SlideContext
from reports.deck.stage import back_since
from transforms.metrics.kpi import KpiValue, Missing
from transforms.metrics.kpi_periods import WEEKS_IN_A_YEAR, WEEKS_SHOWN
from transforms.service.usage_weeks import place_of_fall

RECENT_WEEKS = 4
BASE_WEEKS = WEEKS_SHOWN - RECENT_WEEKS
_STEEP = 0.06
_LABEL_SPACE, _MARKER = 0.15, 0.03
"""Shares of the largest value: a slope that would cross a label, as far as a label reaches from its
point, and where it begins."""


def weeks_of(context: SlideContext) -> list[KpiValue]:
    """The whole weeks of both windows that the title compares; those before a client came back
    have no use, which is not use of nothing."""
    back = back_since(context)
    found = [context.get("usage_weekly", week) for week in context.weeks()]
    return [
        replace(value, value=None, reason=Missing.NOT_ACTIVE)
        if back and value.period.end <= back.start
        else value
        for value in found
    ]


def _year_before(context: SlideContext) -> list[KpiValue]:
    return [context.get("usage_weekly", week.shift(-WEEKS_IN_A_YEAR)) for week in context.weeks()]


def weeks_skipped(context: SlideContext) -> int:
    """How many weeks come before the first that was measured, in this year or the one before."""
    pairs = zip(weeks_of(context), _year_before(context), strict=True)
    known = (
        place for place, pair in enumerate(pairs) if any(one.number is not None for one in pair)
    )
    return next(known, 0)


def _since(skipped: int, line: Series) -> Series:
    points = tuple(replace(point, index=point.index - skipped) for point in line.points)
    return replace(line, values=line.values[skipped:], points=points)


def _unstruck(mean: Series | None, own: Series) -> Series | None:
    """A mean's line without the end that would strike out a label over its point."""
    if mean is None:
        return None
    space = _LABEL_SPACE * max(value or 0.0 for value in own.values)
    over = {
        point.index: own.values[point.index] or 0.0
        for point in own.points
        if point.labels is not None and point.labels.place is LabelPlace.ABOVE
    }
    values = tuple(
        None if value and place in over and 0 < value - over[place] < space else value
        for place, value in enumerate(mean.values)
    )
    return replace(mean, values=values)


def week_of_fall(context: SlideContext) -> date | None:
    """The first day of the week since which use is lower than before; None where no week stands
    out, or some have no value."""
    weeks = weeks_of(context)
    numbers = [float(value.number) for value in weeks if value.number is not None]
    if len(numbers) < len(weeks):
        return None
    place = place_of_fall(numbers)
    return None if place is None else first_day(context, weeks[place])


def means_of(context: SlideContext) -> tuple[float | None, float | None]:
    """Use a week in the twelve weeks before and in the last four, as the change compares them."""
    change = context.get("usage_change")
    if change.value is None or change.denominator is None or change.numerator is None:
        return None, None
    return 7 * change.denominator, 7 * (change.denominator + change.numerator)


def weekly_line(context: SlideContext, place: Box, falls: bool) -> Chart:
    """This year's weeks, last year's in grey, and each window's own mean as a dashed line over
    a shade; the means are those that the title's change is made of."""
    palette = context.brand.palette
    weeks, earlier = weeks_of(context), _year_before(context)
    code = context.formats.chart_number(0)
    before, now = means_of(context)
    shown = [before, now, *(value.number for value in (*weeks, *earlier))]
    axis = shown_values(context, code, max(*(number or 0.0 for number in shown), 1.0))
    told = palette.bad if falls else palette.accent
    own, skipped = _this_year(context, weeks, earlier, (before, now), told), weeks_skipped(context)
    means = (
        _windows_mean(context, "usage.mean_before", before, range(BASE_WEEKS), palette.muted),
        _windows_mean(context, "usage.mean_now", now, range(BASE_WEEKS, WEEKS_SHOWN), told),
    )
    lines = (*(_unstruck(mean, own) for mean in means), _year_line(context, earlier, weeks[-1]))
    shade = Series(
        context.say("usage.window"),
        (None,) * BASE_WEEKS + (axis.maximum,) * RECENT_WEEKS,
        code,
        fill=palette.bad_tint if falls else palette.tint,
    )
    drawn = tuple(_since(skipped, line) for line in (*lines, own) if line is not None)
    shades = (_since(skipped, shade),) if skipped < BASE_WEEKS else ()
    return Chart(
        context.say("usage.heading"),
        place,
        context.say("usage.chart_alt"),
        _week_names(context, weeks[skipped:]),
        (
            *(Plot(PlotKind.COLUMN, Grouping.CLUSTERED, (one,), gap_width=0) for one in shades),
            Plot(PlotKind.LINE, Grouping.STANDARD, drawn),
        ),
        category_axis(context),
        axis,
        context.say("sheet"),
    )


def first_day(context: SlideContext, week: KpiValue) -> date:
    """The day on which the feed begins a week."""
    return week.period.start + timedelta(days=context.view.week_day)


def _week_names(context: SlideContext, weeks: list[KpiValue]) -> tuple[str, ...]:
    """The days on which the weeks begin; where the month changes, its name on a line of its own,
    as there is no room for it beside the day."""
    days = [first_day(context, value) for value in weeks]
    return tuple(
        f"{day.day}\n{context.formats.month_abbreviation(day)}"
        if place == 0 or day.month != days[place - 1].month
        else str(day.day)
        for place, day in enumerate(days)
    )


def _windows_mean(
    context: SlideContext, name: str, mean: float | None, places: range, colour: str
) -> Series | None:
    if mean is None:
        return None
    values = tuple(mean if place in places else None for place in range(WEEKS_SHOWN))
    code = context.formats.chart_number(0)
    return Series(context.say(name), values, code, stroke=Stroke(colour, 12_700, "dash"))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "") + '"'


def _year_line(context: SlideContext, earlier: list[KpiValue], now: KpiValue) -> Series | None:
    """Last year's weeks; nothing where none was measured. Its label keeps off this year's, which
    stands over its own line."""
    if all(value.number is None for value in earlier):
        return None
    colour = context.brand.palette.context_line
    year = context.period.start.year - 1
    last = max(place for place, value in enumerate(earlier) if value.number is not None)
    name = context.say("usage.year_before", {"year": str(year)})
    is_higher = (earlier[last].number or 0.0) > (now.number or 0.0)
    place = LabelPlace.ABOVE if is_higher else LabelPlace.BELOW
    label = value_labels(context, _quoted(str(year)), place, colour)
    return Series(
        name,
        tuple(plain_number(value.number) for value in earlier),
        context.formats.chart_number(0),
        stroke=Stroke(colour, 19_050),
        points=(PointStyle(last, labels=label),),
    )


def _this_year(
    context: SlideContext,
    weeks: list[KpiValue],
    earlier: list[KpiValue],
    means: tuple[float | None, float | None],
    told: str,
) -> Series:
    """Each week's point; the last one's label gives way to last year's line close above it."""
    code = context.formats.chart_number(0)
    accent = context.brand.palette.accent
    first = next(index for index, value in enumerate(weeks) if value.number is not None)
    last, year_before = WEEKS_SHOWN - 1, earlier[-1]
    over = float(year_before.number or 0.0) - float(weeks[last].number or 0.0)
    is_under = year_before.number is not None and over <= 0
    is_near = 0 < over < _LABEL_SPACE * max(value.number or 0.0 for value in weeks)
    labels = {
        place: _label(context, weeks, place, mean, [] if place == last else earlier, code)
        for place, mean in ((first, means[0]), (last, None if is_under else means[1]))
    }
    if is_near:
        labels[last] = value_labels(context, code, LabelPlace.BELOW)
    points = tuple(
        PointStyle(
            index,
            marker=Marker("circle", 7, told if index >= BASE_WEEKS else accent),
            labels=labels.get(index),
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


def _label(
    context: SlideContext,
    weeks: list[KpiValue],
    index: int,
    mean: float | None,
    earlier: list[KpiValue],
    code: str,
) -> Labels:
    """Above its point; below one to which the line falls or from which it rises steeply, or where
    the mean's line or last year's would strike it out, unless last year's is there too."""
    numbers = [value.number or 0.0 for value in weeks]
    here, largest = numbers[index], max(numbers)
    before, after = numbers[max(index - 1, 0)], numbers[min(index + 1, len(numbers) - 1)]
    is_steep = max(before, after) - here > _STEEP * largest
    beside = [value.number for value in earlier[index : index + 2] if value.number is not None]
    is_struck = 0 < (mean or 0.0) - here < _LABEL_SPACE * largest or any(
        _MARKER < (line - here) / largest < _LABEL_SPACE for line in beside if largest
    )
    is_free = not any(
        _MARKER < (here - line) / largest < _LABEL_SPACE for line in beside if largest
    )
    fits_below = here > _LABEL_SPACE * largest and (is_free or is_steep)
    place = LabelPlace.BELOW if (is_steep or is_struck) and fits_below else LabelPlace.ABOVE
    return value_labels(context, code, place)
