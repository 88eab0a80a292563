"""Faults of our own in one file: the others are made, and what went wrong is told."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

from messages.errors import CarteraError
from warehouse import Subject

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")
_ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Failure:
    """A file that a fault in Cartera kept from being made.

    It says nothing of the client's values: an error's own message may quote them.
    """

    subject: Subject
    """Whose file."""
    what: str
    """The kind of file."""
    error: str
    """The name of the error's class."""
    trace: tuple[str, ...]
    """Where it happened: file, line and function, the innermost last."""

    @property
    def place(self) -> str:
        return self.trace[-1] if self.trace else "?"


def attempt(
    subject: Subject,
    what: str,
    make: Callable[_Arguments, _Result],
    *arguments: _Arguments.args,
    **named: _Arguments.kwargs,
) -> _Result | Failure:
    """What `make` returns, or how it failed. What people can mend is raised as ever."""
    try:
        return make(*arguments, **named)
    except (CarteraError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 a client with a bug must not cost the others their files
        frames = traceback.extract_tb(error.__traceback__)[1:]
        trace = tuple(f"{_near(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)
        return Failure(subject, what, type(error).__name__, trace)


def _near(file: str) -> str:
    path = Path(file)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name
