"""Figures without files: ingest, compute one period, read back. No Prefect."""

from datetime import datetime

import pandas as pd

from flows.compute import compute_portfolio, compute_shard
from flows.ingest import ingest
from flows.known_at import cut_off, parse_cut_off
from flows.settings import Settings
from flows.shards import Shard, known_shards, wanted_clients
from transforms.kpi_periods import NeededPeriods
from transforms.periods import Period
from warehouse import Warehouse, open_warehouse

CLIENT = "client"
PORTFOLIO = "portfolio"


def figures(
    settings: Settings, period: str, known_at: str | None = None, account: str | None = None
) -> pd.DataFrame:
    """The period's KPI values (see `transforms.kpi.KPI_DTYPES`) by entity and KPI.

    `account` is any account of a client, or `portfolio`; None gives every client and the
    portfolio.
    """
    chosen = Period.parse(period, settings.company.fiscal_start_month)
    asked = parse_cut_off(known_at, settings.company.time_zone) if known_at else None
    with open_warehouse(settings.warehouse_url) as warehouse:
        deliveries = ingest(settings, warehouse)
        cut = cut_off(warehouse, asked)
        shards = known_shards(settings, warehouse, cut, deliveries)
        entities = _compute(settings, warehouse, shards, chosen, cut, account)
        values = warehouse.read_kpis(period=str(chosen), known_at=cut, entity_ids=entities)
    values = values[values["entity_type"].isin([CLIENT, PORTFOLIO])]
    return values.sort_values(["entity_type", "entity_id", "kpi"], ignore_index=True)


def _compute(
    settings: Settings,
    warehouse: Warehouse,
    shards: tuple[Shard, ...],
    period: Period,
    known_at: datetime,
    account: str | None,
) -> tuple[str, ...] | None:
    """Compute what was asked for and say whose figures it is."""
    if account in (None, PORTFOLIO):
        compute_portfolio(settings, warehouse, shards, (period,), known_at)
    if account == PORTFOLIO:
        return (PORTFOLIO,)
    wanted = wanted_clients(shards, None if account is None else (account,))
    for shard in shards:
        if wanted is None or wanted & set(shard.client_ids):
            compute_shard(settings, warehouse, shard, NeededPeriods((period,), ()), known_at)
    return None if wanted is None else tuple(wanted)
