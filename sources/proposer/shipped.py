"""Files that a built-in mapping reads: known by their header and told, instead of guessed at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from messages.clause import Clause
from sources.errors import UnreadableExportError
from sources.landing.recognised import is_of_header, recognised_entries
from sources.mapping.grammar import FileMapping, SourceMapping, TableMapping
from sources.mapping.load import builtin_mapping_path, builtin_names, load_mapping
from sources.proposer.guesses import FileGuess, because
from sources.proposer.propose import Proposal
from sources.proposer.samples import Sample
from sources.readers.opened import ExportFile
from sources.readers.records import Records
from sources.readers.rows import file_records, looked_at, missing_columns

_TELLING = 5
"""So many needed columns tell a file, also where no header is stated that it is known by."""


@dataclass(frozen=True)
class _Reader:
    """A built-in mapping that has all the columns it needs of a file, and what it feeds."""

    file: str
    mapping: str
    tables: tuple[str, ...]
    told: Clause
    columns: int
    is_named_so: bool
    is_certain: bool
    """Whether no other system's file looks like that."""


def with_shipped(proposal: Proposal) -> Proposal:
    """The proposal with every file that a built-in mapping reads left to that mapping. What other
    files might look like, too, is left to one that reads another file for certain."""
    mappings = [(name, load_mapping(builtin_mapping_path(name))) for name in builtin_names()]
    whole = [guess.looked.sample for guess in proposal.files if not guess.looked.sample.part]
    readers = [r for sample in whole for name, known in mappings for r in _of(sample, name, known)]
    certain = {reader.mapping for reader in readers if reader.is_certain}
    chosen = {
        reader.file: reader
        for reader in sorted(readers, key=lambda item: (item.is_named_so, item.columns))
        if reader.mapping in certain
    }
    files = (
        FileGuess(guess.looked, unused=found.told, shipped=found.tables)
        if (found := chosen.get(guess.looked.name))
        else guess
        for guess in proposal.files
    )
    return replace(proposal, files=tuple(sorted(files, key=lambda item: bool(item.unused))))


def _of(sample: Sample, name: str, mapping: SourceMapping) -> Iterator[_Reader]:
    """By the file's name and header; by the header alone where another name would do."""
    named = recognised_entries(mapping, sample.pattern, sample.path)
    others = (item for item in mapping.files if item.format == "csv" and len(item.requires) > 1)
    for entry in named or others:
        file = ExportFile(mapping.source, sample.pattern, sample.path, entry, name)
        told = because(
            "shipped" if named else "shipped_renamed", mapping=name, pattern=entry.pattern
        )
        columns = _columns_read(file) if named or is_of_header(file) else 0
        if columns:
            tables = tuple(dict.fromkeys(table.table for table in entry.tables))
            is_certain = not named or _is_telling(entry)
            yield _Reader(sample.name, name, tables, told, columns, bool(named), is_certain)


def _columns_read(file: ExportFile) -> int:
    """How many columns of the file its entry reads; none where it lacks one that it needs."""
    read: set[str] = set()
    try:
        for table in file.entry.tables:
            names = looked_at(file.entry, table)
            records = next(file_records(file, names, table.each))
            if _lacking(file.entry, table, records):
                return 0
            read |= records.columns & set(names)
    except UnreadableExportError:
        return 0
    return len(read)


def _lacking(entry: FileMapping, table: TableMapping, records: Records) -> Sequence[str]:
    borrowed = tuple(f"{lookup.name}." for lookup in entry.lookups)
    missing = missing_columns(entry, table, records)
    return [name for name in missing if not name.startswith(borrowed)]


def _is_telling(entry: FileMapping) -> bool:
    nothing = Records((), np.zeros(0, dtype=np.int64), (), frozenset())
    needed = {name for table in entry.tables for name in _lacking(entry, table, nothing)}
    is_known = entry.format == "csv" and bool(entry.requires)
    return is_known or len(needed) >= _TELLING
