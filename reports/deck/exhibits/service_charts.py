"""The columns of the page on service: first response by month, and tickets by month."""

from reports.brand import inches
from reports.deck.exhibits.chart import (
    category_axis,
    hidden_values,
    legend,
    plain_number,
    target_line,
    value_labels,
)
from reports.deck.exhibits.frame import heading, row_of
from reports.deck.model import (
    Box,
    Chart,
    Element,
    Grouping,
    LabelPlace,
    Plot,
    PlotKind,
    PointStyle,
    Series,
)
from reports.deck.slide_context import SlideContext
from transforms.core.periods import Period
from transforms.metrics.kpi import Caveat, KpiValue

_MONTHS = 6
_SCALE = 1.15
"""The scale over the highest column, so that its label fits."""
_LABEL = 0.15
"""The share of the scale that a column's label takes."""


def service_charts(context: SlideContext, area: Box) -> list[Element]:
    """How fast, where that is known, and how much."""
    months = _months(context)
    replies = [context.get("first_response_median", month) for month in months]
    left, right = row_of(area, 2, inches(0.5))
    elements: list[Element] = []
    if any(value.number is not None for value in replies):
        elements += [
            heading(context, context.say(f"service.{_hours(context)}"), left),
            _response(context, replies, under_heading(left)),
        ]
    else:
        right = area
    return [
        *elements,
        heading(context, context.say("service.volume"), right),
        volume(context, months, under_heading(right)),
    ]


def _hours(context: SlideContext) -> str:
    """Business hours, or durations as the export gives them."""
    shown = (context.get("first_response_median"), context.get("critical_resolution_median"))
    is_exported = any(value.note == Caveat.AS_EXPORTED for value in shown)
    return "response_exported" if is_exported else "response"


def under_heading(place: Box) -> Box:
    """What a heading leaves of a place."""
    shift = inches(0.32)
    return Box(place.left, place.top + shift, place.width, place.height - shift)


def _months(context: SlideContext) -> tuple[Period, ...]:
    """Up to six months to the period's end, from the first that has tickets; the quarter's at
    least, but of a new client."""
    last = context.period.months[-1]
    months = [last.shift(step) for step in range(1 - _MONTHS, 1)]
    first = next(
        (
            place
            for place, month in enumerate(months)
            if context.get("tickets_created", month).number
        ),
        0,
    )
    least = 1 if context.is_new_since_previous else len(context.period.months)
    return tuple(months[min(first, _MONTHS - least) :])


def _response(context: SlideContext, replies: list[KpiValue], place: Box) -> Chart:
    palette = context.brand.palette
    target = context.view.thresholds.first_response_target_hours
    code = context.formats.chart_number(1)
    beside = 1 if len(replies) == 1 else 0  # a line needs a place on either side of one month
    values = [plain_number(value.number) for value in replies]
    highest = _SCALE * max([target, *(value for value in values if value is not None)])
    are_inside = _are_struck(replies, target, highest)
    columns = Series(
        context.name_of("first_response_median"),
        (*[None] * beside, *values, *[None] * beside),
        code,
        fill=palette.context,
        in_legend=False,
        labels=value_labels(context, code, LabelPlace.OUTSIDE),
        points=tuple(
            _point(context, index, value, highest, are_inside=are_inside)
            for index, value in enumerate(replies, beside)
        ),
    )
    name = context.say("service.target", {"hours": context.hours(target)})
    digits = 0 if target == int(target) else 1
    count, whole = len(replies) + 2 * beside, context.formats.chart_number(digits)
    line = target_line(context, name, target, count, whole)
    months = [context.formats.month(value.period.start) for value in replies]
    return Chart(
        context.say("service.response"),
        place,
        context.say("service.response_alt"),
        (*[""] * beside, *months, *[""] * beside),
        (
            Plot(PlotKind.COLUMN, Grouping.CLUSTERED, (columns,), gap_width=70),
            Plot(PlotKind.LINE, Grouping.STANDARD, (line,)),
        ),
        category_axis(context),
        hidden_values(context, highest),
        context.say("sheet"),
        legend(context),
    )


def _are_struck(replies: list[KpiValue], target: float, highest: float) -> bool:
    """Whether the target's line would strike out a label over its column."""
    numbers = [float(value.number or 0.0) for value in replies]
    return any(number <= target <= number + _LABEL * highest for number in numbers)


def _point(
    context: SlideContext, index: int, value: KpiValue, highest: float, *, are_inside: bool
) -> PointStyle:
    """A month's column: this quarter's in colour; its label over it or, where one would be struck
    out there, inside it as all are that are high enough."""
    palette = context.brand.palette
    is_now = value.period.start >= context.period.start
    fill, ink = (palette.accent, palette.paper) if is_now else (palette.context, palette.ink)
    number = float(value.number or 0.0)
    if not are_inside or number <= _LABEL * highest:
        return PointStyle(index, fill=fill)
    code = context.formats.chart_number(1)
    return PointStyle(index, fill=fill, labels=value_labels(context, code, LabelPlace.INSIDE, ink))


def volume(context: SlideContext, months: tuple[Period, ...], place: Box) -> Chart:
    """Tickets filed and solved in each month."""
    palette = context.brand.palette
    code = context.formats.chart_number(0)
    looks = (("tickets_created", palette.context), ("tickets_solved", palette.accent))
    series = tuple(
        Series(
            context.name_of(kpi),
            tuple(plain_number(context.get(kpi, month).number) for month in months),
            code,
            fill=colour,
            labels=value_labels(context, code, LabelPlace.OUTSIDE),
        )
        for kpi, colour in looks
    )
    return Chart(
        context.say("service.volume"),
        place,
        context.say("service.volume_alt"),
        tuple(context.formats.month(month.start) for month in months),
        (Plot(PlotKind.COLUMN, Grouping.CLUSTERED, series, gap_width=60, overlap=-5),),
        category_axis(context),
        hidden_values(context),
        context.say("sheet"),
        legend(context),
    )
