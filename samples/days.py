"""The sample company's calendar: months, business hours and its offset from UTC."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache

FIRST_DAY = date(2024, 4, 1)
DELIVERY = date(2026, 10, 1)
LAST_DAY = DELIVERY - timedelta(days=1)
OPENS = time(9)
CLOSES = time(18)

# Mexico City has kept UTC−6 all year round since October 2022.
_BEHIND_UTC = timedelta(hours=6)


def add_months(day: date, months: int) -> date:
    """The same day so many months later; days after the 28th are not used here."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, day.day)


def month_of(day: date) -> date:
    """The first of the day's month."""
    return day.replace(day=1)


def months_between(first: date, end: date) -> list[date]:
    """The firsts of the months in `[first, end)`."""
    found = []
    month = month_of(first)
    while month < end:
        found.append(month)
        month = add_months(month, 1)
    return found


def quarter_name(day: date) -> str:
    """The day's quarter as 2026-Q3."""
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


def to_utc(local: datetime) -> datetime:
    """A naive local time in Mexico City as naive UTC."""
    return local + _BEHIND_UTC


def at(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """A local time."""
    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 naive local


def _monday(year: int, month: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7 + 7 * (number - 1))


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Mexico's days of obligatory rest: article 74 of its federal labour law."""
    days = {
        date(year, 1, 1),
        _monday(year, 2, 1),
        _monday(year, 3, 3),
        date(year, 5, 1),
        date(year, 9, 16),
        _monday(year, 11, 3),
        date(year, 12, 25),
    }
    if (year - 2024) % 6 == 0:  # a new president takes office
        days.add(date(year, 10, 1))
    return frozenset(days)


@cache
def is_working(day: date) -> bool:
    """Monday to Friday without public holidays."""
    return day.weekday() < 5 and day not in public_holidays(day.year)


@lru_cache(maxsize=8192)
def business_minutes(start: datetime, end: datetime) -> int:
    """Minutes between two local times of whole minutes that lie in business hours."""
    total = timedelta()
    for day in _days(start.date(), end.date()):
        if is_working(day):
            opens = max(start, datetime.combine(day, OPENS))
            closes = min(end, datetime.combine(day, CLOSES))
            total += max(closes - opens, timedelta())
    return int(total.total_seconds()) // 60


def after_business_minutes(start: datetime, minutes: int) -> datetime:
    """The local time at which so many business minutes have passed since `start`."""
    left = timedelta(minutes=minutes)
    day = start.date()
    while True:
        if is_working(day):
            opens = max(start, datetime.combine(day, OPENS))
            room = datetime.combine(day, CLOSES) - opens
            if room >= left:
                return opens + left
            left -= max(room, timedelta())
        day += timedelta(days=1)


def _days(first: date, last: date) -> Iterator[date]:
    for step in range((last - first).days + 1):
        yield first + timedelta(days=step)
