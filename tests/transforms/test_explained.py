"""The rows that a figure names are all that it needs, and no row of the client is passed over."""

from dataclasses import replace
from datetime import date
from typing import Any

import answered
import pandas as pd
import pytest
import reference_money.as_facts as money_facts
import reference_service.as_facts as service_facts
from hypothesis import given, settings
from hypothesis import strategies as st
from money_companies import companies as money_companies
from money_rows import company, invoice, line
from reference_money import agreements, earned, owed, recurring
from reference_service import outcomes, relationship, surveys, tickets
from service_companies import PERIOD, WEEK
from service_companies import companies as service_companies

from transforms.core.periods import Period
from transforms.kpis import compute_all, explained, families, specs
from transforms.metrics.explained import LeftOut, Selection
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

FROM_OTHER_FIGURES = frozenset({"relationship_score"})
"""Figures made of other figures, whose rows are theirs."""
PIPELINE = {
    spec.id
    for family in families()
    if family.name in ("pipeline", "pipeline_health", "deal_age")
    for spec in family.specs
}
"""Checked the same way in test_pipeline_kpis."""
POPULATION = {spec.id for spec in specs().values() if spec.is_population}
"""Checked the same way in test_population_kpis and test_peer_position."""
OF_GROUPS = {
    *("portfolio_growth", "lead_conversion", "revenue_target_attainment"),
    *("revenue_largest_client", "revenue_largest_ten", "revenue_concentration"),
}
"""Checked the same way in test_group_kpis."""
BESIDE_THEIR_TESTS = {"discount_granted", "days_to_value"}
"""Checked the same way in test_discount_granted and test_days_to_value."""
ELSEWHERE = PIPELINE | FROM_OTHER_FIGURES | POPULATION | OF_GROUPS | BESIDE_THEIR_TESTS
HERE = set(specs()) - ELSEWHERE
SERVICE = {kpi for kpi in HERE if set(specs()[kpi].feeds) & set(service_facts.FEEDS)}
MONEY = HERE - SERVICE

few = settings(deadline=None, max_examples=5)
many = settings(deadline=None, max_examples=150, derandomize=False)
periods = st.sampled_from(["2026-Q3", "2026-08", "2026-Q1", "2025"]).map(Period.parse)


def of_client(context: MetricContext, client: str) -> MetricContext:
    ours = context.entities[context.entities["entity_id"] == client].reset_index(drop=True)
    return replace(context, entities=ours)


def entered_keys(selections: tuple[Selection, ...]) -> dict[str, set[Any]]:
    return {
        part.table: set(part.entered[list(TABLES[part.table].key)].itertuples(index=False))
        for part in selections
    }


def only_entered(company: Any, selections: tuple[Selection, ...]) -> Any:
    """The company with no rows but those that the explanation names as entered."""
    keys = entered_keys(selections)
    versions = keys.get("subscription_versions", set())
    keys["subscriptions"] = {(version[0],) for version in versions}  # each has one version here
    kept = {}
    for feed in (*money_facts.FEEDS, *service_facts.FEEDS):
        rows = getattr(company, feed, None)
        if rows is not None:
            kept[feed] = [row for row in rows if _key(feed, row) in keys.get(feed, set())]
    return replace(company, **kept)


COSTS = {"gross_profit", "gross_margin", "contribution", "contribution_margin"}


def with_a_line_of_nothing(company: Any, account: str) -> Any:
    """Makes a client of one that has costs in the period and lines only outside it."""
    day = date(2024, 1, 1)
    document = invoice("none", day, 0, account_id=account)
    nothing = line("none", 0, account_id=account)
    return replace(
        company,
        invoices=[*company.invoices, document],
        invoice_lines=[*company.invoice_lines, nothing],
    )


def _key(feed: str, row: Any) -> tuple[Any, ...]:
    key = tuple(row[name] for name in TABLES[feed].key)
    return tuple(pd.Timestamp(item) if hasattr(item, "year") else item for item in key)


def check_every_row_has_its_place(
    context: MetricContext, selections: tuple[Selection, ...]
) -> None:
    for part in selections:
        table = "subscriptions" if part.table == "subscription_versions" else part.table
        assert len(part.rows) == len(part.left_out) == len(context.rows(table))
        assert set(part.left_out) <= {"", *LeftOut}
        assert set(part.shown) <= set(part.rows.columns)


def check(
    company: Any, context: MetricContext, kpis: set[str], period: Period, answers: Any
) -> None:
    values = compute_all(context, [period], kpis)
    clients = {client: of_client(context, client) for client in values["entity_id"].unique()}
    for row in values.itertuples():
        if row.reason == "feed_missing":
            continue
        ours = clients[row.entity_id]
        selections = explained(ours, row.kpi, period)
        check_every_row_has_its_place(ours, selections)
        number = row.value_minor if row.unit == "money" else row.value
        named = only_entered(company, selections)
        if row.kpi in COSTS and not pd.isna(number):
            named = with_a_line_of_nothing(named, row.entity_id)
        answer = answers(named, row.entity_id, row.kpi)
        place = (row.entity_id, row.kpi, str(period))
        if pd.isna(number):
            assert answer.value is None, place
        elif number == 0:  # of a client that has rows, none of them in the period
            assert not answer.value, place
        else:
            assert answer.value == pytest.approx(number, rel=1e-9), place


def money_answer(period: Period) -> Any:
    def answer(company: Any, client: str, kpi: str) -> Any:
        parts = (earned, recurring, owed, agreements)
        return next(
            found[kpi] for part in parts if kpi in (found := part.answers(company, client, period))
        )

    return answer


def service_answer(company: Any, client: str, kpi: str) -> Any:
    if kpi == "usage_weekly":
        return relationship.weekly(company, client, WEEK)
    parts = (tickets, surveys, relationship, outcomes)
    return next(
        found[kpi] for part in parts if kpi in (found := part.answers(company, client, PERIOD))
    )


@few
@given(company=money_companies, period=periods)
@pytest.mark.thorough
def test_money_figures_come_out_of_the_rows_they_name(company: Any, period: Period) -> None:
    check(company, money_facts.facts_of(company), MONEY, period, money_answer(period))


@few
@given(company=service_companies)
@pytest.mark.thorough
def test_service_figures_come_out_of_the_rows_they_name(company: Any) -> None:
    context = service_facts.facts_of(company)
    check(company, context, SERVICE, PERIOD, service_answer)
    check(company, context, {"usage_weekly"}, WEEK, service_answer)


@pytest.mark.long
@many
@given(company=money_companies, period=periods)
def test_money_figures_of_many_companies(company: Any, period: Period) -> None:
    check(company, money_facts.facts_of(company), MONEY, period, money_answer(period))


@pytest.mark.long
@many
@given(company=service_companies)
def test_service_figures_of_many_companies(company: Any) -> None:
    check(company, service_facts.facts_of(company), SERVICE, PERIOD, service_answer)


def test_every_figure_is_checked_against_its_rows() -> None:
    """The companies have the rows that each needs, and the references answer for it."""
    assert answered.of_money() - {"discount_granted"} >= MONEY
    assert SERVICE - answered.of_service() == {"usage_weekly"}
    feeds = {feed for kpi in MONEY for feed in specs()[kpi].feeds}
    assert feeds <= set(money_facts.FEEDS)


@pytest.mark.parametrize("kpi", ["open_balance", "unapplied_balance", "dso", "invoiced_amount"])
def test_amounts_stand_beside_their_currency(kpi: str) -> None:
    one = company(invoices=[invoice("1", date(2026, 7, 3), 9)], invoice_lines=[line("1", 9)])
    context = money_facts.facts_of(one)
    for part in explained(context, kpi, Period.parse("2026-Q3")):
        amounts = [name for name in part.shown if name.endswith("_minor")]
        assert not amounts or "currency" in part.shown
