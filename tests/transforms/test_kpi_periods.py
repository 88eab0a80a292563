"""Which periods a report needs."""

from transforms.kpi_periods import needed_periods
from transforms.periods import Grain, Period


def named(period: str, grain: Grain) -> list[str]:
    return [str(item) for item in needed_periods(Period.parse(period)) if item.grain is grain]


def test_a_quarter_needs_eight_quarters_its_months_and_those_it_is_compared_with() -> None:
    assert named("2026-Q3", Grain.QUARTER)[0] == "2024-Q4"
    assert named("2026-Q3", Grain.QUARTER)[-1] == "2026-Q3"
    months = named("2026-Q3", Grain.MONTH)
    assert (months[0], months[-1], len(months)) == ("2025-07", "2026-09", 15)


def test_a_month_needs_the_same_month_a_year_ago() -> None:
    assert named("2026-10", Grain.MONTH)[0] == "2025-10"
    assert named("2026-10", Grain.QUARTER) == []


def test_only_weeks_that_are_over_by_the_valuation_date_are_needed() -> None:
    # 30 September 2026 is a Wednesday: the week it lies in, W40, is not over.
    weeks = named("2026-Q3", Grain.WEEK)
    assert (weeks[0], weeks[-1], len(weeks)) == ("2026-W27", "2026-W39", 13)
    # 31 May 2026 is a Sunday: its week is.
    assert named("2026-05", Grain.WEEK)[-1] == "2026-W22"


def test_nothing_is_needed_twice() -> None:
    needed = needed_periods(Period.parse("2026-Q3"))
    assert len(needed) == len(set(needed))
