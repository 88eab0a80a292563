"""Workbooks of versions before still import: what they lack was not typed, and nothing moved."""

from datetime import date
from pathlib import Path

import pytest
from edited_workbooks import carry, edited, offer_label, opened
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from pipeline.settings import Settings
from transforms.renewals.offers import Offer

pytestmark = pytest.mark.thorough


def forget(book: Workbook, *keys: str) -> None:
    """Inputs that a version before had not."""
    for key in keys:
        del book.defined_names[f"in_{key}"]
        del book.defined_names[f"iss_{key}"]


def test_a_workbook_of_the_version_before_still_imports(
    renewal_path: Path, issuer: Settings, tmp_path: Path
) -> None:
    book = opened(edited(renewal_path, tmp_path / "edited.xlsx", {"in_probability": 0.5}))
    sides = [
        name.removeprefix("in_")
        for name in book.defined_names
        if name.startswith(("in_offered", "in_agreed", "in_asked"))
    ]
    forget(book, *sides, "longest_term", "term_effect", *LATER)
    for name in [name for name in book.defined_names if name.startswith(("offered", "agreed"))]:
        del book.defined_names[name]
    names = book.defined_names["sc_name"]
    sheet, cells = next(iter(names.destinations))
    first = cells.replace("$", "").split(":")[0]
    row = int("".join(filter(str.isdigit, first)))
    for column in range(5, 10):  # the scenarios of then: none of ours
        book[sheet].cell(row, column - 1).value = book[sheet].cell(row, column).value
    names.attr_text = f"'{sheet}'!$C${row}:$I${row}"
    book.save(tmp_path / "old.xlsx")
    carried = carry(issuer, tmp_path / "old.xlsx")
    assert [change.key for change in carried.typed] == ["probability"]
    assert carried.moved == ()


LATER = (
    *("billing_months", "payment_days", "cost_months", "commission"),
    *(f"step_{year}" for year in (2, 3, 4, 5)),
)
"""Inputs that workbooks have had since payment is reckoned as invoiced."""


def test_a_typed_delay_of_an_older_workbook_is_one_of_a_year_invoiced_at_once(
    renewal_path: Path, issuer: Settings, tmp_path: Path
) -> None:
    book = opened(edited(renewal_path, tmp_path / "e.xlsx", {"in_payment_days": 0.2}))
    for side in ("in", "iss"):
        held = book.defined_names[f"{side}_payment_days"].attr_text
        lag = f"{side}_payment_lag"
        book.defined_names[lag] = DefinedName(lag, attr_text=held)
    forget(book, *LATER)
    book.save(tmp_path / "old.xlsx")
    carried = carry(issuer, tmp_path / "old.xlsx")
    assert dict(carried.decision.inputs) == {"billing_months": 12, "payment_days": 73}


def test_conditions_and_expiry_come_back_and_an_older_workbook_may_lack_them(
    renewal_path: Path, issuer: Settings, tmp_path: Path
) -> None:
    said = {
        "dec_decision": offer_label(renewal_path, Offer.COUNTER),
        "dec_reason": "Presión de precio",
        "dec_conditions": "Pago por adelantado",
        "dec_valid_until": date(2026, 11, 30),
        "dec_comment": "Hablado con dirección",
    }
    decision = carry(issuer, edited(renewal_path, tmp_path / "edited.xlsx", said)).decision
    assert decision.conditions == "Pago por adelantado"
    assert (decision.valid_until, decision.comment) == ("2026-11-30", "Hablado con dirección")
    book = opened(renewal_path)
    for name in ("dec_conditions", "dec_valid_until", "dec_comment"):
        del book.defined_names[name]
    book.save(tmp_path / "older.xlsx")
    older = carry(issuer, tmp_path / "older.xlsx")
    assert not older.is_decided_anew
    assert older.decision.conditions == ""
