"""A delivery's exports → canonical tables, quarantine and control totals."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from messages.clause import Clause, clause
from sources.errors import MappingError, UnreadableExportError
from sources.landing.drift import retyped
from sources.landing.landing import Delivery
from sources.landing.recognised import recognised_entries
from sources.mapping.grammar import FileMapping, SourceMapping, TableMapping
from sources.readers.opened import ExportFile
from sources.tables.controls import all_totals
from sources.tables.joins import ACCOUNTS, LINKS, Joins, KnownKeys
from sources.tables.named_objects import NamedObjects
from sources.tables.repeats import (
    COMBINED,
    SUPERSEDED,
    combined,
    folded_totals,
    newest,
    under_survivors,
)
from sources.tables.scales import on_scale
from sources.tables.source_files import SourceFiles
from sources.tables.stopped_source import StoppedSource
from sources.tables.table_reader import CompanyContext, TableUnit, UnitRows, read_unit
from transforms.core.canonical import QUARANTINE_DTYPES, CanonicalTables, frame_of
from transforms.tables import TABLES

__all__ = ["CompanyContext", "DeliveryReader", "KnownKeys", "ReadOutcome"]

_PAGE = re.compile(r"-[0-9]{6,}(?=\.[a-z]+$)")
"""The number of a fetched page in its file's name."""
BUFFER_ROWS = 250_000
"""So many rows of all tables are held before they are handed on: a small delivery comes whole."""


def _told_once(stopped: Iterable[StoppedSource]) -> tuple[StoppedSource, ...]:
    """Pages of one list that cannot be used for one reason are one, `invoices-*.json`."""
    alike: dict[StoppedSource, list[StoppedSource]] = {}
    for stop in stopped:
        facts = stop.told.facts
        names = {key: _PAGE.sub("-*", str(facts[key])) for key in ("name", "source_file")}
        of_list = StoppedSource(stop.source, Clause(stop.told.code, {**facts, **names}))
        alike.setdefault(of_list, []).append(stop)
    return tuple(of_list if len(pages) > 1 else pages[0] for of_list, pages in alike.items())


@dataclass(frozen=True)
class ReadOutcome:
    """What a delivery says beside its rows. Each row read was handed on, or is in `quarantine`,
    or was filtered.

    `controls` counts them as read, quarantined and `filtered:<name>`.
    """

    quarantine: pd.DataFrame
    controls: pd.DataFrame
    stopped: tuple[StoppedSource, ...]
    unmatched: tuple[str, ...]
    unlinked: pd.DataFrame
    """`system`, `external_id` and `rows`: keys that no link leads to an account."""
    tables: Mapping[str, frozenset[str]]
    """What the delivery holds, be it without rows, with the sources that have it."""
    orphans: Mapping[str, int]
    """By table, rows that are kept out because they join no account."""
    ended: tuple[tuple[str, pd.DataFrame], ...]
    """By table, rows of increments that are not loaded: what was known under their keys ends."""

    @property
    def unreadable(self) -> frozenset[str]:
        """Sources whose rows do not count, those handed on before included."""
        return frozenset(stop.source for stop in self.stopped)


@dataclass
class _Told:
    """What has been told so far: faults and totals, and the files that stopped their source."""

    quarantine: list[pd.DataFrame] = field(default_factory=list)
    controls: list[dict[str, object]] = field(default_factory=list)
    stopped: dict[tuple[str, str], StoppedSource] = field(default_factory=dict)
    unlinked: list[tuple[str, pd.DataFrame]] = field(default_factory=list)
    """Keys that no link knows, by source, with the number of their rows."""
    ended: list[tuple[str, str, pd.DataFrame]] = field(default_factory=list)
    """By table and source."""
    delivered: dict[str, set[str]] = field(default_factory=dict)
    """By table, the sources that have it."""

    @property
    def sources_stopped(self) -> frozenset[str]:
        return frozenset(stop.source for stop in self.stopped.values())


class DeliveryReader:
    """Reads every export of a delivery, some rows at a time.

    A file that cannot be read stops its source with one sentence; the other sources go on.
    Tables are read after those whose keys they join by.
    """

    def __init__(
        self,
        delivery: Delivery,
        mappings: Sequence[SourceMapping],
        known: KnownKeys,
        company: CompanyContext,
    ) -> None:
        units = _in_joining_order(list(_units(delivery, mappings)), mappings)
        parents = {rule.via for unit in units for rule in unit.table.columns.values() if rule.via}
        self._delivery = delivery
        self._groups = _groups(units)
        self._joins = Joins(known, frozenset(parents | {ACCOUNTS}))
        self._company = replace(company, landed_at=delivery.landed_at)
        self._told = _Told()

    def buffers(self, rows: int = BUFFER_ROWS) -> Iterator[CanonicalTables]:
        """The rows, about so many at a time, to be gone through once. A table whose rows are
        combined, or of which only the newest count, comes whole."""
        for export in self._delivery.exports:
            if export.fault:
                told = UnreadableExportError(export.source, export.source_file, export.fault)
                self._stop(export.source, export.source_file, told)
        held: list[tuple[str, str, pd.DataFrame]] = []
        count = 0
        for name, source, frame in self._frames():
            self._told.delivered.setdefault(name, set()).add(source)
            held.append((name, source, frame))
            count += len(frame)
            if count >= rows:
                yield self._usable(held)
                held, count = [], 0
        yield self._usable(held)

    def outcome(self) -> ReadOutcome:
        """What is to be told, once the last buffer has been taken."""
        self._stop_retyped()
        told, out = self._told, self._told.sources_stopped
        faults = [frame for frame in told.quarantine if frame["source"].iloc[0] not in out]
        quarantine = pd.concat(faults, ignore_index=True) if faults else frame_of(QUARANTINE_DTYPES)
        controls = all_totals([total for total in told.controls if total["source"] not in out])
        delivered = {
            name: frozenset(sources - out)
            for name, sources in told.delivered.items()
            if sources - out
        }
        return ReadOutcome(
            quarantine,
            controls,
            _told_once(told.stopped.values()),
            self._delivery.unmatched,
            _unlinked(keys for source, keys in told.unlinked if source not in out),
            delivered,
            _orphans(quarantine),
            tuple((name, rows) for name, source, rows in told.ended if source not in out),
        )

    def _frames(self) -> Iterator[tuple[str, str, pd.DataFrame]]:
        """Table, source and rows, in the order in which they count as delivered."""
        for (name, source, way), units in self._groups.items():
            pieces = (piece for unit in units for piece in self._pieces(unit))
            if not way and self._may_meet(name):
                yield name, source, self._with_former(name, list(pieces))
            elif not way:
                for piece in pieces:
                    for frame in piece.tables:
                        yield name, source, frame
            else:
                made = list(pieces)
                yield name, source, self._folded(name, way, made)

    def _pieces(self, unit: TableUnit) -> Iterator[UnitRows]:
        file = unit.file
        if (file.source, file.source_file) in self._told.stopped:
            return
        try:
            for made in on_scale(unit, read_unit(unit, self._joins, self._company)):
                self._told.quarantine += [frame for frame in made.quarantine if len(frame)]
                self._told.controls += made.controls
                self._told.ended += [
                    (unit.spec.name, file.source, rows) for rows in made.ended if len(rows)
                ]
                self._told.unlinked += [(file.source, keys) for keys in made.unlinked]
                yield made
        except UnreadableExportError as error:
            self._stop(file.source, file.source_file, error)

    def _folded(self, name: str, way: str, made: Sequence[UnitRows]) -> pd.DataFrame:
        """One row a key. Those that it took out are added to the totals."""
        rows = _whole(name, [frame for piece in made for frame in piece.tables])
        once = _once(name, way, rows, made)
        outcome = COMBINED if way == "combine" else SUPERSEDED
        self._told.controls += folded_totals(name, rows, once, outcome)
        return once

    def _may_meet(self, name: str) -> bool:
        """Whether rows of merged accounts may get the key of a row of the one that remains."""
        has_account = "account_id" in TABLES[name].key and name != ACCOUNTS
        return has_account and self._joins.has_former

    def _with_former(self, name: str, made: Sequence[UnitRows]) -> pd.DataFrame:
        """Rows of accounts that were merged added to those of the account that remains, where
        both have the key; the totals count them as combined."""
        rows = _whole(name, [frame for piece in made for frame in piece.tables])
        former = [flags for piece in made for flags in piece.former]
        is_former = pd.concat(former, ignore_index=True).astype(bool) if len(rows) else []
        once = under_survivors(TABLES[name], rows, pd.Series(is_former, dtype=bool))
        self._told.controls += folded_totals(name, rows, once, COMBINED)
        return once

    def _usable(self, held: Sequence[tuple[str, str, pd.DataFrame]]) -> CanonicalTables:
        """The rows of sources that have not been stopped so far, by table."""
        out = self._told.sources_stopped
        tables: dict[str, list[pd.DataFrame]] = {}
        for name, source, frame in held:
            if source not in out:
                tables.setdefault(name, []).append(frame)
        return CanonicalTables({name: _whole(name, frames) for name, frames in tables.items()})

    def _stop_retyped(self) -> None:
        """Files a column of which holds something else now."""
        faults = self._told.quarantine
        if not faults:
            return
        told, totals = pd.concat(faults), all_totals(self._told.controls)
        for (source, file), sentence in retyped(told, totals).items():
            self._stop(source, file, UnreadableExportError(source, file, sentence))

    def _stop(self, source: str, source_file: str, error: UnreadableExportError) -> None:
        self._told.stopped[source, source_file] = StoppedSource(source, error.clause)


def _orphans(quarantine: pd.DataFrame) -> dict[str, int]:
    """By table, rows whose keys lead to no account."""
    place = ["table_name", "source_file", "source_line", "raw"]
    alone = quarantine[quarantine["rule"] == "unknown_account"].drop_duplicates(place)
    return {str(name): int(rows) for name, rows in alone.groupby("table_name").size().items()}


def _units(delivery: Delivery, mappings: Sequence[SourceMapping]) -> Iterator[TableUnit]:
    by_source = {mapping.source: mapping for mapping in mappings}
    alone = list(_files(delivery, by_source))
    named = {
        source: NamedObjects([file for file in alone if file.source == source])
        for source in by_source
    }
    files = [named[file.source].beside(file) for file in alone]
    of_source = {
        source: SourceFiles(tuple(file for file in files if file.source == source))
        for source in by_source
    }
    for file in files:
        together = of_source[file.source]
        yield from (
            TableUnit(file, position, together) for position in range(len(file.entry.tables))
        )


def _files(delivery: Delivery, by_source: Mapping[str, SourceMapping]) -> Iterator[ExportFile]:
    for export in delivery.exports:
        mapping = by_source.get(export.source)
        if mapping and not export.fault:
            name = f"{mapping.path.parent.name}/{mapping.path.name}"
            path = export.path_in_delivery
            entries = recognised_entries(mapping, path, export.archive_path)
            for entry in entries:
                place = _place(export.source_file, entry, entries)
                yield ExportFile(export.source, place, export.archive_path, entry, name)


def _place(source_file: str, entry: FileMapping, entries: Sequence[FileMapping]) -> str:
    """The file, with its sheet, section or list where several are read: each has its own line 2."""
    return f"{source_file}#{entry.part}" if len(entries) > 1 and entry.part else source_file


def _in_joining_order(units: list[TableUnit], mappings: Sequence[SourceMapping]) -> list[TableUnit]:
    needs: dict[str, set[str]] = {}
    for unit in units:
        needs.setdefault(unit.spec.name, set()).update(_needed_tables(unit.table))
    depths = {name: _depth(name, needs, (), mappings) for name in needs}
    places = {mapping.source: place for place, mapping in enumerate(mappings)}

    def turn(unit: TableUnit) -> tuple[int, int, bool]:
        # Of two links of one key the first counts, so that here the order of sources matters.
        place = places[unit.file.source] if unit.spec.name == LINKS else 0
        # Refunds find their account by the payments of another file of the same table.
        return depths[unit.spec.name], place, unit.spec.name in _vias(unit.table)

    return sorted(units, key=turn)


def _needed_tables(table: TableMapping) -> set[str]:
    """Tables whose rows must be known before this one's can find their account."""
    needed = _vias(table) - {table.table}
    if TABLES[table.table].has_account and table.table != LINKS:
        needed |= {LINKS, ACCOUNTS} - {table.table}
    return needed


def _vias(table: TableMapping) -> set[str]:
    """Tables by whose rows this one's find their account."""
    return {rule.via for rule in table.columns.values() if rule.via}


def _depth(
    name: str,
    needs: Mapping[str, set[str]],
    above: tuple[str, ...],
    mappings: Sequence[SourceMapping],
) -> int:
    if name in above:
        circle = " → ".join((*above[above.index(name) :], name))
        raise MappingError(
            mappings[0].path.name, 1, clause("mapping-accounts-in-a-circle", circle=circle)
        )
    below = needs.get(name, set())
    return max((1 + _depth(item, needs, (*above, name), mappings) for item in below), default=0)


def _groups(units: Sequence[TableUnit]) -> dict[tuple[str, str, str], list[TableUnit]]:
    """Units by table, source and what becomes of rows of one key, in the order of the first."""
    groups: dict[tuple[str, str, str], list[TableUnit]] = {}
    for unit in units:
        way = "combine" if unit.table.combine else "latest" if unit.table.latest_by else ""
        groups.setdefault((unit.spec.name, unit.file.source, way), []).append(unit)
    return groups


def _unlinked(counted: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Each key that no link knows, with the number of rows that wait for it."""
    empty = pd.DataFrame({"system": [], "external_id": []}, dtype="str").assign(
        rows=pd.Series(dtype="int64")
    )
    keys = pd.concat([empty, *counted])
    return keys.groupby(["system", "external_id"], as_index=False)[["rows"]].sum()


def _once(name: str, way: str, rows: pd.DataFrame, made: Sequence[UnitRows]) -> pd.DataFrame:
    if way == "combine":
        return combined(TABLES[name], rows)
    versions = [version for item in made for version in item.versions]
    if not versions:  # the file could not be read, and that is told
        return rows
    return newest(TABLES[name], rows, versions)


def _whole(name: str, frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else TABLES[name].empty()
