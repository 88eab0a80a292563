"""How charts look: quiet axes, direct labels, one accent, bars that start at zero."""

from math import ceil, floor, log10

from reports.deck.model import AxisStyle, LabelPlace, Labels, Legend, Series, Stroke
from reports.deck.slide_context import SlideContext

LABEL_SIZE = 1100
LINE_WIDTH = 28_575
_MOST_STEPS = 5
_HEADROOM = 1.04
"""The scale over the largest value, so that its label fits."""


def category_axis(
    context: SlideContext, size: int = LABEL_SIZE, reversed_order: bool = False
) -> AxisStyle:
    """Names under the bars, on a thin line."""
    palette = context.brand.palette
    return AxisStyle(
        True,
        "General",
        size,
        palette.muted,
        line=Stroke(palette.context, 9_525),
        reversed=reversed_order,
    )


def hidden_values(context: SlideContext, maximum: float | None = None) -> AxisStyle:
    """A scale from zero that is not drawn, because every mark carries its value."""
    return AxisStyle(
        False, "General", LABEL_SIZE, context.brand.palette.muted, minimum=0.0, maximum=maximum
    )


def shown_values(context: SlideContext, format_code: str, largest: float) -> AxisStyle:
    """A scale from zero with a few faint lines, where not every point carries its value."""
    palette = context.brand.palette
    step = _step(largest)
    return AxisStyle(
        True,
        format_code,
        LABEL_SIZE,
        palette.muted,
        gridlines=Stroke(palette.rule, 6_350),
        minimum=0.0,
        maximum=round(step * ceil(largest * _HEADROOM / step), 10),
        step=step,
    )


def _step(largest: float) -> float:
    """A round number that divides a scale up to `largest` into five parts at most."""
    least = max(largest, 1e-6) / _MOST_STEPS
    tens = 10.0 ** floor(log10(least))
    return next(round(tens * one, 10) for one in (1, 2, 2.5, 5, 10) if tens * one >= least)


def legend(context: SlideContext, place: str = "b") -> Legend:
    return Legend(place, LABEL_SIZE, context.brand.palette.muted)


def value_labels(
    context: SlideContext, format_code: str, place: LabelPlace, colour: str = ""
) -> Labels:
    return Labels(format_code, place, LABEL_SIZE, colour or context.brand.palette.ink, bold=True)


def target_line(
    context: SlideContext, name: str, value: float, count: int, format_code: str
) -> Series:
    """A dashed line across the columns; the legend tells its name, which holds the value."""
    palette = context.brand.palette
    return Series(name, (value,) * count, format_code, stroke=Stroke(palette.bad, 19_050, "dash"))


def plain_number(value: float | int | None) -> float | None:
    """A value as a chart holds it; None is a gap."""
    return None if value is None else float(value)
