"""From how many cases on a figure says enough to act on.

One late incident is no trend, and one unhappy answer no mood: such figures are shown, and decide
nothing.
"""

from collections.abc import Mapping

import pandas as pd

from transforms.core.policy import Policy
from transforms.metrics.kpi import KpiValue


def smallest_samples(policy: Policy) -> Mapping[str, int]:
    """By figure, the fewest rows that it must rest on; figures that are not here need none."""
    return {
        "csat": policy.minimum_answers,
        "first_response_on_time": policy.minimum_tickets,
        "critical_resolution_on_time": policy.minimum_critical_incidents,
        "critical_resolution_median": policy.minimum_critical_incidents,
    }


def decides(value: KpiValue, policy: Policy) -> bool:
    """Whether the figure has a value, of enough cases."""
    return value.number is not None and value.rows >= smallest_samples(policy).get(value.kpi, 0)


def without_small_samples(values: pd.DataFrame, policy: Policy) -> pd.DataFrame:
    """KPI values, those of too few cases taken away."""
    fewest = values["kpi"].map(smallest_samples(policy)).fillna(0)
    return values.assign(value=values["value"].mask(values["rows"] < fewest))
