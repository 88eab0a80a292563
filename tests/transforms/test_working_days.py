"""Days that are proposed are days on which people work, by law and by custom."""

from datetime import date, timedelta

import pytest
from holidays import country_holidays

from transforms.service.business_hours import UnknownHolidayCountryError, business_days
from transforms.service.working_days import (
    is_working_day,
    working_day_until,
    working_days_until,
)


@pytest.mark.parametrize(
    ("country", "day", "before"),
    [
        ("MX", date(2026, 11, 2), date(2026, 10, 30)),
        ("US", date(2026, 11, 27), date(2026, 11, 25)),
        ("ES", date(2026, 12, 24), date(2026, 12, 23)),
        ("MX", date(2026, 12, 31), date(2026, 12, 30)),
        ("US", date(2026, 12, 24), date(2026, 12, 23)),
        ("ES", date(2026, 12, 7), date(2026, 12, 4)),
        ("ES", date(2026, 4, 2), date(2026, 4, 1)),
        ("MX", date(2027, 3, 26), date(2027, 3, 24)),
        ("", date(2026, 12, 24), date(2026, 12, 23)),
    ],
    ids=[
        "the Day of the Dead",
        "the Friday after Thanksgiving",
        "Christmas Eve",
        "New Year's Eve",
        "Christmas Eve where nothing else is closed",
        "a Monday before a holiday",
        "Maundy Thursday",
        "Maundy Thursday and Good Friday",
        "no country",
    ],
)
def test_a_day_on_which_nobody_works_gives_way_to_the_one_before(
    country: str, day: date, before: date
) -> None:
    assert working_day_until([country], day) == before
    assert working_day_until([country], before) == before


def test_mexico_is_off_by_custom_on_the_good_friday_of_a_public_list() -> None:
    listed = country_holidays("ES", years=range(2020, 2041))
    fridays = {day for day, name in listed.items() if "Good Friday" in name or "Viernes" in name}
    assert len(fridays) == 21
    for day in fridays:
        about = (day + timedelta(days=step) for step in range(-7, 8))
        off = {one for one in about if one.weekday() == 4 and not is_working_day(["MX"], one)}
        assert off == {day}


def test_hours_of_service_count_by_law_alone() -> None:
    days = set(business_days("MX", 2026, 2026))
    assert date(2026, 11, 2) in days
    assert not is_working_day(["MX"], date(2026, 11, 2))


def test_days_left_are_those_on_which_people_work() -> None:
    assert working_days_until(["US"], date(2026, 11, 24), date(2026, 12, 1)) == 3
    assert working_days_until(["US"], date(2026, 11, 24), date(2026, 11, 24)) == 0


def test_a_country_that_is_not_known_is_told() -> None:
    with pytest.raises(UnknownHolidayCountryError):
        working_day_until(["XX"], date(2026, 11, 2))


def test_a_day_is_worked_where_both_sides_work() -> None:
    friday = date(2026, 11, 27)
    assert working_day_until(["MX"], friday) == friday
    assert working_day_until(["MX", "US"], friday) == date(2026, 11, 25)
    # The 28th is a bridge in Japan, the 24th off everywhere.
    assert working_day_until(["MX", "JP"], date(2026, 12, 30)) == date(2026, 12, 23)
