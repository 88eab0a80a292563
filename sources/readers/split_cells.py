"""A cell that holds a list, as `12;34` → one record for each of its parts."""

import numpy as np
from numpy.typing import NDArray

from sources.readers.records import Records

_SEPARATOR = ";"


def split_records(records: Records, column: str) -> tuple[Records, NDArray[np.intp]]:
    """The records of the parts, and the place of the record that each came from.

    A record whose cell is blank, or whose export lacks the column, has none.
    """
    if column not in records.header:
        return records.where(np.zeros(len(records), dtype=bool)), np.zeros(0, dtype=np.intp)
    position = records.header.index(column)
    lists = [_parts(records, row[position]) for row in records.cells]
    places = np.repeat(np.arange(len(records)), [len(parts) for parts in lists])
    cells = [
        [*row[:position], part, *row[position + 1 :]]
        for row, parts in zip(records.cells, lists, strict=True)
        for part in parts
    ]
    looked_up = {name: words.take(places) for name, words in records.looked_up.items()}
    made = Records(
        records.header,
        records.lines[places],
        cells,
        records.null,
        looked_up=looked_up,
        has_numbers=records.has_numbers,
    )
    return made, places


def _parts(records: Records, cell: str) -> list[str]:
    trimmed = (part.strip() for part in cell.split(_SEPARATOR))
    return [part for part in trimmed if part.casefold() not in records.null]
