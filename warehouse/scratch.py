"""Where a delivery's rows wait: tables that nobody else sees and that leave with the connection.

PostgreSQL has temporary tables, filled by COPY. SQLite gets a file of its own, attached to the
connection and filled by Arrow's driver, which binds a row three times as fast as Python does.
"""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import adbc_driver_manager
import adbc_driver_manager.dbapi
import adbc_driver_sqlite.dbapi
import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Connection, Engine, Table

from warehouse.arrow_rows import without_times
from warehouse.copied_rows import HEADER, TRAILER, copied_rows
from warehouse.errors import WarehouseFullError

_SCHEMA = "staging"
_CACHE_KIB = 65_536
_BOUND = "?"


class Scratch(Protocol):
    """What writes staged rows."""

    @property
    def schema(self) -> str | None:
        """Where the tables are, by SQLAlchemy's word for it."""
        ...

    @property
    def prefixes(self) -> tuple[str, ...]:
        """What is said when creating one."""
        ...

    def write(self, connection: Connection, table: Table, columns: Mapping[str, pa.Array]) -> None:
        """Append rows; no transaction is open."""
        ...


class TemporaryTables:
    """PostgreSQL's."""

    schema = None
    prefixes = ("TEMPORARY",)

    def write(self, connection: Connection, table: Table, columns: Mapping[str, pa.Array]) -> None:
        """Append rows in a transaction."""
        with connection.begin():
            driver = connection.connection.driver_connection
            assert driver is not None
            names = ", ".join(f'"{name}"' for name in columns)
            statement = f'COPY "{table.name}" ({names}) FROM STDIN (FORMAT binary)'
            with driver.cursor() as cursor, cursor.copy(statement) as sink:
                for block in (HEADER, copied_rows(table, columns), TRAILER):
                    sink.write(block)


class AttachedFile:
    """A file of SQLite's."""

    schema = _SCHEMA
    prefixes = ()

    def __init__(self, writer: adbc_driver_manager.dbapi.Connection, place: str) -> None:
        self._writer = writer
        self._place = place

    def write(self, connection: Connection, table: Table, columns: Mapping[str, pa.Array]) -> None:
        """Append rows. Raises WarehouseFullError where the disk is full."""
        said = {name: _said(column) for name, column in columns.items()}
        names = ", ".join(f'"{name}"' for name in said)
        statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join(said.values())})'  # noqa: S608 our own names
        bound = {
            name: without_times(columns[name]) for name, word in said.items() if word == _BOUND
        }
        try:
            with self._writer.cursor() as cursor:
                cursor.execute("BEGIN")
                cursor.executemany(statement, pa.table(bound))
                cursor.execute("COMMIT")
        except adbc_driver_manager.Error as error:
            if "full" in str(error):
                raise WarehouseFullError(self._place) from error
            raise


@contextmanager
def scratch(engine: Engine, connection: Connection) -> Iterator[Scratch]:
    """Room for staged tables beside what the connection is open to."""
    if engine.dialect.name == "postgresql":
        yield TemporaryTables()
        return
    with tempfile.TemporaryDirectory(prefix="cartera-staging-") as folder:
        file = Path(folder) / "staging.db"
        _attach(connection, file)
        with adbc_driver_sqlite.dbapi.connect(f"file:{file}", autocommit=True) as writer:
            with writer.cursor() as cursor:
                cursor.execute("PRAGMA synchronous = OFF")
                cursor.execute("PRAGMA journal_mode = OFF")
                cursor.fetchall()
            yield AttachedFile(writer, folder)


def _said(column: pa.Array) -> str:
    """What stands for a column in the statement: its value, where all rows have the same number
    or text. To bind that once more for each row would take longer than the row."""
    first = column[0]
    is_plain = pa.types.is_integer(column.type) or pa.types.is_large_string(column.type)
    if not is_plain or column.null_count:
        return _BOUND
    alike = pc.call_function("equal", [column, first])
    if alike.true_count < len(column):
        return _BOUND
    word = str(first)
    return word if pa.types.is_integer(column.type) else "'" + word.replace("'", "''") + "'"


def _attach(connection: Connection, file: Path) -> None:
    """Without care for crashes: what is staged is of no use to anybody else."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(f"ATTACH DATABASE ? AS {_SCHEMA}", (str(file),))
    for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE_KIB}"):
        driver.execute(f"PRAGMA {_SCHEMA}.{setting}")
