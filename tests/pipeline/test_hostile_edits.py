"""Edits that break a workbook, or seem to: each comes back as typed, or is refused by its cell."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from edited_workbooks import carry, edited, opened, place
from openpyxl import Workbook
from openpyxl.comments import Comment

from pipeline.feedback.decisions import DecisionRefusedError
from pipeline.settings import Settings
from reports.workbook.read_back import WorkbookNotReadableError

pytestmark = pytest.mark.thorough

Refused = (DecisionRefusedError, WorkbookNotReadableError)


@cache
def cell_of(path: Path, name: str) -> str:
    return place(issued(path), name)[1]


@cache
def issued(path: Path) -> Workbook:
    return opened(path)


NO_NUMBERS = {
    "in_price": "120.000 €",
    "in_list_price": "EUR 120,000.00",
    "in_discount": "0,05",
    "in_term_discount": "5e-2",
    "offered_discount": "٥",
    "agreed_discount": "5 %",
    "in_probability": " ",
    "in_probability_discounted": date(2026, 11, 30),
    "in_probability_term": "30/11/2026",
    "in_cost_of_sales": "#DIV/0!",
    "in_cost_to_serve": "#N/A",
    "in_cost_growth": "NaN",
    "in_margin_floor": True,
    "in_step_2": "diez",
}
BEYOND = {
    "in_discount": 10,  # 10 for 10 %
    "in_term_years": 0.03,  # 3 in a cell of percents
    "in_margin_floor": 40,
    "in_price": 1e300,
    "in_list_price": -120_000,
    "in_cost_of_sales": -0.01,
    "in_horizon_years": 0,
    "in_later_probability": 1.01,
    "agreed_exclusivity": 2,
    "offered_payment_days": 9_999,
    "in_commission": 0.9,
}


@pytest.mark.parametrize(
    ("contents", "why"),
    [
        (NO_NUMBERS, "is no number"),
        (BEYOND, "lies outside"),
        ({"in_price": 0, "in_list_price": 0}, "lies outside"),
        ({"in_discount": "=0.1/2", "in_probability": "=Z99"}, "formula without its value"),
        ({"in_price": None, "in_term_years": None}, "was emptied"),
        (
            {"offered_term_years": 3.5, "in_term_years": 3.5, "agreed_term_years": 2.5},
            "counts whole numbers",
        ),
        ({"in_billing_months": 5, "offered_billing_months": 7}, "does not divide a year"),
        ({"dec_decision": "Maybe"}, "none of the offers"),
        ({"dec_reason": "because"}, "no reason code"),
        ({"in_price": -5, "in_term_years": 3.5}, r"lies outside.*whole numbers"),
    ],
    ids=[
        "text",
        "beyond",
        "nothing",
        "formula",
        "empty",
        "halves",
        "months",
        "offer",
        "code",
        "two",
    ],
)
def test_what_is_no_value_of_its_cell_is_refused_by_it(
    renewal_path: Path, issuer: Settings, tmp_path: Path, contents: dict[str, object], why: str
) -> None:
    """Every cell with such a fault is named, each with what is wrong."""
    file = edited(renewal_path, tmp_path / "edited.xlsx", contents)
    with pytest.raises(Refused, match=why) as refused:
        carry(issuer, file)
    told = str(refused.value)
    assert len(re.findall(why, told)) == (1 if ".*" in why else len(contents))
    assert all(re.search(rf"\b{cell_of(renewal_path, name)}\b", told) for name in contents)


Edit = Callable[[Workbook], object]


def _merged(book: Workbook) -> None:
    sheet, cell = place(book, "in_price")
    below = f"{cell[0]}{int(cell[1:]) + 1}"
    book[sheet].merge_cells(f"{cell}:{below}")


def _without_row(book: Workbook) -> None:
    book.defined_names["in_discount"].attr_text = "Supuestos!#REF!"


def _without_inputs(book: Workbook) -> None:
    for name in list(book.defined_names):
        if name.startswith("in_"):
            book.defined_names[name].attr_text = "#REF!"
    book.remove(book.worksheets[1])


def _without_record(book: Workbook) -> None:
    sheet, _ = place(book, "dec_decision")
    book.remove(book[sheet])


def _without_lineage(book: Workbook) -> None:
    sheet, _ = place(book, "edition_id")
    book.remove(book[sheet])


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (_merged, r"Supuestos!C\d+ .* was emptied and is needed"),
        (_without_row, "in_discount are gone"),
        (_without_inputs, "not a renewal workbook"),
        (_without_record, "dec_decision.* are gone"),
        (_without_lineage, "not a renewal workbook"),
    ],
)
def test_a_workbook_that_lost_cells_is_refused(
    renewal_path: Path, issuer: Settings, tmp_path: Path, edit: Edit, why: str
) -> None:
    book = opened(renewal_path)
    edit(book)
    book.save(tmp_path / "edited.xlsx")
    with pytest.raises(Refused, match=why):
        carry(issuer, tmp_path / "edited.xlsx")


def _renamed(book: Workbook) -> None:
    """As spreadsheets rename a sheet: names go with it."""
    sheet = place(book, "in_discount")[0]
    for name in book.defined_names.values():
        name.attr_text = re.sub(rf"^'?{sheet}'?!", "'Mis cifras'!", name.attr_text or "")
    book[sheet].title = "Mis cifras"


def _moved(book: Workbook) -> None:
    """Cut and pasted: the name goes with the cell."""
    sheet, cell = place(book, "in_probability")
    book[sheet]["H60"] = book[sheet][cell].value
    book[sheet][cell] = None
    book.defined_names["in_probability"].attr_text = f"'{sheet}'!$H$60"


def _hidden(book: Workbook) -> None:
    sheet, cell = place(book, "in_price")
    book[sheet].row_dimensions[int(cell[1:])].hidden = True
    book[sheet].column_dimensions["C"].hidden = True
    book[place(book, "dec_decision")[0]].sheet_state = "hidden"


def _copied(book: Workbook) -> None:
    book.copy_worksheet(book.worksheets[1]).title = "Supuestos (2)"


def _commented(book: Workbook) -> None:
    sheet, cell = place(book, "in_price")
    book[sheet][cell].comment = Comment("¿seguro?", "Ana")


def _unprotected(book: Workbook) -> None:
    for sheet in book.worksheets:
        sheet.protection.sheet = False
        sheet.data_validations.dataValidation = []


@pytest.mark.parametrize(
    "edit",
    [_renamed, _moved, _hidden, _copied, _commented, _unprotected],
    ids=lambda it: it.__name__,
)
def test_what_leaves_every_value_in_reach_comes_back(
    renewal_path: Path, issuer: Settings, tmp_path: Path, edit: Edit
) -> None:
    file = edited(
        renewal_path, tmp_path / "typed.xlsx", {"in_discount": 0.07, "in_probability": 0.6}
    )
    book = opened(file)
    edit(book)
    book.save(file)
    carried = carry(issuer, file)
    assert {change.key: change.after for change in carried.typed} == {
        "discount": 0.07,
        "probability": 0.6,
    }
    assert carried.moved == ()


def test_limits_hold_where_a_pasted_cell_has_lost_its_rule(
    renewal_path: Path, issuer: Settings, tmp_path: Path
) -> None:
    file = edited(renewal_path, tmp_path / "pasted.xlsx", {"in_discount": 7})
    book = opened(file)
    _unprotected(book)
    book.save(file)
    with pytest.raises(Refused, match="lies outside"):
        carry(issuer, file)


def test_a_formula_that_was_computed_counts_as_its_value(
    renewal_path: Path, issuer: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "formula.xlsx"
    cell = cell_of(renewal_path, "in_discount").encode()
    with zipfile.ZipFile(renewal_path) as read, zipfile.ZipFile(file, "w") as written:
        for name in read.namelist():
            content = read.read(name)
            if name == "xl/worksheets/sheet2.xml":
                typed = rb'(<c r="%s"[^>]*>)<v>[^<]*</v>' % cell
                content, count = re.subn(typed, rb"\1<f>0.1/2</f><v>0.05</v>", content)
                assert count == 1
            written.writestr(name, content)
    assert [(change.key, change.after) for change in carry(issuer, file).typed] == [
        ("discount", 0.05)
    ]


@pytest.mark.parametrize(
    "content",
    [b"", b"no workbook", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600],
    ids=["empty", "text", "cut off", "encrypted or .xls"],
)
def test_a_file_that_is_no_sound_workbook_is_refused(
    issuer: Settings, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "odd.xlsx").write_bytes(content)
    with pytest.raises(WorkbookNotReadableError, match=r"sound \.xlsx"):
        carry(issuer, tmp_path / "odd.xlsx")


def test_half_a_file_is_refused(renewal_path: Path, issuer: Settings, tmp_path: Path) -> None:
    whole = renewal_path.read_bytes()
    (tmp_path / "half.xlsx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(WorkbookNotReadableError, match=r"sound \.xlsx"):
        carry(issuer, tmp_path / "half.xlsx")


def test_another_workbook_is_refused(issuer: Settings, tmp_path: Path) -> None:
    Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(WorkbookNotReadableError, match="not a renewal workbook"):
        carry(issuer, tmp_path / "other.xlsx")
