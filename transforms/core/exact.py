"""Exact integer arithmetic on whole columns: shares rounded half-even, sums by group."""

from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_MONTHS_TO_1970 = 1970 * 12
NO_DAY = int(np.iinfo(np.int64).min)
"""Stands for a missing date among day numbers."""
_DAY_US = 86_400_000_000
_DAYS_LISTED = 100_000
"""Days whose months are listed rather than worked out row by row: some 270 years."""


def half_even_share(amounts: Integers, parts: Integers | int, whole: Integers | int) -> Integers:
    """`round_half_even(amounts × parts / whole)` for whole > 0, without leaving integers.

    >>> half_even_share(np.array([1, -1, 3, -3]), 1, 2).tolist()
    [0, 0, 2, -2]
    """
    # Dividing first keeps the product within 64 bits for any amount and any run of days.
    each, left = np.divmod(amounts, whole)
    share, rest = np.divmod(left * parts, whole)
    share = share + each * parts
    is_tie = 2 * rest == whole
    return share + ((2 * rest > whole) | (is_tie & (share % 2 == 1)))


def sums(groups: Integers, amounts: Integers, count: int) -> Integers:
    """The sum of the amounts of each group numbered 0 to count − 1."""
    total = np.zeros(count, dtype=np.int64)
    np.add.at(total, groups, amounts)
    return total


def with_columns(frame: pd.DataFrame, **arrays: npt.NDArray[Any]) -> pd.DataFrame:
    """The frame with these arrays as columns; they are not copied, so nobody writes to them."""
    columns = {name: pd.Series(values, frame.index, copy=False) for name, values in arrays.items()}
    return frame.assign(**columns)


def month_number(day: date) -> int:
    """Months since the year 0: the calendar as integers."""
    return day.year * 12 + day.month - 1


def first_of_month(number: int) -> date:
    """The first day of a month given by its number."""
    return date(number // 12, number % 12 + 1, 1)


def day_numbers(days: pd.Series) -> Integers:
    """Days since 1970 of a column of dates; a missing date is `NO_DAY`."""
    instants = days.to_numpy("datetime64[us]")
    numbers = instants.view(np.int64) // _DAY_US  # conversion by the calendar takes three times
    is_missing = np.isnat(instants)
    if is_missing.any():
        numbers[is_missing] = NO_DAY
    return numbers


def day_number(day: date) -> int:
    """Days since 1970."""
    return (day - date(1970, 1, 1)).days


def months_of_days(days: Integers) -> Integers:
    """The month number of each day number."""
    first, last = (int(days.min()), int(days.max())) if len(days) else (0, 0)
    if last - first >= min(len(days), _DAYS_LISTED):
        return _months_of_days(days)
    return _months_of_days(np.arange(first, last + 1))[days - first]


def _months_of_days(days: Integers) -> Integers:
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + _MONTHS_TO_1970


def first_days(months: Integers) -> Integers:
    """The day number of the first day of each month."""
    starts = (months - _MONTHS_TO_1970).astype("datetime64[M]")
    return starts.astype("datetime64[D]").astype(np.int64)


def whole_numbers(amounts: pd.Series) -> Integers:
    """A column of integers; a missing one is 0."""
    return amounts.to_numpy(dtype=np.int64, na_value=0)


def with_missing(amounts: Integers, is_missing: Flags, index: pd.Index) -> pd.Series:
    """Amounts by entity, missing where they cannot be had."""
    return pd.Series(pd.arrays.IntegerArray(amounts, is_missing), index=index)
