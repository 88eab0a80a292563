"""Tickets with the days they fall on and how long they took."""

import pandas as pd

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.metrics.entity_rows import local_days, numbered
from transforms.metrics.explained import Case, LeftOut, Selection, by_status, selection
from transforms.metrics.kpi import Caveat
from transforms.metrics.metric_context import MetricContext
from transforms.service.business_hours import BusinessCalendar, business_hours

AS_EXPORTED = Caveat.AS_EXPORTED.value
"""The note of a figure that rests on durations as the export gives them."""

_CRITICAL = ("critical", "high")


def timed_tickets(context: MetricContext) -> pd.DataFrame:
    """Tickets that were not deleted, with `created_day`, `solved_day` (by the company's clocks),
    `response_hours`, `resolution_hours` and whether each of the two is as exported.

    A duration in the export is taken as it is; otherwise business hours run from filing to
    the reply, and to the last solution. A ticket that stands open is not solved, even if
    it once was.
    """
    return context.shared(
        "timed tickets", lambda: numbered(context, context.owned(_by_account(context)))
    )


def critical(tickets: pd.DataFrame) -> pd.DataFrame:
    """Tickets of priority P1 and P2."""
    return tickets[tickets["priority"].isin(_CRITICAL)]


def standing_tickets(context: MetricContext, period: Period) -> pd.DataFrame:
    """Timed tickets that stand open at the period's end, with `waited_hours`: business hours
    from filing to its last midnight by the company's clocks."""
    return context.shared(f"standing tickets of {period}", lambda: _standing(context, period))


def _standing(context: MetricContext, period: Period) -> pd.DataFrame:
    tickets = timed_tickets(context)
    open_ones = tickets[is_open(tickets, period)]
    midnight = pd.Timestamp(period.end, tz=context.policy.time_zone).tz_convert("UTC")
    filed = open_ones["created_at"]
    ends = pd.Series(midnight, index=filed.index, dtype=filed.dtype)
    waited = business_hours(BusinessCalendar.of(context.policy), filed, ends)
    return open_ones.assign(waited_hours=waited)


def is_open(tickets: pd.DataFrame, period: Period) -> pd.Series:
    """Which tickets were filed by the period's end and not solved by then.

    One that the export calls solved without saying when is not open.

    >>> tickets = pd.DataFrame({
    ...     "status": ["open", "solved", "solved"],
    ...     "created_day": pd.to_datetime(["2026-09-30", "2026-09-01", "2026-09-01"]),
    ...     "solved_day": pd.to_datetime([None, "2026-10-01", None]),
    ... })
    >>> is_open(tickets, Period.parse("2026-Q3")).tolist()
    [True, True, False]
    """
    end = pd.Timestamp(period.end)
    solved_later = tickets["solved_day"] >= end
    return (tickets["created_day"] < end) & ((tickets["status"] == "open") | solved_later)


def _by_account(context: MetricContext) -> pd.DataFrame:
    return context.by_account("timed tickets", lambda: _timed(context.tables, context.policy))


def _timed(tables: CanonicalTables, policy: Policy) -> pd.DataFrame:
    rows = tables.rows("tickets")
    rows = rows[rows["status"] != "deleted"]
    exported_response = rows["first_response_minutes"].astype("float64") / 60
    exported_resolution = rows["resolution_hours"].astype("float64")
    solved_at = _solved_at(rows, exported_resolution)
    calendar, zone = BusinessCalendar.of(policy), policy.time_zone
    response = business_hours(calendar, rows["created_at"], rows["first_response_at"])
    resolution = business_hours(calendar, rows["created_at"], solved_at)
    return rows[
        ["ticket_id", "account_id", "priority", "status", "is_complaint", "created_at"]
    ].assign(
        created_day=local_days(rows["created_at"], zone),
        solved_day=local_days(solved_at, zone),
        response_hours=exported_response.fillna(response),
        response_is_exported=exported_response.notna(),
        resolution_hours=exported_resolution.fillna(resolution),
        resolution_is_exported=exported_resolution.notna(),
    )


def _solved_at(rows: pd.DataFrame, exported_hours: pd.Series) -> pd.Series:
    """When each solved ticket was; an export of durations alone says it by their sum."""
    duration = pd.to_timedelta(exported_hours, unit="h").astype("timedelta64[us]")
    known = rows["solved_at"].fillna(rows["created_at"] + duration)
    return known.where(rows["status"] == "solved")


def chosen_tickets(
    context: MetricContext, entered: pd.DataFrame, shown: tuple[str, ...], *cases: Case
) -> Selection:
    """Some timed tickets among all of the entity's; deleted ones never enter."""
    rows = context.rows("tickets")
    return selection(context, "tickets", entered, shown, *by_status(rows), *cases)


def unsolved(context: MetricContext) -> Case:
    """The case of tickets of which nobody knows when they were solved, if they were."""
    timed = timed_tickets(context)
    without = timed.loc[timed["solved_day"].isna(), "ticket_id"]
    return context.rows("tickets")["ticket_id"].isin(without), LeftOut.NOT_SOLVED
