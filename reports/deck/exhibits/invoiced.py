"""What was invoiced, month by month and product by product."""

from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

from reports.brand import inches
from reports.deck.exhibits.chart import (
    LABEL_SIZE,
    category_axis,
    hidden_values,
    legend,
    value_labels,
)
from reports.deck.exhibits.frame import heading, note
from reports.deck.exhibits.invoiced_notes import month_note, year_note
from reports.deck.model import (
    Box,
    Chart,
    Element,
    Grouping,
    LabelPlace,
    Labels,
    Plot,
    PlotKind,
    PointStyle,
    Series,
)
from reports.deck.slide_context import SlideContext
from transforms.billing.invoiced_months import (
    amounts_of,
    are_years_invoiced,
    is_paid_ahead,
    is_year_at_once,
    products_of,
    total_of,
)
from transforms.core.money import exponent, to_major
from transforms.core.periods import Period

_MOST_PRODUCTS = 4
_FEWEST_MONTHS, _MONTHS_OF_NEW, _FEW_EMPTY = 6, 3, 2
_ROOM = 1.2
"""The scale over the longest bar, so that its label fits."""


def months_shown(context: SlideContext) -> tuple[Period, ...]:
    """From the first month with an amount to the period's last, and six of them at least; of a
    new client the quarter's, and none where one of them is all. All twelve of a client of more
    than a year where few are empty."""
    months = context.period.trailing_twelve.months
    there = {part.month for part in context.view.invoiced if part.month in months}
    if not there:
        return ()
    first = next(place for place, month in enumerate(months) if month in there)
    tenure = context.view.figures.find("tenure_months", context.period)
    if context.is_new_since_previous and not is_yearly(context):
        is_course = len(there) > 1
        return months[min(first, len(months) - _MONTHS_OF_NEW) :] if is_course else ()
    if first <= _FEW_EMPTY and ((tenure and tenure.number) or 0) >= len(months):
        return months
    return months[min(first, len(months) - _FEWEST_MONTHS) :]


def invoiced_by_month(
    context: SlideContext, months: Sequence[Period], place: Box
) -> tuple[Element, ...]:
    totals = [total_of(context.view.invoiced, month) for month in months]
    scale = context.formats.chart_money_scale(max(abs(total) for total in totals))
    unit = context.say(f"investment.scale_{scale}", {"currency": context.view.currency})
    # Invoices of whole years are no steps from month to month.
    has_steps = not (has_paid_ahead(context) or has_years(context))
    said = month_note(context, months, place, has_steps=has_steps)
    head, gap = inches(0.32), inches(0.12)
    foot = max(inches(0.5), said.box.height + gap)
    box = Box(place.left, place.top + head, place.width, place.height - head - foot)
    return (
        heading(context, context.say("investment.heading", {"unit": unit}), place),
        _chart(context, months, totals, scale, box),
        replace(said, box=replace(said.box, top=box.bottom + gap)),
    )


def year_by_product(
    context: SlideContext, months: Sequence[Period], place: Box
) -> tuple[Element, ...]:
    """The one invoice of a year, product by product: months without any would be empty space."""
    money = context.formats.chart_number(0)
    shares = [(name, sum(amounts)) for name, amounts in stacks_of(context, months)]
    told = [(name, _major(context, minor)) for name, minor in shares if minor]
    colours, palette = _colours(context), context.brand.palette
    title = context.say("investment.yearly", {"currency": context.view.currency})
    series = Series(
        title,
        tuple(amount for _, amount in told),
        money,
        fill=palette.accent,
        labels=value_labels(context, money, LabelPlace.OUTSIDE),
        points=tuple(
            PointStyle(index, fill=colours.get(name, palette.parts[-1][0]))
            for index, (name, _) in enumerate(told)
        ),
    )
    head, foot = inches(0.32), inches(0.5)
    box = Box(place.left, place.top + head, place.width, place.height - head - foot)
    chart = Chart(
        title,
        box,
        title,
        tuple(name for name, _ in told),
        (Plot(PlotKind.BAR, Grouping.CLUSTERED, (series,), gap_width=70),),
        category_axis(context, reversed_order=True),
        hidden_values(context, _ROOM * max(amount for _, amount in told)),
        context.say("sheet"),
    )
    small = Box(place.left, box.bottom + foot // 4, place.width, 0)
    words = note(context, context.say("investment.note") + year_note(context), small)
    return (heading(context, title, place), chart, words)


def is_yearly(context: SlideContext) -> bool:
    """Whether a single month of the last twelve brought about a year's fees."""
    monthly = context.get("mrr").value_minor or 0
    return is_year_at_once(context.view.invoiced, context.period, monthly)


def has_years(context: SlideContext) -> bool:
    """Whether the twelve months' invoices are of a year each."""
    monthly = context.get("mrr").value_minor or 0
    return are_years_invoiced(context.view.invoiced, context.period, monthly)


def has_paid_ahead(context: SlideContext) -> bool:
    """Whether nothing was invoiced in the period since the year's fees had been before it."""
    monthly = context.get("mrr").value_minor or 0
    is_paid = is_paid_ahead(context.view.invoiced, context.period, monthly)
    return is_paid and not context.get("invoiced_amount").value_minor


def stacks_of(context: SlideContext, months: Sequence[Period]) -> list[tuple[str, list[int]]]:
    """Amounts by product and month; what comes after the largest few is one part."""
    parts = context.view.invoiced
    names = products_of(parts)
    kept = names if len(names) <= _MOST_PRODUCTS + 1 else names[:_MOST_PRODUCTS]
    stacks: list[tuple[str, list[int]]] = []
    for name in kept:
        title = name or context.say(
            "investment.unsplit" if len(names) == 1 else "investment.no_product"
        )
        stacks.append((title, amounts_of(parts, months, name)))
    if len(kept) < len(names):
        stacks.append(
            (context.say("investment.others"), amounts_of(parts, months, *names[len(kept) :]))
        )
    return stacks


def _major(context: SlideContext, minor: int) -> float:
    return float(to_major(minor, context.view.currency))


def _chart(
    context: SlideContext, months: Sequence[Period], totals: list[int], scale: int, place: Box
) -> Chart:
    palette = context.brand.palette
    money = context.formats.chart_number(exponent(context.view.currency))
    stacks = stacks_of(context, months)
    colours = _colours(context)
    series = tuple(
        Series(
            name,
            tuple(_major(context, minor) if minor else None for minor in amounts),
            money,
            fill=colours.get(name, palette.parts[-1][0]),
        )
        for name, amounts in stacks
    )
    falls = any(minor < 0 for _, amounts in stacks for minor in amounts)
    axis = replace(hidden_values(context), minimum=None) if falls else hidden_values(context)
    return Chart(
        context.say("investment.chart"),
        place,
        context.say("investment.chart_alt"),
        tuple(context.formats.month(month.start) for month in months),
        (
            Plot(PlotKind.COLUMN, Grouping.STACKED, series, gap_width=45, overlap=100),
            Plot(PlotKind.LINE, Grouping.STANDARD, (_totals_line(context, totals, scale),)),
        ),
        category_axis(context),
        axis,
        context.say("sheet"),
        legend(context),
    )


def _colours(context: SlideContext) -> dict[str, str]:
    """Each product's colour, by its place on the price list: the same in every quarter and for
    every client. Of two that would share one, the later takes the next that is free."""
    fills = [fill for fill, _ in context.brand.palette.parts[:-1]]
    turns = {name: turn for turn, name in enumerate(context.view.listed)}
    places = {
        name: turns.get(name, crc32(name.encode())) for name in products_of(context.view.invoiced)
    }
    taken: dict[str, str] = {}
    for name, place in sorted(places.items(), key=lambda item: (item[1], item[0])):
        first = place % len(fills)
        free = (fill for fill in (*fills[first:], *fills[:first]) if fill not in taken.values())
        taken[name] = next(free, fills[first])
    return taken


def _totals_line(context: SlideContext, totals: list[int], scale: int) -> Series:
    """The labels over the columns, and under those of a month that fell below nothing."""
    ink = context.brand.palette.ink
    largest = _major(context, max(abs(total) for total in totals)) / 1000**scale
    code = context.formats.chart_number(1 if scale and largest < 1000 else 0, scale)
    return Series(
        context.say("investment.total"),
        tuple(_major(context, minor) if minor else None for minor in totals),
        context.formats.chart_number(exponent(context.view.currency)),
        in_legend=False,
        labels=Labels(code, LabelPlace.ABOVE, LABEL_SIZE, ink, bold=True),
        points=tuple(
            PointStyle(index, labels=Labels(code, LabelPlace.BELOW, LABEL_SIZE, ink, bold=True))
            for index, minor in enumerate(totals)
            if minor < 0
        ),
    )
