"""Training and maintenance: what was due and what was done.

One session was due and held in the quarter, one is due later; the reminder is of no kind:

>>> SESSIONS = '''
... task_id  category     due_date    completed_date
... t1       training     2026-07-10  2026-07-12
... t2       training     2026-10-10
... t3       maintenance  2026-09-01
... t4                    2026-09-01
... '''
>>> print(worked_example(SPECS[0], "2026-Q3", SESSIONS))
1; t2: outside_period, t3: other_work, t4: other_work
>>> print(worked_example(SPECS[3], "2026-Q3", SESSIONS))
0; t1: other_work, t2: other_work, t3: outside_period, t4: other_work
"""

from transforms.metrics.amounts import Count
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Value, without
from transforms.metrics.kpi import WHOLE_MONTHS, At, KpiSpec, Missing, Place, RollUp, Unit
from transforms.metrics.rows import Rows

_SHOWN = ("task_name", "category", "due_date", "completed_date")
_TASKS = Rows("tasks", lambda context: context.tables.rows("tasks"), shown=_SHOWN)
_SORTED = _TASKS.but(LeftOut.NO_CATEGORY, lambda tasks: tasks["category"].isna())


def _of_kind(kind: str) -> Rows:
    return _TASKS.but(LeftOut.OTHER_WORK, lambda tasks: (tasks["category"] != kind).fillna(True))


def _spec(id: str, counted: Rows, *shown: At) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=Unit.COUNT,
        roll_up=RollUp.SUM,
        feeds=("tasks",),
        grains=WHOLE_MONTHS,
        authority="project management practice",
        figure=Value(Count(counted), absent=(Absent(Missing.NO_CATEGORY, without(_SORTED)),)),
        shown=shown,
    )


SPECS = (
    _spec("training_due", _of_kind("training").within("due_date")),
    _spec("training_done", _of_kind("training").within("completed_date"), At(Place.BREAKDOWN, 20)),
    _spec("maintenance_due", _of_kind("maintenance").within("due_date")),
    _spec(
        "maintenance_done",
        _of_kind("maintenance").within("completed_date"),
        At(Place.BREAKDOWN, 30),
    ),
)
