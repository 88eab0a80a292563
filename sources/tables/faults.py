"""Rows kept out of a table, as the quarantine shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from sources.readers.records import BrokenRecord, Records
from sources.values.parse import INFERRED, ColumnFault
from transforms.core.canonical import QUARANTINE_DTYPES, Severity
from transforms.core.row_days import row_days, row_keys, row_kinds
from transforms.tables import TableSpec


@dataclass(frozen=True)
class Origin:
    """Where rows come from and which table they were meant for."""

    source: str
    source_file: str
    spec: TableSpec
    rank: int
    """0 for the first entry of the file that feeds this table, 1 for the second …"""


_NOT_SAID = (
    *("discount_unknown", "price_unknown", "interval_unknown"),
    *("unreadable_number", "money_too_fine", "required_missing"),
)


def is_unknown_only(fault: ColumnFault, spec: TableSpec) -> bool:
    """Whether it costs the row no more than an amount, or its certainty, as the export does not
    say it so that it could be read. Without the row, what its client pays for the others would
    pass for all."""
    if fault.rule == INFERRED:
        return True
    return fault.rule in _NOT_SAID and spec.by_name[fault.column].may_be_unknown


def fault_rows(
    faults: Sequence[ColumnFault], rows: pd.DataFrame, records: Records, origin: Origin
) -> pd.DataFrame:
    """One quarantine row for each fault of each record, or a remark where it keeps nothing out.
    `rows` holds what could be read."""
    found = [_of_fault(fault, rows, records, origin) for fault in faults]
    return pd.concat(found, ignore_index=True)


def _of_fault(
    fault: ColumnFault, rows: pd.DataFrame, records: Records, origin: Origin
) -> pd.DataFrame:
    is_remark = is_unknown_only(fault, origin.spec)
    taken = fault.rows.nonzero()[0]
    read = rows.iloc[taken].reset_index(drop=True)
    told = pd.DataFrame(
        {
            "source_line": records.lines[taken],
            "account_id": read.get("account_id"),
            "currency": read["_currency"],
            "amount_minor": read["_amount"],
            "raw": [_marked(records.raw(row), origin.rank) for row in taken.tolist()],
            "row_key": row_keys(origin.spec, read),
            "kind": row_kinds(origin.spec, read),
            **row_days(origin.spec, read, fault.column),
        }
    ).assign(column_name=fault.column, rule=fault.rule, expected=fault.expected.stored())
    return rows_told(told, origin, Severity.WARN if is_remark else Severity.QUARANTINE)


def broken_rows(
    broken: Sequence[BrokenRecord],
    origin: Origin,
    severity: Severity = Severity.QUARANTINE,
    accounts: pd.Series | None = None,
) -> pd.DataFrame:
    """Quarantine rows of records that could not be taken apart, or of remarks on them; with the
    accounts that can still be read."""
    told = pd.DataFrame(
        {
            "source_line": [record.line for record in broken],
            "rule": [record.rule for record in broken],
            "expected": [record.expected.stored() for record in broken],
            "raw": [record.raw for record in broken],
            "account_id": accounts,
        }
    )
    return rows_told(told, origin, severity)


def rows_told(
    rows: pd.DataFrame, origin: Origin, severity: Severity = Severity.QUARANTINE
) -> pd.DataFrame:
    """Rows with their line, account, rule and text as the quarantine frame has them."""
    placed = rows.assign(
        source=origin.source,
        source_file=origin.source_file,
        table_name=origin.spec.name,
        severity=severity.value,
    )
    return placed.reindex(columns=list(QUARANTINE_DTYPES)).astype(QUARANTINE_DTYPES)


def _marked(raw: str, rank: int) -> str:
    """The row, told apart where one line makes several rows of the same table.

    Control totals count a quarantined row once by its file, line, table and raw text.
    """
    return raw if rank == 0 else f"{raw} #{rank + 1}"


def kept_out_count(quarantine: pd.DataFrame) -> int:
    """How many rows are kept out; one that breaks several rules counts once."""
    out = quarantine[quarantine["severity"] == Severity.QUARANTINE.value]
    row = ["source", "source_file", "source_line", "table_name", "raw"]
    return len(out.drop_duplicates(row))
