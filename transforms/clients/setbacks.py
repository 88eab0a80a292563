"""What went wrong with a client that no signal tells of, and that its own deck shows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from transforms.clients.aims import Commitment, Goal
from transforms.clients.judgement import falls_on_year
from transforms.clients.seat_cuts import SeatCut, followed_cut
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue

_QUARTERS = 3
_CHANGES = ("usage_change", "usage_change_year")


class Kind(StrEnum):
    """What went wrong, the gravest first."""

    SEATS = "seats"
    USE_ON_YEAR = "use_on_year"
    OPINION = "opinion"
    USE = "use"
    PROMISES = "promises"


@dataclass(frozen=True)
class Setback:
    """One of them; `size` is a relative change of use, the last NPS, a number of promises, or by
    how much the monthly fee changed since the seats were cut, in the currency's smallest unit."""

    kind: Kind
    size: float
    cut: SeatCut | None = None


def goals_missed(goals: Iterable[Goal]) -> tuple[int, int]:
    """How many of the goals that were measured were missed, and how many were measured."""
    met = [goal.is_met for goal in goals if goal.is_met is not None]
    return met.count(False), len(met)


def setbacks_of(
    find: Callable[[str, Period], KpiValue | None],
    period: Period,
    least_fall: float,
    promises: Iterable[Commitment],
    today: date,
) -> tuple[Setback, ...]:
    """Seats that the client cut, where use fell with them; else use well below last year's, or that
    fell by `least_fall` or more in the period; NPS down three quarters in a row, and promises of
    either side past their day."""

    def number(kpi: str, of: Period) -> float | None:
        found = find(kpi, of)
        return None if found is None else found.value

    found: list[Setback] = []
    on_year, change = number("usage_change_year", period), number("usage_change", period)
    cuts = {kpi: followed_cut(find, period, kpi, least_fall) for kpi in _CHANGES}
    cut = next((one for one in cuts.values() if one is not None), None)
    if cut is not None:
        found.append(Setback(Kind.SEATS, _fee_since(find, period, cut), cut))
    if on_year is not None and falls_on_year(on_year) and not cuts["usage_change_year"]:
        found.append(Setback(Kind.USE_ON_YEAR, on_year))
    scores = [number("nps", period.shift(step)) for step in range(-_QUARTERS, 1)]
    known = [score for score in scores if score is not None]
    if len(known) > _QUARTERS and all(later < one for one, later in pairwise(known)):
        found.append(Setback(Kind.OPINION, known[-1]))
    if change is not None and change <= -least_fall and not cuts["usage_change"]:
        found.append(Setback(Kind.USE, change))
    late = sum(item.is_open and (item.due_date or today) < today for item in promises)
    if late:
        found.append(Setback(Kind.PROMISES, float(late)))
    return tuple(found)


def _fee_since(
    find: Callable[[str, Period], KpiValue | None], period: Period, cut: SeatCut
) -> float:
    """The change of the monthly fee since the seats were more; 0 where either fee is unknown."""
    now, before = find("mrr", period), find("mrr", cut.before.period)
    if now is None or before is None or now.value_minor is None or before.value_minor is None:
        return 0.0
    return float(now.value_minor - before.value_minor)
