"""The file itself: opens with values, holds no surprises, and is the same every time."""

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from office import audit_errors, sdk_errors
from renewal_clients import AWKWARD

from reports.client import ClientFile
from reports.workbook.compose import compose_workbook
from reports.workbook.model import Cell, Workbook
from reports.workbook.render.workbook import WorkbookNotWritableError, render_workbook

LANGUAGES = ("en", "es")
_SHEET_NAME = re.compile(r"[^\[\]:*?/\\]{1,31}")
_LOCAL_FUNCTIONS = ("SI(", "SUMA(", "VNA(", "TEXT(", "XLOOKUP(", "BUSCARX(")


@cache
def issued(name: str, language: str) -> Workbook:
    """The workbook of one of the clients made for tests."""
    return composed(AWKWARD[name](language))


def composed(client: ClientFile) -> Workbook:
    found = compose_workbook(client)
    assert found.workbook is not None, found.reason
    return found.workbook


@pytest.fixture(scope="module", params=LANGUAGES)
def workbook(request: pytest.FixtureRequest) -> Workbook:
    return issued("long_name", request.param)


@pytest.fixture(scope="module")
def written(workbook: Workbook) -> bytes:
    return render_workbook(workbook)


def test_the_same_model_gives_the_same_bytes(workbook: Workbook, written: bytes) -> None:
    assert render_workbook(workbook) == written


def test_every_formula_opens_with_its_value(workbook: Workbook, written: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written), data_only=True)
    for sheet in workbook.sheets:
        page = book[sheet.title]
        for cell in sheet.cells:
            if cell.formula and cell.value != "":
                found = page.cell(cell.row + 1, cell.column + 1).value
                assert found == pytest.approx(cell.value), (sheet.key, cell.formula)


def test_pandas_reads_the_invoice_lines_without_recalculation(
    workbook: Workbook, written: bytes
) -> None:
    frame = pd.read_excel(io.BytesIO(written), sheet_name=workbook.sheet("data").title, header=4)
    amounts = frame.iloc[:41, 10]
    assert amounts.notna().all()
    assert round(amounts.sum(), 2) == round(40 * 3000.33 - 300.03, 2)


def test_formulas_are_formulas_and_texts_are_texts(workbook: Workbook, written: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written))
    formulas = {
        (sheet.title, cell.row + 1, cell.column + 1)
        for sheet in workbook.sheets
        for cell in sheet.cells
        if cell.formula
    }
    found = {
        (page.title, cell.row, cell.column)
        for page in book.worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert found == formulas
    descriptions = [cell.value for cell in book[workbook.sheet("data").title]["F"]]
    assert "=SUM(A1:A9) plan anual" in descriptions


def test_the_package_keeps_to_what_validators_do_not_see(
    workbook: Workbook, written: bytes
) -> None:
    titles = [sheet.title for sheet in workbook.sheets]
    assert len(set(titles)) == len(titles)
    assert all(_SHEET_NAME.fullmatch(title) for title in titles)
    for sheet in workbook.sheets:
        for cell in sheet.cells:
            assert len(str(cell.value)) <= 32_767
            assert len(cell.formula) <= 8_192
            assert not any(name in cell.formula for name in _LOCAL_FUNCTIONS)
            assert all(len(text) <= 255 for text in re.findall(r'"([^"]*)"', cell.formula))
        for table in sheet.tables:
            held = {(cell.row, cell.column): cell.value for cell in sheet.cells}
            columns = range(table.area.first_column, table.area.last_column + 1)
            assert [held[table.area.first_row, column] for column in columns] == list(table.headers)
            assert len({header.casefold() for header in table.headers}) == len(table.headers)
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        assert {item.date_time for item in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_two_merged_cells_overlap(workbook: Workbook) -> None:
    for sheet in workbook.sheets:
        seen: set[tuple[int, int]] = set()
        for area in sheet.merges:
            columns = range(area.first_column, area.last_column + 1)
            places = {(area.first_row, column) for column in columns}
            assert not places & seen
            seen |= places


def printed_inches(page) -> float:
    """What the columns of the print area take on paper, at 7 pixels a character."""
    area = page.print_area.split("!")[1].replace("$", "")
    letters = [cell.column_letter for cell in page[area][0]]
    return sum(page.column_dimensions[letter].width * 7 for letter in letters) / 96


def test_every_sheet_prints_to_the_width_of_a_page(workbook: Workbook, written: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written))
    for page in book.worksheets:
        if page.row_breaks.brk:  # heeded only where a scale is set
            assert printed_inches(page) * page.page_setup.scale / 100 < 8.27 - 1.0 + (
                3.42 if page.page_setup.orientation == "landscape" else 0.0
            )
            continue
        assert page.page_setup.fitToWidth in (None, 1)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_area
        assert "&P / &N" in (page.oddFooter.right.text or "")
    assert book[workbook.sheet("data").title].print_title_rows == "$5:$5"
    assert book.worksheets[0].page_setup.fitToHeight in (None, 1)


def test_inputs_are_validated_named_and_unlocked_in_the_file(written: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written))
    page = book.worksheets[1]
    assert page.protection.sheet
    for name, defined in book.defined_names.items():
        if name.startswith("in_"):
            place = defined.attr_text.split("!")[1].replace("$", "")
            assert not page[place].protection.locked
            assert any(place in rule.sqref for rule in page.data_validations.dataValidation)


def test_a_text_too_long_for_a_cell_is_refused() -> None:
    workbook = issued("golden", "en")
    first = workbook.sheets[0]
    cells = (Cell(0, 0, "x" * 32_768, first.cells[0].style), *first.cells[1:])
    with pytest.raises(WorkbookNotWritableError):
        render_workbook(replace(workbook, sheets=(replace(first, cells=cells),), names={}))


@pytest.mark.validator
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", AWKWARD)
def test_office_has_nothing_to_repair(name: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / "workbook.xlsx"
    path.write_bytes(render_workbook(issued(name, language)))
    assert sdk_errors(path) == []
    assert audit_errors(path) == []
