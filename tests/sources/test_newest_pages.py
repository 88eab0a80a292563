"""A record that several pages of a system's answers have counts as the last of them says it."""

import json

from read_exports import ReadFiles

MAPPING = """source = "api"

[defaults]
format = "json"
records = "data"

[[files]]
pattern = "plans*.json"
newest = "id"
unused = "prices look their plan up here"

[[files]]
pattern = "invoices*.json"
newest = "id"

[[files.lookups]]
name = "plan"
file = "plans*.json"
column = "plan"
extract = "^plans/(.+)"
key = "id"

[[files.tables]]
table = "invoices"

[files.tables.columns]
invoice_id = "id"
account_id = "client"
document_kind = { value = "invoice" }
status = { column = "status", values = { open = "open", paid = "paid" } }
issue_date = "day"
currency = "plan.currency"
net_minor = "total"
total_minor = "total"

[[files.tables]]
table = "invoice_lines"
each = "lines"

[files.tables.columns]
line_id = "id"
invoice_id = "parent.id"
account_id = "parent.client"
net_minor = "amount"
currency = "plan.currency"
"""


def page(*records: dict[str, object]) -> str:
    return json.dumps({"data": records})


def invoice(key: str, status: str, *lines: int) -> dict[str, object]:
    plan = {"plan": "plans/p"}
    items = [
        {"id": f"{key}-{place}", "amount": amount} | plan for place, amount in enumerate(lines)
    ]
    facts = {"client": "A", "day": "2026-09-01", "total": sum(lines)} | plan
    return {"id": key, "status": status, "lines": items} | facts


FILES = {
    "plans-1.json": page({"id": "p", "currency": "USD"}),
    "plans-2.json": page({"id": "p", "currency": "EUR"}),
    "invoices-1.json": page(invoice("1", "open", 5, 6), invoice("2", "open", 7)),
    "invoices-2.json": page(invoice("1", "paid", 11)),
}


def test_the_last_page_that_has_a_record_says_it(read_files: ReadFiles) -> None:
    read = read_files(MAPPING, files=FILES)
    assert read.sentences == []
    assert sorted(read.column("invoices", "invoice_id")) == ["1", "2"]
    states = dict(zip(*(read.column("invoices", n) for n in ("invoice_id", "status")), strict=True))
    assert states == {"1": "paid", "2": "open"}


def test_what_stood_inside_its_older_form_is_gone_with_it(read_files: ReadFiles) -> None:
    read = read_files(MAPPING, files=FILES)
    assert sorted(read.column("invoice_lines", "net_minor")) == [700, 1100]


def test_a_lookup_finds_the_newest_form(read_files: ReadFiles) -> None:
    read = read_files(MAPPING, files=FILES)
    assert set(read.column("invoices", "currency")) == {"EUR"}


def test_older_forms_are_counted_as_such(read_files: ReadFiles) -> None:
    read = read_files(MAPPING, files=FILES)
    assert read.outcomes == {"read": 7, "loaded": 4, "filtered:superseded": 3}
