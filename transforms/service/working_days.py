"""Days that a deck may propose: those on which people work by law and by custom.

Weekends and public holidays of both sides' countries are none, and neither are customary days off,
nor a bridge: a lone day between a day off and a weekend. Hours of service count by law alone
(`transforms.service.business_hours`).
"""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from transforms.service.business_hours import UnknownHolidayCountryError, public_holidays

_MONDAY, _FRIDAY = 0, 4
_EVERYWHERE = ((12, 24), (12, 31))
_CUSTOMARY = {"JP": ((12, 29), (12, 30)), "MX": ((11, 2), (12, 12))}
"""Month and day: the end of the year; the Day of the Dead, Our Lady of Guadalupe."""
_EASTER = {"MX": (3, 2), "ES": (3,)}
"""Days before Easter Sunday."""
_DAY = timedelta(days=1)
_ANY_YEAR = 2026


def has_holidays(country: str) -> bool:
    """Whether a country's public holidays are known.

    >>> has_holidays("US"), has_holidays("XX"), has_holidays("")
    (True, False, False)
    """
    try:
        return bool(public_holidays(country, _ANY_YEAR, _ANY_YEAR))
    except UnknownHolidayCountryError:
        return False


def is_public_holiday(countries: Collection[str], day: date) -> bool:
    """Whether the law closes one of the countries on a day."""
    return any(day in public_holidays(country, day.year, day.year) for country in countries)


def is_working_day(countries: Collection[str], day: date) -> bool:
    """Whether people work on a day in each of the countries.

    >>> thanksgiving = date(2026, 11, 26)
    >>> [is_working_day(["US"], thanksgiving + timedelta(days=days)) for days in (-1, 0, 1, 4)]
    [True, False, False, True]

    Raises UnknownHolidayCountryError.
    """
    return day.weekday() <= _FRIDAY and all(
        day not in _days_off(country, day.year) for country in countries or ("",)
    )


def working_day_until(countries: Collection[str], day: date) -> date:
    """The day, or the last working day before it.

    >>> working_day_until(["MX"], date(2026, 11, 2))
    datetime.date(2026, 10, 30)
    >>> working_day_until(["ES", "US"], date(2026, 12, 8))
    datetime.date(2026, 12, 4)

    Raises UnknownHolidayCountryError.
    """
    while not is_working_day(countries, day):
        day -= _DAY
    return day


def working_days_until(countries: Collection[str], today: date, day: date) -> int:
    """How many working days are left after today, the day itself among them; 0 of one that is
    today or over.

    >>> working_days_until(["MX"], date(2026, 11, 13), date(2026, 11, 18))
    2

    Raises UnknownHolidayCountryError.
    """
    ahead = (today + timedelta(days=step) for step in range(1, (day - today).days + 1))
    return sum(is_working_day(countries, one) for one in ahead)


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
