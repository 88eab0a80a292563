"""Unknown exports, looked at: how they are written, and what they are taken for."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from messages.catalogue import catalogue
from sources.mapping.grammar import ColumnRule, FileMapping, TableMapping
from sources.mapping.load import load_mapping
from sources.proposer import Company, Proposal, propose
from sources.proposer.coverage import coverage_of
from sources.proposer.errors import ExportFolderError, NoExportsError, NothingRecognisedError
from sources.proposer.text import mapping_text

CLIENTES = """Código cliente;Razón social;Fecha alta
C-001;Talleres Muñoz;31/01/2024
C-002;Café Peña;15/02/2024
"""
FACTURAS = """Nº factura;Cliente;Fecha factura;Vencimiento;Estado;IVA;Total
F-1;C-001;03/02/2026;05/03/2026;Pagada;210,00;1.210,00
F-2;C-002;28/02/2026;30/03/2026;Pendiente;21,50;123,90
"""


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "clientes.csv").write_text(CLIENTES, encoding="cp1252")
    (folder / "facturas.csv").write_text(FACTURAS, encoding="cp1252")
    return folder


def loaded(proposal: Proposal, place: Path, language: str = "en") -> dict[str, FileMapping]:
    """The proposal as its mapping file is read, by pattern."""
    path = place / "proposed.toml"
    path.write_text(mapping_text(proposal, catalogue(language)), encoding="utf-8")
    return {entry.pattern: entry for entry in load_mapping(path).files}


def columns_of(entry: FileMapping, table: str) -> dict[str, ColumnRule]:
    (found,) = (item for item in entry.tables if item.table == table)
    return found.columns


def tables_of(entry: FileMapping) -> list[TableMapping]:
    return list(entry.tables)


def test_a_spanish_export_is_read_as_it_is_written(exports: Path, tmp_path: Path) -> None:
    files = loaded(propose(exports, "erp", Company("EUR", "ES", "es")), tmp_path)
    layout = files["facturas.csv"]
    assert (layout.encoding, layout.delimiter) == ("cp1252", ";")
    assert (layout.decimal, layout.thousands, layout.dates) == (",", ".", ("%d/%m/%Y",))


def test_spanish_names_are_taken_for_canonical_columns(exports: Path, tmp_path: Path) -> None:
    files = loaded(propose(exports, "erp", Company("EUR", "ES", "es")), tmp_path)
    accounts = columns_of(files["clientes.csv"], "accounts")
    invoices = columns_of(files["facturas.csv"], "invoices")
    assert accounts["account_id"].column == "Código cliente"
    assert accounts["account_name"].column == "Razón social"
    assert invoices["account_id"].column == "Cliente"
    assert invoices["issue_date"].column == "Fecha factura"
    assert invoices["status"].values == {"Pagada": "paid", "Pendiente": "open"}
    assert (invoices["net_minor"].column, invoices["net_minor"].minus) == ("Total", ("IVA",))
    assert invoices["currency"].value == "EUR"


def test_each_guess_carries_its_confidence_and_evidence(exports: Path) -> None:
    english = mapping_text(propose(exports, "erp", Company()), catalogue("en"))
    spanish = mapping_text(propose(exports, "erp", Company()), catalogue("es"))
    assert "100% of its words are keys (Código cliente) of clientes.csv" in english
    assert "el 100% de sus palabras son claves (Código cliente) de clientes.csv" in spanish


def test_a_currency_is_not_made_up(exports: Path, tmp_path: Path) -> None:
    files = loaded(propose(exports, "erp", Company()), tmp_path)
    assert columns_of(files["facturas.csv"], "invoices")["currency"].company == "currency"


def test_dates_that_could_be_swapped_are_told(tmp_path: Path) -> None:
    (tmp_path / "deals.csv").write_text("deal_id,amount,status,close_date\n1,9,Won,01/02/2026\n")
    proposal = propose(tmp_path, "crm", Company())
    assert "days and months could be swapped" in mapping_text(proposal, catalogue("en"))


def test_lines_above_a_header_are_stepped_over(tmp_path: Path) -> None:
    above = "Informe de clientes\nGenerado el 1/2/2026\n"
    (tmp_path / "clientes.csv").write_text(above + CLIENTES, encoding="utf-8")
    assert loaded(propose(tmp_path, "erp", Company()), tmp_path)["clientes.csv"].header_line == 3


def test_a_list_inside_a_json_export_is_found(tmp_path: Path) -> None:
    records = [{"id": f"A{n}", "name": f"Client {n}", "owner": {"id": n}} for n in range(3)]
    (tmp_path / "accounts.json").write_text(json.dumps({"page": 1, "data": {"items": records}}))
    entry = loaded(propose(tmp_path, "api", Company()), tmp_path)["accounts.json"]
    assert (entry.format, entry.records) == ("json", "data.items")
    assert columns_of(entry, "accounts")["account_name"].column == "name"


def test_a_workbook_is_looked_at(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["customer_id", "company_name"], ["C1", "Acme"], ["C2", "Peak"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "customers.xlsx")
    entry = loaded(propose(tmp_path, "crm", Company()), tmp_path)["customers.xlsx"]
    assert entry.format == "xlsx"
    assert columns_of(entry, "accounts")["account_id"].column == "customer_id"


def test_a_key_that_repeats_is_joined_with_another(tmp_path: Path) -> None:
    (tmp_path / "customers.csv").write_text("customer_id,name\nC1,Acme\nC2,Peak\n")
    usage = "usage_id,customer_id,usage_date,events\nU1,C1,2026-01-01,4\nU1,C2,2026-01-01,5\n"
    (tmp_path / "usage.csv").write_text(usage)
    entry = loaded(propose(tmp_path, "app", Company()), tmp_path)["usage.csv"]
    assert columns_of(entry, "usage")["usage_id"].join == ("usage_id", "customer_id")


def test_a_file_of_bought_things_is_also_invoices_and_accounts(tmp_path: Path) -> None:
    lines = "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n"
    lines += "5,A,2,2026-01-05,1.50,17850.0\n5,B,1,2026-01-05,2.00,17850.0\n"
    (tmp_path / "sales.csv").write_text(lines)
    entry = loaded(propose(tmp_path, "shop", Company("GBP", "GB", "en")), tmp_path)["sales.csv"]
    assert [item.table for item in tables_of(entry)] == [
        "accounts",
        "products",
        "invoices",
        "invoice_lines",
    ]
    assert columns_of(entry, "accounts")["account_id"].drop_zero_decimals
    assert columns_of(entry, "invoice_lines")["net_minor"].times == ("Quantity",)


def test_figures_without_their_tables_are_named(exports: Path) -> None:
    found = coverage_of(propose(exports, "erp", Company()))
    assert ("tickets",) in [lack.tables for lack in found.lacks]
    assert found.fed + sum(len(lack.kpis) for lack in found.lacks) == found.all


def test_a_file_that_cannot_be_read_is_told_and_the_others_go_on(exports: Path) -> None:
    (exports / "broken.json").write_text("{")
    (exports / "empty.csv").write_text("")
    proposal = propose(exports, "erp", Company())
    assert [name for name, _ in proposal.unreadable] == ["broken.json", "empty.csv"]
    assert {table.table for table in proposal.tables} >= {"accounts", "invoices"}


def test_a_folder_that_holds_nothing_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NoExportsError, match="holds no CSV, JSON or XLSX file"):
        propose(tmp_path, "erp", Company())
    with pytest.raises(ExportFolderError, match="there is no folder"):
        propose(tmp_path / "nowhere", "erp", Company())
    (tmp_path / "a.json").write_text("{")
    with pytest.raises(NothingRecognisedError, match="not JSON"):
        propose(tmp_path, "erp", Company())


def test_a_pattern_fits_the_next_delivery_too(tmp_path: Path) -> None:
    folder = tmp_path / "2026-10-01" / "erp"
    folder.mkdir(parents=True)
    (folder / "clientes.csv").write_text(CLIENTES, encoding="utf-8")
    assert list(loaded(propose(tmp_path, "erp", Company()), tmp_path)) == ["clientes.csv"]


def test_items_of_documents_are_no_products(tmp_path: Path) -> None:
    (tmp_path / "clientes.csv").write_text("id_cliente,nombre\n1,Ana\n2,Luz\n")
    (tmp_path / "facturas.csv").write_text("id_factura,id_cliente,fecha,total\n7,1,2026-01-05,9\n")
    items = "id_item,id_factura,descripcion,cantidad,importe\n1,7,Silla,1,9\n"
    (tmp_path / "items.csv").write_text(items)
    files = loaded(propose(tmp_path, "erp", Company("EUR", "ES", "es")), tmp_path)
    lines = columns_of(files["items.csv"], "invoice_lines")
    assert lines["invoice_id"].column == "id_factura"
    assert lines["account_id"].via == "invoices"


def crm(folder: Path) -> dict[str, FileMapping]:
    """A CRM that was filled from another on one day, with the record that comes with it."""
    exports = folder / "exports"
    exports.mkdir()
    accounts = ["Id,Name,CreatedDate", "A0,Sample Account for Cases,2026-01-23T09:00:00.000Z"]
    accounts += [f"A{n},Client {n},2026-01-23T1{n % 10}:00:00.000Z" for n in range(1, 15)]
    cases = ["Id,AccountId,Subject,IsClosed,CreatedDate,CreatedDate__c"]
    cases += [f"C{n},A{n},Help,1,2026-01-23T10:00:00.000Z,2025-0{n}-01" for n in range(1, 10)]
    cases += ["C10,A10,Help,1,2026-01-23T10:00:00.000Z,2025-11-01"]
    contacts = ["Id,AccountId,Name,Title,Designation", "P1,A1,Ana,,Director", "P2,A2,Eva,,Buyer"]
    for name, lines in {"Account": accounts, "Case": cases, "Contact": contacts}.items():
        (exports / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return loaded(propose(exports, "crm", Company()), folder)


def test_days_on_which_records_were_brought_in_are_no_beginnings(tmp_path: Path) -> None:
    files = crm(tmp_path)
    assert "created_date" not in columns_of(files["Account.csv"], "accounts")
    assert columns_of(files["Case.csv"], "tickets")["created_at"].column == "CreatedDate__c"
    written = (tmp_path / "proposed.toml").read_text(encoding="utf-8")
    assert "CreatedDate is the same day in every row" in written


def test_accounts_that_come_with_a_system_are_filtered(tmp_path: Path) -> None:
    (condition,) = crm(tmp_path)["Account.csv"].filters
    assert (condition.name, condition.starts_with) == ("samples", ("Sample Account",))


def test_a_likelier_column_that_is_blank_so_far_counts_once_it_is_filled(tmp_path: Path) -> None:
    columns = columns_of(crm(tmp_path)["Contact.csv"], "contacts")
    assert columns["job_title"].first_of == ("Title", "Designation")


def put(folder: Path, **files: str) -> Path:
    """A folder of CSV exports."""
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


LISTADO = """Serie;Núm.;F. factura;Cód. cliente;% IVA;Base imponible;Cuota;Total factura
A;1;01/02/2026;C-1;21,00;1.000,00;210,00;1.210,00
A;2;13/02/2026;C-2;10,00;100,00;10,00;110,00
B;1;14/02/2026;C-1;21,00;-50,00;-10,50;-60,50
TOTALES;;;;;1.050,00;209,50;1.259,50
"""


def test_a_series_and_a_number_are_one_key_for_all_files(tmp_path: Path) -> None:
    cobros = "Serie;Núm.;F. cobro;Importe\nA;1;20/02/2026;1.210,00\nB;1;20/02/2026;5,00\n"
    folder = put(tmp_path, facturas=LISTADO, cobros=cobros, clientes="Cliente\nC-1\nC-2\n")
    files = loaded(propose(folder, "erp", Company("EUR", "ES", "es")), tmp_path)
    invoice = columns_of(files["facturas.csv"], "invoices")
    assert invoice["invoice_id"].join == ("Serie", "Núm.")
    assert invoice["issue_date"].column == "F. factura"
    payment = columns_of(files["cobros.csv"], "payments")
    assert payment["invoice_id"].join == ("Serie", "Núm.")
    assert (payment["account_id"].join, payment["account_id"].via) == (
        ("Serie", "Núm."),
        "invoices",
    )
    assert payment["payment_id"].join == ("Serie", "Núm.", "F. cobro", "#occurrence")


def test_amounts_are_told_apart_by_what_adds_up(tmp_path: Path) -> None:
    folder = put(tmp_path, facturas=LISTADO, clientes="Cliente\nC-1\nC-2\n")
    entry = loaded(propose(folder, "erp", Company("EUR", "ES", "es")), tmp_path)["facturas.csv"]
    rules = columns_of(entry, "invoices")
    amounts = [rules[f"{name}_minor"].column for name in ("net", "tax", "total")]
    assert amounts == ["Base imponible", "Cuota", "Total factura"]
    assert rules["document_kind"].extract == "^([-(])"
    (totals,) = (item for item in entry.filters if item.name == "totals")
    assert (totals.column, totals.starts_with) == ("Serie", ("TOTALES",))


def test_every_sheet_is_looked_at(tmp_path: Path) -> None:
    book = Workbook()
    for title, header in (("Clientes", ("Código", "Nombre")), ("Contactos", ("Id", "Cliente"))):
        sheet = book.create_sheet(title)
        for row in (header, ("C-1", "C-1"), ("C-2", "C-2")):
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "crm.xlsx")
    proposal = propose(tmp_path, "crm", Company())
    text = mapping_text(proposal, catalogue("en"))
    assert [table.table for table in proposal.tables] == ["accounts", "contacts"]
    (tmp_path / "crm.toml").write_text(text, encoding="utf-8")
    entries = load_mapping(tmp_path / "crm.toml").files
    assert [(e.pattern, e.sheet) for e in entries] == [
        ("crm.xlsx", "Clientes"),
        ("crm.xlsx", "Contactos"),
    ]


def test_paths_into_json_count_by_their_end(tmp_path: Path) -> None:
    customer = {"id": "c1", "profile": {"name": "Acme"}, "currency": "usd"}
    plan = {"amount": 1200, "interval": "month", "currency": "usd"}
    subscription = {"id": "s1", "customer": {"id": "c1"}, "state": "active", "plan": plan}
    subscription["period"] = {"start": "2026-01-01", "end": None}
    for name, record in (("customers", customer), ("subscriptions", subscription)):
        (tmp_path / f"{name}.json").write_text(json.dumps({"data": [record]}))
    files = loaded(propose(tmp_path, "saas", Company()), tmp_path)
    assert columns_of(files["customers.json"], "accounts")["account_name"].column == "profile.name"
    rules = columns_of(files["subscriptions.json"], "subscriptions")
    assert rules["start_date"].column == "period.start"
    yearly = rules["yearly_minor"]
    assert yearly.column == "plan.amount"
    assert yearly.factor and yearly.factor.values == {"month": 12}


def test_clients_and_managers_that_only_deals_name_are_tables_too(tmp_path: Path) -> None:
    rows = [f"D{n},K{n % 2},Client {n % 2},Ana Ruiz,Won,5,2026-01-0{n}" for n in range(1, 5)]
    header = "Deal,Client id,Client,Owner,Stage,Amount,Close"
    folder = put(tmp_path, deals="\n".join([header, *rows]))
    entry = loaded(propose(folder, "crm", Company()), tmp_path)["deals.csv"]
    assert [table.table for table in entry.tables] == ["accounts", "managers", "opportunities"]
    assert columns_of(entry, "accounts")["account_name"].column == "Client"
    assert columns_of(entry, "managers")["manager_name"].column == "Owner"


def test_a_file_that_fits_no_table_is_a_draft_of_the_nearest_in_comments(tmp_path: Path) -> None:
    text = "Apertura;Prioridad;Asunto;Cliente\n2026-01-02;Alta;No va;C-1\n"
    folder = put(tmp_path, partes=text, clientes="Cliente;Nombre\nC-1;Acme\n")
    draft = mapping_text(propose(folder, "erp", Company()), catalogue("en"))
    start = draft.index("# partes.csv: Nearest is ")
    told, *lines = draft[start : draft.index("\n[[files]]", start)].splitlines()
    own = "\n".join(line.removeprefix("# ") for line in lines if line != "#")
    assert "is tickets; nothing found for ticket_id, status." in told
    (tmp_path / "own.toml").write_text(f'source = "erp"\n{own}')
    (entry,) = load_mapping(tmp_path / "own.toml").files
    rules = columns_of(entry, "tickets")
    assert (rules["subject"].column, rules["created_at"].column) == ("Asunto", "Apertura")
    assert rules["ticket_id"].column == "?"


def test_a_list_inside_records_is_a_table_of_its_own(tmp_path: Path) -> None:
    around = {"customer": {"id": "c1"}, "currency": "usd", "date": "2026-01-05", "status": "paid"}
    lines = [{"id": "l1", "amount": "30.00"}, {"id": "l2", "amount": "40.50"}]
    invoice = {"id": "i1", **around, "totals": {"net": "70.50"}, "lines": lines, "tags": [{"x": 1}]}
    (tmp_path / "invoices.json").write_text(json.dumps({"data": [invoice]}))
    (tmp_path / "customers.json").write_text(json.dumps([{"id": "c1", "name": "Acme"}]))
    entry = loaded(propose(tmp_path, "saas", Company()), tmp_path)["invoices.json"]
    assert [(table.table, table.each) for table in entry.tables] == [
        ("invoices", ""),
        ("invoice_lines", "lines"),
    ]
    rules = columns_of(entry, "invoice_lines")
    assert (rules["line_id"].column, rules["invoice_id"].column) == ("id", "parent.id")
    assert rules["account_id"].column == "parent.customer.id"
    assert (rules["net_minor"].column, rules["currency"].column) == ("amount", "parent.currency")


def test_months_by_name_and_pairs_of_currencies_are_recognised(tmp_path: Path) -> None:
    rates = "Fecha;Tipo;De;A;Cambio\n31-ago-2026;Cierre;USD;CLP;945,32\n"
    rates += "30-sept-2026;Cierre;USD;CLP;951,07\n"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "tipos_cambio.csv").write_text(rates, encoding="utf-8")
    entry = loaded(propose(tmp_path / "in", "erp", Company("CLP", "CL", "es")), tmp_path)[
        "tipos_cambio.csv"
    ]
    columns = columns_of(entry, "fx_rates")
    assert entry.dates == ("%d-%b-%Y",)
    assert (columns["base_currency"].column, columns["quote_currency"].column) == ("De", "A")
    assert "currency" not in columns


def test_the_header_of_a_sheet_below_blank_lines_is_named_by_its_own_line(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Andes SpA"], [], ["Clientes"], [], ["Código cliente", "Razón social", "RUT"]):
        sheet.append(row)
    for number in range(8):
        sheet.append([f"C-{number}", f"Cliente {number}", f"7{number}.100.200-{number}"])
    (tmp_path / "in").mkdir()
    book.save(tmp_path / "in" / "clientes.xlsx")
    entry = loaded(propose(tmp_path / "in", "erp", Company("CLP", "CL", "es")), tmp_path)[
        "clientes.xlsx"
    ]
    assert entry.header_line == 5
    assert columns_of(entry, "accounts")["tax_id"].column == "RUT"


def test_a_code_beside_the_name_of_a_client_is_its_key(tmp_path: Path) -> None:
    clients = "Código;Cliente;Matriz\nC1;Corporación Ñandú;\nC2;Café Peña;C1\nC3;Óptica Sol;\n"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "clientes.csv").write_text(clients, encoding="utf-8")
    entry = loaded(propose(tmp_path / "in", "erp", Company("EUR", "ES", "es")), tmp_path)[
        "clientes.csv"
    ]
    columns = columns_of(entry, "accounts")
    assert columns["account_id"].column == "Código"
    assert columns["account_name"].column == "Cliente"
