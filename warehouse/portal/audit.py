"""The audit: each entry holds the hash of the one before, so that none can be lost unseen."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from threading import Lock

from sqlalchemy import Connection, Row, bindparam, func, insert, select, text

from warehouse.portal.records import AuditEntry
from warehouse.schema import portal_audit

_LOCK_NUMBER = 7_163_004


_LAST = select(portal_audit.c.chain).order_by(portal_audit.c.entry_id.desc()).limit(1)
_ADDED = insert(portal_audit)
_TIMES = (
    select(portal_audit.c.at)
    .where(
        portal_audit.c.who == bindparam("by"),
        portal_audit.c.action == bindparam("did"),
        portal_audit.c.is_allowed,
    )
    .order_by(portal_audit.c.entry_id.desc())
    .limit(bindparam("most"))
)


def add_entries(connection: Connection, entries: Sequence[AuditEntry]) -> None:
    """Put entries behind the last one, each behind the one before."""
    if connection.dialect.name == "postgresql":  # SQLite has one writer at a time anyway
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK_NUMBER})"))
    previous, rows = connection.execute(_LAST).scalar() or "", []
    for entry in entries:
        chain = _chain(previous, entry)
        rows.append(vars(entry) | {"previous": previous, "chain": chain})
        previous = chain
    connection.execute(_ADDED, rows)


class Together:
    """Entries of many at once: whoever has the turn writes what waits in one transaction.

    `add` returns when its own entry is written for good, and raises where it could not be. An
    entry waits until it is written, whatever ends the thread that was about to."""

    def __init__(self, write: Callable[[Sequence[AuditEntry]], None]) -> None:
        self._write = write
        self._waiting: dict[object, AuditEntry] = {}
        self._turn = Lock()

    def add(self, entry: AuditEntry) -> None:
        """Wait for a turn; somebody else's may have taken the entry along."""
        own = object()
        self._waiting[own] = entry
        try:
            with self._turn:
                if own in self._waiting:
                    self._write_waiting(entry)
        finally:
            self._waiting.pop(own, None)

    def _write_waiting(self, entry: AuditEntry) -> None:
        together = self._waiting.copy()
        try:
            self._write([*together.values()])
        except Exception:
            if len(together) == 1:
                raise
            self._write([entry])  # each on its own then: whose fault it is fails alone
            return
        for written in together:
            self._waiting.pop(written, None)


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


def refused_between(
    connection: Connection, action: str, since: datetime, until: datetime, who: str
) -> int:
    """How often somebody of this name, or from this address, was refused."""
    query = select(func.count()).where(
        portal_audit.c.action == action,
        portal_audit.c.is_allowed.is_(False),
        portal_audit.c.at.between(since, until),
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
    asked = {"by": who, "did": action, "most": limit}
    return tuple(connection.execute(_TIMES, asked).scalars())


def _entry(row: Row) -> AuditEntry:
    return AuditEntry(**{name: getattr(row, name) for name in AuditEntry.__dataclass_fields__})


def _chain(previous: str, entry: AuditEntry) -> str:
    said = vars(entry) | {"at": entry.at.astimezone(UTC).isoformat()}
    written = json.dumps([previous, said], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
