"""Which words a figure's tile carries: its value, and a change only where one can be claimed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from reports.deck.exhibits.opinion import (
    claimed_csat_change,
    claimed_nps_change,
    csat_text,
    is_same,
    is_told,
    sliding_from,
)
from reports.deck.exhibits.seats_apart import told_in_short
from reports.deck.exhibits.service_meaning import is_slower
from reports.deck.exhibits.signs import signed
from reports.deck.fewer_seats import cut_behind
from reports.deck.slide_context import Delta, SlideContext, Tone, tone_of
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue, Missing, Unit


@dataclass(frozen=True)
class Tile:
    """A figure on its own: what it is, its value, and how it moved."""

    label: str
    value: str
    delta: Delta


def tile_of(context: SlideContext, kpi: str) -> Tile:
    """A KPI's tile; `n/d` and the reason in words without a value."""
    value = context.get(kpi)
    if value.number is None:
        return Tile(context.short_name(kpi), context.say("absent"), _missing(context, value))
    return _WRITERS.get(kpi, _plain)(context, kpi)


def no_base(context: SlideContext, kpi: str = "") -> Delta:
    """That there is no earlier figure, and why where that says more; nothing for a client without
    a quarter before: it would stand on every tile of the deck."""
    if context.is_new_since_previous:
        return Delta("", Tone.MISSING)
    before = context.get(kpi, context.period.previous) if kpi else None
    return _without(context, _why_none(context, before) if before else "")


def _why_none(context: SlideContext, value: KpiValue) -> str:
    """Why there is no value; where no critical incident was solved and none is open, there was
    none."""
    if value.reason is Missing.NONE_SOLVED:
        still_open = context.view.figures.find("critical_open", value.period)
        return "no_critical" if still_open and still_open.number == 0 else value.reason
    return value.reason or ""


def _without(context: SlideContext, reason: str) -> Delta:
    told, values = f"delta.none_{reason}", {"period": context.previous_period}
    words = context.say(told, values) if context.words.has(told) else context.say("delta.none")
    return Delta(words, Tone.MISSING)


def _missing(context: SlideContext, value: KpiValue) -> Delta:
    """Why there is no value; of delays, that there are none where something was due."""
    if value.kpi == "delivery_days_overdue_median" and context.get("tasks_due").number:
        return Delta(context.say("delivery.none_late"), Tone.GOOD)
    reason = _why_none(context, value)
    return Delta(context.say(f"missing.{reason}") if reason else "", Tone.MISSING)


def _plain(context: SlideContext, kpi: str) -> Tile:
    digits = _digits(context, kpi)
    delta = context.delta(kpi, digits) or _since_none(context, kpi, digits)
    delta = delta or no_base(context, kpi)
    return Tile(context.short_name(kpi), context.text_of(context.get(kpi), digits), delta)


def _digits(context: SlideContext, kpi: str) -> int:
    """Decimals of a tile: those of the figure, and one of a day and a half."""
    spec, number = specs()[kpi], context.get(kpi).number
    is_half = spec.unit is Unit.DAYS and number is not None and number % 1 == 0.5
    return max(spec.tile_decimals, 1 if is_half else 0)


def _since_none(context: SlideContext, kpi: str, digits: int) -> Delta | None:
    """That there was none of it before, where that is known: a figure to compare with."""
    now, before = context.get(kpi), context.get(kpi, context.period.previous)
    if before.number != 0 or context.is_new_since_previous:
        return None
    values = {"before": context.text_of(before, digits), "period": context.previous_period}
    return Delta(context.say("delta.was", values), tone_of(kpi, float(now.number or 0)))


def _comparison(context: SlideContext, kpi: str) -> Tile:
    """A change is a comparison itself: the tile tells with what."""
    change = context.get(kpi).value or 0.0
    comparator = context.say(f"usage.against_{kpi}")
    value = context.signed(context.get(kpi)).text
    if abs(change) < context.view.thresholds.materiality_ratio:
        stable = context.say("delta.stable_against", {"comparator": comparator})
        return Tile(context.short_name(kpi), value, Delta(stable, Tone.FLAT))
    sign, tone = ("▲", Tone.GOOD) if change > 0 else ("▼", _of_fall(context, kpi))
    return Tile(context.short_name(kpi), value, Delta(signed(sign, comparator), tone))


def _of_fall(context: SlideContext, kpi: str) -> Tone:
    """A fall of use is bad news, but for one that the client's own cut of seats or the season
    explains."""
    year, limit = context.get("usage_change_year").value, context.view.thresholds.materiality_ratio
    is_seasonal = kpi == "usage_change" and year is not None and year > -limit
    return Tone.FLAT if is_seasonal or cut_behind(context, kpi) else Tone.BAD


def _nps(context: SlideContext, kpi: str) -> Tile:
    """A change of NPS is told only where it is more than chance, or goes one way for long."""
    tile = _plain(context, kpi)
    if sliding_from(context) is not None:
        return replace(tile, delta=Delta(context.say("delta.sliding"), Tone.BAD))
    if (
        context.get(kpi, context.period.previous).number is None
        or claimed_nps_change(context) is not None
    ):
        return tile
    return replace(tile, delta=_unclaimed(context, kpi))


def _waited(context: SlideContext, kpi: str) -> Tile:
    """A longer wait is bad news over the target, or where it is clearly longer; a shorter one that
    is over it still is no good news."""
    tile, value = _plain(context, kpi), context.get(kpi).value or 0.0
    is_over = value > _targets(context)[kpi]
    if tile.delta.tone is Tone.GOOD and is_over:
        return replace(tile, delta=replace(tile.delta, tone=Tone.FLAT))
    if tile.delta.tone is not Tone.BAD or is_over or is_slower(context, kpi):
        return tile
    return replace(tile, delta=replace(tile.delta, tone=Tone.FLAT))


def _targets(context: SlideContext) -> dict[str, float]:
    limits = context.view.thresholds
    return {
        "first_response_median": limits.first_response_target_hours,
        "critical_resolution_median": limits.critical_resolution_target_hours,
    }


def _unclaimed(context: SlideContext, kpi: str) -> Delta:
    """Of a change that may be chance: that there is none, or that nobody can claim one."""
    rule = "same" if is_same(context, kpi) else "inconclusive"
    return Delta(context.say(f"delta.{rule}", {"period": context.previous_period}), Tone.FLAT)


def _csat(context: SlideContext, kpi: str) -> Tile:
    """Of very few answers only how many there are: a share would tell what one person said."""
    if not is_told(context, kpi):
        few = Delta(context.say("delta.few_answers"), Tone.MISSING)
        answers = round(context.get(kpi).denominator or 0)
        return Tile(context.short_name(kpi), context.words.count("satisfaction.few", answers), few)
    tile = replace(_plain(context, kpi), value=csat_text(context).text)
    before = context.get(kpi, context.period.previous)
    if before.number is None or context.is_new_since_previous:
        return replace(tile, delta=no_base(context, kpi))
    if not is_told(context, kpi, before.period):
        return replace(tile, delta=_without(context, Missing.TOO_FEW_ANSWERS))
    if claimed_csat_change(context) is not None:
        return tile
    return replace(tile, delta=_unclaimed(context, kpi))


def _seats(context: SlideContext, kpi: str) -> Tile:
    """Where some companies' use is not measured, of which it is: that comes before any change."""
    tile, told = _plain(context, kpi), told_in_short(context)
    return replace(tile, delta=Delta(told, Tone.FLAT)) if told else tile


_WRITERS: Mapping[str, Callable[[SlideContext, str], Tile]] = {
    "usage_change": _comparison,
    "usage_change_year": _comparison,
    "first_response_median": _waited,
    "critical_resolution_median": _waited,
    "nps": _nps,
    "csat": _csat,
    "seats_used": _seats,
}
