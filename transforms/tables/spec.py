"""What a canonical table is made of, and how its columns look as a data frame."""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.extensions import ExtensionArray
from pandas.api.types import pandas_dtype


class Kind(StrEnum):
    """What a column holds. Each kind has one dtype in data frames and one type in the warehouse."""

    TEXT = "text"
    INTEGER = "integer"
    MONEY = "money"  # integer minor units of the row's `currency`
    NUMBER = "number"  # a measured quantity or ratio
    DECIMAL = "decimal"  # an exact decimal written as text, such as an exchange rate
    DATE = "date"  # a day, midnight without zone
    TIMESTAMP = "timestamp"  # an instant, UTC
    BOOLEAN = "boolean"
    CURRENCY = "currency"  # ISO 4217 code


_DTYPE_NAMES: dict[Kind, str] = {
    Kind.TEXT: "str",
    Kind.INTEGER: "Int64",
    Kind.MONEY: "Int64",
    Kind.NUMBER: "Float64",
    Kind.DECIMAL: "str",
    Kind.DATE: "datetime64[us]",
    Kind.TIMESTAMP: "datetime64[us, UTC]",
    Kind.BOOLEAN: "boolean",
    Kind.CURRENCY: "str",
}


DTYPES = {kind: pandas_dtype(name) for kind, name in _DTYPE_NAMES.items()}
_NOTHING = {kind: pd.Series(dtype=dtype).array for kind, dtype in DTYPES.items()}


@dataclass(frozen=True)
class Column:
    """One column: what it means, whether a row may lack it, and what it may hold."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    allowed: tuple[str, ...] = ()
    """The only words a text may hold; empty means any."""
    references: str = ""
    """The canonical table whose key this column holds."""
    may_be_unknown: bool = False
    """Whether a row goes in without it where the export does not say it so that it can be read:
    sums that it belongs to are then unknown; without the row they would be wrong."""
    client_readable: bool = False
    """Whether a file for clients may print its text; no other text has a way into one."""
    personal: bool = False
    """Whether it names a person, or may mention one: `cartera forget` looks there."""


CHANGED_AT = "changed_at"
"""A column beside a table's own, where an export says when each row was last changed (UTC)."""

LINEAGE: tuple[Column, ...] = (
    Column("source", Kind.TEXT, "the system of the mapping file that read the row", required=True),
    Column("source_file", Kind.TEXT, "the export's path inside the landing place", required=True),
    Column(
        "source_line",
        Kind.INTEGER,
        "line of the file, or number of the record in JSON",
        required=True,
    ),
)


@dataclass(frozen=True)
class TableSpec:
    """One canonical table. `key` names the columns that tell its rows apart."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    control_amount: str = ""
    """The money column whose sum the control totals carry; empty where there is none."""
    by_name: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {column.name: column for column in self.all_columns})

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """Own columns, then lineage."""
        return (*self.columns, *LINEAGE)

    @property
    def has_account(self) -> bool:
        return any(column.name == "account_id" for column in self.columns)

    def empty(self) -> pd.DataFrame:
        """No rows, every column with its dtype."""
        return self.conform(pd.DataFrame())

    def conform(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The frame with exactly this table's columns, in order, each with its dtype.

        A column the frame lacks is filled with missing values. Values that cannot be
        held by the dtype raise: parsing user data is the sources' work, not this.
        """
        held = {column.name: _held(frame, column) for column in self.all_columns}
        return pd.DataFrame(held, index=pd.RangeIndex(len(frame)), copy=False)


def _held(frame: pd.DataFrame, column: Column) -> ExtensionArray | npt.NDArray[np.generic]:
    """A column's values as its dtype. Column by column, because casting a frame of thirty
    columns costs more than the figures that small companies need of it."""
    dtype = DTYPES[column.kind]
    if column.name not in frame:
        return _NOTHING[column.kind].take(np.full(len(frame), -1), allow_fill=True)
    return frame[column.name].astype(dtype).array
