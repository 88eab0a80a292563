"""Asana's task export: one row a task, custom fields as columns at the end."""

from contextlib import ExitStack
from pathlib import Path

from samples.csv_files import CsvFile, Dialect
from samples.records.book import Book

TASKS = (
    *("Task ID", "Created At", "Completed At", "Last Modified", "Name", "Section/Column"),
    *("Assignee", "Assignee Email", "Start Date", "Due Date", "Tags", "Notes", "Projects"),
    *("Parent task", "Milestone", "Waiting on team", "Category"),
)


class AsanaExport:
    """The open file of one export."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._tasks = stack.enter_context(CsvFile(folder / "tasks.csv", TASKS, Dialect()))

    def write_book(self, book: Book) -> None:
        """One client's project tasks."""
        for task in book.tasks:
            modified = task.completed or task.created
            self._tasks.write(
                *(task.task_id, task.created, task.completed, modified, task.name),
                *(task.section, task.assignee, task.assignee_email, "", task.due, "", ""),
                *(task.project, "", "Yes" if task.is_milestone else "", task.blocked_by),
                task.category,
            )
