"""Which periods have to be computed so that one period can be reported."""

from datetime import timedelta

from transforms.periods import Grain, Period

_MONTHS_SHOWN = 13
_QUARTERS_SHOWN = 8
_WEEKS_SHOWN = 13


def needed_periods(period: Period) -> tuple[Period, ...]:
    """The period, what it is compared with, and the months, quarters and weeks of its charts.

    Oldest first within each grain, none twice.

    >>> [str(item) for item in needed_periods(Period.parse("2026-Q3")) if len(str(item)) == 7][:3]
    ['2024-Q4', '2025-Q1', '2025-Q2']
    """
    compared = (period.year_ago, period.previous, period)
    months = {month for item in compared for month in item.months} | set(_months(period))
    others = (*_quarters(period), *sorted(months), *_weeks(period))
    wanted = (*(item for item in compared if item not in others), *others)
    return tuple(dict.fromkeys(wanted))


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
    """The last ISO weeks that end on or before the valuation date."""
    monday = period.end - timedelta(days=period.end.weekday())
    start = monday.fromordinal(monday.toordinal() - 7)
    last = Period(start, monday, Grain.WEEK, period.fiscal_start_month)
    return tuple(last.shift(back) for back in range(1 - _WEEKS_SHOWN, 1))
