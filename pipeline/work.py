"""What a worker process does, with a shard or with all of them.

Knows nothing of Prefect: importing it would take every worker seconds.
"""

from datetime import datetime

from pipeline.compute.compute import compute_groups, compute_portfolio, compute_shard
from pipeline.compute.shards import Shard
from pipeline.failures import Failure
from pipeline.outcome import ClientOutcome, PublishedFile
from pipeline.publishing.briefs import publish_briefs
from pipeline.publishing.portfolio import publish_portfolio
from pipeline.publishing.publish_clients import RunContext, publish_shard
from pipeline.settings import Settings
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import NeededPeriods
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


def figures_together(
    settings: Settings, shards: tuple[Shard, ...], period: Period, known_at: datetime
) -> int:
    """Compute and store the figures of all clients together, of their groups, and those of
    clients that compare them, in a period."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        return compute_portfolio(settings, warehouse, shards, (period,), known_at)


def figures_of_groups(
    settings: Settings, shards: tuple[Shard, ...], period: Period, known_at: datetime
) -> int:
    """The same for a period that the reported one is compared with: no figure of clients."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        return compute_groups(settings, warehouse, shards, (period,), known_at)


def file_of_all(
    settings: Settings,
    shards: tuple[Shard, ...],
    run: RunContext,
    clients: tuple[ClientOutcome, ...],
) -> PublishedFile | Failure | None:
    """The workbook of all clients, from what the shards published."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        return publish_portfolio(settings, warehouse, shards, run, clients)


def files_of_managers(
    settings: Settings,
    shards: tuple[Shard, ...],
    run: RunContext,
    clients: tuple[ClientOutcome, ...],
) -> tuple[PublishedFile | Failure, ...]:
    """Each manager's book of clients."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        return publish_briefs(settings, warehouse, shards, run, clients)
