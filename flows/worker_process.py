"""Prefect's worker, as services and terminals start it: `python -m flows.worker_process --pool …`.

Asked to end, Prefect's own worker kills what it runs at once, and nobody hears of it: the state
stays Running for ever. Here runs are asked to end first, as they do alone, and the worker then.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event

_PATIENCE_SECONDS = 30
_PAUSE_SECONDS = 0.2


def main(arguments: Sequence[str]) -> int:
    """Work until the worker ends, or a signal says that it should; returns its exit code."""
    asked = Event()
    # Before it starts: a shell without job control would have it ignore Ctrl-C, which Prefect
    # makes of the first SIGTERM.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: asked.set())
    command = [sys.executable, "-m", "prefect", "worker", "start", *arguments]
    # In a session of its own: Ctrl-C is for us alone.
    with subprocess.Popen(command, start_new_session=True) as worker:  # noqa: S603 nothing but words of who started us
        while worker.poll() is None and not asked.wait(1):
            pass
        if asked.is_set():
            _end_runs(worker.pid)
            worker.terminate()
        return worker.wait()


def _end_runs(worker: int) -> None:
    patience, told = time.monotonic() + _PATIENCE_SECONDS, set[int]()
    while (runs := set(_children(worker))) and time.monotonic() < patience:
        for run in runs - told:
            with suppress(ProcessLookupError):
                os.kill(run, signal.SIGTERM)
        told |= runs
        time.sleep(_PAUSE_SECONDS)


def _children(parent: int) -> Iterator[int]:
    """Processes that it started and that live, where the system shows them."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, of, *_ = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(of) == parent and state != "Z":
            yield int(stat.parent.name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
