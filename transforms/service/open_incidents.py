"""Critical incidents that nobody solved by the period's end: since when."""

from datetime import date

import pandas as pd

from transforms.core.cells import by_entity, day_of
from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext
from transforms.service.ticket_rows import is_not_critical


def open_incidents(context: MetricContext, period: Period) -> dict[str, tuple[date, ...]]:
    """The days on which those that `critical_open` counts were filed, by client, in order."""
    days = context.accounts.tickets[["ticket_id", "created_day", "solved_day"]]
    rows, end = context.rows("tickets").merge(days, on="ticket_id"), pd.Timestamp(period.end)
    is_unsolved = (rows["status"] == "open") | (rows["solved_day"] >= end)
    is_standing = (rows["created_day"] < end) & is_unsolved & ~is_not_critical(rows)
    standing = rows[is_standing].sort_values(["created_day", "ticket_id"])
    return by_entity(standing, lambda row: day_of(row["created_day"]))
