"""What nobody like a client has is not offered to it."""

from datetime import date

import pandas as pd
import pytest

from transforms.billing.running_subscriptions import products_without
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.metrics.metric_context import MetricContext
from transforms.sales.held_products import HeldProducts
from transforms.signals.rows import signal_rows
from transforms.tables import TABLES

PERIOD = Period.parse("2026-Q3")
ON = date(2026, 9, 30)
HELD = [("A", "core", None), ("B", "plus", None), ("B1", "group", None)]
LINEAGE = {"source": "erp", "source_file": "products.csv", "source_line": 2}
HELD += [("B", "gone", pd.Timestamp("2026-06-30")), ("C", "odd", None)]
SEGMENTS = {"A": "bank", "B": "bank", "B1": None, "C": "shop"}


def frame(table: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    return TABLES[table].conform(pd.DataFrame(rows))


def accounts(segments: dict[str, str | None]) -> pd.DataFrame:
    above = {"B1": "B"}
    return frame(
        "accounts",
        [
            {"account_id": key, "segment": segment, "parent_account_id": above.get(key)}
            for key, segment in segments.items()
        ],
    )


def subscriptions() -> pd.DataFrame:
    usual = {"start_date": pd.Timestamp("2025-01-01"), "status": "active", "currency": "EUR"}
    rows = [
        {
            **usual,
            "subscription_id": str(place),
            "account_id": account,
            "product_id": product,
            "end_date": end,
            "yearly_minor": 1200,
            "is_trial": False,
            "is_metered": False,
        }
        for place, (account, product, end) in enumerate(HELD)
    ]
    return frame("subscriptions", rows)


@pytest.mark.parametrize(
    ("segment", "offered"), [("bank", ("Group", "Plus")), (None, ("Group", "Odd", "Plus"))]
)
def test_what_nobody_like_it_has_is_not_offered(
    segment: str | None, offered: tuple[str, ...]
) -> None:
    named = accounts({**SEGMENTS, "A": segment})
    held = HeldProducts.of(subscriptions(), named, ON)
    names = ("core", "plus", "group", "gone", "odd", "never")
    sold = [
        {"product_id": name, "product_name": name.title(), "is_recurring": True, **LINEAGE}
        for name in names
    ]
    tables = CanonicalTables(
        {
            "accounts": named,
            "subscriptions": subscriptions(),
            "products": frame("products", sold),
        }
    )
    entities = pd.DataFrame({"account_id": ["A"], "entity_id": ["A"], "currency": ["EUR"]})
    context = MetricContext(tables, entities.astype("str"), Policy(), Rates({}), held=held)
    assert products_without(context, ON)["A"] == offered
    signalled = signal_rows(context, PERIOD)["A"].not_owned
    assert sorted(row.text for row in signalled) == list(offered)
