"""Files that hold nothing but credit notes or refunds: their names decide kind, key and sign."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from sources.proposer import Company, propose

BESIDE = {
    "customers": "Customer No.,Customer Name\n1,Harbor Foods\n2,Kestrel Air\n",
    "invoices": (
        "invoice_id,customer_no,invoice_date,subtotal,tax,total\n"
        "I1,1,2026-07-01,100.00,10.00,110.00\nI2,2,2026-07-02,200.00,20.00,220.00\n"
    ),
    "payments": "payment_id,invoice_id,customer_no,date,amount\nP1,I1,1,2026-08-02,110.00\n",
}
AMOUNTS = ("net_minor", "tax_minor", "total_minor")


def rules_of(folder: Path, name: str, text: str) -> Mapping[str, Mapping[str, object]]:
    """The rules that are proposed for a file beside invoices and payments, also in comments."""
    for file, rows in {**BESIDE, name: text}.items():
        (folder / f"{file}.csv").write_text(rows, encoding="utf-8")
    proposal = propose(folder, "erp", Company("EUR", "ES", "es"))
    (file,) = (item for item in proposal.files if item.looked.name == f"{name}.csv")
    guess = file.nearest.guess if file.nearest else file
    return {item.column: item.rule for item in guess.tables[0].columns}


def notes(key: str, credited: str, sign: str = "") -> str:
    return (
        f"{key},{credited},customer_no,date,subtotal,tax,total\n"
        f"C1,I1,1,2026-08-01,{sign}10.00,{sign}1.00,{sign}11.00\n"
        f"C2,I2,2,2026-08-12,{sign}20.00,{sign}2.00,{sign}22.00\n"
    )


@pytest.mark.parametrize(
    ("name", "key", "credited"),
    [
        ("credit_notes", "credit_note_id", "invoice_id"),
        ("credit_memos_2026", "id", "invoice_id"),
        ("abonos", "Número abono", "Factura"),
        ("facturas rectificativas", "Factura", "Factura rectificada"),
    ],
)
@pytest.mark.parametrize("sign", ["", "-"])
def test_a_file_of_credit_notes_is_below_zero_and_names_what_it_credits(
    tmp_path: Path, name: str, key: str, credited: str, sign: str
) -> None:
    found = rules_of(tmp_path, name, notes(key, credited, sign))
    assert found["invoice_id"] == {"column": key}
    assert found["credited_invoice_id"] == {"column": credited}
    assert found["document_kind"] == {"value": "credit_note"}
    assert [found[item].get("negate", False) for item in AMOUNTS] == [not sign] * 3


def test_a_credit_note_without_a_number_has_not_that_of_the_invoice(tmp_path: Path) -> None:
    text = notes("invoice_id", "reason")
    assert "invoice_id" not in rules_of(tmp_path, "credit_notes", text)


@pytest.mark.parametrize("sign", ["", "-"])
def test_a_file_of_refunds_is_paid_back(tmp_path: Path, sign: str) -> None:
    text = (
        f"refund_id,payment_id,invoice_id,customer_no,date,amount\nR1,P1,I1,1,2026-09-01,{sign}11\n"
    )
    found = rules_of(tmp_path, "refunds", text)
    assert found["payment_id"] == {"column": "refund_id"}
    assert found["payment_kind"] == {"value": "refund"}
    assert found["amount_minor"] == {"column": "amount"} | ({} if sign else {"negate": True})


def test_a_file_of_invoices_with_their_credit_notes_is_of_both(tmp_path: Path) -> None:
    text = BESIDE["invoices"].replace("I1,", "I3,").replace("I2,", "I4,")
    found = rules_of(tmp_path, "invoices_and_credit_notes", text)
    assert found["document_kind"] == {"value": "invoice"}
    assert found["invoice_id"] == {"column": "invoice_id"}
