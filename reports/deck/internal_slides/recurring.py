"""The bridge of monthly recurring revenue, from the quarter's start to its end."""

from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from reports.deck.exhibits.chart import category_axis, hidden_values
from reports.deck.exhibits.frame import (
    BesideTiles,
    Page,
    beside_tiles,
    heading,
    note,
    slide,
    tiles_down,
)
from reports.deck.exhibits.tiles import Tile, tile_of
from reports.deck.model import Box, Chart, Element, Grouping, Plot, PlotKind, Series, Slide
from reports.deck.review.internal_context import InternalContext
from reports.deck.slide_context import Delta, Headline, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.view.subscription_fee import fee_course, monthly_fees
from transforms.core.money import exponent, to_major
from transforms.kpis import shown_at, sign_in_bridge
from transforms.metrics.kpi import Caveat, Missing, Place

ORDER = 102
KIND = Kind.CONTENT


_LITTLE = 0.01
"""Of a fee that runs month after month, what is more is told as a rise or a fall."""


@dataclass(frozen=True)
class Step:
    """One column of the bridge; `minor` is signed, totals stand on the floor."""

    name: str
    minor: int
    is_total: bool = False


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Where recurring revenue stands, and how it got there."""
    del story
    now, start = context.get("mrr"), context.get("mrr_start")
    if now.value_minor is None or start.value_minor is None:
        return Absent(now.reason or start.reason or "no_rows")
    if not now.value_minor and not start.value_minor:
        return Absent(Missing.NO_SUBSCRIPTIONS)
    values: dict[str, Value] = {
        "now": context.figure(now),
        "start": context.figure(start),
        "this": context.this_period,
    }
    rule, tone = _rule(context, start.value_minor, now.value_minor)
    kept = context.get("nrr_ttm")
    if rule in ("flat", "near") and kept.value is not None and _has_shifted(context, kept.value):
        rule, values["kept"] = f"{rule}_year", context.figure(kept)
    return Headline(
        "recurring",
        tone,
        context.phrase(f"titles.recurring.{rule}", values),
        context.phrase("clauses.none"),
    )


def _rule(context: InternalContext, start: int, now: int) -> tuple[str, Tone]:
    if not start:
        return "begun", Tone.GOOD
    if not now:
        return "ended", Tone.BAD
    if abs(now - start) < _LITTLE * start:
        return ("flat" if now == start else "near"), Tone.FLAT
    return ("up", Tone.GOOD) if now > start else ("down", Tone.BAD)


def _has_shifted(context: InternalContext, kept: float) -> bool:
    """Whether the year changed what the quarter did not."""
    return abs(kept - 1.0) >= context.view.thresholds.materiality_ratio


def _tile(context: InternalContext, kpi: str) -> Tile:
    """A figure's tile; of the fee, the change that the title tells, however small."""
    tile, now, start = tile_of(context, kpi), context.get("mrr"), context.get("mrr_start")
    if kpi != "mrr" or not now.value_minor or not start.value_minor:
        return tile
    rule, tone = _rule(context, start.value_minor, now.value_minor)
    if rule not in ("up", "down"):
        return tile
    size = context.formats.money(abs(now.value_minor - start.value_minor))
    said = context.say(f"delta.{rule}", {"size": size, "period": context.previous_period})
    return replace(tile, delta=Delta(said, tone))


def steps(context: InternalContext) -> tuple[Step, ...]:
    """Start, every movement that there was, end. The movements sum to end less start."""
    found = [Step(context.say("recurring.start"), _minor(context, "mrr_start"), is_total=True)]
    found.extend(
        Step(context.say(f"recurring.{kpi}"), sign_in_bridge(kpi) * _minor(context, kpi))
        for kpi in shown_at(Place.BRIDGE)
        if _minor(context, kpi)
    )
    return (*found, Step(context.say("recurring.end"), _minor(context, "mrr"), is_total=True))


def _minor(context: InternalContext, kpi: str) -> int:
    return context.get(kpi).value_minor or 0


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """The bridge, or a year without movements, at the left; retention at the right."""
    del story
    places = beside_tiles(context.brand.body)
    notes = (headline.title.text, *context.definitions(Place.RECURRING))
    page = Page("recurring", headline.title, ("subscriptions",), notes)
    shown = tiles_down(
        context, [_tile(context, kpi) for kpi in shown_at(Place.RECURRING)], places.tiles
    )
    return (slide(context, page, (*_exhibit(context, places), *shown)),)


def _exhibit(context: InternalContext, places: BesideTiles) -> tuple[Element, ...]:
    """The bridge; where nothing moved, the fee month by month says more than two equal columns."""
    fees = monthly_fees(context)
    has_moved = any(_minor(context, kpi) for kpi in shown_at(Place.BRIDGE))
    is_known = sum(fee.value_minor is not None for fee in fees) > 1
    if is_known and not has_moved and not _is_back(context):
        return fee_course(context, fees, places.left)
    return (
        heading(
            context,
            context.say("recurring.heading", {"currency": context.view.currency}),
            places.left,
        ),
        _bridge(context, places.exhibit),
        note(context, _note(context), places.note, 1),
    )


def _note(context: InternalContext) -> str:
    """What recurring revenue is, or that what is shown as kept had stopped in between."""
    return context.say("recurring.note_away" if _is_back(context) else "recurring.note")


def _is_back(context: InternalContext) -> bool:
    return context.get("grr_ttm").note == Caveat.AWAY_AND_BACK


def _bridge(context: InternalContext, place: Box) -> Chart:
    """Stacked columns over a base that is not drawn; each name carries its amount."""
    palette, found = context.brand.palette, steps(context)
    moves = [step.minor for step in found[1:-1]]
    levels = list(accumulate(moves, initial=found[0].minor))
    lows = [min(pair) for pair in pairwise(levels)]
    money = context.formats.chart_number(exponent(context.view.currency))

    def series(name: str, amounts: list[int | None], fill: str | None) -> Series:
        major = tuple(None if item is None else _major(context, item) for item in amounts)
        return Series(name, major, money, fill=fill)

    totals = [step.minor if step.is_total else None for step in found]
    rises = [None, *(move if move > 0 else None for move in moves), None]
    falls = [None, *(-move if move < 0 else None for move in moves), None]
    return Chart(
        context.say("recurring.chart"),
        place,
        context.say("recurring.chart_alt"),
        tuple(_label(context, step) for step in found),
        (
            Plot(
                PlotKind.COLUMN,
                Grouping.STACKED,
                (
                    series(context.say("recurring.base"), [None, *lows, None], None),
                    series(context.say("recurring.level"), totals, palette.ink),
                    series(context.say("recurring.rise"), rises, palette.good),
                    series(context.say("recurring.fall"), falls, palette.bad),
                ),
                gap_width=35,
                overlap=100,
            ),
        ),
        category_axis(context, 1200),
        hidden_values(context),
        context.say("sheet"),
    )


def _label(context: InternalContext, step: Step) -> str:
    amount = context.formats.money(step.minor)
    sign = "+" if step.minor > 0 and not step.is_total else ""
    return f"{step.name}\n{sign}{amount}"


def _major(context: InternalContext, minor: int) -> float:
    return float(to_major(minor, context.view.currency))
