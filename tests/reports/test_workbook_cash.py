"""Money as it comes and goes: what a client's rows say of it."""

import re
from functools import cache

import pandas as pd
import pytest
from renewal_clients import ACCOUNT, golden, japanese, request, table, with_arr, with_tables

from reports.client import ClientFile
from reports.workbook.compose import compose_workbook
from reports.workbook.formulas.calculation import calculated, named_value, named_values
from reports.workbook.model import Workbook
from transforms.renewals.offers import Offer
from transforms.tables import TABLES


def composed(client: ClientFile) -> Workbook:
    found = compose_workbook(client).workbook
    assert found is not None
    return found


@cache
def issued() -> Workbook:
    return composed(golden())


def number(workbook: Workbook, name: str) -> float:
    value = named_value(workbook, name)
    assert isinstance(value, int | float)
    return float(value)


def monthly_client(paid_after: int | None) -> ClientFile:
    """Invoiced month by month for the month; paid so many days after its start."""
    client = golden()
    lines, documents = client.tables["invoice_lines"], client.tables["invoices"]
    served = lines.assign(service_end=lines["service_start"] + pd.Timedelta(days=30))
    if paid_after is not None:
        paid = documents["issue_date"] + pd.Timedelta(days=paid_after)
        documents = documents.assign(paid_date=paid)
    return with_tables(client, invoices=documents, invoice_lines=served)


def test_a_client_pays_as_it_is_invoiced_and_as_it_paid() -> None:
    workbook = composed(monthly_client(31))
    assert number(workbook, "in_billing_months") == 1
    assert number(workbook, "in_payment_days") == 31
    # 5.5 twelfths of a year until the mean month, and the days.
    assert number(workbook, "lag_today") == pytest.approx(5.5 / 12 + 31 / 365)
    sources = [str(cell.value) for cell in workbook.sheet("assumptions").cells]
    assert "As most of the money of 12 invoices in twelve months" in sources
    assert any("of 12 invoices in twelve months whose payment is known" in it for it in sources)


@pytest.mark.thorough
def test_payments_tell_where_invoices_do_not_and_parts_of_one_do_not() -> None:
    client = monthly_client(None)
    paid = [
        {
            "payment_id": f"p{number}",
            "account_id": ACCOUNT,
            "invoice_id": f"in_{number:03}",
            "payment_kind": "payment",
            "status": status,
            "paid_date": pd.Timestamp(f"2026-0{number - 2}-20"),
            "amount_minor": amount,
            "currency": "EUR",
        }
        for number, amount, status in (
            *((4, 1_000_000, "succeeded"), (5, 999_999, "succeeded")),
            (6, 1_000_000, "failed"),
        )
    ]
    workbook = composed(with_tables(client, payments=table("payments", *paid)))
    document = client.tables["invoices"].set_index("invoice_id").loc["in_004"]
    days = (pd.Timestamp("2026-02-20") - document["issue_date"]).days
    assert number(workbook, "in_payment_days") == days
    assert number(composed(client), "in_payment_days") == 0  # the policy's


def test_commission_is_the_requests_where_it_gives_one() -> None:
    asked = request("EUR", commission_share=0.05)
    workbook = composed(with_tables(golden(), renewal_requests=asked))
    assert number(workbook, "in_commission") == 0.05
    assert named_values(workbook, "sc_commission")[:2] == (6_000, 5_400)
    assert number(issued(), "in_commission") == 0


@pytest.mark.parametrize(
    ("clause", "rise"),
    [
        ({"yearly_uplift": 0.04}, 0.04),
        ({"yearly_uplift": 0.06, "uplift_cap": 0.05}, 0.05),
        ({"uplift_index": "CPI", "uplift_cap": 0.02}, 0.02),
        ({"uplift_index": "CPI", "uplift_cap": 0.10}, 0.03),
        ({}, 0.03),
    ],
)
def test_prices_rise_as_the_contracts_clause_says(clause: dict[str, object], rise: float) -> None:
    contract = golden().tables["contracts"].assign(**clause)
    contracts = TABLES["contracts"].conform(contract)
    workbook = composed(with_tables(golden(), contracts=contracts))
    assert number(workbook, "in_price_uplift") == rise


def stepped() -> ClientFile:
    """Forty units at 3,000, agreed at 3,300 from the renewal on, and at two tiers a year later."""
    steps = [
        {
            "step_id": f"S{n}",
            "account_id": ACCOUNT,
            "contract_id": "C1",
            "product_id": "P1",
            "valid_from": pd.Timestamp(day),
            "from_quantity": quantity,
            "unit_price_minor": minor,
            "currency": "EUR",
        }
        for n, (day, quantity, minor) in enumerate(
            [
                ("2027-01-01", None, 330_000),
                ("2028-01-01", 1, 400_000),
                ("2028-01-01", 40, 363_000),
                ("2028-01-01", 41, 100_000),
            ]
        )
    ]
    subscription = {
        "subscription_id": "S1",
        "account_id": ACCOUNT,
        "product_id": "P1",
        "status": "active",
        "is_trial": False,
        "start_date": pd.Timestamp("2025-01-01"),
        "quantity": 40.0,
        "yearly_minor": 12_000_000,
        "currency": "EUR",
    }
    client = with_tables(
        golden(),
        price_steps=table("price_steps", *steps),
        subscriptions=table("subscriptions", subscription),
        renewal_requests=TABLES["renewal_requests"].empty(),
    )
    return with_arr(client, 12_000_000)


def test_ramps_and_volume_tiers_move_the_price_as_agreed() -> None:
    workbook = composed(stepped())
    assert number(workbook, "in_price") == 132_000
    assert number(workbook, "in_step_2") == pytest.approx(0.1)  # forty units reach 3,630
    assert named_value(workbook, "in_step_3") is None
    prices = workbook.sheet("cash_flows")
    first = workbook.names["cf_all"].area
    held = {(cell.row, cell.column): cell.value for cell in prices.cells}
    column = first.first_column
    shown = [value for (row, at), value in held.items() if at == column and row > first.first_row]
    assert 145_200 in [round(item, 6) for item in shown if isinstance(item, float)]


@pytest.mark.thorough
def test_a_list_price_in_another_currency_converts_at_the_contracts_date() -> None:
    rates = [
        {
            "rate_date": pd.Timestamp(day),
            "rate_kind": "month_end",
            "base_currency": "USD",
            "quote_currency": "EUR",
            "rate": rate,
        }
        for day, rate in (("2025-01-31", "0.90"), ("2026-09-30", "0.80"))
    ]
    listed = {
        "product_id": "P1",
        "product_name": "Plan Pro",
        "list_price_minor": 400_000,
        "currency": "USD",
    }
    client = with_tables(
        stepped(), products=table("products", listed), fx_rates=table("fx_rates", *rates)
    )
    assert number(composed(client), "in_list_price") == 40 * 4_000 * 0.90
    late = with_tables(client, fx_rates=table("fx_rates", rates[1]))
    assert number(composed(late), "in_list_price") == 40 * 4_000 * 0.80


@pytest.mark.thorough
def test_paying_a_year_in_advance_may_be_the_advice_and_is_said() -> None:
    client = monthly_client(90)
    edited = composed(client)
    lags = set(named_values(edited, "sol_lag"))
    assert 0 in lags
    assert len(lags) > 1
    typed = calculated(edited, {"offered_billing_months": 12, "offered_payment_days": 0})
    assert named_values(typed, "sc_paid")[list(Offer).index(Offer.COUNTER)] == 1


def test_yen_are_discounted_alike() -> None:
    assert number(composed(japanese()), "cost_worth") == 1


def test_formulas_name_what_they_raise_to_and_compare() -> None:
    """A person checks a formula by its names: no power written as a number, nothing like 1<=1."""
    literal = re.compile(r"\^\(?-?\d+\)?(?![\d.]*[-+*/])|IF\(\d+(?:<=|>=|<>|<|>|=)\d+")
    found = [
        cell.formula
        for sheet in (*issued().sheets, *composed(monthly_client(31)).sheets)
        for cell in sheet.cells
        if cell.formula and literal.search(cell.formula)
    ]
    assert found == []
