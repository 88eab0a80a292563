"""The scheduled time selects the period, never the clock."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from transforms.core.periods import Grain, Period, add_months


def period_before(
    scheduled_at: datetime, grain: Grain, time_zone: str, fiscal_start_month: int = 1
) -> Period:
    """The month or quarter that is over at a scheduled time, in the company's time zone.

    A worker that was down starts every missed run at once: each still reports its own period.
    On a month's last day it is that month: the schedule's own zone is ahead of the company's,
    and midnight of the first there is still the last day here.

    >>> from datetime import timezone
    >>> str(period_before(datetime(2026, 10, 3, 6, tzinfo=timezone.utc), Grain.QUARTER, "UTC"))
    '2026-Q3'
    """
    local = scheduled_at.astimezone(ZoneInfo(time_zone)).date()
    next_day = local + timedelta(days=1)
    month = Period.month(next_day.year, next_day.month, fiscal_start_month)
    if grain is Grain.MONTH:
        return month.previous
    into_quarter = (month.start.month - fiscal_start_month) % 3
    end = add_months(month.start, -into_quarter)
    return Period(add_months(end, -3), end, Grain.QUARTER, fiscal_start_month)
