"""What loads told about their rows, as it stood at some moment."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pandas as pd
from sqlalchemy import Connection, Subquery, Table, and_, case, exists, or_, select
from sqlalchemy import func as sql
from sqlalchemy.sql.elements import ColumnElement

from transforms.core.canonical import (
    CONTROL_DTYPES,
    FEW_JOIN,
    KEPT_OUT_DTYPES,
    QUARANTINE_DTYPES,
    Severity,
)
from transforms.tables import TABLES
from warehouse import schema
from warehouse.loads import ANY_SOURCE, newest_loads
from warehouse.rows.decode import read_frame
from warehouse.rows.membership import among

_OF_LOAD = ("source", "table_name", "load_id")
_OF_LINE = ("source", "source_file", "source_line")
_UNKNOWN, _BLANK, _REPEAT = "unknown_account", "required_missing", "exact_repeat"
"""Rules of rows whose account nobody knows, of columns that are blank, and of rows that are there
once already."""


def quarantine_at(connection: Connection, known_at: datetime) -> pd.DataFrame:
    """The faults of each source's newest load, and those of earlier ones that keep rows out still
    or remark on rows which nothing said again, told apart by `is_earlier`, in the order of files
    and lines."""
    faults, newest = schema.quarantine.c, newest_loads(known_at, only_loaded=False).subquery()
    of_newest = and_(newest.c.load_id == faults.load_id, newest.c.source == faults.source)
    is_newest = exists(select(1).where(of_newest).correlate(schema.quarantine))
    brought = exists(select(1).where(_brought()).correlate(schema.quarantine))
    # What is remarked on no row by its key is of a load, and nothing settles it.
    of_row = and_(faults.severity == Severity.WARN.value, sql.coalesce(faults.row_key, "") != "")
    is_out = or_(faults.severity == Severity.QUARANTINE.value, of_row)
    stays = and_(is_out, _standing(known_at), brought)
    earlier = case((is_newest, 0), else_=1).label("is_earlier")
    query = (
        select(*(faults[name] for name in QUARANTINE_DTYPES), earlier)
        .where(or_(is_newest, stays))
        .order_by(faults.source, faults.source_file, faults.source_line, faults.row_id)
    )
    return read_frame(connection, query, {**QUARANTINE_DTYPES, "is_earlier": "bool"})


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
    """Rows of those accounts, and rows that may be anybody's, that were kept out of what each
    source's newest load of a table brought, and of increments before it that nothing settled
    since; columns of KEPT_OUT_DTYPES. A row that came twice is known by the first."""
    faults, standing = schema.quarantine.c, _standing(known_at)
    is_out = and_(
        faults.severity == Severity.QUARANTINE.value, faults.rule.is_distinct_from(_REPEAT)
    )
    told = and_(_brought(), standing, is_out)
    account = sql.coalesce(faults.account_id, "")
    named = {"account_id": account.label("account_id")}
    alike = [name for name in KEPT_OUT_DTYPES if name != "row_count"]
    columns = [named.get(name, faults[name]) for name in alike]
    orphans = _rows_of_nobody(standing)
    is_orphan = and_(*(column == faults[column.name] for column in orphans.c))
    each = (
        select(*columns, *(faults[name] for name in _OF_LINE))
        .select_from(schema.quarantine)
        .join(schema.load_feeds, told)
        .outerjoin(orphans, is_orphan)
        .where(or_(account != "", and_(_has_account(), orphans.c.load_id.is_(None))))
        .distinct()
    )
    if accounts is not None:
        each = each.where(or_(account == "", among(connection, faults.account_id, accounts)))
    rows = each.subquery().c
    places = [rows[name] for name in alike]
    query = select(*places, sql.count()).group_by(*places).order_by(*places)
    return read_frame(connection, query, KEPT_OUT_DTYPES)


def _brought() -> ColumnElement[bool]:
    """Whether the fault's load brought its table."""
    feeds, faults = schema.load_feeds.c, schema.quarantine.c
    return and_(*(feeds[name] == faults[name] for name in _OF_LOAD))


def _standing(known_at: datetime) -> ColumnElement[bool]:
    """Whether a fault had been told by then, and no load by then had settled it."""
    faults, loads = schema.quarantine.c, schema.loads.c
    until, later = (
        select(loads.load_id).where(is_then)
        for is_then in (loads.landed_at <= known_at, loads.landed_at > known_at)
    )
    settled = faults.settled_load_id
    return and_(faults.load_id.in_(until), or_(settled.is_(None), settled.in_(later)))


def _has_account() -> ColumnElement[bool]:
    """Whether rows of a fault's table are of an account; where they need not be, whether it was
    what nobody could read."""
    needed, named = (
        [
            spec.name
            for spec in TABLES.values()
            if spec.has_account and spec.by_name["account_id"].required is is_required
        ]
        for is_required in (True, False)
    )
    faults = schema.quarantine.c
    is_unread = faults.column_name.in_(("", "account_id")) | faults.column_name.is_(None)
    return or_(faults.table_name.in_(needed), and_(faults.table_name.in_(named), is_unread))


def _rows_of_nobody(standing: ColumnElement[bool]) -> Subquery:
    """The places of rows that say whose they are, or that they are nobody's, and join no account:
    they are no client's, whatever else is wrong with them."""
    faults = schema.quarantine.c
    place = [faults[name] for name in (*_OF_LOAD, "source_file", "source_line")]
    says = or_(
        faults.rule == _UNKNOWN,
        and_(faults.rule == _BLANK, faults.column_name == "account_id"),
    )
    return select(*place).where(standing, says).distinct().subquery("of_nobody")


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
