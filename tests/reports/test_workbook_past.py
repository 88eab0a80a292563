"""What a workbook says of the past: history, and the lineage of its figures."""

from dataclasses import replace

import pandas as pd
import pytest
from partial_book import PartialBook
from renewal_clients import (
    golden,
    request,
    with_tables,
)
from workbooks import composed, issued, texts

from reports.client import CausingRow, ClientFile, Restated, RowFault
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue

pytestmark = pytest.mark.thorough


def test_history_has_what_was_asked_granted_and_became_of_it() -> None:
    before = request(
        "EUR",
        request_id="RR-3",
        requested_date=pd.Timestamp("2024-09-01"),
        requested_discount=0.15,
        granted_discount=0.075,
        outcome="renewed",
    )
    asked = pd.concat([request("EUR"), before], ignore_index=True)
    sheet = composed(with_tables(golden(), renewal_requests=asked)).sheet("history")
    row = next(cell.row for cell in sheet.cells if cell.value == "RR-3")
    found = [cell.value for cell in sheet.cells if cell.row == row]
    assert found[2:5] == [0.15, 0.075, "renewed"]


def test_lineage_names_edition_and_source_files() -> None:
    said = texts(issued("golden").sheet("lineage"))
    assert "3f2a9c8d7b6e5f40" in said
    assert "2026-10-01/invoice_lines.csv" in said


def test_lineage_has_the_command_that_explains_each_figure() -> None:
    client = with_figures()
    said = texts(composed(client).sheet("lineage"))
    assert f"cartera explain {client.client_id} invoiced_amount --period 2026-Q3" in said
    assert "cartera explain" not in texts(issued("without_anything").sheet("lineage"))


def test_lineage_lists_restated_figures_with_the_rows_that_made_the_difference() -> None:
    client = with_figures()
    now = client.kpis.get("invoiced_amount", client.period)
    cause = CausingRow("come", "invoices", "stripe", "2026-11-02/invoices.csv", 7)
    shown = replace(now, value_minor=123_45)
    told = Restated("invoiced_amount", "2026-Q3", shown, now, (cause,))
    lineage = composed(replace(client, restated=(told,))).sheet("lineage")
    assert "new row: 2026-11-02/invoices.csv:7" in texts(lineage)
    row = next(
        cell.row for cell in lineage.cells if cell.value == "new row: 2026-11-02/invoices.csv:7"
    )
    assert [cell.value for cell in lineage.cells if cell.row == row][-2:] == [123.45, 1_000.01]
    assert "None." in texts(composed(client).sheet("lineage"))


def test_lineage_tells_what_validation_found_in_the_clients_rows() -> None:
    names = {"en": "Lines do not add up", "es": "Las líneas no suman"}
    faults = tuple(
        RowFault("lines_sum", names, "invoices", "warn", "2026-10-01/invoices.csv", line)
        for line in (9, 4)
    )
    lineage = composed(replace(golden(), faults=faults)).sheet("lineage")
    row = next(cell.row for cell in lineage.cells if cell.value == "Lines do not add up")
    found = [cell.value for cell in lineage.cells if cell.row == row]
    assert found == ["Lines do not add up", "warned of", "2026-10-01/invoices.csv", 2, 4]
    assert "All its rows keep the rules." in texts(issued("golden").sheet("lineage"))


def with_figures() -> ClientFile:
    """A client whose invoiced amount of the period is stored."""
    client = golden()
    spec = specs()["invoiced_amount"]
    figure = KpiValue(
        "client",
        client.client_id,
        spec.id,
        client.period,
        spec.unit,
        spec.version,
        currency=client.currency,
        value_minor=1_000_01,
    )
    return replace(client, kpis=PartialBook(client.client_id, {(spec.id, "2026-Q3"): figure}))
