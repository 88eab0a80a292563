"""Periods that were not over when the data ended."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from money_rows import company, invoice, line
from reference_money.as_facts import facts_of

from transforms.core.periods import Period
from transforms.kpis import compute_all
from transforms.metrics.rollup import PORTFOLIO, Grouping, rolled_values

Q1 = Period.parse("2026-Q1")
KPIS = ["recognised_revenue", "revenue_growth"]
BILLED = company(
    invoices=[invoice("I", date(2025, 12, 1), 100), invoice("J", Q1.start, 40)],
    invoice_lines=[line("I", 100), line("J", 40)],
)


def told(last_day: date | None, *, together: bool = False) -> dict[str, tuple[object, str, str]]:
    context = replace(facts_of(BILLED), last_day=last_day)
    everyone = pd.Series(PORTFOLIO, index=context.currencies.index, dtype="str")
    values = (
        rolled_values(context, [Q1], [Grouping(PORTFOLIO, everyone)], KPIS)
        if together
        else compute_all(context, [Q1], KPIS)
    )
    return {
        row.kpi: (None if pd.isna(row.numerator) else row.numerator, row.reason, row.note)
        if row.kpi == "revenue_growth"
        else (row.value_minor, row.reason, row.note)
        for row in values.itertuples()
    }


@pytest.mark.parametrize("together", [False, True])
def test_what_there_is_of_a_period_is_told_as_a_part_and_compared_with_nothing(
    together: bool,
) -> None:
    assert told(date(2026, 2, 14), together=together) == {
        "recognised_revenue": (40, "", "period_not_over"),
        "revenue_growth": (None, "period_not_over", ""),
    }


@pytest.mark.parametrize("last_day", [date(2026, 3, 31), date(2026, 4, 1), None])
def test_a_landing_on_the_last_day_is_of_its_evening(last_day: date | None) -> None:
    assert told(last_day) == {
        "recognised_revenue": (40, "", ""),
        "revenue_growth": (-60, "", ""),
    }
