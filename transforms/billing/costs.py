"""What clients cost by month, from finance's costs or else from invoice lines."""

import numpy as np
import pandas as pd

from transforms.billing.revenue import owned_revenue, revenue_between
from transforms.core.exact import day_numbers, month_number, months_of_days, sums, whole_numbers
from transforms.core.periods import Period
from transforms.core.rates import RateKind
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.subtotals import in_entity_currency, in_order, total

COST_OF_SALES = "cost_of_sales"
COST_TO_SERVE = "cost_to_serve"


def _converted(context: MetricContext, kind: str) -> pd.DataFrame:
    """Cost rows by entity and month, each at its month's average rate."""

    def build() -> pd.DataFrame:
        if not context.has("costs"):
            owned, amount = owned_revenue(context), "cost_minor"
        else:
            rows = context.rows("costs")
            rows = rows.loc[rows["cost_kind"] == kind]
            owned = rows.assign(month=months_of_days(day_numbers(rows["month"])))
            amount = "amount_minor"
        months = whole_numbers(owned["month"])
        return in_order(in_entity_currency(context, owned, amount, RateKind.AVERAGE, months))

    return context.shared(f"converted {kind}", build)


def cost(context: MetricContext, period: Period, kind: str) -> pd.Series:
    """Cost of one kind over a period by entity, in minor units; missing without a rate."""
    first, end = month_number(period.start), month_number(period.end)
    return total(context, _converted(context, kind), first, end)


def cost_rows(context: MetricContext, period: Period, kind: str) -> pd.Series:
    """How many cost rows (or lines' months) of a kind a period has, by entity."""
    converted = _converted(context, kind)
    bounds = [month_number(period.start), month_number(period.end)]
    low, high = np.searchsorted(converted["month"].to_numpy(), bounds)
    entities = converted["entity"].to_numpy()[low:high]
    index = context.currencies.index
    return pd.Series(sums(entities, np.ones(len(entities), dtype=np.int64), len(index)), index)


def lacks_cost(context: MetricContext, period: Period, kind: str) -> pd.Series:
    """Whether an entity earned revenue in a month of the period whose cost is not known."""

    def build() -> pd.DataFrame:
        months = range(month_number(period.start), month_number(period.end))
        lacking = [_lacks_cost_in(context, month, kind) for month in months]
        return pd.concat(lacking, axis=1).any(axis=1).to_frame("is_lacking")

    return context.shared(f"lacks {kind} in {period}", build)["is_lacking"]


def _lacks_cost_in(context: MetricContext, month: int, kind: str) -> pd.Series:
    index = context.currencies.index
    if not context.has("costs"):
        return _has_uncosted_line(context, month)
    converted = _converted(context, kind)
    low, high = np.searchsorted(converted["month"].to_numpy(), [month, month + 1])
    is_costed = np.zeros(len(index), dtype=np.bool_)
    is_costed[converted["entity"].to_numpy()[low:high]] = True
    return _has_revenue(context, month) & ~is_costed


def _has_revenue(context: MetricContext, month: int) -> pd.Series:
    def build() -> pd.DataFrame:
        is_earned = revenue_between(context, month, month + 1) != 0
        return is_earned.fillna(False).astype("bool").to_frame("has_revenue")

    return context.shared(f"revenue in month {month}", build)["has_revenue"]


def _has_uncosted_line(context: MetricContext, month: int) -> pd.Series:
    owned = owned_revenue(context)
    is_uncosted = (owned["month"] == month) & (owned["lines_uncosted"] > 0)
    index = context.currencies.index
    lacking = owned.loc[is_uncosted, "entity_id"].unique()
    return pd.Series(index.isin(list(lacking)), index=index)
