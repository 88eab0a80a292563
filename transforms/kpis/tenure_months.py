"""How long a client has been one.

First revenue on 15 January 2024: at the end of September 2026 that is 32 whole months ago.

>>> print(worked_example(SPECS[0], "2026-Q3", invoices='''
... invoice_id  document_kind  status  issue_date
... first       invoice        open    2024-01-15
... second      invoice        open    2024-02-15
... ''', invoice_lines='''
... line_id  invoice_id  net_minor
... l1       first       12000
... l2       second      10000
... '''))
32; l2: not_the_first, second: outside_period
"""

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd

from transforms.billing.recurring import SUBSCRIPTIONS
from transforms.billing.revenue import earned_between
from transforms.billing.revenue_rows import LINES, with_documents
from transforms.clients.activity import BILLING
from transforms.core.exact import day_number, whole_numbers
from transforms.core.periods import Period
from transforms.metrics.amounts import Given, Smallest
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, ByFeeds, Value, without
from transforms.metrics.kpi import WHOLE_MONTHS, KpiSpec, Missing, RollUp, Unit
from transforms.metrics.rows import Flags, Numbers, Rows


def whole_months(first: date, end: date) -> int:
    """Months that have gone by from a day to the (exclusive) end of a period.

    >>> whole_months(date(2024, 1, 15), date(2026, 10, 1))
    32
    """
    months = (end.year - first.year) * 12 + end.month - first.month
    return months - (end.day < first.day)


def _is_later_than(first: Smallest) -> Callable[[pd.DataFrame, Asked], Flags]:
    """Which rows begin later than their entity's first."""

    def is_later(rows: pd.DataFrame, asked: Asked) -> Flags:
        days = whole_numbers(first.of_entities(asked).astype("Int64"))
        return rows[first.column] > days[whole_numbers(rows["entity"])]

    return is_later


def _with_earned(lines: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """With `earned_minor`, what is earned on the first day."""
    if lines.empty:
        return lines.assign(earned_minor=0)
    day = int(lines["first_day"].iloc[0])
    return lines.assign(earned_minor=earned_between(lines, day, day + 1))


def _months_since(first: Smallest, rows: Rows) -> Value:
    """Whole months since a first day; `new_account` where that lies after the period."""

    def months(asked: Asked) -> Numbers:
        days = first.of_entities(asked).astype("Int64")
        begun = days.where(days < day_number(asked.period.end))
        since = [_since(day, asked.period) for day in begun]
        return pd.Series(since, asked.entities, dtype="Int64")

    absent = (Absent(Missing.NO_ROWS, without(first.of)),)
    return Value(Given(months, (rows,)), absent=absent, none=Missing.NEW_ACCOUNT)


def _since(day: int | None, period: Period) -> int | None:
    if pd.isna(day):
        return None
    return whole_months(date(1970, 1, 1) + timedelta(days=int(day)), period.end)


_FIRST_LINE = Smallest(LINES, "first_day")
_FIRST_START = Smallest(SUBSCRIPTIONS, "start_day")
FIRST_LINES = with_documents(
    LINES.but_then(LeftOut.NOT_THE_FIRST, _is_later_than(_FIRST_LINE)).adding(_with_earned)
)
FIRST_SUBSCRIPTIONS = SUBSCRIPTIONS.but_then(LeftOut.NOT_THE_FIRST, _is_later_than(_FIRST_START))

SPECS = (
    KpiSpec(
        id="tenure_months",
        unit=Unit.MONTHS,
        roll_up=RollUp.NONE,
        feeds=(),
        grains=WHOLE_MONTHS,
        authority="Relationship duration, account management practice",
        figure=ByFeeds(
            (
                (BILLING, _months_since(_FIRST_LINE, FIRST_LINES)),
                (("subscriptions",), _months_since(_FIRST_START, FIRST_SUBSCRIPTIONS)),
            )
        ),
    ),
)
