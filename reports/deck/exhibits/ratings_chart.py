"""The share of positive ratings quarter by quarter, where nobody asked who would recommend us."""

from collections.abc import Sequence

from reports.brand import inches
from reports.deck.exhibits.chart import category_axis, hidden_values, plain_number, value_labels
from reports.deck.exhibits.frame import heading, note
from reports.deck.exhibits.opinion import is_told
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

_QUARTERS = 4
_ROOM = 1.15
"""The scale over a whole, so that its label fits."""


def ratings_drawn(context: SlideContext) -> list[Period]:
    """From the first quarter with ratings enough to this one; nothing where this has too few."""
    if not is_told(context, "csat"):
        return []
    last = context.period
    quarters = [last.shift(step) for step in range(1 - _QUARTERS, 1)]
    first = next(place for place, item in enumerate(quarters) if is_told(context, "csat", item))
    return quarters[first:]


def ratings_chart(
    context: SlideContext, quarters: Sequence[Period], left: Box, bottom: int
) -> tuple[Element, ...]:
    """A column a quarter, this one's in colour; of how many ratings each is stands under it."""
    head, foot = inches(0.32), inches(0.3)
    place = Box(left.left, left.top + head, left.width, bottom - left.top - head - foot)
    small = Box(left.left, place.bottom + inches(0.03), left.width, 0)
    return (
        heading(context, context.say("satisfaction.ratings"), left),
        _columns(context, quarters, place),
        note(context, context.say("satisfaction.ratings_note"), small),
    )


def _columns(context: SlideContext, quarters: Sequence[Period], place: Box) -> Chart:
    palette, code = context.brand.palette, context.formats.chart_percent()
    shares = [context.get("csat", item).number for item in quarters]
    known = [is_told(context, "csat", item) for item in quarters]
    series = Series(
        context.short_name("csat"),
        tuple(
            plain_number(share) if told else None for share, told in zip(shares, known, strict=True)
        ),
        code,
        fill=palette.context,
        labels=value_labels(context, code, LabelPlace.OUTSIDE),
        points=(PointStyle(len(quarters) - 1, fill=palette.accent),),
    )
    return Chart(
        context.say("satisfaction.ratings"),
        place,
        context.say("satisfaction.ratings_alt"),
        tuple(_name(context, item) for item in quarters),
        (Plot(PlotKind.COLUMN, Grouping.CLUSTERED, (series,), gap_width=90),),
        category_axis(context),
        hidden_values(context, _ROOM),
        context.say("sheet"),
    )


def _name(context: SlideContext, quarter: Period) -> str:
    is_known = is_told(context, "csat", quarter)
    answers = context.get("csat", quarter).denominator or 0
    rule = "quarter" if is_known else "quarter_few" if answers else "quarter_none"
    values = {"period": context.formats.period(quarter), "n": context.formats.count(answers)}
    return context.say(f"satisfaction.{rule}", values)
