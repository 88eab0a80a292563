"""Whether clients stayed: those active at both ends of a window, over those active at its start.

>>> client_retention(active_at_start=20, active_at_both=19)
0.95
>>> client_retention(active_at_start=0, active_at_both=0) is None
True
"""

from datetime import timedelta

import pandas as pd

from transforms.billing.explained_money import running_at_ends
from transforms.billing.recurring import is_subscribed, subscription_rows
from transforms.billing.revenue_rows import EARNED
from transforms.clients.activity import earning_window, has_billing, is_earning
from transforms.core.exact import month_number
from transforms.core.periods import Period
from transforms.metrics.asked import Asked
from transforms.metrics.explained import Selection
from transforms.metrics.figures import explained
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit
from transforms.metrics.kpi_frame import ratio, without_value
from transforms.metrics.metric_context import MetricContext

PERIOD = KpiSpec(
    id="client_retention",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=(),
    grains=WHOLE_MONTHS,
    authority="Customer (logo) retention, SaaS Metrics Standards Board",
    direction=Direction.UP,
)
YEAR = KpiSpec(
    id="client_retention_ttm",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=(),
    grains=WHOLE_MONTHS,
    authority="Customer (logo) retention, SaaS Metrics Standards Board",
    direction=Direction.UP,
)
SPECS = (PERIOD, YEAR)


def client_retention(active_at_start: int, active_at_both: int) -> float | None:
    """The share of clients that stayed; none where there was none to stay."""
    return active_at_both / active_at_start if active_at_start > 0 else None


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """1 for a client that stayed, 0 for one that left, no value for one not active before."""
    windows = ((PERIOD, period), (YEAR, period.trailing_twelve))
    return pd.concat([_over(context, spec, window) for spec, window in windows], ignore_index=True)


def _over(context: MetricContext, spec: KpiSpec, window: Period) -> pd.DataFrame:
    if context.has("subscriptions"):
        before, last = month_number(window.start) - 1, month_number(window.valuation_date)
        rows = subscription_rows(context, before, last)
        was, stayed = is_subscribed(context, before), is_subscribed(context, last)
    elif has_billing(context):
        rows = EARNED.counted(Asked(context, window))
        was = is_earning(context, window.start - timedelta(days=1))
        stayed = is_earning(context, window.valuation_date)
    else:
        return without_value(context, spec, Missing.FEED_MISSING)
    numerator = (was & stayed).astype("Int64").where(was)
    denominator = was.astype("Int64").where(was)
    absent = Missing.NOT_ACTIVE_AT_START
    return ratio(context, spec, numerator, denominator, rows=rows, absent=absent)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Subscriptions that run at either end of the window; without any feed of them, lines
    earned in the days up to either end."""
    window = period if kpi == PERIOD.id else period.trailing_twelve
    before = window.start - timedelta(days=1)
    if context.has("subscriptions"):
        return (
            running_at_ends(context, month_number(before), month_number(window.valuation_date)),
        )
    if not has_billing(context):
        return ()
    asked = Asked(context, period)
    windows = (earning_window(context, day) for day in (before, window.valuation_date))
    return explained((EARNED, asked.over(window)) for window in windows)
