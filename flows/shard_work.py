"""What a worker process does with a shard.

Knows nothing of Prefect: importing it would take every worker seconds.
"""

from datetime import datetime

from flows.compute import compute_shard
from flows.outcome import ClientOutcome
from flows.publish_clients import RunContext, publish_shard
from flows.settings import Settings
from flows.shards import Shard
from transforms.kpi_periods import NeededPeriods
from warehouse import open_warehouse


def figures_of_shard(
    settings: Settings, shard: Shard, needed: NeededPeriods, known_at: datetime
) -> int:
    """Compute and store the figures of the shard's clients; returns how many."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        return compute_shard(settings, warehouse, shard, needed, known_at)


def files_of_shard(settings: Settings, shard: Shard, run: RunContext) -> tuple[ClientOutcome, ...]:
    """Compose, render and publish the files of the shard's clients."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        return publish_shard(settings, warehouse, shard, run)
