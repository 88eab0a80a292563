"""What each team of ours holds up across clients, and for how long."""

from reports.workbook import style as look
from reports.workbook.page import BuiltSheet
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.listing import (
    HEAD_ROW,
    Content,
    ListColumn,
    closed,
    head,
    opened,
    rows,
)
from transforms.service.delivery_tasks import HeldUp, WaitingTask, held_up

ORDER = 72


def build(book: PortfolioFile) -> BuiltSheet | None:
    """Teams, the one that holds up most first, then every task; no sheet where nothing waits."""
    if not book.waiting:
        return None
    of_teams = (
        ListColumn("team", 26),
        ListColumn("tasks", 30, look.COUNT),
        ListColumn("clients", 34, look.COUNT),
        ListColumn("late", 26, look.COUNT),
        ListColumn("median", 14, look.COUNT),
        ListColumn("longest", 14, look.COUNT),
    )
    page = opened(book, "blocking", of_teams)
    head(page, book, HEAD_ROW, "blocking", of_teams)
    items = [_team(book, team) for team in held_up(book.waiting)]
    after = rows(page, HEAD_ROW + 1, of_teams, items) + 1
    of_tasks = (
        ListColumn("team", 26),
        ListColumn("client", 30),
        ListColumn("task", 34),
        ListColumn("project", 26),
        ListColumn("due", 14, look.DAY),
        ListColumn("days", 14, look.COUNT),
    )
    head(page, book, after, "blocking", of_tasks)
    after = rows(page, after + 1, of_tasks, [_task(book, task) for task in book.waiting])
    return closed(page, book, len(of_teams), after)


def _team(book: PortfolioFile, held: HeldUp) -> tuple[Content, ...]:
    absent = book.words.absent
    return (
        held.team,
        len(held.tasks),
        len({_client(book, task) for task in held.tasks}),
        held.late,
        absent if held.median_days is None else held.median_days,
        absent if held.longest_days is None else held.longest_days,
    )


def _client(book: PortfolioFile, task: WaitingTask) -> str:
    return book.names[task.account_id][0] if task.account_id in book.names else task.account_id


def _task(book: PortfolioFile, task: WaitingTask) -> tuple[Content, ...]:
    days = book.words.absent if task.days_late is None else task.days_late
    return task.team, _client(book, task), task.name, task.project, task.due_date, days
