"""Figures that are no plain sum or ratio tell the numbers that come to them."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from money_rows import company, invoice, line
from reference_money.as_facts import facts_of

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.kpis import compute_all, specs
from transforms.metrics.arithmetic import steps_of, windows_of
from transforms.metrics.asked import Asked
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.steps import Step
from transforms.reference.policy_settings import setting_of
from transforms.tables import TABLES

Q3 = Period.parse("2026-Q3")


def told(context: MetricContext, kpi: str) -> tuple[float, list[dict[str, object]]]:
    (value,) = compute_all(context, [Q3], [kpi])["value"]
    steps: tuple[Step, ...] = steps_of(specs()[kpi].figure, Asked(context, Q3))
    return float(value), [{"code": step.code, **step.facts} for step in steps]


def using(context: MetricContext, each: list[int]) -> MetricContext:
    """Weekly use, the newest week last."""
    first = date(2026, 9, 21) - timedelta(weeks=len(each) - 1)
    rows = [
        {"usage_id": f"{at}", "account_id": "A", "days": 7, "events": events}
        | {"usage_date": first + timedelta(weeks=at)}
        for at, events in enumerate(each)
    ]
    usage = TABLES["usage"].conform(pd.DataFrame(rows))
    return replace(context, tables=CanonicalTables({**context.tables, "usage": usage}))


def test_a_change_of_use_is_the_one_mean_over_the_other() -> None:
    value, (now, then) = told(using(facts_of(company()), [70] * 12 + [35] * 4), "usage_change")
    assert (now["code"], then["code"], now["days"], then["days"]) == (
        *("usage_now", "usage_then"),
        *(28, 84),
    )
    assert now["number"] / then["number"] - 1 == value == -0.5  # type: ignore[operator]


def test_concentration_is_the_sum_of_what_each_client_adds() -> None:
    keys = [f"c{at:02}" for at in range(12)]
    documents = [invoice(key, date(2026, 8, 1), 100 + at) for at, key in enumerate(keys)]
    lines = [line(key, 100 + at) for at, key in enumerate(keys)]
    of = company(
        owners={key: key for key in keys},
        currencies=dict.fromkeys(keys, "USD"),
        invoices=[row | {"account_id": row["invoice_id"]} for row in documents],
        invoice_lines=[row | {"account_id": row["invoice_id"]} for row in lines],
    )
    context = facts_of(of)
    everybody = context.entities.assign(entity_id="portfolio")
    value, steps = told(context.grouped(everybody, "portfolio"), "revenue_concentration")
    assert [step["code"] for step in steps] == ["concentration_client"] * 10 + [
        "concentration_rest"
    ]
    assert sum(float(str(step["number"])) for step in steps) == pytest.approx(value)


def test_a_score_is_its_parts_times_their_weights() -> None:
    context = using(facts_of(company()), [70] * 68)
    policy = replace(context.policy, relationship_coverage=0.05)
    value, (*parts, whole) = told(
        replace(context, policy=policy, frames=None), "relationship_score"
    )
    assert parts and whole["code"] == "score_whole"
    added = sum(float(str(one["points"])) * float(str(one["weight"])) for one in parts)
    weights = sum(float(str(one["weight"])) for one in parts)
    assert added == pytest.approx(float(str(whole["number"])))
    assert (added / weights, weights) == pytest.approx((value, float(str(whole["weights"]))))


def test_rows_are_of_the_windows_that_the_declaration_names() -> None:
    asked = Asked(facts_of(company()), Q3)
    windows = windows_of(specs()["revenue_growth_year"].figure, asked)
    assert set(map(str, windows)) == {"2025-Q3", "2026-Q3"}


def test_settings_that_are_words_are_written() -> None:
    assert "firmado" in setting_of(facts_of(company()).policy, "renewal.signed_statuses")
