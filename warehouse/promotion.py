"""A delivery becomes what is known: staged, compared and promoted in one transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import Connection, insert, text

from messages.clause import Clause, clause
from transforms.core.canonical import CONTROL_DTYPES, QUARANTINE_DTYPES
from warehouse import schema
from warehouse.loads import (
    ANY_SOURCE,
    SourceLoad,
    fingerprints,
    loaded_already,
    loads_of,
    record_load,
)
from warehouse.registry.records import ExportRecord, LoadSummary, TableChange
from warehouse.registry.snapshot import apply_snapshot
from warehouse.rows.bulk import write_rows
from warehouse.settled import settle_faults
from warehouse.staging.staging import Staging

_Staged = Mapping[str, Mapping[str, int]]
"""By table and source, how many rows are to be loaded."""


@dataclass(frozen=True)
class LoadRequest:
    """What is told of a delivery whose rows are staged.

    Rows of `stopped` sources are left out and those of their last load stay; what was told
    about them (quarantine, controls) is kept all the same.
    """

    landed_at: datetime
    exports: Sequence[ExportRecord]
    quarantine: pd.DataFrame
    controls: pd.DataFrame
    held: Mapping[str, Sequence[str]]
    results: pd.DataFrame
    stopped: frozenset[str] = frozenset()
    delivered: Mapping[str, Collection[str]] = field(default_factory=dict)
    """By table, the sources that delivered it, be it without rows."""


@dataclass(frozen=True)
class _Verdict:
    """What is to be done with the sources of a delivery."""

    refused: Mapping[str, Clause]
    load: frozenset[str]
    """Whose rows are promoted."""
    tell: frozenset[str]
    """About whom the load tells: also those that were stopped."""


def promote(connection: Connection, staging: Staging, request: LoadRequest) -> LoadSummary:
    """Make the delivery the newest one of its sources, inside the caller's transaction."""
    _only_one_at_a_time(connection)
    staged = {name: staging.kept_rows(name) for name in staging.names}
    verdict = _judge(connection, staged, request)
    if not verdict.tell:
        return LoadSummary(request.landed_at, None, (), verdict.refused, not verdict.refused)
    load_id = record_load(connection, request.landed_at, datetime.now(UTC))
    _record_files(connection, request, verdict, load_id)
    changes = _promote_tables(connection, staging, staged, request, verdict, load_id)
    _record_feeds(connection, changes, load_id)
    settle_faults(connection, staging, changes, load_id)
    _record_told(connection, request, verdict, load_id)
    return LoadSummary(request.landed_at, load_id, changes, verdict.refused, False)


def is_loaded(connection: Connection, landed_at: datetime, exports: Iterable[ExportRecord]) -> bool:
    """Whether every source of the delivery was loaded from exactly these files."""
    return all(
        loaded_already(loads_of(connection, source), landed_at, files, is_loaded=True)
        for source, files in fingerprints(exports).items()
    )


def _only_one_at_a_time(connection: Connection) -> None:
    # SQLite has one writer at a time anyway.
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE loads IN EXCLUSIVE MODE"))


def _judge(connection: Connection, staged: _Staged, request: LoadRequest) -> _Verdict:
    files = fingerprints(request.exports)
    unknown = {source for rows in staged.values() for source in rows} - set(files)
    if unknown:
        raise ValueError(f"rows of sources without an export: {', '.join(sorted(unknown))}")
    loads = {source: loads_of(connection, source) for source in files}
    same = {
        source
        for source, found in files.items()
        if loaded_already(
            loads[source], request.landed_at, found, is_loaded=source not in request.stopped
        )
    }
    newer = _newer(loads, request.landed_at)
    refused = {
        source: _refusal(source, request.landed_at, newest)
        for source, newest in newer.items()
        if source not in same
    }
    current = set(files) - set(newer)
    # With one new file the whole delivery is taken in again: rules look across its sources.
    tell = frozenset(current if current - same else ())
    return _Verdict(refused, tell - request.stopped, tell)


def _newer(loads: Mapping[str, Sequence[SourceLoad]], landed_at: datetime) -> dict[str, datetime]:
    """When the newest delivery of each source landed, where that was after this one."""
    newest = {
        source: max(load.landed_at for load in found) for source, found in loads.items() if found
    }
    return {source: moment for source, moment in newest.items() if moment > landed_at}


def _refusal(source: str, landed_at: datetime, newest: datetime) -> Clause:
    return clause(
        "export-older",
        source=source,
        landed=f"{landed_at:%Y-%m-%d %H:%M}",
        newest=f"{newest:%Y-%m-%d %H:%M}",
    )


def _record_files(
    connection: Connection, request: LoadRequest, verdict: _Verdict, load_id: int
) -> None:
    connection.execute(
        insert(schema.load_files),
        [
            asdict(export) | {"load_id": load_id}
            for export in request.exports
            if export.source in verdict.tell
        ],
    )
    connection.execute(
        insert(schema.load_sources),
        [
            {"load_id": load_id, "source": source, "is_loaded": source in verdict.load}
            for source in sorted(verdict.tell)
        ],
    )


def _promote_tables(
    connection: Connection,
    staging: Staging,
    staged: _Staged,
    request: LoadRequest,
    verdict: _Verdict,
    load_id: int,
) -> tuple[TableChange, ...]:
    changes: list[TableChange] = []
    for name, rows in staged.items():
        sources = _sources_delivering(name, rows, request) & verdict.load
        counts = {source: rows.get(source, 0) for source in sorted(sources)}
        changes += apply_snapshot(connection, staging, name, counts, load_id)
    return tuple(changes)


def _sources_delivering(name: str, rows: Mapping[str, int], request: LoadRequest) -> frozenset[str]:
    """Whose export had this table: by its rows, or as the request says where no row was left.

    A table without rows that it does not mention is the only source's, if there is only one.
    """
    told = request.controls.loc[request.controls["table_name"] == name, "source"]
    delivering = frozenset((*rows, *told, *request.delivered.get(name, ())))
    everybody = frozenset(export.source for export in request.exports)
    return delivering or (everybody if len(everybody) == 1 else frozenset())


def _record_feeds(connection: Connection, changes: Sequence[TableChange], load_id: int) -> None:
    if changes:
        rows = [asdict(change) | {"load_id": load_id} for change in changes]
        connection.execute(insert(schema.load_feeds), rows)


def _record_told(
    connection: Connection, request: LoadRequest, verdict: _Verdict, load_id: int
) -> None:
    for table, frame, dtypes in (
        (schema.quarantine, request.quarantine, QUARANTINE_DTYPES),
        (schema.controls, request.controls, CONTROL_DTYPES),
    ):
        told = frame[frame["source"].isin(verdict.tell)]
        _write_told(connection, table, told, dtypes, load_id)
    _write_told(
        connection, schema.validation_results, request.results, schema.RESULT_DTYPES, load_id
    )
    if held := _held_rows(request, load_id):
        connection.execute(insert(schema.held_accounts), held)


def _held_rows(request: LoadRequest, load_id: int) -> list[dict[str, object]]:
    """Each reason with the sources whose faults it comes from, so that their next load ends it."""
    faults = request.quarantine.groupby(["account_id", "rule"])["source"].unique()
    return [
        {"load_id": load_id, "account_id": account, "reason": reason, "source": source}
        for account, reasons in request.held.items()
        for reason in sorted(set(reasons))
        for source in faults.get((account, reason), [ANY_SOURCE])
    ]


def _write_told(
    connection: Connection,
    table: schema.Table,
    frame: pd.DataFrame,
    dtypes: Mapping[str, str],
    load_id: int,
) -> None:
    if frame.empty:
        return
    told = frame.reindex(columns=list(dtypes)).astype(dict(dtypes))
    loads = pd.Series(load_id, index=told.index, dtype="Int64")
    write_rows(connection, table, told.assign(load_id=loads))
