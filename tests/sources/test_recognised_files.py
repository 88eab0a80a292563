"""A mapping takes the files that are its own, by their header."""

import pytest
from mapping_texts import payments
from read_exports import ReadFiles
from test_vendor_shapes import builtin, linked

ACCOUNT = "Id,IsDeleted,Name,Type,ParentId,Industry,OwnerId,CreatedDate\nA,0,A,,,,U,2020-01-01\n"
BOARD = '{"shortLink": "x", "name": "b", "lists": [], "members": [], "cards": []}'
CARDS = "Card ID,Card Name,Archived,Labels\n1,a,false,\n"


def test_a_greedy_pattern_leaves_the_files_of_other_systems(read_files: ReadFiles) -> None:
    files = {"Account.csv": ACCOUNT, "board.json": BOARD, "notes.csv": "a,b\n1,2\n", "x.csv": "\0"}
    read = read_files(builtin("trello"), builtin("salesforce"), files=files)
    assert read.sentences == []
    assert read.column("accounts", "account_id") == ["A"]
    assert sorted(read.result.unmatched) == ["2026-10-01/notes.csv", "2026-10-01/x.csv"]


def test_tickets_of_two_systems_are_told_apart(read_files: ReadFiles) -> None:
    hubspot = (
        "Ticket ID,Associated Company IDs,Ticket name,Priority,Create date,Close date\n"
        "1,7,a,High,2026-08-01 10:00,\n"
    )
    files = {"tickets.csv": hubspot, "companies.csv": "Record ID,Company name\n7,A\n"}
    read = read_files(builtin("zendesk"), builtin("hubspot"), files=files)
    assert read.sentences == []
    assert read.column("tickets", "source") == ["hubspot"]


@pytest.mark.parametrize("name", ["zendesk", "xero_csv"])
def test_a_file_without_its_columns_is_a_sentence(read_files: ReadFiles, name: str) -> None:
    header = {
        "zendesk": "Organization,Created at,Other\nA,2026-01-01,x\n",
        "xero_csv": "ContactName,InvoiceNumber\nA,1\n",
    }[name]
    file = {"zendesk": "tickets.csv", "xero_csv": "invoices.csv"}[name]
    (sentence,) = read_files(builtin(name), files={file: header}).sentences
    assert "columns missing" in sentence


@pytest.mark.parametrize("delimiter", [";", "\t", "|", ","])
def test_the_delimiter_that_parts_the_header_counts(read_files: ReadFiles, delimiter: str) -> None:
    text = "id,account,day,amount,currency\np1,A,2026-09-01,10.00,MXN\n"
    read = read_files(payments(), files={"export.csv": text.replace(",", delimiter)})
    assert read.column("payments", "amount_minor") == [1000]


def test_chosen_columns_of_the_dashboard_are_read(read_files: ReadFiles) -> None:
    text = (
        "Created date (UTC);Amount;Currency;Status;Customer ID;Invoice Number\n"
        "2024-06-07 02:38:54;15.00;usd;Paid;cus;I-1\n"
        "2024-06-07 02:38:54;15.00;usd;Paid;cus;I-2\n"
    )
    known = linked("stripe", cus="A")
    read = read_files(builtin("stripe"), files={"payments.csv": text}, known=known)
    assert read.column("payments", "amount_minor") == [1500, 1500]
    assert len(set(read.column("payments", "payment_id"))) == 2


def test_cards_that_paid_are_no_cards_of_a_board(read_files: ReadFiles) -> None:
    text = (
        "id,Created (UTC),Amount,Currency,Status,Customer ID,Card ID,Card Name\n"
        "ch_1,2026-01-01 00:00,10.00,eur,Paid,cus,card_1,Ana\n"
    )
    known = linked("stripe", cus="A")
    read = read_files(
        builtin("trello"), builtin("stripe"), files={"payments.csv": text}, known=known
    )
    assert read.sentences == []
    assert read.column("payments", "amount_minor") == [1000]


def test_cards_of_a_paid_workspace_are_trellos(read_files: ReadFiles) -> None:
    read = read_files(builtin("trello"), files={"a.csv": CARDS}, known=linked("trello", a="A"))
    assert read.column("tasks", "task_id") == ["1"]
