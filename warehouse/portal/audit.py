"""The audit: each entry holds the hash of the one before, so that none can be lost unseen."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, func, insert, select, text

from warehouse.portal.records import AuditEntry
from warehouse.schema import portal_audit

_LOCK_NUMBER = 7_163_004


def add_entry(connection: Connection, entry: AuditEntry) -> None:
    """Put an entry behind the last one."""
    if connection.dialect.name == "postgresql":  # SQLite has one writer at a time anyway
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK_NUMBER})"))
    last = select(portal_audit.c.chain).order_by(portal_audit.c.entry_id.desc()).limit(1)
    previous = connection.execute(last).scalar() or ""
    values = asdict(entry)
    chained = {"previous": previous, "chain": _chain(previous, entry)}
    connection.execute(insert(portal_audit).values(values | chained))


def read_entries(connection: Connection) -> Iterator[AuditEntry]:
    """Every entry, oldest first."""
    query = select(portal_audit).order_by(portal_audit.c.entry_id)
    return (_entry(row) for row in connection.execute(query))


def is_unbroken(connection: Connection) -> bool:
    """Whether every entry follows from the one before, and none was changed."""
    previous = ""
    for row in connection.execute(select(portal_audit).order_by(portal_audit.c.entry_id)):
        if row.previous != previous or row.chain != _chain(previous, _entry(row)):
            return False
        previous = row.chain
    return True


def refused_since(connection: Connection, action: str, since: datetime, who: str) -> int:
    """How often somebody of this name, or from this address, was refused."""
    query = select(func.count()).where(
        portal_audit.c.action == action,
        portal_audit.c.is_allowed.is_(False),
        portal_audit.c.at >= since,
        (portal_audit.c.who == who) | (portal_audit.c.address == who),
    )
    return connection.execute(query).scalar_one()


def read_downloads(
    connection: Connection, client_id: str, action: str, limit: int
) -> tuple[AuditEntry, ...]:
    """Who had what of a client, the newest first."""
    own = portal_audit.c
    query = select(portal_audit).where(
        own.action == action, own.is_allowed, own.subject_kind == "client"
    )
    newest = query.where(own.subject_id == client_id).order_by(own.entry_id.desc()).limit(limit)
    return tuple(_entry(row) for row in connection.execute(newest))


def times_of(connection: Connection, who: str, action: str, limit: int) -> tuple[datetime, ...]:
    """When somebody did something, the newest first."""
    own = portal_audit.c
    query = select(own.at).where(own.who == who, own.action == action, own.is_allowed)
    return tuple(connection.execute(query.order_by(own.entry_id.desc()).limit(limit)).scalars())


def _entry(row: Row) -> AuditEntry:
    return AuditEntry(**{name: getattr(row, name) for name in AuditEntry.__dataclass_fields__})


def _chain(previous: str, entry: AuditEntry) -> str:
    said = asdict(entry) | {"at": entry.at.astimezone(UTC).isoformat()}
    written = json.dumps([previous, said], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
