"""Rows of one key that come several times: made one, or only the newest kept."""

from mapping_texts import table_mapping
from read_exports import ReadFiles

SALES = table_mapping(
    "invoices",
    """invoice_id = "no"
account_id = "client"
document_kind = { value = "invoice" }
status = { value = "open" }
issue_date = "day"
currency = "currency"
net_minor = { column = "price", times = ["pieces"] }
total_minor = { column = "price", times = ["pieces"] }
is_disputed = "disputed" """,
    'pattern = "sales*.csv"',
).replace('table = "invoices"', 'table = "invoices"\ncombine = true')

HEADER = "no,client,day,currency,price,pieces,disputed\n"


def test_lines_of_one_document_make_one_row(read_files: ReadFiles) -> None:
    lines = "1,A,2026-09-01,EUR,2.50,2,no\n2,B,2026-09-02,EUR,1,1,\n1,A,2026-09-03,EUR,4,1,yes\n"
    read = read_files(SALES, files={"sales.csv": HEADER + lines})
    assert read.column("invoices", "invoice_id") == ["1", "2"]
    assert read.column("invoices", "net_minor") == [900, 100]
    assert read.column("invoices", "is_disputed") == [True, None]
    assert [str(day)[:10] for day in read.column("invoices", "issue_date")] == [
        "2026-09-01",
        "2026-09-02",
    ]
    assert read.column("invoices", "source_line") == [2, 3]
    assert read.outcomes == {"read": 3, "loaded": 2, "filtered:combined": 1}


def test_a_document_in_two_files_is_one_and_its_money_adds_up(read_files: ReadFiles) -> None:
    files = {
        "sales1.csv": HEADER + "1,A,2026-09-01,EUR,2,1,\n",
        "sales2.csv": HEADER + "1,A,2026-09-02,EUR,3,1,\n2,A,2026-09-02,EUR,5,1,\n",
    }
    read = read_files(SALES, files=files)
    assert read.column("invoices", "net_minor") == [500, 500]
    amounts = read.controls.groupby("outcome")["amount_minor"].sum().to_dict()
    assert amounts == {"read": 1000, "loaded": 1000, "filtered:combined": 0}


def test_a_line_that_cannot_be_read_is_kept_out_of_the_sum_and_told(read_files: ReadFiles) -> None:
    lines = "1,A,2026-09-01,EUR,2,1,\n1,A,2026-09-01,EUR,x,1,\n"
    read = read_files(SALES, files={"sales.csv": HEADER + lines})
    assert read.column("invoices", "net_minor") == [200]
    assert {fault[0] for fault in read.faults} == {3}
    assert read.outcomes == {"read": 2, "loaded": 1, "quarantined": 1}


def test_two_currencies_of_one_document_are_never_added(read_files: ReadFiles) -> None:
    lines = "1,A,2026-09-01,EUR,2,1,\n1,A,2026-09-01,USD,3,1,\n"
    read = read_files(SALES, files={"sales.csv": HEADER + lines})
    assert read.column("invoices", "net_minor") == [200, 300]


PAGES = """source = "context"

[[files]]
pattern = "tickets*.csv"

[[files.tables]]
table = "tickets"
latest_by = "updated"

[files.tables.columns]
ticket_id = "id"
account_id = "client"
status = "status"
created_at = "created"
"""
TICKETS = "id,client,status,created,updated\n"


def test_of_a_record_that_comes_again_the_newest_stays(read_files: ReadFiles) -> None:
    files = {
        "tickets1.csv": TICKETS
        + "1,A,solved,2026-09-01T10:00:00Z,2026-09-03T10:00:00Z\n"
        + "2,A,open,2026-09-01T10:00:00Z,2026-09-02T10:00:00Z\n",
        "tickets2.csv": TICKETS
        + "1,A,open,2026-09-01T10:00:00Z,2026-09-01T10:00:00Z\n"
        + "2,A,deleted,2026-09-01T10:00:00Z,2026-09-02T10:00:00Z\n"
        + "3,A,open,2026-09-01T10:00:00Z,\n",
    }
    read = read_files(PAGES, files=files)
    assert read.column("tickets", "status") == ["solved", "deleted", "open"]
    assert read.outcomes == {"read": 5, "loaded": 3, "filtered:superseded": 2}


def test_an_older_version_does_not_stand_in_for_a_broken_one(read_files: ReadFiles) -> None:
    rows = "1,A,open,2026-09-01,2026-09-01\n1,A,finished,2026-09-01,2026-09-02\n"
    read = read_files(PAGES, files={"tickets.csv": TICKETS + rows})
    assert read.column("tickets", "status") == []
    assert read.outcomes == {"read": 2, "filtered:superseded": 1, "quarantined": 1}
