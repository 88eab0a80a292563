"""How a command ends that a signal ends."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from messages.errors import CarteraError


class RunStoppedError(CarteraError):
    """Ctrl-C, or a request to end."""

    code = "failure-run-stopped"
    exit_code = 130  # as shells tell a program that SIGINT ended


class _Stopped(KeyboardInterrupt):
    """Python ends by the signal itself, whatever its exit code, where a plain KeyboardInterrupt
    once left code that an import was executing, though it was caught."""


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise _Stopped


@contextmanager
def stopped_in_one_sentence() -> Iterator[None]:
    """SIGTERM ends a command as Ctrl-C does, and both say one sentence. Where the shell ignores
    Ctrl-C, as for what runs behind, it stays ignored."""
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    numbers = (signal.SIGTERM,) if ignored else (signal.SIGTERM, signal.SIGINT)
    before = {number: signal.signal(number, _stop) for number in numbers}
    try:
        yield
    except KeyboardInterrupt as error:
        raise RunStoppedError from error
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
