"""The canonical rows that figures and reports may use."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pandas as pd

from transforms.core.canonical import CanonicalTables
from warehouse import Warehouse


def rows_as_of(
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


def rows_when_asked(
    warehouse: Warehouse, known_at: datetime, accounts: Sequence[str] | None = None
) -> CanonicalTables:
    """The same, each table read when something first asks for it.

    What reads few tables of everybody then holds only those in memory.
    """
    if warehouse.stopped_sources(known_at):  # which tables are left depends on their rows
        return rows_as_of(warehouse, known_at, accounts)
    names = warehouse.feeds(known_at)
    return CanonicalTables(_ReadWhenAsked(warehouse, known_at, accounts, names))


@dataclass(frozen=True)
class _ReadWhenAsked(Mapping[str, pd.DataFrame]):
    warehouse: Warehouse
    known_at: datetime
    accounts: Sequence[str] | None
    names: frozenset[str]
    read: dict[str, pd.DataFrame] = field(default_factory=dict[str, pd.DataFrame])

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self.names:
            raise KeyError(name)
        if name not in self.read:
            rows = self.warehouse.read_tables(self.known_at, self.accounts, (name,))
            self.read[name] = rows[name]
        return self.read[name]

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def without_sources(tables: CanonicalTables, stopped: frozenset[str]) -> CanonicalTables:
    """The rows of all other sources; a table that only those sources filled is no feed."""
    kept = {}
    for name, frame in tables.items():
        is_stopped = frame["source"].isin(stopped)
        if not len(frame) or not is_stopped.all():
            kept[name] = frame[~is_stopped].reset_index(drop=True)
    return CanonicalTables(kept)
