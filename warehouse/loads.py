"""Which loads there were, and which of them count for what was known at some moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from sqlalchemy import Connection, Select, and_, false, insert, or_, select
from sqlalchemy import func as sql
from sqlalchemy.sql.elements import ColumnElement

from warehouse import schema
from warehouse.registry.records import ExportRecord, LandedExport

Fingerprint = frozenset[tuple[str, str, str]]
"""A source's files: name, hash and reading of each."""

ANY_SOURCE = ""
"""Stands for all sources where a reason cannot be told from one."""


@dataclass(frozen=True)
class SourceLoad:
    """One load of one source."""

    load_id: int
    landed_at: datetime
    is_loaded: bool
    files: Fingerprint


def fingerprints(exports: Iterable[ExportRecord]) -> dict[str, Fingerprint]:
    """The files of each source."""
    files: dict[str, set[tuple[str, str, str]]] = {}
    for export in exports:
        found = (export.source_file, export.sha256, export.reading)
        files.setdefault(export.source, set()).add(found)
    return {source: frozenset(found) for source, found in files.items()}


def loads_of(connection: Connection, source: str) -> tuple[SourceLoad, ...]:
    """Every load of a source, oldest first."""
    told, files = schema.load_sources, schema.load_files
    rows = connection.execute(
        select(
            schema.loads.c.load_id,
            schema.loads.c.landed_at,
            told.c.is_loaded,
            files.c.source_file,
            files.c.sha256,
            files.c.reading,
        )
        .select_from(schema.loads.join(told))
        .outerjoin(files, and_(files.c.load_id == told.c.load_id, files.c.source == told.c.source))
        .where(told.c.source == source)
        .order_by(schema.loads.c.load_id)
    )
    found: dict[tuple[int, datetime, bool], set[tuple[str, str, str]]] = {}
    for load_id, landed_at, is_loaded, *file in rows:
        names = found.setdefault((load_id, landed_at, is_loaded), set())
        if file[0] is not None:
            names.add((file[0], file[1], file[2]))
    return tuple(SourceLoad(*load, frozenset(names)) for load, names in found.items())


def loaded_already(
    loads: Sequence[SourceLoad], landed_at: datetime, files: Fingerprint, *, is_loaded: bool
) -> bool:
    """Whether these files were taken in before, with the same outcome.

    Files that stood between two others (A, B, then A again, landed later) are news.
    """
    same = [load for load in loads if load.files == files and load.is_loaded is is_loaded]
    return any(load is loads[-1] or load.landed_at == landed_at for load in same)


def record_load(connection: Connection, landed_at: datetime, loaded_at: datetime) -> int:
    """A new load's id."""
    result = connection.execute(
        insert(schema.loads)
        .values(landed_at=landed_at, loaded_at=loaded_at)
        .returning(schema.loads.c.load_id)
    )
    return result.scalar_one()


def next_load(connection: Connection) -> int:
    """The id of the next load, unless another comes before."""
    return connection.execute(
        select(sql.coalesce(sql.max(schema.loads.c.load_id), 0) + 1)
    ).scalar_one()


def newest_loads(known_at: datetime, *, only_loaded: bool) -> Select:
    """By source, its newest load up to `known_at`: columns `source` and `load_id`.

    A source's loads rise with their landing times: older ones were refused.
    """
    told = schema.load_sources
    query = (
        select(told.c.source, sql.max(told.c.load_id).label("load_id"))
        .join(schema.loads)
        .where(schema.loads.c.landed_at <= known_at)
        .group_by(told.c.source)
    )
    return query.where(told.c.is_loaded.is_(True)) if only_loaded else query


def newest_by_source(connection: Connection, known_at: datetime) -> dict[str, int]:
    """The load whose rows of a source were the newest at that time."""
    rows = connection.execute(newest_loads(known_at, only_loaded=True))
    return {row.source: row.load_id for row in rows}


def stopped_sources(connection: Connection, known_at: datetime) -> frozenset[str]:
    """Sources whose newest export by then could not be used: their rows are of an older one."""
    told = connection.execute(newest_loads(known_at, only_loaded=False))
    loaded = newest_by_source(connection, known_at)
    return frozenset(row.source for row in told if loaded.get(row.source) != row.load_id)


def feeds(connection: Connection, known_at: datetime) -> dict[str, tuple[str, ...]]:
    """The sources that had delivered each canonical table by then, be it without rows."""
    table = schema.load_feeds
    rows = connection.execute(
        select(table.c.table_name, table.c.source)
        .join(schema.loads)
        .where(schema.loads.c.landed_at <= known_at)
        .distinct()
        .order_by(table.c.table_name, table.c.source)
    )
    found: dict[str, tuple[str, ...]] = {}
    for table_name, source in rows:
        found[table_name] = (*found.get(table_name, ()), source)
    return found


def valid_rows(name: str, newest: dict[str, int], sources: Sequence[str]) -> ColumnElement[bool]:
    """The condition for the versions of rows that held after those loads."""
    table = schema.CANONICAL[name]
    return or_(
        false(),
        *(
            and_(
                table.c.source == source,
                table.c.first_load_id <= newest[source],
                or_(
                    table.c.superseded_load_id.is_(None),
                    table.c.superseded_load_id > newest[source],
                ),
            )
            for source in sources
        ),
    )


def latest_landing(connection: Connection, until: datetime | None) -> datetime | None:
    """When the newest load landed, or the newest one by then."""
    query = select(sql.max(schema.loads.c.landed_at))
    if until is not None:
        query = query.where(schema.loads.c.landed_at <= until)
    return connection.execute(query).scalar()


def exports_at(connection: Connection, known_at: datetime) -> pd.DataFrame:
    """The files of each source's newest load up to then."""
    files, newest = schema.load_files, newest_loads(known_at, only_loaded=True).subquery()
    joined = files.join(
        newest, and_(files.c.load_id == newest.c.load_id, files.c.source == newest.c.source)
    ).join(schema.loads, schema.loads.c.load_id == files.c.load_id)
    columns = [
        schema.loads.c.landed_at,
        *(column for column in files.c if column.name != "load_id"),
    ]
    rows = connection.execute(
        select(*columns).select_from(joined).order_by(files.c.source, files.c.source_file)
    )
    frame = pd.DataFrame(rows.all(), columns=[column.name for column in columns])
    text = ("source", "source_file", "sha256", "archive_path", "reading")
    return frame.astype(
        {"landed_at": "datetime64[us, UTC]", "size": "Int64"} | dict.fromkeys(text, "str")
    )


def landed_exports(connection: Connection) -> tuple[LandedExport, ...]:
    """The files of every load, oldest load first."""
    files = schema.load_files
    rows = connection.execute(
        select(files.c.source, files.c.source_file, schema.loads.c.landed_at, files.c.sha256)
        .join(schema.loads)
        .order_by(files.c.load_id, files.c.source, files.c.source_file)
    )
    return tuple(LandedExport(*row) for row in rows)
