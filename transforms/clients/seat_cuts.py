"""Use that fell because the client pays for fewer seats: its own choice, not adoption lost."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue

_BASES: Final = {"usage_change": (-1,), "usage_change_year": (-4, -1)}
"""By change of use, the quarters whose paid seats its base had, the one to take first."""
_QUARTERS: Final = 4


@dataclass(frozen=True)
class SeatCut:
    """Paid seats before and now, as the figures of seats in use have them."""

    before: KpiValue
    now: KpiValue

    @property
    def seats(self) -> tuple[float, float]:
        """How many were paid for before, and now."""
        return self.before.denominator or 0.0, self.now.denominator or 0.0


def seat_cut(
    find: Callable[[str, Period], KpiValue | None], period: Period, kpi: str, least: float
) -> SeatCut | None:
    """The cut of paid seats within the span that a change of use (`kpi`) compares; None where
    fewer than the share `least` of the seats went, or either number is not known."""
    now = find("seats_used", period)
    known = (find("seats_used", period.shift(step)) for step in _BASES[kpi])
    before = next((value for value in known if value is not None and value.denominator), None)
    if now is None or before is None or not now.denominator:
        return None
    is_cut = now.denominator <= (1 - least) * (before.denominator or 0.0)
    return SeatCut(before, now) if is_cut else None


def followed_growth(
    find: Callable[[str, Period], KpiValue | None], period: Period, least: float
) -> SeatCut | None:
    """The seats of a year before and now, where they grew by a share of `least` or more and so did
    use, at least half of it with them; None where any of it is not known."""
    now, before = find("seats_used", period), find("seats_used", period.shift(-_QUARTERS))
    change = find("usage_change_year", period)
    if now is None or before is None or not now.denominator or not before.denominator:
        return None
    grown = now.denominator / before.denominator - 1
    if change is None or change.value is None or min(grown, change.value) < least:
        return None
    return SeatCut(before, now) if 2 * grown >= change.value else None


def followed_cut(
    find: Callable[[str, Period], KpiValue | None], period: Period, kpi: str, least: float
) -> SeatCut | None:
    """The cut of seats that a fall of use followed: it is most of the fall, and what each seat is
    used fell by less than the share `least`, in the other comparison too if use falls there. None
    otherwise, or where use holds."""
    cut = _own_cut(find, period, kpi, least)
    others = (other for other in _BASES if other != kpi and _falls(find(other, period), least))
    is_whole = all(_own_cut(find, period, other, least) is not None for other in others)
    return cut if is_whole else None


def outpaced_cut(
    find: Callable[[str, Period], KpiValue | None], period: Period, kpi: str, least: float
) -> SeatCut | None:
    """The cut of seats beside which use fell even more, since the same quarter; None otherwise."""
    cut = seat_cut(find, period, kpi, least)
    if cut is None or cut.before.period != period.shift(_BASES[kpi][0]):
        return None
    is_followed = _own_cut(find, period, kpi, least) is not None
    return None if is_followed or not _falls(find(kpi, period), least) else cut


def _own_cut(
    find: Callable[[str, Period], KpiValue | None], period: Period, kpi: str, least: float
) -> SeatCut | None:
    """The cut that a fall of use followed, by one comparison alone."""
    cut, change = seat_cut(find, period, kpi, least), find(kpi, period)
    if cut is None or change is None or change.value is None or not _falls(change, least):
        return None
    before, now = cut.seats
    is_most = 2 * (1 - now / before) >= -change.value
    return cut if is_most and (1 + change.value) * before / now - 1 > -least else None


def _falls(change: KpiValue | None, least: float) -> bool:
    return change is not None and change.value is not None and change.value <= -least
