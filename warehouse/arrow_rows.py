"""Frames as Arrow columns, and the hashes that tell rows apart."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from xxhash import xxh3_128_digest

from warehouse.errors import UnstorableTextError

_BETWEEN = pa.scalar("\x00", pa.large_string())
"""Between the fields of a row that is hashed: no text that can be stored holds it."""

_HASH_BYTES = 16
_SHORT = 200
_JOIN = "binary_join_element_wise"


def arrow_columns(frame: pd.DataFrame) -> dict[str, pa.Array]:
    """The columns: days without a time, instants in UTC without a zone."""
    arrow = pa.Table.from_pandas(frame, preserve_index=False)
    return {name: _plain(arrow[name].combine_chunks()) for name in arrow.column_names}


def _plain(column: pa.Array) -> pa.Array:
    match column.type:
        case pa.TimestampType(tz=None):
            return column.cast(pa.date32(), safe=False)
        case pa.TimestampType():
            return column.cast(pa.timestamp("us"))
        case kind if pa.types.is_string(kind):
            return column.cast(pa.large_string())
        case _:
            return column


def without_times(column: pa.Array) -> pa.Array:
    """The column as SQLite keeps it: days and instants are ISO texts, yes is 1."""
    if pa.types.is_temporal(column.type):
        return column.cast(pa.large_string())
    return column.cast(pa.int64()) if pa.types.is_boolean(column.type) else column


def alike(column: pa.Array) -> int | str | None:
    """The number or short text that every row has in this column; None where there is none."""
    is_plain = pa.types.is_integer(column.type) or pa.types.is_large_string(column.type)
    if not is_plain or column.null_count:
        return None
    first = column[0].as_py()
    if isinstance(first, str) and len(first) > _SHORT:
        return None
    same = pc.call_function("equal", [column, column[0]])
    return first if same.true_count == len(column) else None


def row_hashes(table_name: str, columns: Mapping[str, pa.Array]) -> pa.Array:
    """128 bits for each row of these columns: XXH3, whose results are fixed for good.

    Two different rows of one table meet with a chance below 1e-24 at ten million rows; 64
    bits would take a changed row for unchanged once in a few hundred thousand such tables.
    Raises UnstorableTextError where a text holds a zero byte.
    """
    rows = _joined(list(columns.values()))
    if _zero_bytes(rows) != len(rows) * len(columns):
        raise UnstorableTextError(table_name, _with_zero_byte(columns))
    each = rows.cast(pa.large_binary()).to_numpy(zero_copy_only=False)
    digests = b"".join(map(xxh3_128_digest, each))
    ends = np.arange(0, len(digests) + 1, _HASH_BYTES, dtype=np.int32)
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(digests)]
    return pa.Array.from_buffers(pa.binary(), len(rows), buffers)


def _zero_bytes(texts: pa.Array) -> int:
    data = np.frombuffer(texts.buffers()[2], dtype=np.uint8)
    return len(data) - int(np.count_nonzero(data))


def _with_zero_byte(columns: Mapping[str, pa.Array]) -> str:
    return next(
        name
        for name, column in columns.items()
        if any("\x00" in (text or "") for text in column.cast(pa.large_string()).to_pylist())
    )


def _joined(columns: Sequence[pa.Array]) -> pa.Array:
    """Each row as one text; no two rows that differ give the same."""
    texts = [without_times(column).cast(pa.large_string()).fill_null("") for column in columns]
    return pc.call_function(_JOIN, [*texts, _missing(columns), _BETWEEN])


def fingerprints(columns: Sequence[pa.Array]) -> NDArray[np.uint64]:
    """Numbers that differ only where rows differ in these columns; a few meet by chance."""
    rows = columns[0] if len(columns) == 1 else _joined(columns)
    texts = rows.cast(pa.large_string()).fill_null("").to_numpy(zero_copy_only=False)
    return pd.util.hash_array(texts, categorize=False)


def repeat_hash(row_hash: bytes, repeat: int) -> bytes:
    """What tells the second, third … of rows alike from the first."""
    return xxh3_128_digest(row_hash + repeat.to_bytes(8, "big"))


def _missing(columns: Sequence[pa.Array]) -> pa.Array:
    """Which of a row's columns are missing, as one number: an empty text is not a missing one."""
    bits = np.zeros(len(columns[0]), dtype=np.int64)
    for position, column in enumerate(columns):
        if column.null_count:
            bits |= column.is_null().to_numpy(zero_copy_only=False).astype(np.int64) << position
    return pa.array(bits).cast(pa.large_string())
