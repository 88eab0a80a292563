"""Margin over the quarters: what is left of the client's revenue, in money and as a share."""

from reports.brand import inches
from reports.deck.desk import Headline, Tone, Value
from reports.deck.exhibit_chart import (
    LINE_WIDTH,
    category_axis,
    hidden_values,
    legend,
    plain_number,
    shown_values,
    value_labels,
)
from reports.deck.exhibits import TILE_HEIGHT, Page, heading, note, row_of, slide, tiles
from reports.deck.internal_desk import InternalDesk
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
from reports.deck.slides.contract import Absent, Kind
from reports.deck.tiles import tile_of
from transforms.kpi import KpiValue
from transforms.money import to_major
from transforms.periods import Period

ORDER = 101
KIND = Kind.CONTENT

_QUARTERS = 8
_WITHOUT_DECIMALS = 100
"""From here on labels of columns side by side would touch."""


def headline(desk: InternalDesk, story: tuple[Headline, ...]) -> Headline | Absent:
    """The contribution margin against the quarter before; without costs, the gross margin."""
    del story
    kpi = _told(desk)
    now, before = desk.get(kpi), desk.get(kpi, desk.period.previous)
    if now.value is None:
        return Absent(now.reason or "no_rows")
    change = None if before.value is None else now.value - before.value
    values: dict[str, Value] = {
        "name": desk.name_of(kpi),
        "margin": desk.figure(now, 1),
        "before": desk.figure(before, 1),
        "period": desk.previous_period,
    }
    rule, tone = _rule(desk, now, change)
    return Headline(
        "margin", tone, desk.phrase(f"titles.margin.{rule}", values), desk.phrase("clauses.none")
    )


def _told(desk: InternalDesk) -> str:
    known = desk.get("contribution_margin").value is not None
    return "contribution_margin" if known else "gross_margin"


def _rule(desk: InternalDesk, now: KpiValue, change: float | None) -> tuple[str, Tone]:
    if change is None:
        return "missing", Tone.MISSING
    if not desk.is_material(now.unit, change, 0.0):
        return "flat", Tone.FLAT
    return ("up", Tone.GOOD) if change > 0 else ("down", Tone.BAD)


def compose(
    desk: InternalDesk, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over two charts: amounts as columns, shares as lines."""
    del story
    area = desk.brand.body
    kpis = ("recognised_revenue", "gross_profit", "contribution", "contribution_margin")
    top = tiles(
        desk,
        [tile_of(desk, kpi) for kpi in kpis],
        Box(area.left, area.top, area.width, TILE_HEIGHT),
    )
    rest_top = area.top + TILE_HEIGHT + inches(0.22)
    rest = Box(area.left, rest_top, area.width, area.bottom - rest_top)
    left, right = row_of(rest, 2, inches(0.4))
    quarters = _quarters(desk)
    unit = _unit(desk, quarters)
    notes = (
        headline.title.text,
        desk.definition_of("gross_margin"),
        desk.definition_of("contribution_margin"),
    )
    page = Page("margin", headline.title, ("invoices", "subscriptions"), notes)
    elements = (
        *top,
        heading(desk, desk.say("margin.amounts", {"unit": unit}), left),
        _amounts(desk, quarters, _under(left)),
        heading(desk, desk.say("margin.shares"), right),
        _shares(desk, quarters, _under(right)),
        note(
            desk,
            desk.say("margin.note"),
            Box(left.left, left.bottom - inches(0.2), area.width, 0),
            1,
        ),
    )
    return (slide(desk, page, elements),)


def _under(place: Box) -> Box:
    return Box(place.left, place.top + inches(0.32), place.width, place.height - inches(0.56))


def _quarters(desk: InternalDesk) -> tuple[Period, ...]:
    """From the first of eight quarters with revenue; four at least."""
    all_of_them = tuple(desk.period.shift(step) for step in range(1 - _QUARTERS, 1))
    first = next(
        (
            place
            for place, quarter in enumerate(all_of_them)
            if desk.get("recognised_revenue", quarter).number
        ),
        _QUARTERS - 4,
    )
    return all_of_them[min(first, _QUARTERS - 4) :]


def _scale(desk: InternalDesk, quarters: tuple[Period, ...]) -> int:
    return desk.formats.chart_money_scale(max(map(abs, _revenues(desk, quarters))))


def _revenues(desk: InternalDesk, quarters: tuple[Period, ...]) -> list[int]:
    return [desk.get("recognised_revenue", item).value_minor or 0 for item in quarters]


def _unit(desk: InternalDesk, quarters: tuple[Period, ...]) -> str:
    scale = _scale(desk, quarters)
    return desk.say(f"investment.scale_{scale}", {"currency": desk.view.currency})


def _amounts(desk: InternalDesk, quarters: tuple[Period, ...], place: Box) -> Chart:
    palette = desk.brand.palette
    scale = _scale(desk, quarters)
    largest = max(abs(_major(desk, minor) or 0.0) for minor in _revenues(desk, quarters))
    digits = 1 if scale and largest / 1000**scale < _WITHOUT_DECIMALS else 0
    code = desk.formats.chart_number(digits, scale)
    looks = (("recognised_revenue", palette.context), ("contribution", palette.accent))
    series = tuple(
        Series(
            desk.short_name(kpi),
            tuple(_major(desk, desk.get(kpi, quarter).value_minor) for quarter in quarters),
            desk.formats.chart_number(0),
            fill=colour,
            labels=value_labels(desk, code, LabelPlace.OUTSIDE),
        )
        for kpi, colour in looks
        if any(desk.get(kpi, quarter).value_minor for quarter in quarters)
    )
    has_losses = any((value or 0) < 0 for item in series for value in item.values)
    axis = hidden_values(desk)
    return Chart(
        desk.say("margin.chart"),
        place,
        desk.say("margin.chart_alt"),
        tuple(_name(desk, quarter) for quarter in quarters),
        (Plot(PlotKind.COLUMN, Grouping.CLUSTERED, series, gap_width=50, overlap=-5),),
        category_axis(desk, 1000),
        axis.from_below() if has_losses else axis,
        desk.say("sheet"),
        legend(desk),
    )


def _shares(desk: InternalDesk, quarters: tuple[Period, ...], place: Box) -> Chart:
    palette = desk.brand.palette
    code = desk.formats.chart_percent(0)
    looks = (
        ("gross_margin", palette.ink, LabelPlace.ABOVE),
        ("contribution_margin", palette.accent, LabelPlace.BELOW),
    )
    last = len(quarters) - 1
    series = tuple(
        Series(
            desk.short_name(kpi),
            tuple(plain_number(desk.get(kpi, quarter).value) for quarter in quarters),
            desk.formats.chart_percent(1),
            stroke=Stroke(colour, LINE_WIDTH),
            points=(
                PointStyle(
                    last,
                    marker=Marker("circle", 8, colour),
                    labels=value_labels(
                        desk, desk.formats.chart_percent(1), place_of_label, colour
                    ),
                ),
            ),
        )
        for kpi, colour, place_of_label in looks
        if any(desk.get(kpi, quarter).value is not None for quarter in quarters)
    )
    has_losses = any((value or 0) < 0 for item in series for value in item.values)
    largest = max((value or 0.0 for item in series for value in item.values), default=1.0)
    axis = shown_values(desk, code, max(largest, 0.01))
    return Chart(
        desk.say("margin.shares"),
        place,
        desk.say("margin.shares_alt"),
        tuple(_name(desk, quarter) for quarter in quarters),
        (Plot(PlotKind.LINE, Grouping.STANDARD, series),),
        category_axis(desk, 1000),
        axis.from_below() if has_losses else axis,
        desk.say("sheet"),
        legend(desk),
    )


def _name(desk: InternalDesk, quarter: Period) -> str:
    return desk.formats.period(quarter).replace("\u00a020", "\u00a0")


def _major(desk: InternalDesk, minor: int | None) -> float | None:
    return None if minor is None else float(to_major(minor, desk.view.currency))
