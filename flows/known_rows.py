"""The canonical rows that figures and reports may use."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from transforms.canonical import CanonicalTables
from warehouse import Warehouse


def known_rows(
    warehouse: Warehouse,
    known_at: datetime,
    accounts: Sequence[str] | None = None,
    names: Iterable[str] | None = None,
) -> CanonicalTables:
    """What was known then, without the sources whose newest export could not be used.

    Their rows of an earlier export are still in the warehouse, but a quarter shown with last
    month's invoices would be wrong without looking wrong: better a missing feed that says so.
    """
    tables = warehouse.read_tables(known_at, accounts, names)
    stopped = warehouse.stopped_sources(known_at)
    return without_sources(tables, stopped) if stopped else tables


def without_sources(tables: CanonicalTables, stopped: frozenset[str]) -> CanonicalTables:
    """The rows of all other sources; a table that only those sources filled is no feed."""
    kept = {}
    for name, frame in tables.items():
        is_stopped = frame["source"].isin(stopped)
        if not len(frame) or not is_stopped.all():
            kept[name] = frame[~is_stopped].reset_index(drop=True)
    return CanonicalTables(kept)
