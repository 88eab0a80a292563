"""Who was told of what, and which notices nobody took."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, insert, select

from warehouse.registry.records import NoticeRecord
from warehouse.registry.tables import notices, told_files


def add_notice(connection: Connection, record: NoticeRecord, files: Collection[str]) -> None:
    """Keep that it was sent, or why not; and of which published files, where it was."""
    connection.execute(insert(notices).values(asdict(record)))
    if files:
        told = {"recipient": record.way, "told_at": record.at}
        connection.execute(insert(told_files), [told | {"path": path} for path in files])


def told_of(connection: Connection, recipient: str) -> frozenset[str]:
    """The published files that somebody was told of, by their paths."""
    query = select(told_files.c.path).where(told_files.c.recipient == recipient)
    return frozenset(connection.execute(query).scalars())


def ways_told(connection: Connection, period: str, occasion: str) -> frozenset[str]:
    """By which ways a notice of that occasion came through."""
    query = select(notices.c.way).where(
        notices.c.period == period, notices.c.occasion == occasion, notices.c.why == ""
    )
    return frozenset(connection.execute(query).scalars())


def failed_notices(connection: Connection, since: datetime) -> tuple[NoticeRecord, ...]:
    """Those that nobody took since then, the newest first."""
    query = (
        select(notices)
        .where(notices.c.at >= since, notices.c.why != "")
        .order_by(notices.c.notice_id.desc())
    )
    return tuple(
        NoticeRecord(row.at, row.period, row.occasion, row.way, row.why)
        for row in connection.execute(query)
    )
