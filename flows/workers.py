"""Who shards are handed to: figures and files are plain computing, which the threads of one
interpreter cannot do side by side.

Processes of this machine import what they need while the main process still reads exports; a
cluster's (`flows.dask_workers`) stand elsewhere.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from multiprocessing import get_context, parent_process
from typing import ParamSpec, Protocol, TypeVar

from messages.errors import CarteraError

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")
_NEEDED = "pipeline.work"


class WorkerKilledError(CarteraError):
    """A worker process went away in the middle of its work."""

    code = "failure-worker-killed"


class RunOverError(CarteraError):
    """The run ended before a process had time for a part of it."""

    code = "failure-run-over"


class Workers(Protocol):
    """Who stands ready to do what threads of this interpreter cannot do side by side."""

    def call(
        self,
        function: Callable[_Arguments, _Result],
        *arguments: _Arguments.args,
        **named: _Arguments.kwargs,
    ) -> _Result:
        """What the function returns or raises, once a worker has had time for it.

        Raises WorkerKilledError (or what is said of a cluster) when its worker went away, and
        RunOverError when none will have time: nobody is to try again then, the run that ends
        waits for who does.
        """
        ...


class ProcessWorkers:
    """Processes of this machine."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool

    def call(
        self,
        function: Callable[_Arguments, _Result],
        *arguments: _Arguments.args,
        **named: _Arguments.kwargs,
    ) -> _Result:
        """As any workers do."""
        try:
            return self._begun(partial(function, *arguments, **named)).result()
        except BrokenProcessPool as error:
            raise WorkerKilledError from error
        except CancelledError as error:
            raise RunOverError from error

    def _begun(self, function: Callable[[], _Result]) -> "Future[_Result]":
        try:
            return self._pool.submit(function)
        except BrokenProcessPool:
            raise
        except RuntimeError as error:  # the pool takes no more
            raise RunOverError from error


@contextmanager
def worker_processes(count: int, *, at_once: bool = True) -> Iterator[Workers]:
    """That many processes, importing from now on (or, where there may be nothing to do, from their
    first call on), gone at the end."""
    pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=_get_ready)
    try:
        for _ in range(count if at_once else 0):
            pool.submit(os.getpid)  # a process is only started once there is work for it
        yield ProcessWorkers(pool)
    except BaseException:
        _kill(pool)  # nobody waits for what will not be used
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _kill(pool: ProcessPoolExecutor) -> None:
    for process in list((pool._processes or {}).values()):
        process.kill()


def _get_ready() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which ends us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    import_module(_NEEDED)


def _end_with_parent() -> None:
    """A killed run leaves no process behind."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
