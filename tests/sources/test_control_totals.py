"""What was read is loaded, quarantined or filtered, to the row and the minor unit."""

import pandas as pd
import pytest
from collected import closed_controls
from mapping_texts import payments
from read_exports import ReadFiles

from sources.errors import ControlTotalsError
from transforms.core.canonical import QUARANTINE_DTYPES, frame_of

TEXT = """id,account,day,amount,currency
p1,A,2026-09-01,10.00,MXN
p2,A,2026-09-01,7,JPY
p3,A,soon,2.50,MXN
p4,A,2026-09-01,ten,MXN
"""


def fault(line: int, severity: str, rule: str = "range") -> dict[str, object]:
    return {
        "source": "erp",
        "source_file": "2026-10-01/export.csv",
        "source_line": line,
        "table_name": "payments",
        "rule": rule,
        "severity": severity,
        "currency": "MXN",
        "amount_minor": 1000,
        "raw": "{}",
    }


def test_totals_are_kept_by_currency_and_outcome(read_files: ReadFiles) -> None:
    read = read_files(payments(), files={"export.csv": TEXT})
    totals = read.controls.fillna({"amount_minor": -1})
    told = list(
        totals[["outcome", "currency", "row_count", "amount_minor"]].itertuples(
            index=False, name=None
        )
    )
    assert told == [
        ("loaded", "JPY", 1, 7),
        ("loaded", "MXN", 1, 1000),
        ("quarantined", "", 1, -1),
        ("quarantined", "MXN", 1, 250),
        ("read", "", 1, -1),
        ("read", "JPY", 1, 7),
        ("read", "MXN", 2, 1250),
    ]


def test_rows_that_validation_takes_out_move_from_loaded_to_quarantined(
    read_files: ReadFiles,
) -> None:
    read = read_files(payments(), files={"export.csv": TEXT})
    tables = read.result.tables.map(lambda _, frame: frame[frame["payment_id"] != "p1"])
    found = [fault(2, "quarantine"), fault(2, "quarantine", "state"), fault(3, "warn")]
    told = pd.concat([read.quarantine, frame_of(QUARANTINE_DTYPES, found)])
    totals = closed_controls(read.result.controls, tables, told)
    assert totals.groupby("outcome")["row_count"].sum().to_dict() == {
        "read": 4,
        "loaded": 1,
        "quarantined": 3,
    }


def test_a_row_that_goes_missing_stops_the_load(read_files: ReadFiles) -> None:
    read = read_files(payments(), files={"export.csv": TEXT})
    tables = read.result.tables.map(lambda _, frame: frame.iloc[1:])
    with pytest.raises(ControlTotalsError, match="payments in MXN does not add up, 1 row"):
        closed_controls(read.result.controls, tables, read.quarantine)


def test_money_that_changes_on_the_way_stops_the_load(read_files: ReadFiles) -> None:
    read = read_files(payments(), files={"export.csv": TEXT})
    tables = read.result.tables.map(
        lambda _, frame: frame.assign(amount_minor=frame["amount_minor"] + 1)
    )
    with pytest.raises(ControlTotalsError, match="0 rows and -1 minor units"):
        closed_controls(read.result.controls, tables, read.quarantine)


def test_a_source_that_a_rule_stopped_has_its_rows_told_as_stopped(read_files: ReadFiles) -> None:
    read = read_files(payments(), files={"export.csv": TEXT})
    tables = read.result.tables.map(lambda _, frame: frame.iloc[:0])
    told = pd.concat([read.quarantine, frame_of(QUARANTINE_DTYPES, [fault(2, "stop")])])
    totals = closed_controls(read.result.controls, tables, told)
    assert totals.groupby("outcome")["row_count"].sum()["stopped"] == 2
