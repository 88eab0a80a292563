"""Progress of a run on the terminal, from what the flow logs."""

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from cli.tables import console
from messages.catalogue import Catalogue
from messages.clause import Clause, named


class _Bars(logging.Handler):
    """Moves one bar a phase forward for each record."""

    def __init__(self, progress: Progress, words: Catalogue) -> None:
        super().__init__()
        self._progress = progress
        self._words = words
        self._bars = {"": progress.add_task(words.say("starting"), total=None)}

    def emit(self, record: logging.LogRecord) -> None:
        if sentence := _told(record, self._words):
            self._progress.console.print(sentence, soft_wrap=True)
            return
        phase = str(getattr(record, "phase", ""))
        if phase not in self._bars:
            self._progress.update(self._bars[""], visible=False)
            total = getattr(record, "total", None)
            label = self._words.say(named("phase", phase))
            self._bars[phase] = self._progress.add_task(label, total=total)
        self._progress.advance(self._bars[phase])


class _Lines(logging.Handler):
    """Writes a line for each record, where there is no terminal to draw on."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self._words = words
        self._done: Counter[str] = Counter()
        typer.echo(words.say("starting"), err=True)

    def emit(self, record: logging.LogRecord) -> None:
        if sentence := _told(record, self._words):
            typer.echo(sentence, err=True)
            return
        phase = str(getattr(record, "phase", ""))
        self._done[phase] += 1
        so_far = f"{self._done[phase]}/{getattr(record, 'total', '?')}"
        typer.echo(f"{self._words.say(named('phase', phase))} {so_far}", err=True)


def _told(record: logging.LogRecord, words: Catalogue) -> str:
    """In spite of what the run goes on; empty where a record says how far it is."""
    told = getattr(record, "told", None)
    return words.text(told) if isinstance(told, Clause) else ""


@contextmanager
def shown_progress(words: Catalogue) -> Iterator[None]:
    """Bars while the flow runs; lines on the error stream where the output is no terminal."""
    out = console()
    if not out.is_terminal:
        with _heard_by(_Lines(words)):
            yield
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bars = Progress(*columns, console=out, transient=True)
    with bars, _heard_by(_Bars(bars, words)):
        yield


@contextmanager
def _heard_by(handler: logging.Handler) -> Iterator[None]:
    logger = logging.getLogger("cartera.progress")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False  # the handler says it; Prefect's console would say it again
    try:
        yield
    finally:
        logger.removeHandler(handler)
