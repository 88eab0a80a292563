"""Which periods a report needs, and how much of each."""

from datetime import date

import pytest
from money_rows import company, subscription
from reference_money.as_facts import facts_of

from transforms.core.periods import Grain, Period
from transforms.kpis import compute_needed, specs
from transforms.metrics.kpi import EntityKind
from transforms.metrics.kpi_periods import NeededPeriods, needed_periods


def needed(period: str) -> list[str]:
    """The period itself, then what it is set beside."""
    found = needed_periods(Period.parse(period))
    return [str(item) for item in (*found.whole, *found.compared)]


def charted(period: str, grain: Grain) -> list[str]:
    runs = needed_periods(Period.parse(period)).charted
    return sorted(str(item) for item in runs if item.grain is grain)


def test_a_quarter_and_its_months_are_needed_whole_and_so_is_what_it_is_compared_with() -> None:
    beside = ["2025-Q3", "2026-Q2", "2026-07", "2026-08", "2026-09"]
    assert needed("2026-Q3") == ["2026-Q3", *beside]


def test_charts_show_eight_quarters_and_thirteen_months() -> None:
    quarters = charted("2026-Q3", Grain.QUARTER)
    assert (quarters[0], quarters[-1], len(quarters)) == ("2024-Q4", "2026-Q1", 5)
    months = charted("2026-Q3", Grain.MONTH)
    assert (months[0], months[-1], len(months)) == ("2025-09", "2026-06", 10)


def test_a_month_needs_the_same_month_a_year_ago() -> None:
    assert needed("2026-10") == ["2026-10", "2025-10", "2026-09"]
    assert charted("2026-10", Grain.QUARTER) == []


def test_only_weeks_that_are_over_by_the_valuation_date_are_needed() -> None:
    # 30 September 2026 is a Wednesday: the week it lies in, W40, is not over.
    weeks = charted("2026-Q3", Grain.WEEK)
    assert (weeks[17], weeks[-1], len(weeks)) == ("2026-W23", "2026-W39", 34)
    assert weeks[:17] == [week.replace("2026", "2025") for week in weeks[17:]]
    # 31 May 2026 is a Sunday: its week is.
    assert charted("2026-05", Grain.WEEK)[-1] == "2026-W22"


def test_nothing_is_needed_twice() -> None:
    found = needed_periods(Period.parse("2026-Q3"))
    every = (*found.whole, *found.compared, *found.charted)
    assert len(every) == len(set(every))


@pytest.mark.thorough
def test_periods_that_are_only_charted_have_charted_figures_only() -> None:
    paying = company(subscriptions=[subscription("s1", date(2025, 1, 1), 120_000)])
    periods = [(Period.parse(name),) for name in ("2026-09", "2026-08", "2026-06")]
    values = compute_needed(facts_of(paying), NeededPeriods(*periods))
    figures = values.groupby("period")["kpi"].agg(set)
    ours = [
        spec for spec in specs().values() if EntityKind.CLIENT in spec.of and not spec.is_population
    ]
    monthly = [spec for spec in ours if Grain.MONTH in spec.grains]
    assert figures["2026-06"] == {spec.id for spec in ours if Grain.MONTH in spec.looked_back_on}
    assert figures["2026-08"] == {spec.id for spec in monthly if spec.is_compared}
    assert figures["2026-09"] == {spec.id for spec in monthly}
