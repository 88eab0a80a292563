"""How long open deals have been open.

Entered on 1 September and on 1 July, seen on 30 September:

>>> deals = pd.DataFrame({"created_date": pd.to_datetime(["2026-09-01", "2026-07-01", None])})
>>> aged(deals, Period.parse("2026-Q3"))["age_days"].tolist()
[29, 91]
"""

import pandas as pd

from transforms.core.periods import Period
from transforms.metrics.entity_rows import counts, numbered, quantiles
from transforms.metrics.explained import LeftOut, Selection, selection
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
    Words,
)
from transforms.metrics.kpi_frame import measured
from transforms.metrics.metric_context import MetricContext
from transforms.sales.deals import standing_deals

SPECS = (
    KpiSpec(
        id="deals_open_age_median",
        unit=Unit.DAYS,
        roll_up=RollUp.DISTRIBUTION,
        feeds=("opportunities",),
        grains=WHOLE_MONTHS,
        words={
            "en": Words(
                "Age of open deals, median",
                "Calendar days from entry to the period's last day: half of the open deals are "
                "this old or older. Deals without a day of entry are not in it.",
            ),
            "es": Words(
                "Antigüedad de las oportunidades abiertas, mediana",
                "Días naturales entre el registro y el último día del periodo: la mitad de las "
                "oportunidades abiertas tiene esta antigüedad o más. Las que no indican su día "
                "de registro no entran.",
            ),
        },
        authority="sales practice",
        direction=Direction.DOWN,
        is_compared=False,
        audience=Audience.INTERNAL,
    ),
)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Days by entity, beside the count of those whose age is known."""
    dated = numbered(context, aged(standing_deals(context, period), period))
    age = quantiles(context, dated, "age_days", 0.5)
    return measured(context, SPECS[0], age, rows=counts(context, dated), absent=Missing.NO_DEALS)


def aged(deals: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Deals with a day of entry, and `age_days` at the period's last day."""
    dated = deals[deals["created_date"].notna()]
    age = pd.Timestamp(period.valuation_date) - dated["created_date"]
    return dated.assign(age_days=age.dt.days)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The open deals whose day of entry is known."""
    rows = context.rows("opportunities")
    entered = aged(standing_deals(context, period), period)
    is_closed = (rows["state"].ne("open"), LeftOut.NOT_OPEN)
    shown = ("state", "created_date", "close_date")
    return (selection(context, "opportunities", entered, shown, is_closed),)
