"""Loading and reading one table: the warehouse beside pandas alone, same rows, same databases."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
import sqlalchemy as sa

from benchmarks.ratio import Ratio
from tests.flows.large_company import write_company
from tests.postgres_server import NoPostgresError, start_postgres
from transforms.core.canonical import CONTROL_DTYPES, QUARANTINE_DTYPES, frame_of
from transforms.tables import TABLES
from warehouse import ExportRecord, Warehouse, open_warehouse
from warehouse.schema import RESULT_DTYPES

ROWS = int(os.environ.get("CARTERA_BENCH_ROWS", "200000"))
"""Fixed costs weigh little from a million on."""
ROUNDS = 2
OCTOBER = datetime(2026, 10, 1, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 1, tzinfo=UTC)


def invoice_lines(count: int, seed: int = 1) -> pd.DataFrame:
    """Lines of ten thousand accounts."""
    rng = np.random.default_rng(seed)
    day = pd.Timestamp("2024-01-01") + pd.to_timedelta(rng.integers(0, 900, count), unit="D")
    columns = {
        "line_id": [f"il_{number:09d}" for number in range(count)],
        "invoice_id": [f"in_{number // 4:09d}" for number in range(count)],
        "account_id": [f"001{number:012d}" for number in rng.integers(0, 10_000, count)],
        "product_id": [f"prod_{number}" for number in rng.integers(0, 40, count)],
        "description": "Plan anual con soporte",
        "quantity": rng.integers(1, 50, count),
        "net_minor": rng.integers(100, 10_000_000, count),
        "currency": rng.choice(["MXN", "EUR", "USD"], count),
        "service_start": day,
        "service_end": day + pd.Timedelta(days=30),
        "source": "stripe",
        "source_file": "2026-10-01/invoice_line_items.csv",
        "source_line": np.arange(2, count + 2),
    }
    return TABLES["invoice_lines"].conform(pd.DataFrame(columns))


def measure() -> list[Ratio]:
    """First load, next month's load and reading, on each database that can be had."""
    rows = invoice_lines(ROWS)
    return [ratio for name, new in _databases() for ratio in _compared(name, new, rows)]


def end_to_end() -> str:
    """Lines read from CSV, judged and promoted on SQLite, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        write_company(Path(folder), "sqlite:///warehouse.db", ROWS)
        program = [sys.executable, "-m", "tests.flows.large_company", folder]
        done = subprocess.run(program, capture_output=True, text=True, check=True)
        took = json.loads(done.stdout.splitlines()[-1])
    return (
        f"{took['rows_loaded']:,} rows read from CSV, judged and loaded on SQLite: "
        f"{took['seconds']} s, peak {took['peak_mib']} MiB"
    )


def _databases() -> Iterator[tuple[str, Callable[[], str]]]:
    """Each kind with a maker of URLs of empty databases."""
    with tempfile.TemporaryDirectory() as folder:
        yield "SQLite", lambda: f"sqlite:///{folder}/{time.perf_counter_ns()}.db"
    try:
        server = start_postgres()
    except NoPostgresError as error:
        print(f"PostgreSQL not measured: {error}", file=sys.stderr)
        return
    yield "PostgreSQL", lambda: server.create_database().render_as_string(hide_password=False)
    server.close()


def _compared(name: str, new: Callable[[], str], rows: pd.DataFrame) -> Iterator[Ratio]:
    """The best of a few rounds of each, ours and the peer's in turn."""
    rounds = [(_ours(new(), rows), _to_sql(new(), rows)) for _ in range(ROUNDS)]
    loaded, again, read = (min(times) for times in zip(*(ours for ours, _ in rounds), strict=True))
    written, read_back = (min(times) for times in zip(*(peer for _, peer in rounds), strict=True))
    yield Ratio(f"load {ROWS:,} rows, {name}", "pandas.to_sql", loaded, written)
    yield Ratio(f"load them again, 2 % changed, {name}", "pandas.to_sql", again, written)
    yield Ratio(f"read {ROWS:,} rows, {name}", "pandas.read_sql", read, read_back)


def _ours(url: str, rows: pd.DataFrame) -> tuple[float, float, float]:
    changed = rows["net_minor"].where(rows.index % 50 != 0, rows["net_minor"] + 1)
    with open_warehouse(url) as warehouse:
        with _timed() as load:
            _promote(warehouse, OCTOBER, rows)
        with _timed() as again:
            _promote(warehouse, NOVEMBER, rows.assign(net_minor=changed))
        with _timed() as read:
            warehouse.read_tables(OCTOBER)
    return load[0], again[0], read[0]


def _to_sql(url: str, rows: pd.DataFrame) -> tuple[float, float]:
    engine = sa.create_engine(url)
    with _timed() as load:
        rows.to_sql("invoice_lines", engine, index=False)
    with _timed() as read:
        back = pd.read_sql_table("invoice_lines", engine)
        TABLES["invoice_lines"].conform(back)
    engine.dispose()
    return load[0], read[0]


def _promote(warehouse: Warehouse, landed_at: datetime, rows: pd.DataFrame) -> None:
    with warehouse.staging() as staging:
        staging.add("invoice_lines", rows)
        warehouse.promote(
            staging,
            landed_at,
            [ExportRecord("stripe", "lines.csv", landed_at.isoformat(), 1, "archive/lines.csv")],
            frame_of(QUARANTINE_DTYPES),
            frame_of(CONTROL_DTYPES),
            {},
            frame_of(RESULT_DTYPES),
        )


@contextmanager
def _timed() -> Iterator[list[float]]:
    taken: list[float] = []
    start = time.perf_counter()
    yield taken
    taken.append(time.perf_counter() - start)
