"""Tickets with the days they fall on and how long they took."""

import pandas as pd

from transforms.core.days import local_days
from transforms.core.policy import Policy
from transforms.service.business_hours import BusinessCalendar, business_hours

_MEASURED = (
    *("ticket_id", "account_id", "priority", "status", "is_complaint", "created_at"),
    "category",
)


def timed_tickets(rows: pd.DataFrame, policy: Policy) -> pd.DataFrame:
    """All tickets with `created_day`, `solved_day` (by the company's clocks), `response_hours`,
    `resolution_hours_counted` and whether each of the two is as exported; `solved_at_counted` is
    when it was solved.

    A duration in the export is taken as it is; otherwise business hours run from filing to
    the reply, and to the last solution. A ticket that stands open is not solved, even if
    it once was.
    """
    exported_response = rows["first_response_minutes"].astype("float64") / 60
    exported_resolution = rows["resolution_hours"].astype("float64")
    solved_at = _solved_at(rows, exported_resolution)
    calendar, zone = BusinessCalendar.of(policy), policy.time_zone
    response = business_hours(calendar, rows["created_at"], rows["first_response_at"])
    resolution = business_hours(calendar, rows["created_at"], solved_at)
    return rows[list(_MEASURED)].assign(
        created_day=local_days(rows["created_at"], zone),
        solved_day=local_days(solved_at, zone),
        response_hours=exported_response.fillna(response),
        response_is_exported=exported_response.notna(),
        resolution_hours_counted=exported_resolution.fillna(resolution),
        resolution_is_exported=exported_resolution.notna(),
        solved_at_counted=solved_at,
    )


def _solved_at(rows: pd.DataFrame, exported_hours: pd.Series) -> pd.Series:
    """When each solved ticket was; an export of durations alone says it by their sum."""
    duration = pd.to_timedelta(exported_hours, unit="h").astype("timedelta64[us]")
    known = rows["solved_at"].fillna(rows["created_at"] + duration)
    return known.where(rows["status"] == "solved")
