"""The same rows with `DataFrame.to_sql` into a bare table, and `read_sql_table` back."""

from pathlib import Path

import pandas as pd
import sqlalchemy as sa

from benchmarks.clock import timed
from benchmarks.databases import postgresql, sqlite


def on_sqlite(folder: Path) -> dict[str, float]:
    """Loading and reading back."""
    with sqlite() as new:
        return taken(new(), pd.read_parquet(folder / "rows.parquet"))[0]


def on_postgresql(folder: Path) -> dict[str, float]:
    """The same."""
    with postgresql() as new:
        return taken(new(), pd.read_parquet(folder / "rows.parquet"))[0]


def taken(url: str, rows: pd.DataFrame) -> tuple[dict[str, float], pd.DataFrame]:
    """Seconds by step, on the wall, and the rows as they were read back."""
    engine = sa.create_engine(url)
    took: dict[str, float] = {}
    with timed(took, "load"):
        rows.to_sql("invoice_lines", engine, index=False)
    with timed(took, "read"):
        back = pd.read_sql_table("invoice_lines", engine)
    engine.dispose()
    return took, back
