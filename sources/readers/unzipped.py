"""A ZIP of exports, as systems send them weekly → its files, guarded against archives made to harm.

Members are never written under their own names: each is copied into the archive by its SHA-256.
"""

import errno
import re
import stat
import zlib
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from messages.clause import Clause, clause
from sources.landing.archive import BLOCK_BYTES, stored

_MOST_MEMBERS = 2_000
_MOST_BYTES = 64 * 2**30
_SMALLEST_BOMB = 64 * 2**20
_LARGEST_RATIO = 200
_NO_PLAIN_PATH = re.compile(r"^/|^[A-Za-z]:|\\|\x00|(^|/)\.\.(/|$)")


class BadArchiveError(ValueError):
    """Why a ZIP cannot be used: one clause, to be told with the file's name."""

    def __init__(self, fault: Clause) -> None:
        super().__init__(fault.code)
        self.fault = fault


@dataclass(frozen=True)
class Member:
    """One file of a ZIP, and its copy in the archive."""

    name: str
    sha256: str
    size: int
    path: Path


def unzipped(path: Path, archive: Path) -> tuple[Member, ...]:
    """Every file of the ZIP, copied into the archive.

    Raises BadArchiveError for what is no ZIP, is damaged or encrypted, unpacks to far more than
    exports do, or names a member by a path that leads elsewhere.
    """
    try:
        with ZipFile(path) as packed:
            members = _wanted(packed.infolist())
            _guard(members)
            return tuple(_copied(packed, member, archive) for member in members)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a full disk is no fault of the ZIP
            raise
        raise BadArchiveError(clause("export-zip-damaged")) from error
    except (BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise BadArchiveError(clause("export-zip-damaged")) from error


def _wanted(members: list[ZipInfo]) -> list[ZipInfo]:
    """Files, without folders and what file managers leave behind."""
    files = (member for member in members if not member.is_dir())
    return [item for item in files if not item.filename.startswith("__MACOSX/")]


def _guard(members: list[ZipInfo]) -> None:
    size = sum(member.file_size for member in members)
    packed = max(sum(member.compress_size for member in members), 1)
    is_bomb = size > _SMALLEST_BOMB and size / packed > _LARGEST_RATIO
    if len(members) > _MOST_MEMBERS or size > _MOST_BYTES or is_bomb:
        raise BadArchiveError(clause("export-zip-too-large"))
    names = [member.filename for member in members]
    if len(set(names)) < len(names):
        raise BadArchiveError(clause("export-zip-names-twice"))
    for member in members:
        _guard_member(member)


def _guard_member(member: ZipInfo) -> None:
    if _NO_PLAIN_PATH.search(member.orig_filename) or stat.S_ISLNK(member.external_attr >> 16):
        raise BadArchiveError(clause("export-zip-path-outside"))
    if member.flag_bits & 1:
        raise BadArchiveError(clause("export-zip-encrypted"))


def _copied(packed: ZipFile, member: ZipInfo, archive: Path) -> Member:
    with packed.open(member) as stream:
        copy = stored(iter(lambda: stream.read(BLOCK_BYTES), b""), archive)
    return Member(member.filename, copy.sha256, copy.size, copy.path)
