"""What many clients come to together."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from money_rows import company, invoice, line, subscription
from reference_money.as_facts import facts_of
from reference_money.company import Company

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.kpis import compute_all
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.rollup import (
    PORTFOLIO,
    Grouping,
    MixedCurrenciesError,
    roll_up,
    rolled_values,
)
from transforms.tables import TABLES

Q1 = Period.parse("2026-Q1")
TWO = {"owners": {"A": "A", "B": "B"}, "currencies": {"A": "USD", "B": "USD"}}


def of_all(company: Company, kpi: str) -> pd.DataFrame:
    context = facts_of(company)
    everyone = pd.Series(PORTFOLIO, index=context.currencies.index, dtype="str")
    return rolled_values(context, [Q1], [Grouping(PORTFOLIO, everyone)], [kpi])


def together(company: Company, kpi: str) -> Any:
    values = of_all(company, kpi).iloc[0]
    number = values["value_minor"] if values["unit"] == "money" else values["value"]
    return values["reason"] if pd.isna(number) else number


def test_retention_of_all_weighs_each_client_by_its_revenue() -> None:
    grown = company(
        **TWO,
        subscriptions=[
            subscription("S", date(2025, 1, 1), 1_200),
            subscription("T", date(2025, 1, 1), 12_000, account_id="B", end_date=date(2026, 2, 1)),
            subscription("U", date(2026, 1, 5), 600),
        ],
    )
    # Not the mean of 150 % and 0 %.
    assert together(grown, "nrr") == pytest.approx(150 / 1_100)
    assert together(grown, "grr") == pytest.approx(100 / 1_100)
    assert together(grown, "client_retention") == 0.5
    assert together(grown, "mrr") == 150


def test_a_client_that_was_away_and_is_back_counts_and_is_told_of_also_in_the_portfolio() -> None:
    returned = company(
        **TWO,
        subscriptions=[
            subscription("S", date(2025, 1, 1), 1_200, end_date=date(2026, 1, 15)),
            subscription("T", date(2026, 2, 15), 900),
            subscription("U", date(2025, 1, 1), 1_200, account_id="B"),
        ],
    )
    clients = compute_all(facts_of(returned), [Q1], ["grr"])
    told = pd.concat([clients, of_all(returned, "grr")]).set_index("entity_id")
    assert told["value"].to_dict() == {"A": 0.75, "B": 1.0, "portfolio": 0.875}
    assert told["note"].to_dict() == {
        "A": "away_and_back",
        "B": "",
        "portfolio": "away_and_back",
    }


def test_a_client_without_value_is_in_no_sum() -> None:
    billed = company(**TWO, invoices=[invoice("I", Q1.start, 80)], invoice_lines=[line("I", 80)])
    assert together(billed, "recognised_revenue") == 80
    assert together(billed, "revenue_growth") == "new_account"


def test_a_client_whose_ratio_cannot_be_had_is_in_neither_of_its_sums() -> None:
    billed = company(
        **TWO,
        invoices=[
            invoice("I", date(2025, 12, 1), 100),
            invoice("J", Q1.start, 120),
            invoice("C", date(2025, 12, 1), -50, account_id="B"),
        ],
        invoice_lines=[line("I", 100), line("J", 120), line("C", -50, account_id="B")],
    )
    assert together(billed, "revenue_growth") == pytest.approx(0.2)


def test_a_client_of_negative_revenue_counts_in_the_margin_as_in_the_profit_of_all() -> None:
    billed = company(
        **TWO,
        invoices=[invoice("I", Q1.start, 1000), invoice("C", Q1.start, -100, account_id="B")],
        invoice_lines=[
            line("I", 1000, cost_minor=400),
            line("C", -100, account_id="B", cost_minor=0),
        ],
        costs=None,
    )
    assert together(billed, "gross_profit") == 500
    assert together(billed, "gross_margin") == pytest.approx(500 / 900)


def test_where_nobody_has_a_value_the_commonest_reason_stands() -> None:
    assert together(company(**TWO), "recognised_revenue") == "no_rows"
    assert together(company(**TWO, costs=None), "contribution") == "feed_missing"


def test_a_client_left_out_for_want_of_a_rate_is_told() -> None:
    paying = company(
        **TWO,
        subscriptions=[
            subscription("S", date(2025, 1, 1), 1_200),
            subscription("T", date(2025, 1, 1), 1_200, account_id="B", currency="EUR"),
        ],
    )
    values = of_all(paying, "mrr").iloc[0]
    assert (values["value_minor"], values["note"]) == (100, "rate_missing")


def test_days_outstanding_are_counted_again_from_everybodys_invoices() -> None:
    billed = company(
        **TWO,
        invoices=[
            invoice("I", date(2026, 3, 1), 310),
            invoice("J", date(2026, 3, 1), 310, account_id="B", status="paid"),
        ],
        payments=None,
    )
    assert together(billed, "dso") == pytest.approx(15.5)


def test_clients_in_two_currencies_are_never_added() -> None:
    mixed = replace(company(**TWO), currencies={"A": "USD", "B": "EUR"})
    values = compute_all(facts_of(mixed), [Q1], ["mrr"])
    everyone = pd.Series("portfolio", index=["A", "B"], dtype="str")
    with pytest.raises(MixedCurrenciesError, match="mrr"):
        roll_up(values, "portfolio", everyone)


def test_clients_are_added_by_whoever_they_belong_to() -> None:
    paying = company(
        **TWO,
        subscriptions=[
            subscription("S", date(2025, 1, 1), 1_200),
            subscription("T", date(2025, 1, 1), 2_400, account_id="B"),
        ],
    )
    values = compute_all(facts_of(paying), [Q1], ["mrr"])
    by_manager = roll_up(values, "manager", pd.Series({"A": "Ana"}, dtype="str"))
    assert by_manager[["entity_type", "entity_id", "value_minor"]].to_numpy().tolist() == [
        ["manager", "Ana", 100]
    ]


def test_what_clients_owe_has_no_total_where_one_clients_payments_are_not_known() -> None:
    silent = [
        invoice("I", Q1.start, 80, status="issued"),
        invoice("J", Q1.start, 50, status="open", account_id="B"),
    ]
    billed = company(**TWO, invoices=silent, invoice_lines=[line("I", 80)], payments=None)
    assert together(billed, "open_balance") == "payment_unknown"
    assert together(billed, "recognised_revenue") == 80


def test_sales_to_clients_that_bought_nothing_a_year_ago_are_growth_of_all() -> None:
    def won(account: str, year: int, amount: int) -> dict[str, Any]:
        told = {"state": "won", "close_date": date(year, 8, 3), "currency": "USD"}
        key = f"{account}{year}"
        return {"opportunity_id": key, "account_id": account, "amount_minor": amount, **told}

    deals = TABLES["opportunities"].conform(
        pd.DataFrame([won("A", 2025, 1000), won("A", 2026, 400), won("B", 2026, 900)])
    )
    entities = pd.DataFrame({"account_id": ["A", "B"], "entity_id": ["A", "B"], "currency": "USD"})
    context = MetricContext(
        CanonicalTables({"opportunities": deals}), entities, Policy(), Rates({})
    )
    everyone = Grouping("portfolio", pd.Series("portfolio", index=["A", "B"], dtype="str"))
    told = rolled_values(context, [Period.parse("2026-Q3")], [everyone], ["sales_growth"]).iloc[0]
    assert (told["numerator"], told["denominator"], told["value"]) == (300, 1000, 0.3)
