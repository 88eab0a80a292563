"""Whatever becomes of any kind of export: totals that add up or one sentence, no traceback."""

import gzip
import io
import json
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from collected import ReadResult, closed_controls, read_delivery
from hypothesis import given, settings
from hypothesis import strategies as st
from mapping_texts import payments, table_mapping, write_mapping
from openpyxl import Workbook
from read_exports import ReadFiles

from messages.errors import worded
from sources.landing.landing import land
from sources.mapping.load import builtin_mapping_path, load_mapping
from sources.tables.read import CompanyContext, KnownKeys

KNOWN = KnownKeys({}, {(system, "A"): "A" for system in ("teams", "zoom", "trello", "zendesk")})

TEAMS = (
    "1. Summary\r\nMeeting title\tA\r\nStart time\t14/11/22, 09:29:07\r\n\r\n2. Participants\r\n"
    "First join\tEmail\r\n"
    "9:29\tana@example.com\r\n9:30\teva@norte.es\r\n\r\n3. In-Meeting\r\nName\r\n"
).encode("utf-16")
ZOOM = (
    b"Meeting ID,Topic,Start Time\nA,Weekly,11/19/2021 10:00:00 AM\n,,\n"
    b"Name (Original Name),Join Time,Guest\n"
    b"Ana,11/19/2021 9:54:15 AM,No\nEva,11/19/2021 9:55:15 AM,Yes\n"
)
CARD = {"id": "1", "name": "x", "closed": False, "due": None, "labels": []} | {
    "dateLastActivity": None
}
TRELLO = json.dumps(
    {
        "name": "N",
        "shortLink": "A",
        "lists": [{"id": "l", "name": "Doing"}],
        "members": [],
        "cards": [CARD | {"dueComplete": False, "idList": "l", "idMembers": []}],
    }
).encode()
SALES = table_mapping(
    "invoices",
    """invoice_id = "no"
account_id = "client"
document_kind = { value = "invoice" }
status = { value = "issued" }
issue_date = "day"
currency = { value = "EUR" }
net_minor = "net"
total_minor = "net" """,
).replace('table = "invoices"', 'table = "invoices"\ncombine = true')
LINES = b"no,client,day,net\n1,A,2026-09-01,2.50\n1,A,2026-09-02,1\n2,B,2026-09-01,-3\n"
PAYMENTS = b"id,account,day,amount,currency\np1,A,2026-09-01,1,MXN\np2,A,2026-09-01,x,MXN\n"


def zipped() -> bytes:
    memory = io.BytesIO()
    with ZipFile(memory, "w", ZIP_DEFLATED) as archive:
        archive.writestr("export.csv", PAYMENTS)
    return memory.getvalue()


def workbook() -> bytes:
    book, memory = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    for line in PAYMENTS.decode().splitlines():
        sheet.append(line.split(","))
    book.save(memory)
    return memory.getvalue()


def builtin(name: str) -> str:
    return builtin_mapping_path(name).read_text(encoding="utf-8")


SHAPES: dict[str, tuple[str, str, bytes]] = {
    "sections": (builtin("teams"), "attendance.csv", TEAMS),
    "preamble": (builtin("zoom"), "participants.csv", ZOOM),
    "board": (builtin("trello"), "board.json", TRELLO),
    "documents of lines": (SALES, "export.csv", LINES),
    "weekly zip": (
        payments().replace('source = "erp"', 'source = "erp"\narchives = ["*.zip"]'),
        "weekly.zip",
        zipped(),
    ),
    "workbook": (
        payments('pattern = "export.xlsx"\nformat = "xlsx"'),
        "export.xlsx",
        workbook(),
    ),
    "compressed": (payments(), "export.csv.gz", gzip.compress(PAYMENTS, mtime=0)),
}


def read(mapping: str, name: str, content: bytes) -> ReadResult:
    with TemporaryDirectory() as place:
        folder = Path(place)
        landing = folder / "landing" / "2026-10-01"
        landing.mkdir(parents=True)
        (landing / name).write_bytes(content)
        loaded = load_mapping(write_mapping(folder, mapping))
        (delivery,) = land(str(folder / "landing"), folder / "archive", [loaded])
        assert delivery.landed_at.tzinfo is UTC
        return read_delivery(delivery, [loaded], KNOWN, CompanyContext("UTC", "MXN"))


@st.composite
def mutations(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """Pieces cut out, doubled, overwritten or put in, at places given as shares of the whole."""
    marks = [b'"', b",", b"\t", b"\n", b"\r", b"\x00", b"\xff\xfe", b"[", b"}", b"9" * 40]
    piece = st.one_of(st.sampled_from(marks), st.binary(max_size=6), st.just(b""))
    edits = draw(
        st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), piece), min_size=1, max_size=4)
    )

    def mutate(content: bytes) -> bytes:
        data = bytearray(content)
        for share, length, new in edits:
            start = int(share * len(data))
            data[start : start + length] = new
        return bytes(data)

    return mutate


def assert_accounted_for(result: ReadResult) -> None:
    if result.stopped:
        for stop in result.stopped:
            assert worded(stop.told, "en").startswith(f"{stop.source} ")
            assert "\n" not in worded(stop.told, "en")
        assert not result.tables
        return
    totals = closed_controls(result.controls, result.tables, result.quarantine)
    rows = totals.groupby("outcome")["row_count"].sum()
    assert rows.get("read", 0) == rows.drop("read", errors="ignore").sum()


@pytest.mark.parametrize("shape", SHAPES)
def test_an_untouched_export_of_every_shape_is_read(shape: str) -> None:
    result = read(*SHAPES[shape])
    assert result.stopped == ()
    assert sum(len(frame) for frame in result.tables.values()) > 0
    assert_accounted_for(result)


@pytest.mark.thorough
@settings(max_examples=25, deadline=None)
@given(st.sampled_from(list(SHAPES)), mutations())
def test_any_mutation_is_accounted_for_or_told(
    shape: str, mutate: Callable[[bytes], bytes]
) -> None:
    mapping, name, content = SHAPES[shape]
    assert_accounted_for(read(mapping, name, mutate(content)))


@pytest.mark.long
@pytest.mark.parametrize("shape", SHAPES)
def test_hundreds_of_mutations_of_each_shape_are_accounted_for_or_told(shape: str) -> None:
    mapping, name, content = SHAPES[shape]

    @settings(max_examples=200, deadline=None, derandomize=False)
    @given(mutations())
    def holds(mutate: Callable[[bytes], bytes]) -> None:
        assert_accounted_for(read(mapping, name, mutate(content)))

    holds()


def test_a_cell_of_ten_megabytes_is_told_with_its_line(read_files: ReadFiles) -> None:
    content = PAYMENTS + b"p3," + b"A" * 10_000_000 + b",2026-09-01,1,MXN\n"
    (sentence,) = read_files(payments(), files={"export.csv": content}).sentences
    assert "line 4 is longer than 131,072" in sentence


def test_two_encodings_in_one_file_are_told_with_the_line(read_files: ReadFiles) -> None:
    content = PAYMENTS + "p3,Ñ,2026-09-01,1,MXN\n".encode() + "p4,Ñ\n".encode("cp1252")
    (sentence,) = read_files(payments(), files={"export.csv": content}).sentences
    assert "line 5 is not utf-8 text (0xd1)" in sentence


def with_entity(sheet: bytes) -> bytes:
    outside = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    head, mark, rest = sheet.partition(b"?>")
    return head + mark + outside + rest if mark else outside + sheet


def test_an_entity_of_a_workbook_is_never_looked_up(read_files: ReadFiles) -> None:
    memory = io.BytesIO()
    with ZipFile(io.BytesIO(workbook())) as good, ZipFile(memory, "w") as evil:
        for name in good.namelist():
            part = good.read(name)
            evil.writestr(name, with_entity(part) if "sheet1" in name else part)
    mapping = payments('pattern = "export.xlsx"\nformat = "xlsx"')
    read = read_files(mapping, files={"export.xlsx": memory.getvalue()})
    (sentence,) = read.sentences
    assert "not an XLSX workbook" in sentence
