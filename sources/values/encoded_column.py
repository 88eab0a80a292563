"""A column of text as distinct words and codes, so that each word is parsed once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Codes = NDArray[np.intp]


@dataclass(frozen=True)
class EncodedColumn:
    """Row i holds `words[codes[i]]`. Empty text means that the row holds nothing.

    The words need not be distinct; each is parsed once all the same.
    """

    codes: Codes
    words: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.codes)

    def map(self, change: Callable[[str], str]) -> "EncodedColumn":
        """Every word replaced."""
        return EncodedColumn(self.codes, tuple(change(word) for word in self.words))

    def rows(self) -> NDArray[np.object_]:
        """The text of every row."""
        return spread(self.codes, self.words)

    def mask(self, test: Callable[[str], bool]) -> NDArray[np.bool_]:
        """The rows whose word passes."""
        passed = np.fromiter((test(word) for word in self.words), dtype=bool, count=len(self.words))
        return passed[self.codes] if len(self.words) else np.zeros(0, dtype=bool)

    def take(self, rows: NDArray[np.bool_ | np.intp]) -> "EncodedColumn":
        """Only the rows of the mask, or those at the places."""
        return EncodedColumn(self.codes[rows], self.words)


def words_of(texts: Sequence[str]) -> EncodedColumn:
    """Rows of text, encoded."""
    values = np.empty(len(texts), dtype=object)
    values[:] = texts
    codes, distinct = pd.factorize(values)
    return EncodedColumn(codes, tuple(distinct.tolist()))


def words_of_kinds(texts: Sequence[str]) -> EncodedColumn:
    """Rows of text, encoded; what is equal and of another type of text stays apart."""
    places: dict[tuple[type[str], str], int] = {}
    codes = [places.setdefault((type(text), text), len(places)) for text in texts]
    return EncodedColumn(np.array(codes, dtype=np.intp), tuple(text for _, text in places))


def constant(word: str, rows: int) -> EncodedColumn:
    """The same word in every row."""
    return EncodedColumn(np.zeros(rows, dtype=np.intp), (word,))


def together(columns: Sequence[EncodedColumn]) -> tuple[Codes, list[tuple[str, ...]]]:
    """Several columns as codes of their distinct combinations."""
    codes = columns[0].codes
    for column in columns[1:]:
        # Factorised after every step, so that the product of the sizes never overflows.
        codes, _ = pd.factorize(codes * max(len(column.words), 1) + column.codes)
    distinct, first = np.unique(codes, return_index=True)
    dense = np.searchsorted(distinct, codes)
    picked = [[column.words[code] for code in column.codes[first].tolist()] for column in columns]
    return dense, list(zip(*picked, strict=True))


def spread(codes: Codes, values: Sequence[object]) -> NDArray[np.object_]:
    """The value of every row."""
    table = np.empty(len(values), dtype=object)
    table[:] = values
    return table[codes]
