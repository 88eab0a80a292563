"""Random rows for hypothesis, built from the table specs."""

from datetime import UTC, datetime

import pandas as pd
from hypothesis import strategies as st

from transforms.tables import TABLES, Column, Kind, TableSpec

_TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
_WHOLE = st.integers(-(2**63), 2**63 - 1)

VALUES: dict[Kind, st.SearchStrategy] = {
    Kind.TEXT: _TEXT,
    Kind.INTEGER: _WHOLE,
    Kind.MONEY: _WHOLE,
    Kind.NUMBER: st.floats(allow_nan=False),
    Kind.DECIMAL: st.decimals(allow_nan=False, allow_infinity=False).map(str),
    Kind.DATE: st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(
        lambda moment: pd.Timestamp(moment).normalize()
    ),
    Kind.TIMESTAMP: st.datetimes(
        datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)
    ),
    Kind.BOOLEAN: st.booleans(),
    Kind.CURRENCY: st.sampled_from(["MXN", "EUR", "JPY", "USD"]),
}


def _value(column: Column) -> st.SearchStrategy:
    values = st.sampled_from(column.allowed) if column.allowed else VALUES[column.kind]
    return values if column.required else st.none() | values


@st.composite
def table_rows(draw: st.DrawFn, spec: TableSpec, max_rows: int = 6) -> pd.DataFrame:
    """A conforming frame with unique keys, in the order of its lines of one file."""
    row = st.fixed_dictionaries({column.name: _value(column) for column in spec.columns})
    rows = draw(
        st.lists(row, max_size=max_rows, unique_by=lambda one: tuple(one[key] for key in spec.key))
    )
    lineage = {"source": "crm", "source_file": "2026-10-01/rows.csv"}
    told = [item | lineage | {"source_line": line} for line, item in enumerate(rows, 2)]
    names = [column.name for column in spec.all_columns]
    # Object columns: pandas would guess floats for numbers with gaps, and lose digits.
    return spec.conform(pd.DataFrame(told, columns=names, dtype=object))


@st.composite
def canonical_tables(draw: st.DrawFn) -> tuple[TableSpec, pd.DataFrame]:
    """Any table's spec and some rows of it."""
    spec = draw(st.sampled_from(sorted(TABLES.values(), key=lambda spec: spec.name)))
    return spec, draw(table_rows(spec))
