"""How a command ends that a signal ends."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from messages.errors import CarteraError


class RunStoppedError(CarteraError):
    """Ctrl-C, or a request to end."""

    code = "failure-run-stopped"
    exit_code = 130  # as shells tell a program that SIGINT ended


@contextmanager
def stopped_in_one_sentence() -> Iterator[None]:
    """SIGTERM ends a command as Ctrl-C does, and both say one sentence."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt as error:
        raise RunStoppedError from error
    finally:
        signal.signal(signal.SIGTERM, before)
