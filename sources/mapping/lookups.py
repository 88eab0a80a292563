"""Columns that a file borrows from another file of its source, by a key."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from messages.clause import Clause, clause
from sources.mapping.grammar import Lookup
from sources.readers.opened import ExportFile
from sources.readers.records import Records
from sources.readers.rows import is_needed
from sources.values.encoded_column import EncodedColumn


@dataclass(frozen=True)
class LookupTable:
    """The other file's columns, and on which of its rows each key stands."""

    lookup: Lookup
    row_of: Mapping[str, int]
    columns: Mapping[str, tuple[str, ...]]

    def beside(self, records: Records) -> dict[str, EncodedColumn]:
        """The borrowed columns of the records; empty where the key is not in the other file."""
        keys = records.column(self.lookup.column)
        if pattern := self.lookup.extract:
            keys = keys.map(lambda text: found[1] if (found := re.search(pattern, text)) else "")
        rows = np.array([self.row_of.get(key, -1) for key in keys.words], dtype=np.intp)
        found, codes = np.unique(rows[keys.codes], return_inverse=True)  # not every row's text
        return {
            f"{self.lookup.name}.{name}": EncodedColumn(
                codes, tuple(texts[row] if row >= 0 else "" for row in found.tolist())
            )
            for name, texts in self.columns.items()
        }


def with_lookups(records: Records, tables: Sequence[LookupTable]) -> Records:
    """The records with every borrowed column beside their own."""
    for table in tables:
        records = replace(records, looked_up={**records.looked_up, **table.beside(records)})
    return records


ReadRecords = Callable[[ExportFile, Sequence[str]], Iterator[Records]]
"""A file's records that count, with these columns."""


def lookup_table(
    lookup: Lookup,
    asking: ExportFile,
    siblings: Sequence[ExportFile],
    names: Sequence[str],
    read: ReadRecords,
) -> LookupTable:
    """The columns that `names` ask of a lookup, read from the files that it means.

    Nothing is found where all that borrows from a file which is not there is optional.
    Raises UnreadableExportError where a delivery has no such file otherwise, where it lacks the
    columns, or where two of its rows have the same key and the lookup does not allow several.
    """
    files = _looked_in(lookup, asking, siblings)
    must_be_there = is_needed(lookup, asking.entry)
    if not files and must_be_there:
        raise asking.unreadable(clause("export-lookup-missing", file=lookup.file))
    prefix = f"{lookup.name}."
    wanted = _borrowed(names, prefix)
    needed = tuple(dict.fromkeys((lookup.key, *_needed(asking, prefix)))) if must_be_there else ()
    names_there = tuple(dict.fromkeys((lookup.key, *needed, *wanted)))
    frames = [_columns(file, names_there, needed, read) for file in files]
    frame = pd.concat(frames, ignore_index=True).fillna("") if frames else pd.DataFrame()
    if lookup.key not in frame:
        return LookupTable(lookup, {}, {})
    if lookup.several:
        frame = _first_filled(frame, lookup.key)
    keys = frame[lookup.key]
    repeated = keys[keys.duplicated() & keys.ne("")]
    if len(repeated) and must_be_there:
        raise files[0].unreadable(_repeats(lookup, len(repeated), asking))
    # A key that names several rows says nothing of which one is meant.
    row_of = _rows_of(keys, {"", *repeated})
    found = {name: tuple(frame[name]) for name in wanted if name in frame}
    return LookupTable(lookup, row_of, found)


def _first_filled(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    """One row a key: each column as the first of its rows has it that has it filled."""
    named = frame[frame[key] != ""]
    return named.mask(named == "").groupby(key, sort=False).first().fillna("").reset_index()


def _borrowed(names: Iterable[str], prefix: str) -> list[str]:
    """The lookup's own columns among names, each once."""
    asked = (name.removeprefix(prefix) for name in names if name.startswith(prefix))
    return list(dict.fromkeys(asked))


def _repeats(lookup: Lookup, repeats: int, asking: ExportFile) -> Clause:
    return clause(
        "export-lookup-repeats",
        key=lookup.key,
        repeats=repeats,
        name=lookup.name,
        mapping=asking.mapping_name,
    )


def _rows_of(keys: pd.Series, doubtful: Collection[str]) -> dict[str, int]:
    """On which row each key stands, but for those that do not tell."""
    return {key: row for row, key in enumerate(keys) if key not in doubtful}


def _needed(asking: ExportFile, prefix: str) -> Iterator[str]:
    """Borrowed columns that some rule cannot do without."""
    for table in asking.entry.tables:
        for rule in (item for main in table.columns.values() for item in main.rules):
            if not rule.optional:
                named = (*rule.base_columns, *rule.beside_columns)
                yield from (name.removeprefix(prefix) for name in named if name.startswith(prefix))


def _looked_in(
    lookup: Lookup, asking: ExportFile, siblings: Sequence[ExportFile]
) -> list[ExportFile]:
    """The files that hold the keys: others of the source, or another list of the same one."""
    if lookup.file:
        others = (file for file in siblings if file.entry is not asking.entry)
        return [file for file in others if file.entry.pattern == lookup.file]
    return [replace(asking, entry=asking.entry.model_copy(update={"records": lookup.records}))]


def _columns(
    file: ExportFile, names: Sequence[str], needed: Sequence[str], read: ReadRecords
) -> pd.DataFrame:
    """The columns that the file has of those asked for, `needed` ones among them."""
    pieces: list[pd.DataFrame] = []
    for records in read(file, names):
        missing = [name for name in needed if len(records) and name not in records.columns]
        if missing:
            raise file.unreadable(
                clause("export-columns-missing", missing=tuple(missing), mapping=file.mapping_name)
            )
        has = [name for name in names if name in records.columns or name in needed]
        found = {name: records.column(name).rows() for name in has}
        pieces.append(pd.DataFrame(found, dtype="object"))
    return pd.concat(pieces, ignore_index=True) if pieces else pd.DataFrame(columns=list(needed))
