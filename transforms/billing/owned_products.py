"""Which products of the price list clients pay for, and how much."""

import pandas as pd

from transforms.billing.recurring import recurring_on
from transforms.core.exact import whole_numbers
from transforms.core.periods import Period
from transforms.core.rates import RateKind
from transforms.metrics.conversion import in_entity_currency
from transforms.metrics.metric_context import MetricContext


def owned_products(context: MetricContext, period: Period) -> pd.DataFrame:
    """`entity`, `product_id` and `yearly_minor` (in the entity's currency) of what each pays for
    at the valuation date, recurring products of the price list only.

    What has no rate is left out: it cannot be in a median.
    """
    running = products_running(context, period)
    month = period.valuation_date.year * 12 + period.valuation_date.month - 1
    keys = ["account_id", "product_id", "entity", "entity_currency", "currency"]
    summed = pd.DataFrame(running.groupby(keys, as_index=False)[["yearly_minor"]].sum())
    owned = summed.assign(month=month)
    converted = in_entity_currency(
        context, owned, "yearly_minor", RateKind.MONTH_END, whole_numbers(owned["month"])
    )
    known = owned.assign(yearly_minor=converted["minor"])[~converted["is_unrated"]]
    by_client = known.groupby(["entity", "product_id"], as_index=False)
    return pd.DataFrame(by_client.agg({"yearly_minor": "sum"}))


def products_running(context: MetricContext, period: Period) -> pd.DataFrame:
    """Paying subscriptions of recurring products that run at the valuation date."""
    counted = recurring_on(context, period.valuation_date)
    return context.owned(counted[counted["product_id"].isin(recurring_products(context))])


def recurring_products(context: MetricContext) -> list[str]:
    """The price list's products that are sold as subscriptions."""
    products = context.tables.rows("products")
    return products.loc[products["is_recurring"].fillna(False), "product_id"].to_list()
