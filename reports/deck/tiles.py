"""Which words a figure's tile carries: its value, and a change only where one can be claimed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt

from reports.deck.desk import Delta, Desk, Tone

_DIGITS = {"first_response_median": 1, "critical_resolution_median": 1, "contribution_margin": 1}


@dataclass(frozen=True)
class Tile:
    """A figure on its own: what it is, its value, and how it moved."""

    label: str
    value: str
    delta: Delta


def tile_of(desk: Desk, kpi: str) -> Tile:
    """A KPI's tile; `n/d` and the reason in words without a value."""
    value = desk.get(kpi)
    if value.number is None:
        missing = Delta(desk.reason(value.reason), Tone.MISSING)
        return Tile(desk.short_name(kpi), desk.say("absent"), missing)
    return _WRITERS.get(kpi, _plain)(desk, kpi)


def _plain(desk: Desk, kpi: str) -> Tile:
    digits = _DIGITS.get(kpi, 0)
    delta = desk.delta(kpi, digits) or Delta(desk.say("delta.none"), Tone.MISSING)
    return Tile(desk.short_name(kpi), desk.text_of(desk.get(kpi), digits), delta)


def _comparison(desk: Desk, kpi: str) -> Tile:
    """A change is a comparison itself: the tile tells with what."""
    change = desk.get(kpi).value or 0.0
    comparator = desk.say(f"usage.against_{kpi}")
    value = desk.formats.signed_percent(change)
    if abs(change) < desk.view.thresholds.materiality_ratio:
        # One decimal more, so that 4.9 % does not read as the 5 % that would be told.
        value = desk.formats.signed_percent(change, 1)
        stable = desk.say("delta.stable_against", {"comparator": comparator})
        return Tile(desk.short_name(kpi), value, Delta(stable, Tone.FLAT))
    sign, tone = ("▲", Tone.GOOD) if change > 0 else ("▼", Tone.BAD)
    return Tile(desk.short_name(kpi), value, Delta(f"{sign} {comparator}", tone))


def _nps(desk: Desk, kpi: str) -> Tile:
    """A change of NPS is told only where it is more than chance."""
    tile = _plain(desk, kpi)
    if desk.get(kpi, desk.period.previous).number is None or claimed_nps_change(desk) is not None:
        return tile
    words = desk.say("delta.inconclusive", {"period": desk.previous_period})
    return Tile(tile.label, tile.value, Delta(words, Tone.FLAT))


def _csat(desk: Desk, kpi: str) -> Tile:
    """A share of very few answers is told as a count."""
    value = desk.get(kpi)
    if (value.denominator or 0) >= desk.view.thresholds.minimum_nps_answers:
        return _plain(desk, kpi)
    counts = {
        "positive": desk.part(value, "numerator").text,
        "n": desk.part(value, "denominator").text,
    }
    few = Delta(desk.say("delta.few_answers"), Tone.MISSING)
    return Tile(desk.short_name(kpi), desk.say("satisfaction.of", counts), few)


_WRITERS: Mapping[str, Callable[[Desk, str], Tile]] = {
    "usage_change": _comparison,
    "usage_change_year": _comparison,
    "nps": _nps,
    "csat": _csat,
}


def claimed_nps_change(desk: Desk) -> float | None:
    """The change of NPS where enough people answered and it exceeds both margins of error."""
    periods = (desk.period, desk.period.previous)
    scores = [desk.get("nps", period).value for period in periods]
    errors = [desk.get("nps_error", period).value for period in periods]
    samples = [desk.get("nps_answers", period).value or 0 for period in periods]
    now, before = scores
    if now is None or before is None or min(samples) < desk.view.thresholds.nps_claim_answers:
        return None
    limit = sqrt(sum((error or 0.0) ** 2 for error in errors))
    change = now - before
    return change if abs(change) > limit else None
