"""What loads told about their rows, as it stood at some moment."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pandas as pd
from sqlalchemy import Connection, Table, and_, or_, select
from sqlalchemy import func as sql

from transforms.core.canonical import (
    CONTROL_DTYPES,
    FEW_JOIN,
    KEPT_OUT_DTYPES,
    QUARANTINE_DTYPES,
    Severity,
)
from warehouse import schema
from warehouse.loads import ANY_SOURCE, newest_loads
from warehouse.rows.decode import read_frame
from warehouse.rows.membership import among


def quarantine_at(connection: Connection, known_at: datetime) -> pd.DataFrame:
    """The faults of each source's newest load, in the order of files and lines."""
    order = ("source", "source_file", "source_line")
    return _of_newest_loads(connection, schema.quarantine, QUARANTINE_DTYPES, order, known_at)


def few_join_at(connection: Connection, known_at: datetime) -> frozenset[str]:
    """The tables of which the newest loads told that most rows join no account."""
    newest = newest_loads(known_at, only_loaded=False).subquery()
    faults = schema.quarantine.c
    query = (
        select(faults.table_name)
        .join(newest, and_(newest.c.load_id == faults.load_id, newest.c.source == faults.source))
        .where(faults.rule == FEW_JOIN)
        .distinct()
    )
    return frozenset(connection.execute(query).scalars())


def kept_out_at(
    connection: Connection, known_at: datetime, accounts: Sequence[str] | None = None
) -> pd.DataFrame:
    """Rows of those accounts that were kept out of what each source's newest load of a table
    brought; columns of KEPT_OUT_DTYPES, rows that are alike in them once."""
    feeds, faults = schema.load_feeds.c, schema.quarantine.c
    newest = (
        select(feeds.source, feeds.table_name, sql.max(feeds.load_id).label("load_id"))
        .join(schema.loads)
        .where(schema.loads.c.landed_at <= known_at)
        .group_by(feeds.source, feeds.table_name)
        .subquery()
    )
    same = (newest.c[name] == faults[name] for name in ("source", "table_name", "load_id"))
    query = (
        select(*(faults[name] for name in KEPT_OUT_DTYPES))
        .join(newest, and_(*same))
        .where(faults.severity == Severity.QUARANTINE.value, faults.account_id != "")
        .distinct()
        .order_by(*(faults[name] for name in KEPT_OUT_DTYPES))
    )
    if accounts is not None:
        query = query.where(among(connection, faults.account_id, accounts))
    return read_frame(connection, query, KEPT_OUT_DTYPES)


def controls_at(connection: Connection, known_at: datetime) -> pd.DataFrame:
    """The control totals of each source's newest load."""
    order = ("source", "source_file", "table_name")
    return _of_newest_loads(connection, schema.controls, CONTROL_DTYPES, order, known_at)


def _of_newest_loads(
    connection: Connection,
    table: Table,
    dtypes: Mapping[str, str],
    order: tuple[str, ...],
    known_at: datetime,
) -> pd.DataFrame:
    newest = newest_loads(known_at, only_loaded=False).subquery()
    query = (
        select(*(table.c[name] for name in dtypes))
        .join(newest, and_(newest.c.load_id == table.c.load_id, newest.c.source == table.c.source))
        .order_by(*(table.c[name] for name in order), table.c.row_id)
    )
    return read_frame(connection, query, dtypes)


def held_at(connection: Connection, known_at: datetime) -> pd.DataFrame:
    """`account_id` and `reason` of accounts whose files are held back by the newest loads."""
    held, newest = schema.held_accounts, newest_loads(known_at, only_loaded=False).subquery()
    query = (
        select(held.c.account_id, held.c.reason)
        .join(
            newest,
            and_(
                newest.c.load_id == held.c.load_id,
                or_(newest.c.source == held.c.source, held.c.source == ANY_SOURCE),
            ),
        )
        .distinct()
        .order_by(held.c.account_id, held.c.reason)
    )
    return read_frame(connection, query, {"account_id": "str", "reason": "str"})


def results_at(connection: Connection, known_at: datetime) -> pd.DataFrame:
    """The newest outcome of each rule among the newest loads of all sources."""
    table = schema.validation_results
    newest = newest_loads(known_at, only_loaded=False).subquery()
    query = (
        select(*(table.c[name] for name in schema.RESULT_DTYPES))
        .where(table.c.load_id.in_(select(newest.c.load_id)))
        .order_by(table.c.load_id, table.c.row_id)
    )
    found = read_frame(connection, query, schema.RESULT_DTYPES)
    rule = ["rule", "table_name", "column_name"]
    return found.drop_duplicates(rule, keep="last", ignore_index=True)
