"""Millions of lines load in the memory of a chunk, to the row and the minor unit."""

import json
import os
import subprocess
import sys
from pathlib import Path

import large_company
import pytest
from large_company import Measured, Written, write_company
from sqlalchemy import create_engine, text

from warehouse import open_warehouse

pytestmark = pytest.mark.long

LINES = int(os.environ.get("CARTERA_SCALE_LINES", "2000000"))
"""`CARTERA_SCALE_LINES=5000000` takes half an hour."""

PEAK_MIB = 1_500


def loaded(folder: Path) -> Measured:
    """Load in a process of its own, whose memory is told by the operating system."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, large_company.__file__, str(folder)],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def test_millions_of_lines_load_in_the_memory_of_a_chunk(
    tmp_path: Path, warehouse_url: str
) -> None:
    written = write_company(tmp_path, warehouse_url, LINES)
    done = loaded(tmp_path)

    assert done.peak_mib < PEAK_MIB
    documents = LINES // large_company.LINES_EACH
    kept = LINES - written.lines_wrong
    assert done.rows_loaded == kept + documents + large_company.ACCOUNTS
    assert done.rows_quarantined == written.lines_wrong
    _assert_closed(warehouse_url, written)
    _assert_lineage(tmp_path, warehouse_url)


def _assert_closed(url: str, written: Written) -> None:
    with open_warehouse(url) as warehouse:
        newest = warehouse.known_at_latest()
        assert newest is not None
        controls = warehouse.controls(newest)
    lines = controls[controls["table_name"] == "invoice_lines"].groupby("outcome")
    rows, money = lines["row_count"].sum(), lines["amount_minor"].sum()
    assert rows["read"] == rows["loaded"] + rows["quarantined"] == written.lines
    assert money["loaded"] == money["read"] == written.net_minor


def _assert_lineage(folder: Path, url: str) -> None:
    """Some rows stand in the file where the warehouse says."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    every = text(
        "SELECT line_id, net_minor, source_file, source_line FROM canonical_invoice_lines "
        f"WHERE row_id % {LINES // 50} = 7"
    )
    with engine.connect() as connection:
        sampled = {row.source_line: row for row in connection.execute(every)}
    engine.dispose()
    assert len(sampled) > 40
    found = 0
    with (folder / "landing" / large_company.LANDED / "lines.csv").open() as file:
        for number, line in enumerate(file, 1):
            if row := sampled.get(number):
                fields = line.split(",")
                assert fields[0] == row.line_id
                assert fields[4].replace(".", "").lstrip("0") == str(row.net_minor)
                assert row.source_file == f"{large_company.LANDED}/lines.csv"
                found += 1
    assert found == len(sampled)
