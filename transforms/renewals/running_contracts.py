"""Contracts that run on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from transforms.core.cells import Row, by_entity, day_of, number_of, plain, truth_of
from transforms.metrics.metric_context import MetricContext

_YEAR_DAYS = 365.25


@dataclass(frozen=True)
class Agreement:
    """A contract that runs on the valuation date."""

    start_date: date
    end_date: date | None
    notice_days: int | None
    is_auto_renewed: bool | None
    yearly_uplift: float | None = None
    """Rise of prices a year that it states."""
    uplift_index: str = ""
    """That its prices follow; empty where none is named."""
    uplift_cap: float | None = None
    """Most that they may rise a year."""

    @property
    def years(self) -> int | None:
        """Whole years that it was agreed for, at least one; None for a contract without an end.

        >>> Agreement(date(2026, 1, 1), date(2028, 12, 31), None, None).years
        3
        """
        if self.end_date is None:
            return None
        return max(1, round((self.end_date - self.start_date).days / _YEAR_DAYS))

    @property
    def notice_date(self) -> date | None:
        """The last day for notice; None for a contract without an end or without notice.

        >>> Agreement(date(2026, 1, 1), date(2027, 1, 1), 30, None).notice_date
        datetime.date(2026, 12, 2)
        """
        if not self.end_date or not self.notice_days:
            return None
        return self.end_date - timedelta(days=self.notice_days)


def agreements(context: MetricContext, on: date) -> dict[str, tuple[Agreement, ...]]:
    """Contracts that run on the day by client, the earliest begun first."""
    rows, day = context.rows("contracts"), pd.Timestamp(on)
    is_running = (rows["start_date"] <= day) & (rows["end_date"].isna() | (rows["end_date"] > day))
    return by_entity(rows[is_running].sort_values(["start_date", "contract_id"]), _agreement)


def successors(context: MetricContext, on: date) -> dict[str, tuple[Agreement, ...]]:
    """Signed contracts that begin after the day by client, the first to begin first.

    A status that the policy does not count as signed is none; a CRM without statuses keeps
    only signed contracts.
    """
    rows = context.rows("contracts")
    signed = [status.casefold() for status in context.policy.renewal.signed_statuses]
    status = rows["status"].fillna("").str.strip().str.casefold()
    is_ahead = (rows["start_date"] > pd.Timestamp(on)) & ((status == "") | status.isin(signed))
    return by_entity(rows[is_ahead].sort_values(["start_date", "contract_id"]), _agreement)


def successor_of(
    ahead: Sequence[Agreement], renewal_date: date, grace_days: int
) -> Agreement | None:
    """The contract that follows the one that ends, begun within the days of grace.

    >>> next_year = Agreement(date(2027, 1, 1), date(2028, 1, 1), None, None)
    >>> successor_of([next_year], date(2027, 1, 1), 30) == next_year
    True
    >>> successor_of([next_year], date(2026, 6, 1), 30) is None
    True
    """
    latest = renewal_date + timedelta(days=grace_days)
    following = (
        item
        for item in ahead
        if item.start_date <= latest and (item.end_date is None or item.end_date > renewal_date)
    )
    return next(following, None)


def last_ending(running: Sequence[Agreement]) -> Agreement | None:
    """The running contract that ends last, whose conditions are the ones to renew."""
    ending = [item for item in running if item.end_date is not None]
    return max(ending, key=lambda item: (item.end_date or date.min, item.start_date), default=None)


def _agreement(row: Row) -> Agreement | None:
    if (start := day_of(row["start_date"])) is None:
        return None
    days = number_of(row["notice_days"])
    return Agreement(
        start_date=start,
        end_date=day_of(row["end_date"]),
        notice_days=None if days is None else int(days),
        is_auto_renewed=truth_of(row["is_auto_renewed"]),
        yearly_uplift=number_of(row["yearly_uplift"]),
        uplift_index=plain(row["uplift_index"]),
        uplift_cap=number_of(row["uplift_cap"]),
    )
