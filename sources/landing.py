"""The landing place: which exports lie there, archived untouched before anything reads them."""

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import fsspec

from sources.errors import ArchiveError, DeliveryDateError, LandingMissingError
from sources.mapping import check_sources, file_mapping_of, is_archive_of
from sources.mapping_model import SourceMapping
from sources.unzipped import BadArchiveError, Member, unzipped

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}):?(\d{2}))?(?![0-9T])")
_BLOCK_BYTES = 2**20


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
    fault: str = ""
    """Why its files cannot be had, where it is a ZIP that cannot be used."""


@dataclass(frozen=True)
class Delivery:
    """The exports that arrived together, and the files that no mapping names."""

    landed_at: datetime
    exports: tuple[RawExport, ...]
    unmatched: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Landed:
    """A file in the landing place; its date is that of its folder, if that has one."""

    path: str
    source_file: str
    path_in_delivery: str
    dated: datetime | None
    modified_at: datetime


def land(landing: str, archive: Path, mappings: Sequence[SourceMapping]) -> tuple[Delivery, ...]:
    """Every delivery in the landing place, oldest first, its files archived by SHA-256.

    A folder whose name starts with a date is a delivery of that moment (UTC); all other
    files form one of their newest modification time. Raises LandingMissingError,
    DeliveryDateError, ArchiveError; MappingError where two mappings name one source.
    """
    check_sources(mappings)
    filesystem, root = fsspec.core.url_to_fs(landing)
    if not filesystem.isdir(root):
        raise LandingMissingError(landing)
    files = sorted(_landed_files(filesystem, root), key=lambda file: file.source_file)
    undated = [file.modified_at for file in files if file.dated is None]
    moments = {file: file.dated or max(undated) for file in files}
    return tuple(
        _delivery(filesystem, moment, [f for f in files if moments[f] == moment], archive, mappings)
        for moment in sorted(set(moments.values()))
    )


def _landed_files(filesystem: Any, root: str) -> Iterator[_Landed]:
    for path, details in filesystem.find(root, detail=True).items():
        inside = path[len(root) :].lstrip("/")
        # Hidden files are those of file managers and of uploads that are not finished.
        if any(part.startswith((".", "~$")) for part in inside.split("/")):
            continue
        folder, _, rest = inside.partition("/")
        dated = _date_of(folder) if rest else None
        yield _Landed(path, inside, rest if dated else inside, dated, _modified_at(details))


def _date_of(folder: str) -> datetime | None:
    """The moment that a folder's name starts with, in UTC; none where it starts otherwise."""
    found = _DATED.match(folder)
    if not found:
        return None
    try:
        day = datetime.fromisoformat(found[1]).replace(tzinfo=UTC)
        return day.replace(hour=int(found[2] or 0), minute=int(found[3] or 0))
    except ValueError as error:
        raise DeliveryDateError(folder) from error


def _modified_at(details: dict[str, Any]) -> datetime:
    """Each kind of landing place names its modification time differently."""
    changed = next(
        (details[key] for key in ("mtime", "LastModified", "modified") if details.get(key)), 0
    )
    return changed if isinstance(changed, datetime) else datetime.fromtimestamp(changed, tz=UTC)


def _delivery(
    filesystem: Any,
    landed_at: datetime,
    files: Sequence[_Landed],
    archive: Path,
    mappings: Sequence[SourceMapping],
) -> Delivery:
    exports: list[RawExport] = []
    unmatched: list[str] = []
    for file in files:
        packers = [item for item in mappings if is_archive_of(item, file.path_in_delivery)]
        if packers:
            sha256, size, path = _archived(filesystem, file, archive)
            whole = [
                RawExport(
                    item.source,
                    file.source_file,
                    landed_at,
                    sha256,
                    size,
                    path,
                    file.path_in_delivery,
                )
                for item in packers
            ]
            found, left = _of_zip(whole, packers, archive)
            exports += found
            unmatched += left
            continue
        sources = [item.source for item in mappings if file_mapping_of(item, file.path_in_delivery)]
        if not sources:
            unmatched.append(file.source_file)
            continue
        sha256, size, path = _archived(filesystem, file, archive)
        exports += [
            RawExport(
                source, file.source_file, landed_at, sha256, size, path, file.path_in_delivery
            )
            for source in sources
        ]
    return Delivery(landed_at, tuple(exports), tuple(unmatched))


def _of_zip(
    whole: Sequence[RawExport], packers: Sequence[SourceMapping], archive: Path
) -> tuple[list[RawExport], list[str]]:
    """The exports inside a ZIP, one for each source that knows them, and the others' names."""
    try:
        members = unzipped(whole[0].archive_path, archive)
    except BadArchiveError as error:
        return [replace(export, fault=str(error)) for export in whole], []
    found: list[RawExport] = []
    left: list[str] = []
    for member in members:
        knowing = [
            export
            for export, mapping in zip(whole, packers, strict=True)
            if file_mapping_of(mapping, f"{export.path_in_delivery}/{member.name}")
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


def _archived(filesystem: Any, file: _Landed, archive: Path) -> tuple[str, int, Path]:
    """SHA-256, size and place of the file's copy; a copy that is there is left alone."""
    temporary: Path | None = None
    try:
        archive.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=archive, prefix=".landing-", delete=False) as copy:
            temporary = Path(copy.name)
            sha256, size = _copied(filesystem, file.path, copy)
        path = archive / sha256[:2] / sha256
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            temporary.replace(path)
        return sha256, size, path
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ArchiveError(file.source_file, archive, why.lower()) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _copied(filesystem: Any, path: str, copy: Any) -> tuple[str, int]:
    """Copy, digest and count the bytes, which are on the disk when it returns."""
    digest, size = hashlib.sha256(), 0
    with filesystem.open(path, "rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            digest.update(block)
            size += len(block)
            copy.write(block)
    copy.flush()
    os.fsync(copy.fileno())
    return digest.hexdigest(), size
