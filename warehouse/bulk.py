"""Rows by the hundred thousand: COPY on PostgreSQL, the driver's executemany on SQLite.

Both run inside the transaction that SQLAlchemy began, a chunk at a time.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

import pandas as pd
from sqlalchemy import Connection, Table

from warehouse.encode import copied, lines, stored

CHUNK_ROWS = 50_000
HASH_COLUMN = "row_hash"


def write_rows(connection: Connection, table: Table, frame: pd.DataFrame) -> None:
    """Append the frame's rows; its columns are columns of the table."""
    write_hashed_rows(connection, table, frame, ())


def write_hashed_rows(
    connection: Connection, table: Table, frame: pd.DataFrame, content: Sequence[str]
) -> None:
    """Append the frame's rows, each with the hash of its content columns if any are named."""
    write = _copy if connection.dialect.name == "postgresql" else _insert
    for chunk in chunks(frame):
        write(connection, table, chunk, content)


def chunks(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The frame in pieces that bound what is encoded at a time."""
    for start in range(0, len(frame), CHUNK_ROWS):
        yield frame.iloc[start : start + CHUNK_ROWS]


def row_hashes(content_lines: list[str]) -> list[bytes]:
    """A hash of each row's content.

    128 bits of BLAKE2b over the escaped fields: two different rows of one table meet with a
    chance below 1e-24 at ten million rows. A 64-bit hash, such as pandas' own, would take one
    changed row in some hundred thousand companies for unchanged, and its siphash keys are
    no promise between releases.
    """
    return [blake2b(line.encode(), digest_size=16).digest() for line in content_lines]


def _copy(
    connection: Connection, table: Table, chunk: pd.DataFrame, content: Sequence[str]
) -> None:
    fields = {name: copied(table.name, chunk[name]) for name in chunk.columns}
    if content:
        hashes = row_hashes(lines(fields[name] for name in content))
        fields[HASH_COLUMN] = [rf"\\x{item.hex()}" for item in hashes]
    names = ", ".join(f'"{name}"' for name in fields)
    block = "\n".join(lines(fields.values()))
    driver = connection.connection.driver_connection
    assert driver is not None
    with (
        driver.cursor() as cursor,
        cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as sink,
    ):
        sink.write(block + "\n")


def _insert(
    connection: Connection, table: Table, chunk: pd.DataFrame, content: Sequence[str]
) -> None:
    values = {name: stored(table.name, chunk[name]) for name in chunk.columns}
    if content:
        values[HASH_COLUMN] = row_hashes(lines(copied(table.name, chunk[name]) for name in content))
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    driver = connection.connection.driver_connection
    assert driver is not None
    statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608 our own names
    driver.executemany(statement, zip(*values.values(), strict=True))
