"""A piece of an export: some of its records, as text by column, with their lines."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from messages.clause import Clause
from sources.values.encoded_column import EncodedColumn, constant, words_of, words_of_kinds
from sources.values.numbers import PlainNumber

CHUNK_ROWS = 100_000


@dataclass(frozen=True)
class BrokenRecord:
    """A record that is not as wide as the header, or is no record at all."""

    line: int
    rule: str
    expected: Clause
    raw: str
    cells: tuple[str, ...] = ()
    """Of one that was cut off, those that are whole."""


@dataclass(frozen=True)
class Records:
    """Records of one export. `cells` holds a row of texts for each, as `header` names them."""

    header: tuple[str, ...]
    lines: NDArray[np.int64]
    cells: Sequence[Sequence[str]]
    null: frozenset[str]
    documents: Sequence[object] = ()
    """The records as JSON values, where the export is JSON."""
    broken: tuple[BrokenRecord, ...] = ()
    remarks: tuple[BrokenRecord, ...] = ()
    """Records that are read although there is something to say of them."""
    blank_lines: tuple[int, ...] = ()
    """Lines of delimiters only."""
    repeated_headers: tuple[int, ...] = ()
    """Lines that say the header again, as where exports were put one below the other."""
    looked_up: Mapping[str, EncodedColumn] = field(default_factory=dict)
    """Columns of other files, by the names that lookups give them."""
    has_numbers: bool = False
    """Whether the format tells numbers from texts: then `1.234` may be both in one column."""
    _encoded: dict[str, EncodedColumn] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Columns that were asked for before; several rules may look at one."""

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def has_unread(self) -> bool:
        """Whether there are lines that are no records."""
        return bool(self.broken or self.remarks or self.blank_lines or self.repeated_headers)

    @property
    def columns(self) -> frozenset[str]:
        """Every name that has a column."""
        return frozenset((*self.header, *self.looked_up))

    def where(self, rows: NDArray[np.bool_]) -> "Records":
        """Only the records of the mask; lines that are no records are left behind."""
        if rows.all() and not self.has_unread:
            return self
        kept = rows.nonzero()[0].tolist()
        return Records(
            self.header,
            self.lines[kept],
            [self.cells[row] for row in kept],
            self.null,
            [self.documents[row] for row in kept] if self.documents else (),
            looked_up={name: words.take(rows) for name, words in self.looked_up.items()},
            has_numbers=self.has_numbers,
        )

    def column(self, name: str) -> EncodedColumn:
        """A column's texts, trimmed, null tokens empty; all empty where the export lacks it."""
        if name in self.looked_up:
            return self.looked_up[name]
        if name not in self.header:
            return constant("", len(self))
        if name not in self._encoded:
            position = self.header.index(name)
            texts = [row[position] for row in self.cells]
            words = words_of_kinds(texts) if self.has_numbers else words_of(texts)
            self._encoded[name] = words.map(self._present)
        return self._encoded[name]

    def raw(self, row: int) -> str:
        """One record as JSON, as the export holds it."""
        if self.documents:
            return as_json(self.documents[row])
        return as_json(dict(zip(self.header, self.cells[row], strict=True)))

    def _present(self, text: str) -> str:
        trimmed = text if isinstance(text, PlainNumber) else text.strip().strip("\ufeff").strip()
        return "" if trimmed.casefold() in self.null else trimmed


def as_json(value: object) -> str:
    """A record for people and programs to find again."""
    return json.dumps(value, ensure_ascii=False)


def folded(tokens: Sequence[str]) -> frozenset[str]:
    """Null tokens, without regard to case."""
    return frozenset(token.strip().casefold() for token in tokens) | {""}
