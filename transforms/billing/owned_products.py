"""Which products of the price list clients pay for, and how much."""

import numpy as np
import pandas as pd

from transforms.billing.recurring import RUNNING
from transforms.core.exact import month_number, whole_numbers
from transforms.core.rates import RateKind
from transforms.metrics.asked import Asked
from transforms.metrics.conversion import in_entity_currency
from transforms.metrics.explained import LeftOut
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.rows import Flags

_KEYS = ["account", "product_id", "currency"]


def recurring_products(context: MetricContext) -> list[str]:
    """The price list's products that are sold as subscriptions."""
    products = context.tables.rows("products")
    return products.loc[products["is_recurring"].fillna(False), "product_id"].to_list()


def _is_no_product(subscriptions: pd.DataFrame, asked: Asked) -> Flags:
    return ~subscriptions["product_id"].isin(recurring_products(asked.context))


OWNING = RUNNING.but_then(LeftOut.NOT_RECURRING, _is_no_product)
"""Subscriptions of recurring products of the price list that run on the period's last day."""


def owned_products(asked: Asked) -> pd.DataFrame:
    """`entity`, `product_id` and `yearly_minor` (in the entity's currency) of what each pays for
    at the valuation date.

    What has no rate is left out, as is a product of which nobody says what the client pays: it
    cannot be in a median.
    """
    running = OWNING.kept(asked)
    by_product = [running["entity"], running["product_id"]]
    running = running[~running["worth_minor"].isna().groupby(by_product).transform("any")]
    month = month_number(asked.period.valuation_date)
    summed = running.groupby(_KEYS, as_index=False, observed=True)[["worth_minor"]].sum()
    owned = asked.context.with_currencies(pd.DataFrame(summed).assign(month=month))
    months = np.full(len(owned), month)
    found = in_entity_currency(asked.context, owned, "worth_minor", RateKind.MONTH_END, months)
    known = owned.assign(yearly_minor=whole_numbers(found["minor"]))[~found["is_unrated"]]
    by_client = known.groupby(["entity", "product_id"], as_index=False)
    return pd.DataFrame(by_client.agg({"yearly_minor": "sum"}))
