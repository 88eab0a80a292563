"""No figure is without proof: a slow reference that shares no code with it, and the truth."""

import csv
from pathlib import Path

from money_rows import company
from reference_money import agreements, earned, owed, population, recurring
from reference_service import relationship, surveys, tickets
from reference_service.company import Company

from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.kpis import specs

TRUTH = Path(__file__).parents[2] / "samples" / "company" / "truth" / "kpis.csv"
Q3 = Period.parse("2026-Q3")
BESIDE_THEIR_TESTS = {
    *("won_amount", "win_rate", "win_rate_amount", "won_of_created", "sales_growth"),
    *("deals_open", "deals_open_age_median", "potential_value"),
    *("portfolio_growth", "lead_conversion", "revenue_target_attainment"),
    *("usage_weekly", "relationship_score"),
}
"""Figures whose reference stands in test_pipeline_kpis, test_group_kpis, in
test_service_kpis_against_reference, and of the score in test_relationship."""
OF_OTHER_FIGURES = {"relationship_score"}
"""The truth tells what it is made of."""


def answered() -> set[str]:
    ours = company(costs=[], contracts=[], payments=[], products=[])
    theirs = Company({"A": "A"}, Policy())
    parts = [part.answers(ours, "A", Q3) for part in (earned, recurring, owed, agreements)]
    parts += [part.answers(theirs, "A", Q3) for part in (tickets, surveys, relationship)]
    return {kpi for found in (*parts, population.answers(ours, "A", Q3, {})) for kpi in found}


def test_every_figure_has_a_slow_reference() -> None:
    assert set(specs()) - answered() == BESIDE_THEIR_TESTS


def test_every_figure_is_in_the_truth() -> None:
    with TRUTH.open(encoding="utf-8", newline="") as file:
        told = {row["kpi"] for row in csv.DictReader(file)}
    assert set(specs()) - told == OF_OTHER_FIGURES
