"""What a workbook's record says of its decision: kept as typed, refused, or warned of."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from edited_workbooks import carry, edited, offer_label, opened, place, published
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
