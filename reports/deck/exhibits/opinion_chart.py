"""What people answered quarter by quarter: the score's line over the answers it is made of."""

from collections.abc import Sequence
from dataclasses import replace

from reports.brand import inches
from reports.deck.exhibits.chart import (
    LABEL_SIZE,
    LINE_WIDTH,
    category_axis,
    hidden_values,
    legend,
    plain_number,
    value_labels,
)
from reports.deck.exhibits.frame import heading, note
from reports.deck.model import (
    AxisStyle,
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
    Stroke,
)
from reports.deck.slide_context import SlideContext
from transforms.core.periods import Period

_QUARTERS = 4
_SIGNED = "+0;−0;0"
_INSIDE = LabelPlace.CENTRE
_LABEL_HEIGHT = inches(0.14)
_HEADROOM = 1.15
"""The scale over the highest bar, so that a label over it fits."""
_NARROWEST = 40.0
"""The fewest points of NPS that a line's scale spans."""
_UNDER, _OVER = 0.7, 1.1
"""How far a scale reaches from the middle of its scores, in its span: labels stand over them."""
_PLOT = 0.66
"""The share of a chart's height that its bars have, over names and legend."""


def quarters_told(context: SlideContext) -> list[Period]:
    """Quarters with so many answers that nobody is recognised, oldest first."""
    candidates = [context.period.shift(step) for step in range(1 - _QUARTERS, 1)]
    least = context.view.thresholds.minimum_nps_answers
    return [
        period for period in candidates if (context.get("nps_answers", period).number or 0) >= least
    ]


def quarters_drawn(context: SlideContext) -> list[Period]:
    """From the first quarter with answers enough to this one; nothing where that is an old quarter
    alone."""
    told = quarters_told(context)
    if not told or told == [period for period in told if period != context.period][:1]:
        return []
    last = context.period
    return [last.shift(step) for step in range(1 - _QUARTERS, 1) if last.shift(step) >= told[0]]


def answers_chart(
    context: SlideContext, quarters: list[Period], left: Box, bottom: int
) -> tuple[Element, ...]:
    """The score's line over the answers it is made of, quarter by quarter; of one quarter its
    answers alone."""
    if not quarters:
        return ()
    head, foot = inches(0.32), inches(0.45)
    course: tuple[Element, ...] = ()
    top, room = left.top, bottom - left.top - head - foot
    if len(quarters) > 1:
        line = Box(left.left, left.top + head, left.width, (room - head) * 4 // 10)
        told = heading(context, context.say("satisfaction.heading"), left)
        course = (told, _score_line(context, quarters, line))
        top, room = line.bottom, room - head - line.height
    bars = Box(left.left, top + head, left.width, room)
    return (
        *course,
        heading(context, context.say("satisfaction.answers"), replace(left, top=top)),
        _stack(context, quarters, bars),
        note(
            context,
            context.say("satisfaction.note"),
            Box(left.left, bars.bottom + inches(0.03), left.width, 0),
        ),
    )


def _score_line(context: SlideContext, quarters: list[Period], place: Box) -> Chart:
    palette = context.brand.palette
    code = context.formats.chart_number(0)
    series = Series(
        context.short_name("nps"),
        tuple(plain_number(context.get("nps", period).number) for period in quarters),
        code,
        stroke=Stroke(palette.accent, LINE_WIDTH),
        marker=Marker("circle", 7, palette.accent),
        labels=value_labels(context, _SIGNED, LabelPlace.ABOVE, palette.accent),
    )
    return Chart(
        context.say("satisfaction.heading"),
        place,
        context.say("satisfaction.line_alt"),
        tuple(context.formats.period(period) for period in quarters),
        (Plot(PlotKind.LINE, Grouping.STANDARD, (series,)),),
        replace(category_axis(context), visible=False, line=None),
        _score_axis(context, [value for value in series.values if value is not None]),
        context.say("sheet"),
    )


def _score_axis(context: SlideContext, scores: Sequence[float]) -> AxisStyle:
    """A scale around the scores, wide enough that a few points stay a small step, with room over
    them for their labels."""
    least, most = min(scores), max(scores)
    middle, width = (least + most) / 2, max(most - least, _NARROWEST)
    low, high = middle - width * _UNDER, middle + width * _OVER
    return AxisStyle(
        False, "General", LABEL_SIZE, context.brand.palette.muted, minimum=low, maximum=high
    )


def _stack(context: SlideContext, quarters: list[Period], place: Box) -> Chart:
    palette = context.brand.palette
    code = context.formats.chart_number(0)
    counts = [_told_counts(context, period) for period in quarters]
    least = _LABEL_HEIGHT * max(sum(count) for count in counts) / max(place.height * _PLOT, 1)
    looks = (
        ("promoters", palette.accent, palette.paper),
        ("passives", palette.context, palette.ink),
        ("detractors", palette.bad, palette.paper),
    )
    series = tuple(
        Series(
            context.say(f"satisfaction.{name}"),
            tuple(count[index] or None for count in counts),
            code,
            fill=fill,
            points=_told(counts, index, least, fill, value_labels(context, code, _INSIDE, ink)),
        )
        for index, (name, fill, ink) in enumerate(looks)
    )
    names = tuple(
        _quarter_name(context, period, sum(count))
        for period, count in zip(quarters, counts, strict=True)
    )
    return Chart(
        context.say("satisfaction.answers"),
        place,
        context.say("satisfaction.chart_alt"),
        names,
        (
            Plot(PlotKind.COLUMN, Grouping.STACKED, series, gap_width=90, overlap=100),
            Plot(PlotKind.LINE, Grouping.STANDARD, (_over(context, counts, least),)),
        ),
        category_axis(context),
        hidden_values(context, _HEADROOM * max(sum(count) for count in counts)),
        context.say("sheet"),
        legend(context),
    )


def _told_counts(context: SlideContext, period: Period) -> tuple[float, float, float]:
    """Nobody where so few answered that one could be recognised."""
    return counts_of(context, period) if period in quarters_told(context) else (0.0, 0.0, 0.0)


def _quarter_name(context: SlideContext, period: Period, answers: float) -> str:
    rule = "quarter" if answers else "quarter_few"
    values = {"period": context.formats.period(period), "n": context.formats.count(answers)}
    return context.say(f"satisfaction.{rule}", values)


def _told(
    counts: Sequence[tuple[float, float, float]],
    index: int,
    least: float,
    fill: str,
    labels: Labels,
) -> tuple[PointStyle, ...]:
    """Labels for those parts of the bars that are high enough to hold one."""
    return tuple(
        PointStyle(quarter, fill=fill, labels=labels)
        for quarter, count in enumerate(counts)
        if count[index] >= least
    )


def _over(
    context: SlideContext, counts: Sequence[tuple[float, float, float]], least: float
) -> Series:
    """Over each bar the detractors that its part for them is too low to tell, on a line that is
    not drawn."""
    labels = {
        quarter: value_labels(
            context,
            f'"{context.formats.count(count[2])}"',
            LabelPlace.ABOVE,
            context.brand.palette.bad,
        )
        for quarter, count in enumerate(counts)
        if 0 < count[2] < least
    }
    return Series(
        context.say("columns.answers"),
        tuple(sum(count) or None for count in counts),
        context.formats.chart_number(0),
        points=tuple(PointStyle(quarter, labels=found) for quarter, found in labels.items()),
        in_legend=False,
    )


def counts_of(context: SlideContext, period: Period) -> tuple[float, float, float]:
    """Promoters, passives and detractors."""
    promoters = float(context.get("nps_promoters", period).number or 0)
    detractors = float(context.get("nps_detractors", period).number or 0)
    everybody = float(context.get("nps_answers", period).number or 0)
    return promoters, everybody - promoters - detractors, detractors
