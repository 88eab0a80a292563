"""Whatever becomes of an export's bytes: its totals add up, or one sentence says why not."""

import string
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from collected import ReadResult, closed_controls, read_delivery
from hypothesis import given, settings
from hypothesis import strategies as st
from mapping_texts import payments, write_mapping

from messages.errors import worded
from sources.landing.landing import Delivery, RawExport
from sources.mapping.load import SourceMapping, load_mapping
from sources.tables.read import CompanyContext, KnownKeys

CSV = (
    "id,account,day,amount,currency,note\n"
    'p1,A,2026-09-01,"1,200.50",MXN,"two\nlines"\n'
    "p2,B,2026-09-02,7,JPY,\n"
    "p3,Ñ,CANCELAR,(2.50),eur,“x”\n"
)
JSON = (
    '{"data": [{"id": 1, "account": "A", "day": "2026-09-01", "amount": 10.5, "currency": "MXN"},'
    ' {"id": 2, "account": null, "day": "soon", "amount": "x", "currency": "€"}]}'
)
CSV_MAPPING = payments(
    'thousands = ","\nfilters = [{ name = "second", column = "id", equals = "p2" }]',
    payment_id='{ join = ["id", "#occurrence"] }',
)
JSON_MAPPING = payments('pattern = "export.json"\nformat = "json"\nrecords = "data"')


def loaded(text: str) -> SourceMapping:
    with TemporaryDirectory() as folder:
        return load_mapping(write_mapping(Path(folder), text))


MAPPINGS = {"export.csv": loaded(CSV_MAPPING), "export.json": loaded(JSON_MAPPING)}


def read(name: str, content: bytes) -> ReadResult:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archived"
        path.write_bytes(content)
        moment = datetime(2026, 10, 1, tzinfo=UTC)
        export = RawExport("erp", name, moment, "0" * 64, len(content), path, name)
        delivery = Delivery(moment, (export,))
        company = CompanyContext("America/Mexico_City", "MXN")
        return read_delivery(delivery, [MAPPINGS[name]], KnownKeys({}, {}), company)


@st.composite
def mutated(draw: st.DrawFn, original: bytes) -> bytes:
    """The bytes with some pieces cut out, doubled, overwritten or put in."""
    data = bytearray(original)
    marks = [b'"', b",", b"\n", b"\r", b"\x00", b"\xff", b"'", b"{", b"]", b"9" * 40]
    pieces = st.sampled_from(marks)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 12)))
        data[start:end] = draw(st.one_of(pieces, st.binary(max_size=6), st.just(b"")))
    return bytes(data)


def assert_accounted_for(result: ReadResult) -> None:
    if result.stopped:
        (stop,) = result.stopped
        assert worded(stop.told, "en").startswith("erp export.")
        assert "\n" not in worded(stop.told, "en")
        assert len(result.tables) == len(result.controls) == 0
        return
    totals = closed_controls(result.controls, result.tables, result.quarantine)
    rows = totals.groupby("outcome")["row_count"].sum()
    assert rows.get("read", 0) == rows.drop("read", errors="ignore").sum()


@pytest.mark.thorough
@settings(max_examples=30, deadline=None)
@given(mutated(CSV.encode()))
def test_a_damaged_csv_is_accounted_for_or_told(content: bytes) -> None:
    assert_accounted_for(read("export.csv", content))


@settings(max_examples=25, deadline=None)
@given(mutated(JSON.encode()))
def test_a_damaged_json_is_accounted_for_or_told(content: bytes) -> None:
    assert_accounted_for(read("export.json", content))


CELL = st.text(st.sampled_from(string.printable + "ñ€−\u00a0\u2028\x85"), max_size=12)


@pytest.mark.thorough
@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(CELL, CELL, CELL, CELL, CELL), max_size=6))
def test_any_texts_in_cells_are_accounted_for(rows: list[tuple[str, ...]]) -> None:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    text = "\n".join(["id,account,day,amount,currency,note", *[f"{row},x" for row in quoted]])
    result = read("export.csv", text.encode())
    assert result.stopped == ()
    assert_accounted_for(result)
    assert result.controls.query("outcome == 'read'")["row_count"].sum() == len(rows)


@pytest.mark.long
@settings(max_examples=3000, deadline=None, derandomize=False)
@given(mutated(CSV.encode()))
def test_thousands_of_damaged_csv_are_accounted_for_or_told(content: bytes) -> None:
    assert_accounted_for(read("export.csv", content))


def test_the_unmutated_exports_are_read() -> None:
    assert len(read("export.csv", CSV.encode()).quarantine) == 1
    assert len(read("export.json", JSON.encode()).tables["payments"]) == 1
