"""Every money KPI equals its slow reference, and keeps the promises of all KPIs."""

from dataclasses import replace
from typing import Any

import answered
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from money_companies import OWNERS, RATES, companies
from reference_money import agreements, earned, owed, recurring
from reference_money.as_facts import FEEDS, entities_of, facts_of
from reference_money.company import Answer, Company

from transforms.core.periods import Period
from transforms.kpis import compute_all, specs
from transforms.metrics.kpi import GROUPS, RollUp, Unit
from transforms.metrics.rollup import PORTFOLIO, Grouping, rolled_values

pytestmark = pytest.mark.thorough

SPECS = {kpi: spec for kpi, spec in specs().items() if kpi in answered.of_money()}
MONEY = {spec.id for spec in SPECS.values() if spec.unit is Unit.MONEY}
RATIOS = {
    spec.id
    for spec in SPECS.values()
    if spec.roll_up in (RollUp.RATIO_OF_SUMS, RollUp.RATIO_OF_ALL_SUMS)
}
QUARTER = Period.parse("2026-Q3")

periods = st.sampled_from(["2026-Q3", "2026-08", "2026-Q1", "2025", "2025-11..2026-04"]).map(
    Period.parse
)
few = settings(deadline=None, max_examples=4)
many = settings(deadline=None, max_examples=600, derandomize=False)


def reference(company: Company, period: Period) -> dict[tuple[str, str], Answer]:
    return {
        (client, kpi): answer
        for client in company.clients
        for part in (earned, recurring, owed, agreements)
        for kpi, answer in part.answers(company, client, period).items()
    }


def values_of(company: Company, period: Period = QUARTER) -> pd.DataFrame:
    frame = compute_all(facts_of(company), [period], SPECS)
    return frame.set_index(["entity_id", "kpi"]).sort_index()


def answers_in(frame: pd.DataFrame) -> dict[Any, Answer]:
    def answer(row: Any) -> Answer:
        number = row["value_minor"] if row["unit"] == "money" else row["value"]
        return Answer(None if pd.isna(number) else number, row["reason"])

    return {key: answer(row) for key, row in frame.iterrows()}


def check_against_reference(company: Company, period: Period) -> None:
    expected, actual = reference(company, period), answers_in(values_of(company, period))
    for key, answer in actual.items():
        if key not in expected:
            assert answer == Answer(reason="feed_missing"), key
        elif key[1] in MONEY or answer.value is None:
            assert answer == expected[key], key
        else:
            assert answer.value == pytest.approx(expected[key].value, rel=1e-12), key
    assert set(expected) <= set(actual)


@settings(few, max_examples=12)
@given(company=companies, period=periods)
def test_every_figure_equals_the_reference(company: Company, period: Period) -> None:
    check_against_reference(company, period)


@pytest.mark.long
@many
@given(company=companies, period=periods)
def test_every_figure_of_many_companies_equals_the_reference(
    company: Company, period: Period
) -> None:
    check_against_reference(company, period)


def check_promises(frame: pd.DataFrame) -> None:
    has_value = frame["value"].notna() | frame["value_minor"].notna()
    assert (has_value == (frame["reason"] == "")).all()
    ratios = frame.loc[frame.index.get_level_values("kpi").isin(RATIOS)]
    has_base = (ratios["denominator"] > 0).fillna(False)
    assert (has_base == ratios["value"].notna()).all()
    assert (ratios["value"] == ratios["numerator"] / ratios["denominator"]).dropna().all()
    gross = frame.loc[frame.index.get_level_values("kpi").isin(["grr", "grr_ttm"]), "value"]
    assert (gross.dropna() <= 1).all()


def check_bridge(frame: pd.DataFrame) -> None:
    minor = frame["value_minor"].unstack("kpi")  # noqa: PD010 (one value a cell)
    gained = ["mrr_start", "mrr_new", "mrr_expansion", "mrr_reactivation", "mrr_exchange"]
    end = minor[gained].sum(axis=1, min_count=5)
    end = end - minor["mrr_contraction"] - minor["mrr_churn"]
    both = end.notna() & minor["mrr"].notna()
    assert (end[both] == minor["mrr"][both]).all()
    ages = minor[[kpi for kpi in minor if kpi.startswith("ageing_")]].sum(axis=1, min_count=5)
    assert (ages.fillna(0) == minor["open_balance"].fillna(0)).all()


@few
@given(company=companies, period=periods)
def test_values_and_reasons_exclude_each_other_and_bridges_close(
    company: Company, period: Period
) -> None:
    frame = values_of(company, period)
    check_promises(frame)
    check_bridge(frame)


@few
@given(company=companies, period=periods)
def test_retention_tells_of_clients_that_were_away_and_are_back(
    company: Company, period: Period
) -> None:
    told = compute_all(facts_of(company), [period], ["grr", "grr_ttm"]).set_index(
        ["entity_id", "kpi"]
    )["note"]
    for client in company.clients if company.subscriptions is not None else ():
        for kpi, window in (("grr", period), ("grr_ttm", period.trailing_twelve)):
            was_away = recurring.away_and_back(company, client, window)
            assert told[client, kpi] == ("away_and_back" if was_away else ""), (client, kpi)


@few
@given(company=companies)
def test_the_order_of_rows_does_not_matter(company: Company) -> None:
    turned = {feed: rows and rows[::-1] for feed in FEEDS if (rows := getattr(company, feed))}
    pd.testing.assert_frame_equal(values_of(company), values_of(replace(company, **turned)))


@few
@given(company=companies)
def test_another_client_changes_no_figure(company: Company) -> None:
    alone = {feed: company.of("A1", rows) for feed in FEEDS if (rows := getattr(company, feed))}
    without_b = replace(
        company, owners={key: owner for key, owner in OWNERS.items() if owner == "A1"}, **alone
    )
    together = values_of(company).loc[["A1"]]
    pd.testing.assert_frame_equal(values_of(without_b), together)


@few
@given(company=companies)
def test_months_add_up_to_the_quarter(company: Company) -> None:
    added = ["recognised_revenue", "invoiced_amount", "mrr_new", "mrr_churn", "mrr_exchange"]
    context = facts_of(company)
    quarter = compute_all(context, [QUARTER], added).set_index(["entity_id", "kpi"])
    months = compute_all(context, QUARTER.months, added).groupby(["entity_id", "kpi"])
    total = months["value_minor"].sum().reindex(quarter.index)
    known = quarter["value_minor"].notna()
    assert (quarter["value_minor"][known] == total[known]).all()


@few
@given(company=companies)
def test_the_portfolio_is_the_sum_of_its_clients_or_their_reason(company: Company) -> None:
    in_dollars = replace(company, currencies=dict.fromkeys(company.currencies, "USD"))
    context = facts_of(in_dollars)
    clients = compute_all(context, [QUARTER], SPECS)
    everyone = pd.Series(PORTFOLIO, index=context.currencies.index, dtype="str")
    together = rolled_values(context, [QUARTER], [Grouping(PORTFOLIO, everyone)])
    portfolio = together.set_index("kpi")
    for kpi, spec in SPECS.items():
        if spec.of == GROUPS:
            continue
        if spec.roll_up is RollUp.NONE:
            assert kpi not in portfolio.index
            continue
        value = portfolio.loc[kpi]
        if (clients.loc[clients["kpi"] == kpi, "reason"] == "payment_unknown").any():
            assert value["reason"] == "payment_unknown"  # what the others owe is no total
            continue
        having = clients.loc[(clients["kpi"] == kpi) & (clients["reason"] == "")]
        if spec.roll_up is RollUp.SUM:
            assert value["rows"] == having["rows"].sum()
            if len(having):
                column = "value_minor" if spec.unit is Unit.MONEY else "value"
                assert value[column] == having[column].sum()
        elif spec.roll_up is RollUp.RATIO_OF_SUMS and len(having):
            expected = having["numerator"].sum() / having["denominator"].sum()
            assert value["value"] == pytest.approx(expected)
        has_value = pd.notna(value["value"]) or pd.notna(value["value_minor"])
        assert has_value == (value["reason"] == "")


def scaled(company: Company, factor: int) -> Company:
    def row_of(row: Any) -> Any:
        minor = [name for name in row if name.endswith("_minor") and row[name] is not None]
        return row | {name: row[name] * factor for name in minor}

    rows = {feed: getattr(company, feed) for feed in FEEDS}
    return replace(
        company, **{feed: value and [row_of(row) for row in value] for feed, value in rows.items()}
    )


@few
@given(company=companies, factor=st.sampled_from([12, 1200]))
def test_scaling_money_scales_money_and_leaves_ratios_alone(company: Company, factor: int) -> None:
    # Whole shares: services of one day and amounts that twelve divides leave nothing to round.
    plain = replace(
        company,
        currencies=dict.fromkeys(company.currencies, "USD"),
        subscriptions=company.subscriptions
        and [row | {"currency": "USD"} for row in company.subscriptions],
        invoice_lines=[
            row | {"service_end": None, "currency": "USD"} for row in company.invoice_lines or []
        ],
        invoices=[row | {"currency": "USD"} for row in company.invoices or []],
        payments=company.payments and [row | {"currency": "USD"} for row in company.payments],
        costs=company.costs and [row | {"currency": "USD"} for row in company.costs],
    )
    once, more = values_of(scaled(plain, 12)), values_of(scaled(plain, 12 * factor))
    assert (once["value_minor"] * factor == more["value_minor"]).dropna().all()
    pd.testing.assert_series_equal(once["value"], more["value"])
    pd.testing.assert_series_equal(once["reason"], more["reason"])


@few
@given(company=companies, share=st.integers(1, 9))
def test_splitting_an_unspread_line_changes_nothing(company: Company, share: int) -> None:
    lines = [row | {"service_end": None, "cost_minor": 0} for row in company.invoice_lines or []]
    parts = [
        row | {"line_id": f"{row['line_id']}-{name}", "net_minor": net}
        for row in lines
        for name, net in (("a", row["net_minor"] - share), ("b", share))
    ]
    whole, split = replace(company, invoice_lines=lines), replace(company, invoice_lines=parts)
    names = ["value", "value_minor", "numerator", "denominator"]
    pd.testing.assert_frame_equal(values_of(whole)[names], values_of(split)[names])


def test_a_missing_rate_touches_only_the_clients_that_need_it() -> None:
    months = {"2026-06", "2026-09"}  # retention is told at the rates of its start
    lost = {key: rate for key, rate in RATES.items() if key[1] != "EUR" or key[2] not in months}
    company = Company(
        owners=OWNERS,
        currencies={"A1": "USD", "B1": "JPY", "C1": "USD"},
        rates=lost,
        subscriptions=[
            subscription("1", "A1", "USD"),
            subscription("2", "B1", "JPY"),
            subscription("3", "C1", "EUR"),
        ],
    )
    frame = values_of(company)
    assert frame.loc[("A1", "mrr"), "value_minor"] == 100
    assert frame.loc[("B1", "mrr"), "value_minor"] == 100
    assert frame.loc[("C1", "mrr"), "reason"] == "rate_missing"
    assert frame.loc[("C1", "nrr"), "reason"] == "rate_missing"
    assert frame.loc[("C1", "client_retention"), "value"] == 1


def subscription(key: str, account: str, currency: str) -> dict[str, Any]:
    return {
        "subscription_id": key,
        "account_id": account,
        "status": "active",
        "is_trial": False,
        "is_metered": False,
        "start_date": QUARTER.year_ago.start,
        "end_date": None,
        "cancelled_date": None,
        "yearly_minor": 1200,
        "currency": currency,
    }


def test_accounts_without_rows_are_their_clients_without_value() -> None:
    company = Company(OWNERS, {"A1": "USD", "B1": "JPY", "C1": "EUR"}, RATES)
    frame = values_of(company)
    assert set(frame.index.get_level_values("entity_id")) == set(entities_of(company)["entity_id"])
    counts = ["new_clients", "won_back_clients", "renewals_due", "renewals_undecided"]
    is_count = frame.index.get_level_values("kpi").isin(counts)
    reasons = {"no_rows", "no_subscriptions", "not_active_at_start"}
    assert set(frame["reason"][~is_count]) == reasons
    assert (frame["value"][is_count] == 0).all()
