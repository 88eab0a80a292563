"""A manager's scorecard: figures beside targets, leads that are old enough, goals on their way."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from transforms.clients.scorecard import LeadConversion, Scorecard, scorecard_of, targets_of
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue, Missing, Unit
from transforms.tables import TABLES

QUARTER = Period.parse("2026-Q3")


class Book:
    """A manager's figures in euros; what is not named has no value."""

    def __init__(self, values: Mapping[str, float]) -> None:
        self.values = values

    def get(self, kpi: str, period: Period) -> KpiValue:
        spec, number = specs()[kpi], self.values.get(kpi)
        is_money = spec.unit is Unit.MONEY
        return KpiValue(
            "manager",
            "ana",
            kpi,
            period,
            spec.unit,
            1,
            currency="EUR" if is_money else "",
            value=None if is_money else number,
            value_minor=int(number) if is_money and number is not None else None,
            reason=Missing.NO_ROWS if number is None else None,
        )


def tables(**rows: list[dict[str, Any]]) -> CanonicalTables:
    return CanonicalTables(
        {name: TABLES[name].conform(pd.DataFrame(given)) for name, given in rows.items()}
    )


def card(figures: Mapping[str, float], of: CanonicalTables) -> Scorecard:
    return scorecard_of(Book(figures), of, "manager", "ana", QUARTER)


def target(metric: str, aim: float, currency: str | None = None, **more: Any) -> dict[str, Any]:
    usual = {"entity_type": "manager", "entity_id": "ana", "period": "2026-Q3"}
    return usual | {"metric": metric, "target": aim, "currency": currency} | more


def test_targets_stand_beside_what_was_reached_with_what_was_planned_for_them() -> None:
    aims = tables(
        targets=[
            target("recognised_revenue", 1200, "EUR", planned_resources="two consultants"),
            target("csat", 0.9),
            target("recognised_revenue", 7, "EUR", entity_id="luis"),
            target("recognised_revenue", 7, "EUR", period="2026-Q2"),
            target("charisma", 7),
        ]
    )
    lines = card({"recognised_revenue": 90_000, "csat": 0.45}, aims).targets
    found = {line.metric: (line.attainment, line.resources) for line in lines}
    assert found == {"recognised_revenue": (0.75, "two consultants"), "csat": (0.5, "")}


def test_a_target_in_another_currency_or_without_a_figure_has_no_attainment() -> None:
    aims = tables(targets=[target("recognised_revenue", 1200, "USD"), target("nps", 30)])
    lines = targets_of(Book({"recognised_revenue": 90_000}), aims, "manager", "ana", QUARTER)
    assert [line.attainment for line in lines] == [None, None]


def test_leads_are_the_counts_behind_their_conversion() -> None:
    class Leads(Book):
        def get(self, kpi: str, period: Period) -> KpiValue:
            found = super().get(kpi, period)
            return replace(found, numerator=1.0, denominator=3.0)

    found = scorecard_of(Leads({"lead_conversion": 1 / 3}), tables(), "manager", "ana", QUARTER)
    assert found.leads == LeadConversion(created=3, converted=1)
    assert found.leads.ratio == pytest.approx(1 / 3)
    assert card({}, tables()).leads is None
    assert LeadConversion(0, 0).ratio is None


def test_goals_show_how_much_of_the_way_was_covered() -> None:
    def goal(key: str, **more: Any) -> dict[str, Any]:
        usual = {"entity_type": "manager", "entity_id": "ana", "quarter": "2026-Q3", "goal": key}
        return usual | {"goal_id": key, "unit": "count", "start": 4, "target": 9} | more

    goals = [goal("1", actual=7), goal("2", actual=None), goal("3", actual=9, entity_id="luis")]
    found = card({}, tables(manager_goals=goals)).goals
    assert [line.progress for line in found] == [0.6, None]


def test_potential_contribution_is_the_potential_at_the_margin_there_is() -> None:
    known = {"potential_value": 100_001, "contribution_margin": 0.5}
    assert card(known, tables()).potential_contribution_minor == 50_000  # half to even
    assert card({"potential_value": 100_001}, tables()).potential_contribution_minor is None
