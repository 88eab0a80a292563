"""Who works for a company: a cluster that it names, else this machine."""

from contextlib import AbstractContextManager

from flows.workers import Workers, worker_processes
from messages.errors import CarteraError
from pipeline.settings import Settings


class LibraryMissingError(CarteraError):
    """Dask is named, and what speaks to it is not installed."""

    code = "failure-dask-library"
    address: str


def workers_of(settings: Settings, *, at_once: bool = True) -> AbstractContextManager[Workers]:
    """The cluster that the company names, else processes of this machine, which start at once or
    with their first call."""
    if not settings.dask:
        return worker_processes(settings.workers, at_once=at_once)
    try:
        from flows.dask_workers import dask_workers
    except ImportError as error:
        raise LibraryMissingError(settings.dask) from error
    return dask_workers(settings)
