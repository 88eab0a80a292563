"""Clients, files, figures and runs as the portal reads them, through its views alone."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select

from warehouse.portal.records import (
    ClientSummary,
    PublishedPath,
    RestatedFigure,
    RowFault,
    ShownFigure,
)
from warehouse.portal.views import (
    portal_clients,
    portal_exports,
    portal_fetches,
    portal_figures,
    portal_files,
    portal_quarantine,
    portal_renewals,
    portal_restated,
    portal_run_files,
    portal_runs,
    portal_totals,
)
from warehouse.registry.records import FetchRecord, RunFile, RunRecord, RunState
from warehouse.schema import client_summaries

# What every page asks is put together once.
_CLIENTS = select(portal_clients).order_by(portal_clients.c.client_name)
_MANAGERS = bindparam("managers", expanding=True)
_CLIENTS_OF = _CLIENTS.where(
    portal_clients.c.manager_email.in_(_MANAGERS)
    | portal_clients.c.manager_name.in_(
        select(portal_clients.c.manager_name).where(portal_clients.c.manager_email.in_(_MANAGERS))
    )
    | portal_clients.c.client_id.in_(bindparam("ids", expanding=True))
)
_FILES = (
    select(portal_files)
    .where(portal_files.c.kind.in_(bindparam("kinds", expanding=True)))
    .order_by(portal_files.c.artifact_id.desc())
)
_FILES_OF = _FILES.where(portal_files.c.subject_id.in_(bindparam("subjects", expanding=True)))
_FILE = select(portal_files).where(portal_files.c.artifact_id == bindparam("number"))


def save_summaries(connection: Connection, summaries: Iterable[ClientSummary]) -> None:
    """Put them in the place of those of the same client and period."""
    for summary in summaries:
        same = (
            client_summaries.c.period == summary.period,
            client_summaries.c.client_id == summary.client_id,
        )
        connection.execute(delete(client_summaries).where(*same))
        values = vars(summary) | {
            "signals": json.dumps(summary.signals),
            "held": json.dumps(summary.held),
        }
        connection.execute(insert(client_summaries).values(values))


def summarised(connection: Connection, period: str) -> dict[str, str]:
    """The clients that a period has a summary of, and the edition of each."""
    own = client_summaries.c
    query = select(own.client_id, own.edition_id).where(own.period == period)
    return {row.client_id: row.edition_id for row in connection.execute(query)}


def read_summaries(connection: Connection, period: str) -> tuple[ClientSummary, ...]:
    """The clients of a period, by name."""
    own = client_summaries.c
    query = select(client_summaries).where(own.period == period).order_by(own.client_name)
    return tuple(_client(row) for row in connection.execute(query))


def read_clients(
    connection: Connection, managers: Collection[str] | None, ids: Collection[str]
) -> tuple[ClientSummary, ...]:
    """Each client as its newest run saw it, by name: all, or those with these ids and those of
    the managers of these addresses, whatever address another run knew a manager by."""
    if managers is None:
        found = connection.execute(_CLIENTS)
    else:
        found = connection.execute(_CLIENTS_OF, {"managers": list(managers), "ids": list(ids)})
    return tuple(map(_client, found))


def read_files(
    connection: Connection, kinds: Collection[str], subjects: Collection[str] | None
) -> tuple[PublishedPath, ...]:
    """Files of these kinds and subjects (all of them for None), the newest first."""
    asked: dict[str, object] = {"kinds": list(kinds)}
    if subjects is None:
        found = connection.execute(_FILES, asked)
    else:
        found = connection.execute(_FILES_OF, asked | {"subjects": list(subjects)})
    return tuple(PublishedPath(*row) for row in found)


def read_renewal_lines(connection: Connection, clients: Collection[str]) -> Mapping[int, str]:
    """By the number of the workbook that says it."""
    own = portal_renewals.c
    query = select(own.artifact_id, own.renewal_line).where(own.client_id.in_(clients))
    return {row.artifact_id: row.renewal_line for row in connection.execute(query)}


def find_file(connection: Connection, artifact_id: int) -> PublishedPath | None:
    """By its number in the register."""
    row = connection.execute(_FILE, {"number": artifact_id}).first()
    return None if row is None else PublishedPath(*row)


def read_figures(
    connection: Connection, client_id: str, kpis: Collection[str]
) -> tuple[ShownFigure, ...]:
    """A client's figures of every period."""
    own = portal_figures.c
    query = select(portal_figures).where(own.client_id == client_id, own.kpi.in_(kpis))
    return tuple(_of_row(ShownFigure, row) for row in connection.execute(query))


def read_totals(connection: Connection, kpis: Collection[str]) -> tuple[ShownFigure, ...]:
    """Figures of all clients together, of every period."""
    query = select(portal_totals).where(portal_totals.c.kpi.in_(kpis))
    return tuple(_of_row(ShownFigure, row, client_id="") for row in connection.execute(query))


def read_restated(
    connection: Connection, client_id: str, kpis: Collection[str]
) -> tuple[RestatedFigure, ...]:
    """Those of a client that changed at the newest moment they were computed for."""
    own = portal_restated.c
    query = select(portal_restated).where(own.client_id == client_id, own.kpi.in_(kpis))
    return tuple(_restated(row) for row in connection.execute(query.order_by(own.known_at.desc())))


def _restated(row: Row) -> RestatedFigure:
    told = dict(row._mapping)
    old = {name: told.pop(f"old_{name}") for name in ("currency", "value", "value_minor", "reason")}
    return RestatedFigure(ShownFigure(**told), ShownFigure(**told | old))


def read_faults(connection: Connection, limit: int) -> tuple[RowFault, ...]:
    """By source, file and line."""
    own = portal_quarantine.c
    query = select(portal_quarantine).order_by(own.source, own.source_file, own.source_line)
    return tuple(_of_row(RowFault, row) for row in connection.execute(query.limit(limit)))


def read_exports(connection: Connection) -> tuple[tuple[str, datetime], ...]:
    """The files of each source's newest load, and when each landed."""
    own = portal_exports.c
    query = select(own.source_file, own.landed_at).order_by(own.source, own.source_file)
    return tuple((row.source_file, row.landed_at) for row in connection.execute(query))


def read_fetches(connection: Connection, *, whole: bool) -> tuple[FetchRecord, ...]:
    """The newest fetch of each system, or its newest whole one, without its pages."""
    own = portal_fetches.c
    newest = select(func.max(own.fetch_id)).group_by(own.system)
    if whole:
        newest = newest.where(own.delivered_at.is_not(None))
    told = (column for column in own if column.name != "fetch_id")
    query = select(*told).where(own.fetch_id.in_(newest)).order_by(own.system)
    return tuple(_of_row(FetchRecord, row) for row in connection.execute(query))


def read_run_files(connection: Connection, run_id: str) -> tuple[RunFile, ...]:
    """Of one run."""
    query = select(portal_run_files).where(portal_run_files.c.run_id == run_id)
    return tuple(_of_row(RunFile, row) for row in connection.execute(query))


def read_runs(connection: Connection, limit: int) -> tuple[RunRecord, ...]:
    """The newest first."""
    own = portal_runs.c
    told = (own[field.name] for field in fields(RunRecord))
    query = select(*told).order_by(own.number.desc(), own.run_id).limit(limit)
    return tuple(
        _of_row(RunRecord, row, state=RunState(row.state)) for row in connection.execute(query)
    )


def _client(row: Row) -> ClientSummary:
    *seen, signals, held, known_at, edition_id = row
    told = [*seen, _ids(signals), _ids(held), known_at, edition_id]
    return ClientSummary(*told)


@lru_cache(maxsize=1024)  # most clients have none, or the same
def _ids(told: str) -> tuple[str, ...]:
    return tuple(json.loads(told))


_Record = TypeVar("_Record")


def _of_row(kind: type[_Record], row: Row, **instead: object) -> _Record:
    return kind(**dict(row._mapping) | instead)
