"""From CSV exports to promoted rows, judged on the way: nobody's script to set beside it."""

from pathlib import Path

from benchmarks.clock import timed
from tests.flows.large_company import write_company


def prepare(folder: Path, size: int) -> None:
    """A company with so many invoice lines."""
    write_company(folder / "company", "sqlite:///warehouse.db", size)


def ours(folder: Path) -> dict[str, float]:
    """Loading into a new warehouse; seconds on the wall, without imports."""
    from expectations import load_engine
    from pipeline.ingest.ingest import ingest
    from pipeline.settings import load_settings
    from warehouse import open_warehouse

    settings = load_settings(folder / "company")
    Path(settings.warehouse_url.removeprefix("sqlite:///")).unlink(missing_ok=True)
    load_engine()
    took: dict[str, float] = {}
    with timed(took, "load"), open_warehouse(settings.warehouse_url) as warehouse:
        ingest(settings, warehouse)
    return took
