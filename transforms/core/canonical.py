"""Canonical tables as rooms hand them on, and the rows that were kept out of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from transforms.tables import TABLES


@dataclass(frozen=True)
class CanonicalTables(Mapping[str, pd.DataFrame]):
    """Data frames by canonical table name, each of its spec's columns and dtypes.

    A name that is not there means that the company has no such feed; a frame without
    rows means that the feed is there and says nothing.
    """

    frames: Mapping[str, pd.DataFrame]

    def __post_init__(self) -> None:
        unknown = set(self.frames) - set(TABLES)
        if unknown:
            raise ValueError(f"not canonical tables: {', '.join(sorted(unknown))}")

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.frames[name]

    def __contains__(self, name: object) -> bool:
        return name in self.frames

    def __iter__(self) -> Iterator[str]:
        return iter(self.frames)

    def __len__(self) -> int:
        return len(self.frames)

    def rows(self, name: str) -> pd.DataFrame:
        """The table's rows; none where the feed is missing."""
        return self.frames[name] if name in self.frames else TABLES[name].empty()

    def map(self, change: Callable[[str, pd.DataFrame], pd.DataFrame]) -> "CanonicalTables":
        """The same tables, each frame replaced by `change(name, frame)`."""
        return CanonicalTables({name: change(name, frame) for name, frame in self.frames.items()})


class Severity(StrEnum):
    """What a broken rule does."""

    WARN = "warn"  # told, and the row is used
    QUARANTINE = "quarantine"  # the row is kept out
    HOLD = "hold"  # the row is used, the client's files are held back
    STOP = "stop"  # the source is not loaded


QUARANTINE_DTYPES: dict[str, str] = {
    "source": "str",
    "source_file": "str",
    "source_line": "Int64",
    "table_name": "str",
    "column_name": "str",  # empty where the whole row is at fault
    "rule": "str",
    "severity": "str",
    "account_id": "str",  # empty where the row joins no account
    "expected": "str",  # one clause: what would have been right
    "currency": "str",
    "amount_minor": "Int64",  # of the table's control amount; missing where unreadable or none
    "raw": "str",  # the row itself, as JSON
    "row_key": "str",  # the value of the table's one key column; missing where unread or several
    "kind": "str",  # of a survey; empty where rows of the table are of one kind, or unread
    "first_day": "datetime64[us]",  # the earliest that the row may be of; missing where unknown
    "last_day": "datetime64[us]",  # the latest; missing where unknown, or it goes on
}
"""Columns of the frame of faults: rows kept out, and rows used but told about."""

_OF_KEPT_OUT = ("table_name", "account_id", "kind", "first_day", "last_day")
KEPT_OUT_DTYPES = {**{name: QUARANTINE_DTYPES[name] for name in _OF_KEPT_OUT}, "row_count": "Int64"}
"""Columns of a frame of rows that were kept out, those that are alike together with their number;
`account_id` is empty of what may be anybody's."""

FEW_JOIN = "feed_joins_few"
"""The rule of a table most of whose rows join no account."""

CONTROL_DTYPES: dict[str, str] = {
    "source": "str",
    "source_file": "str",
    "table_name": "str",
    "outcome": "str",  # read, loaded, quarantined, or filtered:<name of the filter>
    "currency": "str",  # empty for tables without money, and for rows whose amount is unreadable
    "row_count": "Int64",
    "amount_minor": "Int64",
}
"""Columns of control totals; by file, table, currency: read = loaded + quarantined + filtered."""


def frame_of(
    dtypes: Mapping[str, str], rows: list[dict[str, object]] | None = None
) -> pd.DataFrame:
    """A frame with exactly these columns and dtypes, from rows or empty."""
    return pd.DataFrame(rows or [], columns=list(dtypes)).astype(dict(dtypes))
