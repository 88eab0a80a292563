"""A company in a folder: a mapping, its exports, and what reading makes of them."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
from collected import ReadResult

from messages.errors import worded
from sources.tables.read import KnownKeys

NOTHING_KNOWN = KnownKeys({}, {})


@dataclass(frozen=True)
class Outcome:
    """The result of one delivery, with its closed control totals."""

    result: ReadResult
    controls: pd.DataFrame

    def table(self, name: str) -> pd.DataFrame:
        return self.result.tables[name]

    def column(self, table: str, name: str) -> list[object]:
        values = self.table(table)[name]
        return values.astype("object").where(values.notna(), None).tolist()

    @property
    def quarantine(self) -> pd.DataFrame:
        return self.result.quarantine

    @property
    def faults(self) -> list[tuple[int, str, str]]:
        rows = self.quarantine
        return list(
            zip(rows["source_line"], rows["column_name"].fillna(""), rows["rule"], strict=True)
        )

    @property
    def sentences(self) -> list[str]:
        return [worded(stop.told, "en") for stop in self.result.stopped]

    @property
    def outcomes(self) -> dict[str, int]:
        """Rows by outcome, over all files and tables."""
        return self.controls.groupby("outcome")["row_count"].sum().astype(int).to_dict()


ReadFiles = Callable[..., Outcome]
