"""A delivery's rows in tables of their own: written piece by piece, read back under labels."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    FromClause,
    Integer,
    LargeBinary,
    MetaData,
    Select,
    Table,
    delete,
    select,
    text,
    update,
)
from sqlalchemy.sql.elements import ColumnElement

from transforms.tables import CHANGED_AT, TABLES, TableSpec
from transforms.tables.spec import DTYPES
from warehouse.engine import in_our_words
from warehouse.errors import StagingFullError, WarehouseFullError
from warehouse.rows.arrow_rows import arrow_columns, fingerprints, row_hashes
from warehouse.rows.column_types import ROW_ID, Instant
from warehouse.rows.decode import raw, read_frames
from warehouse.schema import spec_columns
from warehouse.staging.scratch import Append, Scratch

LABEL, KEPT_OUT, HASH, FIRST = "label", "kept_out", "row_hash", "first_load_id"
KEPT, OUT, ENDED, OUTDATED = 0, 1, 2, 3
"""What is to become of a row: loaded; kept out by a rule; of an increment, one whose key no
longer holds anything; of an increment, one that is older than what is known."""

_ROWS_WRITTEN = 50_000
_LABELS_MARKED = 10_000

_T = TypeVar("_T")

Increments = frozenset[tuple[str, str]]
"""Source and table of rows that add to what was delivered before, instead of replacing it."""


class StagedRows:
    """Rows under labels that tell them apart. Those kept out stay until they are dropped."""

    def __init__(
        self, engine: Engine, connection: Connection, room: Scratch, next_load: int
    ) -> None:
        self.next_load = next_load
        """The load that the rows will probably be of; another may come before."""
        self._engine = engine
        self._connection = connection
        self._room = room
        self._tables: dict[str, Table] = {}
        self._grown: set[str] = set()
        self._kept: dict[str, Counter[str]] = {}
        self._written: Counter[str] = Counter()
        self._key_prints: dict[str, list[NDArray[np.uint64]]] = {}

    def table(self, name: str) -> Table:
        """The staged table of a canonical one, made when first asked for."""
        if name not in self._tables:
            self._tables[name] = _staged_table(TABLES[name], self._room)
            with self._at_once() as connection:
                self._tables[name].create(connection)
        return self._tables[name]

    def write(self, name: str, rows: pd.DataFrame, states: NDArray[np.int64]) -> None:
        """Append rows; their index holds their labels."""
        table, spec = self.table(name), TABLES[name]
        self._kept.setdefault(name, Counter()).update(_by_source(rows, states))
        labels, conformed = rows.index.to_numpy(np.int64), spec.conform(rows)
        if CHANGED_AT in rows:
            conformed = conformed.assign(**{CHANGED_AT: rows[CHANGED_AT].array})
        parts = (
            _Part(
                spec, conformed[at : at + _ROWS_WRITTEN], labels[at:], states[at:], self.next_load
            )
            for at in range(0, len(rows), _ROWS_WRITTEN)
        )
        for append, prints in _one_ahead(partial(part.ready, self._room, table) for part in parts):
            self._key_prints.setdefault(name, []).append(prints)
            with in_our_words(self._engine.url):
                append(self._connection)
        self._written[name] += len(rows)
        self._grown.add(name)

    def may_share_keys(self, name: str) -> bool:
        """False where no two rows of a table can have the same key; told without a query."""
        prints = np.concatenate(self._key_prints.get(name, [np.zeros(0, np.uint64)]))
        prints.sort()
        return bool((prints[1:] == prints[:-1]).any())

    def keep_out(self, name: str, labels: Collection[int]) -> None:
        """Mark rows that are not to be loaded."""
        table, every = self.table(name), [int(label) for label in labels]
        with self.transaction() as connection:
            for start in range(0, len(every), _LABELS_MARKED):
                chosen = table.c.label.in_(every[start : start + _LABELS_MARKED])
                left = select(table.c.source).where(chosen, is_kept(table))
                self._kept[name].subtract(Counter(connection.execute(left).scalars()))
                connection.execute(update(table).where(chosen).values(kept_out=OUT))

    def drop_source(self, source: str) -> None:
        """Forget every row of a source."""
        with self.transaction() as connection:
            for name, table in self._tables.items():
                connection.execute(delete(table).where(table.c.source == source))
                self._kept.get(name, Counter()).pop(source, None)

    def labelled(self, name: str) -> Select:
        """The rows of a table with their labels."""
        table = self.table(name)
        columns = (raw(self._connection, table.c[item.name]) for item in TABLES[name].all_columns)
        return select(table.c.label, *columns)

    def kept(self, name: str) -> Select:
        """Those that are not kept out."""
        return self.labelled(name).where(is_kept(self.table(name)))

    def frames(
        self, name: str, query: Select, helpers: Mapping[str, Any] | None = None
    ) -> Iterator[pd.DataFrame]:
        """The rows of a query of `labelled` columns and perhaps others, some at a time, under
        their labels. Nothing else can be asked until the last is out."""
        dtypes = {item.name: DTYPES[item.kind] for item in TABLES[name].all_columns}
        wanted = {LABEL: pd.Int64Dtype(), **dtypes, **(helpers or {})}
        with self.transaction() as connection:
            if connection.dialect.name == "postgresql":
                # Every row is fetched: a plan made for the first ones would take hours.
                connection.execute(text("SET LOCAL cursor_tuple_fraction = 1"))
            for frame in read_frames(connection, query, wanted):
                yield frame.set_index(frame.pop(LABEL).to_numpy(np.int64))

    def kept_rows(self, name: str) -> dict[str, int]:
        """How many rows of each source are not kept out."""
        counts = self._kept.get(name, Counter())
        return {source: counts[source] for source in sorted(counts) if counts[source]}

    def holds_others(self, name: str, sources: Iterable[str]) -> bool:
        """Whether there may be rows that are kept out or of other sources; told without a query."""
        kept = self._kept.get(name, Counter())
        return self._written[name] != sum(kept[source] for source in sources)

    def index(self, table: Table, *columns: str) -> None:
        """An index for a join. PostgreSQL needs it where a plan looks keys up one by one."""
        named = ", ".join(f'"{column}"' for column in columns)
        place = f"{self._room.schema}." if self._room.schema else ""
        name = f'{place}"ix_{table.name}_{"_".join(columns)}"'
        with self._at_once() as connection:
            connection.execute(
                text(f'CREATE INDEX IF NOT EXISTS {name} ON "{table.name}" ({named})')
            )

    def extra_table(self, name: str, columns: Sequence[Column], rows: Select) -> Table:
        """A staged table of what a query says; one with a key lies in its order on SQLite."""
        table = Table(
            f"staged_{name}",
            MetaData(),
            *columns,
            schema=self._room.schema,
            prefixes=list(self._room.prefixes),
            sqlite_with_rowid=not any(column.primary_key for column in columns),
        )
        with self.transaction() as connection:
            table.create(connection)
            connection.execute(table.insert().from_select([item.name for item in columns], rows))
            self._analyze(connection, table)
        return table

    def settle(self) -> None:
        """Let the database know what was staged, before it joins."""
        with self._at_once() as connection:
            for name in self._grown:
                self._analyze(connection, self._tables[name])
        self._grown.clear()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction on the staged rows."""
        with self._at_once() as connection:
            yield connection

    @contextmanager
    def promoting(self) -> Iterator[Connection]:
        """A transaction that writes to the warehouse, kept as a whole or not at all."""
        self._connection.execution_options(writes=True)
        try:
            with self.transaction() as connection:
                yield connection
        finally:
            self._connection.execution_options(writes=False)

    @contextmanager
    def _at_once(self) -> Iterator[Connection]:
        try:
            with in_our_words(self._engine.url):
                if self._connection.in_transaction():
                    yield self._connection
                    return
                with self._connection.begin():
                    yield self._connection
        except WarehouseFullError as error:
            is_promoting = self._connection.get_execution_options().get("writes")
            if self._room.place is None or is_promoting:
                raise
            raise StagingFullError(self._room.place) from error

    def _analyze(self, connection: Connection, table: Table) -> None:
        """PostgreSQL does not look at temporary tables by itself and takes them for small."""
        if connection.dialect.name == "postgresql":
            connection.execute(text(f'ANALYZE "{table.name}"'))


@dataclass(frozen=True)
class _Part:
    """Some rows to be written; labels and states may go on beyond them."""

    spec: TableSpec
    rows: pd.DataFrame
    labels: NDArray[np.int64]
    states: NDArray[np.int64]
    load_id: int

    def ready(self, room: Scratch, table: Table) -> tuple[Append, NDArray[np.uint64]]:
        """What appends the rows, and the fingerprints of their keys."""
        count, spec = len(self.rows), self.spec
        columns = arrow_columns(self.rows)
        content = {item.name: columns[item.name] for item in spec.columns}
        states = self.states[:count]
        columns |= {
            LABEL: pa.array(self.labels[:count]),
            KEPT_OUT: pa.array(states, mask=states == KEPT),
            HASH: row_hashes(spec.name, content),
            FIRST: pa.array(np.full(count, self.load_id)),
        }
        filled = {key: each for key, each in columns.items() if each.null_count < count}
        keys = [columns[key] for key in spec.key]
        return room.ready(table, filled), fingerprints(keys)


def _one_ahead(made: Iterator[Callable[[], _T]]) -> Iterator[_T]:
    """What each call gives; the next is made while the one before is being used."""
    with ThreadPoolExecutor(1) as worker:
        waiting = [worker.submit(make) for make in islice(made, 1)]
        while waiting:
            ready = waiting.pop().result()
            waiting = [worker.submit(make) for make in islice(made, 1)]
            yield ready


def is_kept(table: FromClause) -> ColumnElement[bool]:
    """Whether a staged row is not kept out."""
    return table.c.kept_out.is_(None)


def _by_source(rows: pd.DataFrame, states: NDArray[np.int64]) -> dict[str, int]:
    """How many rows of each source are kept."""
    sources = rows["source"] if not states.any() else rows["source"][states == KEPT]
    return {str(source): int(count) for source, count in sources.value_counts().items()}


def _staged_table(spec: TableSpec, room: Scratch) -> Table:
    """The canonical table's columns by other words, so that SQLite can take rows over as they
    lie: what is to become of a row stands where the load that ends it will, none if it is kept."""
    is_key = room.schema is not None
    return Table(
        f"staged_{spec.name}",
        MetaData(),
        Column("row_id", ROW_ID, key=LABEL, primary_key=is_key, autoincrement=False),
        *spec_columns(spec),
        Column(HASH, LargeBinary(16), nullable=False),
        Column(FIRST, Integer, nullable=False),
        Column("superseded_load_id", Integer, key=KEPT_OUT),
        Column(CHANGED_AT, Instant),
        schema=room.schema,
        prefixes=list(room.prefixes),
    )
