"""Days by the clocks of a zone."""

import pandas as pd

from transforms.core.periods import Period


def local_days(instants: "pd.Series[pd.Timestamp]", time_zone: str) -> pd.Series:
    """The day on which each instant fell, as midnights without zone."""
    return instants.dt.tz_convert(time_zone).dt.tz_localize(None).dt.normalize()


def in_period(days: pd.Series, period: Period) -> pd.Series:
    """Which of the days lie in the period; a missing day does not.

    >>> days = pd.Series(pd.to_datetime(["2026-06-30", "2026-07-01", None, "2026-10-01"]))
    >>> in_period(days, Period.parse("2026-Q3")).tolist()
    [False, True, False, False]
    """
    return (days >= pd.Timestamp(period.start)) & (days < pd.Timestamp(period.end))
