"""Which words a figure's tile carries: its value, and a change only where one can be claimed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from math import sqrt

from reports.deck.slide_context import Delta, SlideContext, Tone
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue

FALLING_QUARTERS = 3
"""Quarters in a row that a score has to fall for its fall to be told."""


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


def no_base(context: SlideContext) -> Delta:
    """That there is no earlier figure; nothing for a client without a quarter before: it would
    stand on every tile of the deck."""
    words = "" if context.is_new_since_previous else context.say("delta.none")
    return Delta(words, Tone.MISSING)


def _missing(context: SlideContext, value: KpiValue) -> Delta:
    """Why there is no value; of delays, that there are none where something was due."""
    if value.kpi == "delivery_days_overdue_median" and context.get("tasks_due").number:
        return Delta(context.say("delivery.none_late"), Tone.GOOD)
    return Delta(context.reason(value.reason), Tone.MISSING)


def _plain(context: SlideContext, kpi: str) -> Tile:
    digits = specs()[kpi].tile_decimals
    delta = context.delta(kpi, digits) or no_base(context)
    return Tile(context.short_name(kpi), context.text_of(context.get(kpi), digits), delta)


def _comparison(context: SlideContext, kpi: str) -> Tile:
    """A change is a comparison itself: the tile tells with what."""
    change = context.get(kpi).value or 0.0
    comparator = context.say(f"usage.against_{kpi}")
    value = context.formats.signed_percent(change)
    if abs(change) < context.view.thresholds.materiality_ratio:
        # One decimal more, so that 4.9 % does not read as the 5 % that would be told.
        value = context.formats.signed_percent(change, 1)
        stable = context.say("delta.stable_against", {"comparator": comparator})
        return Tile(context.short_name(kpi), value, Delta(stable, Tone.FLAT))
    sign, tone = ("▲", Tone.GOOD) if change > 0 else ("▼", Tone.BAD)
    return Tile(context.short_name(kpi), value, Delta(f"{sign} {comparator}", tone))


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
    words = context.say("delta.inconclusive", {"period": context.previous_period})
    return Tile(tile.label, tile.value, Delta(words, Tone.FLAT))


def _csat(context: SlideContext, kpi: str) -> Tile:
    """Of very few answers only how many there are: a share would tell what one person said."""
    value, before = context.get(kpi), context.get(kpi, context.period.previous)
    least = context.view.thresholds.minimum_nps_answers
    if (value.denominator or 0) >= least:
        told = _plain(context, kpi)
        is_base = (before.denominator or 0) >= least
        return told if is_base else replace(told, delta=no_base(context))
    few = Delta(context.say("delta.few_answers"), Tone.MISSING)
    counted = context.words.count("satisfaction.few", round(value.denominator or 0))
    return Tile(context.short_name(kpi), counted, few)


_WRITERS: Mapping[str, Callable[[SlideContext, str], Tile]] = {
    "usage_change": _comparison,
    "usage_change_year": _comparison,
    "nps": _nps,
    "csat": _csat,
}


def claimed_nps_change(context: SlideContext) -> float | None:
    """The change of NPS where enough people answered and it exceeds both margins of error."""
    periods = (context.period, context.period.previous)
    scores = [context.get("nps", period).value for period in periods]
    errors = [context.get("nps_error", period).value for period in periods]
    samples = [context.get("nps_answers", period).value or 0 for period in periods]
    now, before = scores
    if now is None or before is None or min(samples) < context.view.thresholds.nps_claim_answers:
        return None
    limit = sqrt(sum((error or 0.0) ** 2 for error in errors))
    change = now - before
    return change if abs(change) > limit else None


def sliding_from(context: SlideContext) -> KpiValue | None:
    """The score from which it fell quarter after quarter: each step may be chance, and that they
    all go down is told as what it is, without a claim on how much."""
    scores = [
        context.get("nps", context.period.shift(step)) for step in range(-FALLING_QUARTERS, 1)
    ]
    numbers = [score.value for score in scores]
    known = [number for number in numbers if number is not None]
    if len(known) <= FALLING_QUARTERS or any(later >= one for one, later in pairwise(known)):
        return None
    return scores[0]
