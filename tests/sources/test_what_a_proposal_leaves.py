"""What a proposal does not understand stands in it, for a person to say."""

import json
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

import pytest
from openpyxl import Workbook

from messages.catalogue import catalogue
from sources.landing.recognised import is_recognised
from sources.mapping.load import load_mapping
from sources.proposer import Company, Proposal, propose
from sources.proposer.guesses import Guess
from sources.proposer.samples import MOST_ROWS
from sources.proposer.text import mapping_text

TICKETS = "ticket_id,account_id,created_at,priority,status\n"


def put(folder: Path, **files: str) -> Path:
    """A folder of CSV exports."""
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def guess_of(proposal: Proposal, table: str, column: str) -> Guess:
    (found,) = (item for item in proposal.tables if item.table == table)
    return {item.column: item for item in found.columns}[column]


def draft(proposal: Proposal, language: str = "en") -> str:
    return mapping_text(proposal, catalogue(language))


def test_every_word_without_a_meaning_is_listed(tmp_path: Path) -> None:
    rows = "T1,A1,2025-11-05,p4,solved\nT2,A1,2025-11-06,p1,escalated\nT3,A1,2025-11-06,high,open\n"
    put(tmp_path, accounts="account_id,name\nA1,Acme\n", tickets=TICKETS + rows)
    proposal = propose(tmp_path, "desk", Company())
    assert guess_of(proposal, "tickets", "priority").unknown == ("p4", "p1")
    assert guess_of(proposal, "tickets", "priority").rule["values"] == {"high": "high"}
    assert guess_of(proposal, "tickets", "status").unknown == ("escalated",)
    assert "give each a meaning (critical, high, normal, low): p4, p1\n" in draft(proposal)
    assert "Sin entender" in draft(proposal, "es")


def _delimited(path: Path, rows: Sequence[Sequence[str]]) -> None:
    text = "\n".join(",".join(row) for row in rows)
    path.with_suffix(".csv").write_text(f"{text}\n", encoding="utf-8")


def _records(path: Path, rows: Sequence[Sequence[str]]) -> None:
    header, *body = rows
    records = [dict(zip(header, row, strict=True)) for row in body]
    path.with_suffix(".json").write_text(json.dumps(records), encoding="utf-8")


def _workbook(path: Path, rows: Sequence[Sequence[str]]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Tickets")
    for row in rows:
        sheet.append(row)
    book.save(path.with_suffix(".xlsx"))


@pytest.mark.parametrize(
    "write", [_delimited, _records, pytest.param(_workbook, marks=pytest.mark.thorough)]
)
def test_words_of_the_whole_file_are_looked_at(tmp_path: Path, write) -> None:
    rows = [[f"T{n}", "A1", "2025-11-05", "high", "open"] for n in range(MOST_ROWS + 5)]
    rows += [["T-a", "A1", "soon", "p9", "closed"], ["T-b", "A1", "2025-11-07", "low", "lost"]]
    write(tmp_path / "tickets", [TICKETS.strip().split(","), *rows])
    proposal = propose(tmp_path, "desk", Company())
    assert guess_of(proposal, "tickets", "priority").unknown == ("p9",)
    status = guess_of(proposal, "tickets", "status")
    assert status.rule["values"] == {"open": "open", "closed": "solved"}
    assert status.unknown == ("lost",)
    assert guess_of(proposal, "tickets", "created_at").unknown == ("soon",)


def test_a_word_that_is_no_date_is_listed(tmp_path: Path) -> None:
    rows = "".join(f"A{n},Client {n},2025-11-{n}\n" for n in range(11, 20))
    put(tmp_path, accounts=f"account_id,name,created_date\n{rows}A1,Acme,#VALUE!\n")
    assert "kept out: #VALUE!\n" in draft(propose(tmp_path, "crm", Company()))


def test_columns_that_nothing_reads_are_listed(tmp_path: Path) -> None:
    put(tmp_path, customers="customer_id,company_name,mood,empty,nps_score\nC1,Acme,9,,7\n")
    proposal = propose(tmp_path, "crm", Company())
    assert proposal.files[0].unread == ("mood", "nps_score")
    assert "# Nothing reads these columns: mood, nps_score\n" in draft(proposal)


def test_columns_of_a_list_that_nothing_reads_are_listed_by_their_path(tmp_path: Path) -> None:
    line = {"id": "l1", "amount": "30.00", "colour": "red"}
    invoice = {"id": "i1", "customer": {"id": "c1"}, "currency": "usd", "date": "2026-01-05"}
    invoice |= {"status": "paid", "totals": {"net": "30.00"}, "lines": [line]}
    (tmp_path / "invoices.json").write_text(json.dumps([invoice]))
    (tmp_path / "customers.json").write_text(json.dumps([{"id": "c1", "name": "Acme"}]))
    unread = [file.unread for file in propose(tmp_path, "saas", Company()).files if file.tables]
    assert ("lines.colour",) in unread


def test_no_entry_takes_files_that_nobody_has_seen(tmp_path: Path) -> None:
    unknown = dict.fromkeys(("zones", "hues", "tides", "moons"), "zone,hue\nNorth,red\n")
    put(tmp_path, customers="customer_id,company_name\nC1,Acme\n", **unknown)
    proposal = propose(tmp_path, "crm", Company())
    path = tmp_path / "crm.toml"
    path.write_text(draft(proposal), encoding="utf-8")
    patterns = [entry.pattern for entry in load_mapping(path).files]
    assert sorted(patterns) == sorted(f"{name}.csv" for name in ("customers", *unknown))
    assert not any(fnmatch("payments_2024.csv", pattern) for pattern in patterns)


def test_a_file_is_known_by_its_header_and_not_by_its_name_alone(tmp_path: Path) -> None:
    own = put(tmp_path, customers="customer_id,company_name,mood\nC1,Acme,9\n") / "customers.csv"
    path = tmp_path / "crm.toml"
    path.write_text(draft(propose(tmp_path, "crm", Company())), encoding="utf-8")
    mapping = load_mapping(path)
    assert mapping.files[0].requires == ("customer_id", "company_name")
    other = put(tmp_path, theirs="Id,Name\n1,Acme\n") / "theirs.csv"
    assert is_recognised(mapping, "customers.csv", own)
    assert not is_recognised(mapping, "customers.csv", other)
