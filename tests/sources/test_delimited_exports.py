"""Delimited exports: every line is a row, a fault, or the reason why the source stops."""

import gzip

import pytest
from mapping_texts import payments
from read_exports import ReadFiles

from messages.clause import clause, from_stored

HEADER = "id,account,day,amount,currency"
ROW = "p1,A,2026-09-01,10.00,MXN"


def test_rows_carry_their_source_file_and_physical_line(read_files: ReadFiles) -> None:
    text = f'{HEADER},note\n{ROW},"two\nlines"\n\n{ROW.replace("p1", "p2")},x\n'
    read = read_files(payments(), files={"export.csv": text})
    assert read.column("payments", "source_line") == [2, 5]
    assert read.column("payments", "source_file") == ["2026-10-01/export.csv"] * 2
    assert read.column("payments", "source") == ["erp"] * 2
    assert read.column("payments", "amount_minor") == [1000, 1000]


def test_short_and_long_rows_are_quarantined_with_their_line(read_files: ReadFiles) -> None:
    text = f"{HEADER}\n{ROW}\np2,A,2026-09-01\np3,A,2026-09-01,1,MXN,?\n"
    read = read_files(payments(), files={"export.csv": text})
    assert read.faults == [(3, "", "field_count"), (4, "", "field_count")]
    assert from_stored(read.quarantine["expected"][0]) == clause(
        "expected-fields", wanted=5, found=3
    )
    assert read.quarantine["raw"][0] == '["p2", "A", "2026-09-01"]'
    assert read.outcomes == {"read": 3, "loaded": 1, "quarantined": 2}


@pytest.mark.parametrize(
    ("old", "new", "rule", "expected"),
    [
        ("10.00", "ten", "unreadable_number", "expected-amount"),
        ("10.00", "10.001", "money_too_fine", "expected-not-so-fine"),
        (",MXN", ",", "currency_missing", "expected-currency"),
    ],
)
def test_an_amount_that_cannot_be_read_says_what_is_expected(
    read_files: ReadFiles, old: str, new: str, rule: str, expected: str
) -> None:
    read = read_files(payments(), files={"export.csv": f"{HEADER}\n{ROW.replace(old, new)}\n"})
    told = dict(zip(read.quarantine["rule"], read.quarantine["expected"], strict=True))
    stored = from_stored(told[rule])
    assert not isinstance(stored, str) and stored.code == expected


def test_lines_of_delimiters_only_are_filtered_under_a_name(read_files: ReadFiles) -> None:
    read = read_files(payments(), files={"export.csv": f"{HEADER}\n,,,,\n{ROW}\n , ,,,\n\n"})
    assert read.outcomes == {"read": 3, "loaded": 1, "filtered:blank_line": 2}


def test_a_header_said_again_is_no_record(read_files: ReadFiles) -> None:
    second = ROW.replace("p1", "p2", 1)
    read = read_files(payments(), files={"export.csv": f"{HEADER}\n{ROW}\n{HEADER}\n{second}\n"})
    assert read.outcomes == {"read": 3, "loaded": 2, "filtered:repeated_header": 1}
    assert read.column("payments", "source_line") == [2, 4]


def test_a_header_alone_makes_an_empty_table(read_files: ReadFiles) -> None:
    read = read_files(payments(), files={"export.csv": HEADER})
    assert len(read.table("payments")) == 0
    assert read.sentences == []


def test_missing_columns_stop_the_source_with_one_sentence(read_files: ReadFiles) -> None:
    read = read_files(payments(), files={"export.csv": "id,account,day\np1,A,2026-09-01\n"})
    assert read.sentences == [
        "erp export.csv: columns missing: amount, currency. Map them in mappings/erp.toml."
    ]
    assert "payments" not in read.result.tables
    assert len(read.controls) == 0


def test_a_file_is_read_by_the_delimiter_that_its_header_shows(read_files: ReadFiles) -> None:
    text = f"{HEADER}\n{ROW}\n".replace(",", ";")
    read = read_files(payments(), files={"export.csv": text})
    assert read.sentences == []
    assert len(read.result.tables["payments"]) == 1


def test_a_header_of_one_column_hints_at_the_delimiter(read_files: ReadFiles) -> None:
    text = f"{HEADER}\n{ROW}\n".replace(",", "^")
    read = read_files(payments(), files={"export.csv": text})
    assert (
        "Its header is one column; correct 'delimiter' or 'encoding' in mappings/erp"
        in read.sentences[0]
    )


def test_an_optional_column_may_be_missing(read_files: ReadFiles) -> None:
    mapping = payments(invoice_id='{ column = "invoice", optional = true }')
    read = read_files(mapping, files={"export.csv": f"{HEADER}\n{ROW}\n"})
    assert read.column("payments", "invoice_id") == [None]


def test_a_required_value_must_have_its_column_even_when_optional(read_files: ReadFiles) -> None:
    mapping = payments(amount_minor='{ column = "sum", optional = true }')
    read = read_files(mapping, files={"export.csv": f"{HEADER}\n{ROW}\n"})
    assert "columns missing: sum." in read.sentences[0]


def test_one_of_several_column_names_is_enough(read_files: ReadFiles) -> None:
    mapping = payments(amount_minor='{ first_of = ["Importe", "amount"] }')
    read = read_files(mapping, files={"export.csv": f"{HEADER}\n{ROW}\n"})
    assert read.column("payments", "amount_minor") == [1000]
    mapping = payments(amount_minor='{ first_of = ["Importe", "Total"] }')
    read = read_files(mapping, files={"export.csv": f"{HEADER}\n{ROW}\n"})
    assert "columns missing: Importe or Total." in read.sentences[0]


@pytest.mark.parametrize(
    ("encoding", "entry"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-32", ""),
        ("cp1252", 'encoding = "cp1252"'),
        ("utf-8", 'encoding = "UTF-8"'),
        ("utf-8-sig", 'encoding = "cp1252"'),
        ("utf-16-le", 'encoding = "utf-16-le"'),
    ],
)
def test_the_encoding_is_detected_by_its_mark_or_stated(
    read_files: ReadFiles, encoding: str, entry: str
) -> None:
    text = f"{HEADER}\np1,Peñón,2026-09-01,10.00,MXN\n"
    read = read_files(payments(entry), files={"export.csv": text.encode(encoding)})
    assert read.column("payments", "account_id") == ["Peñón"]


def test_utf_8_that_is_stated_to_be_something_else_garbles_no_name(read_files: ReadFiles) -> None:
    stated = payments('encoding = "cp1252"')
    garbled = f"{HEADER}\n{ROW}\np2,Peñón,2026-09-01,10.00,MXN\n".encode()
    (sentence,) = read_files(stated, files={"export.csv": garbled}).sentences
    assert "its text is UTF-8, and mappings/erp.toml states cp1252" in sentence
    plain = read_files(stated, files={"export.csv": f"{HEADER}\n{ROW}\n".encode()})
    assert len(plain.column("payments", "account_id")) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the file is empty; export it again, or remove it"),
        (f"{HEADER}\n{ROW}\np2,Pe\xf1a".encode("cp1252"), "line 3 is not utf-8 text (0xf1)"),
        (f"{HEADER}\np\x00".encode(), "line 2 holds NUL bytes"),
        (f"{HEADER}\n".encode("utf-16-le"), "line 1 holds NUL bytes"),
        (f'{HEADER}\n{ROW}\np2,"A,2026'.encode(), "a quote opened on line 3 is never closed"),
        (f'{HEADER}\np2,"A"x,1,2,3\n'.encode(), "the quotes on line 2 are not closed before"),
        (f"{HEADER}\np1,{'A' * 200_000},1,2,3\n".encode(), "line 2 is longer than 131,072"),
        (
            gzip.compress(f"{HEADER}\n{ROW}\n".encode(), mtime=0)[:-12],
            "the compressed file is damaged",
        ),
        (b"\x1f\x8b\x08broken", "the compressed file is damaged"),
        (gzip.compress(b"x," * 2**26), "it unpacks to far more than its size"),
        (b"\n\n", "there is no header on line 1"),
        (b"\xff\xfeo", "line 1 is not utf-16 text (0x6f), as it begins; export it again"),
    ],
)
def test_an_unreadable_file_stops_its_source_with_one_sentence(
    read_files: ReadFiles, content: bytes, told: str
) -> None:
    read = read_files(payments(), files={"export.csv": content})
    (sentence,) = read.sentences
    assert sentence.startswith("erp export.csv: ")
    assert told in sentence
    assert len(read.result.tables) == 0


def test_what_to_state_is_not_what_is_stated(read_files: ReadFiles) -> None:
    files = {"export.csv": f"{HEADER}\np1,".encode() + b"\x81"}
    (sentence,) = read_files(payments('encoding = "windows-1252"'), files=files).sentences
    assert sentence.endswith("state the file's encoding in mappings/erp.toml, such as cp850")


def test_the_other_sources_go_on(read_files: ReadFiles) -> None:
    other = payments('pattern = "other.csv"').replace('"erp"', '"crm"')
    files = {"export.csv": b"", "other.csv": f"{HEADER}\n{ROW}\n"}
    read = read_files(payments(), other, files=files)
    assert [stop.source for stop in read.result.stopped] == ["erp"]
    assert read.column("payments", "source") == ["crm"]


def test_one_unreadable_file_keeps_all_rows_of_its_source_out(read_files: ReadFiles) -> None:
    files = {"export1.csv": f"{HEADER}\n{ROW}\n", "export2.csv": ""}
    read = read_files(payments('pattern = "export*.csv"'), files=files)
    assert len(read.result.tables) == 0
    assert len(read.sentences) == 1


def test_every_unreadable_file_is_told(read_files: ReadFiles) -> None:
    files = {"export1.csv": "", "export2.csv": "id\n"}
    read = read_files(payments('pattern = "export*.csv"'), files=files)
    assert [sentence.split(":")[0] for sentence in read.sentences] == [
        "erp export1.csv",
        "erp export2.csv",
    ]


def test_compressed_exports_are_read_as_they_are(read_files: ReadFiles) -> None:
    packed = gzip.compress(f"{HEADER}\n{ROW}\n".encode())
    read = read_files(payments(), files={"export.csv.gz": packed})
    assert read.column("payments", "payment_id") == ["p1"]


def test_a_preamble_before_the_header_is_stepped_over(read_files: ReadFiles) -> None:
    text = f'Report,"of\nSeptember"\n,,\n{HEADER}\n{ROW}\n'
    read = read_files(payments("header_line = 4"), files={"export.csv": text})
    assert read.column("payments", "source_line") == [5]


def test_a_file_without_header_gets_the_names_that_the_mapping_states(
    read_files: ReadFiles,
) -> None:
    entry = 'header = ["id", "account", "day", "amount", "currency"]'
    read = read_files(payments(entry), files={"export.csv": f"{ROW}\n"})
    assert read.column("payments", "source_line") == [1]
    assert read.column("payments", "amount_minor") == [1000]


def test_a_repeated_header_name_is_numbered(read_files: ReadFiles) -> None:
    mapping = payments(amount_minor='"amount (2)"')
    text = "id,account,day,amount,currency,amount\np1,A,2026-09-01,1,MXN,2\n"
    read = read_files(mapping, files={"export.csv": text})
    assert read.column("payments", "amount_minor") == [200]


def test_the_same_company_in_another_dress_gives_the_same_rows(read_files: ReadFiles) -> None:
    plain = read_files(payments(), files={"export.csv": f"{HEADER}\np1,A,2026-09-01,1234.5,MXN\n"})
    entry = """delimiter = ";"
decimal = ","
thousands = "."
dates = ["%d-%m-%Y"]
null = ["-"]
encoding = "cp1252"
"""
    dressed = '"id";"account";"day";"amount";"currency"\r\np1;A;01-09-2026;"1.234,50";MXN\r\n'
    files = {"export.csv": dressed.encode("cp1252")}
    read = read_files(payments(entry), files=files)
    assert read.table("payments").equals(plain.table("payments"))


def test_null_tokens_and_blanks_are_missing_values(read_files: ReadFiles) -> None:
    mapping = payments('null = ["NULL", "n/a"]', invoice_id='"invoice"')
    rows = [f"p{n},A,2026-09-01,1,MXN,{word}" for n, word in enumerate(("null", " ", "N/A", "i1"))]
    read = read_files(mapping, files={"export.csv": "\n".join([f"{HEADER},invoice", *rows])})
    assert read.column("payments", "invoice_id") == [None, None, None, "i1"]


def test_a_file_that_is_stated_as_unused_is_neither_read_nor_unmatched(
    read_files: ReadFiles,
) -> None:
    mapping = payments() + '\n[[files]]\npattern = "customers.csv"\nunused = "not needed"\n'
    read = read_files(mapping, files={"export.csv": f"{HEADER}\n{ROW}\n", "customers.csv": "x\n"})
    assert read.result.unmatched == ()
    assert read.sentences == []
    assert read.outcomes == {"read": 1, "loaded": 1}
