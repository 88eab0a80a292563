"""A sheet of a workbook → records, guarded against archives made to harm."""

import lzma
import re
import warnings
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from tempfile import TemporaryFile
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

import numpy as np
from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from messages.clause import Clause, clause
from sources.readers.csv_records import distinct_names
from sources.readers.headers import as_asked
from sources.readers.opened import ExportFile
from sources.readers.records import CHUNK_ROWS, BrokenRecord, Records, as_json, folded
from sources.readers.xlsx_plain import plain_workbook
from sources.values.numbers import PlainNumber

_MOST_ENTRIES = 2_000
_MOST_BYTES = 2**30
_LARGEST_RATIO = 200
# What the reader raises on XML and ZIP members that are not what they should be.
_UNREADABLE = (
    *(BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError),
    *(SyntaxError, LookupError, ValueError, TypeError, AttributeError),
)


NO_VALUE = "=?"
"""Stands for a formula without a value."""

_FORMULA_ALONE = re.compile(
    rb'<c\b(?=[^>]*\br="([A-Z]+[0-9]+)")[^>]*(?<!/)>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)'
    rb"\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)


def xlsx_records(file: ExportFile, asked: Sequence[str]) -> Iterator[Records]:
    """The rows below a sheet's header. Numbers and dates come as text like any export's.

    Formulas give the value that was saved with them. Raises UnreadableExportError for a
    file that is no workbook, or unpacks to far more than one.
    """
    _guard(file)
    rows = _numbered_rows(file)
    written = _header_cells(file, rows)
    header = file.entry.header or as_asked(distinct_names(written), asked)
    null = folded(file.entry.null)
    while True:
        piece = list(islice(rows, CHUNK_ROWS))
        places = [place for place, name in enumerate(header) if name in set(asked)]
        yield _records(piece, header, written, null, places)
        if len(piece) < CHUNK_ROWS:
            return


def guarded_rows(file: ExportFile) -> Iterator[tuple[int, list[str]]]:
    """Each row that holds anything, with its number in the sheet; the header is one of them."""
    _guard(file)
    yield from _numbered_rows(file)


def shown_sheets(file: ExportFile) -> list[str]:
    """The names of the sheets that are not hidden.

    Raises UnreadableExportError for a file that is no workbook, or unpacks to far more than one.
    """
    _guard(file)
    try:
        with _opened(file) as book:
            sheets = book.worksheets
            return [sheet.title for sheet in sheets if sheet.sheet_state == "visible"]
    except _UNREADABLE as error:
        raise file.unreadable(clause("export-not-xlsx")) from error


def _guard(file: ExportFile) -> None:
    try:
        with ZipFile(file.path) as archive:
            members = archive.infolist()
    except BadZipFile as error:
        raise file.unreadable(clause("export-not-xlsx")) from error
    unpacked = sum(member.file_size for member in members)
    packed = max(sum(member.compress_size for member in members), 1)
    is_bomb = unpacked > _MOST_BYTES or (unpacked > 2**26 and unpacked / packed > _LARGEST_RATIO)
    if len(members) > _MOST_ENTRIES or is_bomb:
        raise file.unreadable(clause("export-xlsx-too-large"))


def _numbered_rows(file: ExportFile) -> Iterator[tuple[int, list[str]]]:
    """Each row that holds anything, with its number in the sheet."""
    try:
        with _opened(file) as book:
            sheet = _sheet(file, book)
            silent = _uncalculated(file, sheet)
            if isinstance(sheet, ReadOnlyWorksheet):
                sheet.reset_dimensions()  # what it says of its size is often stale
            for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
                texts = [_text(cell) for cell in cells]
                for column in silent.get(number, ()):
                    texts += [""] * (column - len(texts))
                    texts[column - 1] = NO_VALUE
                if any(texts):
                    yield number, texts
    except _UNREADABLE as error:
        raise file.unreadable(clause("export-not-xlsx")) from error


def _uncalculated(file: ExportFile, sheet: Worksheet | ReadOnlyWorksheet) -> dict[int, list[int]]:
    """By row, the columns of formulas that were saved without a value: programs that write
    workbooks do not calculate, and their cells look blank."""
    path = getattr(sheet, "_worksheet_path", "")
    if not path:
        return {}
    with ZipFile(file.path) as archive:
        content = archive.read(path)
    found: dict[int, list[int]] = {}
    for match in _FORMULA_ALONE.finditer(content) if b"<f" in content else ():
        column, row = coordinate_from_string(match[1].decode())
        found.setdefault(row, []).append(column_index_from_string(column))
    return found


@contextmanager
def _opened(file: ExportFile) -> Iterator[Workbook]:
    """The workbook; one that openpyxl does not understand as it stands, written plainly."""
    with file.path.open("rb") as stream, TemporaryFile() as plain:
        try:
            book = _loaded(stream)
        except _UNREADABLE:
            book = None
        if book is None or not book.worksheets:  # of Strict Open XML it finds no sheet
            stream.seek(0)
            plain_workbook(stream, plain)
            book = _loaded(plain)
        yield book


def _loaded(stream: BinaryIO) -> Workbook:
    with warnings.catch_warnings():
        # Extensions that openpyxl leaves out (validation lists, styles) hold no data.
        warnings.simplefilter("ignore")
        return load_workbook(stream, read_only=True, data_only=True, keep_links=False)


def _sheet(file: ExportFile, book: Workbook) -> Worksheet | ReadOnlyWorksheet:
    """The sheet that the mapping names, else the first that is not hidden."""
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    shown = [name for name, sheet in sheets.items() if sheet.sheet_state == "visible"]
    name = file.entry.sheet or next(iter([*shown, *sheets]), "")
    if name not in sheets:
        raise file.unreadable(
            clause("export-no-sheet", name=name, sheets=tuple(sheets), mapping=file.mapping_name)
        )
    return sheets[name]


def _text(cell: object) -> str:
    """A cell as text; a whole day without its midnight."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case datetime() if cell.time() == time(0):
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
        case int():
            return str(cell)
        case float():
            # Excel itself counts with 15 digits: 0.30000000000000004 is 0.3 in the sheet.
            return PlainNumber(format(Decimal(f"{cell:.15g}"), "f"))
        case _:
            return str(cell).strip()


def _header_cells(file: ExportFile, rows: Iterator[tuple[int, list[str]]]) -> list[str]:
    """The header as the sheet holds it; nothing where the mapping states the names."""
    if file.entry.header:
        return []
    for number, texts in rows:
        if number >= file.entry.header_line:
            return texts[: max((at for at, text in enumerate(texts, start=1) if text), default=0)]
    raise file.unreadable(
        clause(
            "export-no-header-in-sheet",
            header_line=file.entry.header_line,
            mapping=file.mapping_name,
        )
    )


def _says(texts: list[str], written: list[str]) -> bool:
    """Whether a row holds these cells and no others."""
    width = len(written)
    return texts[:width] == written and not any(texts[width:])


def _records(
    piece: list[tuple[int, list[str]]],
    header: tuple[str, ...],
    written: list[str],
    null: frozenset[str],
    asked: Sequence[int],
) -> Records:
    """Sheets pad rows with empty cells: only a filled cell beyond the header is remarked on. A
    formula without a value is a fault where somebody asks for it."""
    width = len(header)
    rows, repeated = _parted(piece, lambda texts: not _says(texts, written))
    fitting, silent = _parted(rows, lambda texts: not _lacks_a_value(texts, asked))
    _, stray = _parted(fitting, lambda texts: not any(texts[width:]))
    return Records(
        header,
        np.array([line for line, _ in fitting], dtype=np.int64),
        [_valued((texts + [""] * width)[:width]) for _, texts in fitting],
        null,
        broken=_told(silent, "formula_without_value", clause("expected-formula-value")),
        remarks=_told(stray, "stray_cell", clause("expected-cells", wanted=width)),
        repeated_headers=tuple(line for line, _ in repeated),
        has_numbers=True,
    )


_Row = tuple[int, list[str]]
"""Number in the sheet, and cells."""


def _parted(
    rows: list[_Row], is_first: Callable[[list[str]], bool]
) -> tuple[list[_Row], list[_Row]]:
    """Those rows of whose cells it is so, and the others."""
    first = [is_first(texts) for _, texts in rows]
    return (
        [row for row, is_so in zip(rows, first, strict=True) if is_so],
        [row for row, is_so in zip(rows, first, strict=True) if not is_so],
    )


def _lacks_a_value(texts: list[str], asked: Sequence[int]) -> bool:
    """Whether a formula was not calculated where somebody asks for its value."""
    return NO_VALUE in [texts[at] for at in asked if at < len(texts)]


def _told(rows: list[_Row], rule: str, expected: Clause) -> tuple[BrokenRecord, ...]:
    return tuple(BrokenRecord(line, rule, expected, as_json(texts)) for line, texts in rows)


def _valued(texts: list[str]) -> list[str]:
    """Formulas without value that nobody asks for are blank."""
    return ["" if text == NO_VALUE else text for text in texts] if NO_VALUE in texts else texts
