"""The relationship score: what is known, weighed; and where the relationship stands."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from money_rows import company, cost, invoice, line, payment
from reference_money.as_facts import facts_of

from messages.catalogue import catalogue, languages
from messages.clause import named
from transforms.clients.meeting_plan import planned_meetings
from transforms.clients.relationship import (
    Component,
    Rule,
    Score,
    Standing,
    points_of,
    relationship_of,
    rule_of,
    score_of,
)
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy, RelationshipPolicy
from transforms.kpis import compute_all, specs
from transforms.metrics.kpi import KpiValue, Missing
from transforms.tables import TABLES

QUARTER = Period.parse("2026-Q3")
POLICY = Policy()
GOOD = {
    "revenue_growth_year": 0.2,
    "contribution_margin": 0.6,
    "average_days_delinquent": 0.0,
    "nps": 50.0,
    "critical_resolution_on_time": 1.0,
    "usage_change": 0.2,
    "meetings_held": 3.0,
}


class Book:
    """Figures by period name; what is not named has no value."""

    def __init__(self, values: Mapping[str, Mapping[str, float]], rows: int = 30) -> None:
        self.values = values
        self.rows = rows

    def get(self, kpi: str, period: Period) -> KpiValue:
        number = self.values.get(str(period), {}).get(kpi)
        spec, reason = specs()[kpi], None if number is not None else Missing.NO_ROWS
        return KpiValue(
            "client", "A", kpi, period, spec.unit, 1, value=number, reason=reason, rows=self.rows
        )


def planned(tier: str, period: Period = QUARTER) -> float:
    row = {"account_id": "A", "account_name": "Acme", "tier": tier}
    accounts = TABLES["accounts"].conform(pd.DataFrame([row]))
    return planned_meetings(CanonicalTables({"accounts": accounts}), POLICY, period)["A"]


def test_a_client_that_does_everything_well_has_all_points() -> None:
    score = score_of(GOOD, 3, POLICY)
    assert score.points == pytest.approx(100)
    assert score.coverage == pytest.approx(1)


def test_what_is_not_known_weighs_nothing_instead_of_counting_as_zero() -> None:
    known = {kpi: number for kpi, number in GOOD.items() if kpi != "usage_change"}
    score = score_of(known, 3, POLICY)
    assert score.points == pytest.approx(100)
    assert score.coverage == pytest.approx(0.9)


def test_a_part_of_few_cases_breaks_no_relationship() -> None:
    late = GOOD | {"critical_resolution_on_time": 0.0}
    of_three = relationship_of(Book({"2026-Q3": late}, rows=3), 3, QUARTER, POLICY)
    assert of_three.rule is Rule.BROKEN_PART
    of_two = relationship_of(Book({"2026-Q3": late}, rows=2), 3, QUARTER, POLICY)
    assert of_two.rule is Rule.STRONG_AND_GROWING
    service = next(part for part in of_two.parts if part.component is Component.SERVICE)
    assert service.points is None


def test_under_six_tenths_of_the_weights_there_is_no_score() -> None:
    growth_margin_and_service = {
        kpi: GOOD[kpi]
        for kpi in ("revenue_growth_year", "contribution_margin", "critical_resolution_on_time")
    }
    assert score_of(growth_margin_and_service, 3, POLICY).points is None
    with_payment = growth_margin_and_service | {"average_days_delinquent": 0.0}
    assert score_of(with_payment, 3, POLICY).points == pytest.approx(100)


def test_satisfaction_answers_stand_in_for_a_missing_nps_and_meetings_follow_the_plan() -> None:
    assert score_of({"csat": 0.75}, 3, POLICY).parts == {Component.SATISFACTION: 50}
    assert score_of({"csat": 0.75, "nps": -50.0}, 3, POLICY).parts == {Component.SATISFACTION: 0}
    assert score_of({"meetings_held": 3.0}, 6, POLICY).parts == {Component.CADENCE: 50}


@pytest.mark.parametrize(
    ("points", "change", "numbers", "rule"),
    [
        (30, None, {"contribution_margin": -0.1}, Rule.UNPROFITABLE_AND_WEAK),
        (80, None, {"contribution_margin": -0.1}, Rule.UNPROFITABLE),
        (44, 0, {"contribution_margin": 0.5}, Rule.WEAK),
        (80, -15, GOOD, Rule.FALLING),
        (80, -14, GOOD, Rule.STRONG_AND_GROWING),
        (80, 0, GOOD | {"nps": -40.0}, Rule.BROKEN_PART),
        (80, 0, GOOD | {"average_days_delinquent": 55.0}, Rule.BROKEN_PART),
        (80, 0, GOOD | {"revenue_growth_year": 0.04}, Rule.STEADY),
        (80, 0, {}, Rule.STEADY),
    ],
)
def test_the_first_rule_that_holds_decides(
    points: float, change: float | None, numbers: dict[str, float], rule: Rule
) -> None:
    score = Score(points, 1.0, score_of(numbers, 3, POLICY).parts)
    assert rule_of(score, change, numbers, POLICY) is rule


def test_a_company_draws_the_lines_itself() -> None:
    score = Score(50, 1.0, score_of(GOOD, 3, POLICY).parts)
    strict = replace(POLICY, relationship=RelationshipPolicy(weak_points=55, strong_points=60))
    easy = replace(POLICY, relationship=RelationshipPolicy(weak_points=20, strong_points=50))
    found = [rule_of(score, None, GOOD, policy) for policy in (POLICY, strict, easy)]
    assert found == [Rule.STEADY, Rule.WEAK, Rule.STRONG_AND_GROWING]


def test_a_company_says_what_a_figure_is_worth_and_keeps_the_other_scales() -> None:
    steep = Policy(relationship_scales={"csat": ((0.8, 0), (0.9, 100))})
    assert points_of(Component.SATISFACTION, {"csat": 0.85}, 3, steep) == pytest.approx(50)
    assert points_of(Component.SATISFACTION, {"csat": 0.85}, 3, POLICY) == pytest.approx(70)
    assert points_of(Component.GROWTH, {"revenue_growth_year": 0.1}, 3, steep) == 75


@pytest.mark.parametrize(
    "scales",
    [{"csat": ((0.5, 0),)}, {"csat": ((0.9, 0), (0.8, 100))}, {"csat": ((0, 0), (1, 120))},
     {"mrr": ((0, 0), (1, 100))}],
    ids=["one corner", "falling figures", "too many points", "no figure of the score"],
)  # fmt: skip
def test_a_scale_that_is_none_is_refused(scales: Any) -> None:
    with pytest.raises(ValueError, match=r"relationship_scales"):
        Policy(relationship_scales=scales)


def test_a_client_file_gives_the_score_its_parts_and_their_change() -> None:
    before = GOOD | {"nps": 0.0}
    book = Book({"2026-Q3": GOOD, "2026-Q2": before})
    found = relationship_of(book, planned("gold"), QUARTER, POLICY)
    assert found.points == pytest.approx(100)
    assert found.change == pytest.approx(10)  # half the points of a fifth of the weights
    assert found.standing is Standing.GROW
    changes = {part.component: part.change for part in found.parts}
    assert changes[Component.SATISFACTION] == 50
    assert changes[Component.GROWTH] == 0
    platinum = relationship_of(book, planned("platinum"), QUARTER, POLICY)
    cadence = next(part for part in platinum.parts if part.component is Component.CADENCE)
    assert cadence.points == 50  # six are planned


def test_a_score_of_other_figures_than_before_is_not_compared() -> None:
    rated = {kpi: GOOD[kpi] for kpi in GOOD if kpi not in ("nps", "csat")}
    replied = {kpi: number for kpi, number in GOOD.items() if not kpi.startswith("critical")}
    replied |= {"first_response_on_time": 1.0}
    for before, component in ((rated, Component.SATISFACTION), (replied, Component.SERVICE)):
        book = Book({"2026-Q3": GOOD, "2026-Q2": before})
        found = relationship_of(book, planned("gold"), QUARTER, POLICY)
        assert found.change is not None and not found.is_comparable
        changes = {part.component: part.change for part in found.parts}
        assert changes[component] is None
    alike = relationship_of(Book({"2026-Q3": GOOD, "2026-Q2": GOOD}), 3, QUARTER, POLICY)
    assert alike.is_comparable


def test_a_client_of_whom_little_is_known_has_parts_and_no_standing() -> None:
    found = relationship_of(Book({"2026-Q3": {"csat": 1.0}}), 3, QUARTER, POLICY)
    assert (found.points, found.standing) == (None, None)
    assert {part.component for part in found.parts} == set(Component)


@pytest.mark.thorough
def test_the_stored_score_is_that_of_the_clients_figures() -> None:
    day = date(2026, 8, 1)
    last_year = date(2025, 8, 1)
    acme = company(
        invoices=[invoice("1", day, 1200), invoice("0", last_year, 1000)],
        invoice_lines=[line("1", 1200), line("0", 1000)],
        payments=[
            payment("p", day, 1200, invoice_id="1"),
            payment("q", last_year, 1000, invoice_id="0"),
        ],
        costs=[cost(day, 400), cost(day, 80, cost_kind="cost_to_serve")],
    )
    values = compute_all(facts_of(acme), [QUARTER]).set_index("kpi")
    # Growth 20 %, margin 60 %, nothing late: 0.5 of the weights is too little.
    assert values.loc["relationship_score", "reason"] == "low_coverage"
    assert values.loc["relationship_score", "numerator"] == pytest.approx(50)
    lenient = Policy(relationship_coverage=0.5)
    context = facts_of(company(**vars(acme) | {"policy": lenient}))
    stored = compute_all(context, [QUARTER]).set_index("kpi").loc["relationship_score"]
    assert stored["value"] == pytest.approx(100)
    assert stored["note"] == "grow/strong_and_growing"


@pytest.mark.parametrize("language", languages())
def test_every_component_standing_and_rule_has_words(language: str) -> None:
    kinds = {"component": Component, "standing": Standing, "standing-rule": Rule}
    for kind, things in kinds.items():
        assert all(catalogue(language).has(named(kind, thing)) for thing in things)
