"""Periods as people write them, and what adds up across them."""

from datetime import date

import pytest
from money_rows import company, figure, invoice, line
from reference_money.as_facts import facts_of

from transforms.core.periods import Period, UnknownPeriodError
from transforms.kpis import compute_all

STEADY = company(
    invoices=[invoice("1", date(2025, 1, 1), 73_001)],
    invoice_lines=[line("1", 73_001, service_start=date(2025, 1, 1), service_end=date(2027, 1, 1))],
)


def revenue(*periods: Period) -> int:
    values = compute_all(facts_of(STEADY), periods, ["recognised_revenue"])
    return int(values["value_minor"].sum())


def test_trailing_twelve_months_end_with_the_quarter_or_month_named() -> None:
    by_quarter, by_month = Period.parse("2026-Q1-TTM"), Period.parse("2026-03-TTM")
    assert (by_quarter.start, by_quarter.end) == (date(2025, 4, 1), date(2026, 4, 1))
    assert by_month == by_quarter
    assert str(by_quarter) == "2025-04..2026-03"
    assert Period.parse(str(by_quarter)) == by_quarter


@pytest.mark.parametrize(
    "text", ["2026-TTM", "TTM", "2026-W03-TTM", "2026-Q5-TTM", "2026-Q1-TTM-TTM"]
)
def test_other_stretches_have_no_twelve_months(text: str) -> None:
    with pytest.raises(UnknownPeriodError):
        Period.parse(text)


def test_a_fiscal_quarter_lies_across_calendar_years_under_the_year_it_ends_in() -> None:
    quarter = Period.parse("2026-Q2", fiscal_start_month=9)
    assert (quarter.start, quarter.end) == (date(2025, 12, 1), date(2026, 3, 1))
    assert str(quarter) == "2026-Q2"
    year = Period.parse("2026", fiscal_start_month=9)
    assert (year.start, year.end) == (date(2025, 9, 1), date(2026, 9, 1))
    assert Period.parse("2026-Q4-TTM", 9).months == year.months


@pytest.mark.parametrize("fiscal", [1, 2, 9, 12])
def test_months_add_up_to_quarters_and_quarters_to_the_fiscal_year(fiscal: int) -> None:
    year = Period.parse("2026", fiscal)
    quarters = [Period.parse(f"2026-Q{number}", fiscal) for number in (1, 2, 3, 4)]
    assert quarters[0].start == year.start
    assert quarters[-1].end == year.end
    assert revenue(*quarters) == revenue(year) == revenue(*year.months)
    assert revenue(quarters[3].trailing_twelve) == revenue(year)


def test_a_figure_of_trailing_months_is_that_of_their_rows() -> None:
    assert figure(STEADY, "recognised_revenue", "2026-Q4-TTM") == revenue(Period.parse("2026"))


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2026-11", "2027-01", ["2026-11", "2026-12", "2027-01"]),
        ("2026-Q3", "2026-Q3", ["2026-Q3"]),
        ("2026-Q3", "2026-Q2", []),
        ("2026-Q3", "2026-12", []),
    ],
)
def test_a_row_of_periods_is_of_one_length(first: str, last: str, found: list[str]) -> None:
    assert [str(each) for each in Period.parse(first).through(Period.parse(last))] == found
