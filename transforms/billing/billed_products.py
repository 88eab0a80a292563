"""What clients were billed for: products that they have, whether or not they subscribe to them."""

from datetime import date, timedelta

import pandas as pd

from transforms.billing.documents import is_counted
from transforms.billing.owned_products import recurring_products
from transforms.core.days import in_period
from transforms.core.periods import Grain, Period, add_months
from transforms.metrics.metric_context import MetricContext


def billed_products(context: MetricContext, on: date) -> dict[str, set[str]]:
    """Keys of products on lines of counted invoices up to the day, by client.

    What is sold as a subscription is theirs for the year after it was billed.
    """
    end = on + timedelta(days=1)
    rows = context.rows("invoices")
    counted = rows[is_counted(rows) & (rows["document_kind"] == "invoice")]
    issued = counted[counted["issue_date"] < pd.Timestamp(end)]
    of_late = in_period(issued["issue_date"], Period(add_months(end, -12), end, Grain.RANGE))
    lines = context.rows("invoice_lines")
    ours = lines[(lines["net_minor"] > 0) & lines["invoice_id"].isin(issued["invoice_id"])]
    is_late = ours["invoice_id"].isin(issued.loc[of_late, "invoice_id"])
    is_theirs = is_late | ~ours["product_id"].isin(recurring_products(context))
    found: dict[str, set[str]] = {}
    kept = ours.loc[is_theirs, ["entity_id", "product_id"]].dropna()
    for client, product in kept.itertuples(index=False):
        found.setdefault(client, set()).add(product)
    return found
