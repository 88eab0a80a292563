"""The landing place: which exports lie there, archived untouched before anything reads them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from messages.clause import Clause
from messages.os_faults import os_fault
from sources.errors import ArchiveError
from sources.landing.archive import BLOCK_BYTES, archived, stored
from sources.landing.delivery_folders import date_of, in_delivery
from sources.landing.places import LandedFile, Place, open_place
from sources.landing.places.errors import FileNotOpenedError
from sources.landing.recognised import is_recognised
from sources.mapping.grammar import SourceMapping
from sources.mapping.load import check_sources, file_mappings_of, is_archive_of
from sources.readers.unzipped import BadArchiveError, Member, unzipped


@dataclass(frozen=True)
class RawExport:
    """One file as it was landed, for one source. `source_file` is its path inside the landing."""

    source: str
    source_file: str
    landed_at: datetime
    sha256: str
    size: int
    archive_path: Path
    path_in_delivery: str
    """What patterns of mapping files are matched against."""
    fault: Clause | None = None
    """Why it cannot be had, as a ZIP that cannot be used; its source is stopped."""


@dataclass(frozen=True)
class Delivery:
    """The exports that arrived together, and the files that no mapping names."""

    landed_at: datetime
    exports: tuple[RawExport, ...]
    unmatched: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Landed:
    """A file in the landing place; its date is that of its folder, if that has one."""

    file: LandedFile
    path_in_delivery: str
    dated: datetime | None

    @property
    def source_file(self) -> str:
        return self.file.inside


def land(landing: str, archive: Path, mappings: Sequence[SourceMapping]) -> tuple[Delivery, ...]:
    """Every delivery in the landing place, oldest first, its files archived by SHA-256.

    A folder whose name starts with a date is a delivery of that moment (UTC); all other
    files form one of their newest modification time. Raises DeliveryDateError, ArchiveError
    and what `sources.landing.places` raises; MappingError where two mappings name one source.
    """
    check_sources(mappings)
    place = open_place(landing)
    moments = _moments(place)
    return tuple(
        _delivery(place, moment, [f for f in moments if moments[f] == moment], archive, mappings)
        for moment in sorted(set(moments.values()))
    )


@dataclass(frozen=True)
class ListedFile:
    """A file that lies in the landing place, which nobody has opened."""

    source_file: str
    landed_at: datetime
    size: int
    modified_at: datetime


def listed(landing: str) -> tuple[ListedFile, ...]:
    """What lies in the landing place, by name, as `land` would date it; nothing is fetched.

    Raises DeliveryDateError and what `sources.landing.places` raises.
    """
    return tuple(
        ListedFile(item.source_file, moment, item.file.size, item.file.modified_at)
        for item, moment in _moments(open_place(landing)).items()
    )


def _moments(place: Place) -> dict[_Landed, datetime]:
    """When each file of a landing place arrived, in the order of their names."""
    files = sorted(_landed_files(place), key=lambda file: file.source_file)
    undated = [file.file.modified_at for file in files if file.dated is None]
    return {file: file.dated or max(undated) for file in files}


def with_file(
    delivery: Delivery, path: Path, archive: Path, mappings: Sequence[SourceMapping]
) -> Delivery:
    """The delivery and a file that a person keeps elsewhere, as if both had landed together.

    Nothing is added where no mapping reads the file, or it is there already. Raises ArchiveError.
    """
    readers = [item for item in mappings if is_recognised(item, path.name, path)]
    if not readers or path.name in {export.source_file for export in delivery.exports}:
        return delivery
    try:
        with path.open("rb") as file:
            copy = stored(iter(partial(file.read, BLOCK_BYTES), b""), archive)
    except OSError as error:
        raise ArchiveError(path.name, archive, os_fault(error)) from error
    name, landed_at = path.name, delivery.landed_at
    added = (
        RawExport(item.source, name, landed_at, copy.sha256, copy.size, copy.path, name)
        for item in readers
    )
    return replace(delivery, exports=(*delivery.exports, *added))


def _landed_files(place: Place) -> Iterator[_Landed]:
    for file in place.files():
        # Hidden files are those of file managers and of uploads that are not finished.
        if any(part.startswith((".", "~$")) for part in file.inside.split("/")):
            continue
        folder, _, rest = file.inside.partition("/")
        dated = date_of(folder) if rest else None
        yield _Landed(file, in_delivery(file.inside), dated)


def _delivery(
    place: Place,
    landed_at: datetime,
    files: Sequence[_Landed],
    archive: Path,
    mappings: Sequence[SourceMapping],
) -> Delivery:
    exports: list[RawExport] = []
    unmatched: list[str] = []
    for file in files:
        name = file.path_in_delivery
        packers = [item for item in mappings if is_archive_of(item, name)]
        readers = packers or [item for item in mappings if file_mappings_of(item, name)]
        if not readers:
            unmatched.append(file.source_file)
            continue
        whole = _archived(place, file, landed_at, archive, readers)
        is_packed = bool(packers) and not whole[0].fault
        if not packers:
            whole = _known(whole, readers)
            if not whole:
                unmatched.append(file.source_file)
                continue
        found, left = _of_zip(whole, packers, archive) if is_packed else (whole, [])
        exports += found
        unmatched += left
    return Delivery(landed_at, tuple(exports), tuple(unmatched))


def _known(exports: Sequence[RawExport], readers: Sequence[SourceMapping]) -> list[RawExport]:
    """The exports that their mappings recognise by the header."""
    return [
        export
        for export, mapping in zip(exports, readers, strict=True)
        if export.fault or is_recognised(mapping, export.path_in_delivery, export.archive_path)
    ]


def _archived(
    place: Place,
    file: _Landed,
    landed_at: datetime,
    archive: Path,
    readers: Sequence[SourceMapping],
) -> list[RawExport]:
    """The file as it is, for each source that reads it."""
    sha256, size, path = "", 0, Path()
    fault: Clause | None = None
    try:
        copy = archived(place, file.file, archive)
        sha256, size, path = copy.sha256, copy.size, copy.path
    except FileNotOpenedError as error:
        fault = error.fault
    name, inside = file.source_file, file.path_in_delivery
    return [
        RawExport(item.source, name, landed_at, sha256, size, path, inside, fault)
        for item in readers
    ]


def _of_zip(
    whole: Sequence[RawExport], packers: Sequence[SourceMapping], archive: Path
) -> tuple[list[RawExport], list[str]]:
    """The exports inside a ZIP, one for each source that knows them, and the others' names."""
    try:
        members = unzipped(whole[0].archive_path, archive)
    except BadArchiveError as error:
        return [replace(export, fault=error.fault) for export in whole], []
    except OSError as error:
        raise ArchiveError(whole[0].source_file, archive, os_fault(error)) from error
    found: list[RawExport] = []
    left: list[str] = []
    for member in members:
        knowing = [
            export
            for export, mapping in zip(whole, packers, strict=True)
            if file_mappings_of(mapping, f"{export.path_in_delivery}/{member.name}")
        ]
        found += [_inside(export, member) for export in knowing]
        left += [] if knowing else [f"{whole[0].source_file}/{member.name}"]
    return found, left


def _inside(export: RawExport, member: Member) -> RawExport:
    return replace(
        export,
        source_file=f"{export.source_file}/{member.name}",
        sha256=member.sha256,
        size=member.size,
        archive_path=member.path,
        path_in_delivery=f"{export.path_in_delivery}/{member.name}",
    )
