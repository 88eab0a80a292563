"""The steps that an explanation shows come to the figure that it explains."""

from typing import Any

import pandas as pd
import pytest
import reference_money.as_facts as money_facts
import reference_service.as_facts as service_facts
from hypothesis import given, settings
from money_companies import companies as money_companies
from service_companies import PERIOD
from service_companies import companies as service_companies
from test_explained import of_client

from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.watched_policy import WatchedPolicy
from transforms.kpis import compute_all, specs
from transforms.metrics.arithmetic import steps_of
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Ratio, Value
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.steps import Minor, Step

few = settings(deadline=None, max_examples=3)
Q3 = Period.parse("2026-Q3")
DECLARED = {spec.id for spec in specs().values() if isinstance(spec.figure, Value | Ratio)}
COUNTED_BACK = {"dso", "average_days_delinquent"}


def total(steps: tuple[Step, ...], role: str) -> float:
    return sum(
        float(step.facts["sign"]) * number_of(step)  # type: ignore[arg-type]
        for step in steps
        if step.facts["role"] == role
    )


def number_of(step: Step) -> float:
    number = step.facts["number"]
    return float(number.amount) if isinstance(number, Minor) else float(number or 0)


def check(context: MetricContext, period: Period) -> None:
    values = compute_all(context, [period], DECLARED | COUNTED_BACK)
    known = values[values["reason"] == ""]
    for row in known.itertuples():
        one = of_client(context, row.entity_id)
        steps = steps_of(specs()[row.kpi].figure, Asked(one, period))  # type: ignore[arg-type]
        if row.kpi in COUNTED_BACK:
            assert days(steps) == pytest.approx(row.value), row.kpi
        elif pd.notna(row.denominator):
            assert total(steps, "part") == pytest.approx(row.numerator), row.kpi
            assert total(steps, "whole") == pytest.approx(row.denominator), row.kpi
        else:
            told = row.value_minor if row.unit == "money" else row.value
            assert total(steps, "value") == pytest.approx(told), row.kpi


def days(steps: tuple[Step, ...]) -> float:
    """Days of the balance, less those of what is not due."""
    sign, found = 0.0, 0.0
    for step in steps:
        if step.code == "dso_month":
            found += sign * float(step.facts["taken"])  # type: ignore[arg-type]
        else:
            sign = 1.0 if step.code == "dso_balance" else -1.0
    return found


@few
@given(company=money_companies)
@pytest.mark.thorough
def test_steps_of_money_come_to_the_figure(company: Any) -> None:
    check(money_facts.facts_of(company), Q3)


@few
@given(company=service_companies)
@pytest.mark.thorough
def test_steps_of_service_come_to_the_figure(company: Any) -> None:
    check(service_facts.facts_of(company), PERIOD)


def test_a_figure_notes_the_settings_that_it_reads() -> None:
    policy = WatchedPolicy.of(Policy(lead_maturity_days=30))
    assert policy.lead_maturity_days == 30
    assert policy.signals.satisfied == Policy().signals.satisfied
    assert policy.noted == {"lead_maturity_days", "signals.satisfied"}
