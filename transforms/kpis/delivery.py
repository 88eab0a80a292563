"""Whether what was promised for a day was done by it, and what is stuck.

Done on its day, done three days late, and still open on 30 September:

>>> TASKS_OF_SEPTEMBER = '''
... task_id  due_date    completed_date
... t1       2026-09-01  2026-09-01
... t2       2026-09-01  2026-09-04
... t3       2026-09-25
... t4                   2026-09-04
... '''
>>> print(worked_example(ON_TIME, "2026-Q3", TASKS_OF_SEPTEMBER))
0.333333333333 = 1 / 3; t4: no_due_date
>>> print(worked_example(OVERDUE, "2026-Q3", TASKS_OF_SEPTEMBER))
4; t1: on_time, t4: no_due_date
"""

import pandas as pd

from transforms.metrics.amounts import (
    Count,
    Quantile,
)
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Ratio, Value, without
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
from transforms.metrics.rows import Flags, Rows

_AUTHORITY = "project management practice"
_TASKS = Rows(
    "tasks",
    lambda context: context.tables.rows("tasks"),
    shown=("task_name", "due_date", "completed_date", "blocked_by"),
)
DUE_IN_PERIOD = _TASKS.but(LeftOut.NO_DUE_DATE, lambda tasks: tasks["due_date"].isna()).within(
    "due_date"
)


def _overdue(tasks: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """Days from the due date to completion, of those open at the period's end to the valuation
    date: a completion that came later was not known then."""
    done = tasks["completed_date"]
    until = done.where(done < asked.end, asked.last_day)
    return tasks.assign(days_overdue=(until - tasks["due_date"]).dt.days)


def _is_on_time(tasks: pd.DataFrame) -> Flags:
    return tasks["completed_date"] <= tasks["due_date"]


LATE = DUE_IN_PERIOD.but(LeftOut.ON_TIME, _is_on_time).adding(_overdue)


def _is_not_open(tasks: pd.DataFrame, asked: Asked) -> Flags:
    """Tasks entered after the period, or done by its end."""
    return (tasks["created_date"] >= asked.end) | (tasks["completed_date"] < asked.end)


_IS_BLOCKED = _TASKS.but(LeftOut.NOT_BLOCKED, lambda tasks: tasks["blocked_by"].fillna("") == "")
WAITING = _IS_BLOCKED.but_then(LeftOut.NOT_BLOCKED, _is_not_open)
WITHOUT_DAY = (
    _TASKS.but(LeftOut.HAS_DUE_DATE, lambda tasks: tasks["due_date"].notna())
    .but_then(LeftOut.OUTSIDE_PERIOD, _is_not_open)
    .showing("task_name", "created_date", "completed_date")
)


ON_TIME = KpiSpec(
    id="delivery_on_time",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("tasks",),
    grains=WHOLE_MONTHS,
    authority=_AUTHORITY,
    figure=Ratio(
        Count(DUE_IN_PERIOD, lambda tasks, _: _is_on_time(tasks)),
        Count(DUE_IN_PERIOD),
        none=Missing.NOTHING_DUE,
    ),
    direction=Direction.UP,
    shown=(
        At(Place.TILE, 40),
        At(Place.CHECKLIST, 80),
        At(Place.PRE_SEND, 80),
        At(Place.DELIVERY, 10),
        At(Place.PORTAL, 140),
    ),
)
DUE = KpiSpec(
    id="tasks_due",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tasks",),
    grains=WHOLE_MONTHS,
    shown=(At(Place.DELIVERY_CARD, 10),),
    authority=_AUTHORITY,
    figure=Value(Count(DUE_IN_PERIOD)),
)
OVERDUE = KpiSpec(
    id="delivery_days_overdue_median",
    unit=Unit.DAYS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tasks",),
    grains=WHOLE_MONTHS,
    authority=_AUTHORITY,
    figure=Value(
        Quantile(LATE, "days_overdue"),
        absent=(Absent(Missing.NOTHING_DUE, without(DUE_IN_PERIOD), hides=False),),
        none=Missing.NONE_LATE,
    ),
    version=2,
    direction=Direction.DOWN,
    shown=(At(Place.DELIVERY, 20),),
)
BLOCKED = KpiSpec(
    id="tasks_blocked",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tasks",),
    grains=WHOLE_MONTHS,
    authority=_AUTHORITY,
    figure=Value(Count(WAITING)),
    direction=Direction.DOWN,
    shown=(
        At(Place.DELIVERY, 30),
        At(Place.DELIVERY_CARD, 20),
    ),
)
UNDATED = KpiSpec(
    id="tasks_undated",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tasks",),
    grains=WHOLE_MONTHS,
    authority=_AUTHORITY,
    figure=Value(Count(WITHOUT_DAY)),
    direction=Direction.DOWN,
    is_compared=False,
)
SPECS = (ON_TIME, DUE, OVERDUE, BLOCKED, UNDATED)
