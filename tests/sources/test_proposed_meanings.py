"""What a proposal takes words and columns of companies for that it has never seen."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from messages.catalogue import catalogue
from sources.proposer import Company, Proposal, propose
from sources.proposer.text import mapping_text

CLIENTES = "Cód. cliente;Razón social;Comercial\nC1;Bodegas Ríos;Ana\nC2;Talleres;Luis\n"
CUSTOMERS = "Customer No.,Customer Name,Account Exec\n1,Harbor Foods,Jane\n2,Kestrel Air,Bob\n"


def proposed(folder: Path, **files: str) -> Proposal:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return propose(folder, "erp", Company("EUR", "ES", "es"))


def rules(proposal: Proposal, table: str) -> Mapping[str, Mapping[str, object]]:
    (found,) = (item for item in proposal.tables if item.table == table)
    return {item.column: item.rule for item in found.columns}


def test_no_deal_is_of_the_account_that_its_seller_looks_after(tmp_path: Path) -> None:
    deals = "Deal,Rep,Stage,Deal Value,Opened\nUpsell,Jane,Closed Won,5,2026-05-01\n"
    named = deals.replace("Rep,", "Rep,Company,").replace("Jane,", "Jane,Kestrel Air,")
    alone = proposed(tmp_path, customers=CUSTOMERS, deals=deals)
    assert "account_id" not in rules(alone, "opportunities")
    (lookup,) = next(
        file.lookups
        for file in proposed(tmp_path, customers=CUSTOMERS, deals=named).files
        if file.looked.name == "deals.csv"
    )
    assert (lookup["column"], lookup["key"]) == ("Company", "Customer Name")


@pytest.mark.parametrize(
    ("words", "times"),
    [
        (("Trimestral", "Semestral", "Mensual"), (4, 2, 12)),
        (("Quarterly", "Annually", "Weekly"), (4, 1, 52)),
        (("every 3 months", "1 year", "6 meses"), (4, 1, 2)),
        (("Anual", "Bimestral", "a convenir"), (1, 6, None)),
    ],
)
def test_amounts_of_an_interval_are_those_of_a_year(
    tmp_path: Path, words: tuple[str, ...], times: tuple[int | None, ...]
) -> None:
    rows = "".join(f"S{n};C1;{n}0,00;{word};01/0{n}/2025\n" for n, word in enumerate(words, 1))
    header = "Id cuota;Cód. cliente;Importe;Periodicidad;Alta\n"
    proposal = proposed(tmp_path, clientes=CLIENTES, cuotas=header + rows)
    known = {word: count for word, count in zip(words, times, strict=True) if count}
    rule = rules(proposal, "subscriptions")["yearly_minor"]
    assert rule == {"column": "Importe", "factor": {"column": "Periodicidad", "values": known}}
    text = mapping_text(proposal, catalogue("en"))
    assert ("# Not understood, rows that say so would be kept out: a convenir" in text) == (
        None in times
    )


@pytest.mark.parametrize(("discount", "taken"), [("10", ["Discount %"]), ("0.10", None)])
def test_a_discount_beside_a_price_of_an_interval_is_taken_off(
    tmp_path: Path, discount: str, taken: object
) -> None:
    """Unless it is written as a share: then it is listed as a column that nothing reads."""
    header = (
        "Subscription No,Customer No.,Seats,Price per seat,Billing Frequency,Discount %,Start\n"
    )
    rows = f"R1,1,10,100.00,Monthly,{discount},2025-01-01\nR2,2,5,1200.00,Annually,,2025-06-01\n"
    proposal = proposed(tmp_path, customers=CUSTOMERS, recurring_billing=header + rows)
    rule = rules(proposal, "subscriptions")["yearly_minor"]
    assert rule["times"] == ["Seats"]
    assert rule.get("less_percent") == taken
    (unread,) = (item.unread for item in proposal.files if "billing" in item.looked.name)
    assert unread == (() if taken else ("Discount %",))


@pytest.mark.parametrize(
    ("header", "amounts", "taken"),
    [
        ("Fee,Billing Frequency,Coupon", "100.00,Monthly,WELCOME", "Coupon"),
        ("MRR,Código de descuento", "100.00,WELCOME", "Código de descuento"),
        ("ARR,Promo Code", "100.00,WELCOME", "Promo Code"),
        ("Fee,Billing Frequency,Coupon", "100.00,Monthly,No", None),
    ],
)
def test_a_coupon_of_unstated_value_leaves_the_amount_unknown(
    tmp_path: Path, header: str, amounts: str, taken: str | None
) -> None:
    blank = ",".join(amounts.split(",")[:-1])
    rows = f"R1,1,2025-01-01,{amounts}\nR2,2,2025-06-01,{blank},{'' if taken else 'Yes'}\n"
    text = f"Subscription No,Customer No.,Start,{header}\n{rows}"
    proposal = proposed(tmp_path, customers=CUSTOMERS, subscriptions=text)
    assert rules(proposal, "subscriptions")["yearly_minor"].get("coupon") == taken
    (unread,) = (item.unread for item in proposal.files if "subscr" in item.looked.name)
    assert unread == (() if taken else ("Coupon",))


def test_an_invoice_is_paid_where_a_column_of_truths_says_so(tmp_path: Path) -> None:
    invoices = "Número;Fecha factura;Cód. cliente;Base;Cuota IVA;Total;Cobrada\n"
    invoices += "1;15/01/2026;C1;100,00;21,00;121,00;Sí\n2;16/01/2026;C2;10,00;2,10;12,10;No\n"
    proposal = proposed(tmp_path, clientes=CLIENTES, facturas=invoices)
    status = rules(proposal, "invoices")["status"]
    assert status == {"column": "Cobrada", "values": {"Sí": "paid", "No": "open"}}


@pytest.mark.parametrize(("credit", "is_signed"), [("50.00", True), ("-50.00", False)])
def test_credit_notes_that_are_written_above_zero_count_below(
    tmp_path: Path, credit: str, is_signed: bool
) -> None:
    invoices = (
        "Doc No,Doc Type,Cust No,Doc Date,Subtotal,Tax,Grand Total\n"
        "I1,Invoice,1,2026-01-15,100.00,0.00,100.00\n"
        f"C1,Credit Memo,1,2026-02-15,{credit},0.00,{credit}\n"
    )
    proposal = proposed(tmp_path, customers=CUSTOMERS, invoices=invoices)
    signs = {"column": "Doc Type", "values": {"Invoice": 1, "Credit Memo": -1}}
    found = rules(proposal, "invoices")
    for name in ("net_minor", "tax_minor", "total_minor"):
        assert found[name].get("factor") == (signs if is_signed else None)
    assert found["document_kind"]["values"] == {"Invoice": "invoice", "Credit Memo": "credit_note"}
    assert rules(proposal, "invoice_lines")["net_minor"] == found["net_minor"]


def test_meetings_without_a_key_are_told_apart(tmp_path: Path) -> None:
    meetings = "Fecha;Cliente;Realizada\n02/07/2026;C1;Sí\n20/08/2026;C2;No\n"
    proposal = proposed(tmp_path, clientes=CLIENTES, reuniones=meetings)
    found = rules(proposal, "meetings")
    assert found["meeting_id"] == {"join": ["Cliente", "Fecha", "#occurrence"]}
    assert found["is_held"] == {"column": "Realizada"}


def test_a_payment_that_came_back_pays_nothing(tmp_path: Path) -> None:
    invoices = "Factura;Cliente;Fecha;Total\nF1;C1;02/06/2026;10,00\nF2;C2;19/06/2026;20,00\n"
    paid = (
        "Fecha;Factura;Importe cobrado;Devuelto\n02/07/2026;F1;10,00;No\n19/07/2026;F2;20,00;Sí\n"
    )
    proposal = proposed(tmp_path, clientes=CLIENTES, facturas=invoices, cobros=paid)
    status = rules(proposal, "payments")["status"]
    assert status == {"column": "Devuelto", "values": {"No": "succeeded", "Sí": "failed"}}


@pytest.mark.parametrize(("column", "days"), [("Semana", 7), ("Fecha", 1)])
def test_uses_of_a_week_are_of_seven_days(tmp_path: Path, column: str, days: int) -> None:
    uses = f"{column};Cliente;Sesiones;Licencias\n2026-06-29;C1;400;50\n2026-07-06;C1;420;50\n"
    found = rules(proposed(tmp_path, clientes=CLIENTES, uso=uses), "usage")
    assert found["days"] == {"value": days}
    assert (found["events"], found["seats_paid"]) == (
        {"column": "Sesiones"},
        {"column": "Licencias"},
    )
    assert found["usage_id"] == {"join": ["Cliente", column, "#occurrence"]}


@pytest.mark.parametrize(
    ("code", "currency"), [("usd", {"value": "USD"}), ("all", {"value": "EUR"})]
)
def test_the_currency_in_the_names_of_amounts_is_theirs(
    tmp_path: Path, code: str, currency: object
) -> None:
    header = f"Invoice Ref,Cust No,Issued,Total ({code.upper()})\n"
    rows = "I1,1,2026-06-01,1200\nI2,2,2026-06-19,300\n"
    proposal = proposed(tmp_path, customers=CUSTOMERS, invoices=header.replace("(ALL)", "") + rows)
    assert rules(proposal, "invoices")["currency"] == currency
