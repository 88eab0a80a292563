"""Tables and lines on the terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text


def console() -> Console:
    """Plain text where the output is not a terminal, and then without a width that cuts."""
    found = Console(highlight=False)
    return found if found.is_terminal else Console(highlight=False, width=200)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A light table; cells are shown as they are, never read as markup."""
    made = Table(title=title, title_justify="left", box=None, pad_edge=False, title_style="bold")
    for column in columns:
        made.add_column(column, header_style="dim", overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    return made
