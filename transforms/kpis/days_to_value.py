"""How long a new client took to its first value: until half of the people it pays for used it.

Signed on 1 July with 40 seats, of which 10 were used in the first week and 24 in the third:

>>> print(worked_example(SPECS[0], "2026-Q3", '''
... subscription_id  start_date  yearly_minor  status
... first            2026-07-01  120000        active
... second           2026-08-01  60000         active
... ''', '''
... usage_date  days  active_users  seats_paid
... 2026-07-02  7     10            40
... 2026-07-09  7     19            40
... 2026-07-16  7     24            40
... 2026-07-23  7     30            40
... '''))
15; second: not_the_first, 2026-07-23: not_the_first
"""

import numpy as np
import pandas as pd

from transforms.billing.recurring import BEGUN, never_paid
from transforms.core.exact import day_number, day_numbers, whole_numbers
from transforms.metrics.amounts import Given, Smallest
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Value, without
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
)
from transforms.metrics.rows import Flags, Numbers, Rows

_START = Smallest(BEGUN, "start_day")
_DAYS_UNSEEN = 7
"""So long after the start the first row of use may begin: a week that had begun is in no export."""


def _of_rows(rows: pd.DataFrame, by_entity: Numbers) -> pd.Series:
    return pd.Series(by_entity.to_numpy()[whole_numbers(rows["entity"])], index=rows.index)


def _is_later_start(rows: pd.DataFrame, asked: Asked) -> Flags:
    return rows["start_day"] > _of_rows(rows, _START.of_entities(asked))


def _with_day(usage: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """With the `day` on which each row begins, and the `value_day`: the same where since the start
    as many used it as it takes, and missing elsewhere."""
    day, start = day_numbers(usage["usage_date"]), _of_rows(usage, _START.of_entities(asked))
    seats = usage["seats_paid"].where(usage["seats_paid"] > 0)
    is_used = usage["active_users"] / seats >= asked.context.policy.first_value_use
    is_since = day + whole_numbers(usage["days"]) > start
    counts = (is_used.fillna(False) & is_since).to_numpy(dtype=np.bool_)
    return usage.assign(day=day, value_day=np.where(counts, day.astype(np.float64), np.nan))


_SEEN = (
    Rows("usage", lambda context: context.tables.rows("usage"))
    .but_then(LeftOut.OUTSIDE_PERIOD, lambda usage, asked: usage["usage_date"] >= asked.end)
    .adding(_with_day)
)
_VALUE, _FIRST_SEEN = Smallest(_SEEN, "value_day"), Smallest(_SEEN, "day")
FIRST_START = BEGUN.but_then(LeftOut.NOT_THE_FIRST, _is_later_start)
UNTIL_VALUE = _SEEN.but_then(
    LeftOut.NOT_THE_FIRST,
    lambda usage, asked: usage["day"] > _of_rows(usage, _VALUE.of_entities(asked)),
).showing("usage_date", "days", "active_users", "seats_paid")
"""Use until the day on which it was enough, or the period's end."""


def _days(asked: Asked) -> Numbers:
    """From the start to the first row of enough use; 0 where that week had begun before."""
    return (_VALUE.of_entities(asked) - _START.of_entities(asked)).clip(lower=0)


def _is_older(asked: Asked) -> Flags:
    return _START.of_entities(asked) < day_number(asked.period.trailing_twelve.start)


def _is_begun_unseen(asked: Asked) -> Flags:
    """Whether use of the first days is not known, so that there may have been enough before."""
    return _FIRST_SEEN.of_entities(asked) > _START.of_entities(asked) + _DAYS_UNSEEN


def _says_no_seats(asked: Asked) -> Flags:
    rows = _SEEN.kept(asked)
    known = rows.loc[rows[["active_users", "seats_paid"]].notna().all(axis=1), "entity"]
    return pd.Series(~pd.RangeIndex(len(asked.entities)).isin(known), index=asked.entities)


SPECS = (
    KpiSpec(
        id="days_to_value",
        unit=Unit.DAYS,
        roll_up=RollUp.NONE,
        feeds=("subscriptions", "usage"),
        grains=WHOLE_MONTHS,
        authority="Time to first value, product analytics practice",
        figure=Value(
            Given(_days, (FIRST_START, UNTIL_VALUE)),
            absent=(
                Absent(Missing.NO_SUBSCRIPTIONS, never_paid),
                Absent(Missing.OLDER_CLIENT, _is_older),
                Absent(Missing.NO_ROWS, without(_SEEN)),
                Absent(Missing.TOO_SHORT_HISTORY, _is_begun_unseen),
                Absent(Missing.NO_SEATS, _says_no_seats),
            ),
            none=Missing.NO_VALUE_YET,
        ),
        direction=Direction.DOWN,
        is_compared=False,
        shown=(At(Place.PORTAL, 135),),
    ),
)
