"""When runs start, and that the scheduled time selects the period, never the clock."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from pipeline.settings_section import Schedule
from transforms.core.periods import Grain, Period, add_months
from transforms.service.business_hours import business_days

_YEARS_OF_HOLIDAYS = 10
_OVER = date(2000, 1, 1)


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


def monthly_rule(schedule: Schedule, country: str, year: int) -> str:
    """When the monthly run starts: an RFC 5545 rule in the company's local time.

    >>> print(monthly_rule(Schedule(), "", 2026))
    RRULE:FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3;BYHOUR=6;BYMINUTE=0;BYSECOND=0
    """
    return _rule(schedule, country, year, range(1, 13))


def quarterly_rule(schedule: Schedule, country: str, year: int, fiscal_start_month: int) -> str:
    """When the quarterly run starts: in the month after each fiscal quarter."""
    return _rule(schedule, country, year, sorted(_first_months(fiscal_start_month)))


def looks_rule(schedule: Schedule, today: date) -> str:
    """When the watcher looks, from today on; never where nothing is awaited.

    >>> print(looks_rule(Schedule(awaited=("a.csv",)), date(2026, 10, 1)))
    DTSTART:20261001T000000
    RRULE:FREQ=MINUTELY;INTERVAL=30
    """
    start = f"DTSTART:{today:%Y%m%d}T000000"
    if not schedule.awaited:
        return f"{start}\nRRULE:FREQ=DAILY;UNTIL={_OVER:%Y%m%d}T000000"
    return f"{start}\nRRULE:FREQ=MINUTELY;INTERVAL={schedule.look_every_minutes}"


def _first_months(fiscal_start_month: int) -> set[int]:
    return {(fiscal_start_month - 1 + into) % 12 + 1 for into in (0, 3, 6, 9)}


def _rule(schedule: Schedule, country: str, year: int, months: Sequence[int]) -> str:
    """The nth weekday for ever, moved where public holidays move the nth business day.

    Holidays are looked up for ten years; each deployment does so anew.
    """
    at = schedule.at
    rule = (
        f"RRULE:FREQ=MONTHLY;BYMONTH={','.join(map(str, months))};BYDAY=MO,TU,WE,TH,FR;"
        f"BYSETPOS={schedule.business_day};BYHOUR={at.hour};BYMINUTE={at.minute};BYSECOND=0"
    )
    last = year + _YEARS_OF_HOLIDAYS
    plain = _nth_days(business_days("", year, last), schedule.business_day, months)
    due = _nth_days(business_days(country, year, last), schedule.business_day, months)
    moved = {"EXDATE": sorted(plain - due), "RDATE": sorted(due - plain)}
    return "\n".join([rule, *(_dates(name, days, at) for name, days in moved.items() if days)])


def _nth_days(days: Iterable[date], nth: int, months: Sequence[int]) -> set[date]:
    """The nth of the days in each of the months."""
    by_month = groupby(days, key=lambda day: (day.year, day.month))
    return {list(found)[nth - 1] for (_, month), found in by_month if month in months}


def _dates(name: str, days: Iterable[date], at: time) -> str:
    return f"{name}:" + ",".join(f"{day:%Y%m%d}T{at:%H%M}00" for day in days)
