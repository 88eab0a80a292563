"""The subscriptions behind recurring figures."""

import numpy as np
import pandas as pd

from transforms.billing.subscription_history import pieces, versions
from transforms.core.exact import whole_numbers
from transforms.metrics.explained import LeftOut, Selection, selection_of
from transforms.metrics.metric_context import MetricContext


def subscriptions(context: MetricContext, entered: pd.DataFrame, otherwise: LeftOut) -> Selection:
    """The versions of subscriptions behind some pieces of `subscription_history`, among all of
    the entity's; why others that count are not. A version is the row that held on its days."""
    every = versions(context)
    named = pieces(context)
    rows = context.owned(every.assign(counts=every.index.isin(named["version"])))
    shown = ("product_id", "status", "valid_from", "valid_until", *_SUBSCRIPTION_COLUMNS)
    held = every.iloc[np.unique(whole_numbers(entered["version"]))]
    return selection_of(
        rows,
        "subscription_versions",
        held,
        shown,
        (rows["is_trial"], LeftOut.TRIAL),
        (rows["is_metered"], LeftOut.METERED),
        (rows["status"].isin(_NEVER_PAID), LeftOut.NOT_PAYING),
        (~rows["counts"], LeftOut.NEVER_RAN),
        (rows["subscription_id"].notna(), otherwise),
    )


_SUBSCRIPTION_COLUMNS = ("start_date", "end_date", "yearly_minor", "currency")
_NEVER_PAID = ("trialing", "unpaid", "incomplete")


def running_at_ends(context: MetricContext, *months: int) -> Selection:
    """Versions of subscriptions that count on the last day of any of these months."""
    paying = pieces(context)
    runs = np.zeros(len(paying), dtype=np.bool_)
    for month in months:
        started = whole_numbers(paying["start_month"]) <= month
        runs |= started & (whole_numbers(paying["end_month"]) > month)
    return subscriptions(context, paying.loc[runs], LeftOut.NOT_RUNNING)
