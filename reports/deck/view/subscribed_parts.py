"""What a client is subscribed to: the rows behind its recurring fee."""

import pandas as pd

from reports.client import ClientFile
from reports.deck.view.cells import day_of, number_of, plain, records, whole_of
from reports.deck.view.client_view import Subscription
from transforms.billing.recurring import monthly_minor
from transforms.core.canonical import CanonicalTables
from transforms.core.policy import ChurnDate
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.client_evidence import active_subscriptions


def subscriptions(client: ClientFile, context: MetricContext) -> tuple[Subscription, ...]:
    """The paying subscriptions that `mrr` counts on the valuation date, dearest first."""
    rows = _counted(context, client)
    names = _names(client.tables)
    found = [
        Subscription(
            product=_name(names, plain(row["product_id"])),
            seats=number_of(row["quantity"]),
            monthly_minor=monthly_minor(whole_of(row["yearly_minor"])),
            currency=plain(row["currency"]),
            start_date=start,
            end_date=day_of(row["end_date"]),
        )
        for row in records(rows.sort_values("subscription_id"))
        if (start := day_of(row["start_date"])) is not None
    ]
    return tuple(sorted(found, key=lambda item: (-item.monthly_minor, item.start_date)))


def _counted(context: MetricContext, client: ClientFile) -> pd.DataFrame:
    day = client.period.valuation_date
    rows = active_subscriptions(context, day)
    if client.policy.churn_date is not ChurnDate.CANCELLATION:
        return rows
    cancelled = rows["cancelled_date"]
    return rows[cancelled.isna() | (cancelled > pd.Timestamp(day))]


def _names(tables: CanonicalTables) -> dict[str, str]:
    products = tables.rows("products").drop_duplicates("product_id")
    return {
        plain(row["product_id"]): plain(row["product_name"])
        for row in records(products[["product_id", "product_name"]])
    }


def _name(names: dict[str, str], product_id: str) -> str:
    """The product's name; without a price list an id that is a word, like a plan's tier."""
    is_word = product_id.replace(" ", "").isalpha()
    return names.get(product_id) or (product_id if is_word else "")
