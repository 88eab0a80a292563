"""What waits for a team and is past its day.

On 30 September one blocked task is ten days late, one twenty, and one is not due yet:

>>> WAITING_TASKS = '''
... task_id  due_date    blocked_by    completed_date
... t1       2026-09-20  Integrations
... t2       2026-09-10  Legal
... t3       2026-10-10  Legal
... t4       2026-09-10
... t5       2026-09-10  Legal         2026-09-12
... '''
>>> print(worked_example(LATE, "2026-Q3", WAITING_TASKS))
2; t3: not_due, t4: not_blocked, t5: not_blocked
>>> print(worked_example(DAYS, "2026-Q3", WAITING_TASKS))
15; t3: not_due, t4: not_blocked, t5: not_blocked
"""

import pandas as pd

from transforms.kpis.delivery import WAITING
from transforms.metrics.amounts import Count, Quantile
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)


def _is_not_late(tasks: pd.DataFrame, asked: Asked) -> pd.Series:
    return ~(tasks["due_date"] < asked.last_day).fillna(False)


STUCK = WAITING.but_then(LeftOut.NOT_DUE, _is_not_late).adding(
    lambda tasks, asked: tasks.assign(days_waited=(asked.last_day - tasks["due_date"]).dt.days)
)
"""Blocked tasks whose day was over before the period's last, and for how many days."""

LATE = KpiSpec(
    id="tasks_blocked_late",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tasks",),
    grains=WHOLE_MONTHS,
    authority="project management practice",
    figure=Value(Count(STUCK)),
    direction=Direction.DOWN,
    audience=Audience.INTERNAL,
)
DAYS = KpiSpec(
    id="blocked_days_median",
    unit=Unit.DAYS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tasks",),
    grains=WHOLE_MONTHS,
    authority="project management practice",
    figure=Value(Quantile(STUCK, "days_waited"), none=Missing.NONE_LATE),
    direction=Direction.DOWN,
    audience=Audience.INTERNAL,
)
SPECS = (LATE, DAYS)
