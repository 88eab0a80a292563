"""Published files and the landing place, brought back from the archive and the warehouse alone."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from messages.clause import Clause, clause
from messages.errors import CarteraError
from pipeline.ingest.ingest import account_maps
from pipeline.publishing.publish import write_blocks
from pipeline.settings import Settings
from sources.landing.archive import BLOCK_BYTES, copy_of
from sources.landing.delivery_folders import is_dated
from warehouse import LandedExport, RemovedFile, RemovedFrom, Warehouse, open_warehouse


class NothingToRestoreError(CarteraError):
    """The warehouse knows of no file: it is another one, or a new one."""

    code = "failure-nothing-to-restore"


@dataclass(frozen=True)
class Restored:
    """What was brought back, what was there already, and what could not be: one sentence each."""

    written: tuple[Path, ...]
    right: int
    told: tuple[Clause, ...]


@dataclass(frozen=True)
class _Wanted:
    """A file that should be there, and its bytes' digest."""

    root: Path
    inside: str
    sha256: str
    landed_at: datetime | None = None
    """What its time of change tells of, where it was landed."""

    @property
    def path(self) -> Path:
        return self.root / self.inside


def restore(settings: Settings, landing: Path | None = None) -> Restored:
    """Bring back every published file, manifest and page byte for byte, and the exports to a
    landing folder: `landing`, else the company's own if it is one of this machine.

    What is there is never overwritten; what was taken out to forget somebody, or is kept no
    longer, stays out.
    Raises NothingToRestoreError, and what writing raises.
    """
    with open_warehouse(settings.warehouse_url) as warehouse:
        gone = warehouse.forgotten_files()
        removed = warehouse.removed_files()
        published = list(_published(settings, warehouse, removed))
        exports = _newest(_kept(warehouse.landed_exports(), removed))
    if not published and not exports:
        raise NothingToRestoreError
    published = [file for file in published if file.sha256 not in gone]
    exports = [export for export in exports if export.sha256 not in gone]
    if landing is None and "://" in settings.landing:
        told = [clause("restore-landing-elsewhere", landing=settings.landing)]
        return _brought_back(settings.archive, published, told)
    folder = landing or Path(settings.landing)
    landed = [_landed(settings.root, folder, export) for export in exports]
    return _brought_back(settings.archive, [*published, *landed], [])


def _published(
    settings: Settings, warehouse: Warehouse, removed: frozenset[RemovedFile]
) -> Iterator[_Wanted]:
    """Artifacts, and of each name that runs give to their own files the newest."""
    newest = {file.path: file.sha256 for file in warehouse.run_files()}
    named = [(artifact.path, artifact.sha256) for artifact in warehouse.artifacts()]
    for path, sha256 in (*named, *newest.items()):
        if RemovedFile(RemovedFrom.OUTPUT, path, sha256) not in removed:
            yield _Wanted(settings.output, path, sha256)


def _kept(exports: Sequence[LandedExport], removed: frozenset[RemovedFile]) -> list[LandedExport]:
    def as_removed(item: LandedExport) -> RemovedFile:
        return RemovedFile(RemovedFrom.LANDING, item.source_file, item.sha256)

    return [item for item in exports if as_removed(item) not in removed]


def _newest(exports: Sequence[LandedExport]) -> list[LandedExport]:
    """The files as they would lie there now: of each dated name the last one, and of files
    without a dated folder each source's last delivery, which took the place of the one before."""
    dated = {item.source_file: item for item in exports if is_dated(item.source_file)}
    undated = [item for item in exports if not is_dated(item.source_file)]
    last = {item.source: item.landed_at for item in undated}
    now = {item.source_file: item for item in undated if item.landed_at == last[item.source]}
    return [*dated.values(), *now.values()]


def _landed(root: Path, folder: Path, export: LandedExport) -> _Wanted:
    """In the landing folder; the account map lies beside cartera.toml."""
    place = root if export.source_file in account_maps() else folder
    return _Wanted(place, export.source_file, export.sha256, export.landed_at)


def _brought_back(archive: Path, wanted: Sequence[_Wanted], told: list[Clause]) -> Restored:
    written: list[Path] = []
    right = 0
    for file in wanted:
        found = _placed(archive, file)
        if isinstance(found, Clause):
            told.append(found)
        elif found:
            written.append(file.path)
        else:
            right += 1
    return Restored(tuple(written), right, tuple(told))


def _placed(archive: Path, wanted: _Wanted) -> bool | Clause:
    """Whether it had to be written; or why it could not be."""
    path, copy = wanted.path, copy_of(archive, wanted.sha256)
    if not path.resolve().is_relative_to(wanted.root.resolve()):
        return clause("restore-outside", file=wanted.inside)
    if path.exists():
        is_right = path.is_file() and _digest(path) == wanted.sha256
        return False if is_right else clause("restore-differs", file=path)
    if not wanted.sha256:
        return clause("restore-never-read", file=path)
    if not copy.is_file():
        return clause("restore-missing", file=path, copy=copy)
    if _digest(copy) != wanted.sha256:
        return clause("restore-damaged", file=path, copy=copy)
    with copy.open("rb") as stream:
        write_blocks(path, iter(partial(stream.read, BLOCK_BYTES), b""))
    if wanted.landed_at is not None:
        moment = int(wanted.landed_at.timestamp() * 1_000_000) * 1000
        os.utime(path, ns=(moment, moment))
    return True


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
