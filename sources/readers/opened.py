"""Bytes of an export as text: decompressed, its encoding known, its faults told in one sentence."""

import codecs
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from messages.clause import Clause, clause
from sources.errors import UnreadableExportError
from sources.mapping.grammar import FileMapping

_BOMS = (
    # The four-byte marks first: UTF-32 LE begins like UTF-16 LE.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_LARGEST_RATIO = 500
_SMALLEST_LIMIT = 64 * 2**20
_CHUNK = 2**20


@dataclass(frozen=True)
class ExportFile:
    """One archived export, and the entry of the mapping that describes it."""

    source: str
    source_file: str
    path: Path
    entry: FileMapping
    mapping_name: str
    spell_out: Callable[[object], object] | None = field(default=None, compare=False)
    """Puts objects of other files where a record of JSON has only their ids."""

    def unreadable(self, fault: Clause) -> UnreadableExportError:
        """The failure that stops the source, to be raised."""
        return UnreadableExportError(self.source, self.source_file, fault)


@contextmanager
def opened_text(file: ExportFile) -> Iterator[io.TextIOWrapper]:
    """The export as text, line ends untouched.

    Raises UnreadableExportError for an empty, damaged or wrongly encoded file, also while
    the text is being read.
    """
    try:
        with _opened_bytes(file) as stream:
            encoding = _encoding(file, stream)
            is_stated = encoding == file.entry.encoding
            if is_stated and file.entry.or_encoding and not _fits(file, encoding):
                encoding = file.entry.or_encoding
            elif not codecs.lookup(encoding).name.startswith("utf") and _is_utf8(file):
                raise file.unreadable(
                    clause("export-is-utf8", mapping=file.mapping_name, encoding=encoding)
                )
            yield io.TextIOWrapper(stream, encoding=encoding, errors="strict", newline="")
    except UnicodeError as error:
        raise file.unreadable(_decoding_fault(file)) from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise file.unreadable(clause("export-gzip-damaged")) from error


@contextmanager
def _opened_bytes(file: ExportFile) -> Iterator[io.BufferedReader]:
    with file.path.open("rb") as raw:
        is_compressed = raw.read(2) == _GZIP
        raw.seek(0)
        if not is_compressed:
            yield raw
            return
        limit = max(_SMALLEST_LIMIT, file.path.stat().st_size * _LARGEST_RATIO)
        with gzip.GzipFile(fileobj=raw) as unpacked:
            yield io.BufferedReader(_Limited(cast(BinaryIO, unpacked), limit, file), 2**16)


class _Limited(io.RawIOBase):
    """A stream that refuses to unpack to far more than an export can hold."""

    def __init__(self, stream: BinaryIO, limit: int, file: ExportFile) -> None:
        self._stream, self._left, self._file = stream, limit, file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise self._file.unreadable(clause("export-gzip-too-large"))
        buffer[: len(data)] = data
        return len(data)


def _encoding(file: ExportFile, stream: io.BufferedReader) -> str:
    """The encoding that the byte order mark tells, else the one that the mapping states."""
    start = stream.peek(4)[:4]
    if not start:
        raise file.unreadable(clause("export-empty"))
    if start == _ZIP:
        raise file.unreadable(clause("export-not-text", mapping=file.mapping_name))
    return next((name for mark, name in _BOMS if start.startswith(mark)), file.entry.encoding)


def _is_utf8(file: ExportFile) -> bool:
    """Whether there is more than ASCII in the file and all of it is UTF-8, which hardly any
    text in another encoding is. Ends at the first byte that says no."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_ascii = True
    try:
        with _opened_bytes(file) as stream:
            while chunk := stream.read(_CHUNK):
                is_ascii = is_ascii and chunk.isascii()
                if not is_ascii:
                    decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return not is_ascii


def _fits(file: ExportFile, encoding: str) -> bool:
    """Whether the whole file is text in the encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with _opened_bytes(file) as stream:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeError:  # utf-16 without its mark gives no place
        return False
    return True


def _decoding_fault(file: ExportFile) -> Clause:
    """Which byte on which line does not fit the encoding, and what to do about it."""
    with _opened_bytes(file) as stream:
        is_marked = stream.peek(4)[:4].startswith(tuple(mark for mark, _ in _BOMS))
        encoding = _encoding(file, stream)
        data = stream.read()
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02x}" if error.start < len(data) else "end"
        if is_marked:  # the mark counts before what the mapping states
            return clause("export-line-not-as-marked", line=line, encoding=encoding, byte=byte)
        # Western text is cp1252 or, from a console, cp850.
        other = "cp850" if codecs.lookup(encoding).name == "cp1252" else "cp1252"
        return clause(
            "export-line-not-encoded",
            line=line,
            encoding=encoding,
            byte=byte,
            mapping=file.mapping_name,
            other=other,
        )
    except UnicodeError:
        pass  # utf-16 and utf-32 without their mark give no place
    return clause("export-wrong-encoding", encoding=encoding, mapping=file.mapping_name)
