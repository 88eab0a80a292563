"""`cartera map` leaves files of systems that are known to the mappings that read them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from messages.errors import worded
from sources.proposer import Company, propose
from sources.proposer.shipped import with_shipped

TEAMS = """1. Summary\nMeeting title\tNorte weekly\nStart time\t14/11/22, 15:31:32\n
2. Participants\nName\tFirst join\tLast leave\tEmail
Ana\t14/11/22, 15:31\t14/11/22, 16:00\ta@norte.example
"""
XERO = """\
*ContactName,*InvoiceNumber,*InvoiceDate,*DueDate,*Description,*Quantity,*UnitAmount,Discount
Norte,A-1,14/11/2026,14/12/2026,Seats,2,50.00,
"""
JIRA = {
    "fr": "Clé de ticket,Résumé,État,Création\nN-1,Former,Terminé,03/août/26 9:00 AM\n",
    "pt": "Chave da item,Resumo,Status,Criado\nN-1,Treinar,Concluído,03/ago/26 9:00 AM\n",
    "de": "Vorgangsschlüssel,Zusammenfassung,Status,Erstellt\nN-1,Schulen,Fertig,3.8.2026 09:00\n",
}
SUBSCRIPTIONS = """id,Customer ID,Plan,Status,Start Date (UTC),Created (UTC),Quantity,Amount,\
Interval,Currency
sub_1,cus_1,Pro,active,2026-01-01 00:00,2026-01-01 00:00,1,10.00,month,eur
"""
CUSTOMERS = "id,Name,Email\ncus_1,Norte,a@norte.example\ncus_2,Sur,b@sur.example\n"
PAYMENTS = """id,Created (UTC),Amount,Currency,Status,Customer ID,Mode,Card ID,Card Name
ch_1,2026-01-01 00:00,10.00,eur,Paid,cus_1,Live,card_1,Ana
"""


def told(folder: Path, files: Mapping[str, str]) -> dict[str, tuple[tuple[str, ...], str]]:
    """By file, the tables that a built-in mapping feeds with it, and what is said."""
    for name, text in files.items():
        encoding = "utf-16" if "\t" in text else "utf-8"
        (folder / name).write_text(text, encoding=encoding)
    proposal = with_shipped(propose(folder, "own", Company("EUR", "ES", "es")))
    return {
        item.looked.name: (item.shipped, worded(item.unused, "en") if item.unused else "")
        for item in proposal.files
    }


@pytest.mark.parametrize(
    ("mapping", "tables", "name", "text"),
    [
        ("teams", ("meetings",), "anything.csv", TEAMS),
        ("xero_csv", ("accounts", "invoices", "invoice_lines"), "SalesInvoiceTemplate.csv", XERO),
        *(("jira", ("tasks",), f"{name}.csv", text) for name, text in JIRA.items()),
        ("stripe", ("payments",), "unified_payments.csv", PAYMENTS),
    ],
)
def test_a_file_is_known_by_its_header(
    tmp_path: Path, mapping: str, tables: tuple[str, ...], name: str, text: str
) -> None:
    said = f"the built-in mapping {mapping} reads it: name that in cartera.toml"
    assert told(tmp_path, {name: text}) == {name: (tables, said)}


def test_a_file_of_another_name_is_known_and_the_name_told(tmp_path: Path) -> None:
    ((_, said),) = told(tmp_path, {"facturas_xero.csv": XERO}).values()
    assert "xero_csv reads it under a name that fits *SalesInvoiceTemplate*.csv" in said


def test_what_any_system_might_write_is_left_to_one_that_reads_a_file_beside_it(
    tmp_path: Path,
) -> None:
    assert told(tmp_path, {"customers.csv": CUSTOMERS}) == {"customers.csv": ((), "")}
    found = told(tmp_path, {"subscriptions.csv": SUBSCRIPTIONS})
    assert {name: tables for name, (tables, _) in found.items()} == {
        "customers.csv": ("account_links", "external_accounts"),
        "subscriptions.csv": ("subscriptions",),
    }


def test_a_file_that_lacks_what_the_mapping_needs_is_guessed_at(tmp_path: Path) -> None:
    deals = "Deal Stage,Deal ID,Name,Amount\nclosedwon,1,Seats,5\n"
    ((tables, said),) = told(tmp_path, {"deals.csv": deals}).values()
    assert tables == () and "built-in" not in said
