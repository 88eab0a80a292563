"""Whether a landed file is what a mapping takes it for: by its header, not by its name alone."""

from pathlib import Path

from sources.errors import UnreadableExportError
from sources.mapping.grammar import FileMapping, SourceMapping
from sources.mapping.load import file_mappings_of
from sources.readers.csv_records import csv_header
from sources.readers.json_records import json_holds
from sources.readers.opened import ExportFile
from sources.readers.rows import looked_at

_ANY_NAME = {"*", "*.csv", "*.json", "*.jsonl"}


def is_recognised(mapping: SourceMapping, path_in_delivery: str, archived: Path) -> bool:
    """Whether some entry of the mapping reads the file. A file that cannot be read is what its
    name says, unless the pattern takes any name: reading it then tells why it cannot."""
    return bool(recognised_entries(mapping, path_in_delivery, archived))


def recognised_entries(
    mapping: SourceMapping, path_in_delivery: str, archived: Path
) -> tuple[FileMapping, ...]:
    """The entries that read the file: of those for one sheet, section or list the first whose
    columns it has, as older and newer forms of an export are entries of their own."""
    name = f"{mapping.path.parent.name}/{mapping.path.name}"
    found: dict[str, FileMapping] = {}
    for entry in file_mappings_of(mapping, path_in_delivery):
        file = ExportFile(mapping.source, path_in_delivery, archived, entry, name)
        if entry.part not in found and is_of_header(file):
            found[entry.part] = entry
    return tuple(found.values())


def is_of_header(file: ExportFile) -> bool:
    """Whether the file has all columns that the entry is known by."""
    if not file.entry.requires:
        return True
    try:
        return _has_all(file, file.entry)
    except UnreadableExportError:
        return file.entry.folded_pattern not in _ANY_NAME


def _has_all(file: ExportFile, entry: FileMapping) -> bool:
    if entry.format == "json":
        return json_holds(file, entry.requires)
    if entry.format != "csv":
        return True
    known = (name for table in entry.tables for name in looked_at(entry, table))
    return set(entry.requires) <= set(csv_header(file, (*entry.requires, *known)))
