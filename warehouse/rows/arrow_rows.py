"""Frames as Arrow columns, and the hashes that tell rows apart."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from xxhash import xxh3_128_digest

from warehouse.errors import UnstorableTextError

_NOTHING = pa.scalar(b"", pa.large_binary())
_HASH_BYTES = 16
_SHORT = 200


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
    numbers, texts = _numbers(list(columns.values())), _texts(list(columns.values()))
    rows = _joined(numbers, texts)
    if _zeros(np.frombuffer(rows.buffers()[2], np.uint8)) != _zeros(numbers.view(np.uint8)):
        raise UnstorableTextError(table_name, _with_zero_byte(columns))
    digests = b"".join(map(xxh3_128_digest, rows.to_numpy(zero_copy_only=False)))
    ends = np.arange(0, len(digests) + 1, _HASH_BYTES, dtype=np.int32)
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(digests)]
    return pa.Array.from_buffers(pa.binary(), len(rows), buffers)


def _zeros(each: NDArray[np.uint8]) -> int:
    """How many bytes are zero; a text that can be stored has none."""
    return each.size - int(np.count_nonzero(each))


def _with_zero_byte(columns: Mapping[str, pa.Array]) -> str:
    return next(
        name
        for name, column in columns.items()
        if any("\x00" in (text or "") for text in column.cast(pa.large_string()).to_pylist())
    )


def _joined(numbers: NDArray[np.int64], texts: Sequence[pa.Array]) -> pa.Array:
    """Each row as bytes; no two rows that differ give the same."""
    ends = np.arange(len(numbers) + 1) * numbers.shape[1] * numbers.itemsize
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(numbers)]
    fixed = pa.Array.from_buffers(pa.large_binary(), len(numbers), buffers)
    return pc.call_function("binary_join_element_wise", [fixed, *texts, _NOTHING])


def _texts(columns: Sequence[pa.Array]) -> list[pa.Array]:
    return [
        column.cast(pa.large_binary()).fill_null(b"")
        for column in columns
        if pa.types.is_large_string(column.type)
    ]


def _numbers(columns: Sequence[pa.Array]) -> NDArray[np.int64]:
    """Of each row what is missing, as bits, the values that are numbers or times, and how long
    its texts are."""
    lengths = [pc.call_function("binary_length", [text]).to_numpy() for text in _texts(columns)]
    values = [_number(column) for column in columns if not pa.types.is_large_string(column.type)]
    return np.column_stack([_missing(columns), *values, *lengths])


def _number(column: pa.Array) -> NDArray[np.int64]:
    if pa.types.is_floating(column.type):
        return column.fill_null(0).to_numpy(zero_copy_only=False).view(np.int64)
    days = pa.types.is_date32(column.type)
    numbers = column.cast(pa.int32() if days else pa.int64()).fill_null(0)
    return numbers.to_numpy(zero_copy_only=False).astype(np.int64)


def _missing(columns: Sequence[pa.Array]) -> NDArray[np.int64]:
    """Which of a row's columns are missing, as one number: an empty text is not a missing one."""
    bits = np.zeros(len(columns[0]), dtype=np.int64)
    for position, column in enumerate(columns):
        if column.null_count:
            bits |= column.is_null().to_numpy(zero_copy_only=False).astype(np.int64) << position
    return bits


def fingerprints(columns: Sequence[pa.Array]) -> NDArray[np.uint64]:
    """Numbers that differ only where rows differ in these columns; a few meet by chance."""
    texts = _texts(columns)
    is_text = len(columns) == len(texts) == 1
    rows = texts[0] if is_text else _joined(_numbers(columns), texts)
    return pd.util.hash_array(rows.to_numpy(zero_copy_only=False), categorize=False)


def repeat_hash(row_hash: bytes, repeat: int) -> bytes:
    """What tells the second, third … of rows alike from the first."""
    return xxh3_128_digest(row_hash + repeat.to_bytes(8, "big"))
