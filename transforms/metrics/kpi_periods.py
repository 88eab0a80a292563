"""Which periods have to be computed so that one period can be reported."""

from dataclasses import dataclass
from datetime import timedelta

from transforms.core.periods import Grain, Period
from transforms.metrics.kpi import KpiSpec

_MONTHS_SHOWN = 13
_QUARTERS_SHOWN = 8
WEEKS_SHOWN = 16
"""All that a change of use compares: four weeks and the twelve before."""
WEEKS_IN_A_YEAR = 52
_MONTHS_LOOKED_BACK = 5


@dataclass(frozen=True)
class NeededPeriods:
    """What has to be computed for one report, oldest first within each grain."""

    whole: tuple[Period, ...]
    """Every figure: the period itself."""
    compared: tuple[Period, ...] = ()
    """Figures that reports compare: its months, the period before and the one a year ago."""
    charted: tuple[Period, ...] = ()
    """Only figures whose definition names the grain as charted."""
    before: tuple[Period, ...] = ()
    """Of a month, those before it that its workbook looks back on: figures that are charted by
    any grain, as a quarter's workbook looks back on quarters."""
    ahead: tuple[Period, ...] = ()
    """Months to come: figures that look ahead."""

    @property
    def every(self) -> tuple[Period, ...]:
        """Each period once."""
        return tuple(
            dict.fromkeys((*self.whole, *self.compared, *self.charted, *self.before, *self.ahead))
        )

    def needs(self, spec: KpiSpec, period: Period) -> bool:
        """Whether the report shows that figure of that period."""
        if period in self.whole:
            return period.grain in spec.grains
        if period in self.ahead:
            return spec.is_ahead and period.grain in spec.grains
        if spec.is_population:  # clients are compared in the reported period alone
            return False
        if period in self.compared:
            return spec.is_compared and period.grain in spec.grains
        if period in self.before and spec.looked_back_on:
            return period.grain in spec.grains
        return period in self.charted and period.grain in spec.looked_back_on


def needed_periods(period: Period, days_ahead: int = 0) -> NeededPeriods:
    """The periods that a report of this one shows, which looks so many days ahead.

    >>> [str(item) for item in needed_periods(Period.parse("2026-Q3")).compared]
    ['2025-Q3', '2026-Q2', '2026-07', '2026-08', '2026-09']
    """
    beside = dict.fromkeys((period.year_ago, period.previous, *period.months))
    beside.pop(period, None)
    runs = (*_quarters(period), *_months(period), *_weeks(period))
    known = {period, *beside}
    charted = tuple(run for run in runs if run not in known)
    before = tuple(month for month in _months_before(period) if month not in known)
    ahead = months_ahead(period, days_ahead)
    return NeededPeriods((period,), tuple(beside), charted, before, ahead)


def months_ahead(period: Period, days: int) -> tuple[Period, ...]:
    """The calendar months in which the days after the valuation date lie.

    >>> [str(month) for month in months_ahead(Period.parse("2026-Q3"), 90)]
    ['2026-10', '2026-11', '2026-12']
    """
    first, last = period.end, period.valuation_date + timedelta(days=days)
    count = 12 * (last.year - first.year) + last.month - first.month + 1 if last >= first else 0
    month = Period.month(first.year, first.month, period.fiscal_start_month)
    return tuple(month.shift(step) for step in range(count))


def _months_before(period: Period) -> tuple[Period, ...]:
    if period.grain is not Grain.MONTH:
        return ()
    return tuple(period.shift(-back) for back in range(_MONTHS_LOOKED_BACK))


def _months(period: Period) -> tuple[Period, ...]:
    """Thirteen calendar months, so that the last can be set beside the same a year ago."""
    if period.grain is Grain.WEEK:
        return ()
    last = period.months[-1]
    return tuple(last.shift(-back) for back in range(_MONTHS_SHOWN))


def _quarters(period: Period) -> tuple[Period, ...]:
    if period.grain is not Grain.QUARTER:
        return ()
    return tuple(period.shift(back) for back in range(1 - _QUARTERS_SHOWN, 1))


def _weeks(period: Period) -> tuple[Period, ...]:
    """The last ISO weeks that end on or before the valuation date, and one more for weeks that
    begin on another day; of a quarter, which has a deck, also those of a year before."""
    shown = last_weeks(period)
    shown = (shown[0].shift(-1), *shown)
    if period.grain is not Grain.QUARTER:
        return shown
    return (*(week.shift(-WEEKS_IN_A_YEAR) for week in shown), *shown)


def last_weeks(period: Period, begins_on: int = 0) -> tuple[Period, ...]:
    """As many ISO weeks as charts show, the last of them over in the period; of a feed by the
    week, those that hold the first days (0 is Monday) of weeks that are.

    >>> [str(last_weeks(Period.parse("2026-Q2"), day)[-1]) for day in (0, 1, 2, 3)]
    ['2026-W26', '2026-W26', '2026-W26', '2026-W25']
    """
    end = period.end - timedelta(days=begins_on)
    monday = end - timedelta(days=end.weekday())
    last = Period(monday - timedelta(days=7), monday, Grain.WEEK, period.fiscal_start_month)
    return tuple(last.shift(back) for back in range(1 - WEEKS_SHOWN, 1))
