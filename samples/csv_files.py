"""CSV files in the dialects that the vendors write."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True)
class Dialect:
    """How a vendor's CSV is put on disk."""

    delimiter: str = ","
    quote_all: bool = False
    encoding: str = "utf-8"
    line_end: str = "\n"


class CsvFile:
    """An export being written row by row; knows the line of every row."""

    def __init__(self, path: Path, header: Sequence[str], dialect: Dialect) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("w", encoding=dialect.encoding, newline="")
        quoting = csv.QUOTE_ALL if dialect.quote_all else csv.QUOTE_MINIMAL
        self._writer = csv.writer(
            self._file,
            delimiter=dialect.delimiter,
            quoting=quoting,
            lineterminator=dialect.line_end,
        )
        self._header = tuple(header)
        self._lines = 0
        self._put(self._header)

    def write(self, *values: object) -> int:
        """Append a row in header order; returns its line. None is written as an empty cell."""
        if len(values) != len(self._header):
            raise ValueError(f"{len(values)} values for {len(self._header)} columns")
        return self._put(values)

    def write_named(self, values: dict[str, object]) -> int:
        """Append a row of a wide file: columns not named stay empty."""
        return self._put([values.get(name, "") for name in self._header])

    def _put(self, values: Sequence[object]) -> int:
        self._writer.writerow(values)
        self._lines += 1
        return self._lines

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self._file.close()
