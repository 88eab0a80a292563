"""Rows by the hundred thousand: COPY on PostgreSQL, the driver's executemany on SQLite.

Both run inside the transaction that SQLAlchemy began, a chunk at a time.
"""

from collections.abc import Iterator

import pandas as pd
from sqlalchemy import Connection, Table, text

from warehouse.rows.encode import Encoded, encode, lines

CHUNK_ROWS = 50_000
MANY_ROWS = 1_000
"""From here on it pays to treat a table's rows together."""


def write_rows(connection: Connection, table: Table, frame: pd.DataFrame) -> None:
    """Append the frame's rows; its columns are columns of the table."""
    write = _copy if connection.dialect.name == "postgresql" else _insert
    for chunk in _chunks(frame):
        columns = {str(name): encode(table.name, chunk[name]) for name in chunk.columns}
        kept = {
            name: column for name, column in columns.items() if len(column.missing) < len(chunk)
        }
        write(connection, table, kept)
    refresh_statistics(connection, table, len(frame))


def refresh_statistics(connection: Connection, table: Table, new_rows: int) -> None:
    """Let PostgreSQL know that the table has grown.

    It would notice by itself, later. Until then it takes the table for a handful of rows and
    compares each with each.
    """
    if connection.dialect.name == "postgresql" and new_rows > MANY_ROWS:
        # A tenth of the usual sample takes a tenth of the time, which does not grow with the rows.
        connection.execute(text("SET LOCAL default_statistics_target = 10"))
        connection.execute(text(f'ANALYZE "{table.name}" ({", ".join(_compared(table))})'))


def _compared(table: Table) -> list[str]:
    """The columns that queries compare; what others hold does not matter to a plan."""
    keys = {"source", "row_hash", "first_load_id", "superseded_load_id"}
    return [
        f'"{column.name}"'
        for column in table.columns
        if column.name in keys or column.primary_key or column.name.endswith("_id")
    ]


def _chunks(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The frame in pieces that bound what is encoded at a time."""
    for start in range(0, len(frame), CHUNK_ROWS):
        yield frame.iloc[start : start + CHUNK_ROWS]


def _copy(connection: Connection, table: Table, columns: dict[str, Encoded]) -> None:
    fields = {name: column.copied() for name, column in columns.items()}
    names = ", ".join(f'"{name}"' for name in fields)
    block = "\n".join(lines(fields.values()))
    driver = connection.connection.driver_connection
    assert driver is not None
    statement = f'COPY "{table.name}" ({names}) FROM STDIN'
    with driver.cursor() as cursor, cursor.copy(statement) as sink:
        sink.write(block + "\n")


def _insert(connection: Connection, table: Table, columns: dict[str, Encoded]) -> None:
    values = {name: column.stored() for name, column in columns.items()}
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    driver = connection.connection.driver_connection
    assert driver is not None
    statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608 our own names
    driver.executemany(statement, zip(*values.values(), strict=True))
