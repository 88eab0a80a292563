"""Delimited text → records. Every line of the file is accounted for."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from sources.opened import ExportFile, opened_text
from sources.records import CHUNK_ROWS, BrokenRecord, Records, as_json, folded


def csv_records(file: ExportFile) -> Iterator[Records]:
    """The records of a delimited text, some at a time."""
    with opened_text(file) as text:
        reader = _Reader(file, text)
        while True:
            piece = reader.piece()
            yield piece
            if not reader.has_more:
                return


@dataclass
class _Piece:
    """Records as they are collected."""

    lines: list[int] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    broken: list[BrokenRecord] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)


class _Reader:
    """Reads records together with the physical line on which each begins."""

    def __init__(self, file: ExportFile, text: Iterator[str]) -> None:
        self._file = file
        self._rows = csv.reader(self._checked(text), delimiter=file.entry.delimiter, strict=True)
        self._last_line = 0
        self.has_more = True
        self._null = folded(file.entry.null)
        self.header = self._read_header()

    def piece(self) -> Records:
        """The next records; the first piece is there even when the export has none."""
        rows = list(islice(self._numbered(), CHUNK_ROWS))
        self.has_more = len(rows) == CHUNK_ROWS
        piece = _Piece()
        for line, row in rows:
            self._sort_in(piece, line, row)
        return Records(
            self.header,
            np.array(piece.lines, dtype=np.int64),
            piece.cells,
            self._null,
            broken=tuple(piece.broken),
            blank_lines=tuple(piece.blank),
        )

    def _sort_in(self, piece: _Piece, line: int, row: list[str]) -> None:
        if not any(cell.strip() for cell in row):
            piece.blank.append(line)
        elif len(row) == len(self.header):
            piece.lines.append(line)
            piece.cells.append(row)
        else:
            expected = f"{len(self.header)} fields as in the header, not {len(row)}"
            piece.broken.append(BrokenRecord(line, "field_count", expected, as_json(row)))

    def _numbered(self) -> Iterator[tuple[int, list[str]]]:
        """Each record that is not an empty line, with the line it begins on."""
        while True:
            start = self._last_line + 1
            try:
                row = next(self._rows)
            except StopIteration:
                return
            except csv.Error as error:
                raise self._file.unreadable(_csv_fault(start, str(error))) from error
            self._last_line = self._rows.line_num
            if row:
                yield start, row

    def _checked(self, text: Iterator[str]) -> Iterator[str]:
        for line in text:
            if "\x00" in line:
                raise self._file.unreadable(
                    f"line {self._rows.line_num + 1} holds NUL bytes; the file is damaged, or "
                    f"its encoding is not the one in {self._file.mapping_name}"
                )
            yield line

    def _read_header(self) -> tuple[str, ...]:
        entry = self._file.entry
        while self._last_line < entry.header_line - 1:
            if next(self._numbered(), None) is None:
                break
        if entry.header:
            return entry.header
        found = next(self._numbered(), None)
        if found is None:
            raise self._file.unreadable(
                f"there is no header on line {entry.header_line}; export it again, or correct "
                f"header_line in {self._file.mapping_name}"
            )
        return distinct_names(found[1])


def distinct_names(names: Sequence[str]) -> tuple[str, ...]:
    """Header names trimmed; the second `Labels` is `Labels (2)`, a nameless one `(column 7)`."""
    seen: Counter[str] = Counter()
    distinct: list[str] = []
    for position, written in enumerate(names, start=1):
        name = written.strip() or f"(column {position})"
        seen[name] += 1
        distinct.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(distinct)


def _csv_fault(line: int, message: str) -> str:
    if "unexpected end" in message:
        return f"a quote opened on line {line} is never closed; export the whole file again"
    if "field larger" in message:
        return f"a field on line {line} is longer than 131,072 characters; shorten or remove it"
    return f"the quotes on line {line} are not closed before the next delimiter; export it again"
