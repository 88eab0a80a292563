"""The archive: every export untouched under its SHA-256, and what was fetched from afar before."""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from messages.os_faults import os_fault
from sources.errors import ArchiveError
from sources.landing.places import LandedFile, Place
from sources.landing.places.errors import ExportChangingError
from sources.landing.unfinished import unfinished

BLOCK_BYTES = 2**20
_FETCHED = ".fetched"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Archived:
    """A file's digest, its size in bytes, and its copy."""

    sha256: str
    size: int
    path: Path


@dataclass(frozen=True)
class _Fetched:
    """What a file far away looked like when it was fetched, and its digest."""

    mark: str
    size: int
    sha256: str


def archived(place: Place, file: LandedFile, archive: Path) -> Archived:
    """The file's copy in the archive; one that is there is left alone.

    A file far away that looks as it did is not fetched again. Raises ArchiveError,
    ExportChangingError, and what the place raises.
    """
    try:
        return _before(place, file, archive) or _fetched_now(place, file, archive)
    except OSError as error:
        raise ArchiveError(file.inside, archive, os_fault(error)) from error


def stored(blocks: Iterable[bytes], archive: Path) -> Archived:
    """Bytes as a file of the archive, which is on the disk when this returns."""
    archive.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with unfinished(archive) as copy:
        for block in blocks:
            digest.update(block)
            size += len(block)
            copy.write(block)
        copy.flush()
        os.fsync(copy.fileno())
        return Archived(
            digest.hexdigest(), size, _placed(Path(copy.name), archive, digest.hexdigest())
        )


def _placed(temporary: Path, archive: Path, sha256: str) -> Path:
    path = copy_of(archive, sha256)
    path.parent.mkdir(exist_ok=True)
    if path.exists():
        os.utime(path)  # asked for again: see `is_idle`
    else:
        temporary.replace(path)
    return path


def is_idle(copy: Path, now: datetime) -> bool:
    """Whether nobody has put the same bytes there within a day: a run that has may not have
    written down as yet that it needs them."""
    return copy.stat().st_mtime < (now - _ONE_DAY).timestamp()


def copy_of(archive: Path, sha256: str) -> Path:
    """Where the archive keeps the bytes of that digest."""
    return archive / sha256[:2] / sha256


def _fetched_now(place: Place, file: LandedFile, archive: Path) -> Archived:
    copy = stored(place.blocks(file, BLOCK_BYTES), archive)
    if copy.size != file.size:
        raise ExportChangingError(file.inside)
    if place.is_remote and file.mark:
        note = _note_path(place, file, archive)
        note.parent.mkdir(exist_ok=True)
        told = json.dumps(asdict(_Fetched(file.mark, file.size, copy.sha256)))
        note.write_text(told, encoding="utf-8")
    return copy


def _before(place: Place, file: LandedFile, archive: Path) -> Archived | None:
    """The copy that was made of the file as it still is; none where it has to be fetched."""
    note = _note_path(place, file, archive)
    if not (place.is_remote and file.mark and note.is_file()):
        return None
    try:
        fetched = _Fetched(**json.loads(note.read_text(encoding="utf-8")))
    except (ValueError, TypeError):  # cut short by a crash: it is fetched again
        return None
    path = copy_of(archive, fetched.sha256)
    is_same = (fetched.mark, fetched.size) == (file.mark, file.size)
    if not (is_same and path.is_file() and path.stat().st_size == file.size):
        return None
    return Archived(fetched.sha256, file.size, path)


def _note_path(place: Place, file: LandedFile, archive: Path) -> Path:
    name = hashlib.sha256(f"{place.landing} {file.inside}".encode()).hexdigest()
    return archive / _FETCHED / f"{name}.json"
