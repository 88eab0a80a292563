"""Whole runs of a small company without Prefect."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.compute.known_at import cut_off
from pipeline.compute.shards import Shard, known_shards
from pipeline.ingest.ingest import ingest
from pipeline.outcome import RunResults
from pipeline.publishing.publisher import results_of
from pipeline.run_context import RunOrder
from pipeline.settings import Settings, load_settings
from pipeline.work import (
    figures_of_shard,
    figures_together,
    file_of_all,
    files_of_managers,
    files_of_shard,
)
from transforms.core.periods import Period
from warehouse import open_warehouse


def ordered(settings: Settings, period: str) -> RunOrder:
    """A run of the period of all that has landed."""
    when = Period.parse(period, settings.company.fiscal_start_month)
    with open_warehouse(settings.warehouse_url) as warehouse:
        ingest(settings, warehouse)
        known_at = cut_off(warehouse, None)
        shards = known_shards(settings, warehouse, known_at, ())
        run_id = warehouse.start_run(str(when), known_at)
    return RunOrder(settings, when, known_at, shards, run_id)


def computed(order: RunOrder) -> None:
    for shard in order.shards:
        figures_of_shard(order, shard)
    for period in (order.period, order.period.previous, order.period.year_ago):
        figures_together(order, period)


def published(order: RunOrder, shards: Sequence[Shard] | None = None) -> RunResults:
    """The files, the shards worked on in this order."""
    worked_on = order.shards if shards is None else shards
    clients = tuple(outcome for shard in worked_on for outcome in files_of_shard(order, shard))
    return results_of(clients, file_of_all(order, clients), files_of_managers(order, clients))


def run(folder: Path, period: str) -> RunResults:
    order = ordered(load_settings(folder), period)
    computed(order)
    return published(order)
