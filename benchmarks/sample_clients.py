"""The sample company's clients as reports get them, computed once for several benchmarks."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from pipeline.compute.compute import compute_shard
from pipeline.compute.known_at import cut_off
from pipeline.compute.shards import known_shards
from pipeline.ingest.ingest import ingest
from pipeline.publishing.client_files import client_files
from pipeline.settings import load_settings
from reports.client import ClientFile
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import needed_periods
from warehouse import open_warehouse

COMPANY = Path(__file__).parents[1] / "samples" / "company"


@cache
def sample_clients() -> tuple[ClientFile, ...]:
    """Every client of the committed company at 2026-Q3."""
    period = Period.parse("2026-Q3")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "company"
        folder.mkdir()
        shutil.copy(COMPANY / "cartera.toml", folder)
        shutil.copytree(COMPANY / "landing", folder / "landing")
        settings = load_settings(folder)
        with open_warehouse(settings.warehouse_url) as warehouse:
            deliveries = ingest(settings, warehouse)
            known_at = cut_off(warehouse, None)
            found: list[ClientFile] = []
            for shard in known_shards(settings, warehouse, known_at, deliveries):
                compute_shard(settings, warehouse, shard, needed_periods(period), known_at)
                found += client_files(settings, warehouse, shard, period, known_at)
            return tuple(found)
