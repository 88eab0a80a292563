"""No figure is without proof: a slow reference that shares no code with it, and the truth."""

import csv
from pathlib import Path

import answered

from transforms.kpis import specs

TRUTH = Path(__file__).parents[2] / "samples" / "company" / "truth" / "kpis.csv"
BESIDE_THEIR_TESTS = {
    *("won_amount", "win_rate", "win_rate_amount", "won_of_created", "sales_growth"),
    *("deals_open", "deals_open_age_median", "potential_value"),
    *("portfolio_growth", "lead_conversion", "revenue_target_attainment"),
    *("usage_weekly", "relationship_score"),
    *("revenue_largest_client", "revenue_largest_ten", "revenue_concentration"),
    *("discount_granted", "peer_use", "peer_adoption", "peer_response", "peer_nps"),
    *("days_to_value", "renewal_forecast"),
}
"""Figures whose reference stands in test_pipeline_kpis, test_group_kpis, in
test_service_kpis_against_reference, of the score in test_relationship, of the discount in
test_discount_granted, of positions among peers in test_peer_position, of the time to first value in
test_days_to_value, of what renewals may bring in test_renewal_forecast."""
OF_OTHER_FIGURES = {"relationship_score"}
"""The truth tells what it is made of."""


def test_every_figure_has_a_slow_reference() -> None:
    known = answered.of_money() | answered.of_service() | answered.of_population()
    assert set(specs()) - known == BESIDE_THEIR_TESTS


def test_every_figure_is_in_the_truth() -> None:
    with TRUTH.open(encoding="utf-8", newline="") as file:
        told = {row["kpi"] for row in csv.DictReader(file)}
    assert set(specs()) - told == OF_OTHER_FIGURES
