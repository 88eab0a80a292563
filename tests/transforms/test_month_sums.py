"""Sums by account, currency and month equal those of pandas, whatever rows lack."""

import numpy as np
import pandas as pd
import pytest

from transforms.metrics import month_sums
from transforms.metrics.month_sums import month_sums as summed

DAYS = pd.to_datetime(["2026-01-31", "2026-03-01", "2026-01-01", "2025-12-31", None, "2026-03-31"])


def rows(**more: object) -> pd.DataFrame:
    usual = {"account": [2, 0, 2, 2, 0, 0], "day": DAYS, "minor": [1, 10, 100, -7, 5, 2**53]}
    return pd.DataFrame(usual | more)


@pytest.mark.parametrize("block", [1, 2, 1 << 17])
@pytest.mark.parametrize(
    "currency", [["EUR", "USD", "EUR", "USD", "EUR", "USD"], [None, "USD", "EUR"] * 2, [None] * 6]
)
def test_sums_are_those_of_groups(
    block: int, currency: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(month_sums, "_BLOCK", block)
    whole = rows(currency=pd.array(currency, dtype="str"))
    months = whole["day"].dt.year * 12 + whole["day"].dt.month - 1
    keys = ["month", "account", "currency"]
    plain = whole.assign(month=months, rows=1).dropna(subset="day").groupby(keys, dropna=False)
    expected = plain[["minor", "rows"]].sum().reset_index().sort_values(keys, ignore_index=True)
    found = summed(whole, "day", ("minor",))
    assert found["month"].is_monotonic_increasing
    pd.testing.assert_frame_equal(
        found.sort_values(keys, ignore_index=True)[expected.columns],
        expected.astype({"month": np.int64}),
        check_dtype=False,
    )


def test_without_currencies_and_without_rows() -> None:
    assert summed(rows(), "day", ("minor",))["minor"].to_list() == [-7, 101, 2**53 + 10]
    assert summed(rows().iloc[:0], "day", ("minor",)).empty
