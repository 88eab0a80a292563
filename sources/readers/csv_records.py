"""Delimited text → records. Every line of the file is accounted for."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from messages.clause import Clause, clause
from sources.errors import UnreadableExportError
from sources.readers.headers import as_asked
from sources.readers.opened import ExportFile, opened_text
from sources.readers.records import CHUNK_ROWS, BrokenRecord, Records, as_json, folded
from sources.values.encoded_column import EncodedColumn, constant

PREAMBLE = "preamble."
_DELIMITERS = (",", ";", "\t", "|")
_HEADER_WITHIN = 200
"""Lines that are looked at for a header below others."""


def csv_records(file: ExportFile, asked: Sequence[str]) -> Iterator[Records]:
    """The records of a delimited text, some at a time; columns have the names asked for."""
    delimiter = _delimiter(file, asked)
    with opened_text(file) as text:
        reader = _Reader(file, text, asked, delimiter)
        while True:
            piece = reader.piece()
            yield piece
            if not reader.has_more:
                return


def csv_header(file: ExportFile, asked: Sequence[str] = ()) -> tuple[str, ...]:
    """The names of the columns of a delimited text, as those asked for are written."""
    return _header(file, asked, _delimiter(file, asked))


def _header(file: ExportFile, asked: Sequence[str], delimiter: str) -> tuple[str, ...]:
    with opened_text(file) as text:
        return _Reader(file, text, asked, delimiter).header


def _delimiter(file: ExportFile, asked: Sequence[str]) -> str:
    """The stated delimiter; where the header is one column under it, the one that parts it into
    columns that the mapping knows, as people choose other ones when they export."""
    stated = file.entry.delimiter
    if file.entry.header or len(_parted(file, asked, stated)) > 1:
        return stated
    known = {*file.entry.requires, *asked}
    for other in _DELIMITERS:
        if len(known.intersection(_parted(file, asked, other))) > 1:
            return other
    return stated


def _parted(file: ExportFile, asked: Sequence[str], delimiter: str) -> tuple[str, ...]:
    """The header under a delimiter; no columns where none is found, as under another one."""
    try:
        return _header(file, asked, delimiter)
    except UnreadableExportError:
        if not file.entry.finds_header:
            raise
        return ()


class _Reader:
    """Reads records together with the physical line on which each begins."""

    def __init__(
        self, file: ExportFile, text: Iterator[str], asked: Sequence[str], delimiter: str
    ) -> None:
        self._file = file
        self._asked = asked
        self._rows = csv.reader(self._checked(text), delimiter=delimiter, strict=True)
        self.has_more = True
        self._null = folded(file.entry.null)
        self._above: list[list[str]] = []
        self._written_header: list[str] = []
        self.header = self._read_header()
        self._preamble = _preamble(file.entry.preamble, self._above, asked)

    def piece(self) -> Records:
        """The next records; the first piece is there even when the export has none."""
        before = self._rows.line_num
        rows = self._next_rows(CHUNK_ROWS)
        self.has_more = len(rows) == CHUNK_ROWS
        entry = self._file.entry
        if (entry.section or entry.finds_header) and [] in rows:
            self.has_more = False
            rows = rows[: rows.index([])]
        return self._sorted(rows, _first_lines(rows, before, self._rows.line_num))

    def _next_rows(self, most: int) -> list[list[str]]:
        rows: list[list[str]] = []
        before = self._rows.line_num
        try:
            for row in islice(self._rows, most):
                rows.append(row)  # one by one: what was read before a fault tells its line
        except csv.Error as error:
            line = before + sum(_height(row) for row in rows) + 1
            raise self._file.unreadable(_csv_fault(line, str(error))) from error
        return rows

    def _sorted(self, rows: list[list[str]], lines: NDArray[np.int64]) -> Records:
        """Rows as wide as the header, apart from broken ones, those of delimiters only, and the
        header said again."""
        width = len(self.header)
        rows = _all_fitted(rows, width)
        is_whole = np.array([len(row) == width for row in rows], dtype=bool)
        is_blank = np.array([not "".join(row).strip() for row in rows], dtype=bool)
        is_header = np.array([row == self._written_header for row in rows], dtype=bool) & ~is_blank
        is_record = is_whole & ~is_blank & ~is_header
        blank = [at for at in _places(is_blank) if rows[at]]
        return Records(
            self.header,
            lines[is_record],
            rows if is_record.all() else [rows[at] for at in _places(is_record)],
            self._null,
            broken=self._broken(rows, lines, ~is_whole & ~is_blank),
            blank_lines=tuple(lines[blank].tolist()),
            repeated_headers=tuple(lines[is_header].tolist()),
            looked_up=self._above_all(int(is_record.sum())),
        )

    def _broken(
        self, rows: list[list[str]], lines: NDArray[np.int64], is_broken: NDArray[np.bool_]
    ) -> tuple[BrokenRecord, ...]:
        """Rows of another width than the header's."""
        wanted = len(self.header)
        found = ((int(lines[at]), rows[at]) for at in _places(is_broken))
        return tuple(
            BrokenRecord(
                *(line, "field_count", clause("expected-fields", wanted=wanted, found=len(row))),
                as_json(row),
                tuple(row[:-1]) if len(row) < wanted else (),
            )
            for line, row in found
        )

    def _above_all(self, rows: int) -> dict[str, EncodedColumn]:
        """What stands above the header, in every row."""
        return {
            f"{PREAMBLE}{name}": constant(value, rows) for name, value in self._preamble.items()
        }

    def _checked(self, text: Iterator[str]) -> Iterator[str]:
        for line in text:
            if "\x00" in line:
                raise self._file.unreadable(
                    clause(
                        "export-nul-bytes",
                        line=self._rows.line_num + 1,
                        mapping=self._file.mapping_name,
                    )
                )
            # A mark inside the file stands where exports were put one below the other.
            yield line.replace("\ufeff", "") if "\ufeff" in line else line

    def _read_header(self) -> tuple[str, ...]:
        entry = self._file.entry
        if entry.section:
            self._step_to_section(entry.section)
        while self._rows.line_num < entry.header_line - 1 and (rows := self._next_rows(1)):
            self._above += rows
        if entry.header:
            return entry.header
        if entry.finds_header:
            return self._found_header(entry.requires)
        while rows := self._next_rows(1):
            if rows[0]:
                self._written_header = rows[0]
                return self._named(rows[0])
        raise self._file.unreadable(
            clause(
                "export-no-header", header_line=entry.header_line, mapping=self._file.mapping_name
            )
        )

    def _found_header(self, needed: Sequence[str]) -> tuple[str, ...]:
        """The first line, not far down, that holds what the file is known by; what stands above
        is kept."""
        while self._rows.line_num < _HEADER_WITHIN and (rows := self._next_rows(1)):
            names = as_asked(distinct_names(rows[0]), (*needed, *self._asked))
            if set(needed) <= set(names):
                self._written_header = rows[0]
                return self._named(rows[0])
            self._above += rows
        raise self._file.unreadable(
            clause("export-columns-missing", missing=needed, mapping=self._file.mapping_name)
        )

    def _named(self, cells: list[str]) -> tuple[str, ...]:
        """The names of the header; a byte order mark that was written twice is no part of one."""
        if cells[0].lower().lstrip().startswith(("<!doctype", "<html", "<?xml")):
            raise self._file.unreadable(clause("export-web-page"))
        asked = (*self._file.entry.requires, *self._asked)
        return as_asked(distinct_names([cells[0].lstrip("\ufeff"), *cells[1:]]), asked)

    def _step_to_section(self, title: str) -> None:
        """Stops below the line that holds the title alone."""
        while rows := self._next_rows(1):
            if [cell.strip() for cell in rows[0] if cell.strip()] == [title]:
                return
            self._above += rows
        raise self._file.unreadable(
            clause("export-no-section", title=title, mapping=self._file.mapping_name)
        )


def _places(mask: NDArray[np.bool_]) -> list[int]:
    return mask.nonzero()[0].tolist()


def _all_fitted(rows: list[list[str]], width: int) -> list[list[str]]:
    """The rows; new ones only where some row is too wide."""
    return [_fitted(row, width) for row in rows] if any(len(row) > width for row in rows) else rows


def _fitted(row: list[str], width: int) -> list[str]:
    """The row without empty fields beyond the header, as delimiters at a line's end make them."""
    if len(row) <= width or any(cell.strip() for cell in row[width:]):
        return row
    return row[:width] if any(cell.strip() for cell in row) else row


def _preamble(shape: str, rows: list[list[str]], asked: Sequence[str]) -> dict[str, str]:
    """Names and values above the header, as those asked for are written."""
    told = _told_above(shape, rows)
    names = as_asked([PREAMBLE + name for name in told], asked)
    return {
        name.removeprefix(PREAMBLE): value for name, value in zip(names, told.values(), strict=True)
    }


def _told_above(shape: str, rows: list[list[str]]) -> dict[str, str]:
    """A line of names and one of values, or a pair on every line."""
    filled = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if shape == "row":
        return dict(zip(*filled[:2], strict=False)) if len(filled) > 1 else {}
    pairs = (row for row in filled if len(row) > 1 and row[0])
    return {row[0]: row[1] for row in pairs} if shape == "pairs" else {}


def _first_lines(rows: list[list[str]], before: int, after: int) -> NDArray[np.int64]:
    """The line on which each row begins; empty lines are rows without cells."""
    if after - before == len(rows):
        return np.arange(before + 1, after + 1, dtype=np.int64)
    heights = np.array([_height(row) for row in rows], dtype=np.int64)
    return before + 1 + np.concatenate([[0], heights.cumsum()[:-1]]).astype(np.int64)


def _height(row: list[str]) -> int:
    """How many lines a row takes: quoted cells may hold line ends."""
    text = "\x00".join(row)
    return 1 + text.count("\n") + text.count("\r") - text.count("\r\n")


def distinct_names(names: Sequence[str]) -> tuple[str, ...]:
    """Header names trimmed; the second `Labels` is `Labels (2)`, a nameless one `(column 7)`."""
    seen: Counter[str] = Counter()
    distinct: list[str] = []
    for position, written in enumerate(names, start=1):
        name = written.strip() or f"(column {position})"
        seen[name] += 1
        distinct.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(distinct)


def _csv_fault(line: int, message: str) -> Clause:
    if "unexpected end" in message:
        return clause("export-quote-never-closed", line=line)
    if "field larger" in message:
        return clause("export-field-too-long", line=line)
    return clause("export-quotes-not-closed", line=line)
