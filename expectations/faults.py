"""Verdicts as rows that a person can act on: file, line, column, what was expected, the row."""

import json
from collections.abc import Iterable

import pandas as pd

from expectations.check import Verdict
from expectations.stopping import StoppedTable
from expectations.wording import expected_clause
from transforms.core.canonical import QUARANTINE_DTYPES, Severity, frame_of
from transforms.core.row_days import row_days, row_keys, row_kinds
from transforms.tables import TABLES, TableSpec

LABEL = "label"
"""Helper column: the row's index in the delivered table, which tells rows apart."""


def faults_of(verdicts: Iterable[Verdict], stopped: Iterable[StoppedTable]) -> pd.DataFrame:
    """One row a fault, with the columns of QUARANTINE_DTYPES, and one a stopped table.

    Of the faults of a row that is kept out exactly one, the first, has the severity
    quarantine, so that counting those counts rows and adds up money once; its others are
    told with severity warn.
    """
    stops = frame_of(QUARANTINE_DTYPES, [item.as_fault() for item in stopped])
    frames = [_faults(verdict) for verdict in verdicts if len(verdict.rows)]
    if not frames:
        return stops
    faults = _kept_out_once(pd.concat(frames, ignore_index=True))
    rows = faults[list(QUARANTINE_DTYPES)].astype(QUARANTINE_DTYPES)
    return pd.concat([stops, rows], ignore_index=True)


def _kept_out_once(faults: pd.DataFrame) -> pd.DataFrame:
    kept_out = faults[faults["severity"] == Severity.QUARANTINE]
    again = kept_out.index[kept_out.duplicated(["table_name", LABEL])]
    severity = faults["severity"].mask(faults.index.isin(again), str(Severity.WARN))
    return faults.assign(severity=severity)


def _faults(verdict: Verdict) -> pd.DataFrame:
    check, rows, spec = verdict.check, verdict.rows, TABLES[verdict.check.table]
    return pd.DataFrame(
        {
            "source": rows["source"],
            "source_file": rows["source_file"],
            "source_line": rows["source_line"],
            "table_name": check.table,
            "column_name": check.column,
            "rule": check.rule,
            "severity": str(check.severity),
            "account_id": rows["account_id"].fillna("") if spec.has_account else "",
            "expected": expected_clause(check).stored(),
            "currency": rows["currency"].fillna("") if spec.control_amount else "",
            "amount_minor": rows[spec.control_amount] if spec.control_amount else pd.NA,
            "raw": rows_as_json(rows, spec, check.evidence),
            "row_key": row_keys(spec, rows),
            "kind": row_kinds(spec, rows),
            **row_days(spec, rows, check.column),
            LABEL: rows.index,
        },
        index=rows.index,
    )


def rows_as_json(rows: pd.DataFrame, spec: TableSpec, evidence: tuple[str, ...]) -> list[str]:
    """Each row's own columns as a JSON object; what it lacks is left out."""
    names = [*(column.name for column in spec.columns), *evidence]
    values = zip(*(_readable(rows[name]) for name in names), strict=True)
    return [
        json.dumps(
            {name: value for name, value in zip(names, row, strict=True) if value is not None},
            ensure_ascii=False,
        )
        for row in values
    ]


def _readable(values: pd.Series) -> list[object]:
    """Plain Python values; dates and instants in ISO 8601."""
    if isinstance(values.dtype, pd.DatetimeTZDtype):
        values = values.dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    elif pd.api.types.is_datetime64_dtype(values):
        values = values.dt.strftime("%Y-%m-%d")
    return values.astype("object").where(values.notna(), None).tolist()
