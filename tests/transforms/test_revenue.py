"""When an invoice line becomes revenue."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from money_rows import company, cost, figure, invoice, line
from reference_money.company import Company

from transforms.core.exact import half_even_share
from transforms.core.policy import CreditNoteDate, Policy

JAN = date(2026, 1, 1)
YEAR = {"service_start": JAN, "service_end": date(2027, 1, 1)}


def of(net: int, **service: date) -> Company:
    return company(invoices=[invoice("I", JAN, net)], invoice_lines=[line("I", net, **service)])


def test_a_year_paid_in_advance_is_earned_day_by_day() -> None:
    assert figure(of(36_500, **YEAR), "recognised_revenue", "2026-01") == 3_100
    assert figure(of(36_500, **YEAR), "recognised_revenue", "2026-02") == 2_800
    assert figure(of(36_500, **YEAR), "invoiced_amount", "2026-02") == 0


def test_the_months_of_a_line_add_up_to_it_whatever_is_rounded() -> None:
    months = [figure(of(100, **YEAR), "recognised_revenue", f"2026-{n:02d}") for n in range(1, 13)]
    assert sum(months) == 100
    assert figure(of(100, **YEAR), "recognised_revenue", "2026") == 100


def test_a_line_without_service_is_earned_when_invoiced() -> None:
    assert figure(of(100), "recognised_revenue", "2026-01") == 100


@pytest.mark.parametrize("end", [date(2025, 11, 1), date(2025, 12, 1), date(2025, 12, 2)])
def test_a_service_of_a_day_or_less_is_earned_when_invoiced(end: date) -> None:
    billed = of(100, service_start=date(2025, 12, 1), service_end=end)
    assert figure(billed, "recognised_revenue", "2025-12") == 0
    assert figure(billed, "recognised_revenue", "2026-01") == 100


def test_a_credit_note_counts_on_its_own_day_even_with_a_service_period() -> None:
    billed = company(
        invoices=[
            invoice("I", JAN, 1_200),
            invoice("C", date(2026, 3, 5), -300, credited_invoice_id="I"),
        ],
        invoice_lines=[line("I", 1_200), line("C", -300, **YEAR)],
    )
    assert figure(billed, "recognised_revenue", "2026-03") == -300
    original = replace(billed, policy=Policy(credit_note_date=CreditNoteDate.ORIGINAL))
    assert figure(original, "recognised_revenue", "2026-03") == 0
    assert figure(original, "recognised_revenue", "2026-01") == 900


@pytest.mark.parametrize("status", ["draft", "void", "deleted"])
def test_lines_of_documents_that_never_count_are_no_revenue(status: str) -> None:
    billed = company(
        invoices=[invoice("I", JAN, 100), invoice("V", JAN, 70, status=status)],
        invoice_lines=[line("I", 100), line("V", 70)],
    )
    assert figure(billed, "recognised_revenue", "2026-01") == 100
    assert figure(billed, "invoiced_amount", "2026-01") == 100


def test_an_uncollectible_invoice_stays_revenue_and_is_no_longer_owed() -> None:
    billed = company(
        invoices=[invoice("I", JAN, 100, status="uncollectible")], invoice_lines=[line("I", 100)]
    )
    assert figure(billed, "recognised_revenue", "2026-01") == 100
    assert figure(billed, "open_balance", "2026-01") == 0


def test_a_line_on_another_clients_invoice_is_nobodys_revenue() -> None:
    billed = company(
        owners={"A": "A", "B": "B"},
        currencies={"A": "USD", "B": "USD"},
        invoices=[invoice("I", JAN, 100)],
        invoice_lines=[line("I", 100), line("I", 50, line_id="x", account_id="B")],
    )
    assert figure(billed, "recognised_revenue", "2026-01", "A") == 100
    assert figure(billed, "recognised_revenue", "2026-01", "B") == "no_rows"


def test_never_invoiced_is_no_value_and_nothing_this_month_is_zero() -> None:
    assert figure(company(), "recognised_revenue", "2026-01") == "no_rows"
    assert figure(of(100), "recognised_revenue", "2026-02") == 0


def test_currencies_are_converted_once_a_month_and_account_with_their_own_decimals() -> None:
    rates = {
        ("average", "JPY", "2026-01"): "0.0067",
        ("average", "KWD", "2026-01"): "3.25",
    }
    billed = company(
        rates=rates,
        invoices=[invoice("J", JAN, 0, currency="JPY"), invoice("K", JAN, 0, currency="KWD")],
        invoice_lines=[
            line("J", 75, currency="JPY"),
            line("J", 75, currency="JPY", line_id="J-2"),
            line("K", 1_000, currency="KWD"),
        ],
    )
    # ¥150 are 100.5 cents: half-even to 100. Line by line it would have been 50 + 50.
    assert figure(billed, "recognised_revenue", "2026-01") == 100 + 325
    assert figure(replace(billed, rates={}), "recognised_revenue", "2026-01") == "rate_missing"
    assert figure(replace(billed, rates={}), "recognised_revenue", "2026-02") == 0


def test_growth_says_why_there_is_none() -> None:
    grown = of(36_500, **YEAR)
    assert figure(grown, "revenue_growth", "2026-02") == pytest.approx(-300 / 3_100)
    assert figure(grown, "revenue_growth", "2026-01") == "new_account"
    assert figure(grown, "revenue_growth", "2027-03") == "no_opening_revenue"
    assert figure(company(), "revenue_growth", "2026-01") == "no_rows"


def test_growth_at_constant_currency_leaves_the_rate_out() -> None:
    rates = {("average", "EUR", "2025-01"): "1.00", ("average", "EUR", "2026-01"): "1.20"}
    billed = company(
        rates=rates,
        invoices=[
            invoice("I", date(2025, 1, 9), 0, currency="EUR"),
            invoice("J", date(2026, 1, 9), 0, currency="EUR"),
        ],
        invoice_lines=[line("I", 100, currency="EUR"), line("J", 110, currency="EUR")],
    )
    assert figure(billed, "revenue_growth_year", "2026-01") == pytest.approx(0.32)
    assert figure(billed, "revenue_growth_year_constant", "2026-01") == pytest.approx(0.10)


def test_a_month_with_revenue_and_without_cost_has_no_margin() -> None:
    billed = replace(of(365, **YEAR), costs=[cost(JAN, 10), cost(date(2026, 3, 1), 10)])
    assert figure(billed, "gross_profit", "2026-01") == 21
    assert figure(billed, "gross_margin", "2026-01") == pytest.approx(21 / 31)
    assert figure(billed, "gross_margin", "2026-Q1") == "cost_missing"
    assert figure(billed, "contribution", "2026-01") == "cost_missing"
    assert figure(of(365, **YEAR), "gross_margin", "2026-01") == "cost_missing"


def test_without_a_cost_feed_the_lines_cost_is_the_cost_of_sales() -> None:
    billed = company(
        costs=None,
        invoices=[invoice("I", JAN, 100)],
        invoice_lines=[line("I", 100, cost_minor=40), line("I", 0, line_id="text")],
    )
    assert figure(billed, "gross_profit", "2026-01") == 60
    assert figure(billed, "contribution", "2026-01") == "feed_missing"
    unknown = replace(billed, invoice_lines=[line("I", 100), line("I", 9, line_id="x")])
    assert figure(unknown, "gross_profit", "2026-01") == "cost_missing"


def test_costs_without_revenue_are_a_loss_without_a_margin() -> None:
    billed = replace(of(100), costs=[cost(date(2026, 2, 1), 10)])
    assert figure(billed, "gross_profit", "2026-02") == -10
    assert figure(billed, "gross_margin", "2026-02") == "no_revenue"


def test_tenure_counts_whole_months_from_the_first_day_with_revenue() -> None:
    assert (
        figure(of(100, service_start=JAN, service_end=date(2027, 1, 1)), "tenure_months", "2026-03")
        == 3
    )
    late = company(invoices=[invoice("I", date(2026, 1, 2), 1)], invoice_lines=[line("I", 1)])
    assert figure(late, "tenure_months", "2026-03") == 2
    assert figure(late, "tenure_months", "2025-12") == "new_account"


def test_shares_round_half_to_even_on_both_sides_of_zero_without_overflow() -> None:
    halves = half_even_share(np.array([-3, -1, 1, 3, 5]), 1, 2)
    assert halves.tolist() == [-2, 0, 0, 2, 2]
    huge = 9 * 10**17
    assert half_even_share(np.array([huge]), 3_649, 3_650).tolist() == [huge - 246575342465753]
