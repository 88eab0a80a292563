"""What real companies' rows do to money figures: one small table in view for each case."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from money_rows import company, figure, invoice, line, payment, subscription
from reference_money.as_facts import facts_of

from transforms.core.periods import Period
from transforms.kpis import compute_all
from transforms.metrics.metric_context import client_entities
from transforms.tables import TABLES

pytestmark = pytest.mark.thorough

YEAR = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")


def quarters(of: Any, kpi: str) -> list[Any]:
    return [figure(of, kpi, quarter) for quarter in YEAR]


def test_hierarchy_money_that_moves_between_siblings_is_no_movement_of_their_parent() -> None:
    siblings = company(
        owners={"A": "A", "A1": "A", "A2": "A"},
        subscriptions=[
            subscription("s1", date(2025, 1, 1), 1200, account_id="A1", end_date=date(2026, 5, 1)),
            subscription("s2", date(2026, 5, 1), 1200, account_id="A2"),
        ],
    )
    assert quarters(siblings, "mrr") == [100, 100, 100, 100]
    assert quarters(siblings, "mrr_churn") == [0, 0, 0, 0]
    assert quarters(siblings, "mrr_new") == [0, 0, 0, 0]
    assert figure(siblings, "nrr", "2026-Q2") == 1


def test_merge_a_client_joined_to_another_brings_its_past_along() -> None:
    accounts = pd.DataFrame(
        [
            {"account_id": "A", "account_name": "A", "currency": "USD"},
            {"account_id": "B", "account_name": "B", "parent_account_id": "A"},
        ]
    )
    owners = client_entities(TABLES["accounts"].conform(accounts), "USD")
    merged = company(
        owners=dict(zip(owners["account_id"], owners["entity_id"], strict=True)),
        invoices=[
            invoice("1", date(2025, 8, 1), 100, account_id="B"),
            invoice("2", date(2026, 8, 1), 150),
        ],
        invoice_lines=[line("1", 100, account_id="B"), line("2", 150)],
    )
    assert figure(merged, "revenue_growth_year", "2026-Q3") == 0.5
    assert figure(merged, "new_clients", "2026-Q3") == 0
    assert figure(merged, "tenure_months", "2026-Q3") == 14


def test_win_back_a_client_that_returns_after_a_year_is_won_back_and_not_new() -> None:
    days = (date(2024, 3, 1), date(2026, 8, 1))
    back = company(
        invoices=[invoice(f"{day}", day, 100) for day in days],
        invoice_lines=[line(f"{day}", 100) for day in days],
        subscriptions=[
            subscription("s1", date(2024, 3, 1), 1200, end_date=date(2024, 9, 1)),
            subscription("s2", date(2026, 8, 1), 600),
        ],
    )
    assert quarters(back, "won_back_clients") == [0, 0, 1, 0]
    assert quarters(back, "new_clients") == [0, 0, 0, 0]
    assert quarters(back, "mrr_reactivation") == [0, 0, 50, 0]
    assert figure(back, "nrr_ttm", "2026-Q3") == "no_opening_revenue"


def test_overlapping_subscriptions_add_up_and_the_end_of_one_is_contraction() -> None:
    both = company(
        subscriptions=[
            subscription("s1", date(2025, 1, 1), 1200),
            subscription("s2", date(2025, 6, 1), 600, end_date=date(2026, 8, 1)),
        ]
    )
    assert quarters(both, "mrr") == [150, 150, 100, 100]
    assert quarters(both, "mrr_contraction") == [0, 0, 50, 0]
    assert quarters(both, "mrr_churn") == [0, 0, 0, 0]


def test_partial_refund_returns_cash_and_neither_revenue_nor_debt() -> None:
    refunded = company(
        invoices=[invoice("1", date(2026, 1, 10), 100, status="paid")],
        invoice_lines=[line("1", 100)],
        payments=[
            payment("p1", date(2026, 1, 20), 100, invoice_id="1"),
            payment("p2", date(2026, 4, 5), -30, invoice_id="1"),
        ],
        subscriptions=[subscription("s", date(2026, 1, 1), 1200)],
    )
    assert quarters(refunded, "recognised_revenue") == [100, 0, 0, 0]
    assert quarters(refunded, "open_balance") == [0, 0, 0, 0]
    assert quarters(refunded, "mrr") == [100, 100, 100, 100]


def test_credit_note_of_a_later_quarter_reduces_that_quarter() -> None:
    credited = company(
        invoices=[
            invoice("1", date(2026, 2, 1), 300),
            invoice("2", date(2026, 5, 1), -120, credited_invoice_id="1"),
        ],
        invoice_lines=[line("1", 300), line("2", -120)],
    )
    assert quarters(credited, "recognised_revenue") == [300, -120, 0, 0]
    assert quarters(credited, "invoiced_amount") == [300, -120, 0, 0]
    assert quarters(credited, "open_balance") == [300, 180, 180, 180]


@pytest.mark.parametrize(
    "part",
    [{"is_trial": True}, {"status": "trialing"}, {"is_metered": True}],
    ids=["a trial", "one still trying", "a metered item"],
)
def test_what_is_not_paid_regularly_is_no_recurring_revenue(part: dict[str, Any]) -> None:
    trying = company(
        subscriptions=[
            subscription("s1", date(2026, 1, 1), 1200),
            subscription("s2", date(2026, 1, 1), 9600, **part),
        ]
    )
    assert quarters(trying, "mrr") == [100, 100, 100, 100]
    assert quarters(trying, "renewals_due") == [0, 0, 0, 0]


def test_prepaid_contract_of_three_years_is_earned_by_the_day_and_invoiced_once() -> None:
    start, end = date(2026, 1, 1), date(2029, 1, 1)
    prepaid = company(
        invoices=[invoice("1", start, 109_600, status="paid", paid_date=start)],
        invoice_lines=[line("1", 109_600, service_start=start, service_end=end)],
        payments=None,
    )
    assert quarters(prepaid, "invoiced_amount") == [109_600, 0, 0, 0]
    assert quarters(prepaid, "recognised_revenue") == [9_000, 9_100, 9_200, 9_200]
    values = compute_all(
        facts_of(prepaid),
        [Period.parse(f"{y}") for y in (2026, 2027, 2028)],
        ["recognised_revenue"],
    )
    assert values["value_minor"].sum() == 109_600


def test_an_agreement_renewed_early_counts_in_the_quarter_in_which_it_was_due() -> None:
    early = company(
        contracts=[
            {"contract_id": "1", "account_id": "A", "start_date": date(2025, 9, 1),
             "end_date": date(2026, 9, 1)},
            {"contract_id": "2", "account_id": "A", "start_date": date(2026, 6, 1),
             "end_date": date(2027, 9, 1)},
        ],
        subscriptions=[
            subscription("s1", date(2025, 9, 1), 1200, end_date=date(2026, 6, 1)),
            subscription("s2", date(2026, 6, 1), 900),
        ],
    )  # fmt: skip
    assert quarters(early, "renewals_due") == [0, 0, 1, 0]
    assert figure(early, "renewal_rate", "2026-Q3") == 1
    assert figure(early, "renewal_rate", "2026-Q2") == "no_renewals"


def test_renewed_for_less_counts_with_less_and_undecided_not_at_all() -> None:
    ending = subscription("s1", date(2025, 9, 1), 1200, end_date=date(2026, 9, 15))
    kept = company(subscriptions=[ending, subscription("s2", date(2026, 9, 15), 900)])
    assert figure(kept, "renewal_rate_amount", "2026-Q3") == 0.75
    open_one = company(subscriptions=[ending])
    assert figure(open_one, "renewal_rate", "2026-Q3") == "no_renewals"
    assert figure(open_one, "renewals_undecided", "2026-Q3") == 1
    lost = company(subscriptions=[ending | {"end_date": date(2026, 8, 15)}])
    assert figure(lost, "renewal_rate", "2026-Q3") == 0


@pytest.mark.parametrize(
    ("known_until", "undecided"), [(date(2026, 10, 13), 1), (date(2026, 10, 14), 0)]
)
def test_nobody_is_lost_before_the_days_of_grace_are_known(
    known_until: date, undecided: int
) -> None:
    """An agreement of 14 September has until 14 October, in a quarter that runs."""
    ending = subscription("s1", date(2025, 9, 1), 1200, end_date=date(2026, 9, 14))
    context = replace(facts_of(company(subscriptions=[ending])), last_day=known_until)
    values = compute_all(context, [Period.parse("2026")], ["renewals_undecided"])
    assert values["value"].tolist() == [undecided]
