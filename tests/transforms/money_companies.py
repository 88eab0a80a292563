"""Random small companies whose rows are what the table specs allow."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from reference_money.company import Company, after

from transforms.core.policy import ChurnDate, CreditNoteDate, Policy
from transforms.tables import TABLES

OWNERS = {"A1": "A1", "A2": "A1", "B1": "B1", "C1": "C1"}
CURRENCIES = {"A1": "USD", "B1": "JPY", "C1": "EUR"}
FIRST_RATE = date(2024, 1, 1)

accounts = st.sampled_from(["A1", "A2", "B1"])
currencies = st.sampled_from(["USD", "USD", "EUR", "JPY", "KWD"])
# Month borders and their neighbours are met often; two and a half years in all.
months = st.integers(0, 32).map(lambda step: after(date(2024, 3, 1), step))
days = st.builds(
    lambda month, step: month + timedelta(days=step),
    months,
    st.sampled_from([-1, 0, 0, 1, 14, 27]),
)
amounts = st.one_of(st.integers(-500, 5000), st.integers(-20, 40), st.just(10**9 + 7))


def state(table: str, column: str) -> st.SearchStrategy[str]:
    """Any allowed word, the one that counts most often."""
    allowed = TABLES[table].by_name[column].allowed
    usual = {"subscriptions": "active", "invoices": "open", "payments": "succeeded"}[table]
    return st.sampled_from([usual] * len(allowed) + list(allowed))


def rows_of(
    key: str, columns: dict[str, st.SearchStrategy[Any]], most: int = 10
) -> st.SearchStrategy[list[dict[str, Any]]]:
    row = st.fixed_dictionaries({"account_id": accounts, "currency": currencies, **columns})
    return st.lists(row, max_size=most).map(
        lambda rows: [{key: f"{place:02}", **row} for place, row in enumerate(rows)]
    )


def length(most_days: int) -> st.SearchStrategy[timedelta]:
    return st.integers(-3, most_days).map(lambda count: timedelta(days=count))


def _with_end(row: dict[str, Any]) -> dict[str, Any]:
    span = row.pop("span")
    return row | {"end_date": None if span is None else row["start_date"] + span}


subscriptions = rows_of(
    "subscription_id",
    {
        "status": state("subscriptions", "status"),
        "is_trial": st.sampled_from([False, False, False, True]),
        "is_metered": st.sampled_from([None, False, False, True]),
        "start_date": days,
        "span": st.none() | length(500),
        "cancelled_date": st.none() | days,
        "yearly_minor": amounts.map(abs),
    },
).map(lambda rows: [_with_end(row) for row in rows])


def _as_document(row: dict[str, Any]) -> dict[str, Any]:
    sign = -1 if row["document_kind"] == "credit_note" else 1
    tax = row.pop("tax")
    terms = row.pop("terms")
    net = sign * abs(row["net_minor"])
    return row | {
        "net_minor": net,
        "total_minor": net + sign * tax,
        "due_date": None if terms is None else row["issue_date"] + terms,
    }


names = st.none() | st.integers(0, 10).map(lambda place: f"{place:02}")
invoices = rows_of(
    "invoice_id",
    {
        "document_kind": st.sampled_from(["invoice", "invoice", "credit_note"]),
        "status": state("invoices", "status"),
        "issue_date": days,
        "terms": st.none() | st.sampled_from([0, 30, 60]).map(lambda n: timedelta(days=n)),
        "paid_date": st.none() | days,
        "net_minor": amounts,
        "tax": st.integers(0, 300),
        "amount_due_minor": st.none() | amounts,
        "credited_invoice_id": names,
        "is_disputed": st.sampled_from([False] * 12 + [True] * 6 + [None]),
    },
).map(lambda rows: [_as_document(row) for row in rows])


def _with_service(row: dict[str, Any]) -> dict[str, Any]:
    start, span = row["service_start"], row.pop("span")
    return row | {"service_end": None if start is None or span is None else start + span}


invoice_lines = rows_of(
    "line_id",
    {
        "invoice_id": names.map(lambda name: name or "00"),
        "net_minor": amounts,
        "cost_minor": st.none() | st.integers(0, 900),
        "service_start": st.none() | days,
        "span": st.none() | length(400),
    },
    most=14,
).map(lambda rows: [_with_service(row) for row in rows])


def _as_payment(row: dict[str, Any]) -> dict[str, Any]:
    sign = -1 if row["payment_kind"] == "refund" else 1
    return row | {"amount_minor": sign * abs(row["amount_minor"])}


payments = rows_of(
    "payment_id",
    {
        "invoice_id": names,
        "payment_kind": st.sampled_from(["payment", "payment", "refund"]),
        "status": state("payments", "status"),
        "paid_date": days,
        "amount_minor": amounts,
    },
).map(lambda rows: [_as_payment(row) for row in rows])


def _one_a_key(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({(row["account_id"], row["month"], row["cost_kind"]): row for row in rows}.values())


costs = st.lists(
    st.fixed_dictionaries(
        {
            "account_id": accounts,
            "currency": currencies,
            "month": months,
            "cost_kind": st.sampled_from(["cost_of_sales", "cost_to_serve"]),
            "amount_minor": st.integers(0, 900),
        }
    ),
    max_size=40,
).map(_one_a_key)

contracts = rows_of(
    "contract_id",
    {"start_date": days, "span": st.none() | length(500)},
    most=3,
).map(lambda rows: [_with_end(row) for row in rows])

RATES = {
    (
        kind,
        currency,
        f"{after(FIRST_RATE, step):%Y-%m}",
    ): f"{level * (100 + step + extra) / 100:.6f}"
    for kind, extra in (("average", 0), ("month_end", 1))
    for currency, level in (("EUR", 1.09), ("JPY", 0.0067), ("KWD", 3.25))
    for step in range(36)
}
lost_rates = st.sets(st.sampled_from(sorted(RATES)), max_size=3)
policies = st.builds(
    Policy,
    churn_date=st.sampled_from(ChurnDate),
    credit_note_date=st.sampled_from([CreditNoteDate.ISSUE]),
    activity_window_days=st.sampled_from([180, 45]),
)
companies = st.builds(
    Company,
    owners=st.just(OWNERS),
    currencies=st.just(CURRENCIES),
    rates=lost_rates.map(
        lambda lost: {key: rate for key, rate in RATES.items() if key not in lost}
    ),
    policy=policies,
    subscriptions=subscriptions | st.none(),
    invoices=invoices,
    invoice_lines=invoice_lines,
    payments=payments | st.none(),
    costs=costs | st.none(),
    contracts=contracts | st.none(),
)
