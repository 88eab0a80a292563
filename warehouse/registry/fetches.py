"""What was brought from the systems' APIs, when, and what was not."""

import json
from dataclasses import asdict

from sqlalchemy import Connection, Row, func, insert, select

from warehouse.registry.records import FetchedPage, FetchRecord
from warehouse.schema import fetches


def add_fetch(connection: Connection, record: FetchRecord) -> None:
    """Keep how a fetch ended."""
    pages = json.dumps([asdict(page) for page in record.pages])
    connection.execute(insert(fetches).values({**asdict(record), "pages": pages}))


def newest_fetches(connection: Connection, *, whole: bool) -> tuple[FetchRecord, ...]:
    """The newest fetch of each system, or its newest whole one; in the order of their names."""
    newest = select(func.max(fetches.c.fetch_id)).group_by(fetches.c.system)
    if whole:
        newest = newest.where(fetches.c.delivered_at.is_not(None))
    found = select(fetches).where(fetches.c.fetch_id.in_(newest)).order_by(fetches.c.system)
    return tuple(map(_record, connection.execute(found)))


def _record(row: Row) -> FetchRecord:
    return FetchRecord(
        system=row.system,
        started_at=row.started_at,
        ended_at=row.ended_at,
        why=row.why,
        delivered_at=row.delivered_at,
        records=row.records,
        pages=tuple(FetchedPage(**page) for page in json.loads(row.pages)),
    )
