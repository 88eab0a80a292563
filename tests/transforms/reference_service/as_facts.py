"""The tiny company as the product's own context."""

import pandas as pd

from transforms.core.canonical import CanonicalTables
from transforms.core.rates import Rates
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

from .company import Company

FEEDS = ("tickets", "surveys", "usage", "tasks", "meetings", "usage_parts", "goals")


def facts_of(company: Company) -> MetricContext:
    """Every feed is there, be it empty."""
    frames = {
        feed: TABLES[feed].conform(pd.DataFrame([dict(row) for row in getattr(company, feed)]))
        for feed in FEEDS
    }
    accounts = [
        {"account_id": account, "account_name": account, "tier": company.tiers.get(account)}
        for account in company.owners
    ]
    frames["accounts"] = TABLES["accounts"].conform(pd.DataFrame(accounts))
    owners = pd.DataFrame(
        {
            "account_id": list(company.owners),
            "entity_id": list(company.owners.values()),
            "currency": "USD",
        },
        dtype="str",
    )
    return MetricContext(CanonicalTables(frames), owners, company.policy, Rates({}))
