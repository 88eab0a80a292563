"""Progress of a run on the terminal, from what the flow logs."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from cli.tables import console
from cli.words import Words


class _Bars(logging.Handler):
    """Moves one bar a phase forward for each record."""

    def __init__(self, progress: Progress, words: Words) -> None:
        super().__init__()
        self._progress = progress
        self._words = words
        self._bars = {"": progress.add_task(words.say("starting"), total=None)}

    def emit(self, record: logging.LogRecord) -> None:
        phase = str(getattr(record, "phase", ""))
        if phase not in self._bars:
            self._progress.update(self._bars[""], visible=False)
            total = getattr(record, "total", None)
            label = self._words.say(f"phase_{phase}")
            self._bars[phase] = self._progress.add_task(label, total=total)
        self._progress.advance(self._bars[phase], getattr(record, "done", 1))


@contextmanager
def shown_progress(words: Words) -> Iterator[None]:
    """Bars while the flow runs; nothing where the output is not a terminal."""
    logger = logging.getLogger("cartera.progress")
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console(), transient=True) as progress:
        handler = _Bars(progress, words)
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False  # the bars say it; Prefect's console would say it again
        try:
            yield
        finally:
            logger.removeHandler(handler)
