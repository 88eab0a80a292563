"""Filters, several tables from one file, lookups in another: every row is accounted for."""

import pytest
from mapping_texts import payments, table_mapping
from read_exports import ReadFiles

HEADER = "id,account,day,amount,currency,kind"


def rows(*cells: str) -> str:
    """Payments of the given kinds."""
    lines = [f"p{n},A,2026-09-01,{n}.00,MXN,{cell}" for n, cell in enumerate(cells)]
    return "\n".join([HEADER, *lines])


@pytest.mark.parametrize(
    ("test", "kept"),
    [
        ('equals = "test"', ["live", None, "x 5", "12"]),
        ('in = ["TEST", "live"]', [None, "x 5", "12"]),
        ('not_in = ["live", "test"]', ["live", "test"]),
        ("empty = true", ["live", "test", "x 5", "12"]),
        ("empty = false", [None]),
        ('starts_with = "X"', ["live", "test", None, "12"]),
        ('starts_with = ["t", "l"]', [None, "x 5", "12"]),
        ("below = 20", ["live", "test", None, "x 5"]),
        ("above = 11.5", ["live", "test", None, "x 5"]),
        ('above = "12.5"', ["live", "test", None, "x 5", "12"]),
    ],
)
def test_a_filter_takes_rows_out_under_its_name(
    read_files: ReadFiles, test: str, kept: list[str | None]
) -> None:
    mapping = payments(f'filters = [{{ name = "out", column = "kind", {test} }}]')
    mapping += 'invoice_id = "kind"\n'
    read = read_files(mapping, files={"export.csv": rows("live", "test", "", "x 5", "12")})
    assert read.column("payments", "invoice_id") == kept
    assert read.outcomes.get("filtered:out", 0) == 5 - len(kept)


@pytest.mark.parametrize(
    ("bound", "kept"), [("below = 2026-09-02", ["p2", "p3"]), ("above = 2026-09-01", ["p1", "p3"])]
)
def test_a_day_is_compared_as_the_column_of_it_reads_it(
    read_files: ReadFiles, bound: str, kept: list[str]
) -> None:
    rule = '{ column = "day", dates = ["%d/%m/%Y %H:%M"] }'
    entry = f'filters = [{{ name = "out", column = "day", {bound} }}]'
    days = ("01/09/2026 23:30", "02/09/2026 00:30", "")
    text = "\n".join([HEADER, *(f"p{n},A,{day},1,MXN," for n, day in enumerate(days, start=1))])
    read = read_files(payments(entry, paid_date=rule), files={"export.csv": text})
    told = [*read.column("payments", "payment_id"), *(f"p{line - 1}" for line, *_ in read.faults)]
    assert told == kept


def test_a_filtered_row_has_no_faults_to_tell(read_files: ReadFiles) -> None:
    mapping = payments('filters = [{ name = "test", column = "id", equals = "p1" }]')
    text = f"{HEADER}\np1,A,never,ten,MXN,\np2,A,2026-09-01,5.00,MXN,\n"
    read = read_files(mapping, files={"export.csv": text})
    assert read.faults == []
    assert read.outcomes == {"read": 2, "filtered:test": 1, "loaded": 1}


def test_filtered_money_is_in_the_control_totals(read_files: ReadFiles) -> None:
    mapping = payments('filters = [{ name = "test", column = "kind", equals = "test" }]')
    read = read_files(mapping, files={"export.csv": rows("live", "live", "test", "test")})
    money = read.controls.set_index("outcome")["amount_minor"].to_dict()
    assert money == {"read": 600, "loaded": 100, "filtered:test": 500}


def test_a_filter_on_a_missing_column_stops_the_source_unless_it_is_optional(
    read_files: ReadFiles,
) -> None:
    entry = 'filters = [{ name = "test", column = "mode", equals = "test" }]'
    read = read_files(payments(entry), files={"export.csv": rows("live")})
    assert "columns missing: mode." in read.sentences[0]
    entry = 'filters = [{ name = "test", column = "mode", equals = "test", optional = true }]'
    read = read_files(payments(entry), files={"export.csv": rows("live")})
    assert read.outcomes == {"read": 1, "loaded": 1}


DOCUMENTS = """source = "erp"

[[files]]
pattern = "export.csv"

[[files.tables]]
table = "invoices"
when = { column = "kind", equals = "invoice" }

[files.tables.columns]
invoice_id = "id"
account_id = "account"
document_kind = { value = "invoice" }
status = { value = "open" }
issue_date = "day"
currency = "currency"
net_minor = "amount"
total_minor = "amount"

[[files.tables]]
table = "invoices"
when = { column = "kind", equals = "credit" }

[files.tables.columns]
invoice_id = "id"
account_id = "account"
document_kind = { value = "credit_note" }
status = { value = "open" }
issue_date = "day"
currency = "currency"
net_minor = { column = "amount", sign = "negative" }
total_minor = { column = "amount", sign = "negative" }
"""


def test_tables_take_the_rows_that_their_condition_names(read_files: ReadFiles) -> None:
    read = read_files(DOCUMENTS, files={"export.csv": rows("invoice", "invoice", "credit")})
    assert read.column("invoices", "document_kind") == ["invoice", "invoice", "credit_note"]
    assert read.column("invoices", "total_minor") == [0, 100, -200]
    assert read.outcomes == {"read": 3, "loaded": 3}


def test_a_row_that_no_table_takes_is_quarantined(read_files: ReadFiles) -> None:
    read = read_files(DOCUMENTS, files={"export.csv": rows("invoice", "pro forma")})
    assert read.faults == [(3, "", "unclaimed_row")]
    assert read.outcomes == {"read": 2, "loaded": 1, "quarantined": 1}


def test_a_broken_row_counts_once_in_each_table_of_its_file(read_files: ReadFiles) -> None:
    second = """
[[files.tables]]
table = "invoice_lines"

[files.tables.columns]
line_id = "id"
invoice_id = "id"
account_id = "account"
net_minor = "amount"
currency = "currency"
"""
    text = rows("invoice") + "\nbroken\n"
    read = read_files(DOCUMENTS + second, files={"export.csv": text})
    assert read.quarantine["table_name"].tolist() == ["invoices", "invoice_lines"]
    assert read.outcomes == {"read": 4, "loaded": 2, "quarantined": 2}


WIDE = """source = "finance"

[[files]]
pattern = "export.csv"
""" + "".join(
    f"""
[[files.tables]]
table = "costs"

[files.tables.columns]
account_id = "account"
month = "month"
cost_kind = {{ value = "{kind}" }}
amount_minor = "{kind}"
currency = {{ value = "MXN" }}
"""
    for kind in ("cost_of_sales", "cost_to_serve")
)


def test_one_line_makes_two_rows_of_one_table(read_files: ReadFiles) -> None:
    header = "account,month,cost_of_sales,cost_to_serve\n"
    read = read_files(WIDE, files={"export.csv": header + "A,2026-09-01,5,7\n"})
    assert read.column("costs", "amount_minor") == [500, 700]
    faulty = read_files(WIDE, files={"export.csv": header + "A,soon,5,5\n"})
    assert faulty.outcomes == {"read": 2, "quarantined": 2}


LOOKUP = """source = "erp"

[[files]]
pattern = "export.csv"
lookups = [{ name = "plan", file = "plans.csv", column = "kind", key = "plan_id" }]

[[files.tables]]
table = "payments"

[files.tables.columns]
payment_id = "id"
account_id = "account"
payment_kind = { value = "payment" }
status = { value = "succeeded" }
paid_date = "day"
amount_minor = { column = "amount", times = ["plan.price"] }
currency = "plan.currency"

[[files]]
pattern = "plans.csv"
delimiter = ";"
unused = "looked up by subscriptions"
"""


def test_columns_of_another_file_are_found_by_their_key(read_files: ReadFiles) -> None:
    plans = "plan_id;price;currency\nbasic;2.50;MXN\npro;10;EUR\n"
    files = {"export.csv": rows("basic", "pro", "basic", "gold"), "plans.csv": plans}
    read = read_files(LOOKUP, files=files)
    assert read.column("payments", "amount_minor") == [0, 1000, 500]
    assert read.column("payments", "currency") == ["MXN", "EUR", "MXN"]
    assert {fault[0] for fault in read.faults} == {5}


@pytest.mark.parametrize(
    ("plans", "told"),
    [
        ({}, "erp export.csv: it needs plans.csv, which is not in this delivery"),
        ({"plans.csv": "plan_id;price\nbasic;1\n"}, "columns missing: currency"),
        ({"plans.csv": "plan_id;price;currency\na;1;MXN\na;2;MXN\n"}, "must name one row each"),
    ],
)
def test_a_lookup_that_cannot_be_made_stops_the_source(
    read_files: ReadFiles, plans: dict[str, str], told: str
) -> None:
    read = read_files(LOOKUP, files={"export.csv": rows("basic"), **plans})
    assert told in read.sentences[0]


def test_a_row_that_a_filter_takes_out_was_not_merged(read_files: ReadFiles) -> None:
    columns = 'account_id = "id"\naccount_name = "id"'
    entry = 'filters = [{ name = "no_customer", column = "id", empty = true }]'
    mapping = table_mapping("accounts", columns, entry).replace(
        'table = "accounts"', 'table = "accounts"\ncombine = true'
    )
    read = read_files(mapping, files={"export.csv": "id,x\nA,1\nA,2\n,3\n"})
    assert read.outcomes == {
        "read": 3,
        "loaded": 1,
        "filtered:combined": 1,
        "filtered:no_customer": 1,
    }
