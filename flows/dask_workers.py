"""Workers of a Dask cluster, by the address of its scheduler: where one machine is too small.

What runs there is what runs in processes here, in the same environment and on the same folders;
whatever differs is told before anything is read. Prefect stays here (decision 0020): its tasks
wait for the cluster as they wait for processes.
"""

import logging
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import ParamSpec, TypeVar

from distributed import CancelledError, Client, Future
from distributed.scheduler import KilledWorker

from flows.workers import RunOverError
from messages.clause import Clause, clause
from messages.errors import CarteraError
from pipeline.settings import SETTINGS_NAME, Settings
from sources.landing.unfinished import unfinished
from warehouse import open_warehouse

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")

_LONGEST_CONNECT_SECONDS = 30
_LONGEST_WITHOUT_WORKERS_SECONDS = 120


class SchedulerUnreachableError(CarteraError):
    """Nobody answers at the address, or went away during a run."""

    code = "failure-dask-unreachable"
    address: str


class NoDaskWorkerError(CarteraError):
    """The scheduler has nobody to give work to."""

    code = "failure-dask-no-worker"
    address: str
    seconds: int


class DaskWorkerLostError(CarteraError):
    """A part of a run during which several workers went away, one after the other."""

    code = "failure-dask-worker-lost"


class UnfitDaskWorkerError(CarteraError):
    """A worker that would make other files, or none."""

    code = "failure-dask-unfit-worker"
    worker: str
    why: Clause


class DaskWorkers:
    """The workers that a scheduler knows, at any time."""

    def __init__(self, client: Client, address: str) -> None:
        self._client = client
        self._address = address
        self._is_over = False

    def call(
        self,
        function: Callable[_Arguments, _Result],
        *arguments: _Arguments.args,
        **named: _Arguments.kwargs,
    ) -> _Result:
        """As any workers do. Where a worker goes away, its part is given to another one."""
        if self._is_over:
            raise RunOverError
        future = self._client.submit(partial(function, *arguments, **named), pure=False)
        try:
            while not self._is_done(future):
                self._assert_somebody_works()
            return future.result()
        except KilledWorker as error:
            raise DaskWorkerLostError from error
        except CancelledError as error:
            lost = SchedulerUnreachableError(self._address)
            raise RunOverError if self._is_over else lost from error

    def end(self) -> None:
        """Nobody waits for what is not done."""
        self._is_over = True
        self._client.close()

    def _is_done(self, future: "Future[_Result]") -> bool:
        try:
            future.exception(timeout=_LONGEST_WITHOUT_WORKERS_SECONDS)
        except TimeoutError:
            return False
        return True

    def _assert_somebody_works(self) -> None:
        if not known_workers(self._client):
            raise NoDaskWorkerError(self._address, _LONGEST_WITHOUT_WORKERS_SECONDS)


@contextmanager
def dask_workers(settings: Settings) -> Iterator[DaskWorkers]:
    """The cluster's workers, once all of them are fit; raises what keeps a run from them."""
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # failures are ours to tell
    client = _connected(settings.dask)
    workers = DaskWorkers(client, settings.dask)
    try:
        _assert_fit(client, settings)
        yield workers
    finally:
        workers.end()


def known_workers(client: Client) -> dict[str, dict[str, object]]:
    """What the scheduler says of each worker, by its address."""
    return dict(client.scheduler_info(n_workers=-1)["workers"])


def _connected(address: str) -> Client:
    try:
        client = Client(address, timeout=_LONGEST_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:  # a TimeoutError is an OSError
        raise SchedulerUnreachableError(address) from error
    try:
        client.wait_for_workers(1, timeout=_LONGEST_CONNECT_SECONDS)
    except TimeoutError as error:
        client.close()
        raise NoDaskWorkerError(address, _LONGEST_CONNECT_SECONDS) from error
    return client


@dataclass(frozen=True)
class _Machine:
    """What must be the same wherever a part of a run is worked on."""

    cartera: str
    python: str
    unseen: tuple[str, ...] = ()
    """Files of the run that are not there."""
    fault: Clause | None = None
    """Why the warehouse cannot be used from there."""


def _machine(url: str, files: tuple[str, ...]) -> _Machine:
    """This one; runs on each worker."""
    fault = None
    try:
        open_warehouse(url).close()
    except CarteraError as error:
        fault = error.clause
    unseen = tuple(name for name in files if not Path(name).is_file())
    return _Machine(version("cartera"), platform.python_version(), unseen, fault)


def _assert_fit(client: Client, settings: Settings) -> None:
    """The same release on the same folders, one part of a run at a time."""
    for worker, known in known_workers(client).items():
        if known["nthreads"] != 1:
            raise UnfitDaskWorkerError(worker, clause("dask-threads"))
    url = settings.warehouse_url
    with _traces(settings) as files:
        seen: dict[str, _Machine | BaseException] = client.run(  # pyright: ignore[reportAssignmentType] not awaited
            partial(_machine, url, files), on_error="return"
        )
        here = _machine(url, files)
    for worker, there in seen.items():
        if why := _difference(here, there):
            raise UnfitDaskWorkerError(worker, why)


@contextmanager
def _traces(settings: Settings) -> Iterator[tuple[str, ...]]:
    """Files that only who has the same folders can see; gone at the end."""
    for folder in (settings.output, settings.archive):
        folder.mkdir(parents=True, exist_ok=True)
    with unfinished(settings.output) as output, unfinished(settings.archive) as archive:
        yield str(settings.root / SETTINGS_NAME), output.name, archive.name


def _difference(here: _Machine, there: _Machine | BaseException) -> Clause | None:
    if isinstance(there, BaseException):
        return clause("dask-not-installed", error=type(there).__name__)
    if (here.cartera, here.python) != (there.cartera, there.python):
        return clause(
            "dask-other-release",
            cartera=there.cartera,
            python=there.python,
            cartera_here=here.cartera,
            python_here=here.python,
        )
    if there.unseen:
        return clause("dask-other-folders", folder=str(Path(there.unseen[0]).parent))
    return there.fault
