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
