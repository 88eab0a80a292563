"""What went wrong with a client that no signal tells of, and that its own deck shows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from transforms.clients.aims import Commitment, Goal
from transforms.clients.judgement import falls_on_year
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue

_QUARTERS = 3


class Kind(StrEnum):
    """What went wrong, the gravest first."""

    USE_ON_YEAR = "use_on_year"
    OPINION = "opinion"
    USE = "use"
    PROMISES = "promises"


@dataclass(frozen=True)
class Setback:
    """One of them; `size` is a relative change of use, the last NPS, or a number of promises."""

    kind: Kind
    size: float


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
    """Use well below last year's, NPS down three quarters in a row, use that fell by
    `least_fall` or more in the period, and promises of either side past their day."""

    def number(kpi: str, of: Period) -> float | None:
        found = find(kpi, of)
        return None if found is None else found.value

    found: list[Setback] = []
    on_year, change = number("usage_change_year", period), number("usage_change", period)
    if on_year is not None and falls_on_year(on_year):
        found.append(Setback(Kind.USE_ON_YEAR, on_year))
    scores = [number("nps", period.shift(step)) for step in range(-_QUARTERS, 1)]
    known = [score for score in scores if score is not None]
    if len(known) > _QUARTERS and all(later < one for one, later in pairwise(known)):
        found.append(Setback(Kind.OPINION, known[-1]))
    if change is not None and change <= -least_fall:
        found.append(Setback(Kind.USE, change))
    late = sum(item.is_open and (item.due_date or today) < today for item in promises)
    if late:
        found.append(Setback(Kind.PROMISES, float(late)))
    return tuple(found)
