"""Projects: milestones and tasks, and what keeps them waiting."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from samples.days import DELIVERY, add_months
from samples.plan import Delivery, Plan
from samples.records.parties import Account
from samples.records.service import Task
from samples.wording import trade_of, words_of

Ids = Callable[[], int]

_QUARTERS = (date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1))
_SHOWCASE = date(2026, 7, 1)
_KINDS = ("Formación", "", "Mantenimiento", "Mantenimiento", "", "Formación")
"""Of the tasks that are no milestones, as the wording orders them; some nobody filed."""
_PEOPLE = ("Diego Lerma", "Sofía Bustos", "Nadia Ferrer", "Iván Castellanos")


def tasks_of(plan: Plan, account: Account, rng: Random, ids: Ids) -> list[Task]:
    """Small tasks in the quarters before, milestones in the showcase quarter, some to come."""
    if plan.delivery is None or (plan.away and plan.away[-1][1] is None):
        return []
    rows: list[Task] = []
    for quarter in _QUARTERS:
        if plan.starts <= quarter:
            rows += _small_tasks(account, quarter, 4, rng, ids)
    first = max(_SHOWCASE, plan.starts)
    rows += _milestones(plan.delivery, account, first, rng, ids)
    if first == _SHOWCASE:
        rows += _small_tasks(account, _SHOWCASE, 2, rng, ids)
    rows.append(_task(account, 0, ids, _later(rng), None, None, trade_of(account).tasks[5]))
    rows.append(_undated(account, ids))
    return rows


def _project(account: Account, which: int) -> str:
    # A long name would not fit a project's title; Asana users shorten it the same way.
    return f"{account.name[:60].strip()} · {trade_of(account).projects[which]}"


def _later(rng: Random) -> date:
    return DELIVERY + timedelta(days=rng.randrange(10, 70))


def _small_tasks(account: Account, quarter: date, size: int, rng: Random, ids: Ids) -> list[Task]:
    rows = []
    for name in rng.sample(trade_of(account).tasks[:4], size):
        due = quarter + timedelta(days=rng.randrange(12, 88))
        late = rng.randrange(1, 12) if rng.random() < 0.2 else -rng.randrange(0, 5)
        done = min(due + timedelta(days=late), _last())
        rows.append(_task(account, 1, ids, due, done, None, name))
    return rows


def _last() -> date:
    return DELIVERY - timedelta(days=1)


def _milestones(
    delivery: Delivery, account: Account, first: date, rng: Random, ids: Ids
) -> list[Task]:
    """First those done in time, then late ones, then those still open past their date."""
    milestones = trade_of(account).milestones
    rows = []
    for place in range(delivery.milestones):
        room = (DELIVERY - first).days - 12
        due = first + timedelta(days=8 + place * room // max(delivery.milestones, 1))
        left = delivery.milestones - place
        completed: date | None = due - timedelta(days=rng.randrange(0, 4))
        blocked = ""
        if left <= delivery.open_late:
            completed = None
            blocked = _blocker(delivery, left, words_of(account).teams[0])
        elif left <= delivery.open_late + delivery.late:
            completed = min(due + timedelta(days=rng.randrange(4, 16)), _last())
        name = milestones[place % len(milestones)]
        rows.append(_task(account, 0, ids, due, completed, blocked, name))
    return rows


def _blocker(delivery: Delivery, place: int, otherwise: str) -> str:
    teams = delivery.blocked_by or (otherwise,)
    return teams[place % len(teams)]


def _task(
    account: Account,
    project: int,
    ids: Ids,
    due: date | None,
    completed: date | None,
    blocked: str | None,
    name: str,
) -> Task:
    """`blocked` is None for a small task, a team or empty for a milestone."""
    number = ids()
    words = words_of(account)
    person = _PEOPLE[number % len(_PEOPLE)]
    mail = person.lower().replace(" ", ".").replace("í", "i").replace("á", "a")
    created = (due or _SHOWCASE) - timedelta(days=35)
    return Task(
        f"12{number:012d}",
        account,
        name,
        _project(account, project),
        words.sections[0] if completed else words.sections[1],
        person,
        f"{mail}@lumbrera.example",
        min(created, add_months(DELIVERY, -1)),
        due,
        completed,
        blocked is not None,
        blocked or "",
        _kind(account, name),
    )


def _kind(account: Account, name: str) -> str:
    """What kind of work a task is filed as; milestones are deliveries."""
    tasks = trade_of(account).tasks
    return _KINDS[tasks.index(name)] if name in tasks else "Entrega"


def _undated(account: Account, ids: Ids) -> Task:
    return _task(account, 1, ids, None, None, None, trade_of(account).tasks[4])
