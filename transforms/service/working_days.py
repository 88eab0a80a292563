"""Days that a deck may propose: those on which people work by law and by custom.

Weekends and public holidays of the company's country are none, and neither are its customary days
off, nor a bridge: a lone day between a day off and a weekend. Hours of service count by law alone
(`transforms.service.business_hours`).
"""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from transforms.service.business_hours import public_holidays

_MONDAY, _FRIDAY = 0, 4
_EVERYWHERE = ((12, 24), (12, 31))
_CUSTOMARY = {"MX": ((11, 2), (12, 12))}
"""Month and day: the Day of the Dead, Our Lady of Guadalupe."""
_EASTER = {"MX": (3, 2), "ES": (3,)}
"""Days before Easter Sunday."""
_DAY = timedelta(days=1)


def is_public_holiday(country: str, day: date) -> bool:
    """Whether the law closes the country on a day."""
    return day in public_holidays(country, day.year, day.year)


def is_working_day(country: str, day: date) -> bool:
    """Whether people work on a day.

    >>> thanksgiving = date(2026, 11, 26)
    >>> [is_working_day("US", thanksgiving + timedelta(days=days)) for days in (-1, 0, 1, 4)]
    [True, False, False, True]

    Raises UnknownHolidayCountryError.
    """
    return day.weekday() <= _FRIDAY and day not in _days_off(country, day.year)


def working_day_until(country: str, day: date) -> date:
    """The day, or the last working day before it.

    >>> working_day_until("MX", date(2026, 11, 2)), working_day_until("ES", date(2026, 12, 8))
    (datetime.date(2026, 10, 30), datetime.date(2026, 12, 4))

    Raises UnknownHolidayCountryError.
    """
    while not is_working_day(country, day):
        day -= _DAY
    return day


def working_days_until(country: str, today: date, day: date) -> int:
    """How many working days are left after today, the day itself among them; 0 of one that is
    today or over.

    >>> working_days_until("MX", date(2026, 11, 13), date(2026, 11, 18))
    2

    Raises UnknownHolidayCountryError.
    """
    ahead = (today + timedelta(days=step) for step in range(1, (day - today).days + 1))
    return sum(is_working_day(country, one) for one in ahead)


# Every page of every deck asks for the same few years.
@lru_cache(maxsize=64)
def _days_off(country: str, year: int) -> frozenset[date]:
    """Holidays, customary days off and bridges of a year."""
    closed = set(public_holidays(country, year - 1, year + 1))
    for month, day in (*_EVERYWHERE, *_CUSTOMARY.get(country, ())):
        closed.add(date(year, month, day))
    closed.update(easter(year) - timedelta(days=days) for days in _EASTER.get(country, ()))
    before = {day - _DAY for day in closed if (day - _DAY).weekday() == _MONDAY}
    after = {day + _DAY for day in closed if (day + _DAY).weekday() == _FRIDAY}
    return frozenset(closed | before | after)
