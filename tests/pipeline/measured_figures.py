"""What the figures of a whole company take, from its warehouse: run as a program on a folder
whose exports are loaded, it computes them in a process of its own and prints what it took."""

import json
import resource
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.compute.compute import compute_portfolio, compute_shard
from pipeline.compute.known_at import cut_off
from pipeline.compute.shards import known_shards
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import load_settings
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import needed_periods
from warehouse import open_warehouse

QUARTER = Period.parse("2026-Q3")


@dataclass(frozen=True)
class Measured:
    """Processor seconds, and the most memory that was held at any time."""

    clients: int
    figures: int
    client_seconds: float
    group_seconds: float
    peak_mib: int
    """Of the clients' figures and of the groups' together."""


def computed(folder: Path) -> Measured:
    """The quarter's figures as a run needs them, of clients by shards and of all together."""
    settings = load_settings(folder)
    with open_warehouse(settings.warehouse_url) as warehouse:
        known_at = cut_off(warehouse, None)
        shards = known_shards(settings, warehouse, known_at, ())
        began, needed = time.process_time(), needed_periods(QUARTER)
        run = RunContext(RunOrder(settings, QUARTER, known_at, shards), warehouse)
        figures = sum(compute_shard(run, shard, needed) for shard in shards)
        of_clients = time.process_time() - began
        compute_portfolio(run, (QUARTER,))
        of_groups = time.process_time() - began - of_clients
    clients = sum(len(shard.client_ids) for shard in shards)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Measured(clients, figures, of_clients, of_groups, peak)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(computed(Path(sys.argv[1])))) + "\n")
