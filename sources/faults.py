"""Rows kept out of a table, as the quarantine shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from sources.records import BrokenRecord, Records
from sources.values import ColumnFault
from transforms.canonical import QUARANTINE_DTYPES, Severity, frame_of
from transforms.tables import TableSpec


@dataclass(frozen=True)
class Origin:
    """Where rows come from and which table they were meant for."""

    source: str
    source_file: str
    spec: TableSpec
    rank: int
    """0 for the first entry of the file that feeds this table, 1 for the second …"""


def fault_rows(
    faults: Iterable[ColumnFault], rows: pd.DataFrame, records: Records, origin: Origin
) -> pd.DataFrame:
    """One quarantine row for each fault of each record. `rows` holds what could be read."""
    found = [
        _fault_row(position, fault, rows, records, origin)
        for fault in faults
        for position in fault.rows.nonzero()[0].tolist()
    ]
    return frame_of(QUARANTINE_DTYPES, found)


def _fault_row(
    position: int, fault: ColumnFault, rows: pd.DataFrame, records: Records, origin: Origin
) -> dict[str, object]:
    row = rows.iloc[position]
    return _quarantined(origin, int(records.lines[position])) | {
        "column_name": fault.column,
        "rule": fault.rule,
        "account_id": row["account_id"] if "account_id" in rows else None,
        "expected": fault.expected,
        "currency": row["_currency"],
        "amount_minor": row["_amount"],
        "raw": _marked(records.raw(position), origin.rank),
    }


def broken_rows(broken: Sequence[BrokenRecord], origin: Origin) -> pd.DataFrame:
    """Quarantine rows of records that could not be taken apart."""
    return frame_of(
        QUARANTINE_DTYPES,
        [
            _quarantined(origin, record.line)
            | {"rule": record.rule, "expected": record.expected, "raw": record.raw}
            for record in broken
        ],
    )


def _quarantined(origin: Origin, line: int) -> dict[str, object]:
    return {
        "source": origin.source,
        "source_file": origin.source_file,
        "source_line": line,
        "table_name": origin.spec.name,
        "severity": Severity.QUARANTINE.value,
    }


def _marked(raw: str, rank: int) -> str:
    """The row, told apart where one line makes several rows of the same table.

    Control totals count a quarantined row once by its file, line, table and raw text.
    """
    return raw if rank == 0 else f"{raw} #{rank + 1}"
