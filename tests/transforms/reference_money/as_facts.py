"""The tiny company as the product's own context."""

from dataclasses import replace
from decimal import Decimal

import pandas as pd

from transforms.core.canonical import CanonicalTables
from transforms.core.rates import Rates
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

from .company import Company, Row

FEEDS = ("subscriptions", "invoices", "invoice_lines", "payments", "costs", "contracts")


def facts_of(company: Company) -> MetricContext:
    frames = {
        feed: TABLES[feed].conform(_frame(rows))
        for feed in FEEDS
        if (rows := getattr(company, feed)) is not None
    }
    accounts = [
        {
            "account_id": account,
            "account_name": account,
            "parent_account_id": client if client != account else None,
            "segment": company.segments.get(account),
        }
        for account, client in company.owners.items()
    ]
    frames["accounts"] = TABLES["accounts"].conform(_frame(accounts))
    if company.products is not None:
        frames["products"] = TABLES["products"].conform(_frame(company.products))
    known = {
        (kind, currency, "USD", month): Decimal(rate)
        for (kind, currency, month), rate in company.rates.items()
    }
    return MetricContext(
        CanonicalTables(frames), entities_of(company), company.policy, Rates(known)
    )


def _frame(rows: list[Row]) -> pd.DataFrame:
    return pd.DataFrame([dict(row) for row in rows])


def entities_of(company: Company) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "account_id": list(company.owners),
            "entity_id": list(company.owners.values()),
            "currency": [company.currencies[client] for client in company.owners.values()],
        },
        dtype="str",
    )


def without(company: Company, *feeds: str) -> Company:
    return replace(company, **dict.fromkeys(feeds))
