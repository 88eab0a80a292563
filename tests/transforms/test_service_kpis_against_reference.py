"""Every service KPI equals its slow reference, and keeps the promises of all KPIs."""

from dataclasses import replace
from typing import Any

import answered
import pandas as pd
import pytest
from hypothesis import given, settings
from reference_service import outcomes, relationship, surveys, tickets
from reference_service.as_facts import FEEDS, facts_of
from reference_service.company import Answer, Company
from service_companies import OWNERS, PERIOD, POLICY, WEEK, companies

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.kpis import compute_all, specs
from transforms.metrics.asked import Asked
from transforms.metrics.kpi_frame import values_of
from transforms.metrics.metric_context import MetricContext

pytestmark = pytest.mark.thorough

few = settings(deadline=None, max_examples=8)
many = settings(deadline=None, max_examples=400, derandomize=False)


def reference(company: Company) -> dict[tuple[str, str], Answer]:
    return {
        (client, kpi): answer
        for client in company.clients
        for room in (tickets, surveys, relationship, outcomes)
        for kpi, answer in room.answers(company, client, PERIOD).items()
    }


def computed(context: MetricContext, period: Period = PERIOD) -> pd.DataFrame:
    named = {"usage_weekly"} if period is WEEK else answered.of_service()
    asked = Asked(context, period)
    frames = [values_of(specs()[kpi], asked) for kpi in sorted(named)]
    return pd.concat(frames).set_index(["entity_id", "kpi"]).sort_index()


def answers_in(frame: pd.DataFrame) -> dict[Any, Answer]:
    def number(value: Any) -> float | None:
        return None if pd.isna(value) else float(value)

    return {
        key: Answer(
            number(row["value_minor"] if row["unit"] == "money" else row["value"]),
            row["reason"],
            number(row["numerator"]),
            number(row["denominator"]),
            int(row["rows"]),
            row["note"],
        )
        for key, row in frame.iterrows()
    }


def nearly(answer: Answer) -> Answer:
    """The same answer, its numbers compared to nine digits."""
    near = {
        name: pytest.approx(number, rel=1e-9, abs=1e-9)
        for name in ("value", "numerator", "denominator")
        if (number := getattr(answer, name)) is not None
    }
    return replace(answer, **near)


def check_against_reference(company: Company) -> None:
    expected, actual = reference(company), answers_in(computed(facts_of(company)))
    assert set(actual) == set(expected)
    for key, answer in expected.items():
        assert actual[key] == nearly(answer), key


@settings(few, max_examples=25)
@given(company=companies)
def test_every_figure_and_its_working_equal_the_reference(company: Company) -> None:
    check_against_reference(company)


@pytest.mark.long
@many
@given(company=companies)
def test_every_figure_of_many_companies_equals_the_reference(company: Company) -> None:
    check_against_reference(company)


@few
@given(company=companies)
def test_weekly_use_equals_the_reference(company: Company) -> None:
    actual = answers_in(computed(facts_of(company), WEEK))
    for client in company.clients:
        assert actual[client, "usage_weekly"] == relationship.weekly(company, client, WEEK)


@few
@given(company=companies)
def test_the_order_of_rows_does_not_matter(company: Company) -> None:
    turned = replace(company, **{feed: getattr(company, feed)[::-1] for feed in FEEDS})
    pd.testing.assert_frame_equal(computed(facts_of(company)), computed(facts_of(turned)))


@few
@given(company=companies)
def test_another_client_changes_no_figure(company: Company) -> None:
    alone = replace(
        company, owners={key: client for key, client in OWNERS.items() if client == "A1"}
    )
    together = computed(facts_of(company)).loc[["A1"]]
    pd.testing.assert_frame_equal(computed(facts_of(alone)), together)


def test_a_feed_that_is_missing_gives_its_reason_and_never_a_number() -> None:
    context = replace(facts_of(Company(OWNERS, POLICY)), tables=CanonicalTables({}))
    values = compute_all(context, [PERIOD, WEEK])
    assert {"nps", "csat_answers", "usage_weekly", "tasks_due"} <= set(values["kpi"])
    score = values["kpi"] == "relationship_score"  # which rests on figures, not on a feed
    assert set(values["reason"][~score]) == {"feed_missing"}
    assert set(values["reason"][score]) == {"low_coverage"}
    assert values["value"].isna().all()
    assert values["value_minor"].isna().all()
