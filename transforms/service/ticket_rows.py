"""Tickets that figures are taken from."""

from collections.abc import Callable

import pandas as pd

from transforms.core.policy import Policy
from transforms.metrics.amounts import Where
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent
from transforms.metrics.kpi import Missing
from transforms.metrics.rows import Flags, Rows
from transforms.service.business_hours import BusinessCalendar, business_hours

KNOWN = Rows("tickets", lambda context: context.accounts.tickets).but(
    LeftOut.DELETED, lambda tickets: tickets["status"] == "deleted"
)
FILED = KNOWN.within("created_day")
SOLVED = KNOWN.but(LeftOut.NOT_SOLVED, lambda tickets: tickets["solved_day"].isna()).within(
    "solved_day"
)

_CRITICAL = ("critical", "high")


def is_undated(tickets: pd.DataFrame) -> Flags:
    """Which tickets were solved nobody knows when."""
    return (tickets["status"] == "solved") & tickets["solved_day"].isna()


def undated(tickets: Rows) -> Absent:
    """Where none of the tickets is known to be solved in the period: whether others of them that
    were filed by its end may have been."""
    solved = tickets.within("solved_day")
    may_be = tickets.but(LeftOut.NOT_SOLVED, lambda rows: ~is_undated(rows)).but_then(
        LeftOut.OUTSIDE_PERIOD, lambda rows, asked: rows["created_day"] >= asked.end
    )

    def where(asked: Asked) -> Flags:
        return (may_be.counted(asked) > 0) & (solved.counted(asked) == 0)

    return Absent(Missing.SOLUTION_UNDATED, where)


def is_open(tickets: pd.DataFrame, asked: Asked) -> Flags:
    """Which tickets were filed by the period's end and not solved by then.

    One that the export calls solved without saying when is not open.
    """
    solved_later = tickets["solved_day"] >= asked.end
    return (tickets["created_day"] < asked.end) & ((tickets["status"] == "open") | solved_later)


def _waiting(tickets: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """With `waited_hours` of those that stand open: business hours from filing to the period's
    last midnight by the company's clocks; and their `age_days`."""
    policy = asked.context.policy
    midnight = asked.end.tz_localize(policy.time_zone).tz_convert("UTC")
    filed = tickets.loc[is_open(tickets, asked), "created_at"]
    ends = pd.Series(midnight, index=filed.index, dtype=filed.dtype)
    waited = business_hours(BusinessCalendar.of(policy), filed, ends)
    age = (asked.last_day - tickets["created_day"]).dt.days
    return tickets.assign(waited_hours=waited.reindex(tickets.index), age_days=age)


WAITING = KNOWN.adding(_waiting)
REPLIED_EVER = KNOWN.but(LeftOut.NO_REPLY, lambda tickets: tickets["response_hours"].isna())


def _without_reply(tickets: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """With `unanswered_hours` of those without a reply: business hours from filing to their
    solution, or to the period's last midnight by the company's clocks where that came first;
    none of what was solved nobody knows when."""
    policy = asked.context.policy
    midnight = asked.end.tz_localize(policy.time_zone).tz_convert("UTC")
    silent = tickets[tickets["response_hours"].isna()]
    solved = silent["solved_at_counted"]
    ends = solved.where(solved < midnight, midnight)
    hours = business_hours(BusinessCalendar.of(policy), silent["created_at"], ends)
    known = hours.mask(is_undated(silent), 0)
    return tickets.assign(unanswered_hours=known.reindex(tickets.index))


def _may_be_answered(tickets: pd.DataFrame, asked: Asked) -> Flags:
    return tickets["unanswered_hours"] <= asked.context.policy.first_response_target_hours


ANSWERABLE = FILED.adding(_without_reply).but_then(LeftOut.NO_REPLY, _may_be_answered)
"""Tickets filed in the period of which it is known whether they were answered in time: those that
have a reply, and those that have waited for longer than the target."""


def is_not_critical(tickets: pd.DataFrame) -> Flags:
    """Which tickets are of a priority below P1 and P2."""
    return ~tickets["priority"].isin(_CRITICAL)


CRITICAL = WAITING.but(LeftOut.NOT_CRITICAL, is_not_critical).showing(
    "priority", "status", "created_at", "solved_at", "resolution_hours_counted"
)
STANDING = CRITICAL.but_then(
    LeftOut.OUTSIDE_PERIOD, lambda tickets, asked: ~is_open(tickets, asked)
)
"""Critical incidents that are not solved by the period's end."""


def judged(tickets: Rows, target_hours: Callable[[Policy], float]) -> Rows:
    """Tickets solved in the period, and those that stand open for longer than the target, which
    is a setting; the others may still meet it."""

    def may_meet_it(rows: pd.DataFrame, asked: Asked) -> Flags:
        return rows["waited_hours"] <= target_hours(asked.context.policy)

    def is_neither(rows: pd.DataFrame, asked: Asked) -> Flags:
        solved = rows["solved_day"]
        is_solved = (solved >= pd.Timestamp(asked.period.start)) & (solved < asked.end)
        return rows["waited_hours"].isna() & ~is_solved

    return tickets.but_then(LeftOut.WITHIN_TARGET, may_meet_it).but_then(
        LeftOut.OUTSIDE_PERIOD, is_neither
    )


def solved_within(target_hours: Callable[[Policy], float]) -> Where:
    """Of judged tickets, those that were solved within the target."""

    def is_met(rows: pd.DataFrame, asked: Asked) -> Flags:
        target = target_hours(asked.context.policy)
        return rows["waited_hours"].isna() & (rows["resolution_hours_counted"] <= target)

    return is_met
