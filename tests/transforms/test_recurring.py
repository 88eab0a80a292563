"""Recurring revenue, why it moved and what of it stayed."""

from dataclasses import replace
from datetime import date

import pytest
from money_rows import company, figure, figures, invoice, line, note, subscription
from reference_money.company import Company

from transforms.core.policy import ChurnDate, Policy

MOVES = ("new", "expansion", "contraction", "churn", "reactivation", "exchange")


def moved(of: Company, period: str) -> dict[str, int]:
    """The movements that are not zero."""
    found = figures(of, [f"mrr_{name}" for name in MOVES], period)
    return {kpi.removeprefix("mrr_"): minor for kpi, minor in found.items() if minor != 0}


def test_a_subscription_counts_on_its_first_day_and_not_on_its_end() -> None:
    ends = subscription("S", date(2026, 1, 31), 1_200, end_date=date(2026, 3, 31))
    paying = company(subscriptions=[ends])
    months = ("2025-12", "2026-01", "2026-02", "2026-03")
    assert [figure(paying, "mrr", month) for month in months] == ["no_subscriptions", 100, 100, 0]


@pytest.mark.parametrize(
    "part",
    [{"is_trial": True}, {"is_metered": True}]
    + [{"status": status} for status in ("trialing", "unpaid", "incomplete")],
)
def test_what_is_not_paid_regularly_does_not_recur(part: dict[str, object]) -> None:
    free = company(subscriptions=[subscription("S", date(2026, 1, 1), 1_200, **part)])
    assert figure(free, "mrr", "2026-01") == "no_subscriptions"


def test_past_due_still_counts_and_overlapping_subscriptions_add_up() -> None:
    paying = company(
        subscriptions=[
            subscription("S", date(2026, 1, 1), 1_200, status="past_due"),
            subscription("T", date(2026, 1, 1), 606),
        ]
    )
    # 1,806 / 12 = 150.5: one rounding, to even.
    assert figure(paying, "mrr", "2026-01") == 150
    assert figure(paying, "arr", "2026-01") == 1_806


def test_one_of_two_subscriptions_cancelled_is_contraction_and_the_last_one_churn() -> None:
    paying = company(
        subscriptions=[
            subscription("S", date(2026, 1, 1), 1_200, end_date=date(2026, 3, 1)),
            subscription("T", date(2026, 1, 1), 2_400, end_date=date(2026, 4, 10)),
            subscription("U", date(2026, 6, 1), 600),
        ]
    )
    assert moved(paying, "2026-01") == {"new": 300}
    assert moved(paying, "2026-03") == {"contraction": 100}
    assert moved(paying, "2026-04") == {"churn": 200}
    assert moved(paying, "2026-06") == {"reactivation": 50}
    assert moved(paying, "2026-Q2") == {"churn": 200, "reactivation": 50}
    assert figure(paying, "mrr_start", "2026-Q2") == 200


def test_what_came_back_and_retention_kept_is_told() -> None:
    back = company(
        subscriptions=[
            subscription("S", date(2025, 1, 1), 1_200, end_date=date(2026, 1, 10)),
            subscription("T", date(2026, 6, 1), 600),
        ]
    )
    for kpi in ("mrr_reactivation", "grr_ttm"):
        assert note(back, kpi, "2026-06") == "away_and_back"
    assert note(back, "mrr_reactivation", "2026-07") == ""
    lost = company(
        subscriptions=[
            subscription("S", date(2025, 1, 1), 1_200, end_date=date(2025, 1, 31)),
            subscription("T", date(2026, 6, 1), 600),
        ]
    )
    assert note(lost, "mrr_reactivation", "2026-06") == ""  # twelve months before it was away


def test_what_only_the_rate_moved_is_exchange() -> None:
    rates = {("month_end", "EUR", "2026-01"): "1.00", ("month_end", "EUR", "2026-02"): "1.10"}
    paying = company(
        rates=rates, subscriptions=[subscription("S", date(2026, 1, 1), 12_000, currency="EUR")]
    )
    assert moved(paying, "2026-02") == {"exchange": 100}
    assert figure(paying, "nrr", "2026-02") == 1


def test_retention_is_told_at_the_rates_of_its_start() -> None:
    """Half of the revenue is in euros, doubles, and leaves nothing to chance but the rate."""
    rates = {("month_end", "EUR", "2025-12"): "1.00", ("month_end", "EUR", "2026-03"): "2.00"}
    paying = company(
        rates=rates,
        subscriptions=[
            subscription("S", date(2025, 1, 1), 12_000),
            subscription("T", date(2025, 1, 1), 12_000, currency="EUR", end_date=date(2026, 2, 1)),
            subscription("U", date(2026, 2, 1), 24_000, currency="EUR"),
        ],
    )
    assert figure(paying, "nrr", "2026-Q1") == (1_000 + 2_000) / (1_000 + 1_000)
    assert figure(paying, "grr", "2026-Q1") == 1
    unknown = replace(paying, rates={("month_end", "EUR", "2026-03"): "2.00"})
    assert figure(unknown, "nrr", "2026-Q1") == "rate_missing"


def test_the_end_is_the_cancellation_where_the_company_says_so() -> None:
    cancelled = subscription(
        "S", date(2026, 1, 1), 1_200, end_date=date(2026, 6, 1), cancelled_date=date(2026, 2, 5)
    )
    paying = company(subscriptions=[cancelled])
    early = replace(paying, policy=Policy(churn_date=ChurnDate.CANCELLATION))
    assert (figure(paying, "mrr", "2026-02"), figure(early, "mrr", "2026-02")) == (100, 0)


def test_new_accounts_do_not_raise_retention() -> None:
    paying = company(
        subscriptions=[
            subscription("S", date(2025, 1, 1), 1_200),
            subscription("T", date(2026, 2, 1), 600),
        ]
    )
    assert figure(paying, "nrr", "2026-Q1") == 1.5
    assert figure(paying, "grr", "2026-Q1") == 1
    assert figure(paying, "grr_ttm", "2025-03") == "no_opening_revenue"
    assert figure(paying, "client_retention", "2026-Q1") == 1


def test_a_client_that_left_was_not_retained_and_one_that_was_not_there_has_no_value() -> None:
    left = company(
        subscriptions=[subscription("S", date(2025, 1, 1), 1_200, end_date=date(2026, 2, 1))]
    )
    assert figure(left, "client_retention", "2026-Q1") == 0
    assert figure(left, "client_retention", "2026-Q2") == "not_active_at_start"
    assert figure(left, "client_retention_ttm", "2026-Q2") == 0
    assert figure(left, "mrr", "2026-Q2") == 0


def test_without_subscriptions_activity_is_revenue_in_the_last_days() -> None:
    billed = company(
        subscriptions=None,
        invoices=[invoice("I", date(2025, 12, 1), 100)],
        invoice_lines=[line("I", 100)],
    )
    assert figure(billed, "client_retention", "2026-Q1") == 1
    assert figure(billed, "client_retention", "2026-Q2") == 0
    # One that only invoices is active beside others that subscribe; one that left is not.
    other = subscription("o", date(2025, 1, 1), 1200, account_id="B")
    beside = replace(billed, subscriptions=[other])
    assert figure(beside, "client_retention", "2026-Q1") == 1
    ended = subscription("s", date(2025, 1, 1), 1200, end_date=date(2025, 6, 1))
    left = replace(billed, subscriptions=[ended])
    assert figure(left, "client_retention", "2026-Q1") == "not_active_at_start"
    assert figure(billed, "mrr", "2026-Q1") == "feed_missing"
