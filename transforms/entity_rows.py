"""Rows of entities, counted and measured: what service KPIs have in common."""

from datetime import date, timedelta

import pandas as pd

from transforms.facts import Facts
from transforms.kpi_frame import Numbers
from transforms.periods import Period

Days = pd.Series
"""Midnights without zone."""
Flags = pd.Series
"""Booleans without missing values."""


def local_days(instants: "pd.Series[pd.Timestamp]", time_zone: str) -> Days:
    """The day on which each instant fell by the clocks of the zone."""
    return instants.dt.tz_convert(time_zone).dt.tz_localize(None).dt.normalize()


def in_days(days: Days, first: date, last: date) -> Flags:
    """Which of the days lie between the two, both included; a missing day does not."""
    return (days >= pd.Timestamp(first)) & (days <= pd.Timestamp(last))


def in_period(days: Days, period: Period) -> Flags:
    """Which of the days lie in the period; a missing day does not.

    >>> days = pd.Series(pd.to_datetime(["2026-06-30", "2026-07-01", None, "2026-10-01"]))
    >>> in_period(days, Period.parse("2026-Q3")).tolist()
    [False, True, False, False]
    """
    return in_days(days, period.start, period.end - timedelta(days=1))


def counts(facts: Facts, rows: pd.DataFrame) -> Numbers:
    """How many of the rows each entity has; 0 where it has none."""
    sizes = rows.groupby("entity_id").size()
    return sizes.reindex(facts.currencies.index, fill_value=0)


def quantiles(rows: pd.DataFrame, column: str, share: float) -> Numbers:
    """The column's quantile by entity, by linear interpolation between neighbours.

    >>> rows = pd.DataFrame({"entity_id": ["a"] * 4, "hours": [1.0, 2.0, 3.0, 4.0]})
    >>> quantiles(rows, "hours", 0.9).to_dict()
    {'a': 3.7}
    """
    return rows[column].astype("float64").groupby(rows["entity_id"]).quantile(share)


def noted(rows: pd.DataFrame, flag: str, note: str) -> "pd.Series[str]":
    """The note for every entity that has a flagged row, empty for the others."""
    flagged = rows[flag].groupby(rows["entity_id"]).any()
    return flagged.map({True: note, False: ""}).astype("str")
