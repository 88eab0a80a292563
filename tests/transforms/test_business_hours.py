"""Business hours against a clock that is watched quarter by quarter."""

from datetime import UTC, datetime, time, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_service.clock import hours_by_day, hours_by_quarter

from transforms.core.policy import Policy
from transforms.service.business_hours import (
    BusinessCalendar,
    ClosedAllDayError,
    UnknownHolidayCountryError,
    business_hours,
)

MADRID = Policy(time_zone="Europe/Madrid", holiday_country="ES")
ZONES = (("America/Mexico_City", "MX"), ("Europe/Madrid", "ES"), ("America/Bogota", "CO"))


def between(start: str, end: str, policy: Policy = MADRID) -> float:
    """Hours between two wall-clock times of the company."""
    moments = [
        pd.Series([pd.Timestamp(text, tz=policy.time_zone).tz_convert("UTC")])
        for text in (start, end)
    ]
    return business_hours(BusinessCalendar.of(policy), moments[0], moments[1])[0]


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-09-01 10:00", "2026-09-01 12:30", 2.5),
        ("2026-09-01 17:00", "2026-09-02 10:00", 2),
        ("2026-09-04 17:00", "2026-09-07 10:00", 2),
        ("2026-09-05 10:00", "2026-09-06 10:00", 0),
        ("2026-09-01 06:00", "2026-09-01 23:00", 9),
        ("2026-10-09 17:00", "2026-10-13 10:00", 2),
        ("2026-09-01 12:00", "2026-09-01 12:00", 0),
        ("2026-09-02 12:00", "2026-09-01 12:00", 0),
    ],
    ids=[
        "within a day",
        "over a night",
        "over a weekend",
        "on a weekend",
        "a whole day",
        "over a national holiday",
        "at once",
        "end before start",
    ],
)
def test_only_open_hours_count(start: str, end: str, hours: float) -> None:
    assert between(start, end) == hours


def test_a_missing_instant_gives_no_hours() -> None:
    moments = pd.Series(pd.to_datetime(["2026-09-01T08:00Z", None]))
    ends = pd.Series(pd.to_datetime([None, "2026-09-01T08:00Z"]))
    assert business_hours(BusinessCalendar.of(MADRID), moments, ends).isna().all()


def test_an_office_open_through_the_change_of_clocks_counts_the_hours_that_pass() -> None:
    # In Amman the clocks went from midnight to one o'clock on that Friday.
    amman = Policy(time_zone="Asia/Amman", business_opens=time(0), business_closes=time(6))
    assert between("2022-02-24 12:00", "2022-02-25 06:00", amman) == 5


@pytest.mark.parametrize(
    ("zone", "country", "start", "end", "hours"),
    [
        ("Europe/Madrid", "ES", "2026-03-27 17:00", "2026-03-30 10:00", 2),
        ("Europe/Madrid", "ES", "2026-10-23 17:00", "2026-10-26 10:00", 2),
        ("Europe/Madrid", "ES", "2026-08-14 17:00", "2026-08-17 10:00", 2),
        ("America/Mexico_City", "MX", "2026-09-15 17:00", "2026-09-17 10:00", 2),
        ("America/Mexico_City", "MX", "2026-11-13 17:00", "2026-11-17 10:00", 2),
        ("America/Bogota", "CO", "2026-07-17 17:00", "2026-07-21 10:00", 2),
        ("America/Bogota", "CO", "2026-08-06 17:00", "2026-08-10 10:00", 2),
        ("America/Mexico_City", "MX", "2026-09-17 22:30", "2026-09-18 09:30", 0.5),
        ("America/Mexico_City", "MX", "2026-09-19 03:00", "2026-09-21 12:00", 3),
    ],
    ids=[
        "clocks go forward in Madrid",
        "clocks go back in Madrid",
        "a holiday that falls on a Saturday in Madrid",
        "independence in Mexico City",
        "revolution in Mexico City, kept on a Monday",
        "independence in Bogotá, on a Monday",
        "Boyacá in Bogotá, on a Friday",
        "filed at night",
        "filed on a Saturday",
    ],
)
def test_holidays_clocks_and_nights_of_three_cities(
    zone: str, country: str, start: str, end: str, hours: float
) -> None:
    assert between(start, end, Policy(time_zone=zone, holiday_country=country)) == hours


def test_hours_that_never_open_are_refused() -> None:
    with pytest.raises(ClosedAllDayError, match="open at 18:00 and close at 09:00"):
        BusinessCalendar("UTC", time(18), time(9))


def test_an_unknown_country_says_what_to_write_instead() -> None:
    nowhere = Policy(holiday_country="XX")
    with pytest.raises(UnknownHolidayCountryError, match="'XX': write an ISO 3166"):
        between("2026-09-01 10:00", "2026-09-01 12:00", nowhere)


quarters = st.integers(0, 4 * 24 * 365 * 3)


@settings(deadline=None, max_examples=60)
@given(
    zone=st.sampled_from(ZONES),
    opens=st.integers(0, 11),
    length=st.integers(1, 12),
    start=quarters,
    span=st.integers(0, 4 * 24 * 9),
)
def test_it_equals_watching_the_clock_every_quarter(
    zone: tuple[str, str], opens: int, length: int, start: int, span: int
) -> None:
    policy = Policy(
        time_zone=zone[0],
        holiday_country=zone[1],
        business_opens=time(opens),
        business_closes=time(opens + length),
    )
    begin = datetime(2021, 1, 1, tzinfo=UTC) + start * timedelta(minutes=15)
    end = begin + span * timedelta(minutes=15)
    calendar = BusinessCalendar.of(policy)
    hours = business_hours(calendar, pd.Series([begin]), pd.Series([end]))[0]
    assert hours == hours_by_quarter(begin, end, policy)
    assert hours == hours_by_day(begin, end, policy)
