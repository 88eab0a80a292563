"""Why recurring revenue moved: the bridge from one period's end to the next, closed to the cent.

A client's 100 lost 2 to the exchange rate and ended at 130: 32 are expansion.

>>> movement(start=100, exchange=-2, end=130, paid_before=True)
('expansion', 32)
>>> movement(start=0, exchange=0, end=50, paid_before=True)
('reactivation', 50)
>>> movement(start=80, exchange=0, end=0, paid_before=True)
('churn', 80)
"""

import pandas as pd

from transforms.billing.explained_money import subscriptions
from transforms.billing.recurring import (
    has_paid,
    is_inferred_within,
    movements,
    subscription_rows,
)
from transforms.billing.subscription_history import pieces
from transforms.core.exact import month_number
from transforms.core.periods import Period
from transforms.metrics.explained import LeftOut, Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit
from transforms.metrics.kpi_frame import inferred, measured, reasons
from transforms.metrics.metric_context import MetricContext

_MOVEMENTS: tuple[tuple[str, Direction], ...] = (
    (
        "start",
        Direction.NEITHER,
    ),
    (
        "new",
        Direction.UP,
    ),
    (
        "expansion",
        Direction.UP,
    ),
    (
        "contraction",
        Direction.DOWN,
    ),
    (
        "churn",
        Direction.DOWN,
    ),
    (
        "reactivation",
        Direction.UP,
    ),
    (
        "exchange",
        Direction.NEITHER,
    ),
)

SPECS = tuple(
    KpiSpec(
        id=f"mrr_{movement}",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("subscriptions",),
        grains=WHOLE_MONTHS,
        authority="ChartMogul",
        direction=better,
    )
    for movement, better in _MOVEMENTS
)


def movement(start: int, exchange: int, end: int, paid_before: bool) -> tuple[str, int]:
    """What one client's month is called, and its size as a positive amount."""
    base = start + exchange
    change = end - base
    if change >= 0 and base == 0:
        return ("reactivation" if paid_before else "new"), change
    if change >= 0:
        return "expansion", change
    return ("churn" if end == 0 else "contraction"), -change


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Minor units by entity; the months of a longer period added up.

    start + new + expansion + reactivation − contraction − churn + exchange = MRR at the end.
    """
    moved = movements(context, period)
    last = month_number(period.valuation_date)
    never = ~has_paid(context, last)
    rows = subscription_rows(context, month_number(period.start) - 1, last)
    unknown = moved["end"].isna()
    absent = reasons(context, (never, Missing.NO_SUBSCRIPTIONS), (unknown, Missing.RATE_MISSING))
    note = inferred(is_inferred_within(context, month_number(period.start) - 1, last))
    return pd.concat(
        [
            measured(
                context,
                spec,
                moved[spec.id.removeprefix("mrr_")].mask(never),
                rows=rows,
                absent=absent,
                note=note.mask(never | unknown, ""),
            )
            for spec in SPECS
        ],
        ignore_index=True,
    )


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Every paying subscription begun by the period's end: even one long over tells a client
    that came back from a new one."""
    paying = pieces(context)
    begun = paying["start_month"] <= month_number(period.valuation_date)
    return (subscriptions(context, paying[begun], LeftOut.OUTSIDE_PERIOD),)
