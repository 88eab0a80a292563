"""What was begun long enough ago to be judged by what became of it."""

from datetime import date, timedelta

import pandas as pd

from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.metrics.entity_rows import in_days


def cohort_days(period: Period, policy: Policy) -> tuple[date, date]:
    """The first and the last day of twelve months that ended so many days (`lead_maturity_days`)
    before the period did.

    >>> [str(day) for day in cohort_days(Period.parse("2026-Q3"), Policy())]
    ['2025-07-03', '2026-07-02']
    """
    end = period.end - timedelta(days=policy.lead_maturity_days)
    return end - timedelta(days=365), end - timedelta(days=1)


def is_in_cohort(begun: "pd.Series[pd.Timestamp]", period: Period, policy: Policy) -> pd.Series:
    """Which days of beginning lie in the cohort."""
    return in_days(begun, *cohort_days(period, policy))


def is_done_by(done: "pd.Series[pd.Timestamp]", period: Period) -> pd.Series:
    """Which days of success had come by the period's end; a missing one had not."""
    return (done < pd.Timestamp(period.end)).fillna(False)
