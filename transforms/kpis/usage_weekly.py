"""How much the product is used, week by week."""

import pandas as pd

from transforms.core.periods import Grain, Period
from transforms.metrics.entity_rows import counts, in_period, numbered_rows, totals
from transforms.metrics.explained import Selection, selection
from transforms.metrics.kpi import Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured, reasons
from transforms.metrics.metric_context import MetricContext

WEEKLY = KpiSpec(
    id="usage_weekly",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("usage",),
    charted=(Grain.WEEK,),
    words={
        "en": Words("Use a week", "Uses of the product from Monday to Sunday."),
        "es": Words("Uso semanal", "Usos del producto de lunes a domingo."),
    },
    authority="product analytics practice",
    grains=(Grain.WEEK,),
    direction=Direction.UP,
)
SPECS = (WEEKLY,)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """0 in a week without use after the first; before the first row there is no value."""
    usage = numbered_rows(context, "usage")
    week = within(usage, period)
    has_begun = counts(context, usage[usage["usage_date"] < pd.Timestamp(period.end)]) > 0
    has_rows = counts(context, usage) > 0
    return measured(
        context,
        WEEKLY,
        totals(context, week, "events").where(has_begun),
        rows=counts(context, week),
        absent=reasons(context, (has_rows, Missing.TOO_SHORT_HISTORY)),
    )


def within(usage: pd.DataFrame, week: Period) -> pd.DataFrame:
    """The rows whose first day lies in the week.

    >>> usage = pd.DataFrame({
    ...     "usage_date": pd.to_datetime(["2026-10-04", "2026-10-05", "2026-10-11"]),
    ...     "events": [5, 7, 9],
    ... })
    >>> within(usage, Period.parse("2026-W41"))["events"].tolist()
    [7, 9]
    """
    return usage[in_period(usage["usage_date"], week)]


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The week's rows."""
    week = within(numbered_rows(context, "usage"), period)
    return (selection(context, "usage", week, ("usage_date", "days", "events")),)
