"""Rows of tiny companies with everything usual left out, and their figures in one word."""

from datetime import date
from typing import Any

import pandas as pd
from reference_money.as_facts import facts_of
from reference_money.company import Company

from transforms.core.periods import Period
from transforms.kpis import compute_all


def company(**parts: Any) -> Company:
    """One client in US dollars, without rates, unless the parts say otherwise."""
    usual = {"owners": {"A": "A"}, "currencies": {"A": "USD"}, "rates": {}}
    return Company(**usual | parts)


def invoice(key: str, issued: date, net: int, **parts: Any) -> dict[str, Any]:
    """An open invoice without tax, due when issued; a credit note where net is negative."""
    usual = {
        "invoice_id": key,
        "account_id": "A",
        "document_kind": "credit_note" if net < 0 else "invoice",
        "status": "open",
        "issue_date": issued,
        "due_date": issued,
        "paid_date": None,
        "currency": "USD",
        "net_minor": net,
        "total_minor": net,
        "amount_due_minor": None,
        "credited_invoice_id": None,
    }
    return usual | parts


def line(invoice_id: str, net: int, **parts: Any) -> dict[str, Any]:
    """A line without service period or cost."""
    usual = {
        "line_id": f"{invoice_id}-1",
        "invoice_id": invoice_id,
        "account_id": "A",
        "net_minor": net,
        "currency": "USD",
        "cost_minor": None,
        "service_start": None,
        "service_end": None,
    }
    return usual | parts


def payment(key: str, paid: date, amount: int, **parts: Any) -> dict[str, Any]:
    """Money that came in, or went back where it is negative."""
    usual = {
        "payment_id": key,
        "account_id": "A",
        "invoice_id": None,
        "payment_kind": "refund" if amount < 0 else "payment",
        "status": "succeeded",
        "paid_date": paid,
        "amount_minor": amount,
        "currency": "USD",
    }
    return usual | parts


def subscription(key: str, start: date, yearly: int, **parts: Any) -> dict[str, Any]:
    """A paid subscription that still runs."""
    usual = {
        "subscription_id": key,
        "account_id": "A",
        "status": "active",
        "is_trial": False,
        "is_metered": False,
        "start_date": start,
        "end_date": None,
        "cancelled_date": None,
        "yearly_minor": yearly,
        "currency": "USD",
    }
    return usual | parts


def cost(month: date, amount: int, **parts: Any) -> dict[str, Any]:
    """A month's cost of sales."""
    usual = {
        "account_id": "A",
        "month": month,
        "cost_kind": "cost_of_sales",
        "amount_minor": amount,
        "currency": "USD",
    }
    return usual | parts


def note(company: Company, kpi: str, period: str, client: str = "A") -> str:
    """What is said beside a KPI's value."""
    return _by_kpi(company, [kpi], period, client).loc[kpi, "note"]


def _by_kpi(company: Company, kpis: list[str], period: str, client: str) -> pd.DataFrame:
    values = compute_all(facts_of(company), [Period.parse(period)], kpis)
    return values[values["entity_id"] == client].set_index("kpi")


def figure(company: Company, kpi: str, period: str, client: str = "A") -> Any:
    """The number of a KPI, or the reason why there is none."""
    return figures(company, [kpi], period, client)[kpi]


def figures(company: Company, kpis: list[str], period: str, client: str = "A") -> dict[str, Any]:
    """The number of each KPI, or the reason why there is none."""
    rows = _by_kpi(company, kpis, period, client)
    return {kpi: _number_or_reason(rows.loc[kpi]) for kpi in kpis}


def _number_or_reason(row: pd.Series) -> Any:
    number = row["value_minor"] if row["unit"] == "money" else row["value"]
    return row["reason"] if pd.isna(number) else number
