"""One delivery's rows on their way in: staged piece by piece, looked at together, promoted."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sqlalchemy import (
    BigInteger,
    Engine,
    Select,
    Text,
    and_,
    case,
    cast,
    create_engine,
    exists,
    func,
    literal_column,
    null,
    select,
)
from sqlalchemy.pool import NullPool
from sqlalchemy.sql.elements import ColumnElement

from transforms.core.canonical import CONTROL_DTYPES, CanonicalTables, frame_of
from transforms.tables import TABLES
from warehouse.rows.decode import read_frame
from warehouse.staging import staged_documents
from warehouse.staging.scratch import scratch
from warehouse.staging.staged_rows import ENDED, KEPT, OUT, Increments, StagedRows, is_kept


@dataclass(frozen=True)
class Evidence:
    """Rows beside what they must agree with."""

    tally: pd.DataFrame
    """How many rows (`row_count`) are alike in what decides whether a rule applies to them."""
    suspects: Iterator[pd.DataFrame]
    """Rows that may be at fault, some at a time, under their labels."""


class Staging:
    """The rows of a delivery, each under a label that tells it from the others of its table.

    Rows that are kept out stay, as their keys count for those that name them. Nobody else sees
    any of it, and nothing is left of it but what is promoted.
    """

    def __init__(self, rows: StagedRows, increments: Increments) -> None:
        self.staged = rows
        self.increments = increments
        self._ended = 0
        self._names: dict[str, None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The tables that the delivery holds, be it without rows."""
        return tuple(self._names)

    def add(self, name: str, rows: pd.DataFrame, kept_out: Collection[int] = ()) -> None:
        """Stage rows of a table; their index holds their labels, some of which are kept out."""
        self._names[name] = None
        if len(rows):
            is_out = rows.index.isin(list(kept_out))
            self.staged.write(name, rows, np.where(is_out, OUT, KEPT))

    def end(self, name: str, rows: pd.DataFrame) -> None:
        """Rows of an increment that are not loaded: what is known under their keys ends."""
        labels = pd.RangeIndex(-1 - self._ended, -1 - self._ended - len(rows), -1)
        self._ended += len(rows)
        if name in self._names and len(rows):
            self.staged.write(name, rows.set_axis(labels), np.full(len(rows), ENDED))

    def keep_out(self, name: str, labels: Collection[int]) -> None:
        """Rows that are not to be loaded after all."""
        if len(labels):
            self.staged.keep_out(name, labels)

    def drop_source(self, source: str) -> None:
        """Forget every row of a source."""
        self.staged.drop_source(source)

    def drop_table(self, name: str) -> None:
        """As if the delivery had not held the table; no row of it is left."""
        self._names.pop(name, None)

    def rows(self, name: str) -> pd.DataFrame:
        """The rows of a table that are not kept out, as they were delivered."""
        frames = list(self.kept(name))
        return pd.concat(frames, ignore_index=True) if frames else TABLES[name].empty()

    def tables(self) -> CanonicalTables:
        """Every table whole."""
        return CanonicalTables({name: self.rows(name) for name in self._names})

    def kept(self, name: str) -> Iterator[pd.DataFrame]:
        """The rows of a table that are not kept out, some at a time under their labels."""
        query = self.staged.kept(name).order_by(self.staged.table(name).c.label)
        yield from self.staged.frames(name, query)

    def kept_rows(self, name: str) -> dict[str, int]:
        """How many rows of each source are not kept out."""
        return self.staged.kept_rows(name)

    def loaded_totals(self) -> pd.DataFrame:
        """Control totals of the rows that are not kept out, under the outcome `loaded`."""
        queries = {name: self._totals(name) for name in self._names}
        with self.staged.transaction() as connection:
            parts = [read_frame(connection, query, CONTROL_DTYPES) for query in queries.values()]
        filled = [part for part in parts if len(part)]
        return pd.concat(filled, ignore_index=True) if filled else frame_of(CONTROL_DTYPES)

    def sharing(self, name: str, columns: Sequence[str]) -> Iterator[pd.DataFrame]:
        """Rows that agree with another in all these columns, kept out or not; without columns
        every row. Those that agree come together."""
        if tuple(columns) == TABLES[name].key and not self.staged.may_share_keys(name):
            return
        table, query = self.staged.table(name), self.staged.labelled(name)
        if columns:
            self.staged.settle()
            keys = [table.c[column] for column in columns]
            there = and_(
                table.c.kept_out.is_distinct_from(ENDED), *(key.is_not(None) for key in keys)
            )
            groups = select(*keys).where(there).group_by(*keys).having(func.count() > 1)
            shared = groups.subquery()
            same = (table.c[column] == shared.c[column] for column in columns)
            query = query.join(shared, and_(*same)).order_by(*keys)
        frames = self.staged.frames(name, query.order_by(table.c.label))
        for frame in _whole_groups(frames, columns):
            yield frame.sort_index()

    def filled(self, name: str, columns: Sequence[str]) -> Mapping[str, int]:
        """How many rows that are not kept out hold something in each column."""
        table = self.staged.table(name)
        counts = [func.count(table.c[column]) for column in columns]
        with self.staged.transaction() as connection:
            row = connection.execute(select(*counts).where(is_kept(table))).one()
        return dict(zip(columns, row, strict=True))

    def unmatched(self, name: str, column: str, target: str) -> Iterator[pd.DataFrame]:
        """Rows that name a row of the target table which is not here, or is kept out."""
        key = TABLES[target].key[0]
        self.staged.settle()
        self.staged.index(self.staged.table(target), key)
        table, named = self.staged.table(name), self.staged.table(target).alias("named")
        found = exists(select(1).where(named.c[key] == table.c[column], is_kept(named)))
        query = self.staged.kept(name).where(table.c[column].is_not(None)).where(~found)
        yield from self.staged.frames(name, query.order_by(table.c.label))

    def kept_out_keys(self, name: str) -> frozenset[str]:
        """Keys of which every row is kept out."""
        table, key = self.staged.table(name), TABLES[name].key[0]
        other = table.alias("other")
        stays = exists(select(1).where(other.c[key] == table.c[key], is_kept(other)))
        query = select(table.c[key]).where(
            table.c.kept_out == OUT, table.c[key].is_not(None), ~stays
        )
        with self.staged.transaction() as connection:
            return frozenset(connection.execute(query.distinct()).scalars())

    def below_others(self) -> pd.DataFrame:
        """All accounts that have a parent."""
        table = self.staged.table("accounts")
        query = self.staged.kept("accounts").where(table.c.parent_account_id.is_not(None))
        frames = list(self.staged.frames("accounts", query.order_by(table.c.label)))
        return pd.concat(frames) if frames else TABLES["accounts"].empty()

    def evidence(self, name: str, line_tolerances: Mapping[str, int]) -> Evidence:
        """Invoices, invoice lines or payments beside what they must agree with. By source, the
        minor units that a document may differ by for each of its lines; nothing elsewhere."""
        view = staged_documents.view(self.staged, name, self.increments, line_tolerances)
        with self.staged.transaction() as connection:
            tally = read_frame(connection, view.tally, view.tally_dtypes)
        if not tally["is_suspect"].any():
            return Evidence(tally, iter(()))
        ordered = view.rows.order_by(self.staged.table(name).c.label)
        return Evidence(tally, self.staged.frames(name, ordered, view.helper_dtypes))

    def _totals(self, name: str) -> Select:
        spec, table = TABLES[name], self.staged.table(name)
        none = literal_column("''", Text())
        currency, amount = none, cast(null(), BigInteger)
        keys: list[ColumnElement] = [table.c.source, table.c.source_file]
        if spec.control_amount:
            amount = table.c[spec.control_amount]
            currency = case(
                (amount.is_not(None), func.coalesce(table.c.currency, none)), else_=none
            )
            keys.append(currency)
        return (
            select(
                table.c.source,
                table.c.source_file,
                literal_column(f"'{name}'", Text()).label("table_name"),
                literal_column("'loaded'", Text()).label("outcome"),
                currency.label("currency"),
                func.count().label("row_count"),
                cast(func.sum(amount), BigInteger).label("amount_minor"),
            )
            .where(is_kept(table))
            .group_by(*keys)
        )


@contextmanager
def staged_beside(engine: Engine, increments: Increments, next_load: int) -> Iterator[Staging]:
    """Room for one delivery beside a warehouse, in which it will probably be that load."""
    with engine.connect() as connection, scratch(engine, connection) as room:
        yield Staging(StagedRows(engine, connection, room, next_load), increments)


@contextmanager
def open_staging(increments: Increments = frozenset()) -> Iterator[Staging]:
    """Room for one delivery that is only looked at."""
    engine = create_engine("sqlite://", poolclass=NullPool)
    with staged_beside(engine, increments, 1) as staging:
        yield staging
    engine.dispose()


def _whole_groups(frames: Iterator[pd.DataFrame], columns: Sequence[str]) -> Iterator[pd.DataFrame]:
    """The same rows in the same order, cut only where the columns' values change."""
    if not columns:
        yield from [pd.concat(parts)] if (parts := list(frames)) else []
        return
    rest: pd.DataFrame | None = None
    for frame in frames:
        together = frame if rest is None else pd.concat([rest, frame])
        last = together[list(columns)].eq(together[list(columns)].iloc[-1]).all(axis="columns")
        rest = together[last]
        if len(rest) < len(together):
            yield together[~last]
    if rest is not None:
        yield rest
