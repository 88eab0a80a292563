"""JSON exports: records at a path, nested values, lists inside records, exact numbers."""

import json

import pytest
from mapping_texts import payments, table_mapping
from read_exports import ReadFiles

from messages.clause import clause, from_stored

PAYMENT = {"id": 7, "account": "A", "day": "2026-09-01", "amount": 1250.10, "currency": "mxn"}
LINE = {"id": "l3", "amount": 7}


def entry(records: str = "", kind: str = "json") -> str:
    path = f'records = "{records}"' if records else ""
    return f'pattern = "export.json"\nformat = "{kind}"\n{path}'


def test_records_are_numbered_and_numbers_stay_exact(read_files: ReadFiles) -> None:
    text = '[{"id":1,"account":"A","day":"2026-09-01","amount":90071992547409.93,"currency":"MXN"}]'
    read = read_files(payments(entry()), files={"export.json": text})
    assert read.column("payments", "amount_minor") == [9007199254740993]
    assert read.column("payments", "payment_id") == ["1"]
    assert read.column("payments", "source_line") == [1]


def test_a_value_that_is_a_number_has_no_mark_whatever_the_file_states(
    read_files: ReadFiles,
) -> None:
    records = [PAYMENT | {"amount": amount} for amount in (1.5, "1,5", 7)]
    mapping = payments(entry() + 'decimal = ","\nthousands = "."')
    read = read_files(mapping, files={"export.json": json.dumps(records)})
    assert read.column("payments", "amount_minor") == [150, 150, 700]


def test_a_number_is_text_where_the_table_wants_text(read_files: ReadFiles) -> None:
    records = [PAYMENT | {"id": 1.5, "account": 2.25}, PAYMENT | {"id": "1.5b"}]
    joined = '{ join = ["id", "account"] }'
    mapping = payments(entry() + 'decimal = ","', payment_id=joined, invoice_id='"id"')
    read = read_files(mapping, files={"export.json": json.dumps(records)})
    assert read.column("payments", "payment_id") == ["1.5-2.25", "1.5b-A"]
    assert read.column("payments", "invoice_id") == ["1.5", "1.5b"]
    assert read.column("payments", "account_id") == ["2.25", "A"]


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ([PAYMENT, PAYMENT], ""),
        ({"data": [PAYMENT, PAYMENT]}, "data"),
        ({"a": {"b": [PAYMENT, PAYMENT]}}, "a.b"),
        ([{"data": [PAYMENT]}, {"data": [PAYMENT]}], "data"),
        ([{"job": 1}, {"data": [PAYMENT, PAYMENT]}], "data"),
    ],
)
def test_records_are_found_at_their_path_also_over_pages(
    read_files: ReadFiles, document: object, path: str
) -> None:
    read = read_files(payments(entry(path)), files={"export.json": json.dumps(document)})
    assert read.column("payments", "source_line") == [1, 2]


def test_one_object_is_one_record(read_files: ReadFiles) -> None:
    read = read_files(payments(entry()), files={"export.json": json.dumps(PAYMENT)})
    assert read.column("payments", "currency") == ["MXN"]


@pytest.mark.parametrize(
    ("before", "between", "lines"),
    [
        ('{"note": "a\\nb", "data": [\n', ",\n\n", [2, 4]),
        ('{"data":\n\n [', ",", [1, 2]),  # all on one line: their numbers
        ('\n{"data": [', ",\n", [2, 3]),
    ],
)
def test_records_stand_on_the_line_where_they_begin(
    read_files: ReadFiles, before: str, between: str, lines: list[int]
) -> None:
    text = before + between.join([json.dumps(PAYMENT)] * 2) + "]}"
    read = read_files(payments(entry("data")), files={"export.json": text})
    assert read.column("payments", "source_line") == lines


def test_a_record_alone_stands_on_its_line(read_files: ReadFiles) -> None:
    text = '{\n "data": [\n  ' + json.dumps(PAYMENT) + "\n]}"
    read = read_files(payments(entry("data")), files={"export.json": text})
    assert read.column("payments", "source_line") == [3]


def test_json_lines_keep_their_line(read_files: ReadFiles) -> None:
    text = f"{json.dumps(PAYMENT)}\n\n{json.dumps(PAYMENT)}\n"
    read = read_files(payments(entry(kind="jsonl")), files={"export.json": text})
    assert read.column("payments", "source_line") == [1, 3]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("customer.id", "c1"),
        ("items.0.sku", "s1"),
        ("fields[id=42].value", "v"),
        ("dotted.name", "d"),
        ("flag", "true"),
        ("tags", '["a", "b"]'),
        ("nothing", None),
        ("customer.none", None),
    ],
)
def test_values_are_found_by_dotted_paths(
    read_files: ReadFiles, path: str, found: str | None
) -> None:
    record = PAYMENT | {
        "customer": {"id": "c1", "none": None},
        "items": [{"sku": "s1"}],
        "fields": [{"id": 41, "value": "w"}, {"id": 42, "value": "v"}],
        "dotted.name": "d",
        "flag": True,
        "tags": ["a", "b"],
        "nothing": None,
    }
    mapping = payments(entry(), invoice_id=f'"{path}"')
    read = read_files(mapping, files={"export.json": json.dumps([record])})
    assert read.column("payments", "invoice_id") == [found]


def test_a_list_inside_records_makes_rows_with_their_parents_values(
    read_files: ReadFiles,
) -> None:
    mapping = table_mapping(
        "invoice_lines",
        'line_id = "id"\ninvoice_id = "parent.id"\naccount_id = "parent.customer.name"\n'
        'net_minor = { column = "amount", units = "minor" }\ncurrency = "parent.currency"',
        entry("data"),
    ).replace('table = "invoice_lines"', 'table = "invoice_lines"\neach = "lines.data"')
    two_lines = [{"id": "l1", "amount": 150}, {"id": "l2", "amount": 50}]
    invoices = [
        {"id": "i1", "currency": "eur", "customer": {"name": "A"}, "lines": {"data": two_lines}},
        {"id": "i2", "currency": "jpy", "customer": {"name": "B"}, "lines": {"data": [LINE]}},
        {"id": "i3", "currency": "jpy", "customer": {"name": "B"}, "lines": {"data": []}},
    ]
    read = read_files(mapping, files={"export.json": json.dumps({"data": invoices})})
    assert read.column("invoice_lines", "invoice_id") == ["i1", "i1", "i2"]
    assert read.column("invoice_lines", "account_id") == ["A", "A", "B"]
    assert read.column("invoice_lines", "net_minor") == [150, 50, 7]
    assert read.column("invoice_lines", "source_line") == [1, 1, 2]


def test_a_key_in_no_record_is_a_missing_column(read_files: ReadFiles) -> None:
    mapping = payments(entry(), invoice_id='"invoice"')
    read = read_files(mapping, files={"export.json": json.dumps([PAYMENT])})
    assert "columns missing: invoice." in read.sentences[0]


def test_an_item_that_is_no_object_is_quarantined(read_files: ReadFiles) -> None:
    read = read_files(payments(entry()), files={"export.json": json.dumps([PAYMENT, 5, None])})
    assert read.faults == [(2, "", "not_a_record"), (3, "", "not_a_record")]
    assert from_stored(read.quarantine["expected"][0]) == clause("expected-object")
    assert read.outcomes == {"read": 3, "loaded": 1, "quarantined": 2}


def test_a_list_without_records_is_an_empty_table(read_files: ReadFiles) -> None:
    read = read_files(payments(entry("data")), files={"export.json": '{"data": []}'})
    assert len(read.table("payments")) == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the file is empty"),
        ('[{"id": 1},\n{"id"', "line 2 is not JSON"),
        ("<html>", "line 1 is not JSON (expecting value)"),
        ('{"rows": []}', "it holds no list at 'data'; correct 'records' in mappings/erp.toml"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_json_stops_the_source(read_files: ReadFiles, text: str, told: str) -> None:
    read = read_files(payments(entry("data")), files={"export.json": text})
    assert told in read.sentences[0]


def test_broken_json_lines_name_their_line(read_files: ReadFiles) -> None:
    text = f"{json.dumps(PAYMENT)}\n{{broken\n"
    read = read_files(payments(entry(kind="jsonl")), files={"export.json": text})
    assert "line 2 is not JSON" in read.sentences[0]


def test_amounts_of_a_list_inside_a_record_are_added_up(read_files: ReadFiles) -> None:
    mapping = payments(
        'format = "json"',
        amount_minor='{ column = "amount", minus = ["off[+].value", "tax[+kind=inside].value"], '
        "optional = true }",
    )
    row = {"id": "p", "account": "A", "day": "2026-09-01", "amount": "10", "currency": "MXN"}
    lists: list[dict[str, object]] = [
        {"off": [{"value": 1.1}, {"value": 2}], "tax": [{"kind": "inside", "value": 3}]},
        {"off": [], "tax": [{"kind": "other", "value": 3}]},
        {"off": None},
        {"off": [{"value": "?"}]},
    ]
    records = [row | told | {"id": str(key)} for key, told in enumerate(lists)]
    read = read_files(mapping, files={"export.csv": json.dumps(records)})
    assert read.column("payments", "amount_minor") == [390, 1000, 1000]
    assert read.faults == [(4, "amount_minor", "unreadable_number")]
