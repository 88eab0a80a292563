"""Every version of a subscription's row that the warehouse holds."""

from collections.abc import Mapping, Sequence

import pandas as pd
from sqlalchemy import Connection, and_, false, or_, select

from transforms.billing.delivered_versions import (
    DELIVERIES,
    delivered_versions,
    without_kept_out,
)
from transforms.core.canonical import Severity
from transforms.tables import TABLES
from transforms.tables.spec import DTYPES
from warehouse import schema
from warehouse.rows.decode import raw, read_frame
from warehouse.rows.membership import among

SUBSCRIPTIONS = "subscriptions"
VERSIONS = "subscription_versions"


def versions_by_delivery(
    connection: Connection,
    newest: Mapping[str, int],
    sources: Sequence[str],
    accounts: Sequence[str] | None,
) -> pd.DataFrame:
    """Subscriptions as the deliveries of each source, up to its newest load, showed them."""
    table, spec = schema.CANONICAL[SUBSCRIPTIONS], TABLES[SUBSCRIPTIONS]
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
    deliveries = _deliveries(connection)
    known = deliveries[deliveries["load_id"] <= deliveries["source"].map(dict(newest))]
    return delivered_versions(
        without_kept_out(held, known, _kept_out(connection, sources)), deliveries
    )


def _kept_out(connection: Connection, sources: Sequence[str]) -> pd.DataFrame:
    """Rows of subscriptions that some load quarantined."""
    told = schema.quarantine
    rows = connection.execute(
        select(told.c.source, told.c.load_id, told.c.raw).where(
            told.c.table_name == SUBSCRIPTIONS,
            told.c.severity == Severity.QUARANTINE.value,
            told.c.source.in_(sources),
        )
    )
    return pd.DataFrame(rows.all(), columns=["source", "load_id", "raw"])


def _deliveries(connection: Connection) -> pd.DataFrame:
    """The loads that brought subscriptions, be it none."""
    feeds, loads = schema.load_feeds, schema.loads
    rows = connection.execute(
        select(feeds.c.source, feeds.c.load_id, loads.c.landed_at)
        .join(loads)
        .where(feeds.c.table_name == SUBSCRIPTIONS)
    )
    return pd.DataFrame(rows.all(), columns=list(DELIVERIES)).astype(DELIVERIES)
