"""A first look at an unknown file: how its text is written, and its first rows."""

import codecs
import csv
import gzip
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from messages.clause import clause
from sources.errors import UnreadableExportError
from sources.mapping.grammar import FileMapping
from sources.readers.csv_records import distinct_names
from sources.readers.json_records import PARENT
from sources.readers.opened import ExportFile, opened_text
from sources.readers.xlsx_records import guarded_rows, shown_sheets

MOST_ROWS = 5_000
_MOST_BYTES = 4 * 2**20
_MOST_JSON_BYTES = 64 * 2**20
_FIRST_LINES = 60
_DELIMITERS = (",", ";", "\t", "|")
_SUFFIXES = {".csv": "csv", ".txt": "csv", ".tsv": "csv", ".json": "json", ".xlsx": "xlsx"}


@dataclass(frozen=True, eq=False)
class Sample:
    """What a file's beginning shows."""

    path: Path
    name: str
    """What a mapping calls the file, without `.gz`."""
    layout: FileMapping
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    joined: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Columns at the header's end that are made of others, as a document's series and number."""
    columns: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    """The filled texts of each column of the sample, trimmed."""

    def __post_init__(self) -> None:
        texts = {
            name: tuple(row[at].strip() for row in self.rows) for at, name in enumerate(self.header)
        }
        object.__setattr__(self, "columns", texts)

    each: str = ""
    """The list inside each record of a JSON export that the rows are of."""

    @property
    def part(self) -> str:
        """The sheet or the list, of a sample that is not of a whole file."""
        return self.layout.sheet or self.each

    @property
    def pattern(self) -> str:
        """The file's name, without that of its sheet or list."""
        return self.name.removesuffix(f"#{self.part}") if self.part else self.name

    @property
    def stem(self) -> str:
        """What the file, or its sheet or list, is called."""
        if self.part:
            return self.part
        return Path(self.name).name.rsplit(".", 1)[0]

    def filled(self, column: str) -> tuple[str, ...]:
        """The column's texts that say something."""
        return tuple(text for text in self.columns[column] if text)


def exports_in(folder: Path) -> list[Path]:
    """Every file of the folder that may be an export, by name."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [path for path in found if _format_of(path) and not path.name.startswith(".")]


def names_of(paths: Sequence[Path], folder: Path) -> dict[Path, str]:
    """What a mapping calls each file: its own name, so that any delivery's folder will do.

    The path inside the folder where two files bear the same name.
    """
    counted = Counter(path.name for path in paths)
    return {
        path: (path.name if counted[path.name] == 1 else path.relative_to(folder).as_posix())
        for path in paths
    }


def samples_of(path: Path, called: str) -> list[Sample]:
    """The beginning of a file, of a workbook that of each sheet.

    Raises UnreadableExportError where it cannot be read.
    """
    name = called.removesuffix(".gz")
    match _format_of(path):
        case "xlsx":
            return _workbook(path, name)
        case "json":
            return _json(path, name)
        case _:
            return [_delimited(path, name)]


def with_joined(sample: Sample, name: str, parts: tuple[str, ...]) -> Sample:
    """The sample with a column more, of the others' texts."""
    joined = (*sample.joined, (name, parts))
    rows = tuple(_with_joined(row, sample.header, ((name, parts),)) for row in sample.rows)
    return replace(sample, joined=joined, header=(*sample.header, name), rows=rows)


def _with_joined(
    row: Sequence[str], header: Sequence[str], joined: Sequence[tuple[str, tuple[str, ...]]]
) -> tuple[str, ...]:
    cells = [cell.strip() for cell in row]
    made = [[cells[header.index(part)] for part in parts] for _, parts in joined]
    return (*row, *("-".join(texts) if any(texts) else "" for texts in made))


def stream_of(sample: Sample) -> Iterator[tuple[str, ...]]:
    """All rows of the file; a JSON document's sample holds them already."""
    width = len(sample.header) - len(sample.joined)
    match sample.layout.format:
        case "csv":
            whole = _delimited_rows(sample, width)
        case "xlsx":
            whole = _sheet_rows(sample, width)
        case _:
            yield from sample.rows
            return
    yield from (_with_joined(row, sample.header, sample.joined) for row in whole)


def _sheet_rows(sample: Sample, width: int) -> Iterator[tuple[str, ...]]:
    for line, texts in guarded_rows(_export(sample.path, sample.layout)):
        if line > sample.layout.header_line:
            yield _as_wide(texts, width)


def _as_wide(texts: Sequence[str], width: int) -> tuple[str, ...]:
    return tuple((*texts, *[""] * width)[:width])


def _delimited_rows(sample: Sample, width: int) -> Iterator[list[str]]:
    with opened_text(_export(sample.path, sample.layout)) as text:
        rows = csv.reader(text, delimiter=sample.layout.delimiter)
        try:
            yield from (row for row in _below_header(rows, sample.layout) if len(row) == width)
        except csv.Error as error:
            raise _export(sample.path, sample.layout).unreadable(
                clause("export-quotes", problem=str(error))
            ) from error


def _below_header(rows: Iterator[list[str]], layout: FileMapping) -> Iterator[list[str]]:
    reader = iter(rows)
    line = 0
    for row in reader:
        line += 1 + sum(cell.count("\n") for cell in row)
        if line > layout.header_line:
            yield row


def _format_of(path: Path) -> str:
    return _SUFFIXES.get(Path(path.name.lower().removesuffix(".gz")).suffix, "")


def _export(path: Path, layout: FileMapping) -> ExportFile:
    return ExportFile("map", path.name, path, layout, "the mapping")


def _delimited(path: Path, name: str) -> Sample:
    start = FileMapping(pattern=name)
    encoding = _encoding(path, _export(path, start))
    layout = start.model_copy(update={"encoding": encoding})
    lines = _first_lines(path, layout)
    delimiter = _delimiter(lines)
    header_line = _header_line(lines, delimiter)
    layout = layout.model_copy(update={"delimiter": delimiter, "header_line": header_line})
    header = distinct_names(_header_row(path, layout))
    sample = Sample(path, name, layout, header, ())
    return Sample(path, name, layout, header, tuple(islice(stream_of(sample), MOST_ROWS)))


def _encoding(path: Path, export: ExportFile) -> str:
    """UTF-8 where the beginning is; UTF-16 where every second byte is NUL; else cp1252."""
    try:
        with path.open("rb") as raw:
            is_packed = raw.read(2) == b"\x1f\x8b"
            raw.seek(0)
            data = (
                gzip.GzipFile(fileobj=raw).read(_MOST_BYTES) if is_packed else raw.read(_MOST_BYTES)
            )
    except (OSError, EOFError, zlib.error) as error:
        raise export.unreadable(clause("export-cannot-be-opened")) from error
    if not data.strip():
        raise export.unreadable(clause("export-empty"))
    if data[:2] not in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE} and b"\x00" in data[:200]:
        return "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return "utf-8" if data[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE} else "cp1252"
    return "utf-8"


def _first_lines(path: Path, layout: FileMapping) -> list[str]:
    with opened_text(_export(path, layout)) as text:
        return list(islice(text, _FIRST_LINES))


def _widths(lines: Sequence[str], delimiter: str) -> list[int]:
    try:
        return [len(row) for row in csv.reader(lines, delimiter=delimiter)]
    except csv.Error:
        return []


def _delimiter(lines: Sequence[str]) -> str:
    """The mark that parts most lines into the same number of cells, above one."""

    def agreeing(mark: str) -> tuple[int, int]:
        widths = Counter(width for width in _widths(lines, mark) if width > 1)
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return count, width

    return max(_DELIMITERS, key=agreeing)


def _header_line(lines: Sequence[str], delimiter: str) -> int:
    """The first line as wide as most lines are."""
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return 1
    usual = Counter(len(row) for row in rows if len(row) > 1).most_common(1)
    width, line = usual[0][0] if usual else 1, 1
    for row in rows:
        if len(row) == width and sum(bool(cell.strip()) for cell in row) * 2 > width:
            return line
        line += 1 + sum(cell.count("\n") for cell in row)
    return 1


def _header_row(path: Path, layout: FileMapping) -> list[str]:
    with opened_text(_export(path, layout)) as text:
        wanted = islice(text, layout.header_line - 1, layout.header_line + 20)
        return next(csv.reader(wanted, delimiter=layout.delimiter), [])


def _workbook(path: Path, name: str) -> list[Sample]:
    """Each sheet that is shown and holds more than one row; the first in any case."""
    layout = FileMapping(pattern=name, format="xlsx")
    sheets = shown_sheets(_export(path, layout))
    if len(sheets) < 2:
        return [_sheet(path, name, layout)]
    found: list[Sample] = []
    for sheet in sheets:
        of_sheet = layout.model_copy(update={"sheet": sheet})
        try:
            sample = _sheet(path, f"{name}#{sheet}", of_sheet)
        except UnreadableExportError:  # a sheet without a cell
            continue
        found += [sample] if sample.rows else []
    if not found:
        raise _export(path, layout).unreadable(clause("export-sheets-empty"))
    return found


def _sheet(path: Path, name: str, layout: FileMapping) -> Sample:
    numbered = list(islice(guarded_rows(_export(path, layout)), MOST_ROWS + 1))
    if not numbered:
        raise _export(path, layout).unreadable(clause("export-first-sheet-empty"))
    rows = [texts for _, texts in numbered]
    usual = Counter(sum(map(bool, row)) for row in rows[:_FIRST_LINES]).most_common(1)[0][0]
    above = next((at for at, row in enumerate(rows) if sum(map(bool, row)) >= usual), 0)
    header = distinct_names(rows[above])
    width = len(header)
    body = tuple(_as_wide(row, width) for row in rows[above + 1 :])
    layout = layout.model_copy(update={"header_line": numbered[above][0]})
    return Sample(path, name, layout, header, body)


def _json(path: Path, name: str) -> list[Sample]:
    """The records, and the lists of records inside them."""
    layout = FileMapping(pattern=name, format="json")
    export = _export(path, layout)
    with opened_text(export) as text:
        content = text.read(_MOST_JSON_BYTES)
    try:
        document = json.loads(content, parse_float=str, parse_int=str)
    except (json.JSONDecodeError, RecursionError) as error:
        return [
            _json_lines(
                path, name, content, export.unreadable(clause("export-no-json", problem=str(error)))
            )
        ]
    records, where = _longest_list(document)
    layout = layout.model_copy(update={"records": where})
    return [_from_objects(path, name, layout, records), *_lists(path, name, layout, records)]


def _lists(path: Path, name: str, layout: FileMapping, records: Sequence[object]) -> list[Sample]:
    """Each list of objects inside the records; what stands around them as `parent.` columns."""
    found: dict[str, list[object]] = {}
    for record in (item for item in records if isinstance(item, dict)):
        around = {f"{PARENT}{key}": text for key, text in _leaves(record, "")}
        for key, items in record.items():
            whole = [item for item in items if isinstance(item, dict)] if _is_list(items) else []
            found.setdefault(str(key), []).extend({**item, **around} for item in whole)
    return [
        replace(_from_objects(path, f"{name}#{key}", layout, items), each=key)
        for key, items in found.items()
        if items
    ]


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _json_lines(path: Path, name: str, content: str, fault: UnreadableExportError) -> Sample:
    layout = FileMapping(pattern=name, format="jsonl")
    try:
        lines = [line for line in content.splitlines() if line.strip()]
        objects = [json.loads(line, parse_float=str, parse_int=str) for line in lines]
    except (json.JSONDecodeError, RecursionError):
        raise fault from None
    return _from_objects(path, name, layout, objects)


def _longest_list(document: object) -> tuple[list[object], str]:
    """The longest list of objects at the top of a document or one or two steps below."""
    if isinstance(document, list):
        return document, ""
    found: list[tuple[list[object], str]] = []
    pending: list[tuple[object, str, int]] = [(document, "", 0)]
    while pending:
        value, path, depth = pending.pop()
        if isinstance(value, dict) and depth < 3:
            pending += [
                (item, f"{path}.{key}".strip("."), depth + 1) for key, item in value.items()
            ]
        if isinstance(value, list) and any(isinstance(item, dict) for item in value):
            found.append((value, path))
    return max(found, key=lambda item: len(item[0]), default=([document], ""))


def _from_objects(path: Path, name: str, layout: FileMapping, items: Sequence[object]) -> Sample:
    flat = [dict(_leaves(item, "")) for item in items if isinstance(item, dict)]
    header = tuple(dict.fromkeys(key for item in flat for key in item))
    if not header:
        raise _export(path, layout).unreadable(clause("export-no-objects"))
    rows = tuple(tuple(item.get(key, "") for key in header) for item in flat)
    return Sample(path, name, layout, header, rows)


def _leaves(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, f"{path}.{key}" if path else str(key))
    elif not isinstance(value, list):
        yield path, _json_text(value)


def _json_text(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
