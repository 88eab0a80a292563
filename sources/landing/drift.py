"""Exports whose columns are not what they were: told in one sentence each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from messages.clause import Clause, clause, from_stored, named
from sources.errors import UnreadableExportError
from sources.landing.landing import Delivery, RawExport
from sources.landing.recognised import recognised_entries
from sources.mapping.grammar import FileMapping, SourceMapping
from sources.mapping.load import file_mappings_of
from sources.readers.csv_records import csv_header
from sources.readers.opened import ExportFile
from sources.readers.rows import looked_at

_FEWEST_ROWS = 20
"""Of fewer rows a share says little."""

_TYPE_RULES = ("unreadable_number", "unreadable_date")


def retyped(quarantine: pd.DataFrame, controls: pd.DataFrame) -> dict[tuple[str, str], Clause]:
    """By source and file, what to tell of one of whose columns most rows cannot be read: the
    column holds something else now, and nothing of the source can be trusted."""
    place = ["source", "source_file", "table_name"]
    read = controls[controls["outcome"] == "read"].groupby(place)["row_count"].sum()
    of_type = quarantine[quarantine["rule"].isin(_TYPE_RULES)]
    faults = of_type.groupby([*place, "column_name", "expected"]).size()
    told: dict[tuple[str, str], Clause] = {}
    for (source, file, table, column, expected), count in faults.items():  # type: ignore[misc]
        rows = int(read.get((source, file, table), 0))
        if rows >= _FEWEST_ROWS and count * 2 > rows:
            told.setdefault(
                (source, file),
                clause(
                    "export-column-retyped",
                    count=int(count),
                    rows=rows,
                    expected=from_stored(expected),
                    column=column,
                    table=clause(named("table", table)),
                    source=source,
                ),
            )
    return told


def added_columns(
    delivery: Delivery,
    mappings: Sequence[SourceMapping],
    earlier: Mapping[str, Mapping[str, Path]],
) -> tuple[Clause, ...]:
    """What to tell of each delimited file with columns that its last export had not and that
    nothing reads. `earlier` holds the archived files of each source's last load, by their
    names there."""
    by_source = {mapping.source: mapping for mapping in mappings}
    told: list[Clause] = []
    for export in delivery.exports:
        mapping = by_source.get(export.source)
        if mapping is None or export.fault:
            continue
        path = export.path_in_delivery
        for entry in recognised_entries(mapping, path, export.archive_path):
            before = _last_like(mapping, entry, earlier.get(export.source, {}))
            if before:
                told += _added(export, before, entry, mapping)
    return tuple(told)


def unread_columns(delivery: Delivery, mappings: Sequence[SourceMapping]) -> Iterator[Clause]:
    """What to tell of each delimited file of these mappings with columns that nothing reads."""
    by_source = {mapping.source: mapping for mapping in mappings}
    for export in delivery.exports:
        mapping = by_source.get(export.source)
        if mapping is None or export.fault:
            continue
        path, name = export.path_in_delivery, f"{mapping.path.parent.name}/{mapping.path.name}"
        entries = recognised_entries(mapping, path, export.archive_path)
        delimited = [entry for entry in entries if entry.format == "csv" and entry.tables]
        left: set[str] = set()
        for entry in delimited:
            read = ExportFile(export.source, path, export.archive_path, entry, name)
            left |= set(_unread(entry, set(_header(read, entry))))
        if left:
            file = Path(export.source_file).name
            told = clause("export-columns-unread", columns=tuple(sorted(left)), mapping=name)
            yield clause("told-of-file", source=export.source, name=file, told=told)


def unsaid_columns(delivery: Delivery, mappings: Sequence[SourceMapping]) -> Iterator[Clause]:
    """What to tell of each delimited file without a column by which rows are to be left out, or
    without all that would say of how many months its amounts are."""
    by_source = {mapping.source: mapping for mapping in mappings}
    for export in delivery.exports:
        mapping = by_source.get(export.source)
        if mapping is None or export.fault:
            continue
        path, name = export.path_in_delivery, Path(export.source_file).name
        for entry in recognised_entries(mapping, path, export.archive_path):
            read = ExportFile(export.source, path, export.archive_path, entry, mapping.path.name)
            has_columns = set(_header(read, entry)) if entry.format == "csv" else set()
            for told in _unsaid(entry, has_columns, _beside(delivery, mapping)):
                yield clause("told-of-file", source=export.source, name=name, told=told)


def _beside(delivery: Delivery, mapping: SourceMapping) -> set[str]:
    """The patterns of a source of which a delivery has a file."""
    own = (item.path_in_delivery for item in delivery.exports if item.source == mapping.source)
    return {entry.pattern for path in own for entry in file_mappings_of(mapping, path)}


def _unsaid(entry: FileMapping, has_columns: set[str], beside: set[str]) -> Iterator[Clause]:
    if not has_columns:
        return
    filters = [*entry.filters, *(item for table in entry.tables for item in table.filters)]
    for column in dict.fromkeys(item.column for item in filters if item.optional == "told"):
        if column not in has_columns:
            yield clause("export-filter-unsaid", column=column)
    files = {item.name: item.file for item in entry.lookups}
    for rule in (item for table in entry.tables for item in table.columns.values()):
        telling = (*rule.factor.period, rule.factor.count) if rule.factor else ()
        wanted = tuple(files.get(name.partition(".")[0], name) for name in telling if name)
        if wanted and not {*wanted} & (has_columns | beside):
            yield clause("export-interval-unsaid", missing=wanted)


def _added(
    export: RawExport, before: Path, entry: FileMapping, mapping: SourceMapping
) -> list[Clause]:
    name = f"{mapping.path.parent.name}/{mapping.path.name}"
    file = ExportFile(export.source, export.source_file, export.archive_path, entry, name)
    new = _unread(entry, set(_header(file)) - set(_header(replace(file, path=before))))
    if not new:
        return []
    file_name = Path(export.source_file).name
    added = clause("export-columns-added", columns=tuple(new), mapping=name)
    return [clause("told-of-file", source=export.source, name=file_name, told=added)]


def _last_like(
    mapping: SourceMapping, entry: FileMapping, files: Mapping[str, Path]
) -> Path | None:
    """The newest of the files that the same entry reads."""
    if entry.format != "csv" or not entry.tables:
        return None
    same = [
        name
        for name in sorted(files)
        if entry in file_mappings_of(mapping, name.partition("/")[2] or name)
        and files[name].is_file()
    ]
    return files[same[-1]] if same else None


def _header(file: ExportFile, entry: FileMapping | None = None) -> tuple[str, ...]:
    """As the entry writes them, where it is given. No names where the file cannot be read: reading
    it tells why."""
    tables = entry.tables if entry else ()
    asked = [name for table in tables for name in looked_at(file.entry, table)]
    try:
        return csv_header(file, asked)
    except UnreadableExportError:
        return ()


def _unread(entry: FileMapping, names: set[str]) -> list[str]:
    read = {name for table in entry.tables for name in looked_at(entry, table)}
    read |= {lookup.key for lookup in entry.lookups}
    return sorted(names - read)
