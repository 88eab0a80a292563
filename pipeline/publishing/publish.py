"""Finished files onto the disk: staged, flushed, then given their name. Nothing is overwritten."""

import errno
import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from slugify import slugify

from messages.clause import Clause
from messages.errors import CarteraError
from messages.os_faults import os_fault
from sources.landing.unfinished import sweep, unfinished


class DiskFullError(CarteraError):
    """No room for a finished file."""

    code = "failure-disk-full"
    name: str
    folder: Path


class NotWritableError(CarteraError):
    """The output place refuses files."""

    code = "failure-not-writable"
    path: Path
    why: Clause


@dataclass(frozen=True)
class WrittenFile:
    """A file under its final name."""

    path: Path
    sha256: str
    size: int


def client_slug(client_name: str, client_id: str) -> str:
    """A readable ASCII name with the id, safe as a file name."""
    name = slugify(client_name, max_length=40, word_boundary=True, save_order=True) or "client"
    return f"{name}-{_safe_id(client_id)}"


def sweep_unfinished(output: Path, archive: Path, period: str) -> None:
    """Take away what killed runs of the period left half-written, there and in the archive."""
    sweep(output / period, below=True)
    sweep(archive)


def write_new(path: Path, content: bytes) -> WrittenFile:
    """Write bytes under a name that is not taken; a file of the same bytes there is left alone.

    Raises FileExistsError where other bytes stand under that name.
    """
    written = WrittenFile(path, hashlib.sha256(content).hexdigest(), len(content))
    if path.exists() and path.read_bytes() == content:
        return written
    write_blocks(path, (content,))
    return written


def write_blocks(path: Path, blocks: Iterable[bytes]) -> None:
    """Write bytes under a name that is not taken; raises FileExistsError where it is."""
    _staged(path, blocks, os.link)


def first_free(
    first: int, path_of: Callable[[int], Path], content: bytes
) -> tuple[int, WrittenFile]:
    """Write bytes under the first version, from `first` on, whose name is free or holds them."""
    for number in count(first):
        try:
            return number, write_new(path_of(number), content)
        except FileExistsError:
            continue
    raise AssertionError("version numbers do not end")


def replace(path: Path, content: bytes) -> WrittenFile:
    """Write bytes under a name that always means the newest, in one step."""
    _staged(path, (content,), os.replace)
    return WrittenFile(path, hashlib.sha256(content).hexdigest(), len(content))


def _staged(path: Path, blocks: Iterable[bytes], give_name: Callable[[Path, Path], None]) -> None:
    """Flush the bytes beside the target, then give them its name in one step."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished(path.parent) as file:
            file.writelines(blocks)
            file.flush()
            os.fsync(file.fileno())
            staged = Path(file.name)
            staged.chmod(0o666 & ~_umask())
            give_name(staged, path)
        _flush_folder(path.parent)
    except FileExistsError:
        raise
    except OSError as error:
        raise _told(path, error) from error


def _umask() -> int:
    """Which rights new files go without. The system only tells it by setting it."""
    found = os.umask(0o077)
    os.umask(found)
    return found


def _told(path: Path, error: OSError) -> CarteraError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError(path.name, path.parent)
    return NotWritableError(path, os_fault(error))


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _safe_id(client_id: str) -> str:
    """The id itself where it is plain, else a readable part of it and a hash of all of it."""
    plain = slugify(client_id, lowercase=False)
    if plain == client_id and len(plain) <= 40:
        return plain
    digest = hashlib.sha256(client_id.encode()).hexdigest()[:8]
    return f"{plain[:24]}-{digest}".lstrip("-")
