"""Copies of Stripe's objects in warehouses count in cents, its dashboard's files do not."""

from pathlib import Path

import pytest

from messages.catalogue import catalogue
from sources.proposer import Company, Proposal, propose
from sources.proposer.text import mapping_text

CUSTOMERS = "id,name,created,livemode\n" + "".join(
    f"cus_{n:014},Client {n},2024-01-0{n} 10:00:00,TRUE\n" for n in range(1, 7)
)
CHARGES = "id,customer_id,amount,currency,status,created\n" + "".join(
    f"ch_{n:014},cus_{n:014},{n}999,eur,succeeded,2026-09-0{n} 10:00:00\n" for n in range(1, 7)
)
INVOICES = (
    "id,customer_id,number,status,created,currency,subtotal,total,amount_due,amount_remaining,"
    "livemode\n"
) + "".join(
    f"{n}a,cus_{n:014},A-{n},paid,2026-09-0{n} 10:00:00,eur,{n}999,{n}999,{n}999,0,TRUE\n"
    for n in range(1, 7)
)


def proposed(folder: Path, **files: str) -> Proposal:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return propose(folder, "warehouse", Company("EUR", "ES", "es"))


def units(proposal: Proposal, table: str) -> dict[str, object]:
    (found,) = (item for item in proposal.tables if item.table == table)
    money = (item for item in found.columns if item.column.endswith("_minor"))
    return {item.column: item.rule.get("units", "major") for item in money}


def test_objects_of_stripe_in_a_warehouse_count_in_cents(tmp_path: Path) -> None:
    found = proposed(tmp_path, customer=CUSTOMERS, charge=CHARGES, invoice=INVOICES)
    assert units(found, "payments") == {"amount_minor": "minor"}
    invoiced = dict.fromkeys(("net_minor", "total_minor", "amount_due_minor"), "minor")
    assert units(found, "invoices") == invoiced


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("999,", "999.00,"),  # written as money
        (",eur,", ",EUR,"),
        ("ch_0000000000000", "X"),  # no id of Stripe's
        (",amount,", ",Amount,"),  # as people read it
    ],
)
def test_what_only_looks_like_stripes_objects_does_not(
    tmp_path: Path, was: str, becomes: str
) -> None:
    other = CHARGES.replace("cus_", "c").replace(was, becomes)
    clients = CUSTOMERS.replace("cus_", "c").replace("livemode", "live")
    found = proposed(tmp_path, customer=clients, charge=other)
    assert units(found, "payments") == {"amount_minor": "major"}


def test_a_person_is_told_why_amounts_are_taken_for_cents(tmp_path: Path) -> None:
    found = proposed(tmp_path, customer=CUSTOMERS, charge=CHARGES)
    draft = mapping_text(found, catalogue("en"))
    above, line = draft[: draft.index("\namount_minor")].splitlines()[-1], draft.splitlines()
    assert "Stripe's own objects count in cents" in above
    assert 'amount_minor = { column = "amount", units = "minor" }' in line
    assert "minor_units = { ISK = 2, UGX = 2, MGA = 0 }" in line


def test_what_remains_of_an_invoice_is_not_what_was_due_at_first(tmp_path: Path) -> None:
    found = proposed(tmp_path, customer=CUSTOMERS, invoice=INVOICES)
    (invoices,) = (item for item in found.tables if item.table == "invoices")
    (due,) = (item.rule for item in invoices.columns if item.column == "amount_due_minor")
    assert due["column"] == "amount_remaining"


def test_no_truth_or_currency_names_an_account(tmp_path: Path) -> None:
    clients = "id,name,currency,livemode\n1,Acme,eur,TRUE\n"
    lines = "id,invoice_id,amount,currency,livemode\n7,8,5.00,eur,TRUE\n"
    found = proposed(tmp_path, customers=clients, invoice_lines=lines)
    assert [table.table for table in found.tables] == ["accounts"]
