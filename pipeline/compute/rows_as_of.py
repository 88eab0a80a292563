"""The canonical rows that figures and reports may use."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pandas as pd

from transforms.core.canonical import KEPT_OUT_DTYPES, CanonicalTables
from transforms.tables import TABLES
from warehouse import Warehouse


def rows_as_of(
    warehouse: Warehouse,
    known_at: datetime,
    accounts: Sequence[str] | None = None,
    names: Iterable[str] | None = None,
) -> CanonicalTables:
    """What was known then, without what a source's newest export could not bring anew: the rows of
    all its tables where it was stopped, else those of a table of which nothing could be used.

    Its rows of an earlier export are still in the warehouse, but a quarter shown with last
    month's invoices would be wrong without looking wrong: better a missing feed that says so.
    """
    tables = warehouse.read_tables(known_at, accounts, names)
    return _without(tables, _Stale.of(warehouse, known_at))


def kept_out_as_of(
    warehouse: Warehouse, known_at: datetime, accounts: Sequence[str] | None = None
) -> pd.DataFrame:
    """Rows that were kept out of what was known then; columns of KEPT_OUT_DTYPES. Where a source
    brought nothing anew, whoever had rows of it is taken to have some, of days unknown."""
    told = warehouse.kept_out(known_at, accounts)
    stale = _Stale.of(warehouse, known_at)
    if not stale:
        return told
    older = warehouse.read_tables(known_at, accounts)
    names = [name for name in older if TABLES[name].has_account]
    theirs = [older[name]["account_id"][stale.flags(name, older[name])] for name in names]
    lost = [
        _counted(ids.dropna()).assign(table_name=name, kind="")
        for name, ids in zip(names, theirs, strict=True)
    ]
    return pd.concat([told, *lost], ignore_index=True).astype(KEPT_OUT_DTYPES)


def _counted(ids: "pd.Series[str]") -> pd.DataFrame:
    """Each `account_id` with its `row_count`."""
    return ids.value_counts().rename_axis("account_id").reset_index(name="row_count")


def rows_when_asked(
    warehouse: Warehouse, known_at: datetime, accounts: Sequence[str] | None = None
) -> CanonicalTables:
    """The same, each table read when something first asks for it.

    What reads few tables of everybody then holds only those in memory.
    """
    if _Stale.of(warehouse, known_at):  # which tables are left depends on their rows
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


@dataclass(frozen=True)
class _Stale:
    """Whose rows are of an earlier export than the newest."""

    sources: frozenset[str]
    feeds: frozenset[tuple[str, str]]
    """Source and table."""

    @classmethod
    def of(cls, warehouse: Warehouse, known_at: datetime) -> "_Stale":
        return cls(warehouse.stopped_sources(known_at), warehouse.unused_feeds(known_at))

    def __bool__(self) -> bool:
        return bool(self.sources or self.feeds)

    def flags(self, name: str, rows: pd.DataFrame) -> "pd.Series[bool]":
        """Which rows of a table are."""
        return rows["source"].isin(self.sources | {of for of, table in self.feeds if table == name})


def _without(tables: CanonicalTables, stale: _Stale) -> CanonicalTables:
    """The other rows; a table that has only stale ones is no feed."""
    if not stale:
        return tables
    kept = {}
    for name, frame in tables.items():
        is_stale = stale.flags(name, frame)
        if not len(frame) or not is_stale.all():
            kept[name] = frame[~is_stale].reset_index(drop=True)
    return CanonicalTables(kept)
