"""Figures of the clients of a shard, and of the portfolio they make up."""

from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from flows.known_rows import known_rows
from flows.settings import Settings
from flows.shards import Shard
from transforms.facts import Facts
from transforms.groups import client_groupings
from transforms.kpi_periods import NeededPeriods
from transforms.kpis import compute_needed
from transforms.periods import Period
from transforms.rates import Rates
from transforms.rollup import PORTFOLIO, Grouping, rolled_values
from warehouse import Warehouse


def compute_shard(
    settings: Settings,
    warehouse: Warehouse,
    shard: Shard,
    needed: NeededPeriods,
    known_at: datetime,
) -> int:
    """Compute and store every figure needed of the shard's clients; returns how many."""
    facts = _facts(settings, warehouse, shard.entities, known_at, shard.account_ids)
    values = compute_needed(facts, needed)
    warehouse.save_kpis(values, known_at)
    return len(values)


def compute_portfolio(
    settings: Settings,
    warehouse: Warehouse,
    shards: Sequence[Shard],
    periods: Sequence[Period],
    known_at: datetime,
) -> int:
    """Compute and store the figures of all clients together, and by manager, team and segment,
    in the company's reporting currency."""
    currency = settings.company.reporting_currency
    entities = pd.concat([shard.entities for shard in shards], ignore_index=True)
    facts = _facts(settings, warehouse, entities.assign(currency=currency), known_at, None)
    clients = facts.currencies.index
    everyone = Grouping(PORTFOLIO, pd.Series(PORTFOLIO, index=clients, dtype="str"))
    groupings = (everyone, *client_groupings(facts.tables, clients))
    values = rolled_values(facts, periods, groupings)
    warehouse.save_kpis(values, known_at)
    return len(values)


def _facts(
    settings: Settings,
    warehouse: Warehouse,
    entities: pd.DataFrame,
    known_at: datetime,
    accounts: Sequence[str] | None,
) -> Facts:
    tables = known_rows(warehouse, known_at, accounts)
    rates = Rates.from_frame(tables.rows("fx_rates"))
    return Facts(tables, entities, settings.policy, rates)
