"""What a client's renewal date rests on."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from transforms.core.canonical import CanonicalTables
from transforms.core.policy import ChurnDate, Policy
from transforms.core.rates import Rates
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.renewal_date import next_anniversary, renewal_table
from transforms.tables import TABLES

DAY = date(2026, 9, 30)
Row = dict[str, object]


def facts_of(policy: Policy | None = None, **tables: list[Row]) -> MetricContext:
    """Accounts A1 and A2 belong to client A, B1 to client B."""
    frames = {
        name: TABLES[name].conform(pd.DataFrame(rows).assign(source="test"))
        for name, rows in tables.items()
    }
    owners = {"account_id": ["A1", "A2", "B1"], "entity_id": ["A", "A", "B"], "currency": "EUR"}
    entities = pd.DataFrame(owners, dtype="str")
    return MetricContext(CanonicalTables(frames), entities, policy or Policy(), Rates({}))


def renewal_of_a(context: MetricContext) -> tuple[object, str]:
    row = renewal_table(context, DAY).set_index("entity_id").loc["A"]
    day = row["renewal_date"]
    return (None if pd.isna(day) else day.date(), row["basis"])


def contract(start: str, end: str | None, account: str = "A1") -> Row:
    return {
        "contract_id": f"{account}{start}",
        "account_id": account,
        "start_date": pd.Timestamp(start),
        "end_date": pd.NaT if end is None else pd.Timestamp(end),
    }


def subscription(start: str, end: str | None, **more: object) -> Row:
    row: Row = {"account_id": "A1", "status": "active", "is_trial": False, "yearly_minor": 1200}
    dates = {
        "start_date": pd.Timestamp(start),
        "end_date": pd.NaT if end is None else pd.Timestamp(end),
    }
    return {"subscription_id": f"S{start}", "currency": "EUR"} | row | dates | more


def invoice(issued: str, **more: object) -> Row:
    row: Row = {"account_id": "A1", "document_kind": "invoice", "status": "paid", "net_minor": 1}
    money: Row = {"total_minor": 1, "currency": "EUR", "issue_date": pd.Timestamp(issued)}
    return {"invoice_id": f"I{issued}"} | row | money | more


def test_the_latest_end_of_the_contracts_that_run_wins() -> None:
    context = facts_of(
        contracts=[
            contract("2026-01-01", "2027-01-01"),
            contract("2026-03-01", "2027-03-01", "A2"),
            contract("2026-11-01", "2028-11-01"),
            contract("2025-01-01", "2026-01-01"),
        ],
        subscriptions=[subscription("2026-01-01", "2029-01-01")],
    )
    assert renewal_of_a(context) == (date(2027, 3, 1), "contract")


def test_an_agreement_no_longer_runs_on_its_end_date() -> None:
    ended = [contract("2025-09-30", "2026-09-30")]
    assert renewal_of_a(facts_of(contracts=ended)) == (None, "")


def test_a_contract_without_an_end_leaves_it_to_the_subscription() -> None:
    context = facts_of(
        contracts=[contract("2026-01-01", None)],
        subscriptions=[
            subscription("2026-01-01", "2026-12-01"),
            subscription("2026-02-01", "2027-02-01", is_trial=True),
            subscription("2026-03-01", "2027-03-01", status="unpaid"),
            subscription("2026-04-01", "2027-04-01", is_metered=True),
        ],
    )
    assert renewal_of_a(context) == (date(2026, 12, 1), "subscription")


def test_the_first_subscription_or_invoice_returns_every_year() -> None:
    context = facts_of(
        subscriptions=[subscription("2024-05-10", None)],
        invoices=[
            invoice("2023-02-01", status="void"),
            invoice("2023-02-02", document_kind="credit_note"),
            invoice("2023-11-15"),
        ],
    )
    assert renewal_of_a(context) == (date(2026, 11, 15), "inferred")


def deal(state: str, closed: str) -> Row:
    row: Row = {"account_id": "A1", "state": state, "close_date": pd.Timestamp(closed)}
    return {"opportunity_id": f"O{closed}"} | row


def test_without_billing_the_first_deal_won_returns_every_year() -> None:
    deals = [deal("lost", "2022-01-05"), deal("won", "2023-11-20"), deal("won", "2024-03-01")]
    assert renewal_of_a(facts_of(opportunities=deals)) == (date(2026, 11, 20), "inferred")


def test_with_billing_a_deal_says_nothing_of_the_renewal() -> None:
    deals = [deal("won", "2023-11-20")]
    context = facts_of(opportunities=deals, subscriptions=[subscription("2024-05-10", None)])
    assert renewal_of_a(context) == (date(2027, 5, 10), "inferred")


def test_a_cancellation_ends_the_subscription_where_the_company_counts_so() -> None:
    sold = [subscription("2026-01-01", "2027-01-01", cancelled_date=pd.Timestamp("2026-10-15"))]
    assert renewal_of_a(facts_of(subscriptions=sold)) == (date(2027, 1, 1), "subscription")
    cancelling = facts_of(Policy(churn_date=ChurnDate.CANCELLATION), subscriptions=sold)
    assert renewal_of_a(cancelling) == (date(2026, 10, 15), "subscription")


def test_a_client_with_none_of_them_has_no_date() -> None:
    context = facts_of(contracts=[contract("2026-01-01", "2027-01-01", "B1")])
    assert renewal_of_a(context) == (None, "")
    assert renewal_of_a(replace(context, tables=CanonicalTables({}))) == (None, "")


@pytest.mark.parametrize(
    ("first", "after", "expected"),
    [
        (date(2020, 9, 30), DAY, date(2027, 9, 30)),
        (date(2020, 10, 1), DAY, date(2026, 10, 1)),
        (date(2024, 2, 29), date(2027, 12, 31), date(2028, 2, 29)),
        (DAY, DAY, date(2027, 9, 30)),
    ],
)
def test_an_anniversary_lies_after_the_day(first: date, after: date, expected: date) -> None:
    assert next_anniversary(first, after) == expected
