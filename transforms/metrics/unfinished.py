"""Periods that were not over when the data ended: their figures say so, and none of them is set
beside what whole periods came to."""

from collections.abc import Collection

import pandas as pd

from transforms.core.periods import Period
from transforms.metrics.kpi import Caveat, Missing
from transforms.metrics.metric_context import MetricContext

_NUMBERS = ["value", "value_minor", "numerator", "denominator"]


def told_where_unfinished(
    context: MetricContext, period: Period, values: pd.DataFrame, beside_whole: Collection[str]
) -> pd.DataFrame:
    """KPI values of the period, with the caveat `period_not_over` where it is not; those named
    by `beside_whole` then have it as their reason instead of a value."""
    if context.is_over(period):
        return values
    has_value = values["reason"] == ""
    is_withheld = has_value & values["kpi"].isin(list(beside_whole))
    is_told = has_value & ~is_withheld & values["note"].isin(["", *Caveat])
    reason = values["reason"].mask(is_withheld, Missing.PERIOD_NOT_OVER.value)
    note = values["note"].mask(is_told, Caveat.PERIOD_NOT_OVER.value).mask(is_withheld, "")
    numbers = values[_NUMBERS].mask(is_withheld)
    return values.assign(reason=reason, note=note, **{name: numbers[name] for name in _NUMBERS})
