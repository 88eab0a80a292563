"""The same figures with pandas: as most people write them, and as those who mind the time do.

Both give the amounts by account and month, and by account what is open on the last day, its
ages, and DSO counted back month by month.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.clock import timed

Figures = tuple[pd.Series, pd.DataFrame]
"""Amounts by account and month; by account the columns of AGES, `open_balance` and `dso`."""

LAST_DAY = pd.Timestamp("2025-12-31")
MONTHS_BACK = 24
AGES = ("ageing_not_due", "ageing_1_30", "ageing_31_60", "ageing_61_90", "ageing_over_90")
LATEST_DAYS = (0, 30, 60, 90)
"""The last day late of every age but the oldest."""


def by_apply(folder: Path) -> dict[str, float]:
    """Functions of a row and of an account, applied."""
    return _taken(folder, applied)


def by_column(folder: Path) -> dict[str, float]:
    """Whole columns at once."""
    return _taken(folder, columnwise)


def _taken(folder: Path, compute: Callable[[pd.DataFrame], Figures]) -> dict[str, float]:
    documents = pd.read_parquet(folder / "documents.parquet")
    took: dict[str, float] = {}
    with timed(took, "compute"):
        compute(documents)
    return took


def applied(documents: pd.DataFrame) -> Figures:
    """`groupby.apply` and `DataFrame.apply`."""
    months = documents["invoice_date"].dt.strftime("%Y-%m").rename("month")
    monthly = documents.groupby(["account_id", months])["amount"].sum()
    unpaid = documents[documents["paid_date"].isna()].copy()
    unpaid["age"] = unpaid.apply(_age, axis=1)
    ages = unpaid.pivot_table(
        index="account_id", columns="age", values="amount", aggfunc="sum", fill_value=0
    )
    last = ages.reindex(index=documents["account_id"].unique(), columns=list(AGES), fill_value=0)
    last["open_balance"] = last[list(AGES)].sum(axis=1)
    last["dso"] = documents.groupby("account_id")[["invoice_date", "amount", "paid_date"]].apply(
        _days_outstanding
    )
    return monthly, last.sort_index()


def _age(document: pd.Series) -> str:
    late = (LAST_DAY - document["due_date"]).days
    return next((age for age, day in zip(AGES, LATEST_DAYS, strict=False) if late <= day), AGES[-1])


def _days_outstanding(documents: pd.DataFrame) -> float:
    left = documents.loc[documents["paid_date"].isna(), "amount"].sum()
    billed = documents.groupby(documents["invoice_date"].dt.to_period("M"))["amount"].sum()
    days = 0.0
    for month in pd.period_range(end=LAST_DAY, periods=MONTHS_BACK, freq="M")[::-1]:
        amount = billed.get(month, 0.0)
        if left < amount:
            return days + left / amount * month.days_in_month
        days, left = days + month.days_in_month, left - amount
    return days if left <= 0 else float("nan")


def columnwise(documents: pd.DataFrame) -> Figures:
    """Grouped sums, and a matrix of accounts by months for DSO."""
    months = documents["invoice_date"].dt.to_period("M").rename("month")
    monthly = documents.groupby(["account_id", months])["amount"].sum()
    unpaid = documents[documents["paid_date"].isna()]
    late = (LAST_DAY - unpaid["due_date"]).dt.days.to_numpy()
    ages = unpaid.assign(age=np.searchsorted(LATEST_DAYS, late)).pivot_table(
        index="account_id", columns="age", values="amount", aggfunc="sum", fill_value=0
    )
    accounts = monthly.index.levels[0]
    last = ages.reindex(index=accounts, columns=range(len(AGES)), fill_value=0)
    last.columns = list(AGES)
    last["open_balance"] = last.sum(axis=1)
    back = pd.period_range(end=LAST_DAY, periods=MONTHS_BACK, freq="M", name="month")[::-1]
    by_month = monthly.reset_index().pivot_table(
        index="account_id", columns="month", values="amount", fill_value=0
    )
    billed = by_month.reindex(columns=back, fill_value=0)
    last["dso"] = _counted_back(
        last["open_balance"].to_numpy(), billed.to_numpy(), back.days_in_month.to_numpy()
    )
    return monthly, last


def _counted_back(owed: np.ndarray, billed: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Each month's share in what is owed, in days; a row of `billed` an account, newest first."""
    before = np.cumsum(billed, axis=1) - billed
    left = owed[:, None] - before
    shares = np.where(
        billed > 0, np.clip(left, 0, billed) / np.where(billed > 0, billed, 1), left > 0
    )
    return np.where(owed > billed.sum(axis=1), np.nan, (shares * lengths).sum(axis=1))
