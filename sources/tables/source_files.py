"""The files of one source in a delivery: what they look up in each other, and which of several
pages holds the newest form of a record. Each is found out once for all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sources.mapping.grammar import Lookup
from sources.mapping.lookups import LookupTable, lookup_table
from sources.readers.json_records import DOCUMENT, PARENT, id_above
from sources.readers.opened import ExportFile
from sources.readers.records import Records
from sources.readers.rows import file_records


@dataclass
class SourceFiles:
    """In the order of their names, which is that of their age where a system's answers come as
    pages."""

    files: tuple[ExportFile, ...] = ()
    _holders: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    """By pattern and part, the last file that has each record's id."""
    _ends: dict[tuple[str, str], dict[str, bool]] = field(default_factory=dict)
    """By pattern and part, of what each list is, and whether one of its pages is the last."""
    _tables: dict[tuple[str, str, str, tuple[str, ...]], LookupTable] = field(default_factory=dict)

    def older(self, file: ExportFile, records: Records, each: str = "") -> NDArray[np.bool_]:
        """The records that a later file of the same entry has again."""
        path = file.entry.newest
        if not path:
            return np.zeros(len(records), dtype=bool)
        holders = self._holders_of(file)
        words = records.column(f"{PARENT}{path}" if each else path)
        return words.mask(lambda key: holders.get(key, file.source_file) != file.source_file)

    def is_cut_short(self, file: ExportFile) -> bool:
        """Whether the list that a file holds, or is a page of, goes on in a page that is not there.

        It would pass for the whole one, and what is missing in it for gone.
        """
        if not file.entry.goes_on:
            return False
        which = _entry(file)
        if which not in self._ends:
            ends: dict[str, bool] = {}
            for item in (item for item in self.files if _entry(item) == which):
                above = id_above(item.source_file)
                ends[above] = ends.get(above, False) or _is_last(item)
            self._ends[which] = ends
        return not self._ends[which].get(id_above(file.source_file), True)

    def lookup(self, lookup: Lookup, asking: ExportFile, names: Sequence[str]) -> LookupTable:
        """The columns that a file borrows from others."""
        if not lookup.file:
            return lookup_table(lookup, asking, self.files, names, self._newest)
        key = (asking.entry.pattern, asking.entry.part, lookup.name, tuple(names))
        if key not in self._tables:
            self._tables[key] = lookup_table(lookup, asking, self.files, names, self._newest)
        return self._tables[key]

    def _newest(self, file: ExportFile, names: Sequence[str]) -> Iterator[Records]:
        """A file's records without those that a later one has again."""
        path = file.entry.newest
        for records in file_records(file, (*names, path) if path else names, ""):
            yield records.where(~self.older(file, records))

    def _holders_of(self, file: ExportFile) -> dict[str, str]:
        path, which = file.entry.newest, _entry(file)
        if which not in self._holders:
            same = [item for item in self.files if _entry(item) == which]
            self._holders[which] = {
                key: item.source_file
                for item in (same if len(same) > 1 else ())
                for records in file_records(item, (path,), "")
                for key in records.column(path).words
                if key
            }
        return self._holders[which]


def _entry(file: ExportFile) -> tuple[str, str]:
    return file.entry.pattern, file.entry.part


def _is_last(file: ExportFile) -> bool:
    """Whether its list ends with the page."""
    goes_on = f"{DOCUMENT}{file.entry.goes_on}"
    records = next(file_records(file, (goes_on,), ""))
    return records.column(goes_on).words[0] in ("", "false")
