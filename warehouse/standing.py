"""How many rows, and how much money, the warehouse holds by source, table, account and currency."""

from datetime import datetime

import pandas as pd
from sqlalchemy import (
    BigInteger,
    Connection,
    Select,
    Text,
    case,
    cast,
    func,
    literal_column,
    null,
    select,
    union_all,
)
from sqlalchemy.sql.elements import ColumnElement

from transforms.core.canonical import frame_of
from transforms.tables import TABLES, TableSpec
from warehouse import schema
from warehouse.loads import feeds, newest_by_source, valid_rows
from warehouse.rows.decode import read_frame

STANDING_DTYPES: dict[str, str] = {
    "source": "str",
    "table_name": "str",
    "account_id": "str",
    "currency": "str",
    "row_count": "Int64",
    "amount_minor": "Int64",
}
"""Columns of the frame; empty currency where a row has no amount, as in control totals."""


def standing_at(connection: Connection, known_at: datetime) -> pd.DataFrame:
    """Rows that hold at that time, of the tables that belong to accounts."""
    newest = newest_by_source(connection, known_at)
    queries = [
        _of_table(TABLES[name]).where(valid_rows(name, newest, sources))
        for name, sources in feeds(connection, known_at).items()
        if TABLES[name].has_account
    ]
    if not queries:
        return frame_of(STANDING_DTYPES)
    together = union_all(*queries).subquery()
    return read_frame(connection, select(together), STANDING_DTYPES)


def _of_table(spec: TableSpec) -> Select:
    table = schema.CANONICAL[spec.name]
    # Literals and not parameters: PostgreSQL has to see that selected and grouped are the same.
    none = literal_column("''", Text())
    currency: ColumnElement[str] = none
    amount: ColumnElement = cast(null(), BigInteger)
    keys: list[ColumnElement] = [table.c.source, table.c.account_id]
    if spec.control_amount:
        amount = table.c[spec.control_amount]
        currency = case((amount.is_not(None), func.coalesce(table.c.currency, none)), else_=none)
        keys.append(currency)
    return select(
        table.c.source,
        literal_column(f"'{spec.name}'", Text()).label("table_name"),
        func.coalesce(table.c.account_id, none).label("account_id"),
        currency.label("currency"),
        func.count().label("row_count"),
        func.sum(amount).label("amount_minor"),
    ).group_by(*keys)
