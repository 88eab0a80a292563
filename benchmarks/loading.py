"""One table into the warehouse and back: with lineage, history and the rows' own checks."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.clock import timed
from benchmarks.databases import postgresql, sqlite
from transforms.core.canonical import CONTROL_DTYPES, QUARANTINE_DTYPES, frame_of
from transforms.tables import TABLES
from warehouse import ExportRecord, LoadRequest, Warehouse, open_warehouse
from warehouse.schema import RESULT_DTYPES

OCTOBER = datetime(2026, 10, 1, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 1, tzinfo=UTC)


def prepare_sqlite(folder: Path, size: int) -> None:
    """So many rows."""
    invoice_lines(size).to_parquet(folder / "rows.parquet")


def prepare_postgresql(folder: Path, size: int) -> None:
    """So many rows, where there is a server for them."""
    with postgresql():
        invoice_lines(size).to_parquet(folder / "rows.parquet")


def on_sqlite(folder: Path) -> dict[str, float]:
    """A first load, the next month's, and reading the first back."""
    with sqlite() as new:
        return taken(new(), prepared(folder))[0]


def on_postgresql(folder: Path) -> dict[str, float]:
    """The same."""
    with postgresql() as new:
        return taken(new(), prepared(folder))[0]


def invoice_lines(size: int) -> pd.DataFrame:
    """Lines of ten thousand accounts."""
    rng = np.random.default_rng(1)
    day = pd.Timestamp("2024-01-01") + pd.to_timedelta(rng.integers(0, 900, size), unit="D")
    columns = {
        "line_id": [f"il_{number:09d}" for number in range(size)],
        "invoice_id": [f"in_{number // 4:09d}" for number in range(size)],
        "account_id": [f"001{number:012d}" for number in rng.integers(0, 10_000, size)],
        "product_id": [f"prod_{number}" for number in rng.integers(0, 40, size)],
        "description": "Plan anual con soporte",
        "quantity": rng.integers(1, 50, size),
        "net_minor": rng.integers(100, 10_000_000, size),
        "currency": rng.choice(["MXN", "EUR", "USD"], size),
        "service_start": day,
        "service_end": day + pd.Timedelta(days=30),
        "source": "stripe",
        "source_file": "2026-10-01/invoice_line_items.csv",
        "source_line": np.arange(2, size + 2),
    }
    return TABLES["invoice_lines"].conform(pd.DataFrame(columns))


def prepared(folder: Path) -> pd.DataFrame:
    """The rows as the warehouse takes them."""
    return TABLES["invoice_lines"].conform(pd.read_parquet(folder / "rows.parquet"))


def taken(url: str, rows: pd.DataFrame) -> tuple[dict[str, float], pd.DataFrame]:
    """Seconds by step, on the wall, and the rows as they were read back."""
    changed = rows["net_minor"].where(rows.index % 50 != 0, rows["net_minor"] + 1)
    took: dict[str, float] = {}
    with open_warehouse(url) as warehouse:
        with timed(took, "load"):
            _promote(warehouse, OCTOBER, rows)
        with timed(took, "again"):
            _promote(warehouse, NOVEMBER, rows.assign(net_minor=changed))
        with timed(took, "read"):
            back = warehouse.read_tables(OCTOBER)["invoice_lines"]
    return took, back


def _promote(warehouse: Warehouse, landed_at: datetime, rows: pd.DataFrame) -> None:
    with warehouse.staging() as staging:
        staging.add("invoice_lines", rows)
        warehouse.promote(
            staging,
            LoadRequest(
                landed_at=landed_at,
                exports=[_export(landed_at)],
                quarantine=frame_of(QUARANTINE_DTYPES),
                controls=frame_of(CONTROL_DTYPES),
                held={},
                results=frame_of(RESULT_DTYPES),
            ),
        )


def _export(landed_at: datetime) -> ExportRecord:
    return ExportRecord("stripe", "lines.csv", landed_at.isoformat(), 1, "archive/lines.csv")
