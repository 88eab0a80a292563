"""Everything that a run needs, looked at before anything is read: all that is wrong at once."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from messages.clause import Clause
from messages.errors import CarteraError
from messages.os_faults import os_fault
from pipeline.publishing.brand import brand_in_use
from pipeline.settings import Settings
from sources.landing.places import open_place
from transforms.kpis import check_columns
from warehouse import open_warehouse

_LEAST_FREE_MB = 200
"""On every disk that a run writes to; a small company's quarter takes a tenth of it."""


class PlaceNotWritableError(CarteraError):
    """A folder that a run writes into cannot be made, or takes no file."""

    code = "failure-place-not-writable"
    key: str
    """What it is under [places]."""
    path: Path
    why: Clause


class LittleSpaceError(CarteraError):
    """A disk on which a run would end half way."""

    code = "failure-little-space"
    path: Path
    free_mb: int
    needed_mb: int


class DaskNeedsServerError(CarteraError):
    """A cluster whose workers would each write a SQLite file of their own, or tear one."""

    code = "failure-dask-needs-server"


class NotReadyError(CarteraError):
    """Several things keep a run from starting: a sentence each."""

    code = "failure-not-ready"
    faults: tuple[Clause, ...]
    all_may_heal: bool = False

    @property
    def may_heal(self) -> bool:
        return self.all_may_heal


def ready(settings: Settings) -> Settings:
    """The settings, where a run can start; else raises what is wrong, or NotReadyError of all."""
    faults = [fault for look in _LOOKS if (fault := _fault(look, settings)) is not None]
    faults += _spaces(settings)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        told = tuple(fault.clause for fault in faults)
        raise NotReadyError(told, all(fault.may_heal for fault in faults))
    return settings


def _fault(look: Callable[[Settings], object], settings: Settings) -> CarteraError | None:
    try:
        look(settings)
    except CarteraError as error:
        return error
    return None


def _landing(settings: Settings) -> None:
    """Where systems are fetched, the place is made by the first fetch."""
    if not settings.fetch.systems:
        open_place(settings.landing).check()


def _warehouse(settings: Settings) -> None:
    open_warehouse(settings.warehouse_url).close()


def _output(settings: Settings) -> None:
    _takes_files("output", settings.output)


def _archive(settings: Settings) -> None:
    _takes_files("archive", settings.archive)


def _cluster(settings: Settings) -> None:
    if settings.dask and settings.warehouse_url.startswith("sqlite"):
        raise DaskNeedsServerError


def _figures(_: Settings) -> None:
    check_columns()


_LOOKS = (_figures, _landing, _warehouse, _output, _archive, brand_in_use, _cluster)


def _takes_files(key: str, folder: Path) -> None:
    """By writing one: rights, read-only disks and lost mounts all show then, and nothing stays."""
    try:
        with tempfile.TemporaryFile(dir=_nearest(folder)):
            pass
    except OSError as error:
        raise PlaceNotWritableError(key, folder, os_fault(error)) from error


def _nearest(folder: Path) -> Path:
    """The folder, or what it will be made in; a file in the way is found as itself."""
    return folder if os.path.lexists(folder) else _nearest(folder.parent)


def _spaces(settings: Settings) -> Iterator[CarteraError]:
    """One sentence a disk."""
    places = [settings.output, settings.archive, Path(tempfile.gettempdir())]
    if settings.warehouse_url.startswith("sqlite:///"):
        places.append(Path(settings.warehouse_url.removeprefix("sqlite:///")).parent)
    seen: set[int] = set()
    for place in map(_nearest, places):
        try:
            disk, free_mb = place.stat().st_dev, shutil.disk_usage(place).free // 1_000_000
        except OSError:
            continue  # what is wrong there was told
        if disk not in seen and free_mb < _LEAST_FREE_MB:
            yield LittleSpaceError(place, free_mb, _LEAST_FREE_MB)
        seen.add(disk)
