"""What clients were billed for is theirs, with or without a subscription."""

from datetime import date
from typing import Any

import pandas as pd

from transforms.billing.billed_products import billed_products
from transforms.billing.running_subscriptions import products_without
from transforms.core.canonical import CanonicalTables
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

DAY = date(2026, 9, 30)
PRODUCTS = [
    {"product_id": "core", "product_name": "Core", "is_recurring": True},
    {"product_id": "plus", "product_name": "Plus", "is_recurring": True},
    {"product_id": "setup", "product_name": "Set-up", "is_recurring": False},
]


def facts(*billed: tuple[str, date, str]) -> MetricContext:
    """Client A, subscribed to Core, with a document a line: product, day and status."""
    rows: dict[str, list[dict[str, Any]]] = {
        "products": PRODUCTS,
        "subscriptions": [
            {"subscription_id": "s", "account_id": "A", "product_id": "core", "status": "active",
             "start_date": date(2024, 1, 1), "yearly_minor": 1200, "currency": "EUR"},
        ],
        "invoices": [
            {"invoice_id": f"{at}", "account_id": "A", "document_kind": "invoice",
             "status": status, "issue_date": day, "currency": "EUR"}
            for at, (_, day, status) in enumerate(billed)
        ],
        "invoice_lines": [
            {"line_id": f"{at}", "invoice_id": f"{at}", "account_id": "A", "product_id": product,
             "net_minor": 100, "currency": "EUR"}
            for at, (product, _, _) in enumerate(billed)
        ],
    }  # fmt: skip
    frames = {name: TABLES[name].conform(pd.DataFrame(own)) for name, own in rows.items() if own}
    us = pd.DataFrame({"account_id": ["A"], "entity_id": ["A"], "currency": ["EUR"]}, dtype="str")
    return MetricContext(CanonicalTables(frames), us, Policy(), Rates({}))


def test_a_service_is_theirs_ever_after_and_what_runs_by_the_year_for_a_year() -> None:
    long_ago, of_late = date(2024, 3, 1), date(2026, 3, 1)
    context = facts(("setup", long_ago, "paid"), ("plus", long_ago, "paid"))
    assert billed_products(context, DAY) == {"A": {"setup"}}
    assert products_without(context, DAY) == {"A": ("Plus",)}
    assert products_without(facts(("plus", of_late, "open")), DAY) == {"A": ("Set-up",)}


def test_documents_that_do_not_count_or_are_still_to_come_sell_nothing() -> None:
    context = facts(("plus", date(2026, 3, 1), "void"), ("setup", date(2026, 10, 1), "open"))
    assert billed_products(context, DAY) == {}
