"""Business hours, day by day and quarter of an hour by quarter of an hour."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from transforms.core.policy import Policy

QUARTER = timedelta(minutes=15)


@cache
def closed_days(country: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays(country, years=year))


def is_working_day(day: date, policy: Policy) -> bool:
    if day.weekday() >= 5:
        return False
    return not policy.holiday_country or day not in closed_days(policy.holiday_country, day.year)


def hours_by_day(start: datetime, end: datetime, policy: Policy) -> float:
    """The overlap with every working day in between."""
    zone = ZoneInfo(policy.time_zone)
    total, day = timedelta(0), start.astimezone(zone).date()
    while day <= end.astimezone(zone).date():
        if is_working_day(day, policy):
            opens = datetime.combine(day, policy.business_opens, zone).astimezone(UTC)
            closes = datetime.combine(day, policy.business_closes, zone).astimezone(UTC)
            total += max(min(end, closes) - max(start, opens), timedelta(0))
        day += timedelta(days=1)
    return total / timedelta(hours=1)


def hours_by_quarter(start: datetime, end: datetime, policy: Policy) -> float:
    """The quarters of an hour that begin while the wall clock shows opening hours."""
    zone = ZoneInfo(policy.time_zone)
    open_quarters, moment = 0, start
    while moment < end:
        wall = moment.astimezone(zone)
        in_hours = policy.business_opens <= wall.time() < policy.business_closes
        open_quarters += in_hours and is_working_day(wall.date(), policy)
        moment += QUARTER
    return open_quarters / 4
