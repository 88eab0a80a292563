"""A company's public exports through the whole way, for a few of its clients."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copyfile, copytree

import pandas as pd
import pytest

from pipeline.compute.compute import compute_population, compute_portfolio, compute_shard
from pipeline.compute.known_at import cut_off
from pipeline.compute.shards import known_shards
from pipeline.ingest.ingest import ingest
from pipeline.ingest.ingested import IngestedDelivery
from pipeline.outcome import ClientOutcome
from pipeline.publishing.publish_clients import publish_shard
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import load_settings
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import needed_periods
from warehouse import open_warehouse

HERE = Path(__file__)
DATA = HERE.parents[2] / ".." / "shared" / "data"
COMPANIES = HERE.parents[1] / "companies"


@dataclass(frozen=True)
class Ran:
    """What one company's exports became."""

    deliveries: tuple[IngestedDelivery, ...]
    tables: CanonicalTables
    quarantine: pd.DataFrame
    controls: pd.DataFrame
    figures: pd.DataFrame
    """Of the chosen clients and of the portfolio."""
    outcomes: tuple[ClientOutcome, ...]

    @property
    def files(self) -> list[Path]:
        return [file.path for outcome in self.outcomes for file in outcome.files]

    def figure(self, entity: str, kpi: str) -> pd.Series:
        found = self.figures
        return found[(found["entity_id"] == entity) & (found["kpi"] == kpi)].iloc[0]

    def counted(self, outcome: str, table: str) -> int:
        rows = self.controls
        taken = rows[(rows["outcome"] == outcome) & (rows["table_name"] == table)]
        return int(taken["row_count"].sum())


def landed(name: str, exports: str, day: str, place: Path, pattern: str = "*.*") -> Path:
    """The company's folder with its exports landed on a day."""
    source = DATA / exports
    if not source.is_dir():
        pytest.skip(f"the public exports of {exports} are not beside the checkout")
    folder = copytree(COMPANIES / name, place / name)
    landing = folder / "landing" / day
    landing.mkdir(parents=True)
    for file in source.glob(pattern):
        copyfile(file, landing / file.name)
    return folder


def run(folder: Path, period: str, clients: Sequence[str]) -> Ran:
    """Ingest everything, then figures and files of these clients, and the portfolio's figures."""
    settings, when = load_settings(folder), Period.parse(period)
    with open_warehouse(settings.warehouse_url) as warehouse:
        deliveries = ingest(settings, warehouse)
        known_at = cut_off(warehouse, None)
        shards = known_shards(settings, warehouse, known_at, deliveries)
        run_id = warehouse.start_run(str(when), known_at)
        run = RunContext(RunOrder(settings, when, known_at, shards, run_id), warehouse)
        outcomes: list[ClientOutcome] = []
        for shard in shards:
            chosen = shard.entities["entity_id"].isin(list(clients))
            if chosen.any():
                few = replace(shard, entities=shard.entities[chosen])
                compute_shard(run, few, needed_periods(when))
                compute_population(replace(run, order=replace(run.order, shards=(few,))), (when,))
                outcomes += publish_shard(run, few)
        compute_portfolio(run, (when,))
        return Ran(
            deliveries,
            warehouse.read_tables(known_at),
            warehouse.quarantine(known_at),
            warehouse.controls(known_at),
            warehouse.read_kpis(period=str(when), known_at=known_at),
            tuple(outcomes),
        )
