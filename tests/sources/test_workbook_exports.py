"""Sheets of workbooks are read like any export, and harmful ones are refused."""

import io
from datetime import date, datetime
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from mapping_texts import payments
from read_exports import ReadFiles

from messages.clause import clause

ENTRY = 'pattern = "export.xlsx"\nformat = "xlsx"\n'
HEADER = ("id", "account", "day", "amount", "currency")


def workbook(*rows: tuple[object, ...], sheet: str = "Data") -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_cells_of_every_kind_are_read(read_files: ReadFiles) -> None:
    rows = [
        HEADER,
        (1, "A", date(2026, 9, 1), 12.5, "MXN"),
        ("2", "A", datetime(2026, 9, 1, 10, 30), 7, "MXN"),
        ("3", "A", "01/09/2026", "1.234,5", "MXN"),
    ]
    entry = ENTRY + 'dates = ["%d/%m/%Y"]\ndecimal = ","\nthousands = "."'
    read = read_files(payments(entry), files={"export.xlsx": workbook(*rows)})
    assert read.faults == []
    assert read.column("payments", "amount_minor") == [1250, 700, 123450]
    assert {str(day)[:10] for day in read.column("payments", "paid_date")} == {"2026-09-01"}
    assert read.column("payments", "source_line") == [2, 3, 4]


def test_a_cell_that_is_a_number_has_no_mark_whatever_the_column_states(
    read_files: ReadFiles,
) -> None:
    rows = [HEADER, (1, "A", "2026-09-01", "1.234", "MXN"), (2, "A", "2026-09-01", 1.5, "MXN")]
    rows += [(3, "A", "2026-09-01", 1.234, "MXN"), (4, "A", "2026-09-01", -0.25, "MXN")]
    spanish = '{ column = "amount", decimal = ",", thousands = ".", round = "half_even" }'
    english = '{ column = "amount", decimal = ".", thousands = ",", round = "half_even" }'
    for rule, entry, text in ((spanish, "", 123400), (english, 'decimal = ","', 123)):
        mapping = payments(ENTRY + entry, amount_minor=rule)
        read = read_files(mapping, files={"export.xlsx": workbook(*rows)})
        assert read.column("payments", "amount_minor") == [text, 150, 123, -25]


def test_a_header_that_a_sheet_says_again_is_no_record(read_files: ReadFiles) -> None:
    row = (1, "A", "2026-09-01", 5, "MXN")
    rows = [HEADER, row, (*HEADER, None), (2, *row[1:])]
    read = read_files(payments(ENTRY), files={"export.xlsx": workbook(*rows)})
    assert read.outcomes == {"read": 3, "loaded": 2, "filtered:repeated_header": 1}
    assert read.column("payments", "source_line") == [2, 4]


def test_header_line_sheet_and_blank_rows_are_heeded(read_files: ReadFiles) -> None:
    rows = [("Report",), (), HEADER, (), (1, "A", "2026-09-01", 5, "MXN")]
    entry = ENTRY + 'header_line = 3\nsheet = "Pagos"'
    content = workbook(*rows, sheet="Pagos")
    read = read_files(payments(entry), files={"export.xlsx": content})
    assert read.column("payments", "source_line") == [5]


def test_a_filled_cell_beyond_the_header_is_remarked_on_and_a_blank_one_is_not(
    read_files: ReadFiles,
) -> None:
    rows = [HEADER, (1, "A", "2026-09-01", 5, "MXN", "?"), (2, "A", "2026-09-01", 5)]
    read = read_files(payments(ENTRY), files={"export.xlsx": workbook(*rows)})
    assert read.faults == [
        (2, "", "stray_cell"),
        (3, "amount_minor", "currency_missing"),
        (3, "currency", "required_missing"),
    ]
    assert read.quarantine["expected"][0] == clause("expected-cells", wanted=5).stored()


def test_a_missing_sheet_names_those_that_there_are(read_files: ReadFiles) -> None:
    mapping = payments(ENTRY + 'sheet = "Pagos"')
    read = read_files(mapping, files={"export.xlsx": workbook(HEADER)})
    assert "there is no sheet 'Pagos' but Data; correct 'sheet'" in read.sentences[0]


def test_what_is_no_workbook_stops_the_source(read_files: ReadFiles) -> None:
    empty_archive = io.BytesIO()
    ZipFile(empty_archive, "w").close()
    for content in (b"id,account\n", b"", empty_archive.getvalue()):
        read = read_files(payments(ENTRY), files={"export.xlsx": content})
        assert "it is not an XLSX workbook" in read.sentences[0]


def test_a_workbook_that_unpacks_to_far_more_is_refused(read_files: ReadFiles) -> None:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 2**27)
    read = read_files(payments(ENTRY), files={"export.xlsx": stream.getvalue()})
    assert "it unpacks to far more than a workbook" in read.sentences[0]


def test_every_sheet_that_an_entry_of_the_pattern_names_is_read(read_files: ReadFiles) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(HEADER, (1, "A", "2026-09-01", 5, "MXN"))))
    more = book.create_sheet("More")
    for row in (HEADER, (2, "A", "2026-09-01", 7, "MXN"), (3, "A", "never", 1, "MXN")):
        more.append(row)
    book["Data"].append((3, "A", "never", 1, "MXN"))
    stream = io.BytesIO()
    book.save(stream)
    mapping = payments(ENTRY + 'sheet = "Data"')
    second = payments(ENTRY + 'sheet = "More"').replace('source = "erp"\n', "")
    read = read_files(mapping + second, files={"export.xlsx": stream.getvalue()})
    assert read.column("payments", "payment_id") == ["1", "2"]
    loaded = read.controls[read.controls["outcome"] == "loaded"]
    folder = "2026-10-01/export.xlsx"
    assert dict(zip(loaded["source_file"], loaded["amount_minor"], strict=True)) == {
        f"{folder}#Data": 500,
        f"{folder}#More": 700,
    }
    assert read.outcomes == {"read": 4, "loaded": 2, "quarantined": 2}


def changed(book: bytes, name: str, old: str, new: str) -> bytes:
    """The workbook with one text of one of its parts replaced."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(book)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for item in before.namelist():
            content = before.read(item).decode()
            assert item != name or old in content
            after.writestr(item, content.replace(old, new) if item == name else content)
    return stream.getvalue()


def strict(book: bytes) -> bytes:
    """The workbook as Excel saves Strict Open XML, with days as ISO 8601 texts."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(book)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for item in before.namelist():
            text = before.read(item).decode()
            for kind in ("spreadsheetml", "officeDocument"):
                text = text.replace(
                    f"schemas.openxmlformats.org/{kind}/2006", f"purl.oclc.org/ooxml/{kind}"
                )
            text = text.replace('t="n"><v>46266</v>', 't="d"><v>2026-09-01</v>')
            after.writestr(item, text)
    return stream.getvalue()


def test_strict_open_xml_is_read(read_files: ReadFiles) -> None:
    rows = [HEADER, (1, "A", date(2026, 9, 1), 12.5, "MXN"), (2, "A", date(2026, 9, 2), 7, "MXN")]
    content = strict(workbook(*rows))
    assert b'"d"' in ZipFile(io.BytesIO(content)).read(SHEET)
    read = read_files(payments(ENTRY), files={"export.xlsx": content})
    assert read.faults == []
    assert read.column("payments", "amount_minor") == [1250, 700]
    days = [str(day)[:10] for day in read.column("payments", "paid_date")]
    assert days == ["2026-09-01", "2026-09-02"]
    silent = strict(workbook(HEADER, (1, "A", "2026-09-01", "=2*3", "MXN"), (2, *ONE[1:])))
    read = read_files(payments(ENTRY), files={"export.xlsx": silent})
    assert read.faults == [(2, "", "formula_without_value")]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/styles.xml", "<fill><patternFill/></fill>", "<fill/>"),
        ("xl/styles.xml", '<family val="2"/>', '<family val="99"/>'),
        ("xl/styles.xml", "<left/>", '<left style="wavy"/>'),
        ("docProps/core.xml", 'W3CDTF">', 'W3CDTF">soon '),
    ],
)
def test_looks_that_a_program_wrote_wrongly_cost_no_row(
    read_files: ReadFiles, part: str, old: str, new: str
) -> None:
    book = workbook(HEADER, (1, "A", date(2026, 9, 1), 12.5, "MXN"), (2, *ONE[1:]))
    content = changed(book, part, old, new)
    with pytest.raises((TypeError, ValueError)):
        openpyxl.load_workbook(io.BytesIO(content))
    read = read_files(payments(ENTRY), files={"export.xlsx": content})
    assert read.faults == []
    assert read.column("payments", "amount_minor") == [1250, 100]
    assert {str(day)[:10] for day in read.column("payments", "paid_date")} == {"2026-09-01"}


SHEET = "xl/worksheets/sheet1.xml"
ONE = (1, "A", "2026-09-01", 1, "MXN")


def test_rows_are_those_of_the_sheet_whatever_it_says_of_its_size(read_files: ReadFiles) -> None:
    book = workbook(HEADER, ONE, (2, *ONE[1:]), (3, *ONE[1:]))
    stale = changed(book, SHEET, '<dimension ref="A1:E4"', '<dimension ref="A1:B2"')
    read = read_files(payments(ENTRY), files={"export.xlsx": stale})
    assert read.column("payments", "payment_id") == ["1", "2", "3"]


def test_a_formula_that_nobody_calculated_is_told_and_no_blank(read_files: ReadFiles) -> None:
    header = (*HEADER, "note")
    rows = [(*ONE, "=1+1"), (2, "A", "2026-09-01", "=2*3", "MXN"), (3, *ONE[1:])]
    read = read_files(payments(ENTRY), files={"export.xlsx": workbook(header, *rows)})
    assert read.column("payments", "payment_id") == ["1", "3"]
    assert read.faults == [(3, "", "formula_without_value")]
    assert read.quarantine["expected"].tolist() == [clause("expected-formula-value").stored()]
    saved = changed(workbook(header, *rows), SHEET, "<f>2*3</f><v></v>", "<f>2*3</f><v>6</v>")
    read = read_files(payments(ENTRY), files={"export.xlsx": saved})
    assert read.column("payments", "amount_minor") == [100, 600, 100]


def test_a_note_beside_the_table_costs_a_remark_and_not_the_row(read_files: ReadFiles) -> None:
    book = workbook(HEADER, (*ONE, None, "call them"), (2, *ONE[1:]))
    read = read_files(payments(ENTRY), files={"export.xlsx": book})
    assert read.column("payments", "payment_id") == ["1", "2"]
    assert read.faults == [(2, "", "stray_cell")]
    assert read.quarantine["severity"].tolist() == ["warn"]
