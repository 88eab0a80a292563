"""Tasks of a client's projects: those that fall due, and what waits for whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

import pandas as pd

from transforms.core.cells import Row, by_entity, day_of, plain, records
from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext


@dataclass(frozen=True)
class DueTask:
    """A task due in the period; `blocked_by` is a team."""

    name: str
    project: str
    is_milestone: bool
    due_date: date
    completed_date: date | None
    """None where it was not done by the period's end."""
    days_late: int
    """Days from its day to its completion, or to the period's last day while it is open; 0 where
    it was done in time."""
    blocked_by: str


@dataclass(frozen=True)
class BlockedTask:
    """A task that waits for a team of ours or another."""

    team: str
    name: str
    project: str
    due_date: date | None
    assignee: str


def due_tasks(context: MetricContext, period: Period) -> dict[str, tuple[DueTask, ...]]:
    """Tasks due in the period by client, the earliest first."""
    tasks = context.rows("tasks")
    due = tasks["due_date"]
    is_due = (due >= pd.Timestamp(period.start)) & (due < pd.Timestamp(period.end))
    rows = tasks[is_due].sort_values(["due_date", "task_id"])
    return by_entity(rows, lambda row: _due_task(row, period))


def _due_task(row: Row, period: Period) -> DueTask | None:
    if (due := day_of(row["due_date"])) is None:
        return None
    done = day_of(row["completed_date"])
    # A completion after the period had not happened yet when it closed.
    done = done if done is not None and done < period.end else None
    return DueTask(
        name=plain(row["task_name"]),
        project=plain(row["project"]),
        is_milestone=bool(row["is_milestone"]),
        due_date=due,
        completed_date=done,
        days_late=max(((done or period.valuation_date) - due).days, 0),
        blocked_by=plain(row["blocked_by"]),
    )


@dataclass(frozen=True)
class WaitingTask:
    """A client's task that waits for a team; `days_late` at the period's end, 0 before its day
    and None without one."""

    team: str
    account_id: str
    name: str
    project: str
    due_date: date | None
    days_late: int | None


@dataclass(frozen=True)
class HeldUp:
    """What waits for one team, and for how long what is late does; None where nothing is."""

    team: str
    tasks: tuple[WaitingTask, ...]
    late: int
    median_days: float | None
    longest_days: int | None


def held_up(waiting: Iterable[WaitingTask]) -> tuple[HeldUp, ...]:
    """By team, the one that holds up most first."""
    by_team: dict[str, list[WaitingTask]] = {}
    for task in waiting:
        by_team.setdefault(task.team, []).append(task)
    teams = sorted(by_team.items(), key=lambda item: (-len(item[1]), item[0].casefold()))
    return tuple(_held_up(team, tasks) for team, tasks in teams)


def _held_up(team: str, tasks: Sequence[WaitingTask]) -> HeldUp:
    late = [task.days_late for task in tasks if task.days_late]
    return HeldUp(
        team, tuple(tasks), len(late), median(late) if late else None, max(late, default=None)
    )


def waiting_for_teams(tasks: pd.DataFrame, period: Period) -> tuple[WaitingTask, ...]:
    """Everybody's, by team, the one that waits longest first."""
    found = [item for row in records(_waiting(tasks, period)) if (item := _waits(row, period))]
    return tuple(
        sorted(found, key=lambda item: (item.team.casefold(), -(item.days_late or 0), item.name))
    )


def _waits(row: Row, period: Period) -> WaitingTask | None:
    due = day_of(row["due_date"])
    if not (team := plain(row["blocked_by"])):
        return None
    return WaitingTask(
        team=team,
        account_id=str(row["account_id"]),
        name=plain(row["task_name"]),
        project=plain(row["project"]),
        due_date=due,
        days_late=None if due is None else max((period.valuation_date - due).days, 0),
    )


def waiting_tasks(context: MetricContext, period: Period) -> pd.DataFrame:
    """Rows of tasks that had begun and were open at the period's end, and name whom they wait
    for."""
    return _waiting(context.rows("tasks"), period)


def _waiting(tasks: pd.DataFrame, period: Period) -> pd.DataFrame:
    end = pd.Timestamp(period.end)
    is_open = tasks["completed_date"].isna() | (tasks["completed_date"] >= end)
    begun = tasks["created_date"].isna() | (tasks["created_date"] < end)
    return tasks[is_open & begun & tasks["blocked_by"].notna()]


def blocked_tasks(context: MetricContext, period: Period) -> dict[str, tuple[BlockedTask, ...]]:
    """`waiting_tasks` by client, in the order of teams and days."""
    rows = waiting_tasks(context, period).sort_values(["blocked_by", "due_date", "task_id"])
    return by_entity(rows, _blocked_task)


def _blocked_task(row: Row) -> BlockedTask | None:
    if not (team := plain(row["blocked_by"])):
        return None
    return BlockedTask(
        team=team,
        name=plain(row["task_name"]),
        project=plain(row["project"]),
        due_date=day_of(row["due_date"]),
        assignee=plain(row["assignee"]),
    )
