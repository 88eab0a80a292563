"""The native pivot table: its parts, its cells, and the cross-tab that it is tied to."""

import io
import zipfile
from functools import cache
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest
from renewal_clients import golden, invoices, japanese, table, with_tables, without_anything

from reports.client import ClientFile
from reports.workbook.compose import compose_workbook
from reports.workbook.formulas.calculation import calculated, named_value
from reports.workbook.model import Workbook
from reports.workbook.render.workbook import render_workbook

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def composed(client: ClientFile) -> Workbook:
    found = compose_workbook(client).workbook
    assert found is not None
    return found


@cache
def yen() -> Workbook:
    """Invoice lines in yen and in euro."""
    return composed(japanese())


@cache
def package() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(render_workbook(yen()))) as read:
        return {name: read.read(name) for name in read.namelist()}


def named_products(*names: str | None) -> ClientFile:
    """A client whose lines, in turn, are of products with these names."""
    client = golden()
    lines = client.tables["invoice_lines"]
    keys = [f"P{number % len(names)}" for number in range(len(lines))]
    products = [{"product_id": f"P{n}", "product_name": name} for n, name in enumerate(names)]
    return with_tables(
        client, invoice_lines=lines.assign(product_id=keys), products=table("products", *products)
    )


def test_the_pivot_stands_on_the_table_and_refreshes_when_opened() -> None:
    cache_part = ElementTree.fromstring(
        package()["xl/pivotCaches/pivotCacheDefinition1.xml"].decode()
    )
    source = cache_part.find(f"{_MAIN}cacheSource/{_MAIN}worksheetSource")
    assert source is not None
    assert cache_part.attrib["refreshOnLoad"] == "1"
    assert source.attrib == {"name": "invoice_lines"}
    headers = [field.attrib["name"] for field in cache_part.iter(f"{_MAIN}cacheField")]
    assert headers == list(yen().sheet("data").tables[0].headers)


def test_the_pivots_records_are_the_lines_of_the_table() -> None:
    records = ElementTree.fromstring(package()["xl/pivotCaches/pivotCacheRecords1.xml"].decode())
    area = yen().sheet("data").tables[0].area
    assert len(records) == area.last_row - area.first_row


def test_openpyxl_finds_the_pivot_and_where_it_stands() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(yen())))
    pivots = [pivot for page in book.worksheets for pivot in page._pivots]
    assert [pivot.name for pivot in pivots] == ["pivot_invoice_lines"]
    top = yen().sheet("pivot").pivots[0].area
    assert pivots[0].location.ref.startswith(f"B{top.first_row + 1}:")


def test_the_pivots_cells_hold_its_sums_currency_by_currency() -> None:
    area = yen().sheet("pivot").pivots[0].area
    held = {(cell.row, cell.column): cell.value for cell in yen().sheet("pivot").cells}
    assert held[area.first_row + 1, 2] == "EUR"
    assert held[area.first_row + 2, 2] == round(3 * 500.50 - 50.05, 2)
    assert held[area.first_row + 2, 3] == 12 * 1_000_000 - 100_000


def test_the_pivot_totals_each_currency_and_adds_none_to_another() -> None:
    pivot = yen().sheet("pivot").pivots[0]
    held = {(cell.row, cell.column): cell.value for cell in yen().sheet("pivot").cells}
    last = pivot.area.last_row
    assert (held[last, 2], held[last, 3]) == (round(3 * 500.50 - 50.05, 2), 11_900_000)
    part = ElementTree.fromstring(package()["xl/pivotTables/pivotTable1.xml"].decode())
    assert part.get("colGrandTotals") == "0"  # the column at the right
    assert part.get("rowGrandTotals") is None  # the row below, shown unless denied
    assert [item.get("t") for item in part.iter(f"{_MAIN}i")][-3] == "grand"


def tie(workbook: Workbook) -> str:
    """What the line between cross-tab and pivot says."""
    sheet = workbook.sheet("pivot")
    row = workbook.names["piv_faults"].area.first_row + 1
    return next(str(cell.value) for cell in sheet.cells if cell.row == row and cell.formula)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "names",
    [("Plan",), ("Plan *", "Plan A", "Plan ?"), (">5", "5", "=5"), ("plan", "PLAN"), (None, "~")],
)
def test_names_that_look_like_patterns_are_names(names: tuple[str | None, ...]) -> None:
    workbook = composed(named_products(*names))
    assert named_value(workbook, "piv_faults") == 0
    assert tie(workbook) == "The pivot below and the cross-tab agree in every cell."


def test_a_changed_line_shows_beside_the_pivot_before_it_is_refreshed() -> None:
    assert "something else" in tie(calculated(yen(), {"dat_net": 1.0}))


def test_without_lines_there_is_no_pivot_and_nothing_is_amiss() -> None:
    workbook = composed(without_anything())
    assert workbook.sheet("pivot").pivots == ()
    assert named_value(workbook, "ctl_failed") == 0


@pytest.mark.thorough
def test_more_products_than_a_page_holds_are_left_to_the_readers_own_pivot() -> None:
    many = invoices(210, 1_000, "EUR")
    lines = many["invoice_lines"].assign(product_id=[f"P{n:03}" for n in range(211)])
    products = pd.concat(
        [table("products", {"product_id": f"P{n:03}", "product_name": f"Plan {n}"})
         for n in range(211)],
        ignore_index=True,
    )  # fmt: skip
    client = with_tables(
        golden(), invoices=many["invoices"], invoice_lines=lines, products=products
    )
    assert composed(client).sheet("pivot").pivots == ()
