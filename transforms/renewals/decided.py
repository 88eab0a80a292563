"""What the company's own decided renewals say of how discounts are taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

import numpy as np
import pandas as pd

_STEPS, _CLOSE, _LARGEST = 60, 1e-10, 1e3


@dataclass(frozen=True)
class DecidedCurve:
    """logit p = level + slope · discount granted, over so many decided renewals."""

    count: int
    first: date
    last: date
    """Days of the first and the last decision."""
    level: float
    slope: float

    @property
    def is_usable(self) -> bool:
        """Below 0 it only says that discounts went to clients at risk."""
        return self.slope >= 0

    def probability(self, discount: float) -> float:
        """Of renewal with a discount, for a year."""
        return 1 / (1 + exp(-(self.level + self.slope * discount)))


def decided_curve(requests: pd.DataFrame, until: date, fewest: int) -> DecidedCurve | None:
    """The curve of rows of `renewal_requests` that were decided by a day, as far as they tell
    the discount granted; None for fewer than `fewest`, and where they show no curve."""
    told = requests["outcome"].isin(["renewed", "lost"]) & requests["granted_discount"].notna()
    is_past = requests["decided_date"] <= pd.Timestamp(until)
    rows = requests[told & is_past]
    if len(rows) < fewest:
        return None
    discounts = [float(share) for share in rows["granted_discount"]]
    found = fitted(discounts, [outcome == "renewed" for outcome in rows["outcome"]])
    if found is None:
        return None
    first, last = rows["decided_date"].min().date(), rows["decided_date"].max().date()
    return DecidedCurve(len(rows), first, last, *found)


def fitted(discounts: Sequence[float], renewed: Sequence[bool]) -> tuple[float, float] | None:
    """Level and slope of the largest likelihood, by Newton's method.

    None where there is none: all renewed, none did, one discount, or a discount that parts them.

    >>> level, slope = fitted([0.0, 0.0, 0.0, 0.0, 0.2, 0.2, 0.2, 0.2], [True] * 2 + [False] * 2
    ...                       + [True] * 3 + [False])
    >>> round(level, 6) + 0.0, round(slope, 6)
    (0.0, 5.493061)
    >>> fitted([0.1, 0.2], [True, True]) is None
    True
    """
    given, taken = np.array(discounts, dtype=np.float64), np.array(renewed, dtype=np.float64)
    design = np.column_stack([np.ones_like(given), given])
    found = np.zeros(2)
    for _ in range(_STEPS):
        odds = 1 / (1 + np.exp(-np.clip(design @ found, -500, 500)))
        weighed = design * (odds * (1 - odds))[:, None]
        try:
            step = np.linalg.solve(design.T @ weighed, design.T @ (taken - odds))
        except np.linalg.LinAlgError:
            return None
        found = found + step
        if not np.all(np.abs(found) < _LARGEST):
            return None
        if np.all(np.abs(step) < _CLOSE):
            return float(found[0]), float(found[1])
    return None
