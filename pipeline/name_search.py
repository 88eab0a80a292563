"""Files that hold a name: as they stand, packed, or in office files, however deep.

What cannot be looked through (encrypted, damaged, of another kind of archive, or packed deeper or
larger than exports are) is told, never passed over.
"""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipExtFile, ZipFile, is_zipfile

from transforms.core.written_names import bytes_pattern, plain_part

_TAGS = re.compile(rb"<[^>]*>")
_PARAGRAPH_ENDS = re.compile(rb"</(?:\w+:)?(?:p|si|is)>")
_APART = b"\x01"
_BLOCK = 2**20
_OVERLAP = 2**14
"""More than any name with what stands between its letters."""
_DEEPEST = 4
_SMALLEST_LIMIT = 64 * 2**20
_LARGEST_RATIO = 500
_IN_MEMORY = 2**24
_GZIP = b"\x1f\x8b"
_CLOSED = (b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"%PDF")
"""How files begin whose text is packed in a way that is not unpacked here."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DAMAGED = (BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, OSError)


class _NotSearchedError(Exception):
    """Not all of it can be looked through."""


@dataclass(frozen=True)
class Searched:
    """Of some folder."""

    holding: tuple[Path, ...]
    unsearched: tuple[Path, ...]
    """Not found in what could be looked through of them."""


@dataclass(frozen=True)
class Finder:
    """Finds names in bytes: first by a part of theirs that looks the same in every writing, which
    costs a hundredth."""

    pattern: re.Pattern[bytes]
    parts: tuple[bytes, ...]

    @classmethod
    def of(cls, names: Sequence[str]) -> "Finder":
        parts = {plain_part(name).lower() for name in names}
        encodings = ("utf-8", "utf-16-le", "utf-16-be")
        encoded = tuple(part.encode(name) for part in sorted(parts) for name in encodings)
        return cls(bytes_pattern(names), encoded)

    def is_in(self, text: bytes) -> bool:
        lowered = text.lower()
        return any(part in lowered for part in self.parts) and bool(self.pattern.search(text))


def search(paths: Iterable[Path], finder: Finder) -> Searched:
    """Which files hold a name, in their text or in what they are called."""
    holding: list[Path] = []
    unsearched: list[Path] = []
    for path in paths:
        try:
            if finder.is_in(path.name.encode(errors="replace")) or _holds(path, finder):
                holding.append(path)
        except (_NotSearchedError, OSError):
            unsearched.append(path)
    return Searched(tuple(holding), tuple(unsearched))


def files_below(folder: Path, pattern: str = "**/*") -> Iterator[Path]:
    """Without links and empty files, by name; of any depth, unless the pattern says otherwise."""
    for path in sorted(folder.glob(pattern)):
        if path.is_file() and not path.is_symlink() and path.stat().st_size > 0:
            yield path


def _holds(path: Path, finder: Finder) -> bool:
    limit = max(_SMALLEST_LIMIT, path.stat().st_size * _LARGEST_RATIO)
    looked = _Search(finder, limit)
    with path.open("rb") as stream:
        if looked.finds(stream, 0):
            return True
    if not looked.is_whole:
        raise _NotSearchedError
    return False


@dataclass
class _Search:
    """Through one file and all that is packed in it."""

    finder: Finder
    left: int
    """Bytes that may still be unpacked."""
    is_whole: bool = True
    """Whether nothing was passed over."""

    def finds(self, stream: BinaryIO, depth: int) -> bool:
        """In what can be looked through of bytes that are packed so deep."""
        start = stream.read(8)
        stream.seek(0)
        is_zip = is_zipfile(stream)
        stream.seek(0)
        if not (is_zip or start.startswith(_GZIP)):
            self.is_whole = self.is_whole and not start.startswith(_CLOSED)
            return self._reads(stream)
        if depth < _DEEPEST and (self._unzips if is_zip else self._gunzips)(stream, depth):
            return True
        self.is_whole = self.is_whole and depth < _DEEPEST
        stream.seek(0)
        return self._reads(stream)

    def _gunzips(self, stream: BinaryIO, depth: int) -> bool:
        with gzip.GzipFile(fileobj=stream, mode="rb") as packed:
            return self._unpacks(packed, depth)

    def _unzips(self, stream: BinaryIO, depth: int) -> bool:
        try:
            with ZipFile(stream) as packed:
                return any(self._is_in_member(packed, name, depth) for name in packed.namelist())
        except _DAMAGED:
            self.is_whole = False
            return False

    def _is_in_member(self, packed: ZipFile, name: str, depth: int) -> bool:
        if self.finder.is_in(name.encode(errors="replace")):
            return True
        try:
            with packed.open(name) as member:
                return self._unpacks(cast(ZipExtFile, member), depth)
        except _DAMAGED:  # the others are looked through
            self.is_whole = False
            return False

    def _unpacks(self, packed: gzip.GzipFile | ZipExtFile, depth: int) -> bool:
        """What is packed, by way of a file, in which ZIPs can be read; what comes of one that is
        damaged or too large is looked through."""
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as unpacked:
            try:
                while self.left >= 0 and (block := packed.read1(_BLOCK)):
                    self.left -= len(block)
                    unpacked.write(block)
            except _DAMAGED:
                self.is_whole = False
            self.is_whole = self.is_whole and self.left >= 0
            unpacked.seek(0)
            return self.finds(cast(BinaryIO, unpacked), depth + 1)

    def _reads(self, stream: BinaryIO) -> bool:
        """The bytes as they stand, and without tags where there are some."""
        before = b""
        while block := stream.read(_BLOCK):
            window = before + block
            if _says(window, self.finder):
                return True
            if _ENCRYPTED in window:
                self.is_whole = False
            before = window[-_OVERLAP:]
        return False


def _says(text: bytes, finder: Finder) -> bool:
    """Whether it holds a name: as it stands, also in a tag, or split into runs of one
    paragraph."""
    if finder.is_in(text):
        return True
    return b"</" in text and finder.is_in(_TAGS.sub(b"", _PARAGRAPH_ENDS.sub(_APART, text)))
