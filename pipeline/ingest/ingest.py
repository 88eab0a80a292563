"""Land, read, validate and promote: from raw exports to versioned canonical tables."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from messages.catalogue import Catalogue, catalogue, languages
from messages.clause import Clause, clause, named
from messages.errors import CarteraError
from pipeline.ingest.ingested import IngestedDelivery
from pipeline.ingest.undated import in_turn
from pipeline.settings import Settings
from sources.landing.drift import added_columns, unsaid_columns
from sources.landing.landing import Delivery, land, with_file
from sources.landing.swapped_days import swapped_days
from sources.mapping.load import SourceMapping, builtin_mapping_path, file_mappings_of, load_mapping
from sources.tables.controls import close_controls
from sources.tables.faults import kept_out_count
from sources.tables.read import CompanyContext, DeliveryReader, KnownKeys
from sources.tables.stopped_source import StoppedSource
from warehouse import ExportRecord, LoadRequest, LoadSummary, Staging, Warehouse
from warehouse import KnownKeys as WarehouseKeys

_FEWEST_ROWS = 20
_SMALLEST_SHARE = 0.8
"""Of the rows that were known; with fewer, a person should look."""


class NothingLandedError(CarteraError):
    """The landing place holds no file."""

    code = "failure-nothing-landed"
    landing: str


@dataclass(frozen=True)
class CheckedDelivery:
    """A delivery read and validated: the rows that can be loaded are staged."""

    delivery: Delivery
    results: pd.DataFrame
    quarantine: pd.DataFrame
    controls: pd.DataFrame
    held: dict[str, tuple[str, ...]]
    stopped: tuple[StoppedSource, ...]
    unmatched: tuple[str, ...]
    unlinked: pd.DataFrame
    """Keys of other systems that lead to no account, with the rows that wait."""
    delivered: Mapping[str, frozenset[str]]
    """By table, the sources that have it, be it without rows."""


def source_mappings(settings: Settings) -> tuple[SourceMapping, ...]:
    """The mappings that cartera.toml names, each read and validated."""
    return tuple(load_mapping(_mapping_path(name, settings.root)) for name in settings.sources)


def landed_deliveries(
    settings: Settings, mappings: Sequence[SourceMapping]
) -> tuple[Delivery, ...]:
    """Everything in the landing place, archived, oldest delivery first; the company's account
    map is part of the newest."""
    deliveries = land(settings.landing, settings.archive, mappings)
    if not deliveries:
        raise NothingLandedError(settings.landing)
    return (*deliveries[:-1], _with_account_map(settings, mappings, deliveries[-1]))


def account_maps() -> dict[str, Catalogue]:
    """What an account map beside cartera.toml is called, with the words that it is written in;
    a language without a name of its own has the English one."""
    found: dict[str, Catalogue] = {}
    for words in map(catalogue, languages()):
        found.setdefault(words.say("accounts-file"), words)
    return found


def _with_account_map(
    settings: Settings, mappings: Sequence[SourceMapping], delivery: Delivery
) -> Delivery:
    """A map beside cartera.toml holds for every delivery that is read."""
    for name in account_maps():
        path = settings.root / name
        if path.is_file():
            delivery = with_file(delivery, path, settings.archive, mappings)
    return delivery


def increments_of(mappings: Sequence[SourceMapping]) -> frozenset[tuple[str, str]]:
    """Source and table of the exports that bring only what changed."""
    return frozenset(
        (mapping.source, table.table)
        for mapping in mappings
        for file in mapping.files
        for table in file.tables
        if table.delivery == "increment"
    )


def check_delivery(
    settings: Settings,
    mappings: Sequence[SourceMapping],
    delivery: Delivery,
    known: WarehouseKeys,
    staging: Staging,
    data_docs: Path | None = None,
) -> CheckedDelivery:
    """Read and validate one delivery, piece by piece, against itself and what is known; with
    Great Expectations' own pages in the folder `data_docs`, if one is named."""
    # Great Expectations takes seconds to import.
    from expectations.validation import Validation

    reader = DeliveryReader(
        delivery,
        mappings,
        KnownKeys(known.account_of, known.links),
        CompanyContext(settings.company.time_zone, settings.company.reporting_currency),
    )
    tolerances = {mapping.source: mapping.line_tolerance for mapping in mappings}
    validation = Validation(staging, known.keys, tolerances, data_docs)
    for tables in reader.buffers():
        validation.take(tables)
    read = reader.outcome()
    report = validation.finish(read.unreadable, frozenset(read.tables), read.orphans)
    for name, rows in read.ended:
        staging.end(name, rows[~rows["source"].isin(list(report.stopped))])
    quarantine = pd.concat([read.quarantine, report.quarantine], ignore_index=True)
    by_rules = (StoppedSource(*stop) for stop in report.stopped.items())
    return CheckedDelivery(
        delivery,
        report.results,
        quarantine,
        close_controls(read.controls, staging.loaded_totals(), quarantine),
        dict(report.held),
        (*read.stopped, *by_rules),
        read.unmatched,
        read.unlinked,
        read.tables,
    )


def ingest(settings: Settings, warehouse: Warehouse) -> tuple[IngestedDelivery, ...]:
    """Bring the warehouse up to everything that has been landed; the same again changes nothing."""
    mappings = source_mappings(settings)
    landed, beside = warehouse.landed_exports(), account_maps()
    return tuple(
        _ingest_one(settings, mappings, in_turn(delivery, landed, beside), warehouse)
        for delivery in landed_deliveries(settings, mappings)
    )


def _ingest_one(
    settings: Settings,
    mappings: Sequence[SourceMapping],
    delivery: Delivery,
    warehouse: Warehouse,
) -> IngestedDelivery:
    exports = _export_records(delivery, mappings)
    if warehouse.is_loaded(delivery.landed_at, exports):
        return IngestedDelivery(delivery.landed_at, len(exports), 0, 0, False, (), ())
    delivery = _with_account_map(settings, mappings, delivery)
    exports = _export_records(delivery, mappings)
    known = warehouse.known_keys(delivery.landed_at)
    added = added_columns(delivery, mappings, _archived(warehouse, delivery.landed_at))
    increments = increments_of(mappings)
    with warehouse.staging(increments) as staging:
        checked = check_delivery(settings, mappings, delivery, known, staging)
        summary = warehouse.promote(staging, _load_request(delivery, exports, checked))
    kept_out = kept_out_count(checked.quarantine)
    return IngestedDelivery(
        delivery.landed_at,
        len(exports),
        summary.rows_loaded,
        kept_out,
        True,
        checked.stopped,
        (
            *map(unread, checked.unmatched),
            *read_twice(delivery, mappings),
            *unsaid_columns(delivery, mappings),
            *swapped_days(delivery, mappings, settings.company.time_zone),
            *added,
            *_shrunk(summary, increments),
            *summary.refused.values(),
        ),
    )


def _load_request(
    delivery: Delivery, exports: tuple[ExportRecord, ...], checked: CheckedDelivery
) -> LoadRequest:
    return LoadRequest(
        landed_at=delivery.landed_at,
        exports=exports,
        quarantine=checked.quarantine,
        controls=checked.controls,
        held=checked.held,
        results=checked.results,
        stopped=frozenset(stop.source for stop in checked.stopped),
        delivered=checked.delivered,
    )


def unread(source_file: str) -> Clause:
    """What is told of a file that no mapping names."""
    return clause("export-unmatched", file=source_file)


def read_twice(delivery: Delivery, mappings: Sequence[SourceMapping]) -> Iterator[Clause]:
    """What is told of each file that several sources read: its rows count once for each."""
    by_source = {mapping.source: mapping for mapping in mappings}
    readers: dict[str, list[str]] = {}
    for export in delivery.exports:
        entries = file_mappings_of(by_source[export.source], export.path_in_delivery)
        if any(entry.tables for entry in entries):
            readers.setdefault(export.source_file, []).append(export.source)
    for file, sources in readers.items():
        if len(sources) > 1:
            yield clause("export-read-twice", file=file, sources=tuple(sources))


def _shrunk(summary: LoadSummary, increments: frozenset[tuple[str, str]]) -> Iterator[Clause]:
    """Full exports that lack much of what was known: nothing in a file tells that it was cut off
    between two lines."""
    for change in summary.changes:
        before = change.unchanged + change.superseded
        now = change.unchanged + change.inserted
        is_full = (change.source, change.table_name) not in increments
        if is_full and before >= _FEWEST_ROWS and now < before * _SMALLEST_SHARE:
            table = clause(named("table", change.table_name))
            yield clause("export-shrunk", source=change.source, now=now, table=table, before=before)


def _archived(warehouse: Warehouse, known_at: datetime) -> dict[str, dict[str, Path]]:
    """The files of each source's last load, by source and name."""
    found: dict[str, dict[str, Path]] = {}
    exports = warehouse.exports(known_at)
    places = zip(exports["source"], exports["source_file"], exports["archive_path"], strict=True)
    for source, name, path in places:
        found.setdefault(source, {})[name] = Path(path)
    return found


def _export_records(
    delivery: Delivery, mappings: Sequence[SourceMapping]
) -> tuple[ExportRecord, ...]:
    """The delivery's files, each with the hash of the mapping that reads it."""
    readings = {
        mapping.source: hashlib.sha256(mapping.path.read_bytes()).hexdigest()
        for mapping in mappings
    }
    return tuple(
        ExportRecord(
            export.source,
            export.source_file,
            export.sha256,
            export.size,
            str(export.archive_path),
            readings[export.source],
        )
        for export in delivery.exports
    )


def _mapping_path(name: str, root: Path) -> Path:
    return root / name if name.endswith(".toml") else builtin_mapping_path(name)
