"""Rows of entities, counted and measured: what service KPIs have in common."""

from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.core.periods import Period
from transforms.metrics.kpi_frame import Numbers
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.subtotals import entity_numbers

Days = pd.Series
"""Midnights without zone."""
Flags = pd.Series
"""Booleans without missing values."""


def numbered(context: MetricContext, owned: pd.DataFrame) -> pd.DataFrame:
    """The rows with `entity_no`, the place of their entity among the context' entities.

    Looking entities up by name once, not for every figure and period, is what makes
    counting cheap.
    """
    return owned.assign(entity_no=entity_numbers(context, owned))


def numbered_rows(context: MetricContext, table: str) -> pd.DataFrame:
    """A table's rows with `entity_no`."""
    return context.shared(f"numbered {table}", lambda: numbered(context, context.rows(table)))


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


def counts(context: MetricContext, rows: pd.DataFrame) -> Numbers:
    """How many of the rows each entity has; 0 where it has none."""
    entities = context.currencies.index
    return pd.Series(np.bincount(_places(rows), minlength=len(entities)), index=entities)


def totals(context: MetricContext, rows: pd.DataFrame, column: str) -> Numbers:
    """The sum of the column by entity; 0 where it has no row."""
    entities = context.currencies.index
    weights = _numbers(rows[column], missing=0)
    return pd.Series(np.bincount(_places(rows), weights, len(entities)), index=entities)


def largest(context: MetricContext, rows: pd.DataFrame, column: str) -> Numbers:
    """The largest number of the column by entity; missing where there is none."""
    entities = context.currencies.index
    found = np.full(len(entities), np.nan)
    np.fmax.at(found, _places(rows), _numbers(rows[column], missing=np.nan))
    return pd.Series(found, index=entities)


def quantiles(context: MetricContext, rows: pd.DataFrame, column: str, share: float) -> Numbers:
    """The column's quantile by entity, by linear interpolation between neighbours; missing
    where it has no row. The column has no missing numbers.
    """
    entities = context.currencies.index
    groups = np.bincount(_places(rows), minlength=len(entities))
    values = _numbers(rows[column], missing=np.nan)
    ordered = values[np.lexsort((values, _places(rows)))]
    filled = groups > 0
    found = np.full(len(entities), np.nan)
    found[filled] = _interpolated(ordered, groups[filled], share)
    return pd.Series(found, index=entities)


def noted(context: MetricContext, rows: pd.DataFrame, flag: str, note: str) -> Numbers:
    """The note for every entity that has a flagged row, empty for the others."""
    is_noted = counts(context, rows[rows[flag]]) > 0
    return pd.Series(np.where(is_noted, note, "").astype(object), index=is_noted.index)


def _interpolated(
    ordered: npt.NDArray[np.float64], sizes: npt.NDArray[np.int64], share: float
) -> npt.NDArray[np.float64]:
    """The quantile of each of the groups that follow one another, each in order.

    >>> _interpolated(np.array([1.0, 2.0, 3.0, 4.0, 9.0]), np.array([4, 1]), 0.9).tolist()
    [3.7, 9.0]
    """
    place = share * (sizes - 1)
    below = place.astype(np.int64)
    above = np.minimum(below + 1, sizes - 1)
    first = np.cumsum(sizes) - sizes
    low, high = ordered[first + below], ordered[first + above]
    return low + (place - below) * (high - low)


def _places(rows: pd.DataFrame) -> npt.NDArray[np.int64]:
    return rows["entity_no"].to_numpy(dtype=np.int64)


def _numbers(column: pd.Series, missing: float) -> npt.NDArray[np.float64]:
    return column.to_numpy(dtype=np.float64, na_value=missing)
