"""Rows by the hundred thousand: COPY on PostgreSQL, the driver's executemany on SQLite.

Both run inside the transaction that SQLAlchemy began, a chunk at a time.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

import pandas as pd
from sqlalchemy import Connection, Table, text

from warehouse.encode import Encoded, encode, lines

CHUNK_ROWS = 50_000
HASH_COLUMN = "row_hash"
_MANY_ROWS = 1_000


def write_rows(
    connection: Connection, table: Table, frame: pd.DataFrame, content: Sequence[str] = ()
) -> None:
    """Append the frame's rows; its columns are columns of the table.

    With the names of content columns, each row gets their hash; such a column, and no other,
    may be missing from the table.
    """
    write = _copy if connection.dialect.name == "postgresql" else _insert
    for chunk in _chunks(frame):
        columns = {str(name): encode(table.name, chunk[name]) for name in chunk.columns}
        hashes = _hashes(columns, content) if content else []
        kept = {
            name: column
            for name, column in columns.items()
            if name in table.c and len(column.missing) < len(chunk)
        }
        write(connection, table, kept, hashes)
    refresh_statistics(connection, table, len(frame))


def refresh_statistics(connection: Connection, table: Table, new_rows: int) -> None:
    """Let PostgreSQL know that the table has grown.

    It would notice by itself, later. Until then it takes the table for a handful of rows and
    compares each with each.
    """
    if connection.dialect.name == "postgresql" and new_rows > _MANY_ROWS:
        connection.execute(text(f'ANALYZE "{table.name}"'))


def _chunks(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The frame in pieces that bound what is encoded at a time."""
    for start in range(0, len(frame), CHUNK_ROWS):
        yield frame.iloc[start : start + CHUNK_ROWS]


def _hashes(columns: dict[str, Encoded], content: Sequence[str]) -> list[bytes]:
    """The hash of each row's content.

    128 bits of BLAKE2b over the escaped fields: two different rows of one table meet with a
    chance below 1e-24 at ten million rows. A 64-bit hash, such as pandas' own, would take a
    changed row for unchanged once in a few hundred thousand such tables, and what it gives is
    not promised to be the same in the next release.
    """
    texts = lines([columns[name].copied() for name in content])
    return [blake2b(text.encode(), digest_size=16).digest() for text in texts]


def _copy(
    connection: Connection, table: Table, columns: dict[str, Encoded], hashes: list[bytes]
) -> None:
    fields = {name: column.copied() for name, column in columns.items()}
    if hashes:
        fields[HASH_COLUMN] = [rf"\\x{item.hex()}" for item in hashes]
    names = ", ".join(f'"{name}"' for name in fields)
    block = "\n".join(lines(fields.values()))
    driver = connection.connection.driver_connection
    assert driver is not None
    statement = f'COPY "{table.name}" ({names}) FROM STDIN'
    with driver.cursor() as cursor, cursor.copy(statement) as sink:
        sink.write(block + "\n")


def _insert(
    connection: Connection, table: Table, columns: dict[str, Encoded], hashes: list[bytes]
) -> None:
    values: dict[str, list] = {name: column.stored() for name, column in columns.items()}
    if hashes:
        values[HASH_COLUMN] = hashes
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    driver = connection.connection.driver_connection
    assert driver is not None
    statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608 our own names
    driver.executemany(statement, zip(*values.values(), strict=True))
