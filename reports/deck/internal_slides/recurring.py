"""The bridge of monthly recurring revenue, from the quarter's start to its end."""

from dataclasses import dataclass
from itertools import accumulate, pairwise

from reports.deck.desk import Headline, Tone, Value
from reports.deck.exhibit_chart import category_axis, hidden_values
from reports.deck.exhibits import BesideTiles, Page, beside_tiles, heading, note, slide, tiles_down
from reports.deck.internal_desk import InternalDesk
from reports.deck.model import (
    Box,
    Chart,
    Element,
    Grouping,
    Plot,
    PlotKind,
    Series,
    Slide,
)
from reports.deck.slides.contract import Absent, Kind
from reports.deck.subscription_fee import fee_course, monthly_fees
from reports.deck.tiles import tile_of
from transforms.kpi import Caveat, Missing
from transforms.money import exponent, to_major

ORDER = 102
KIND = Kind.CONTENT

_RISES = ("mrr_new", "mrr_reactivation", "mrr_expansion")
_FALLS = ("mrr_contraction", "mrr_churn")
_TILES = ("mrr", "nrr_ttm", "grr_ttm")


@dataclass(frozen=True)
class Step:
    """One column of the bridge; `minor` is signed, totals stand on the floor."""

    name: str
    minor: int
    is_total: bool = False


def headline(desk: InternalDesk, story: tuple[Headline, ...]) -> Headline | Absent:
    """Where recurring revenue stands, and how it got there."""
    del story
    now, start = desk.get("mrr"), desk.get("mrr_start")
    if now.value_minor is None or start.value_minor is None:
        return Absent(now.reason or start.reason or "no_rows")
    if not now.value_minor and not start.value_minor:
        return Absent(Missing.NO_SUBSCRIPTIONS)
    values: dict[str, Value] = {
        "now": desk.figure(now),
        "start": desk.figure(start),
        "this": desk.this_period,
    }
    rule, tone = _rule(desk, start.value_minor, now.value_minor)
    return Headline(
        "recurring",
        tone,
        desk.phrase(f"titles.recurring.{rule}", values),
        desk.phrase("clauses.none"),
    )


def _rule(desk: InternalDesk, start: int, now: int) -> tuple[str, Tone]:
    if not start:
        return "begun", Tone.GOOD
    if not now:
        return "ended", Tone.BAD
    if abs(now - start) < desk.view.thresholds.materiality_ratio * start:
        return "flat", Tone.FLAT
    return ("up", Tone.GOOD) if now > start else ("down", Tone.BAD)


def steps(desk: InternalDesk) -> tuple[Step, ...]:
    """Start, every movement that there was, end. The movements sum to end less start."""
    found = [Step(desk.say("recurring.start"), _minor(desk, "mrr_start"), is_total=True)]
    signed = [(kpi, 1) for kpi in _RISES] + [(kpi, -1) for kpi in _FALLS] + [("mrr_exchange", 1)]
    found.extend(
        Step(desk.say(f"recurring.{kpi}"), sign * _minor(desk, kpi))
        for kpi, sign in signed
        if _minor(desk, kpi)
    )
    return (*found, Step(desk.say("recurring.end"), _minor(desk, "mrr"), is_total=True))


def _minor(desk: InternalDesk, kpi: str) -> int:
    return desk.get(kpi).value_minor or 0


def compose(
    desk: InternalDesk, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """The bridge, or a year without movements, at the left; retention at the right."""
    del story
    places = beside_tiles(desk.brand.body)
    notes = (headline.title.text, *(desk.definition_of(kpi) for kpi in _TILES))
    page = Page("recurring", headline.title, ("subscriptions",), notes)
    shown = tiles_down(desk, [tile_of(desk, kpi) for kpi in _TILES], places.tiles)
    return (slide(desk, page, (*_exhibit(desk, places), *shown)),)


def _exhibit(desk: InternalDesk, places: BesideTiles) -> tuple[Element, ...]:
    """The bridge; where nothing moved, the fee month by month says more than two equal columns."""
    fees = monthly_fees(desk)
    has_moved = any(_minor(desk, kpi) for kpi in (*_RISES, *_FALLS, "mrr_exchange"))
    is_known = sum(fee.value_minor is not None for fee in fees) > 1
    if is_known and not has_moved and not _is_back(desk):
        return fee_course(desk, fees, places.left)
    return (
        heading(desk, desk.say("recurring.heading", {"currency": desk.view.currency}), places.left),
        _bridge(desk, places.exhibit),
        note(desk, _note(desk), places.note, 1),
    )


def _note(desk: InternalDesk) -> str:
    """What recurring revenue is, or that what is shown as kept had stopped in between."""
    return desk.say("recurring.note_away" if _is_back(desk) else "recurring.note")


def _is_back(desk: InternalDesk) -> bool:
    return desk.get("grr_ttm").note == Caveat.AWAY_AND_BACK


def _bridge(desk: InternalDesk, place: Box) -> Chart:
    """Stacked columns over a base that is not drawn; each name carries its amount."""
    palette, found = desk.brand.palette, steps(desk)
    moves = [step.minor for step in found[1:-1]]
    levels = list(accumulate(moves, initial=found[0].minor))
    lows = [min(pair) for pair in pairwise(levels)]
    money = desk.formats.chart_number(exponent(desk.view.currency))

    def series(name: str, amounts: list[int | None], fill: str | None) -> Series:
        major = tuple(None if item is None else _major(desk, item) for item in amounts)
        return Series(name, major, money, fill=fill)

    totals = [step.minor if step.is_total else None for step in found]
    rises = [None, *(move if move > 0 else None for move in moves), None]
    falls = [None, *(-move if move < 0 else None for move in moves), None]
    return Chart(
        desk.say("recurring.chart"),
        place,
        desk.say("recurring.chart_alt"),
        tuple(_label(desk, step) for step in found),
        (
            Plot(
                PlotKind.COLUMN,
                Grouping.STACKED,
                (
                    series(desk.say("recurring.base"), [None, *lows, None], None),
                    series(desk.say("recurring.level"), totals, palette.ink),
                    series(desk.say("recurring.rise"), rises, palette.good),
                    series(desk.say("recurring.fall"), falls, palette.bad),
                ),
                gap_width=35,
                overlap=100,
            ),
        ),
        category_axis(desk, 1200),
        hidden_values(desk),
        desk.say("sheet"),
    )


def _label(desk: InternalDesk, step: Step) -> str:
    amount = desk.formats.money(step.minor)
    sign = "+" if step.minor > 0 and not step.is_total else ""
    return f"{step.name}\n{sign}{amount}"


def _major(desk: InternalDesk, minor: int) -> float:
    return float(to_major(minor, desk.view.currency))
