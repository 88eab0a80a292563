"""What the next twelve months may leave, of what is contracted for them.

Contracted 120,000, and clients of this kind leave 40 % after all cost:

>>> expected_profit(120_000, Fraction(2, 5))
48000
"""

from fractions import Fraction

import pandas as pd

from transforms.billing.explained_money import subscriptions
from transforms.billing.recurring import has_paid
from transforms.core.exact import month_number
from transforms.core.periods import Period
from transforms.metrics.explained import LeftOut, Selection
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.metrics.kpi_frame import measured, reasons
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.population import from_norms
from transforms.renewals.agreements import contracted_ahead, subscriptions_ahead

SPECS = (
    KpiSpec(
        id="expected_profit",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("accounts", "subscriptions", "invoices", "invoice_lines", "costs"),
        grains=WHOLE_MONTHS,
        authority="finance practice",
        direction=Direction.UP,
        is_compared=False,
        audience=Audience.INTERNAL,
        is_population=True,
        operand_unit=Unit.MONEY,
    ),
)


def expected_profit(contracted_minor: int, margin: Fraction) -> int:
    """What is contracted times the margin, rounded half-even once."""
    return round(contracted_minor * margin)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Minor units by entity; the numerator is what is contracted."""
    index = context.currencies.index
    fewest = context.policy.population_minimum_clients
    margins, unlike = from_norms(context, period, lambda norm: norm.margin(fewest))
    never = ~has_paid(context, month_number(period.valuation_date))
    ahead = contracted_ahead(context, period)
    absent = reasons(
        context, (never, Missing.NO_SUBSCRIPTIONS), (ahead.isna(), Missing.RATE_MISSING)
    )
    ahead = ahead.mask(never)
    left = [
        None if margin is None or pd.isna(minor) else expected_profit(int(minor), margin)
        for minor, margin in zip(ahead, margins, strict=True)
    ]
    rows = subscriptions_ahead(context, period).groupby("entity_id").size()
    return measured(
        context,
        SPECS[0],
        pd.Series(left, index=index, dtype="Int64"),
        rows=rows.reindex(index),
        absent=absent.where(never | ahead.isna(), unlike),
        numerator=ahead,
    )


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Subscriptions that run in the twelve months; what others are like is in the snapshot."""
    ahead = subscriptions_ahead(context, period)
    return (subscriptions(context, ahead, LeftOut.NOT_RUNNING),)
