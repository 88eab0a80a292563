"""Every version that the warehouse holds of the rows of tables whose past matters."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, and_, false, or_, select

from transforms.billing.delivered_versions import delivered_versions
from transforms.core.canonical import Severity
from transforms.core.deliveries import DELIVERIES, without_kept_out
from transforms.sales.delivered_deals import delivered_deals
from transforms.tables import TABLES
from transforms.tables.spec import DTYPES
from warehouse import schema
from warehouse.rows.decode import raw, read_frame
from warehouse.rows.membership import among


@dataclass(frozen=True)
class Versioned:
    """A table, and the one that says how its rows were from day to day."""

    table: str
    versions: str
    of_deliveries: Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]
    """Rows of `versions` from all rows of the table, with their loads, and its deliveries."""

    @property
    def key(self) -> str:
        return TABLES[self.table].key[0]


VERSIONED = (
    Versioned("subscriptions", "subscription_versions", delivered_versions),
    Versioned("opportunities", "opportunity_versions", delivered_deals),
)


def versions_by_delivery(
    connection: Connection,
    kind: Versioned,
    newest: Mapping[str, int],
    sources: Sequence[str],
    accounts: Sequence[str] | None,
) -> pd.DataFrame:
    """Rows as the deliveries of each source, up to its newest load, showed them."""
    table, spec = schema.CANONICAL[kind.table], TABLES[kind.table]
    loads = ("first_load_id", "superseded_load_id")
    query = select(
        *(raw(connection, table.c[column.name]) for column in spec.all_columns),
        *(table.c[name] for name in loads),
    ).where(
        or_(
            false(),
            *(
                and_(table.c.source == source, table.c.first_load_id <= newest[source])
                for source in sources
            ),
        )
    )
    if accounts is not None:
        query = query.where(among(connection, table.c.account_id, accounts))
    dtypes = {column.name: DTYPES[column.kind] for column in spec.all_columns}
    rows = read_frame(connection, query, dtypes | dict.fromkeys(loads, pd.Int64Dtype()))
    ended = rows["superseded_load_id"]
    still_held = (ended > rows["source"].map(dict(newest))).fillna(False)
    held = rows.assign(superseded_load_id=ended.mask(still_held))
    deliveries = _deliveries(connection, kind.table)
    known = deliveries[deliveries["load_id"] <= deliveries["source"].map(dict(newest))]
    kept_out = _kept_out(connection, kind.table, sources)
    return kind.of_deliveries(without_kept_out(held, known, kept_out, kind.key), deliveries)


def _kept_out(connection: Connection, table: str, sources: Sequence[str]) -> pd.DataFrame:
    """Rows of the table that some load quarantined."""
    told = schema.quarantine
    rows = connection.execute(
        select(told.c.source, told.c.load_id, told.c.raw).where(
            told.c.table_name == table,
            told.c.severity == Severity.QUARANTINE.value,
            told.c.source.in_(sources),
        )
    )
    return pd.DataFrame(rows.all(), columns=["source", "load_id", "raw"])


def _deliveries(connection: Connection, table: str) -> pd.DataFrame:
    """The loads that brought the table, be it without rows."""
    feeds, loads = schema.load_feeds, schema.loads
    rows = connection.execute(
        select(feeds.c.source, feeds.c.load_id, loads.c.landed_at)
        .join(loads)
        .where(feeds.c.table_name == table)
    )
    return pd.DataFrame(rows.all(), columns=list(DELIVERIES)).astype(DELIVERIES)
