"""The delivery's rows as they lie staged: what the rules across rows are asked of.

A database narrows millions of rows down to those that may be at fault; whether they are, the
checks say. Every method counts and gives rows that are not kept out unless it says otherwise;
frames come under the labels that the rows were added with.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

import pandas as pd


class Evidence(Protocol):
    """Rows beside what they must agree with."""

    @property
    def tally(self) -> pd.DataFrame:
        """How many rows (`row_count`) are alike in what decides whether a rule applies."""
        ...

    @property
    def suspects(self) -> Iterator[pd.DataFrame]:
        """Every row that may be at fault, and perhaps others."""
        ...


class Staged(Protocol):
    """Where the rows of one delivery wait to be judged together."""

    @property
    def names(self) -> Sequence[str]:
        """The delivery's tables."""
        ...

    def add(self, name: str, rows: pd.DataFrame, kept_out: Collection[int] = ()) -> None:
        """Stage rows, some of which are kept out."""
        ...

    def keep_out(self, name: str, labels: Collection[int]) -> None:
        """Rows that are not to be loaded."""
        ...

    def drop_source(self, source: str) -> None:
        """Forget a source's rows, kept out or not."""
        ...

    def drop_table(self, name: str) -> None:
        """As if the delivery had not held the table."""
        ...

    def kept_rows(self, name: str) -> Mapping[str, int]:
        """How many rows by source."""
        ...

    def kept(self, name: str) -> Iterator[pd.DataFrame]:
        """The rows, some at a time."""
        ...

    def sharing(self, name: str, columns: Sequence[str]) -> Iterator[pd.DataFrame]:
        """Rows, kept out or not, that agree with another in all these columns, together."""
        ...

    def filled(self, name: str, columns: Sequence[str]) -> Mapping[str, int]:
        """How many rows hold something in each column."""
        ...

    def unmatched(self, name: str, column: str, target: str) -> Iterator[pd.DataFrame]:
        """Rows that name a row of the target table which is not there."""
        ...

    def kept_out_keys(self, name: str) -> frozenset[str]:
        """Keys that only rows kept out have."""
        ...

    def below_others(self) -> pd.DataFrame:
        """All accounts that have a parent."""
        ...

    def evidence(self, name: str, line_tolerances: Mapping[str, int]) -> Evidence:
        """Invoices, invoice lines or payments beside what they must agree with. By source, the
        minor units that a document may differ by for each of its lines; nothing elsewhere."""
        ...
