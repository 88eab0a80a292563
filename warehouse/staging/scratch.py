"""Where a delivery's rows wait: tables that nobody else sees and that leave with the connection.

PostgreSQL has temporary tables, filled by COPY. SQLite gets a file of its own, attached to the
connection and filled by Arrow's driver, which binds a row three times as fast as Python does.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import adbc_driver_manager
import adbc_driver_manager.dbapi
import adbc_driver_sqlite.dbapi
import psycopg
import pyarrow as pa
from psycopg.sql import SQL, Identifier, Literal
from sqlalchemy import Connection, Engine, Table

from warehouse.errors import StagingFullError
from warehouse.rows.arrow_rows import alike, without_times
from warehouse.rows.copied_rows import HEADER, TRAILER, copied_rows
from warehouse.staging.own_folder import own_folder

_SCHEMA = "staging"
_CACHE_KIB = 65_536

Shared = dict[str, int | str]
"""The values of columns in which all rows are alike: said once, because to hand them over for
each row would take longer than the row."""

Append = Callable[[Connection], None]
"""Appends rows that were made ready; no transaction is open."""


class Scratch(Protocol):
    """What writes staged rows."""

    @property
    def schema(self) -> str | None:
        """Where the tables are, by SQLAlchemy's word for it."""
        ...

    @property
    def place(self) -> str | None:
        """The folder of rows that do not wait in the warehouse itself."""
        ...

    @property
    def prefixes(self) -> tuple[str, ...]:
        """What is said when creating one."""
        ...

    def ready(self, table: Table, columns: Mapping[str, pa.Array]) -> Append:
        """Rows in the form that the database takes; made in any thread."""
        ...


class TemporaryTables:
    """PostgreSQL's."""

    schema = None
    place = None
    prefixes = ("TEMPORARY",)

    def __init__(self) -> None:
        self._defaults: dict[str, Shared] = {}

    def ready(self, table: Table, columns: Mapping[str, pa.Array]) -> Append:
        """Rows in the binary form of COPY."""
        shared = _shared(columns)
        sent = {name: column for name, column in columns.items() if name not in shared}
        rows = copied_rows(table, sent)
        names = [table.c[name].name for name in sent]
        return lambda connection: self._copy(connection, table, shared, names, rows)

    def _copy(
        self,
        connection: Connection,
        table: Table,
        shared: Shared,
        names: Sequence[str],
        rows: memoryview,
    ) -> None:
        with connection.begin():
            driver = connection.connection.driver_connection
            assert driver is not None
            statement = SQL("COPY {} ({}) FROM STDIN (FORMAT binary)").format(
                Identifier(table.name), SQL(", ").join(map(Identifier, names))
            )
            with driver.cursor() as cursor:
                self._set_defaults(cursor, table, shared)
                with cursor.copy(statement) as sink:
                    for block in (HEADER, rows, TRAILER):
                        sink.write(block)

    def _set_defaults(self, cursor: psycopg.Cursor, table: Table, shared: Shared) -> None:
        """What all rows share the server fills in: a field that is sent costs more."""
        before = self._defaults.get(table.name, {})
        changes = [
            SQL("ALTER {} SET DEFAULT {}").format(
                Identifier(table.c[name].name), Literal(shared.get(name))
            )
            for name in sorted({*before, *shared})
            if shared.get(name) != before.get(name)
        ]
        if changes:
            each = SQL(", ").join(changes)
            cursor.execute(SQL("ALTER TABLE {} {}").format(Identifier(table.name), each))
        self._defaults[table.name] = shared


class AttachedFile:
    """A file of SQLite's."""

    schema = _SCHEMA
    prefixes = ()

    def __init__(self, writer: adbc_driver_manager.dbapi.Connection, place: str) -> None:
        self._writer = writer
        self.place = place

    def ready(self, table: Table, columns: Mapping[str, pa.Array]) -> Append:
        """A statement, and the columns whose values it does not say itself."""
        shared = _shared(columns)
        names = ", ".join(f'"{table.c[name].name}"' for name in columns)
        values = ", ".join(_said(shared[name]) if name in shared else "?" for name in columns)
        statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({values})'  # noqa: S608 our own names
        bound = {name: columns[name] for name in columns if name not in shared}
        rows = pa.table({name: without_times(column) for name, column in bound.items()})
        return lambda _connection: self._insert(statement, rows)

    def _insert(self, statement: str, rows: pa.Table) -> None:
        """Raises StagingFullError where the disk is full."""
        try:
            with self._writer.cursor() as cursor:
                cursor.execute("BEGIN")
                cursor.executemany(statement, rows)
                cursor.execute("COMMIT")
        except adbc_driver_manager.Error as error:
            if "full" in str(error):
                raise StagingFullError(self.place) from error
            raise


@contextmanager
def scratch(engine: Engine, connection: Connection) -> Iterator[Scratch]:
    """Room for staged tables beside what the connection is open to."""
    if engine.dialect.name == "postgresql":
        yield TemporaryTables()
        return
    with own_folder() as folder:
        file = Path(folder) / "staging.db"
        _attach(connection, file)
        with adbc_driver_sqlite.dbapi.connect(f"file:{file}", autocommit=True) as writer:
            with writer.cursor() as cursor:
                cursor.execute("PRAGMA synchronous = OFF")
                cursor.execute("PRAGMA journal_mode = OFF")
                cursor.execute("PRAGMA cache_size = -16384")
                cursor.fetchall()
            yield AttachedFile(writer, folder)


def _shared(columns: Mapping[str, pa.Array]) -> Shared:
    values = {name: alike(column) for name, column in columns.items()}
    return {name: value for name, value in values.items() if value is not None}


def _said(value: int | str) -> str:
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def _attach(connection: Connection, file: Path) -> None:
    """Without care for crashes: what is staged is of no use to anybody else."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(f"ATTACH DATABASE ? AS {_SCHEMA}", (str(file),))
    for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE_KIB}"):
        driver.execute(f"PRAGMA {_SCHEMA}.{setting}")
