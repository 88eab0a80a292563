"""The sample company's clients as reports get them."""

import tempfile
from pathlib import Path

from pipeline.compute.compute import compute_population, compute_shard
from pipeline.compute.known_at import cut_off
from pipeline.compute.shards import known_shards
from pipeline.ingest.ingest import ingest
from pipeline.publishing.client_files import gathered_clients
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import load_settings
from reports.client import ClientFile
from samples import generate
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import needed_periods
from warehouse import open_warehouse

SEED = 7
PERIOD = "2026-Q3"


def sample_clients(count: int) -> list[ClientFile]:
    """Every client of a generated company at the period, of so many that report and some more."""
    period = Period.parse(PERIOD)
    with tempfile.TemporaryDirectory() as name:
        generate(Path(name), count, SEED)
        settings = load_settings(Path(name))
        with open_warehouse(settings.warehouse_url) as warehouse:
            deliveries = ingest(settings, warehouse)
            known_at = cut_off(warehouse, None)
            shards = known_shards(settings, warehouse, known_at, deliveries)
            run = RunContext(RunOrder(settings, period, known_at, shards), warehouse)
            for shard in shards:
                compute_shard(run, shard, needed_periods(period))
            compute_population(run, (period, period.previous, period.year_ago))
            return [client.file for shard in shards for client in gathered_clients(run, shard)]
