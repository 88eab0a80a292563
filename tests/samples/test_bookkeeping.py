"""The small arithmetic that the truth rests on."""

from datetime import date
from fractions import Fraction

import holidays
import pytest

from samples.amounts import half_even, plain, share, spanish
from samples.days import (
    after_business_minutes,
    at,
    business_minutes,
    public_holidays,
    to_utc,
)
from samples.ids import salesforce_id, stripe_id
from samples.recognition import spread
from samples.records.billing import Line
from samples.truth.figures import P90, quantile


def line(net: int, start: date | None, end: date | None) -> Line:
    return Line("il_1", "LUM-CORE", "Core", 1, net, 0, start, end)


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 2, 2), (7, 2, 4), (-5, 2, -2), (-7, 2, -4), (10, 4, 2), (11, 4, 3), (-11, 4, -3)],
)
def test_ties_go_to_the_even_integer(numerator: int, denominator: int, rounded: int) -> None:
    assert half_even(numerator, denominator) == rounded


def test_a_share_is_exact_for_amounts_beyond_double_precision() -> None:
    assert share(9_007_199_254_740_993, 1, 1) == 9_007_199_254_740_993


def test_yen_have_no_decimals_and_pesos_have_two() -> None:
    assert plain(1_234_567, "JPY") == "1234567"
    assert plain(-1_234_505, "MXN") == "-12345.05"
    assert spanish(123_456_705, "MXN") == "1.234.567,05"
    assert spanish(-50, "EUR") == "-0,50"


def test_a_line_is_spread_by_day_and_its_months_add_up_to_it() -> None:
    months = spread(line(100, date(2026, 8, 15), date(2026, 10, 15)), date(2026, 8, 15))
    assert months == {date(2026, 8, 1): 28, date(2026, 9, 1): 49, date(2026, 10, 1): 23}


def test_a_negative_line_is_spread_as_its_opposite() -> None:
    period = (date(2026, 8, 15), date(2026, 10, 15))
    months = spread(line(-100, *period), period[0])
    assert months == {
        month: -minor for month, minor in spread(line(100, *period), period[0]).items()
    }


def test_a_line_without_period_is_recognised_when_issued() -> None:
    assert spread(line(100, None, None), date(2026, 6, 30)) == {date(2026, 6, 1): 100}


def test_nights_weekends_and_holidays_are_not_business_time() -> None:
    tuesday_evening, thursday_morning = at(date(2026, 9, 15), 17), at(date(2026, 9, 17), 10)
    assert business_minutes(tuesday_evening, thursday_morning) == 120  # the 16th is a holiday
    friday, monday = at(date(2026, 9, 18), 17, 30), at(date(2026, 9, 21), 9, 15)
    assert business_minutes(friday, monday) == 45


def test_adding_business_time_is_the_opposite_of_counting_it() -> None:
    start = at(date(2026, 9, 11), 16, 40)
    for minutes in (0, 1, 80, 81, 700, 5_000):
        assert business_minutes(start, after_business_minutes(start, minutes)) == minutes


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_holidays_are_those_that_a_public_list_has(year: int) -> None:
    known = {day for day in holidays.country_holidays("MX", years=year) if day.weekday() < 5}
    assert {day for day in public_holidays(year) if day.weekday() < 5} == known


def test_mexico_city_is_six_hours_behind_utc() -> None:
    assert to_utc(at(date(2026, 6, 30), 19, 30)) == at(date(2026, 7, 1), 1, 30)


def test_percentiles_interpolate_between_ranks() -> None:
    assert quantile([10, 20, 30, 40], P90) == Fraction(37)
    assert quantile([7], P90) == 7


def test_salesforce_ids_end_with_the_letters_that_mark_their_capitals() -> None:
    assert salesforce_id("001", 0) == "001Hs0000000000IAA"
    assert salesforce_id("00Q", 10) == "00QHs000000000AMAQ"


def test_stripe_ids_do_not_repeat() -> None:
    assert len({stripe_id("in", number) for number in range(20_000)}) == 20_000
