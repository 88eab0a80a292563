"""Deals that were won, lost or open, and what they are worth."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.core.exact import (
    Integers,
    day_numbers,
    month_number,
    months_of_days,
    whole_numbers,
)
from transforms.core.periods import Period
from transforms.core.rates import RateKind
from transforms.metrics.entity_rows import counts, in_period, numbered
from transforms.metrics.kpi import GROUPS
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.subtotals import in_entity_currency, in_order, total


def closed(context: MetricContext, period: Period) -> pd.DataFrame:
    """Deals won or lost in the period, by their close date."""
    deals = context.rows("opportunities")
    is_closed = deals["state"].isin(["won", "lost"])
    return deals[is_closed & in_period(deals["close_date"], period)]


def won(context: MetricContext, period: Period) -> pd.DataFrame:
    """Deals won in the period."""
    deals = closed(context, period)
    return deals[deals["state"] == "won"]


def has_amount(deals: pd.DataFrame) -> pd.Series:
    """Which deals say what they are worth."""
    return deals["amount_minor"].notna() & deals["currency"].notna()


def is_worth_unknown(context: MetricContext, deals: pd.DataFrame) -> pd.Series:
    """Whether what an entity's deals are worth together is unknown: one of a client's has no
    amount, or none of a group's has any. A sum without them would be taken for all of it."""
    index = context.currencies.index
    known = numbered(context, deals[has_amount(deals)])
    all_, valued = counts(context, numbered(context, deals)), counts(context, known)
    is_group = context.entity_type in {kind.value for kind in GROUPS}
    unknown = (valued == 0) & (all_ > 0) if is_group else valued < all_
    return pd.Series(unknown.to_numpy(dtype=np.bool_), index=index)


def open_deals(context: MetricContext, period: Period) -> pd.DataFrame:
    """Deals that the export calls open, entered by the period's end, whose amount and
    probability are known; with `expected_minor`, amount × probability, half-even."""
    deals = standing_deals(context, period)
    kept = deals[has_amount(deals) & deals["probability"].notna()]
    amount = whole_numbers(kept["amount_minor"])
    return kept.assign(expected_minor=_expected(amount, kept["probability"].to_numpy(np.float64)))


def _expected(amount: Integers, probability: npt.NDArray[np.float64]) -> Integers:
    """Amounts times their probabilities as they are written, rounded half-even.

    7 % of 1.50 are 10.5 minor units, which floats take for a little more:

    >>> _expected(np.array([150, 150]), np.array([0.07, 0.5])).tolist()
    [10, 75]
    """
    exact = {share: Fraction(Decimal(repr(share))) for share in set(probability.tolist())}
    pairs = zip(amount.tolist(), probability.tolist(), strict=True)
    return np.array([round(minor * exact[share]) for minor, share in pairs], dtype=np.int64)


def standing_deals(context: MetricContext, period: Period) -> pd.DataFrame:
    """Deals that the export calls open, entered by the period's end."""
    deals = context.rows("opportunities")
    created = deals["created_date"]
    entered = created.isna() | (created < pd.Timestamp(period.end))
    return deals[(deals["state"] == "open") & entered]


def at_month_end(
    context: MetricContext, deals: pd.DataFrame, amount: str, period: Period
) -> pd.Series:
    """The deals' money by entity, at the month-end rate of the valuation date; missing without."""
    months = np.full(len(deals), month_number(period.valuation_date))
    return _total(context, deals, amount, months, RateKind.MONTH_END)


def at_close(context: MetricContext, deals: pd.DataFrame) -> pd.Series:
    """The deals' money by entity, each at the average rate of the month it closed in."""
    months = months_of_days(day_numbers(deals["close_date"]))
    return _total(context, deals, "amount_minor", months, RateKind.AVERAGE)


def _total(
    context: MetricContext, deals: pd.DataFrame, amount: str, months: Integers, kind: RateKind
) -> pd.Series:
    keys = ["account_id", "entity", "entity_currency", "currency", "month"]
    grouped = deals.assign(month=months).groupby(keys, as_index=False)
    summed = pd.DataFrame(grouped.agg({amount: "sum"}))
    converted = in_order(
        in_entity_currency(context, summed, amount, kind, whole_numbers(summed["month"]))
    )
    last = int(converted["month"].max()) + 1 if len(converted) else 1
    return total(context, converted, 0, last)
