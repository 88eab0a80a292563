"""Faults of our own: in one file, where the others are made, or in the run itself. What is told of
them says nothing of the client's values: an error's own message may quote them."""

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

from messages.errors import CarteraError
from warehouse import Subject

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")
_ROOT = Path(__file__).parents[1]
_ROOMS = frozenset(
    {"cli", "flows", "portal", "pipeline", "delivery", "sources", "extract", "expectations"}
    | {"warehouse", "transforms", "reports", "messages", "samples", "audit"}
)
"""Beside which an installed Cartera has everybody else's."""
DEBUG_VARIABLE = "CARTERA_DEBUG"


class FaultError(CarteraError):
    """A fault in Cartera that ended what was being done."""

    code = "failure-fault"
    error: str
    """The name of the error's class."""
    place: str
    """The innermost file and line of ours, and the function."""


def fault_of(error: Exception) -> CarteraError:
    """The error itself where it has a sentence; of any other its type and its place."""
    if isinstance(error, CarteraError):
        return error
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _near(frame.filename).split("/")[0] in _ROOMS]
    innermost = next(reversed(ours or frames), None)
    return FaultError(type(error).__name__, _at(innermost) if innermost else "?")


@contextmanager
def faults_named() -> Iterator[None]:
    """A fault inside goes on as FaultError, and nothing that the error says goes with it.

    Where CARTERA_DEBUG is set its traceback is written to where this process writes.
    """
    try:
        yield
    except Exception as error:
        fault = fault_of(error)
        if fault is error:
            raise
        if os.environ.get(DEBUG_VARIABLE):
            traceback.print_exception(error, file=sys.stderr)
        raise fault from None


@dataclass(frozen=True)
class Failure:
    """A file that a fault in Cartera kept from being made."""

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
        return Failure(subject, what, type(error).__name__, tuple(map(_at, frames)))


def _at(frame: traceback.FrameSummary) -> str:
    return f"{_near(frame.filename)}:{frame.lineno} {frame.name}"


def _near(file: str) -> str:
    path = Path(file)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name
