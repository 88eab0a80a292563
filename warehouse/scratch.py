"""Where a delivery's rows wait: tables that nobody else sees and that leave with the connection.

PostgreSQL has temporary tables, filled by COPY. SQLite gets a file of its own, attached to the
connection and filled by Arrow's driver, which binds a row three times as fast as Python does.
"""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Protocol

import adbc_driver_manager
import adbc_driver_manager.dbapi
import adbc_driver_sqlite.dbapi
import pyarrow as pa
import pyarrow.csv
from sqlalchemy import Connection, Engine, Table, text

from warehouse.arrow_rows import as_hex
from warehouse.errors import WarehouseFullError

_SCHEMA = "staging"
_CACHE_KIB = 65_536
_AS_COPIED = pyarrow.csv.WriteOptions(include_header=False, quoting_style="needed")


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
            connection.execute(text("SET LOCAL TIME ZONE 'UTC'"))
            driver = connection.connection.driver_connection
            assert driver is not None
            names = ", ".join(f'"{name}"' for name in columns)
            statement = f'COPY "{table.name}" ({names}) FROM STDIN (FORMAT csv)'
            with driver.cursor() as cursor, cursor.copy(statement) as sink:
                sink.write(_csv(columns))


class AttachedFile:
    """A file of SQLite's."""

    schema = _SCHEMA
    prefixes = ()

    def __init__(self, writer: adbc_driver_manager.dbapi.Connection, place: str) -> None:
        self._writer = writer
        self._place = place

    def write(self, connection: Connection, table: Table, columns: Mapping[str, pa.Array]) -> None:
        """Append rows. Raises WarehouseFullError where the disk is full."""
        try:
            with self._writer.cursor() as cursor:
                cursor.adbc_ingest(table.name, pa.table(dict(columns)), mode="append")
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


def _attach(connection: Connection, file: Path) -> None:
    """Without care for crashes: what is staged is of no use to anybody else."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(f"ATTACH DATABASE ? AS {_SCHEMA}", (str(file),))
    for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE_KIB}"):
        driver.execute(f"PRAGMA {_SCHEMA}.{setting}")


def _csv(columns: Mapping[str, pa.Array]) -> memoryview:
    """Missing values are empty fields without quotes, empty texts are quoted."""
    fields = {
        name: as_hex(column) if pa.types.is_binary(column.type) else column
        for name, column in columns.items()
    }
    block = BytesIO()
    pyarrow.csv.write_csv(pa.table(fields), block, _AS_COPIED)
    return block.getbuffer()


def index(connection: Connection, table: Table, name: str, *columns: str) -> None:
    """An index on a staged table, where the database would not make one by itself."""
    if connection.dialect.name != "sqlite":
        return
    named = ", ".join(f'"{column}"' for column in columns)
    connection.execute(
        text(f'CREATE INDEX IF NOT EXISTS {_SCHEMA}."{name}" ON "{table.name}" ({named})')
    )
