"""Canonical rows as they were known at some moment."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import numpy as np
import pandas as pd
from sqlalchemy import Connection, and_, null, select
from sqlalchemy.sql.elements import ColumnElement

from transforms.clients.merged_accounts import MERGED, survivors
from transforms.core.canonical import CanonicalTables
from transforms.tables import LINEAGE, TABLES, TableSpec
from transforms.tables.spec import DTYPES
from warehouse import schema
from warehouse.loads import feeds, newest_by_source, newest_loads, valid_rows
from warehouse.registry.records import KnownKeys
from warehouse.rows.decode import raw, read_frame
from warehouse.rows.membership import among
from warehouse.rows.versions import VERSIONED, versions_by_delivery

_READ_WHOLE = "account_links"
"""Its rows are looked up by the keys of other systems."""

_WHOSE = ("accounts", _READ_WHOLE)
"""Tables that say whose rows there are: without the newest of them, the older ones hold."""

_REFERENCED = sorted(
    {column.references for spec in TABLES.values() for column in spec.columns} - {""}
)


def read_tables(
    connection: Connection,
    known_at: datetime,
    accounts: Sequence[str] | None,
    names: Iterable[str] | None,
) -> CanonicalTables:
    """The tables that some load had delivered by then, ordered by source, file and line."""
    newest = newest_by_source(connection, known_at)
    delivered = feeds(connection, known_at)
    wanted = set(TABLES if names is None else names)
    merged = survivors(_merged_into(connection, newest, delivered))
    asked = None if accounts is None else _with_former(accounts, merged)
    frames = {
        name: _read(connection, TABLES[name], valid, asked)
        for name, sources in delivered.items()
        if name in wanted
        for valid in [valid_rows(name, newest, sources)]
    }
    for kind in VERSIONED:
        name = kind.versions
        if name in wanted and kind.table in delivered:
            shown = versions_by_delivery(connection, kind, newest, delivered[kind.table], asked)
            both = [frames[name], shown] if name in frames else [shown]
            frames[name] = _ordered(TABLES[name], pd.concat(both, ignore_index=True))
    return CanonicalTables(
        {name: _merged(TABLES[name], frame, merged) for name, frame in frames.items()}
    )


def known_feeds(connection: Connection, known_at: datetime) -> frozenset[str]:
    """The tables that `read_tables` has: those of some load, and what follows from them."""
    names = frozenset(feeds(connection, known_at))
    return names | {kind.versions for kind in VERSIONED if kind.table in names}


def unused_feeds(connection: Connection, known_at: datetime) -> frozenset[tuple[str, str]]:
    """Source and table of what a source's newest export by then brought and none of which could be
    used, as none of it joins anybody: what is there of it is older, and so is what follows."""
    newest = newest_loads(known_at, only_loaded=True).subquery()
    told, used = schema.controls.c, schema.load_feeds.c
    same = (used[name] == told[name] for name in ("load_id", "source", "table_name"))
    rows = connection.execute(
        select(told.source, told.table_name)
        .join(newest, and_(newest.c.load_id == told.load_id, newest.c.source == told.source))
        .outerjoin(schema.load_feeds, and_(*same))
        .where(used.load_id.is_(None))
        .distinct()
    )
    of_clients = {
        (source, name) for source, name in rows if TABLES[name].has_account and name not in _WHOSE
    }
    follow = {kind.table: kind.versions for kind in VERSIONED}
    return frozenset(
        of_clients | {(source, follow[name]) for source, name in of_clients if name in follow}
    )


def _read(
    connection: Connection,
    spec: TableSpec,
    valid: ColumnElement[bool],
    accounts: Sequence[str] | None,
) -> pd.DataFrame:
    table = schema.CANONICAL[spec.name]
    query = select(*(raw(connection, table.c[column.name]) for column in spec.all_columns))
    query = query.where(valid)
    if accounts is not None and spec.has_account and spec.name != _READ_WHOLE:
        query = query.where(among(connection, table.c.account_id, accounts))
    dtypes = {column.name: DTYPES[column.kind] for column in spec.all_columns}
    return _ordered(spec, read_frame(connection, query, dtypes))


def _with_former(accounts: Sequence[str], merged: Mapping[str, str]) -> list[str]:
    """The accounts, and those that were merged into them."""
    wanted = set(accounts)
    return [*accounts, *(former for former, account in merged.items() if account in wanted)]


def _merged(spec: TableSpec, rows: pd.DataFrame, merged: Mapping[str, str]) -> pd.DataFrame:
    """Rows of accounts that were merged into others, under those; the former accounts gone."""
    if not merged or spec.name == _READ_WHOLE:
        return rows
    if spec.name == "accounts":
        rows = rows[~rows["account_id"].isin(list(merged))].reset_index(drop=True)
        parents = _replaced(rows["parent_account_id"], merged)
        return rows.assign(parent_account_id=parents.mask(parents == rows["account_id"]))
    if spec.name == "targets":
        return _targets_merged(spec, rows, merged)
    columns = [column.name for column in spec.columns if column.references == "accounts"]
    return rows.assign(**{name: _replaced(rows[name], merged) for name in columns})


def _targets_merged(spec: TableSpec, rows: pd.DataFrame, merged: Mapping[str, str]) -> pd.DataFrame:
    """Targets of former clients under those that remain, unless these have one of their own."""
    clients = rows["entity_id"].where(rows["entity_type"] == "client")
    under = rows.assign(entity_id=_replaced(clients, merged).fillna(rows["entity_id"]))
    is_moved = under["entity_id"] != rows["entity_id"]
    own_first = pd.concat([under[~is_moved], under[is_moved]])
    repeats = own_first.duplicated(list(spec.key)).sort_index()
    return under[~(is_moved & repeats)].reset_index(drop=True)


def _replaced(accounts: pd.Series, merged: Mapping[str, str]) -> pd.Series:
    return accounts.map(merged).astype("str").fillna(accounts)


def _ordered(spec: TableSpec, frame: pd.DataFrame) -> pd.DataFrame:
    """By file and line; rows of one line (a JSON record may hold several) by their key.

    Sorted here: a database would carry whole rows through its sort.
    """
    order = [column.name for column in LINEAGE]
    if frame.duplicated(order).any():
        order += spec.key
    ranks = [_ranks(frame[name]) for name in reversed(order)]
    return frame.take(np.lexsort(ranks)).reset_index(drop=True)


def _ranks(column: pd.Series) -> np.ndarray:
    """Numbers that sort like the values, missing ones first; texts sort by code points."""
    return pd.factorize(column, sort=True)[0]


def known_keys(connection: Connection, known_at: datetime) -> KnownKeys:
    """The keys of tables that others refer to, and the account links."""
    newest = newest_by_source(connection, known_at)
    delivered = feeds(connection, known_at)
    keys: dict[str, frozenset[str]] = {}
    account_of: dict[str, dict[str, str]] = {}
    for name in _REFERENCED:
        valid = valid_rows(name, newest, delivered.get(name, ()))
        found = _keys(connection, TABLES[name], valid)
        keys[name] = frozenset(key for key, _ in found)
        if TABLES[name].has_account:
            account_of[name] = {key: account for key, account in found if account is not None}
    return KnownKeys(account_of, _links(connection, newest, delivered), keys)


def _keys(
    connection: Connection, spec: TableSpec, valid: ColumnElement[bool]
) -> list[tuple[str, str | None]]:
    """Each key with its account, where the table has one."""
    table = schema.CANONICAL[spec.name]
    account = table.c.account_id if spec.has_account else null()
    rows = connection.execute(select(table.c[spec.key[0]], account).where(valid))
    return [(key, owner) for key, owner in rows if key is not None]


def _links(
    connection: Connection, newest: dict[str, int], delivered: dict[str, tuple[str, ...]]
) -> dict[tuple[str, str], str]:
    sources = delivered.get("account_links", ())
    if not sources:
        return {}
    table = schema.CANONICAL["account_links"]
    valid = valid_rows("account_links", newest, sources)
    rows = connection.execute(
        select(table.c.system, table.c.external_id, table.c.account_id).where(valid)
    )
    return {(system, key): account for system, key, account in rows}


def _merged_into(
    connection: Connection, newest: dict[str, int], delivered: dict[str, tuple[str, ...]]
) -> dict[str, str]:
    """Former accounts with those that they were merged into."""
    sources = delivered.get("account_links", ())
    if not sources:
        return {}
    table = schema.CANONICAL["account_links"]
    is_former = valid_rows("account_links", newest, sources) & (table.c.system == MERGED)
    rows = connection.execute(select(table.c.external_id, table.c.account_id).where(is_former))
    return dict(rows.all())
