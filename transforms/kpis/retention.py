"""Net and gross retention of recurring revenue: what became of the revenue at the start.

>>> net_revenue_retention(opening=200, closing=230)
1.15
>>> gross_revenue_retention(opening=200, closing=230)
1.0
>>> gross_revenue_retention(opening=200, closing=150)
0.75
"""

import numpy as np
import pandas as pd

from transforms.billing.explained_money import running_at_ends
from transforms.billing.recurring import (
    has_paid,
    is_inferred_at,
    is_inferred_within,
    is_subscribed,
    mrr_at,
    subscription_rows,
)
from transforms.core.exact import month_number
from transforms.core.periods import Period
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Caveat,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.metrics.kpi_frame import inferred, ratio, reasons
from transforms.metrics.metric_context import MetricContext


def _spec(id: str) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=Unit.RATIO,
        roll_up=RollUp.RATIO_OF_SUMS,
        feeds=("subscriptions",),
        grains=WHOLE_MONTHS,
        authority="SaaS Metrics Standards Board",
        direction=Direction.UP,
        operand_unit=Unit.MONEY,
    )


NRR = _spec(
    "nrr",
)
GRR = _spec(
    "grr",
)
NRR_YEAR = _spec(
    "nrr_ttm",
)
GRR_YEAR = _spec(
    "grr_ttm",
)
SPECS = (NRR, GRR, NRR_YEAR, GRR_YEAR)


def net_revenue_retention(opening: int, closing: int) -> float | None:
    """Closing over opening recurring revenue of the same clients; none without an opening."""
    return closing / opening if opening > 0 else None


def gross_revenue_retention(opening: int, closing: int) -> float | None:
    """As net, without counting growth."""
    return min(opening, closing) / opening if opening > 0 else None


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """All four ratios by entity, over the period and over twelve months."""
    return pd.concat(
        [
            _over(context, NRR, GRR, period),
            _over(context, NRR_YEAR, GRR_YEAR, period.trailing_twelve),
        ],
        ignore_index=True,
    )


def _over(context: MetricContext, net: KpiSpec, gross: KpiSpec, window: Period) -> pd.DataFrame:
    before, last = month_ends(window)
    start, end = mrr_at(context, before, last), mrr_at(context, last, last)
    never = ~has_paid(context, last)
    absent = reasons(
        context,
        (never, Missing.NO_SUBSCRIPTIONS),
        (start.isna() | end.isna(), Missing.RATE_MISSING),
        (start.notna(), Missing.NO_OPENING_REVENUE),
    )
    rows = subscription_rows(context, before, last)
    opening = start.mask(never | end.isna())
    kept = pd.Series(np.minimum(start, end), index=start.index)
    was_away = _was_away(context, before, last) & (start > 0) & (end > 0)
    taken = is_inferred_at(context, before) | is_inferred_within(context, before, last)
    note = inferred(taken & (opening > 0).fillna(False))
    note = note.mask(was_away.fillna(False), Caveat.AWAY_AND_BACK)
    return pd.concat(
        [
            ratio(context, net, end.mask(never), opening, rows=rows, absent=absent, note=note),
            ratio(context, gross, kept.mask(never), opening, rows=rows, absent=absent, note=note),
        ],
        ignore_index=True,
    )


def _was_away(context: MetricContext, before: int, last: int) -> pd.Series:
    """Whether an entity paid nothing at a month's end between the window's two ends."""
    away = pd.Series(False, index=context.currencies.index)
    for month in range(before + 1, last):
        away |= ~is_subscribed(context, month)
    return away


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Subscriptions that run at the start or at the end of the window."""
    window = period if kpi in (NRR.id, GRR.id) else period.trailing_twelve
    return (running_at_ends(context, *month_ends(window)),)


def month_ends(window: Period) -> tuple[int, int]:
    """The months at whose ends a window opens and closes."""
    return month_number(window.start) - 1, month_number(window.valuation_date)
