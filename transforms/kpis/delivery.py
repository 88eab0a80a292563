"""Whether what was promised for a day was done by it, and what is stuck."""

import pandas as pd

from transforms.core.periods import Period
from transforms.metrics.entity_rows import counts, in_period, numbered_rows, quantiles
from transforms.metrics.explained import LeftOut, Selection, selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured, ratio
from transforms.metrics.metric_context import MetricContext

_AUTHORITY = "project management practice"

ON_TIME = KpiSpec(
    id="delivery_on_time",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("tasks",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Delivered on time",
            "Tasks done by their due date, as a share of the tasks due in the period. Tasks "
            "without a due date are not in it.",
        ),
        "es": Words(
            "Entregas a tiempo",
            "Tareas terminadas a más tardar en su fecha de entrega, como proporción de las "
            "tareas que vencían en el periodo. Las tareas sin fecha no cuentan.",
        ),
    },
    authority=_AUTHORITY,
    direction=Direction.UP,
)
DUE = KpiSpec(
    id="tasks_due",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tasks",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words("Tasks due", "Tasks whose due date lies in the period."),
        "es": Words("Tareas por entregar", "Tareas cuya fecha de entrega cae en el periodo."),
    },
    authority=_AUTHORITY,
)
OVERDUE = KpiSpec(
    id="delivery_days_overdue_median",
    unit=Unit.DAYS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tasks",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Delay of late tasks, median",
            "Calendar days between due date and completion of the tasks due in the period that "
            "were late; for those still open, up to the period's last day.",
        ),
        "es": Words(
            "Retraso de las tareas tardías, mediana",
            "Días naturales entre la fecha de entrega y la de término de las tareas que vencían "
            "en el periodo y se retrasaron; para las que siguen abiertas, hasta el último día "
            "del periodo.",
        ),
    },
    authority=_AUTHORITY,
    direction=Direction.DOWN,
)
BLOCKED = KpiSpec(
    id="tasks_blocked",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tasks",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Tasks blocked", "Tasks open at the end of the period that wait for another team."
        ),
        "es": Words(
            "Tareas bloqueadas",
            "Tareas abiertas al cierre del periodo que esperan a otro equipo.",
        ),
    },
    authority=_AUTHORITY,
    direction=Direction.DOWN,
)
UNDATED = KpiSpec(
    id="tasks_undated",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tasks",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Tasks without a due date",
            "Tasks open at the end of the period that nobody promised for a day. They are in no "
            "figure of delivery on time.",
        ),
        "es": Words(
            "Tareas sin fecha de entrega",
            "Tareas abiertas al cierre del periodo sin día comprometido. No entran en ninguna "
            "cifra de entregas a tiempo.",
        ),
    },
    authority=_AUTHORITY,
    direction=Direction.DOWN,
    is_compared=False,
)
SPECS = (ON_TIME, DUE, OVERDUE, BLOCKED, UNDATED)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Of tasks due in the period, and of those that wait at its end."""
    tasks = numbered_rows(context, "tasks")
    due = tasks[in_period(tasks["due_date"], period)]
    late = days_overdue(due, period)
    waiting = counts(context, tasks[_is_blocked(tasks, period)])
    undated = counts(context, tasks[_is_undated(tasks, period)])
    due_count = counts(context, due)
    done = counts(context, due[due["completed_date"] <= due["due_date"]])
    delays, none = quantiles(context, late, "days_overdue", 0.5), Missing.NOTHING_DUE
    return pd.concat(
        [
            ratio(context, ON_TIME, done, due_count, rows=due_count, absent=none),
            measured(context, DUE, due_count, rows=due_count),
            measured(context, OVERDUE, delays, rows=counts(context, late), absent=none),
            measured(context, BLOCKED, waiting, rows=waiting),
            measured(context, UNDATED, undated, rows=undated),
        ],
        ignore_index=True,
    )


def days_overdue(due: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The tasks that were late or are still open, with `days_overdue` up to completion, else
    up to the valuation date.

    >>> tasks = pd.DataFrame({
    ...     "due_date": pd.to_datetime(["2026-09-01", "2026-09-01", "2026-09-20"]),
    ...     "completed_date": pd.to_datetime(["2026-09-01", "2026-09-04", None]),
    ... })
    >>> days_overdue(tasks, Period.parse("2026-Q3"))["days_overdue"].tolist()
    [3, 10]
    """
    until = due["completed_date"].fillna(pd.Timestamp(period.valuation_date))
    late = due["completed_date"].isna() | (until > due["due_date"])
    return due[late].assign(days_overdue=(until - due["due_date"]).dt.days[late])


def _is_open(tasks: pd.DataFrame, period: Period) -> pd.Series:
    end = pd.Timestamp(period.end)
    entered = tasks["created_date"].isna() | (tasks["created_date"] < end)
    return entered & (tasks["completed_date"].isna() | (tasks["completed_date"] >= end))


def _is_blocked(tasks: pd.DataFrame, period: Period) -> pd.Series:
    return _is_open(tasks, period) & tasks["blocked_by"].fillna("").ne("")


def _is_undated(tasks: pd.DataFrame, period: Period) -> pd.Series:
    return _is_open(tasks, period) & tasks["due_date"].isna()


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Tasks due in the period, those of them that were late, or those that wait at its end or
    have no day."""
    tasks = numbered_rows(context, "tasks")
    if kpi == UNDATED.id:
        rows = context.rows("tasks")
        has_day = (rows["due_date"].notna(), LeftOut.HAS_DUE_DATE)
        shown = ("task_name", "created_date", "completed_date")
        undated = tasks[_is_undated(tasks, period)]
        return (selection(context, "tasks", undated, shown, has_day),)
    due = tasks[in_period(tasks["due_date"], period)]
    if kpi == BLOCKED.id:
        return (_tasks(context, tasks[_is_blocked(tasks, period)], LeftOut.NOT_BLOCKED),)
    entered = days_overdue(due, period) if kpi == OVERDUE.id else due
    return (_tasks(context, entered, LeftOut.NO_DUE_DATE, due),)


def _tasks(
    context: MetricContext, entered: pd.DataFrame, why_not: LeftOut, due: pd.DataFrame | None = None
) -> Selection:
    rows = context.rows("tasks")
    is_undated = rows["due_date"].isna() | (why_not is LeftOut.NOT_BLOCKED)
    cases = [(is_undated, why_not)]
    if due is not None:
        cases.append((rows["task_id"].isin(due["task_id"]), LeftOut.ON_TIME))
    shown = ("task_name", "due_date", "completed_date", "blocked_by")
    return selection(context, "tasks", entered, shown, *cases)
