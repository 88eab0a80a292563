"""What was begun long enough ago to be judged by what became of it."""

from datetime import timedelta

import pandas as pd

from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.metrics.amounts import Where
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.rows import Flags, Rows


def cohort_days(period: Period, policy: Policy) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and the last day of twelve months that ended so many days (`lead_maturity_days`)
    before the period did.

    >>> [f"{day:%Y-%m-%d}" for day in cohort_days(Period.parse("2026-Q3"), Policy())]
    ['2025-07-03', '2026-07-02']
    """
    end = period.end - timedelta(days=policy.lead_maturity_days)
    return pd.Timestamp(end - timedelta(days=365)), pd.Timestamp(end - timedelta(days=1))


def _is_outside(rows: pd.DataFrame, asked: Asked) -> Flags:
    first, last = cohort_days(asked.period, asked.context.policy)
    return ~rows["created_date"].between(first, last)


def cohort(rows: Rows) -> Rows:
    """Those that were entered in the cohort's twelve months."""
    return rows.but_then(LeftOut.OUTSIDE_PERIOD, _is_outside)


def done_by(day: str) -> Where:
    """Which had succeeded by the period's end; one without a day had not."""
    return lambda rows, asked: rows[day] < asked.end
