"""Exports that are not as one would have them: what is recognised stays recognised, and what is
not understood is told."""

from pathlib import Path

from messages.catalogue import catalogue
from sources.proposer import Company, Proposal, propose
from sources.proposer.text import mapping_text


def put(folder: Path, **files: str) -> Path:
    """A folder of CSV exports."""
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def guess_of(proposal: Proposal, table: str, column: str) -> dict[str, object]:
    (found,) = (item for item in proposal.tables if item.table == table)
    return {item.column: dict(item.rule) for item in found.columns}[column]


def test_a_name_in_a_likelier_column_that_is_blank_so_far_is_no_fault(tmp_path: Path) -> None:
    clients = "client_id,company_name,name\n1,,\n2,,Acme\n"
    proposal = propose(put(tmp_path, clients=clients), "crm", Company())
    rule = guess_of(proposal, "accounts", "account_name")
    assert rule == {"first_of": ["company_name", "name", "client_id"]}


def test_a_file_that_is_no_table_stops_no_draft(tmp_path: Path) -> None:
    methods = "id,company_name,first_name,last_name,name\n1,,,,\n2,,,,Debit Card\n"
    draft = mapping_text(propose(put(tmp_path, methods=methods), "x", Company()), catalogue("en"))
    assert 'pattern = "methods.csv"\nunused = ' in draft


FACTURAS = "factura_id,fecha,cliente_id,total\n" + "".join(
    f"F{n},{n + 12}/10/2025,C{n % 3},{n}{n}0\n" for n in range(1, 15)
)


def test_a_word_in_a_column_of_dates_costs_its_row_and_not_the_file(tmp_path: Path) -> None:
    odd = f"{FACTURAS}F99,CANCELAR,C1,80\nF98,31/02/2025,C1,90\n"
    proposal = propose(put(tmp_path, facturas=odd), "erp", Company("EUR", "ES", "es"))
    assert guess_of(proposal, "invoices", "issue_date") == {"column": "fecha"}
    (file,) = proposal.files
    assert file.dates == ("%d/%m/%Y",)
    assert file.looked.shapes["fecha"].odd == ("CANCELAR", "31/02/2025")


def test_a_column_of_which_much_is_no_date_holds_none(tmp_path: Path) -> None:
    odd = FACTURAS + "".join(f"G{n},pronto,C1,80\n" for n in range(7))
    proposal = propose(put(tmp_path, facturas=odd), "erp", Company("EUR", "ES", "es"))
    assert not proposal.tables


def test_a_word_among_amounts_costs_its_row_and_not_the_file(tmp_path: Path) -> None:
    odd = f"{FACTURAS}F99,30/10/2025,C1,#VALUE!\n"
    proposal = propose(put(tmp_path, facturas=odd), "erp", Company("EUR", "ES", "es"))
    assert guess_of(proposal, "invoices", "total_minor") == {"column": "total"}


def test_codes_that_hold_digits_are_no_numbers(tmp_path: Path) -> None:
    codes = "".join(f"F{n},30/10/2025,C1,85{n}\n" for n in range(10, 22))
    folder = put(
        tmp_path, facturas=f"factura_id,fecha,cliente_id,total\n{codes}F1,1/10/2025,C1,85A\n"
    )
    assert not propose(folder, "erp", Company()).tables


def test_a_currency_that_one_row_lacks_is_still_each_rows_own(tmp_path: Path) -> None:
    rows = [f"F{n},2025-10-{n},C1,{n}0,{'USD' if n > 11 else 'sin'}" for n in range(11, 25)]
    text = "\n".join(["factura_id,fecha,cliente_id,total,moneda", *rows, ""])
    proposal = propose(put(tmp_path, facturas=text), "erp", Company("EUR", "ES", "es"))
    assert guess_of(proposal, "invoices", "currency") == {"column": "moneda"}


ACCOUNTS = (
    "account_id,account_name,industry,created_date\nA1,Acme,Toys,2025-11-05\nA2,Ox,IT,2024-02-29\n"
)


def test_a_neighbour_undoes_no_recognition(tmp_path: Path) -> None:
    alone = propose(put(tmp_path, salesforce_accounts=ACCOUNTS), "crm", Company())
    put(tmp_path, status_codes="code,meaning\n1,Picked Up\n", zones="zone\nNorth\n")
    with_others = propose(tmp_path, "crm", Company())
    assert [table.table for table in alone.tables] == ["accounts"]
    assert with_others.tables == alone.tables


def test_a_name_that_says_nothing_leaves_it_to_the_columns_beside_others_too(
    tmp_path: Path,
) -> None:
    folder = put(tmp_path, monthly_listing=ACCOUNTS, status_codes="code,meaning\n1,Picked Up\n")
    proposal = propose(folder, "crm", Company())
    assert [table.table for table in proposal.tables] == ["accounts"]


def test_a_file_that_is_called_so_comes_before_one_that_only_looks_so(tmp_path: Path) -> None:
    folder = put(tmp_path, a_listing=ACCOUNTS.replace("A", "B"), accounts=ACCOUNTS)
    used = [file.looked.name for file in propose(folder, "crm", Company()).files if file.tables]
    assert used == ["accounts.csv"]


CLIENTS = "account_id,name\nA1,Alfa\nA2,Beta\n"
VERSIONS = (
    "subscription_id,account_id,status,started_at,mrr,currency,_fivetran_start,_fivetran_end\n"
    "S1,A1,active,2026-01-01,100.00,EUR,2026-01-01T00:00:00Z,2026-05-04T09:00:00Z\n"
    "S1,A1,active,2026-01-01,150.00,EUR,2026-05-04T09:00:00Z,9999-12-31T23:59:59.999Z\n"
    "S2,A2,active,2026-02-01,80.00,EUR,2026-02-01T00:00:00Z,9999-12-31T23:59:59.999Z\n"
)


def test_a_history_is_proposed_as_one_and_never_as_so_many_subscriptions(tmp_path: Path) -> None:
    today = "subscription_id,account_id,status,started_at,mrr,currency\n"
    today += "S1,A1,active,2026-01-01,150.00,EUR\nS2,A2,active,2026-02-01,80.00,EUR\n"
    folder = put(tmp_path, accounts=CLIENTS, subscriptions=today, subscription_history=VERSIONS)
    proposal = propose(folder, "erp", Company())
    assert guess_of(proposal, "subscriptions", "subscription_id") == {"column": "subscription_id"}
    names = ("valid_from", "valid_until")
    days = [guess_of(proposal, "subscription_versions", name) for name in names]
    assert days == [{"column": "_fivetran_start"}, {"column": "_fivetran_end"}]
    assert 'null = ["9999-12-31T23:59:59.999Z"]' in mapping_text(proposal, catalogue("en"))


def test_a_history_alone_makes_each_subscription_once(tmp_path: Path) -> None:
    proposal = propose(put(tmp_path, accounts=CLIENTS, subscriptions=VERSIONS), "erp", Company())
    tables = {item.table: item.latest_by for item in proposal.tables}
    assert tables["subscriptions"] == tables["subscription_versions"] == "_fivetran_start"
    assert guess_of(proposal, "subscriptions", "subscription_id") == {"column": "subscription_id"}
