"""Figures as CSV: no cell of it is a formula for the spreadsheet that opens it."""

from io import StringIO

import pandas as pd
import pytest

from cli.kpi_output import COLUMNS, print_kpis

ROW = {
    "entity_type": "client",
    "entity_id": "@SUM(A1)",
    "entity_name": '=HYPERLINK("http://x.example","Acme")',
    "kpi": "net_revenue_change",
    "period": "2026-Q3",
    "value": -0.25,
    "value_minor": None,
    "unit": "ratio",
    "currency": None,
    "reason": None,
    "numerator": -5e-7,
    "denominator": None,
    "rows": 3,
    "version": 1,
    "note": "-1+2",
}


def test_no_cell_is_a_formula_and_numbers_are_left_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_kpis(pd.DataFrame([ROW]), "csv", "en")
    read = pd.read_csv(StringIO(capsys.readouterr().out), dtype=str).iloc[0]
    assert set(read.index) == set(COLUMNS)
    assert read["account_id"] == "'@SUM(A1)"
    assert read["entity_name"].startswith("'=HYPERLINK")
    assert read["note"] == "'-1+2"
    assert (read["value"], read["numerator"]) == ("-0.25", "-5e-07")
