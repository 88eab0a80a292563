"""Working time between two instants: only hours in which the company is open count."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays
import numpy as np
import numpy.typing as npt
import pandas as pd

from messages.errors import CarteraError
from transforms.core.policy import Policy

_MICROSECONDS_AN_HOUR = 3_600_000_000
_SATURDAY = 5
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Instants = npt.NDArray[np.int64]
"""Microseconds since 1970 in UTC."""


class UnknownHolidayCountryError(CarteraError):
    """A country whose public holidays are not known."""

    code = "failure-unknown-holiday-country"
    country: str


class ClosedAllDayError(CarteraError):
    """Opening hours that never open."""

    code = "failure-closed-all-day"
    opens: str
    closes: str


@dataclass(frozen=True)
class BusinessCalendar:
    """Open Monday to Friday from `opens` to `closes` by the clocks of `time_zone`.

    `holiday_country` (ISO 3166) names whose public holidays are closed; empty means none.
    """

    time_zone: str
    opens: time
    closes: time
    holiday_country: str = ""

    def __post_init__(self) -> None:
        if self.closes <= self.opens:
            raise ClosedAllDayError(f"{self.opens:%H:%M}", f"{self.closes:%H:%M}")

    @classmethod
    def of(cls, policy: Policy) -> "BusinessCalendar":
        """The company's own."""
        return cls(
            policy.time_zone, policy.business_opens, policy.business_closes, policy.holiday_country
        )


def business_hours(
    calendar: BusinessCalendar, starts: "pd.Series[pd.Timestamp]", ends: "pd.Series[pd.Timestamp]"
) -> "pd.Series[float]":
    """Hours open between each start and its end (UTC instants on one index).

    Missing where either instant is; 0 where the end does not come after the start. An
    hour that the clocks skip or repeat counts as it passed.
    """
    hours = pd.Series(np.nan, index=starts.index, dtype="float64")
    known = starts.notna() & ends.notna()
    if known.any():
        first, last = _instants(starts[known]), _instants(ends[known])
        schedule = _schedule(calendar, _year(first.min(), -1), _year(last.max(), 1))
        worked = schedule.open_until(last) - schedule.open_until(first)
        hours[known] = np.maximum(worked, 0) / _MICROSECONDS_AN_HOUR
    return hours


@dataclass(frozen=True)
class _Schedule:
    """Every business day's opening and closing, and the time open before each."""

    opens: Instants
    closes: Instants
    open_before: Instants

    def open_until(self, instants: Instants) -> Instants:
        """Time open since the schedule's first day."""
        day = np.searchsorted(self.opens, instants, side="right") - 1
        today = np.minimum(instants, self.closes[day]) - self.opens[day]
        return np.where(day < 0, 0, self.open_before[day] + today)


# A run asks for the same few spans once for every period and shard.
@lru_cache(maxsize=64)
def _schedule(calendar: BusinessCalendar, first_year: int, last_year: int) -> _Schedule:
    zone = ZoneInfo(calendar.time_zone)
    days = list(business_days(calendar.holiday_country, first_year, last_year))
    opens = np.array([_instant(day, calendar.opens, zone) for day in days], dtype=np.int64)
    closes = np.array([_instant(day, calendar.closes, zone) for day in days], dtype=np.int64)
    lengths = closes - opens
    return _Schedule(opens, closes, np.cumsum(lengths) - lengths)


def business_days(country: str, first_year: int, last_year: int) -> Iterator[date]:
    """Mondays to Fridays of whole years that are no public holidays of the country.

    Raises UnknownHolidayCountryError.
    """
    closed = public_holidays(country, first_year, last_year)
    day = date(first_year, 1, 1)
    while day.year <= last_year:
        if day.weekday() < _SATURDAY and day not in closed:
            yield day
        day += timedelta(days=1)


# Every page of every deck asks for the same few years.
@lru_cache(maxsize=64)
def public_holidays(country: str, first_year: int, last_year: int) -> frozenset[date]:
    """Of whole years; none without a country.

    Raises UnknownHolidayCountryError.
    """
    if not country:
        return frozenset()
    years = range(first_year, last_year + 1)
    try:
        return frozenset(holidays.country_holidays(country, years=years).keys())
    except NotImplementedError as error:
        raise UnknownHolidayCountryError(country) from error


def _instant(day: date, clock: time, zone: ZoneInfo) -> int:
    return (datetime.combine(day, clock, zone) - _EPOCH) // timedelta(microseconds=1)


def _instants(moments: "pd.Series[pd.Timestamp]") -> Instants:
    return moments.dt.tz_convert(None).to_numpy(dtype="datetime64[us]").astype(np.int64)


def _year(instant: np.int64, days_away: int) -> int:
    """The year so many days away: a local day may lie in the next or the last year."""
    return (_EPOCH + timedelta(microseconds=int(instant), days=days_away)).year
