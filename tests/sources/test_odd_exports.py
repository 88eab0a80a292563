"""Files as people and systems really spoil them: rows that add up, or one sentence that helps."""

import io
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from mapping_texts import payments
from openpyxl import Workbook
from read_exports import ReadFiles

from messages.errors import worded

HEADER = "id,account,day,amount,currency\n"
ROW = "p1,A,2026-09-01,1.50,MXN\n"
JSON = payments('pattern = "export.json"\nformat = "json"')
XLSX = payments('pattern = "export.xlsx"\nformat = "xlsx"')


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_byte_order_mark_that_was_written_twice_is_no_part_of_a_name(
    read_files: ReadFiles,
) -> None:
    read = read_files(payments(), files={"export.csv": f"\ufeff\ufeff{HEADER}{ROW}"})
    assert read.column("payments", "payment_id") == ["p1"]


@pytest.mark.parametrize("amount", ["92233720368547758.07", "9" * 40, "-1e30"])
def test_an_amount_beyond_any_ledgers_is_kept_out(read_files: ReadFiles, amount: str) -> None:
    text = f"{HEADER}{ROW}{ROW.replace('1.50', amount).replace('p1', 'p2')}"
    read = read_files(payments(), files={"export.csv": text})
    assert read.faults == [(3, "amount_minor", "unreadable_number")]


def test_a_page_to_sign_in_is_told_from_an_export(read_files: ReadFiles) -> None:
    page = "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n"
    read = read_files(payments(), files={"export.csv": page})
    assert read.sentences == [
        "erp export.csv: it is a web page and no export, as when somebody is not signed in; "
        "export it again"
    ]


def test_a_link_that_leads_nowhere_stops_its_source_alone(
    read_files: ReadFiles, tmp_path: Path
) -> None:
    (tmp_path / "landing/2026-10-01").mkdir(parents=True)
    (tmp_path / "landing/2026-10-01/export.csv").symlink_to("gone.csv")
    other = payments('pattern = "pay*.csv"').replace('"erp"', '"crm"')
    read = read_files(payments(), other, files={"pay.csv": HEADER + ROW})
    (sentence,) = read.sentences
    assert sentence.startswith("erp export.csv: it is gone, or a link to what is not there; land")
    (stop,) = read.result.stopped
    assert worded(stop.told, "es").startswith("erp export.csv: ya no está, o es un")
    assert read.column("payments", "source") == ["crm"]


def test_a_workbook_that_bears_the_name_of_a_text_is_told(read_files: ReadFiles) -> None:
    read = read_files(payments(), files={"export.csv": saved(Workbook())})
    (sentence,) = read.sentences
    assert 'it is a workbook or a ZIP, not text; state format = "xlsx"' in sentence


@pytest.mark.parametrize("written", [r"\ud800", r"\u0000", r"\udc00x", r"\\\u0000"])
def test_what_json_can_write_and_no_text_can_hold_is_told_with_its_line(
    read_files: ReadFiles, written: str
) -> None:
    good = '{"id":"p1","account":"A","day":"2026-09-01","amount":1,"currency":"MXN"}'
    text = f"[{good},\n{good.replace('p1', written)}]"
    (sentence,) = read_files(JSON, files={"export.json": text}).sentences
    half = f"\\{written.removeprefix(chr(92) * 2)[1:6]}"
    assert (
        sentence == f"erp export.json: line 2 holds {half}, which is no character; export it again"
    )


def test_pairs_of_halves_and_escaped_escapes_are_text(read_files: ReadFiles) -> None:
    record = '{"id":"p1","account":"A","day":"2026-09-01","amount":1,"currency":"MXN"}'
    text = f"[{record}]".replace("p1", r"p\ud83d\ude00\\u0000")
    read = read_files(JSON, files={"export.json": text})
    assert read.column("payments", "payment_id") == ["p😀\\u0000"]


def test_of_a_workbook_the_first_sheet_that_is_not_hidden_is_read(read_files: ReadFiles) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["lists"])
    book.active.sheet_state = "hidden"
    sheet = book.create_sheet("Data")
    sheet.append(HEADER.strip().split(","))
    sheet.append(["p1", "A", date(2026, 9, 1), 0.1 + 0.2, "MXN"])
    read = read_files(XLSX, files={"export.xlsx": saved(book)})
    # As the sheet shows it: computers add 0.1 and 0.2 to 0.30000000000000004.
    assert read.column("payments", "amount_minor") == [30]


def test_a_workbook_whose_parts_cannot_be_unpacked_is_told(read_files: ReadFiles) -> None:
    content = bytearray(saved(Workbook()))
    for at in range(len(content)):
        if content[at : at + 4] == b"PK\x03\x04":
            content[at + 8] = 99  # a way of packing that nobody knows
        if content[at : at + 4] == b"PK\x01\x02":
            content[at + 10] = 99
    with ZipFile(io.BytesIO(bytes(content))) as archive:
        assert archive.namelist()
    read = read_files(XLSX, files={"export.xlsx": bytes(content)})
    assert read.sentences == [
        "erp export.xlsx: it is not an XLSX workbook; save it as one",
    ]
