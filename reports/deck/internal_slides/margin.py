"""Margin over the quarters: what is left of the client's revenue, in money and as a share."""

from dataclasses import replace

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
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, heading, note, row_of, slide, tiles
from reports.deck.exhibits.invoiced_drivers import leads
from reports.deck.exhibits.tiles import Tile, no_base, tile_of
from reports.deck.model import (
    Box,
    Chart,
    Grouping,
    LabelPlace,
    Marker,
    Plot,
    PlotKind,
    PointStyle,
    Series,
    Slide,
    Stroke,
)
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.signal_words import begun_small
from reports.deck.slide_context import Delta, Headline, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from transforms.billing.credited import credited_of, credits_between
from transforms.clients.judgement import falls_steeply
from transforms.core.money import to_major
from transforms.core.periods import Period
from transforms.kpis import shown_at
from transforms.metrics.kpi import KpiValue, Missing, Place, Unit

ORDER = 101
KIND = Kind.CONTENT

_QUARTERS = 8
_REVENUE = "recognised_revenue"
_HIDING = ("up", "flat")
"""Titles that would not let anybody think of less revenue."""
_MARGINS = ("contribution_margin", "gross_margin")
_HIGH_ENOUGH = 0.15
"""The share of the highest column from which on a label stands inside one."""
_WITHOUT_DECIMALS = 100
"""From here on labels of columns side by side would touch."""


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """The contribution margin against the quarter before, or the last one that has any; without
    costs, the gross margin."""
    del story
    kpi = _told(context)
    now, before = context.get(kpi), context.get(kpi, context.period.previous)
    if now.value is None:
        return Absent(now.reason or "no_rows")
    change = None if before.value is None else context.printed_change(now, before, 1)
    values: dict[str, Value] = {
        "name": context.name_of(kpi),
        "small": begun_small(context.name_of(kpi)),
        "margin": context.figure(now, 1),
        "before": context.figure(before, 1),
        "period": context.previous_period,
    }
    rule, tone = _rule(context, now, change)
    if rule == "missing":
        rule = _lacking(context, kpi, before, values)
    growth = context.growth(_REVENUE)
    if growth is not None and growth < 0:
        values["size"] = context.growth_figure(_REVENUE, growth)
        if falls_steeply(growth):
            rule, tone = "fell", Tone.BAD
            values["name"] = begun_small(context.name_of(kpi))
        elif rule in _HIDING and growth <= -context.view.thresholds.materiality_ratio:
            rule, tone = f"{rule}_less", Tone.BAD
    return Headline(
        "margin",
        tone,
        context.phrase(f"titles.margin.{rule}", values),
        context.phrase("clauses.none"),
    )


def _told(context: InternalContext) -> str:
    """The contribution margin; the gross one where it alone has a quarter before it, too."""
    if context.get("contribution_margin").value is None:
        return "gross_margin"
    before = context.period.previous
    has_base = {kpi: context.get(kpi, before).value is not None for kpi in _MARGINS}
    is_alone = has_base["gross_margin"] and not has_base["contribution_margin"]
    return "gross_margin" if is_alone and _is_known(context) else "contribution_margin"


def _is_known(context: InternalContext) -> bool:
    return context.get("gross_margin").value is not None


def _lacking(context: InternalContext, kpi: str, before: KpiValue, values: dict[str, Value]) -> str:
    """What is missing of the quarter before: its margin alone, where the charts draw it or earlier
    ones, beside the last margin there was."""
    is_cost = before.reason is Missing.COST_MISSING
    why = context.say("margin.no_cost") if is_cost else context.reason_within(before.reason)
    values["reason"] = why
    earlier = [context.get(kpi, quarter) for quarter in _quarters(context)[:-1]]
    known = [value for value in earlier if value.value is not None]
    if known:
        values["before"] = context.figure(known[-1], 1)
        values["earlier"] = context.formats.period(known[-1].period)
        return "earlier"
    return "unknown" if any(_revenues(context, _quarters(context)[:-1])) else "missing"


def _tile(context: InternalContext, kpi: str) -> Tile:
    """A figure's tile; that there is none of the quarter before is said as such where an earlier
    one has it."""
    tile = _after_credit(context, kpi, tile_of(context, kpi))
    is_drawn = any(context.get(kpi, item).number is not None for item in _quarters(context)[:-1])
    if tile.delta != no_base(context, kpi) or not tile.delta.text or not is_drawn:
        return tile
    told = context.say("margin.none_in", {"period": context.previous_period})
    return replace(tile, delta=replace(tile.delta, text=told))


def _after_credit(context: InternalContext, kpi: str, tile: Tile) -> Tile:
    """An amount's tile; of a rise after the credit notes of the quarter before, no good news, but
    what was credited then."""
    now, before = context.get(_REVENUE), context.get(_REVENUE, context.period.previous)
    change = (now.value_minor or 0) - (before.value_minor or 0)
    credits = credits_between(context.view.invoiced, context.period)
    is_rise = credits.moved > 0 and leads(credits, change)
    if not is_rise or tile.delta.tone is not Tone.GOOD or context.get(kpi).unit is not Unit.MONEY:
        return tile
    amount = context.formats.money(-credited_of(credits.parts))
    told = context.say("margin.after_credit", {"change": tile.delta.text, "amount": amount})
    return replace(tile, delta=Delta(told, Tone.FLAT))


def _rule(context: InternalContext, now: KpiValue, change: float | None) -> tuple[str, Tone]:
    if change is None:
        return "missing", Tone.MISSING
    if not context.is_material(now.unit, change, 0.0):
        return "flat", Tone.FLAT
    return ("up", Tone.GOOD) if change > 0 else ("down", Tone.BAD)


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over two charts: amounts as columns, shares as lines."""
    del story
    area = context.brand.body
    top = tiles(
        context,
        [_tile(context, kpi) for kpi in shown_at(Place.MARGIN)],
        Box(area.left, area.top, area.width, TILE_HEIGHT),
    )
    rest_top = area.top + TILE_HEIGHT + inches(0.22)
    rest = Box(area.left, rest_top, area.width, area.bottom - rest_top)
    left, right = row_of(rest, 2, inches(0.4))
    quarters = _quarters(context)
    unit = _unit(context, quarters)
    notes = (
        headline.title.text,
        context.definition_of("gross_margin"),
        *context.definitions(Place.MARGIN),
    )
    page = Page("margin", headline.title, ("invoices", "subscriptions"), notes)
    elements = (
        *top,
        heading(context, context.say("margin.amounts", {"unit": unit}), left),
        _amounts(context, quarters, _under(left)),
        heading(context, context.say("margin.shares"), right),
        _shares(context, quarters, _under(right)),
        note(
            context,
            context.say("margin.note"),
            Box(left.left, left.bottom - inches(0.2), area.width, 0),
            1,
        ),
    )
    return (slide(context, page, elements),)


def _under(place: Box) -> Box:
    return Box(place.left, place.top + inches(0.32), place.width, place.height - inches(0.56))


def _quarters(context: InternalContext) -> tuple[Period, ...]:
    """From the first of eight quarters with revenue; four at least."""
    all_of_them = tuple(context.period.shift(step) for step in range(1 - _QUARTERS, 1))
    first = next(
        (
            place
            for place, quarter in enumerate(all_of_them)
            if context.get(_REVENUE, quarter).number
        ),
        _QUARTERS - 4,
    )
    return all_of_them[min(first, _QUARTERS - 4) :]


def _scale(context: InternalContext, quarters: tuple[Period, ...]) -> int:
    return context.formats.chart_money_scale(max(map(abs, _revenues(context, quarters))))


def _revenues(context: InternalContext, quarters: tuple[Period, ...]) -> list[int]:
    return [context.get(_REVENUE, item).value_minor or 0 for item in quarters]


def _unit(context: InternalContext, quarters: tuple[Period, ...]) -> str:
    scale = _scale(context, quarters)
    return context.say(f"investment.scale_{scale}", {"currency": context.view.currency})


def _amounts(context: InternalContext, quarters: tuple[Period, ...], place: Box) -> Chart:
    palette = context.brand.palette
    looks = (
        (_REVENUE, palette.context, palette.ink),
        ("contribution", palette.accent, palette.paper),
    )
    series = tuple(
        _columns_of(context, quarters, kpi, fill, label)
        for kpi, fill, label in looks
        if any(context.get(kpi, quarter).value_minor for quarter in quarters)
    )
    has_losses = any((value or 0) < 0 for item in series for value in item.values)
    axis = hidden_values(context)
    return Chart(
        context.say("margin.chart"),
        place,
        context.say("margin.chart_alt"),
        tuple(_name(context, quarter) for quarter in quarters),
        (Plot(PlotKind.COLUMN, Grouping.CLUSTERED, series, gap_width=50, overlap=100),),
        category_axis(context),
        axis.from_below() if has_losses else axis,
        context.say("sheet"),
        legend(context),
    )


def _columns_of(
    context: InternalContext, quarters: tuple[Period, ...], kpi: str, fill: str, label: str
) -> Series:
    """An amount by quarter, each column labelled: the contribution inside its own, which stands
    in that of the revenue, where it is high enough."""
    scale = _scale(context, quarters)
    largest = max(abs(_major(context, minor) or 0.0) for minor in _revenues(context, quarters))
    digits = 1 if scale and largest / 1000**scale < _WITHOUT_DECIMALS else 0
    code = context.formats.chart_number(digits, scale)
    values = _amounts_of(context, quarters, kpi)
    is_inside = kpi == "contribution" and all(
        value is None or value >= _HIGH_ENOUGH * largest for value in values
    )
    labels = (
        value_labels(context, code, LabelPlace.CENTRE, label)
        if is_inside
        else value_labels(context, code, LabelPlace.OUTSIDE)
    )
    return Series(
        context.short_name(kpi),
        values,
        context.formats.chart_number(0),
        fill=fill,
        labels=labels,
    )


def _amounts_of(
    context: InternalContext, quarters: tuple[Period, ...], kpi: str
) -> tuple[float | None, ...]:
    """Nothing is drawn of quarters before the first revenue."""
    revenues = _revenues(context, quarters)
    first = next((place for place, minor in enumerate(revenues) if minor), 0)
    return tuple(
        None if place < first else _major(context, context.get(kpi, quarter).value_minor)
        for place, quarter in enumerate(quarters)
    )


def _shares(context: InternalContext, quarters: tuple[Period, ...], place: Box) -> Chart:
    palette = context.brand.palette
    looks = (
        ("gross_margin", palette.ink, LabelPlace.ABOVE),
        ("contribution_margin", palette.accent, LabelPlace.BELOW),
    )
    series = tuple(
        _share_line(context, quarters, kpi, colour, place_of_label)
        for kpi, colour, place_of_label in looks
        if any(context.get(kpi, quarter).value is not None for quarter in quarters)
    )
    has_losses = any((value or 0) < 0 for item in series for value in item.values)
    largest = max((value or 0.0 for item in series for value in item.values), default=1.0)
    axis = shown_values(context, context.formats.chart_percent(0), max(largest, 0.01))
    return Chart(
        context.say("margin.shares"),
        place,
        context.say("margin.shares_alt"),
        tuple(_name(context, quarter) for quarter in quarters),
        (Plot(PlotKind.LINE, Grouping.STANDARD, series),),
        category_axis(context),
        axis.from_below() if has_losses else axis,
        context.say("sheet"),
        legend(context),
    )


def _share_line(
    context: InternalContext, quarters: tuple[Period, ...], kpi: str, colour: str, label: LabelPlace
) -> Series:
    """A margin by quarter; the last one carries its value."""
    code = context.formats.chart_percent(1)
    last = PointStyle(
        len(quarters) - 1,
        marker=Marker("circle", 8, colour),
        labels=value_labels(context, code, label, colour),
    )
    return Series(
        context.short_name(kpi),
        tuple(plain_number(context.get(kpi, quarter).value) for quarter in quarters),
        code,
        stroke=Stroke(colour, LINE_WIDTH),
        points=(last,),
    )


def _name(context: InternalContext, quarter: Period) -> str:
    return context.formats.period(quarter).replace("\u00a020", "\u00a0")


def _major(context: InternalContext, minor: int | None) -> float | None:
    return None if minor is None else float(to_major(minor, context.view.currency))
