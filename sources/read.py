"""A delivery's exports → canonical tables, quarantine and control totals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from sources.controls import all_totals
from sources.errors import MappingError, UnreadableExportError
from sources.joins import ACCOUNTS, LINKS, Joins, KnownKeys
from sources.landing import Delivery
from sources.mapping import file_mapping_of
from sources.mapping_model import SourceMapping, TableMapping
from sources.opened import ExportFile
from sources.repeats import COMBINED, SUPERSEDED, combined, folded_totals, newest
from sources.table_reader import CompanyContext, TableUnit, UnitRows, read_unit
from transforms.canonical import QUARANTINE_DTYPES, CanonicalTables, frame_of
from transforms.tables import TABLES

__all__ = ["CompanyContext", "KnownKeys", "ReadResult", "StoppedSource", "read_delivery"]


@dataclass(frozen=True)
class StoppedSource:
    """A source of which nothing is loaded, and the sentence that says why."""

    source: str
    sentence: str


@dataclass(frozen=True)
class ReadResult:
    """What a delivery says. Each row read is in `tables`, in `quarantine`, or filtered.

    `controls` counts them as read, quarantined and `filtered:<name>`.
    """

    tables: CanonicalTables
    quarantine: pd.DataFrame
    controls: pd.DataFrame
    stopped: tuple[StoppedSource, ...]
    unmatched: tuple[str, ...]
    unlinked: pd.DataFrame
    """`system`, `external_id` and `rows`: keys that no link leads to an account."""


@dataclass
class _Collected:
    """What the units made so far, by source, and the files that stopped theirs."""

    rows: list[tuple[TableUnit, UnitRows]] = field(default_factory=list)
    stopped: dict[tuple[str, str], StoppedSource] = field(default_factory=dict)


def read_delivery(
    delivery: Delivery,
    mappings: Sequence[SourceMapping],
    known: KnownKeys,
    company: CompanyContext,
) -> ReadResult:
    """Read every export of a delivery.

    A file that cannot be read stops its source with one sentence; the other sources go on.
    Tables are read after those whose keys they join by.
    """
    units = _in_joining_order(list(_units(delivery, mappings)), mappings)
    parents = {rule.via for unit in units for rule in unit.table.columns.values() if rule.via}
    joins, collected = Joins(known, frozenset(parents | {ACCOUNTS})), _Collected()
    for export in delivery.exports:
        if export.fault:
            told = UnreadableExportError(export.source, export.source_file, export.fault)
            place = (export.source, export.source_file)
            collected.stopped[place] = StoppedSource(export.source, str(told))
    for unit in units:
        place = (unit.file.source, unit.file.source_file)
        if place in collected.stopped:
            continue
        try:
            collected.rows.append((unit, read_unit(unit, joins, company)))
        except UnreadableExportError as error:
            collected.stopped[place] = StoppedSource(unit.file.source, str(error))
    return _result(delivery, collected)


def _units(delivery: Delivery, mappings: Sequence[SourceMapping]) -> Iterator[TableUnit]:
    by_source = {mapping.source: mapping for mapping in mappings}
    files = list(_files(delivery, by_source))
    for file in files:
        siblings = tuple(other for other in files if other.source == file.source)
        yield from (
            TableUnit(file, position, siblings) for position in range(len(file.entry.tables))
        )


def _files(delivery: Delivery, by_source: Mapping[str, SourceMapping]) -> Iterator[ExportFile]:
    for export in delivery.exports:
        mapping = by_source.get(export.source)
        entry = file_mapping_of(mapping, export.path_in_delivery) if mapping else None
        if mapping and entry:
            name = f"{mapping.path.parent.name}/{mapping.path.name}"
            yield ExportFile(export.source, export.source_file, export.archive_path, entry, name)


def _in_joining_order(units: list[TableUnit], mappings: Sequence[SourceMapping]) -> list[TableUnit]:
    needs: dict[str, set[str]] = {}
    for unit in units:
        needs.setdefault(unit.spec.name, set()).update(_needed_tables(unit.table))
    depths = {name: _depth(name, needs, (), mappings) for name in needs}
    places = {mapping.source: place for place, mapping in enumerate(mappings)}

    def turn(unit: TableUnit) -> tuple[int, int]:
        # Of two links of one key the first counts, so that here the order of sources matters.
        return depths[unit.spec.name], places[unit.file.source] if unit.spec.name == LINKS else 0

    return sorted(units, key=turn)


def _needed_tables(table: TableMapping) -> set[str]:
    """Tables whose rows must be known before this one's can find their account."""
    rules = table.columns.values()
    needed = {rule.via for rule in rules if rule.via}
    if TABLES[table.table].has_account and table.table != LINKS:
        needed |= {LINKS, ACCOUNTS} - {table.table}
    return needed


def _depth(
    name: str,
    needs: Mapping[str, set[str]],
    above: tuple[str, ...],
    mappings: Sequence[SourceMapping],
) -> int:
    if name in above:
        circle = " → ".join((*above[above.index(name) :], name))
        raise MappingError(mappings[0].path, 1, f"accounts are looked up in a circle: {circle}")
    below = needs.get(name, set())
    return max((1 + _depth(item, needs, (*above, name), mappings) for item in below), default=0)


def _result(delivery: Delivery, collected: _Collected) -> ReadResult:
    out = {stop.source for stop in collected.stopped.values()}
    kept = [(unit, made) for unit, made in collected.rows if unit.file.source not in out]
    faults = [frame for _, made in kept for frame in made.quarantine if len(frame)]
    totals = [total for _, made in kept for total in made.controls]
    tables = _tables(kept, totals)
    return ReadResult(
        CanonicalTables(tables),
        pd.concat(faults, ignore_index=True) if faults else frame_of(QUARANTINE_DTYPES),
        all_totals(totals),
        tuple(collected.stopped.values()),
        delivery.unmatched,
        _unlinked(made for _, made in kept),
    )


def _unlinked(made: Iterable[UnitRows]) -> pd.DataFrame:
    """Each key that no link knows, with the number of rows that wait for it."""
    empty = pd.DataFrame({"system": [], "external_id": []}, dtype="str")
    keys = pd.concat([empty, *(frame for item in made for frame in item.unlinked)])
    return (
        keys.groupby(["system", "external_id"], as_index=False)
        .size()
        .rename(columns={"size": "rows"})
    )


def _tables(
    kept: Sequence[tuple[TableUnit, UnitRows]], totals: list[dict[str, object]]
) -> dict[str, pd.DataFrame]:
    """Every table whole. Rows that repeats took out are added to the totals."""
    groups: dict[tuple[str, str, str], list[tuple[TableUnit, UnitRows]]] = {}
    for unit, made in kept:
        way = "combine" if unit.table.combine else "latest" if unit.table.latest_by else ""
        groups.setdefault((unit.spec.name, unit.file.source, way), []).append((unit, made))
    pieces: dict[str, list[pd.DataFrame]] = {}
    for (name, _, way), parts in groups.items():
        frames = [frame for _, made in parts for frame in made.tables]
        rows = _whole(name, [frame for frame in frames if len(frame)])
        if way:
            once = _once(name, way, rows, [made for _, made in parts])
            outcome = COMBINED if way == "combine" else SUPERSEDED
            totals += folded_totals(name, rows, once, outcome)
            rows = once
        pieces.setdefault(name, []).append(rows)
    return {
        name: _whole(name, [frame for frame in frames if len(frame)])
        for name, frames in pieces.items()
    }


def _once(name: str, way: str, rows: pd.DataFrame, made: Sequence[UnitRows]) -> pd.DataFrame:
    if way == "combine":
        return combined(TABLES[name], rows)
    versions = [version for item in made for version in item.versions]
    return newest(TABLES[name], rows, versions)


def _whole(name: str, frames: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat(frames, ignore_index=True) if frames else TABLES[name].empty()
