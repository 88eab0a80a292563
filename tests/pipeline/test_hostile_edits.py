"""Edits that break a workbook, or seem to: each comes back as typed, or is refused by its cell."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from edited_workbooks import carry, edited, offer_label, opened, place, published
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from renewal_clients import golden

from pipeline.feedback.decisions import (
    DecisionRefusedError,
    TypedOffer,
    carried_over,
    keep,
    typed_over,
)
from pipeline.feedback.standing_decisions import newest_by_client
from pipeline.settings import Settings
from reports.workbook.compose import compose_workbook
from reports.workbook.read_back import WorkbookNotReadableError, read_workbook
from reports.workbook.render.workbook import render_workbook
from transforms.renewals.offers import Offer
from warehouse import open_warehouse

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


def test_days_typed_as_text_stay_as_they_were_typed(
    renewal_path: Path, issuer: Settings, tmp_path: Path
) -> None:
    said = {
        "dec_decision": offer_label(renewal_path, Offer.COUNTER),
        "dec_reason": "Presión de precio",
        "dec_signed_on": "30/11/2026",
        "dec_valid_until": date(2026, 12, 31),
    }
    decision = carry(issuer, edited(renewal_path, tmp_path / "days.xlsx", said)).decision
    assert (decision.signed_on, decision.valid_until) == ("30/11/2026", "2026-12-31")


def test_what_names_another_edition_or_client_is_refused(
    renewal_path: Path, issuer: Settings, tmp_path: Path
) -> None:
    for contents, why in (
        ({"edition_id": "0000000000000000"}, "never published"),
        ({"client_id": "somebody-else"}, "another client's"),
    ):
        with pytest.raises(DecisionRefusedError, match=why):
            carry(issuer, edited(renewal_path, tmp_path / "edited.xlsx", contents))
    with pytest.raises(DecisionRefusedError, match="not of 'somebody'"):
        carry(issuer, renewal_path, "somebody")


def test_a_cell_of_what_was_issued_must_not_be_gone(
    renewal_path: Path, issuer: Settings, tmp_path: Path
) -> None:
    book = opened(renewal_path)
    del book.defined_names["iss_discount"]
    book.save(tmp_path / "broken.xlsx")
    with pytest.raises(WorkbookNotReadableError, match="iss_discount"):
        carry(issuer, tmp_path / "broken.xlsx")


def test_an_input_that_the_newest_edition_does_not_have_is_refused(
    renewal_path: Path, issuer: Settings, tmp_path: Path
) -> None:
    """Whether a cell was given such a name, or somebody typed it on the page."""
    book = opened(renewal_path)
    sheet, _ = place(book, "in_discount")
    for name, cell, content in (("in_rebate", "H60", 0.1), ("iss_rebate", "H61", 0.2)):
        book[sheet][cell] = content
        book.defined_names[name] = DefinedName(name, attr_text=f"'{sheet}'!$H${cell[1:]}")
    book.save(tmp_path / "edited.xlsx")
    told = "the newest edition has no input 'rebate'"
    with pytest.raises(DecisionRefusedError, match=told):
        carry(issuer, tmp_path / "edited.xlsx")
    said = TypedOffer(golden("es").client_id, {"rebate": 0.1}, {})
    with (
        open_warehouse(issuer.warehouse_url) as warehouse,
        pytest.raises(DecisionRefusedError, match=told),
    ):
        typed_over(issuer, warehouse, said, "ana", None)


def test_a_decision_without_reason_code_is_refused(
    renewal_path: Path, issuer: Settings, tmp_path: Path
) -> None:
    said = {"dec_decision": offer_label(renewal_path, Offer.AS_IS)}
    with pytest.raises(DecisionRefusedError, match="lacks a reason code"):
        carry(issuer, edited(renewal_path, tmp_path / "edited.xlsx", said))


def test_a_decision_beyond_ones_level_or_by_the_requester_warns(
    renewal_path: Path, issuer: Settings, tmp_path: Path
) -> None:
    said = {
        "dec_decision": offer_label(renewal_path, Offer.COUNTER),
        "dec_reason": "Presión de precio",
        "dec_requested_by": "Luis Peña",
        "dec_signed_by": "luis peña",
        "dec_decided_by": "Gerente de cuenta",
        "in_list_price": 10_000_000,
        "offered_discount": 0.2,
    }
    carried = carry(issuer, edited(renewal_path, tmp_path / "edited.xlsx", said))
    assert [item.code for item in carried.warnings] == [
        "decision-by-requester",
        "decision-beyond-level",
    ]
    plain = said | {"dec_signed_by": "Ana", "dec_decided_by": "Finanzas y Dirección General"}
    assert carry(issuer, edited(renewal_path, tmp_path / "plain.xlsx", plain)).warnings == ()


def test_reason_codes_are_those_of_the_settings(
    renewal_path: Path, issuer: Settings, tmp_path: Path
) -> None:
    renewal = replace(issuer.policy.renewal, reason_codes=("merger",))
    own = replace(issuer, policy=replace(issuer.policy, renewal=renewal))
    file = edited(renewal_path, tmp_path / "edited.xlsx", {"dec_reason": "merger"})
    assert carry(own, file).decision.reason == "merger"


ODD = [
    {"dec_conditions": "-10 % si firma en octubre", "dec_comment": "+34 600 000 000"},
    {"dec_comment": "línea uno\nlínea dos\t«citas» & <etiquetas>"},
    {"dec_comment": "x" * 5_000},
    {"in_discount": 0.123456789, "in_billing_months": 3, "in_payment_days": 45},
    {"in_discount": 0, "in_commission": 0.05, "in_step_2": 0.1, "in_step_4": -0.2},
    {"offered_discount": None, "in_probability": None},
    {"in_price": 1e12, "in_price_uplift": -0.5},
]


@pytest.mark.parametrize("contents", ODD)
def test_odd_edits_that_are_sound_come_back_as_they_were_typed(
    renewal_path: Path, tmp_path: Path, contents: dict[str, object]
) -> None:
    """Typed, imported, stored, and in the next version: without an error cell."""
    own = published(tmp_path / "company")
    next_path = tmp_path / "next.xlsx"
    with open_warehouse(own.warehouse_url) as warehouse:
        file = edited(renewal_path, tmp_path / "odd.xlsx", contents)
        keep(warehouse, carried_over(own, warehouse, file, "ana", None))
        (decision,) = newest_by_client(warehouse.decisions()).values()
    made = compose_workbook(replace(golden("es"), decision=decision)).workbook
    assert made is not None
    next_path.write_bytes(render_workbook(made))
    now = read_workbook(next_path)
    for name, given in contents.items():
        if name.startswith("dec_"):
            assert now.record[name.removeprefix("dec_")] == str(given).strip()
        elif given is None:
            assert now.inputs[name.removeprefix("in_")] is None or name == "offered_discount"
        else:
            assert now.inputs[name.removeprefix("in_")] == pytest.approx(given)
    cells = [cell.value for sheet in made.sheets for cell in sheet.cells if cell.formula]
    assert not [text for text in cells if isinstance(text, str) and text.startswith("#")]
