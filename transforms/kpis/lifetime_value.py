"""What a client may still bring: a year's contribution over the years that clients like it stay.

A contribution of 1,000 a year, half of such clients stay each year, two years, at 25 %:

>>> lifetime_value(1_000, Fraction(1, 2), discount_rate=Fraction(1, 4), years=2)
1400
"""

from decimal import Decimal
from fractions import Fraction

import pandas as pd

from transforms.clients.activity import is_active
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.kpis import compute_all, explained
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.metrics.kpi_frame import measured
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.population import from_norms

SPECS = (
    KpiSpec(
        id="lifetime_value",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("accounts", "invoices", "invoice_lines", "costs"),
        grains=WHOLE_MONTHS,
        authority="finance practice",
        direction=Direction.UP,
        is_compared=False,
        audience=Audience.INTERNAL,
        is_population=True,
        operand_unit=Unit.MONEY,
    ),
)


def lifetime_value(
    contribution_minor: int, retention: Fraction, discount_rate: Fraction, years: int
) -> int:
    """The discounted sum, rounded half-even once."""
    yearly = retention / (1 + discount_rate)
    return round(contribution_minor * sum(yearly**year for year in range(years)))


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Minor units by entity; the numerator is the year's contribution, which may be below 0."""
    index = context.currencies.index
    fewest = context.policy.population_minimum_clients
    retention, unlike = from_norms(context, period, lambda norm: norm.retention(fewest))
    is_gone = ~is_active(context, period.valuation_date)
    values = compute_all(context, [period.trailing_twelve], ["contribution"])
    year = values.set_index("entity_id").reindex(index)
    contribution = year["value_minor"].mask(is_gone)
    worth = [
        None if stay is None or pd.isna(minor) else _worth(int(minor), stay, context.policy)
        for minor, stay in zip(contribution, retention, strict=True)
    ]
    absent = year["reason"].astype("object").where(year["reason"] != "", unlike)
    return measured(
        context,
        SPECS[0],
        pd.Series(worth, index=index, dtype="Int64"),
        rows=year["rows"],
        absent=absent.mask(is_gone, Missing.NOT_ACTIVE.value),
        numerator=contribution,
    )


def _worth(contribution_minor: int, retention: Fraction, policy: Policy) -> int:
    rate = Fraction(Decimal(repr(policy.renewal.discount_rate)))
    return lifetime_value(contribution_minor, retention, rate, policy.lifetime_years)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The rows of the year's contribution; what others are like is in the snapshot."""
    return explained(context, "contribution", period.trailing_twelve)
