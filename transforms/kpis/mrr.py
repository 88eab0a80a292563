"""Recurring revenue on the last day of a period, by month and by year.

A yearly amount of 1,000.00 is 83.33 a month, while the yearly figure keeps every cent.

>>> from transforms.billing.recurring import monthly_minor
>>> monthly_minor(100_000)
8333
"""

import pandas as pd

from transforms.billing.explained_money import running_at_ends
from transforms.billing.recurring import (
    arr_at,
    has_paid,
    is_inferred_at,
    mrr_at,
    subscription_rows,
)
from transforms.core.exact import month_number
from transforms.core.periods import Grain, Period
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit
from transforms.metrics.kpi_frame import inferred, measured, reasons
from transforms.metrics.metric_context import MetricContext

MRR = KpiSpec(
    id="mrr",
    unit=Unit.MONEY,
    roll_up=RollUp.SUM,
    feeds=("subscriptions",),
    charted=(Grain.MONTH,),
    grains=WHOLE_MONTHS,
    authority="ChartMogul, Stripe",
    direction=Direction.UP,
)
ARR = KpiSpec(
    id="arr",
    unit=Unit.MONEY,
    roll_up=RollUp.SUM,
    feeds=("subscriptions",),
    grains=WHOLE_MONTHS,
    authority="ChartMogul, Stripe",
    direction=Direction.UP,
)
SPECS = (MRR, ARR)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Minor units by entity; `no_subscriptions` for one that never paid for any so far."""
    month = month_number(period.valuation_date)
    never = ~has_paid(context, month)
    rows = subscription_rows(context, month, month)
    taken = inferred(is_inferred_at(context, month))
    amounts = ((MRR, mrr_at(context, month, month)), (ARR, arr_at(context, month)))
    return pd.concat(
        [_values(context, spec, amount, never, rows, taken) for spec, amount in amounts],
        ignore_index=True,
    )


def _values(
    context: MetricContext,
    spec: KpiSpec,
    amount: pd.Series,
    never: pd.Series,
    rows: pd.Series,
    taken: pd.Series,
) -> pd.DataFrame:
    absent = reasons(
        context, (never, Missing.NO_SUBSCRIPTIONS), (amount.isna(), Missing.RATE_MISSING)
    )
    known = amount.mask(never)
    note = taken.mask(known.isna(), "")
    return measured(context, spec, known, rows=rows, absent=absent, note=note)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Subscriptions that run on the period's last day."""
    return (running_at_ends(context, month_number(period.valuation_date)),)
